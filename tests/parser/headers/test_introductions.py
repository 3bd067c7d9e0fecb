"""Which lines of an introduction may be a header's, and what is told of each by itself."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Fields
from gentbudget.parser.headers.introductions import _is_cut, split_introduction
from gentbudget.parser.headers.pieces import Found
from gentbudget.parser.lines.line import Line
from gentbudget.vocabulary import Kind
from tests.parser.headers.lines import HEADINGS, header


def test_a_page_number_above_the_code_is_left_and_a_name_there_is_the_header_s() -> None:
    found = header("12\nDienst Wonen\nAC34485 - Begeleiden van huurders")
    assert [line.text for line in found.above] == ["12"]
    assert [piece.text for piece in found.pieces] == ["Dienst Wonen", "Begeleiden van huurders"]


@pytest.mark.parametrize(
    ("line", "most"), [("in de stad", tolerances.MOST_STACKED_LINES), ("in de stad " * 6, tolerances.MOST_HEADER_LINES)]
)
def test_so_many_lines_may_be_a_header_s_and_more_where_each_is_that_of_a_cell(line: str, most: int) -> None:
    found = header("AC34485 - Begeleiden van huurders\n" + f"{line}\n" * 20)
    assert len(found.pieces) == most
    assert found.is_described


def test_one_blank_line_parts_two_paragraphs() -> None:
    assert [piece.parted for piece in header("AC34485 - Huren\n\nDienst Wonen\nen Bouwen").pieces] == [False, True, False]


def test_what_the_typeface_prints_as_one_sign_is_read_as_its_letters() -> None:
    assert header("AC34485 - E\ufb00ect meten").code_piece.text == "Effect meten"


def test_the_code_in_a_cell_of_its_own_is_the_entry_s_and_one_among_words_is_not() -> None:
    line = Line("LED_CODE_LINE", "Samen met AC11111      AC34485 - Begeleiden van huurders", 2, 0)
    read = split_introduction([line], HEADINGS["A"]).header
    assert read is not None
    found = read.evidence
    assert found.code == "AC34485"
    assert [piece.text for piece in found.pieces] == ["Samen met AC11111", "Begeleiden van huurders"]
    told = [(p.columns, p.in_table, p.parted, p.has_fields, p.marked) for p in found.pieces]
    assert told == [(False,) * 5] * 2


def test_an_objective_s_header_has_no_pieces_and_none_of_its_own() -> None:
    found = header("Iedereen woont hier", "O")
    assert (found.pieces, found.own) == ((), 0)


@pytest.mark.parametrize(
    ("line", "is_cut"),
    [
        ("AC34485      Begeleiden van huurders      Dienst Wonen", False),  # the code has a cell of its own
        ("AC34485 - Begeleiden van      Dienst      huurders      Wonen", True),
    ],
)
def test_a_line_with_more_cells_than_title_and_owner_is_of_lines_that_a_program_joined(line: str, *, is_cut: bool) -> None:
    assert header(line).is_cut == is_cut


@pytest.mark.parametrize(("behind", "title"), [(" - Iedereen woont hier", "Iedereen woont hier"), ("", None)])
def test_an_objective_s_title_may_stand_behind_the_code_in_its_heading(behind: str, title: str | None) -> None:
    found = split_introduction([], Line("OBJECTIVE_HEADING", f"Beleidsdoelstelling SD10041{behind}", 1, 0)).header
    assert found is not None
    assert (found.evidence.code, found.title) == ("SD10041", title)


@pytest.mark.parametrize(
    ("row", "is_header_s"),
    [("|van huurders||", True), ("|Budgettaire onderbouwing|Budget 2024|", False), ("Budgettaire onderbouwing", True)],
)
def test_a_row_that_holds_the_label_of_a_table_is_none_of_the_header(row: str, *, is_header_s: bool) -> None:
    texts = ["|AC34485 - Begeleiden|Dienst Wonen|", row, "Tekst."]
    types = ["CODE_LINE", "TEXT_LINE", "TEXT_LINE"]
    printed = [Line(name, text, number, 0) for number, (name, text) in enumerate(zip(types, texts, strict=True), 2)]
    found = split_introduction(printed, HEADINGS["A"]).header
    assert found is not None
    assert len(found.evidence.pieces) == (3 if is_header_s else 1)


@pytest.mark.parametrize("blanks", [" ", "   "])
def test_fields_in_a_paragraph_below_whole_cells_are_the_header_s(blanks: str) -> None:
    below = blanks.join(("Lopend", "Ontwerp", "2022 - 2026"))
    found = header(f"PR40001 - Bouwen van huizen      Dienst Wonen\n\n{below}\n\nTekst.")
    assert (found.fields.status, found.fields.phase, str(found.fields.period)) == ("Lopend", "Ontwerp", "2022 - 2026")
    assert len(found.pieces) == 2


@pytest.mark.parametrize(
    ("below", "split"),
    [("versnellen", 1), (" versnellen", 1), ("  versnellen", None), ("versnellen in de hele stad Gent", None)],
)
def test_a_line_below_a_plan_s_title_is_its_own_unless_it_reaches_the_organisation_s_column(
    below: str, split: int | None
) -> None:
    found = header(f"OD10071   Betaalbaar wonen    Groep Gent\n{'':10}{below}\n\nTekst.", "P")
    assert found.pieces[1].split == split


def test_a_period_on_a_line_of_the_title_is_no_field_where_another_is_printed_as_fields_are() -> None:
    found = header("PR40001 - Fietsenstallingen\n2025-2027\nLopend   Uitvoering   2020 - 2030   Dienst Wonen\n\nTekst.")
    assert str(found.fields.period) == "2020 - 2030"
    assert [piece.text for piece in found.pieces[:3]] == ["Fietsenstallingen", "2025-2027", "Dienst Wonen"]


@pytest.mark.parametrize("below", ["Huren      van woningen", "|van|woningen|", f"{'':42}Dienst Wonen"])
@pytest.mark.parametrize(("between", "least"), [("Wie huurt, krijgt raad.", 1), ("in de stad", 3)])
def test_behind_a_sentence_nothing_is_certainly_a_header_s_that_looks_like_cells(below: str, between: str, least: int) -> None:
    assert header(f"AC34485 - Begeleiden van huurders      Dienst Wonen\n{between}\n{below}\n\nTekst.").least == least


@pytest.mark.parametrize(("length", "least"), [(tolerances.LONGEST_CELL, 3), (tolerances.LONGEST_CELL + 1, 1)])
def test_behind_a_line_longer_than_a_cell_s_no_text_is_certainly_the_owner_s_by_its_place(length: int, least: int) -> None:
    title, between = "Begeleiden van huurders en kotstudenten in de stad", "en wie huurt".ljust(length, "x")
    assert header(f"AC34485 - {title}\n{between}\n{'':45}Dienst Wonen\n\nTekst.").least == least


@pytest.mark.parametrize(
    ("kind", "rows", "is_cut"),
    [
        ("action", ["|AC34485 - Begeleiden van huurders|Dienst Wonen|"], False),
        ("action", ["|AC34485 - Begeleiden van h|uurders|"], True),
        ("action", ["|AC34485|begeleiden van huurders|"], True),
        ("action", ["|AC34485 - Begeleiden|Van huurders|Dienst Wonen|"], True),  # more cells than an action has
        ("plan", ["|OD10071|betaalbaar wonen|Groep Gent|"], False),  # a plan's title may begin above
        ("plan", ["|OD10071|Betaalbaar|w|onen|"], True),
        ("plan", ["|OD10071|betaalbaar|wonen|"], True),
        # Above the code, a cell may begin further up in its column, unless it stands beside another.
        ("action", ["||en Sport|", "|AC34485 - Huren||"], False),
        ("action", ["||en Sport|", "|AC34485 - Huren|en Jeugd|"], False),
        ("action", ["||Dienst Spo|rt en|", "|AC34485 - Huren|||"], True),
        ("action", ["|Dienst||rt en|", "|AC34485 - Huren|||"], False),
    ],
)
def test_borders_cut_words_where_a_cell_begins_with_a_small_letter_and_none_above_it_does(
    kind: Kind, rows: list[str], *, is_cut: bool
) -> None:
    own = [Line("CODE_LINE", row, number, 0) for number, row in enumerate(rows)]
    code = "OD10071" if kind == "plan" else "AC34485"
    found = Found(code, kind, own, own[-1], bordered=True, behind=[], fields=Fields())
    assert _is_cut(found) is is_cut
    assert not _is_cut(found._replace(bordered=False))


@pytest.mark.parametrize(("code", "heading", "is_cut"), [("OD10071", "P", False), ("AC34485", "A", True)])
def test_a_line_of_many_cells_below_a_plan_s_code_is_none_of_joined_lines(code: str, heading: str, *, is_cut: bool) -> None:
    found = header(f"{code} Betaalbaar wonen\nSamen      met      iedereen      hier\n\nTekst.", heading)
    assert found.is_cut is is_cut


@pytest.mark.parametrize("below", [f"{'':21}Groep Gent", "van lokalen      Groep Gent", "|van lokalen|Groep Gent|"])
def test_behind_a_paragraph_below_title_and_owner_nothing_is_the_header_s(below: str) -> None:
    found = header(f"AC34485 - Huren      Dienst Wonen\n\nWie huurt, krijgt raad\n\n{below}\n\nTekst.")
    assert [piece.text for piece in found.pieces] == ["Huren Dienst Wonen"]


@pytest.mark.parametrize(("before", "split"), [(tolerances.NEAR_COLUMN, None), (tolerances.NEAR_COLUMN - 1, 0)])
def test_a_line_that_begins_near_the_owner_s_column_is_the_owner_s(before: int, split: int | None) -> None:
    first = "AC34485 - Huren van      Dienst Wonen"
    below = f"{'':{first.index('Dienst') - before}}Zorg"
    assert header(f"{first}\n{below}\n\nTekst.").pieces[1].split == split
