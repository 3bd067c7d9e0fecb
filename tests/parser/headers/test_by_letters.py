"""Titles and names that letters tell."""

from __future__ import annotations

import pytest

from gentbudget.parser.headers.by_letters import resolve_title_by_letters
from tests.parser.headers.lines import header


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Be ge lei den van huur ders Dienst Wo nen", True),
        ("Be ge lei den van huur ders", True),
        ("Be ge lei den van huur ders en bouwers", False),  # it goes on
        ("Be ge lei den van huurt Dienst Wonen", False),
    ],
)
def test_a_title_whose_letters_a_header_begins_with_is_that_of_the_contents(words: str, *, is_told: bool) -> None:
    found = header(f"AC34485 - {words}")
    assert resolve_title_by_letters(found, "Begeleiden van huurders") == is_told
    assert (found.title, found.owner) == ("Begeleiden van huurders" if is_told else None, None)
