"""Which entries and figures of two editions are held against each other, told from reports that are built by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from gentbudget import Action, ActionPlan, BudgetRow, BudgetTable, Column, Entry, Project, Report, StaffRow
from gentbudget.editions.figures import disagree

OLDER = Column("Budget 2023", "budget", 2023), Column("Jaarrekening 2023", "actual", 2023)
NEWER = Column("Budget 2024", "budget", 2024), Column("Jaarrekening 2023", "previous_actual", 2023)


def budget(columns: tuple[Column, ...], *amounts: int) -> BudgetTable:
    return BudgetTable(columns, (BudgetRow("Exploitatie Uitgaven", columns, amounts, section="Exploitatie", flow="Uitgaven"),))


def older(*roots: Entry) -> Report:
    return Report(text="", roots=roots, year=2023, previous_year=2022)


def newer(*roots: Entry) -> Report:
    return Report(text="", roots=roots, year=2024, previous_year=2023)


# ---- figures -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("19.0", "19.0", False),
        ("18.95", "19.0", False),  # rounded up
        ("19.05", "19.0", False),
        ("18.94", "19.0", True),
        ("19.06", "19.0", True),
        ("18.98", "18.97", True),
        ("5", "5.49", False),
        ("5", "6", True),
        ("-5", "5", True),
    ],
)
def test_prints_disagree_that_no_value_rounds_to(one: str, other: str, expected: bool) -> None:
    assert disagree(Decimal(one), Decimal(other)) is expected
    assert disagree(Decimal(other), Decimal(one)) is expected


def test_what_is_not_printed_contradicts_nothing() -> None:
    assert disagree(None, Decimal(5)) is False
    assert disagree(Decimal(5), None) is False


@pytest.mark.parametrize("misread", [2022, None])
def test_the_report_tells_the_year_of_a_column_not_one_head(misread: int | None) -> None:
    before = older(Action(code="AC10001", budget=budget(OLDER, 5, 7)))
    column = Column(f"Jaarrekening {misread}", "previous_actual", misread)
    after = newer(Action(code="AC10001", budget=budget((NEWER[0], column), 6, 8)))
    (restated,) = gentbudget.compare(before, after).restated
    assert (restated.year, restated.before, restated.after) == (2023, 7, 8)


def test_where_the_report_does_not_tell_its_year_the_head_does() -> None:
    before = Report(text="", roots=(Action(code="AC10001", budget=budget(OLDER, 5, 7)),))
    after = Report(text="", roots=(Action(code="AC10001", budget=budget(NEWER, 6, 8)),))
    assert [restated.year for restated in gentbudget.compare(before, after).restated] == [2023]
    undated = tuple(Column(column.label, column.name) for column in NEWER)
    after = Report(text="", roots=(Action(code="AC10001", budget=budget(undated, 6, 8)),))
    assert gentbudget.compare(before, after).restated == ()


def test_columns_that_have_no_name_restate_nothing_but_move() -> None:
    columns = Column("Krediet", year=2023), Column("Krediet", year=2023)
    comparison = gentbudget.compare(
        older(Action(code="AC10001", budget=budget(columns, 5, 7))), newer(Action(code="AC10001", budget=budget(columns, 6, 9)))
    )
    assert comparison.restated == ()
    assert [(moved.measure, moved.before, moved.after) for moved in comparison.movements] == [
        ("Krediet", 5, 6),
        ("Krediet", 7, 9),
    ]


# ---- entries -----------------------------------------------------------------------------------------------


def plan(code: str | None, *actions: Action) -> ActionPlan:
    return ActionPlan(code=code, actions=actions)


NAMELESS = Action(budget=budget(NEWER, 6, 7), staff=StaffRow("VTE", (Column("Betaald 2023", "previous_paid", 2023),), [3]))
NAMED = Action(code="AC10001", budget=budget(OLDER, 5, 7), staff=StaffRow("VTE", (Column("Betaald 2023", "paid", 2023),), [3]))


@pytest.mark.parametrize(
    ("before", "after", "may_be"),
    [
        (plan("OD10001", NAMED), plan("OD10001", NAMELESS), True),
        (plan("OD10001", NAMED), plan(None, NAMELESS), True),
        (plan(None, NAMED), plan("OD10001", NAMELESS), True),
        (plan("OD10001", NAMED), plan("OD10002", NAMELESS), False),
        (plan("OD10001", Project(code="PR10001", budget=NAMED.budget, staff=NAMED.staff)), plan("OD10001", NAMELESS), False),
        (plan("OD10001", Action(code="AC10001", budget=NAMED.budget)), plan("OD10001", NAMELESS), False),  # one figure alone
    ],
)
def test_an_entry_without_a_code_may_be_one_of_its_kind_and_place(before: ActionPlan, after: ActionPlan, may_be: bool) -> None:
    comparison = gentbudget.compare(older(before), newer(after))
    (nameless,) = (one for one in comparison.nameless if one.entry.kind == "action")
    assert nameless.candidates == (before.actions if may_be else ())
    assert (before.actions[0] in comparison.vanished) is not may_be


def test_codes_that_stand_twice_are_paired_by_title_and_then_in_order() -> None:
    twice = [Action(code="AC10001", title=title) for title in ("Wonen", "Werken", "Leren")]
    again = [Action(code="AC10001", title=title) for title in ("Leren", "Rusten", "Wonen")]
    comparison = gentbudget.compare(older(*twice), newer(*again))
    assert [(change.before, change.after) for change in comparison.renamed] == [("Werken", "Rusten")]
    assert (comparison.appeared, comparison.vanished) == ((), ())


@pytest.mark.parametrize(("one", "other"), [(2023, None), (None, 2024), (2023, 2023), (2023, 2024), (None, None)])
def test_editions_of_one_year_or_an_unknown_one_are_compared(one: int | None, other: int | None) -> None:
    comparison = gentbudget.compare(Report(text="", roots=(), year=one), Report(text="", roots=(), year=other))
    assert str(comparison) == (
        "<text> to <text>: 0 appeared, 0 vanished, 0 renamed, 0 moved, 0 changed, 0 restated, 0 nameless"
    )
