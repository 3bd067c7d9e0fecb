"""Headers of which nothing tells title and owner but that all of them have their lines in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget.parser.headers import owners
from gentbudget.parser.headers.layouts import LAYOUT
from tests.parser.headers.test_widths import TITLES
from tests.parser.tolerances.case import actions
from tests.parser.typeset import TYPEFACES, wrapped

OWNERS = (
    "Stedelijke Kinderopvang en Huisvesting",
    "Juridische Zaken en Vergunningen",
    "Sociale Diversiteit",
    "Digitale Voorzieningen, Data en Informatica",
    "Monumentenzorg en Erfgoed van de stad",
    "Economie",
    "Personeel, Welzijn en Loopbanen",
    "Toerisme en Evenementen",
    "Lokaal beleid, Handhaving en Veiligheid",
    "Technische Gebouwenzorg",
    "Waterlopen en Rioleringen",
    "Jeugdwerk",
    "Wijkregie en Bewonersparticipatie Noord",
    "Landbouw, Voeding en Volkstuinen",
    "Burgerzaken",
    "Mobiliteit en Parkeren",
)
"""Names none of which begins as those of units do, and none ends as another one does."""

ALIGNMENTS = ("top", "centre", "bottom")


def by_lines(title: Sequence[str], owner: Sequence[str], alignment: str) -> list[str]:
    """The lines of two cells side by side, from the top of the page down; what stands at one height is one line."""
    heights: dict[float, list[str]] = {}
    most = max(len(title), len(owner))
    for cell in (title, owner):
        above = {"top": 0, "centre": (most - len(cell)) / 2, "bottom": most - len(cell)}[alignment]
        for i, line in enumerate(cell):
            heights.setdefault(above + i, []).append(line)
    return [" ".join(heights[height]) for height in sorted(heights)]


def by_cells(title: Sequence[str], owner: Sequence[str], alignment: str) -> list[str]:
    """The lines of one cell, then those of the other; the last and the first are one if they stand at the same height."""
    most = max(len(title), len(owner))
    last, first = {
        "top": (len(title) - 1, 0),
        "centre": ((most + len(title)) / 2 - 1, (most - len(owner)) / 2),
        "bottom": (most - 1, most - len(owner)),
    }[alignment]
    if last == first:
        return [*title[:-1], f"{title[-1]} {owner[0]}", *owner[1:]]
    return [*title, *owner]


ORDERS = {"lines": by_lines, "cells": by_cells}

Printed = list[tuple[str, str, str]]
"""Code, title and owner of each action."""


def printed(seed: int, number: int = 14) -> Printed:
    """Actions with different titles, each with an owner that no other has."""
    random = Random(seed)
    pairs = zip(random.sample(TITLES, number), random.sample(OWNERS, number), strict=True)
    return [(f"AC4{i:04}", title, owner) for i, (title, owner) in enumerate(pairs)]


def typeset(entries: Printed, order: str, alignment: str, typeface: str = "helvetica") -> str:
    """A report of these actions, in cells of which most titles and owners fill more than one line."""
    headers = []
    for code, title, owner in entries:
        cells = wrapped(f"{code} - {title}", 17_000, typeface), wrapped(owner, 9_500, typeface)
        headers.append("\n".join(ORDERS[order](*cells, alignment)))
    return actions(headers).replace("\t", " ")


def read(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Title and owner of each action, if nothing is known from elsewhere."""
    report = gentbudget.parse(text, known=None)
    return {action.code: (action.title, action.owner) for action in report.actions}


@pytest.mark.parametrize("typeface", TYPEFACES)
@pytest.mark.parametrize("alignment", ALIGNMENTS)
@pytest.mark.parametrize("order", ORDERS)
def test_the_lines_of_all_headers_together_tell_names_that_are_printed_once(
    order: str, alignment: str, typeface: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {seed: typeset(printed(seed), order, alignment, typeface) for seed in range(3)}
    right = {seed: {code: (title, owner) for code, title, owner in printed(seed)} for seed in texts}
    found = {seed: read(text) for seed, text in texts.items()}
    assert [(seed, code) for seed in texts for code, one in found[seed].items() if not _is_part(one, right[seed][code])] == []
    monkeypatch.setattr(owners, "by_layout", lambda _: ())
    assert not any(None not in one for text in texts.values() for one in read(text).values())
    assert sum(None not in one for each in found.values() for one in each.values()) > sum(map(len, right.values())) / 2


def _is_part(found: tuple[str | None, str | None], right: tuple[str | None, str | None]) -> bool:
    return all(one in (None, text) for one, text in zip(found, right, strict=True))


@given(st.integers(0, 10_000), st.sampled_from(sorted(ORDERS)), st.sampled_from(ALIGNMENTS), st.integers(0, 13))
def test_one_header_without_an_owner_is_not_read_with_one_and_spoils_no_other(
    seed: int, order: str, alignment: str, odd: int
) -> None:
    entries = printed(seed)
    code, title, _ = entries[odd]
    entries[odd] = code, title, ""
    found = read(typeset(entries, order, alignment))
    assert [one for one in entries if not _is_part(found[one[0]], (one[1], one[2] or None))] == []


def test_the_finding_says_that_the_order_of_the_lines_tells_it() -> None:
    report = gentbudget.parse(typeset(printed(1), "lines", "bottom"), known=None)
    told = [finding.entry for finding in report.findings if LAYOUT in finding.message]
    assert len(told) > 5
    assert all(report[code].title and report[code].owner for code in told if code)


def test_where_a_longer_name_is_known_of_which_a_header_has_every_word_nothing_is_told() -> None:
    entries = printed(1)
    found = read(text := typeset(entries, "lines", "bottom"))
    code, title, owner = next(one for one in entries if None not in found[one[0]])
    report = gentbudget.parse(text, known=[f"{title.split()[0]} {owner}"])
    assert getattr(report[code], "owner", None) is None
