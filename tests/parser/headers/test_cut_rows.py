"""Headers in tables of Markdown whose borders cut the lines of their cells, or whose rows stand in another's table."""

from __future__ import annotations

from typing import Any

import pytest

import gentbudget
from gentbudget import Action, Project
from gentbudget.parser.headers.cut_rows import _may_begin_name, _pieces
from tests.parser.headers.lines import header
from tests.parser.headers.test_letters import ACTION, BODY, PROJECT
from tests.parser.small import edited
from tests.parser.tolerances.changed import changed

NAME = "Dienst Sport en Bewegen"
PERIOD = gentbudget.model.Period(2021, 2030)


def markdown(header: str, *, known: list[str] | None = None, plain: str = PROJECT) -> Action:
    """The small report's project, or its action, with another header below a heading of Markdown."""
    report = gentbudget.parse(edited((plain, f"{header}\n")).replace("Acties\n", "#### **Acties**\n"), known=known)
    read = report[plain.split(maxsplit=1)[0]]
    assert isinstance(read, Action)
    return read


CUT = [
    # the border of a column of figures stands in the owner's cell, and in the phase's and the period's
    "|**PR40001 - Fietspaden**|**Lopend**|Uitvoer|ing<br>2021 - 2|030<br>**Dienst S**<br>**en Be**|**port**<br>**wegen**|",
    # no border before the fields, and the first lines of all cells in one
    "|**PR40001 - Fietspaden**<br>**Lopend**<br>**Uitvoering**|**2021 - 2030**|**Dienst Sport e**<br>**Bewegen**|**n**|",
    # one line of the owner's goes over two borders
    "|**PR40001 - Fietspaden**||**Lopend**|**Uitvoering**|**2021 -**|**2030**<br>**Dien**|**st Sport en Be**|**wegen**|",
]


@pytest.mark.parametrize("row", CUT)
def test_the_pieces_of_a_row_that_borders_cut_make_its_fields_and_a_name_that_is_known(row: str) -> None:
    read = markdown(row, known=[NAME, "Dienst Sport"])
    assert isinstance(read, Project)
    assert (read.title, read.owner) == ("Fietspaden", NAME)
    assert (read.status, read.phase, read.period) == ("Lopend", "Uitvoering", PERIOD)


def test_pieces_that_can_be_put_together_in_too_many_ways_are_left_alone() -> None:
    with changed("MOST_STEPS", 3):
        read = markdown(CUT[0], known=[NAME])
    assert read.owner is None
    assert markdown(CUT[0], known=[NAME]).owner == NAME


@pytest.mark.parametrize("row", CUT)
def test_without_a_name_they_make_title_and_fields(row: str) -> None:
    read = markdown(row)
    assert isinstance(read, Project)
    assert (read.title, read.owner) == ("Fietspaden", None)
    assert (read.status, read.phase, read.period) == ("Lopend", "Uitvoering", PERIOD)


@pytest.mark.parametrize(
    "row",
    [
        # the title, too
        "|**PR40001 - Fiets**|**paden**<br>**Lopend**|**Uitvoering**|**2021 - 2030**|**Dienst Sport**|**en Bewegen**|",
        "|**PR40001 - Fietspaden**|**Lopend**|Uitvoer|ing<br>2021 - 2|03<br>**Dienst S**<br>**en Be**|**port**<br>**wegen**|",
    ],
)
def test_what_is_cut_itself_or_lacks_a_letter_is_open(row: str) -> None:
    assert markdown(row).title is None
    assert markdown(row, known=[NAME]).title is None


@pytest.mark.parametrize("known", [[], ["Dienst Wonen"]])
def test_a_cell_whose_lines_stand_in_two_is_no_name(known: list[str]) -> None:
    """Both of its pieces begin with a capital, so only their number tells that they are pieces."""
    cells = "**Lopend**|**Uitvoering**|**2021 - 2030**|**Dienst**<br>**en Be**|**Sport**<br>**wegen**"
    read = markdown(f"|**PR40001 - Fietspaden**||{cells}|", known=known)
    assert (read.title, read.owner) == ("Fietspaden", None)


@pytest.mark.parametrize(
    ("row", "owner"),
    [
        ("|**AC34485 - Begeleiden van h**|**uurders**||**Dienst Sport e**|**n Bewegen**|", NAME),
        (
            "|**AC34485 - Begeleiden van h**|**uurders door de Cel**||**Dienst Sport e**|**n Bewegen**|",
            None,
        ),  # `Cel Dienst Sport …`
        ("|**AC34485 - Begeleiden van h**|**uurders bij**||**Dienst Sport e**|**n Bewegen**|", None),  # nor can a title end so
    ],
)
def test_no_word_that_a_name_may_begin_with_stands_before_it(row: str, owner: str | None) -> None:
    assert markdown(row, known=[NAME], plain=ACTION).owner == owner


