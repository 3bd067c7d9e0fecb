"""Descriptions keep their words, whatever these look like."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from gentbudget.exports.text import PrintedLine
from gentbudget.testing import Dump, dumps
from tests.damage.reading import figures, with_lines
from tests.parser.small import SMALL, edited
from tests.told import parse


@given(dumps(layouts=["tabs"]), st.data())
def test_a_paragraph_that_is_cut_in_the_middle_of_a_sentence_is_one_again(dump: Dump, data: st.DataObject) -> None:
    long = [i for i, line in enumerate(dump.lines) if line.part == "text" and line.text.count(" ") > 3]
    assume(long)
    at = data.draw(st.sampled_from(long), label="line")
    words = dump.lines[at].text.split(" ")
    cut = data.draw(st.integers(2, len(words) - 1), label="words before the cut")
    before, behind = (evolve(dump.lines[at], text=" ".join(half)) for half in (words[:cut], words[cut:]))
    damaged = with_lines(dump, "cut", [*dump.lines[:at], before, PrintedLine("", "blank"), behind, *dump.lines[at + 1 :]])
    report = parse(damaged.text)
    assert [e.paragraphs for e in report.entries] == [e.paragraphs for e in dump.report.entries]
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.line) == ("joined-paragraph", "info", at + 3)


def test_a_bullet_is_not_joined_to_the_paragraph_above_it() -> None:
    text = edited(("Wie huurt, krijgt raad.\n", "Wie huurt krijgt\n"))
    assert parse(text)["AC34485"].paragraphs == (
        "Wie huurt krijgt",
        "- Eerst aan het loket\n- Dan thuis",
    )


@pytest.mark.parametrize(
    "words",
    [
        "Uitvoeren",  # four characters from Uitgaven
        "Activiteiten",
        "Acties in de buurt",
        "Actief",
        "Actie",
        "Investeringen",
        "Exploitatie 2024 en later",
        "Actieplan voor de wijk",
        "Onderbouwing van het plan",
        "Beleidsdoelstelling van de stad",
        "Jaarrekening",
        "VTE",
        "Plan 2024",
        "Acties 2024",
    ],
)
def test_words_of_a_description_that_look_like_a_label_stay_in_it(words: str) -> None:
    text = edited(("Wie huurt, krijgt raad.", f"Wie huurt, krijgt raad.\n\n{words}\n\nEn hulp."))
    report = parse(text)
    assert [entry.code for entry in report.entries] == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert figures(report) == figures(parse(SMALL))
    assert words in report["AC34485"].paragraphs
    assert "En hulp." in report["AC34485"].paragraphs


@pytest.mark.parametrize(
    "line",
    [
        "Ontvangsten: 1.200",
        "In 2024 waren er 1.200 bezoekers en 3.400 ontleningen",
        "12",
        "1.234 5.678",
        "AC34486 is een andere actie",
        "De actie AC34486 liep af",
        "Zie AC34486",
        "Zie ook OD10072",
        "Beleidsdoelstelling 2024",
        "Acties AC34486",
        "Totaal\t12\t13",
    ],
)
def test_figures_of_a_description_stay_in_it(line: str) -> None:
    text = edited(("Wie huurt, krijgt raad.", f"Wie huurt, krijgt raad.\n\n{line}\n\nEn hulp."))
    report = parse(text)
    assert list(report) == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert figures(report) == figures(parse(SMALL))
    assert " ".join(line.split()) in " ".join(report["AC34485"].description.split())
