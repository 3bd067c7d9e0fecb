"""Labels whose cells are too narrow for them: they wrap in the middle of a word, with a hyphen or without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Report
from tests.parser.tables.test_broken_labels import STAFF, assert_is_whole
from tests.parser.tables.test_sections import FIGURES, SECTIONS

HEAD = "Budgettaire onderbouwing   Budget 2025   Jaarrekening 2025   % Besteding budget 2025   Jaarrekening 2024   "
TO = "Jaarrekening 2025 t.o.v. 2024"
HYPHEN = "\u2010"


def read(*rows: str) -> Report:
    header = ["Acties", "AC31228 - Herinrichting van het plein\tDienst Wegen", "Het plein is klaar."]
    return gentbudget.parse("\n".join([*header, HEAD + TO, *rows, STAFF, "VTE 40,88 33,50 81,9% 43,47 77,1%", ""]))


def figures(number: int) -> str:
    return "   ".join(FIGURES[number].split())


PIECES = ("Exploita", "tie"), ("Investe", "ring"), ("Financie", "ring")
PLACES = {
    "beside the section and its figures": (
        "{none:15}Uitgaven      {spent}",
        "{none:15}{begun}",
        "{section:15}{rest:14}{received}",
    ),
    "below its figures": ("{section:15}Uitgaven      {spent}", "{none:15}{begun:14}{received}", "{none:15}{rest}"),
}


@given(st.sampled_from(sorted(PLACES)), st.integers(6, len("Ontvangsten") - 1))
def test_the_rest_of_a_label_stands_on_the_next_line(place: str, cut: int) -> None:
    label = "Ontvangsten"
    parts = {"none": "", "begun": label[:cut], "rest": label[cut:]}
    rows = [
        line.format(section=section, spent=figures(2 * i), received=figures(2 * i + 1), **parts)
        for i, section in enumerate(SECTIONS)
        for line in PLACES[place]
    ]
    assert_is_whole(read(*rows))


def test_both_labels_of_a_row_are_broken() -> None:
    rows = [
        line
        for i, (first, second) in enumerate(PIECES)
        for line in (
            f"{'':15}Uitgaven      {figures(2 * i)}",
            f"{f'{first}-':15}Ontvang-",
            f"{second:15}sten          {figures(2 * i + 1)}",
        )
    ]
    assert_is_whole(read(*rows))


@pytest.mark.parametrize("begun", [f"Ont vang {HYPHEN}", f"Ont vang{HYPHEN}", "Ontvang-"])
def test_a_label_with_blanks_in_it_is_broken_beside_its_figures(begun: str) -> None:
    rows = [
        line
        for i, section in enumerate(("Ex ploi ta tie", "In ves te ring", "Fi nan cie ring"))
        for line in (f"{section} Uitgaven {FIGURES[2 * i]}", f"{begun} {FIGURES[2 * i + 1]}", "sten")
    ]
    assert_is_whole(read(*rows))


CUT = ["Exploitatie\nUitgaven", "1.762.52", "7", "1.088.", "163", "61,7%", "1.135.6", "61", "95,8%"]


@pytest.mark.parametrize(
    "lines", [CUT, ["Exploitatie Uitgaven 1.762.52", *CUT[2:]], [*CUT[:2], " ".join(CUT[2:4]), *CUT[4:7], " ".join(CUT[7:])]]
)
def test_figures_that_are_cut_in_two_are_read_where_their_ends_stand_on_the_next_line(lines: list[str]) -> None:
    report = read("\n".join(lines), f"Ontvangsten {FIGURES[1]}")
    row = report["AC31228"].budget.operating.expenditure
    assert [str(cell.value) for cell in row.figures] == ["1762527", "1088163", "61.7", "1135661", "95.8"]
    assert row.figures[0].text == report.text[row.figures[0].start : row.figures[0].end] == "1.762.52\n7"


def test_such_figures_are_none_if_no_percentage_bears_them_out() -> None:
    cut = "\n".join(["Uitgaven", "1.762.52", "7", "1.088.16", "3", "16,7%", "1.135.66", "1", "95,8%"])
    row = read("Exploitatie", cut, f"Ontvangsten {FIGURES[1]}")["AC31228"].budget.operating.expenditure
    assert [cell.value for cell in row.figures] == [None] * 5


@pytest.mark.parametrize(
    ("begun", "row"),
    [
        ("16.241.50", "0 3.248 0,0% 2.711 119,8%"),  # of a budget of nothing no percentage tells
        ("1.23", "0 0 0,0% 2.711 0,0%"),
    ],
)
def test_the_rest_of_a_figure_that_begins_above_its_row_is_no_figure(begun: str, row: str) -> None:
    """Where the cells of a row end on one line, those of two begin above it: `16.241.500,0%` is not 0,0%."""
    rows = [f"Exploitatie Uitgaven {FIGURES[0]}", begun, f"Exploitatie Ontvangsten {row}", f"Investering Uitgaven {FIGURES[2]}"]
    budget = read(*rows)["AC31228"].budget
    assert [cell.value for cell in budget.operating.receipts.figures][:3] == [None] * 3
    assert [cell.text for cell in budget.investment.expenditure.figures] == FIGURES[2].split()


def test_the_columns_of_a_table_are_those_of_all_lines_of_its_head_where_the_first_row_goes_on_below() -> None:
    words = HEAD.replace("Besteding", "Bestedin\ng").split() + TO.replace("Jaarrekening", "Jaarreke\nning").split()
    head = "\n".join(["Budgettaire onderbouwing Budget", *words[3:]])
    header = "Acties\n\nAC31228 - Herinrichting van het plein\tDienst Wegen\n\nHet plein is klaar.\n\n"
    rows = ["Exploitatie Uitgaven 1.762.52", "7", "1.088.163 61,7%", "1.135.661 95,8%", f"Ontvangsten {FIGURES[1]}"]
    report = gentbudget.parse("\n".join([header + head, *rows, STAFF, "VTE 40,88 33,50 81,9% 43,47 77,1%", ""]))
    assert len(report["AC31228"].budget.columns) == len(FIGURES[0].split())
    assert str(report["AC31228"].budget.operating.expenditure.budget) == "1762527"


@pytest.mark.parametrize("mark", ["-", "\u00ad\u2010", f" {HYPHEN}", ""])
def test_a_section_in_two_pieces_stands_beside_its_two_rows(mark: str) -> None:
    rows = [
        line
        for i, (first, second) in enumerate(PIECES)
        for line in (f"{first}{mark} Uitgaven {FIGURES[2 * i]}", f"{second} Ontvangsten {FIGURES[2 * i + 1]}")
    ]
    assert_is_whole(read(*rows))


@pytest.mark.parametrize(
    "first", [f"Fi nan cie {HYPHEN} Uitgaven", "Fi\u00adnan\u00adcie\u00ad\u2010 Uitgaven", "|Fi nan cie -|Uitgaven|"]
)
def test_the_second_piece_of_a_section_stands_between_its_rows(first: str) -> None:
    rows = [
        f"Exploitatie Uitgaven {FIGURES[0]}",
        f"Ontvangsten {FIGURES[1]}",
        f"Investering Uitgaven {FIGURES[2]}",
        f"Ontvangsten {FIGURES[3]}",
        f"{first} {FIGURES[4]}",
        "ring",
        f"Ontvangsten {FIGURES[5]}",
    ]
    assert_is_whole(read(*rows))
