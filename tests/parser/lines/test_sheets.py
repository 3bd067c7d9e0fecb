"""Spreadsheets saved as text: CSV with any separator, cells quoted or not, numbers as printed or plain."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget.parser.lines.sheets import with_tabs
from tests.parser.small import SMALL

HEAD = ["Budget 2025", "Jaarrekening 2025", "% Besteding budget 2025", "Jaarrekening 2024", "Jaarrekening 2025 t.o.v. 2024"]
STAFF_HEAD = ["Plan 2025", "Betaald 2025", "% Besteding plan 2025", "Betaald 2024", "Betaald 2025 t.o.v. 2024"]
ROWS = [
    ["Exploitatie", "Uitgaven", "2.060.616", "958.995", "46,5%", "906.650", "105,8%"],
    ["", "Ontvangsten", "471.642", "126.754", "26,9%", "507.262", "25,0%"],
    ["Investering", "Uitgaven", "0", "0", "0,0%", "0", "0,0%"],
    ["", "Ontvangsten", "0", "0", "0,0%", "0", "0,0%"],
    ["Financiering", "Uitgaven", "0", "0", "0,0%", "0", "0,0%"],
    ["", "Ontvangsten", "0", "0", "0,0%", "0", "0,0%"],
]
STAFF = ["VTE", "", "40,88", "33,50", "81,9%", "43,47", "77,1%"]


def sheet(rows: list[list[str]] = ROWS, staff: list[str] = STAFF, note: str = "-") -> list[list[str]]:
    whole = [
        ["Acties"],
        ["AC31228 - Herinrichting van het plein", "Dienst Wegen"],
        [note],
        ["Budgettaire onderbouwing", "", *HEAD],
        *rows,
        ["Onderbouwing personeel", "", *STAFF_HEAD],
        staff,
        [],
    ]
    return [row + [""] * (7 - len(row)) for row in whole]


def saved(rows: list[list[str]], separator: str, *, quoted: bool = False) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL).writerows(rows)
    return text.getvalue()


def plain(figure: str) -> str:
    """As a spreadsheet shows it: no marks between thousands, two decimals in a percentage, else no zeros at the end."""
    if figure.endswith("%"):
        return figure[:-1] + "0%"
    figure = figure.replace(".", "")
    return figure.rstrip("0").rstrip(",") if "," in figure else figure


@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_figure_of_a_spreadsheet_is_read_and_its_place_is_what_is_printed(separator: str, quoted: bool) -> None:
    report = gentbudget.parse(saved(sheet(), separator, quoted=quoted))
    entry = report["AC31228"]
    assert (entry.title, entry.owner) == ("Herinrichting van het plein", "Dienst Wegen")
    assert [[cell.text for cell in row.figures] for row in entry.budget.rows] == [row[2:] for row in ROWS]
    assert entry.staff["Betaald 2025"] == Decimal("33.50")
    cells = [cell for row in (*entry.budget.rows, entry.staff) for cell in row.figures]
    assert [report.text[cell.start : cell.end] for cell in cells] == [cell.text for cell in cells]
    lines = report.text.split("\n")
    assert all(lines[c.line - 1][c.column - 1 :].startswith(c.text) for c in cells)
    assert not report.check()


def test_blank_lines_above_a_spreadsheet_count() -> None:
    text = "\n\n" + saved(sheet(), ";")
    cell = gentbudget.parse(text)["AC31228"].budget.rows[0].figures[0]
    assert text.split("\n")[cell.line - 1][cell.column - 1 :].startswith("2.060.616")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_plain_numbers_are_read_with_the_decimals_they_stand_for(separator: str) -> None:
    rows = [[*row[:2], *map(plain, row[2:])] for row in ROWS]
    report = gentbudget.parse(saved(sheet(rows, [*STAFF[:2], *map(plain, STAFF[2:])]), separator))
    entry = report["AC31228"]
    assert [cell.value for cell in entry.budget.rows[0].figures] == [
        *map(Decimal, ("2060616", "958995", "46.5", "906650", "105.8"))
    ]
    assert [str(cell.value) for cell in entry.staff.figures] == ["40.88", "33.50", "81.9", "43.47", "77.1"]
    assert entry.budget.rows[0].figures[2].text == "46,50%"
    assert not [f for f in (*report.findings, *report.check()) if f.severity == "error"]


def test_a_percentage_too_large_for_a_number_keeps_its_marks_among_plain_amounts() -> None:
    rows = [[*row[:2], *map(plain, row[2:])] for row in ROWS]
    rows[0] = ["Exploitatie", "Uitgaven", "944173", "856011", "90,7%", "0", "174.696.067,3%"]
    row = gentbudget.parse(saved(sheet(rows), ";"))["AC31228"].budget.rows[0]
    assert [str(cell.value) for cell in row.figures] == ["944173", "856011", "90.7", "0", "174696067.3"]


def test_one_number_without_marks_is_misread_where_the_others_have_them() -> None:
    rows = [[*ROWS[0][:2], "2060616", *ROWS[0][3:]], *ROWS[1:]]
    report = gentbudget.parse(saved(sheet(rows), ";"))
    assert report["AC31228"].budget.rows[0].figures[0].value is None
    assert "unreadable-figure" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("least", ["1.000", "-1.000"])
def test_one_amount_of_a_thousand_with_its_mark_makes_those_without_misread(least: str) -> None:
    rows = [[*row[:2], *map(plain, row[2:])] for row in ROWS]
    rows[5] = ["", "Ontvangsten", least, "500", "0,0%", "0", "0,0%"]
    first, *_, last = gentbudget.parse(saved(sheet(rows), ";"))["AC31228"].budget.rows
    assert [cell.value for cell in first.figures[:2]] == [None, None]
    assert last.budget == Decimal(least.replace(".", ""))


def test_a_misread_decimal_among_plain_numbers_does_not_change_the_others() -> None:
    rows = [[*row[:2], *map(plain, row[2:])] for row in ROWS] * 40
    rows[1] = [*rows[1][:3], "126754,25", *rows[1][4:]]
    whole = [line for i in range(40) for line in sheet(rows[6 * i : 6 * i + 6])]
    figures = [
        cell for entry in gentbudget.parse(saved(whole, ";")).entries for row in entry.budget.rows for cell in row.figures
    ]
    assert [cell.text for cell in figures if cell.value is None] == ["126754,25"]
    assert str(figures[0].value) == "2060616"


def test_line_ends_separators_and_doubled_quotes_stand_inside_cells() -> None:
    note = 'Een "groot" plan; met drie\ndelen, en "Buurt aan zet"'
    rows = sheet(note=note)
    rows[3][3] = "Jaarrekening\n2025"
    rows[4][2] = "2.060.616\n"
    report = gentbudget.parse(saved(rows, ";"))
    entry = report["AC31228"]
    assert " ".join(" ".join(entry.paragraphs).split()) == 'Een "groot" plan; met drie delen, en "Buurt aan zet"'
    cells = [cell for row in (*entry.budget.rows, entry.staff) for cell in row.figures]
    assert len(cells) == 35
    lines = report.text.split("\n")
    assert all(lines[c.line - 1][c.column - 1 :].startswith(c.text) for c in cells)
    assert all(report.text[c.start : c.end] == c.text for c in cells)


CELLS = st.lists(st.lists(st.text('a";,\t\n\r 1', max_size=6), min_size=4, max_size=4), min_size=3, max_size=8)


@given(CELLS, st.sampled_from(";,"))
def test_cells_are_read_as_the_csv_module_reads_them(rows: list[list[str]], separator: str) -> None:
    text = saved(rows, separator, quoted=True)
    read = with_tabs(text)
    assert len(read) == len(text)
    assert [[cell.split() for cell in line.split("\t")] for line in read.rstrip("\r\n").split("\r\n")] == [
        [cell.split() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    ]


@given(CELLS, st.sampled_from(";,"))
def test_every_character_of_a_cell_without_doubled_quotes_keeps_its_place(rows: list[list[str]], separator: str) -> None:
    text = saved([[cell.replace('"', "") for cell in row] for row in rows], separator, quoted=True)
    read = with_tabs(text)
    assert all(a == b or a in '";,\t\n\r\f' for a, b in zip(text, read, strict=True))


@pytest.mark.parametrize(
    "title",
    ['Bouwaanvragen ("digitaal loket")', '"Buurt aan zet", in de wijken', 'Het "plein"; ook ("park")', 'De "', 'Wat 6" heet'],
)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_title_with_quotes_is_read_as_it_is_printed(title: str, separator: str) -> None:
    rows = sheet()
    rows[1][0] = f"AC31228 - {title}"
    entry = gentbudget.parse(saved(rows, separator))["AC31228"]
    assert (entry.title, entry.owner) == (title, "Dienst Wegen")


def test_three_cells_a_line_are_a_spreadsheet_and_two_are_none() -> None:
    assert with_tabs("Exploitatie;Uitgaven;12\n;Ontvangsten;0\n") == "Exploitatie\tUitgaven\t12\n\tOntvangsten\t0\n"
    assert with_tabs("Uitgaven;12\nOntvangsten;0\n") == "Uitgaven;12\nOntvangsten;0\n"


def test_other_texts_stay_as_they_are() -> None:
    text = 'Acties\n"Buurt aan zet" kreeg een vervolg, en de oproep "Groene gevels"; ook.\nVTE\t1,0\t2,0\n'
    assert with_tabs(text) == text


@pytest.mark.parametrize("lines", range(10, 40, 4))
def test_decimal_commas_of_a_text_that_begins_in_a_table_part_no_cells(lines: int) -> None:
    begin = SMALL.index("Exploitatie")
    rows = "\n".join(SMALL[begin:].split("\n")[:lines])
    assert with_tabs(rows) == rows


@pytest.mark.parametrize(
    ("lines", "is_sheet"),
    [
        (["a;b;c"] * 3 + ["zin", "zin"], True),  # three in five
        (["a;b;c"] * 3 + ["zin"] * 3, False),
        (["a;b;c"] * 3 + ["zin", "zin", "", ""], True),  # of those that are not blank
        (["a;b"] * 9, False),
        ([""] * 60_000 + ["a;b;c"], False),  # so far down that it is not looked at
        (["a,1,2", "1,2,3"], False),  # as many have a comma behind a label as have none
        (["a,1,2", "a,1,2", "1,2,3"], True),
        (["a,1,2"] * 2 + ["1,2,3"] * 3, False),
        ([",1,2", "1,2,3", ",3,4"], True),
        (["a,1,2", "a,1,2", "1,2,3", "a,b"], True),  # the last has another number of commas
        (["1;2;3"] * 3, True),
        ([f'a;"{";" * n}";c' for n in range(5)], True),  # what stands in quotes parts nothing
        (['"a;b;c"'] * 3, False),
        (["een; twee; drie, of vier, of vijf"] * 3, True),
    ],
)
def test_a_spreadsheet_has_the_same_separators_on_most_of_its_lines(lines: list[str], *, is_sheet: bool) -> None:
    assert ("\t" in with_tabs("\n".join(lines))) is is_sheet
