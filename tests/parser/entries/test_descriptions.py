"""Descriptions: which lines are one paragraph, and what is read of marks."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import edited

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
