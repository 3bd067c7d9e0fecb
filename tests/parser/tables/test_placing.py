"""Which column each figure of a row is put under, rule by rule."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gentbudget.parser.tables.figures import Figure, read_figure
from gentbudget.parser.tables.heads import columns_of
from gentbudget.parser.tables.placing import Placed, confirmed, fits, place, place_short

LABELS = ("Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024", "Jaarrekening 2023", "Jaarrekening 2024 t.o.v. 2023")
COLUMNS = columns_of(LABELS)
ROW = "15.047 13.021 86,5% 16.470 79,1%"
OTHER = "1.691 2.507 148,3% 1.632 153,6%"
ZEROS = "0 0 0,0% 0 0,0%"
WRONG = "1.691 2.507 248,3% 1.632 153,6%"
TWICE = "1.691 -2.507 148,3% 1.632 153,6%"


def figures(printed: str) -> list[Figure]:
    """The figures of a row as it is printed, `?` where it has none that is a number."""
    return [Figure(text, *read_figure(text), place) for place, text in enumerate(printed.split())]


def row(printed: str) -> Placed:
    """A row by column, `-` where a column has no figure."""
    return tuple(None if figure.text == "-" else figure for figure in figures(printed))


def texts(placed: Sequence[Figure | None] | None) -> str | None:
    return None if placed is None else " ".join("-" if figure is None else figure.text for figure in placed)


@pytest.mark.parametrize(
    ("printed", "placed", "in_doubt"),
    [
        (ROW, ROW, ROW),
        (ZEROS, ZEROS, ZEROS),
        (WRONG, WRONG, None),  # a percentage that fails is an error of the accounts, or tells that columns are others
        ("15.047 13.021 16.470 86,5% 79,1%", None, None),
        ("15.047 13.021 86,5% 16.470 79,1", None, None),
        ("15.047 13.021 x%x 16.470 79,1%", "15.047 13.021 x%x 16.470 79,1%", "15.047 13.021 x%x 16.470 79,1%"),
    ],
)
def test_a_row_with_a_figure_for_every_column_is_read_off_by_their_kinds(
    printed: str, placed: str | None, in_doubt: str | None
) -> None:
    assert texts(place(figures(printed), COLUMNS)) == placed
    assert texts(place(figures(printed), COLUMNS, doubted=True)) == in_doubt


@pytest.mark.parametrize(
    ("printed", "placed"),
    [
        ("15.047 13.021 86,5% 16.470", "15.047 13.021 86,5% - -"),
        ("15.047 13.021 86,5% 79,1%", "15.047 13.021 86,5% - -"),
        ("15.047 13.021 16.470 79,1%", "- 13.021 - 16.470 79,1%"),
        ("13.021 86,5% 16.470 79,1%", "- 13.021 - 16.470 79,1%"),
        ("15.047 86,5% 16.470 79,1%", None),
        ("15.047 13.021 86,5%", None),  # the last may be that of a lost amount
        ("13.021 16.470 79,1%", None),
        ("15.047 13.021 87,5%", None),
        ("0 0 0,0% 0", None),
        ("15.047 13.021", None),
        ("15.047", None),
        ("", None),
    ],
)
def test_a_short_row_keeps_what_a_percentage_confirms(printed: str, placed: str | None) -> None:
    assert texts(place(figures(printed), COLUMNS)) == placed


@pytest.mark.parametrize(
    ("printed", "placed"),
    [
        ("15.047 15.047 13.021 86,5% 16.470 79,1%", ROW),
        ("15.047 13.021 86,5% 16.470 79,1% 79,1%", ROW),
        ("15.047 13.021 86,5% 16.470 16.471 79,1%", None),
        ("7 15.047 13.021 86,5% 16.470 79,1%", ROW),
        ("75 15.047 13.021 86,5% 16.470 79,1%", None),
        ("7 15.047 13.021 87,5% 16.470 79,1%", None),
        (f"7 {ZEROS}", None),  # either it is too much, or one of the zeros
        (f"0 {ZEROS}", ZEROS),
        ("15.047 15.047 15.047 13.021 86,5% 16.470 79,1%", None),
    ],
)
def test_of_a_figure_too_many_one_is_left_out_if_that_gives_one_reading(printed: str, placed: str | None) -> None:
    assert texts(place(figures(printed), COLUMNS)) == placed


@pytest.mark.parametrize(
    ("rows", "placed"),
    [
        (
            ["15.047 86,5% 16.470 79,1%", "1.691 148,3% 1.632 153,6%"],
            ["15.047 - 86,5% 16.470 79,1%", "1.691 - 148,3% 1.632 153,6%"],
        ),
        (["15.047 13.021 16.470 79,1%"] * 2, ["15.047 13.021 - 16.470 79,1%"] * 2),
        (["15.047 13.021 86,5%"] * 2, ["15.047 - - - -"] * 2),
        (["0 0 0,0%", "0 0 0,0%"], ["- - - - -"]),
        (["15.047 86,5% 16.470 79,1%"], None),  # a row alone tells nothing of columns
        (["15.047 86,5% 16.470 79,1%", "1.691 148,3% 1.632"], None),
        ([ROW, OTHER], None),
        (["15.047", "1.691"], None),
    ],
)
def test_where_all_rows_are_short_of_as_many_figures_their_columns_are_lost(rows: list[str], placed: list[str] | None) -> None:
    found = place_short([figures(printed) for printed in rows], COLUMNS)
    if placed == ["- - - - -"]:  # nothing tells which columns the zeros are of
        assert found is not None
        assert all(one is None or None in one for one in found)
        return
    assert (found and [texts(one) for one in found]) == placed


@pytest.mark.parametrize(
    ("printed", "is_right"),
    [
        (ROW, True),
        (WRONG, False),
        (ZEROS, True),
        ("15.047 - 86,5% 16.470 79,1%", True),
        ("15.047 - 86,5% 16.470 179,1%", False),  # no actual is both
        ("15.047 - - 16.470 179,1%", True),
        ("0 - 86,5% 16.470 179,1%", True),  # there are cents that are not printed
        ("- 13.021 86,5% 16.470 79,1%", True),
        ("15.047 13.021 16.470 86,5% 79,1%", False),
    ],
)
def test_figures_fit_columns_if_no_percentage_denies_it(printed: str, *, is_right: bool) -> None:
    assert fits(row(printed), COLUMNS) is is_right


@pytest.mark.parametrize(
    ("rows", "is_borne_out"),
    [
        ([ROW], True),
        ([], False),
        ([ZEROS] * 3, False),
        ([ROW, ZEROS, ZEROS], True),
        ([WRONG], False),
        ([ROW] * 5 + ["1 2 3 4 5"], False),  # ten percentages hold, and one row has none
        ([ROW] * 6 + ["1 2 3 4 5"], True),
        ([*[ROW] * 5, WRONG], True),  # eleven hold, one fails
        ([*[ROW] * 4, WRONG], False),
        ([*[ROW] * 6, TWICE], True),  # twelve hold, and both of one row fail
        ([*[ROW] * 5, TWICE], False),
    ],
)
def test_columns_are_borne_out_if_percentages_hold_and_nearly_none_fails(rows: list[str], *, is_borne_out: bool) -> None:
    assert confirmed([tuple(figures(printed)) for printed in rows], COLUMNS) is is_borne_out


@pytest.mark.parametrize(
    ("printed", "is_placed"),
    [
        ("1.762.52 7 1.088.16 3", False),  # two figures, each cut in two
        ("1.762.5 27 1.088.1 63", False),
        ("1.762.521 7 1.088.163 3", True),
        ("1.762.521 7 1.088.16 4.521", True),
    ],
)
def test_figures_that_are_cut_in_two_stand_under_no_columns(printed: str, *, is_placed: bool) -> None:
    """Though there are as many as columns, and no percentage tells."""
    columns = columns_of(tuple(f"Raming {year}" for year in (2025, 2026, 2027, 2028)))
    assert texts(place(figures(printed), columns)) == (printed if is_placed else None)
