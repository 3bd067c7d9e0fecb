"""Rows, tables and entries that are built by hand: plain numbers are taken, wrong types refused, places do not count."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import (
    Action,
    ActionPlan,
    BudgetRow,
    BudgetTable,
    Cell,
    Column,
    Entry,
    Objective,
    Period,
    Project,
    Report,
    StaffRow,
)
from tests.parser.small import SMALL

BUDGET = (
    Column("Budget 2024", "budget", 2024),
    Column("Jaarrekening 2024", "actual", 2024),
    Column("% Besteding budget 2024", "budget_used", 2024, is_share=True),
)
STAFF = Column("Plan 2024", "planned", 2024), Column("% Besteding plan 2024", "plan_used", 2024, is_share=True)


# ---- plain numbers -----------------------------------------------------------------------------------------


def test_a_row_takes_plain_numbers_and_writes_them_as_its_columns_print_them() -> None:
    row = BudgetRow("Exploitatie Uitgaven", BUDGET, [1_250_000, None, Decimal("98.5")], section="Exploitatie", flow="Uitgaven")
    assert [cell.text for cell in row.figures] == ["1.250.000", "", "98,5%"]
    assert (row.budget, row.actual, row.budget_used) == (Decimal(1_250_000), None, Decimal("98.5"))
    assert {(c.line, c.column, c.start, c.end, c.page) for c in row.figures} == {(0, 0, 0, 0, None)}
    assert row.line is None


def test_a_plain_number_has_the_decimals_of_its_column_and_more_only_if_it_has_them_itself() -> None:
    staff = StaffRow("VTE", STAFF, [22, 90])
    assert [(str(cell.value), cell.text) for cell in staff.figures] == [("22.00", "22,00"), ("90.0", "90,0%")]
    staff = StaffRow("VTE", STAFF, [Decimal("1.234"), Decimal("90.25")])
    assert [cell.text for cell in staff.figures] == ["1,234", "90,25%"]
    assert BudgetRow("Saldo", BUDGET[:1], [Decimal("1E+3")]).figures[0].text == "1.000"


def test_a_row_of_plain_numbers_is_equal_to_the_printed_one() -> None:
    printed = gentbudget.parse(SMALL)["AC34485"].budget.operating.expenditure
    numbers = [648_927, 613_509, Decimal("94.5"), 511_188, 120]
    assert BudgetRow(printed.label, printed.columns, numbers, section="Exploitatie", flow="Uitgaven") == printed


@pytest.mark.parametrize("wrong", [0.5, "5", True, b"5", [5], object()])
def test_what_is_no_figure_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a figure is a Cell, a Decimal, an int or None"):
        BudgetRow("Saldo", BUDGET[:1], [wrong])


@pytest.mark.parametrize("wrong", [Decimal("NaN"), Decimal("Infinity")])
def test_a_value_that_is_no_number_is_refused(wrong: Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        BudgetRow("Saldo", BUDGET[:1], [wrong])


@pytest.mark.parametrize("figures", [(), (1, 2), (1, 2, 3, 4)])
def test_a_row_has_as_many_figures_as_columns(figures: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=f"'Saldo' has {len(figures)} figures under 3 columns"):
        BudgetRow("Saldo", BUDGET, figures)


@given(st.lists(st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.none(), max_size=5))
def test_any_numbers_keep_their_value(numbers: list[Decimal | int | None]) -> None:
    columns = tuple(Column(f"Raming {place}") for place in range(len(numbers)))
    row = BudgetRow("Saldo", columns, numbers)
    assert row.numbers == tuple(numbers)
    assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301


@pytest.mark.parametrize(
    "build",
    [
        lambda: BudgetRow(5, BUDGET[:1], [5]),
        lambda: BudgetRow("Saldo", list(BUDGET[:1]), [5]),
        lambda: BudgetRow("Saldo", ("Krediet",), [5]),
        lambda: BudgetRow("Saldo", BUDGET[:1], 5),
        lambda: BudgetTable(rows=[BudgetRow("Saldo")]),
        lambda: BudgetTable(rows=(StaffRow("VTE"),)),
        lambda: Action(code=34485),
        lambda: Action(title=b"Titel"),
        lambda: Action(paragraphs="Een tekst"),
        lambda: Action(paragraphs=("Een tekst", None)),
        lambda: Action(budget=StaffRow("VTE")),
        lambda: Action(staff=BudgetTable()),
        lambda: Action(owner=("Dienst Wonen",)),
        lambda: Project(period=2024),
        lambda: ActionPlan(period="2020 - 2027"),
        lambda: ActionPlan(actions=[Action()]),
        lambda: ActionPlan(actions=(Objective(),)),
        lambda: Objective(plans=(Action(),)),
        lambda: Action("AC34485"),
    ],
)
def test_wrong_types_are_refused(build: Any) -> None:
    with pytest.raises(TypeError):
        build()


# ---- places do not count -----------------------------------------------------------------------------------


def test_what_stands_elsewhere_is_still_the_same() -> None:
    report, moved = gentbudget.parse(SMALL), gentbudget.parse("\n\n" + SMALL)
    assert report != moved
    assert report.same_as(moved)
    assert moved.same_as(report)
    for one, other in zip(report.entries, moved.entries, strict=True):
        assert one.lines != other.lines
        assert one == other
        assert hash(one) == hash(other)
        assert one.budget == other.budget
        assert hash(one.staff) == hash(other.staff)
    cell = report["AC34485"].staff.cells["paid"]
    assert cell == moved["AC34485"].staff.cells["paid"]
    for place in ("line", "column", "start", "end", "page"):
        assert cell == evolve(cell, **{place: 99})
    assert cell != evolve(cell, value=None)
    assert cell != evolve(cell, text="")


def test_what_says_something_else_is_not_the_same() -> None:
    report = gentbudget.parse(SMALL)
    assert not report.same_as(gentbudget.parse(SMALL.replace("Dienst Wonen", "Dienst Bouwen")))
    assert not report.same_as(gentbudget.parse(SMALL.replace("613.509", "613.508")))
    with pytest.raises(TypeError, match="expected a Report, not str"):
        report.same_as(SMALL)  # type: ignore[arg-type]


def test_entries_that_say_the_same_are_told_apart_by_where_they_are() -> None:
    """Two equal actions under two plans: each has its own parent, whichever of them is asked for."""
    first, second = Action(title="Titel"), Action(title="Titel")
    plans = ActionPlan(code="OD1", actions=(first,)), ActionPlan(code="OD2", actions=(second,))
    report = Report(text="", roots=(Objective(code="SD1", plans=plans),))
    assert first == second
    assert report.parent(first) is plans[0]
    assert report.parent(second) is plans[1]
    assert [entry.code for entry in report.entries] == ["SD1", "OD1", None, "OD2", None]


def test_a_report_built_by_hand_is_checked_like_a_printed_one() -> None:
    def entry(kind: type[Entry], budget: int, **given: Any) -> Any:
        row = BudgetRow("Exploitatie Uitgaven", BUDGET, [budget, 0, 0], section="Exploitatie", flow="Uitgaven")
        return kind(budget=BudgetTable(BUDGET, (row,)), **given)

    actions = entry(Action, 3_000, code="AC1"), entry(Action, 4_000, code="AC2")
    report = Report(text="", roots=(entry(ActionPlan, 7_500, code="OD1", actions=actions),))
    (finding,) = report.check()
    assert (finding.entry, finding.line, finding.gaps[0].difference) == ("OD1", 0, 500)
    assert report.findings_of("OD1") == (finding,)
    assert report.findings_of("AC1") == ()
    assert report.findings_of(Action()) == ()
    assert report.at(0) is None


def test_a_period_and_a_cell_are_what_they_say() -> None:
    assert Project(code="PR1", period=Period(2022, 2026)) == Project(code="PR1", period=Period(2022, 2026), lines=(5, 9))
    assert Cell(Decimal(5), "5") == Cell(Decimal(5), "5", 3, 8, 20, 21, 2)


@pytest.mark.parametrize("kind", [Objective, ActionPlan, Action, Project])
def test_every_kind_of_entry_refuses_a_title_that_is_no_text(kind: type[Entry]) -> None:
    with pytest.raises(TypeError, match="title"):
        kind(title=3)  # type: ignore[arg-type]
