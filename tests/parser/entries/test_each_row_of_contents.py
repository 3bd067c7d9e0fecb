"""Rows of the table of contents, however they are printed: the code, the words of the title, the page and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from tests.parser.small import SMALL
from tests.profiles import times

WORDS = st.sampled_from(
    ["Wonen", "Groen en", "de stad", "vernieuwen", "Agenda 2030 of", "c.q.", "t.e.m. het", "A.", "(deel 2)"]
)
LEADERS = ["\t", " ", "....", " ........ ", " . . . . . . ", "\n", "\n........ ", " ......\n", "\n\n"]


@st.composite
def rows(draw: st.DrawFn) -> tuple[tuple[str, str, int | None], str]:
    """A row, and how it is printed: over as many lines as it likes, with its page or without."""
    code = f"OD{draw(st.integers(10000, 10070))}"
    words = ["Plan", *draw(st.lists(WORDS, max_size=4)), "einde"]
    pieces = [words[0], *(draw(st.sampled_from([" ", " ", "  ", "\n", "\n\n"])) + word for word in words[1:])]
    page = draw(st.none() | st.integers(1, 999))
    behind = "" if page is None else f"{draw(st.sampled_from(LEADERS))}{page}"
    return (code, " ".join(" ".join(words).split()), page), f"{code} - {''.join(pieces)}{behind}"


@times(8)
@given(st.lists(rows(), min_size=1, max_size=5))
def test_a_row_has_its_code_its_words_and_its_page(drawn: list[tuple[tuple[str, str, int | None], str]]) -> None:
    begin, end = SMALL.index("SD10041 - Iedereen"), SMALL.index("\nBeleidsdoelstelling SD10041\n")
    end_of_entry = SMALL.index("\nActieplan\n")
    text = f"{SMALL[:begin]}" + "".join(f"{printed}\n" for _, printed in drawn) + SMALL[end:end_of_entry]
    report = gentbudget.parse(text)
    assert [(row.code, row.title, row.page) for row in report.contents] == [row for row, _ in drawn]
    assert [entry.code for entry in report.entries] == ["SD10041"]
    assert report.title == "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"
    missing = [finding.entry for finding in report.findings if finding.code == "missing-entry"]
    assert sorted(missing) == sorted(row[0] for row, _ in drawn)
