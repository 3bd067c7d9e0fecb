"""What one line of a header tells by itself: its words, those of title and owner, and what parts them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gentbudget.parser.headers.header import Piece
from gentbudget.parser.headers.pieces import lone_cell
from gentbudget.parser.lines.line import Line
from tests.parser.headers.lines import header


def told(piece: Piece) -> tuple[str, str, str]:
    """Title and owner, the latter `?` where the line does not part them, and the marks of what it tells besides."""
    marks = {"columns": piece.columns, "table": piece.in_table, "parted": piece.parted, "fields": piece.has_fields}
    marks["marked"] = piece.marked
    owner = "?" if piece.split is None else " ".join(piece.owner)
    return " ".join(piece.title), owner, " ".join(name for name, holds in marks.items() if holds)


FIELDS = "Lopend\tOntwerp\t2022 - 2026"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AC34485 - Begeleiden van huurders\tDienst Wonen", ("Begeleiden van huurders", "Dienst Wonen", "columns")),
        ("AC34485 - Begeleiden van huurders   Dienst Wonen", ("Begeleiden van huurders", "Dienst Wonen", "columns")),
        ("AC34485 - Begeleiden van huurders Dienst Wonen", ("Begeleiden van huurders Dienst Wonen", "?", "")),
        ("AC34485 - Begeleiden van huurders", ("Begeleiden van huurders", "?", "")),
        ("AC34485\tBegeleiden van huurders\tDienst Wonen", ("Begeleiden van huurders", "Dienst Wonen", "columns")),
        ("AC34485\tBegeleiden van huurders", ("Begeleiden van huurders", "?", "")),
        ("AC34485 - Begeleiden\tvan huurders\tDienst Wonen", ("Begeleiden van huurders", "Dienst Wonen", "columns")),
        ("AC34485", ("", "?", "")),
        ("AC34485 - Huren\tDienst Wonen\tPagina 12 van 14", ("Huren", "Dienst Wonen", "columns")),
        ("AC34485 - Huren\tDienst Wonen\t12", ("Huren Dienst Wonen", "12", "columns")),
        (f"PR40001 - Bouwen\t{FIELDS}\tDienst Wonen", ("Bouwen", "Dienst Wonen", "columns fields")),
        (f"PR40001 - Bouwen {FIELDS.replace(chr(9), ' ')} Dienst Wonen", ("Bouwen", "Dienst Wonen", "fields")),
        (f"PR40001 - Bouwen\t{FIELDS}", ("Bouwen", "", "columns fields")),
        (f"PR40001\t{FIELDS}\tDienst Wonen", ("", "Dienst Wonen", "columns fields")),
        ("AC34485 - Huren\tLopend\tDienst Wonen", ("Huren Lopend", "Dienst Wonen", "columns")),  # an action has no status
    ],
)
def test_the_line_of_the_code_tells_title_and_owner_by_what_parts_them(line: str, expected: Sequence[str]) -> None:
    assert told(header(line).code_piece) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("\tDienst Wonen", ("", "Dienst Wonen", "columns")),
        ("van huurders\tDienst Wonen", ("van huurders", "Dienst Wonen", "columns")),
        ("van huurders", ("van huurders", "?", "")),
        ("\nvan huurders", ("van huurders", "?", "parted")),
        ("Lopend", ("", "", "fields")),
        ("van huurders Lopend", ("van huurders Lopend", "?", "")),  # which may be a word of the title
        ("Lopend\tDienst Wonen", ("", "Dienst Wonen", "columns fields")),
    ],
)
def test_a_line_below_it_is_the_owner_s_behind_an_empty_cell_or_fields(line: str, expected: Sequence[str]) -> None:
    found = header(f"PR40001 - Begeleiden\n{line}")
    assert told(found.pieces[1]) == expected


@pytest.mark.parametrize(
    ("below", "in_table"),
    [("van huurders", False), ("van|huurders", False), ("|van huurders|", True), ("|van|huurders|", True)],
)
def test_a_line_between_two_borders_stands_in_a_table(below: str, *, in_table: bool) -> None:
    assert header(f"AC34485 - Begeleiden\n{below}\n\nTekst.").pieces[1].in_table is in_table


@pytest.mark.parametrize("columns", [True, False])
@pytest.mark.parametrize(("split", "both"), [(None, False), (0, False), (1, True), (2, False)])
def test_a_line_parts_cells_where_it_has_words_of_both(*, split: int | None, both: bool, columns: bool) -> None:
    piece = Piece(("Huren", "Wonen"), split, 0, 20, columns=columns)
    assert piece.parts_cells is (both and columns)


@pytest.mark.parametrize(
    ("first", "line", "cell"),
    [
        ("|AC34485 - Huren|Dienst Wonen|", "|van lokalen||", "title"),
        ("|AC34485 - Huren|Dienst Wonen|", "|van lokalen|", None),  # a row of another table
        ("|AC34485 - Huren|Dienst Wonen|", "||en Zorg|", "owner"),
        ("|AC34485 - Huren|Dienst Wonen|", "|van lokalen|en Zorg|", None),
        ("|AC34485|Huren|Dienst Wonen|", "||van lokalen||", "title"),
        ("|AC34485|Huren|Dienst Wonen|", "|||en Zorg|", "owner"),
        # A spreadsheet saves lines of the description with tabs behind them.
        ("AC34485 - Huren\tDienst Wonen\t", "Wie huurt, krijgt raad.\t\t", None),
        ("AC34485 - Huren\tDienst Wonen\t", "\ten Zorg\t", "owner"),
        ("AC34485\tHuren\tDienst Wonen", "\tvan lokalen\t", "title"),
        ("AC34485\tHuren\tDienst Wonen", "\t\ten Zorg", "owner"),
        ("AC34485\tHuren", "\tvan lokalen", None),  # where the title has the last cell, the owner may have it
    ],
)
def test_a_row_that_fills_one_cell_has_the_words_of_the_cell_above(first: str, line: str, cell: str | None) -> None:
    code, row = (Line(kind, raw, 1, 0) for kind, raw in (("CODE_LINE", first), ("TEXT_LINE", line)))
    assert lone_cell(row, code, "AC34485") == cell


@pytest.mark.parametrize(
    ("text", "heading", "columns"),
    [
        ("PR40001 - Bouwen Lopend Ontwerp 2022 - 2026   Dienst Wonen", "A", False),  # by chance: fields have single blanks
        ("PR40001 - Bouwen   Lopend Ontwerp 2022 - 2026   Dienst Wonen", "A", True),
        ("OD10071 Betaalbaar 2020 - 2027   Groep Gent", "P", True),
        ("AC34485 - Huren   Dienst Wonen", "A", True),
    ],
)
def test_a_single_wide_blank_beside_fields_parts_no_cells_of_a_project(text: str, heading: str, *, columns: bool) -> None:
    piece = header(text, heading).code_piece
    assert piece.columns is columns
    assert " ".join(piece.printed) == " ".join(text.split()).split(" ", 1)[1].removeprefix("- ")
