"""What `repr` and `str` of tables and rows show, and how tables are fitted to a terminal."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Action, BudgetRow, BudgetTable, Cell, Column, Report, StaffRow
from gentbudget.show.figures import visible, written
from gentbudget.show.text import figures_lines
from tests.parser.small import SMALL

REPORT = gentbudget.parse(SMALL)
STEERING = set(
    map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)


@pytest.fixture(scope="module")
def report() -> Report:
    return REPORT


def fitted(report: Report, code: str, width: int | None) -> list[str]:
    return ["".join(span.text for span in line) for line in figures_lines(report[code], width)]


def test_the_repr_of_a_row_has_its_values_under_the_names_they_are_looked_up_by(report: Report) -> None:
    row = report["AC34485"].budget.operating.expenditure
    assert repr(row).startswith(
        "BudgetRow('Exploitatie Uitgaven', budget=648927, actual=613509, budget_used=94.5, previous_actual=511188, "
        "vs_previous=120.0, line="
    )
    assert "planned=1.20, paid=0.93" in repr(report["AC34485"].staff)


def test_the_repr_of_a_table_has_every_row(report: Report) -> None:
    shown = repr(report["AC34485"].budget)
    assert shown.startswith("BudgetTable(\n    BudgetRow('Exploitatie Uitgaven', budget=648927, ")
    assert shown.count("BudgetRow(") == 6
    assert "actual=-5000" in shown


def test_what_has_no_name_is_shown_under_its_label() -> None:
    row = StaffRow("VTE", (Column("Raming 2026"),), (Cell(None, "1O", 1, 1, 0, 2),), 1)
    assert repr(row) == "StaffRow('VTE', 'Raming 2026'=None, line=1)"
    assert str(row) == "Onderbouwing personeel  Raming 2026\nVTE                            1O ?"


def test_the_text_of_a_table_is_aligned_under_its_printed_labels(report: Report) -> None:
    head, *rows = str(report["SD10041"].budget).splitlines()
    assert head.split("  ")[0] == "Budgettaire onderbouwing"
    assert rows[5].split() == ["Financiering", "Ontvangsten", "-1.595", "-5.173", "324,3%", "-2.807", "184,3%"]
    assert {len(row) for row in rows} == {len(head)}
    assert head.index("Jaarrekening 2024") + len("Jaarrekening 2024") == rows[0].index("626.530") + len("626.530")


def test_a_table_that_is_not_printed_says_so() -> None:
    assert str(BudgetTable()) == "Budgettaire onderbouwing  not printed"
    assert str(StaffRow("VTE")) == "Onderbouwing personeel  not printed"
    assert repr(BudgetTable()) == "BudgetTable()"


def test_at_80_columns_section_and_flow_stay_whole_and_every_figure_does(report: Report) -> None:
    lines = fitted(report, "SD10041", 80)
    assert max(map(len, lines)) <= 80
    assert [line.strip() for line in lines if line.strip() in ("Exploitatie", "Investering", "Financiering")] == [
        "Exploitatie", "Investering", "Financiering",
    ]  # fmt: skip
    assert "  Ontvangsten" in {line[:13] for line in lines}
    figures = [line.split()[-5:] for line in lines if line.startswith(("  Uitgaven", "  Ontvangsten", "VTE"))]
    assert figures == [line.split()[-5:] for line in fitted(report, "SD10041", None) if "%" in line and "Besteding" not in line]


def test_headings_are_broken_where_the_table_is_a_character_too_wide(report: Report) -> None:
    whole = fitted(report, "SD10041", None)
    widest = max(map(len, whole))
    assert fitted(report, "SD10041", widest) == whole
    broken = fitted(report, "SD10041", widest - 1)
    assert len(broken) > len(whole)
    assert max(map(len, broken)) < widest


def test_labels_of_rows_are_broken_only_where_broken_headings_are_not_enough(report: Report) -> None:
    columns = map(len, ("663.974", "Jaarrekening", "Besteding", "Jaarrekening", "Jaarrekening"))
    narrowest = len("Budgettaire onderbouwing") + sum(columns) + 2 * 5
    for width in (narrowest, narrowest + 1, narrowest + 20):
        lines = fitted(report, "SD10041", width)
        assert [line.split()[:2] for line in lines if "663.974" in line] == [["Exploitatie", "Uitgaven"]]
        assert max(map(len, lines)) <= width
    lines = fitted(report, "SD10041", narrowest - 1)
    at = lines.index("Exploitatie")
    assert [line.split()[:1] for line in lines[at : at + 4]] == [
        ["Exploitatie"],
        ["Uitgaven"],
        ["Ontvangsten"],
        ["Investering"],
    ]
    assert max(map(len, lines)) < narrowest


def test_a_heading_is_broken_between_words_alone() -> None:
    columns = Column("In Bij-gesteld"), Column("Saldo")
    entry = Action(budget=BudgetTable(columns, (BudgetRow("Saldo", columns, [5, 6]),)))
    words = {word for line in figures_lines(entry, 30) for span in line for word in span.text.split()}
    assert {"In", "Bij-gesteld"} <= words


@given(width=st.integers(min_value=1, max_value=200))
def test_no_width_cuts_a_figure(width: int) -> None:
    words = " ".join(fitted(REPORT, "SD10041", width)).split()
    assert {"663.974", "118,7%", "-5.173", "2,51"} <= set(words)


@given(st.text())
def test_nothing_that_is_shown_can_steer_a_terminal_or_turn_the_direction(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert STEERING.isdisjoint(shown)
    shown.encode()  # raises for half of a surrogate pair


def test_an_unreadable_figure_is_shown_as_it_is_printed_with_a_question_mark(report: Report) -> None:
    row = report["AC34485"].staff
    damaged = evolve(row, figures=(Cell(None, "1,2O\x1b", 1, 1, 0, 5), *row.figures[1:]))
    assert "1,2O\N{REPLACEMENT CHARACTER} ?" in str(damaged)
    assert written(Column("Plan"), Cell(None, "", 1, 1, 0, 0)).state == "missing"


def test_a_row_of_staff_is_shown_though_it_stands_on_no_line() -> None:
    row = StaffRow("VTE", (Column("Raming 2026"),), (Cell(Decimal(3), "3", 1, 1, 0, 1),))
    for staff, is_shown in ((row, True), (StaffRow("VTE"), False)):
        texts = [span.text for line in figures_lines(Action(code="AC1", staff=staff)) for span in line]
        assert any("VTE" in text for text in texts) is is_shown
