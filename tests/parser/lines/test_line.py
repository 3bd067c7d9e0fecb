"""A line: the cells in it, and what parts them."""

from __future__ import annotations

import pytest

from gentbudget.parser.lines.line import Line


def line(raw: str) -> Line:
    return Line("TEXT_LINE", raw, 1, 0)


@pytest.mark.parametrize(
    ("raw", "cells"),
    [
        ("Wonen\tDienst Wonen", ["Wonen", "Dienst Wonen"]),
        ("|Wonen||Dienst  Wonen|", ["", "Wonen", "", "Dienst Wonen", ""]),
        ("\tDienst Wonen", ["", "Dienst Wonen"]),
        ("Wonen   Dienst Wonen", ["Wonen", "Dienst Wonen"]),
        ("**Wonen**  **Dienst Wonen**", ["Wonen", "Dienst Wonen"]),
        ("  Wonen in Gent ", ["Wonen in Gent"]),
        ("Wonen<br>in Gent", ["Wonen in Gent"]),
        ("\u00c0\u00a0la carte", ["\u00c0 la carte"]),
    ],
)
def test_borders_part_cells_or_else_runs_of_blanks_do(raw: str, cells: list[str]) -> None:
    assert [cell.text for cell in line(raw).cells] == cells


@pytest.mark.parametrize("raw", ["Wonen\tDienst Wonen", "|a |b c|", "  Wonen in Gent ", "Wonen   Dienst Wonen", "Wonen |"])
def test_a_cell_stands_where_its_words_do(raw: str) -> None:
    for cell in line(raw).cells:
        assert raw[cell.start : cell.end].strip(" |") == cell.text


@pytest.mark.parametrize(
    ("raw", "borders"),
    [("a\tb", True), ("|a|b|", True), ("a|b", True), ("\ta", True), ("|a", True), ("a b", False), ("a |", False)],
)
def test_a_line_has_borders_where_one_stands_before_its_text_or_inside(raw: str, borders: bool) -> None:
    """What stands behind all of its text is no border: of one cell, it parts nothing."""
    assert line(raw).has_borders is borders


@pytest.mark.parametrize(
    ("raw", "plain"),
    [("Wonen in Gent", True), (" Wonen in Gent  ", True), ("Wonen  in Gent", False), ("Wonen\tin", False), ("**a**", False)],
)
def test_a_line_is_plain_where_single_blanks_part_its_words(raw: str, plain: bool) -> None:
    assert line(raw).is_plain is plain


def test_a_line_tells_its_place() -> None:
    wonen = Line("TEXT_LINE", "Wonen", 3, 20)
    assert (wonen.end, wonen.last_number) == (25, 3)


@pytest.mark.parametrize(
    "raw", ["Wonen in Gent", "  Wonen  in\tGent ", "**Wonen** in Gent", "|Wonen|in Gent|", "# Wonen<br>in Gent"]
)
def test_the_text_of_a_line_is_its_words_whatever_parts_them(raw: str) -> None:
    assert line(raw).text == "Wonen in Gent"
