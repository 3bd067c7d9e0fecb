"""Which broken words of a header are told to be put together."""

from __future__ import annotations

import pytest

from gentbudget.parser.headers.header import Evidence, Header, Split


@pytest.mark.parametrize(
    ("title", "joined", "told"),
    [
        ("Titel", ("woningen", "verhuurders"), ["verhuurders", "woningen"]),
        ("Titel", (), ["verhuurders"]),
        (None, ("woningen",), ["verhuurders"]),  # what was read so was given up
    ],
)
def test_words_that_a_reading_joined_are_told_if_its_title_is(
    title: str | None, joined: tuple[str, ...], told: list[str]
) -> None:
    header = Header(Evidence("AC34485", 1, joined=("verhuurders",)), Split(joined=joined), title)
    assert list(header.joined) == told
