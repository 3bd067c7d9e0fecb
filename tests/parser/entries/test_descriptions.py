"""Descriptions: which lines are one paragraph, and what is read of marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from tests.parser.small import edited
from tests.profiles import times

WORDS = "Wie huurt, krijgt raad."
LIST = "- Eerst aan het loket\n- Dan thuis"


def paragraphs(words: str) -> tuple[str, ...]:
    """What is read of these words, with a list below them."""
    return gentbudget.parse(edited((WORDS, words)))["AC34485"].paragraphs


@pytest.mark.parametrize("rule", ["--------", "| --- | --- |", "\n--------\n"])
def test_a_rule_ends_no_description(rule: str) -> None:
    first, *others = paragraphs(f"{WORDS}\n{rule}\nWie koopt, ook.")
    assert first.startswith(WORDS)
    assert others[-1] == LIST
    assert "Wie koopt, ook." in "\n".join((first, *others))
    assert "--" not in "".join((first, *others))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("**Wie koopt**, ook.", "Wie koopt, ook."),
        ("## Wie koopt, ook.", "Wie koopt, ook."),
        ("|Wie koopt,<br>ook.||", "Wie koopt, ook."),
        ("< **", "<"),
        ("<**br>", "<br>"),
        ("__", "__"),
    ],
)
def test_marks_around_words_are_left_out_and_nothing_else(printed: str, read: str) -> None:
    assert paragraphs(f"{WORDS}\n\n{printed}") == (WORDS, read, LIST)


@pytest.mark.parametrize("marks", ["|", "**", "#", "| |", "<br>", "|<br>|"])
def test_a_line_of_marks_alone_is_blank(marks: str) -> None:
    assert paragraphs(f"{WORDS}\n{marks}\nWie koopt, ook.") == (WORDS, "Wie koopt, ook.", LIST)


SENTENCES = ["Wie huurt, krijgt raad.", "We bouwen!", "Is het klaar?", "- Aan het loket", "De raad stemt voor en"]
GAPS = ["\n", "\n\n", "\n\n\n", "\n   \n"]


@times(4)
@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(GAPS)), min_size=1, max_size=6),
    st.data(),
)
def test_blank_lines_part_paragraphs_but_where_a_sentence_goes_on(parts: list[tuple[str, str]], data: st.DataObject) -> None:
    """What goes on begins with a small letter below a line that ends no sentence."""
    expected: list[str] = []
    printed, gap, joined = "", "\n\n", 0
    for sentence, behind in parts:
        small = bool(expected) and data.draw(st.booleans())
        line = f"ook {sentence[0].lower()}{sentence[1:]}" if small else sentence
        if expected and gap == "\n":
            expected[-1] += f"\n{line}"
        elif small and expected[-1][-1] not in ".!?":
            expected[-1] += f" {line}"
            joined += 1
        else:
            expected.append(line)
        printed, gap = f"{printed}{line}{behind}", behind
    report = gentbudget.parse(edited(("De aannemer begint in het najaar.\n\n", f"{printed}\n")))
    entry = report["PR40001"]
    assert entry.paragraphs == tuple(expected)
    assert [finding.code for finding in report.findings] == ["joined-paragraph"] * joined
    assert {finding.entry for finding in report.findings} <= {"PR40001"}