LAST = "|**PR40001 - Fietspaden**|**Lopend**|**Uitvoering**|**2021 - 2030**|**en Bewegen**|"
ROWS = [
    # the owner's cell has more lines than the title's, and each line has a row of its own
    f"||||| **Dienst Sport** |\n|---|---|---|---|---|\n{LAST}",
    # without a rule, and of three lines
    f"|||||**Dienst**|\n|||||**Sport**|\n{LAST}",
]


@pytest.mark.parametrize("rows", ROWS)
def test_a_cell_that_begins_with_a_small_letter_below_one_goes_on_with_it(rows: str) -> None:
    read = markdown(rows)
    assert (read.title, read.owner) == ("Fietspaden", NAME)


def test_a_cell_that_begins_so_beside_another_is_cut_above_the_code_as_well() -> None:
    rows = f"||||**Dienst Spo**|**rt en**|\n|---|---|---|---|---|\n{LAST.replace('en Bewegen', 'Cultuur')}"
    assert markdown(rows).owner is None


@pytest.mark.parametrize(
    "heading",
    [
        "|VTE<br>**Acties**||4,80|4,70|97,9%|4,04|116,3%|\n|||||||**Dienst Sport**|\n",
        "|VTE||4,80|4,70|97,9%|4,04|116,3%|\n|**Acties**||||||**Dienst Sport**|\n",
    ],
)
def test_rows_above_a_code_are_its_own_in_a_table_that_swallowed_the_heading(heading: str) -> None:
    columns = ["Plan 2024", "Betaald 2024", "% Besteding plan 2024", "Betaald 2023", "Betaald 2024 t.o.v. 2023"]
    head = f"|**Onderbouwing personeel**||**{'**|**'.join(columns)}**|\n"
    header = "|**PR40001 - Fietspaden**|||**Lopend**|**Uitvoering**|**2021 - 2030**|**en Bewegen**|\n"
    text = edited((BODY, f"{BODY}\n\n{head}|---|---|\n{heading}{header}\nVoor wie fietst."))
    read = gentbudget.parse(text)["PR40001"]
    assert (read.title, read.owner) == ("Fietspaden", NAME)


@pytest.mark.parametrize("phase", ["Uitvoeri<br>ng", "Uitvoe-<br>ring", "Uit voe ring", "Uitvoe\N{SOFT HYPHEN}<br>ring"])
def test_a_field_that_is_broken_inside_its_own_cell_is_that_field(phase: str) -> None:
    read = markdown(f"|**PR40001 - Fietspaden**|Stopge-<br>zet|{phase}|2021 -<br>2030|**Dienst Sport**<br>**en Bewegen**|")
    assert isinstance(read, Project)
    assert (read.title, read.owner) == ("Fietspaden", NAME)
    assert (read.status, read.phase, read.period) == ("Stopgezet", "Uitvoering", PERIOD)


def test_the_fields_of_a_row_whose_title_is_cut_are_told_all_the_same() -> None:
    """What is left of the title, *raad*, stands before a field, so the owner does not begin there."""
    read = markdown("|**PR40001 - Fiets**|**raad**|**Lopend**|**Uitvoer**|**ing**<br>2021 - 2|030<br>**Dienst**|**huis**|")
    assert isinstance(read, Project)
    assert (read.title, read.owner) == (None, None)
    assert (read.status, read.phase, read.period) == ("Lopend", "Uitvoering", PERIOD)


def test_a_field_that_lacks_a_blank_is_told() -> None:
    text = edited(
        (PROJECT, "|**PR40001 - Bijkomendeplaatsen**|**Nog nietgestart**|**Ontwerp**|**2022 - 2026**|**Dienst Sport**|\n")
    )
    report = gentbudget.parse(text)
    assert "unknown-field" in [finding.code for finding in report.findings if finding.entry == "PR40001"]


@pytest.mark.parametrize(("word", "may"), [("Wonen", True), ("van", True), ("kunst", True), ("huurders", False)])
def test_a_word_may_begin_a_name_that_has_a_capital_leads_on_or_begins_another(word: str, *, may: bool) -> None:
    assert _may_begin_name(word, {"kunst"}) is may


@pytest.mark.parametrize(
    ("change", "is_one"),
    [({}, True), ({"cuts_words": False}, False), ({"own": 2}, False), ({"least": 2}, False), ({"least": 3}, False)],
)
def test_pieces_are_those_of_a_header_that_is_one_row(change: dict[str, Any], *, is_one: bool) -> None:
    found = header("AC34485 - Huren van lo\nkalen")
    row = found.code_piece._replace(in_table=True, cells=("Huren van lo", "kalen"))
    found = found._replace(**{"cuts_words": True, "own": 1, "least": 1, "pieces": (row, row), **change})
    assert _pieces(found) == ([["Huren van lo"], ["kalen"]] if is_one else [])
