"""The widths of columns, told from where cells wrap in print."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.parser.headers.widths import Width, breadth, measure
from tests.documents.accounts import consistent_report
from tests.parser.typeset import TYPEFACES, wrapped

TITLES = sorted({entry.title for entry in consistent_report(Random(1), objectives=4, plans=6, actions=60).entries})
"""Titles of all lengths, enough of them to wrap at most widths."""


@pytest.mark.parametrize("typeface", TYPEFACES)
@pytest.mark.parametrize("width", [14_000, 18_000, 23_000, 30_000])
def test_cells_wrap_at_the_width_that_they_tell(width: int, typeface: str) -> None:
    cells = [wrapped(title, width, typeface) for title in TITLES]
    (found,) = measure([cells])
    assert found.certain
    assert all(map(found.fits, cells))
    # Nothing that had room for one more word looks like a cell of this column.
    short = [cell for cell in cells if len(cell) > 1 and breadth(cell[0]) < 0.5 * found.broadest]
    assert not any(found.fits([cell[0], "a"]) for cell in short)


@given(st.lists(st.sampled_from(TITLES), min_size=1, max_size=60))
def test_cells_that_do_not_wrap_tell_no_width_for_certain(titles: list[str]) -> None:
    (found,) = measure([[[title] for title in titles]])
    assert not found.certain
    assert found.fits(["any", "lines"])


@given(st.integers(0, 1000), st.integers(0, 5))
def test_some_cells_that_were_read_wrong_do_not_hide_the_width(seed: int, wrong: int) -> None:
    random = Random(seed)
    cells = [wrapped(title, 18_000, "helvetica") for title in TITLES]
    # A description that was taken for the end of a title: it has a line of its own although there was room.
    spoilt = [[*cell, "kleine herstellingen"] if i < wrong else cell for i, cell in enumerate(random.sample(cells, len(cells)))]
    (found,) = measure([spoilt])
    assert found == measure([cells])[0]


def test_the_width_of_one_column_is_certain_where_another_wraps() -> None:
    titles = [wrapped(title, 18_000, "helvetica") for title in TITLES]
    owners = [["Dienst Wonen"], ["Dienst Feesten en Markten"], ["Dienst Stadsbomen"]]
    _, found = measure([titles, owners])
    assert found.certain
    assert found.has_room("Dienst", "Wonen")
    assert not found.has_room("Dienst Feesten en", "Markten en Foren")


def test_nothing_is_known_of_an_unmeasured_column() -> None:
    assert measure([[], [["a"]]]) == [Width(), Width()]
    assert not Width().has_room("a", "b")
    assert Width().fits(["a" * 1000])


N = breadth("n")


def test_a_width_tells_what_has_room_what_reaches_it_and_what_it_holds_but_for_a_small_drift() -> None:
    width = Width(broadest=100 * N, too_broad=110 * N, certain=True)
    line = "n" * 50
    assert [width.has_room(line, "n" * length) for length in (46, 47)] == [True, False]
    assert [width.reaches("n" * length) for length in (100, 102, 104)] == [True, True, False]
    assert [width.fits(["n" * length]) for length in (110, 113, 114)] == [True, True, False]


@pytest.mark.parametrize(
    ("lines", "fits"),
    [
        ([100], True),
        ([114], False),
        ([90, 10], True),
        ([90, 3], False),  # it would have fitted into the line above
        ([90, 10, 10], False),
        ([90, 90, 10], True),
        ([], True),
    ],
)
def test_lines_fit_a_column_if_each_but_the_last_is_full_and_none_is_too_broad(lines: list[int], *, fits: bool) -> None:
    cell = ["n" * length for length in lines]
    width = Width(broadest=100 * N, too_broad=110 * N, certain=True)
    assert width.fits(cell) is fits
    assert Width(width.broadest, width.too_broad).fits(cell)


def cells(*lengths: tuple[int, ...]) -> list[list[str]]:
    return [["n" * length for length in lines] for lines in lengths]


@pytest.mark.parametrize(
    ("column", "broadest", "certain"),
    [
        (cells((80, 30), (79, 30), (78, 30)), 80, True),
        (cells((80, 30), (79, 30), (40,)), 80, False),  # two cells that wrap tell nothing for certain
        (cells((80, 30), (79, 30)), 0, False),
        (cells((80, 30), (79, 30), (78, 30), (120,)), 80, True),  # one of four is broader
        (cells((80, 30), (79, 30), (78, 30), (40, 2)), 80, True),  # one wraps too early
        (cells((80, 30), (79, 30), (78, 30), (40, 2), (40, 2)), 0, False),  # two of five wrap too early
        (cells((20, 2), (40, 2), (60, 2)), 0, False),  # they wrap at no one width
    ],
)
def test_the_broadest_line_that_the_most_cells_fit_is_as_wide_as_the_column(
    column: list[list[str]], broadest: int, *, certain: bool
) -> None:
    (found,) = measure([column])
    assert (round(found.broadest / N), found.certain) == (broadest, certain)


def test_a_cell_that_wraps_too_early_does_not_tell_what_the_column_has_no_room_for() -> None:
    """With its next word, its line would have been as broad as the broadest, and no broader."""
    line, word = "n" * 40, "n" * 39
    (found,) = measure([[*[[f"{line} {word}", "n" * 30]] * 3, [line, word]]])
    assert (found.broadest, found.too_broad) == (breadth(f"{line} {word}"), breadth(f"{line} {word} {'n' * 30}"))
    (fewer,) = measure([[*[[f"{line} {word}", "n" * 30]] * 2, [line, word], *[[word]] * 2]])
    assert (fewer.broadest, found.certain, fewer.certain) == (found.broadest, True, False)
