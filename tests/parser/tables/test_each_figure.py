"""Each figure of the last tables damaged in each way: what is lost is that figure, or its row, or nothing, and it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.parser.tables.changes import LABELS, LINES, Reading, Said, read, value, with_line

Damage = Callable[[str], str | None]
"""What is printed for a figure; None where it cannot be damaged so."""


def first_digit(figure: str) -> int:
    return next(place for place, character in enumerate(figure) if character.isdigit())


def misread(figure: str) -> str:
    place = first_digit(figure)
    return f"{figure[:place]}x{figure[place + 1 :]}"


def with_mark(old: str, new: str) -> Damage:
    return lambda figure: figure.replace(old, new) if old in figure else None


def with_decimals(figure: str) -> str | None:
    return None if "," in figure else f"{figure},5"


def with_one_more_decimal(figure: str) -> str | None:
    return f"{figure[:-1]}5%" if "%" in figure else f"{figure}5" if "," in figure else None


def with_other_sign(figure: str) -> str:
    return figure[:-1] if "%" in figure else f"{figure}%"


DAMAGES: dict[str, tuple[Damage, str]] = {
    "a letter for a digit": (misread, "unreadable-figure"),
    "no mark between thousands": (with_mark(".", ""), "unreadable-figure"),
    "two marks between thousands": (with_mark(".", ".."), "unreadable-figure"),
    "a nought before it": (lambda figure: f"0{figure}", "unreadable-figure"),
    "a dash for it": (lambda figure: "-", "unreadable-figure"),
    "decimals that the column has not": (with_decimals, "misread-figure"),
    "one decimal more": (with_one_more_decimal, "misread-figure"),
    "a comma for a point": (lambda figure: with_mark(".", ",")(figure) if "," not in figure else None, "misread-figure"),
}


def damaged(damage: Damage) -> Iterator[tuple[str, int, str, str, str]]:
    """Each row and column, what is printed there then, and the row as it was and as it is.

    The rows are one that names its section, one that does not, one of zeros, and the staff's.
    """
    for label, line in ((LABELS[place], LINES[place]) for place in (0, 1, 4, 6)):
        cells = line.split("\t")
        for column, figure in enumerate(cells[2:]):
            printed = damage(figure)
            if printed is not None:
                yield label, column, printed, line, "\t".join([*cells[: 2 + column], printed, *cells[3 + column :]])


@pytest.mark.parametrize("name", DAMAGES)
def test_a_misread_figure_costs_itself_alone(name: str) -> None:
    damage, code = DAMAGES[name]
    for label, column, printed, line, new in damaged(damage):
        assert read(with_line(line, new)) == Reading({(label, column): None}, [Said(code, "error", new, printed)])


def test_another_number_is_read_as_it_is_printed() -> None:
    """Whether it can be right is for the arithmetic to say."""
    for label, column, printed, line, new in damaged(lambda figure: f"{figure[:-2]}9%" if "%" in figure else None):
        changed = {} if new == line else {(label, column): value(printed)}
        assert read(with_line(line, new)) == Reading(changed, [])


def test_a_misread_figure_on_a_line_of_its_own_is_told_with_that_line() -> None:
    for label, column, printed, line, new in damaged(lambda figure: f"{figure[:-1]}x{figure[-1]}"):
        if printed[0].isdigit():
            text = new.replace(f"\t{printed}", f"\n{printed}").replace(f"{printed}\t", f"{printed}\n")
            assert read(with_line(line, text)) == Reading(
                {(label, column): None}, [Said("unreadable-figure", "error", printed, printed)]
            )


def test_an_empty_cell_costs_its_figure_alone() -> None:
    for label, column, _, line, new in damaged(lambda figure: ""):
        assert read(with_line(line, new)) == Reading(
            {(label, column): None}, [Said("missing-figure", "error", new, new.strip())]
        )


def test_a_figure_that_stands_twice_costs_nothing() -> None:
    for _, _, _, line, new in damaged(lambda figure: f"{figure}\t{figure}"):
        assert read(with_line(line, new)) == Reading({}, [Said("doubled-figure", "warning", new, new.strip())])


@pytest.mark.parametrize("damage", [with_other_sign, lambda figure: f"{figure}\t7.654"], ids=["sign", "one too many"])
def test_a_row_whose_figures_are_of_other_kinds_or_too_many_has_none(damage: Damage) -> None:
    for label, _, _, line, new in damaged(damage):
        lost = {(label, column): None for column in range(5)}
        assert read(with_line(line, new)) == Reading(lost, [Said("undecidable-row", "error", new, new.strip())])


@pytest.mark.parametrize("between", ["\n{}", "{}\n", "<br>{}", " {} ", "\t{}", "|{}|", "\u00a0{}\u2009"])
def test_whatever_parts_it_from_the_others_costs_nothing(between: str) -> None:
    for _, _, _, line, new in damaged(between.format):
        assert read(with_line(line, new.replace("\t\n", "\n").replace("\n\t", "\n").rstrip("\n"))) == Reading({}, [])
