"""Several figures in dispute in one sum: the combination that satisfies every identity, where only one does."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

import gentbudget
from gentbudget import Finding, Reconciled, Report
from gentbudget.checks import Inference
from gentbudget.dumps import combining
from gentbudget.dumps.disputes import _within
from tests.documents.test_dumps import read
from tests.parser.small import SMALL, edited

PLAN, SHORT = "OD37254", "PO37255"


@pytest.fixture(scope="module")
def sound() -> Report:
    _, report = read("small.tabs.txt")
    return report


def with_amounts(report: Report, *off: int, plan: str = PLAN) -> Report:
    """Add so much to what is budgeted for the plan's first actions: more than sums round, less than percentages show."""
    text = report.text
    spent = [action.budget.operating.expenditure.cells["budget"] for action in report.plan(plan).actions]
    for cell, difference in sorted(zip(spent, off, strict=False), key=lambda one: -one[0].start):
        assert cell.value is not None
        text = text[: cell.start] + f"{int(cell.value) + difference:,}".replace(",", ".") + text[cell.end :]
    return gentbudget.parse(text)


def budgets(report: Report, plan: str = PLAN) -> list[Decimal | None]:
    return [action.budget.operating.expenditure.budget for action in report.plan(plan).actions]


def differing(report: Reconciled) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == "differing-figures"]


def test_a_percentage_alone_tells_none_of_the_readings(sound: Report) -> None:
    assert not [finding for finding in with_amounts(sound, 7).check() if finding.code == "percentage-disagrees"]


@pytest.mark.parametrize(
    ("one", "other"),
    [((7, 0), (0, 9)), ((7, 9), (0, 0)), ((7, 0, 5), (0, 9, 0)), ((7, 9, 5), ())],
)
def test_the_only_combination_that_adds_up_is_taken(sound: Report, one: tuple[int, ...], other: tuple[int, ...]) -> None:
    together = gentbudget.reconcile(with_amounts(sound, *one), with_amounts(sound, *other))
    assert together.same_as(sound)
    assert {finding.severity for finding in differing(together)} == {"info"}


def test_what_one_sum_leaves_open_does_not_keep_another_from_being_decided(sound: Report) -> None:
    one = with_amounts(with_amounts(sound, 9, -9), 9, plan=SHORT)
    other = with_amounts(sound, 0, 0, 7, plan=SHORT)
    for together in (gentbudget.reconcile(one, other), gentbudget.reconcile(other, one)):
        assert budgets(together)[:2] == [None, None]
        assert together.plan(SHORT).actions == sound.plan(SHORT).actions


def test_what_two_combinations_leave_is_open_and_told(sound: Report) -> None:
    together = gentbudget.reconcile(with_amounts(sound, 9, -9), sound)
    spent = [action.budget.operating.expenditure for action in together.plan(PLAN).actions]
    assert [row.budget for row in spent[:2]] == [None, None]
    for finding, row in zip(differing(together), spent, strict=False):
        assert finding.severity == "error"
        assert len(finding.readings) == 2
        assert finding in together.findings_of(row)


def test_what_all_combinations_have_in_common_is_decided(sound: Report) -> None:
    together = gentbudget.reconcile(with_amounts(sound, 9, -9, 30), sound)
    budgets = [action.budget.operating.expenditure.budget for action in together.plan(PLAN).actions]
    assert budgets[:2] == [None, None]
    assert budgets[2:] == [action.budget.operating.expenditure.budget for action in sound.plan(PLAN).actions][2:]


def test_three_readings_of_each_figure(sound: Report) -> None:
    dumps = with_amounts(sound, 7, 0, 5), with_amounts(sound, 0, 9, 11), with_amounts(sound, 13, 21, 0)
    assert gentbudget.reconcile(*dumps).same_as(sound)


def test_where_none_fits_nothing_is_decided(sound: Report) -> None:
    together = gentbudget.reconcile(with_amounts(sound, 7, 30), with_amounts(sound, 9, 50))
    assert [action.budget.operating.expenditure.budget for action in together.plan(PLAN).actions][:2] == [None, None]
    assert {finding.severity for finding in differing(together)} == {"error"}


@pytest.mark.parametrize("off", [2, -2, 3])
def test_a_sum_of_three_is_off_by_two_at_most_through_rounding(sound: Report, off: int) -> None:
    """Four prints, each off by a half: the readings that come nearest are right up to there, and beyond none is."""
    is_near, sign = abs(off) == 2, off // abs(off)
    one, other = with_amounts(sound, 0, 0, off, plan=SHORT), with_amounts(sound, sign * 9, 0, sign * 6, plan=SHORT)
    assert budgets(gentbudget.reconcile(one, other), SHORT) == ([95288, 0, 69515 + off] if is_near else [None, 0, None])
    one, other = with_amounts(sound, 0, 0, off, plan=SHORT), with_amounts(sound, 20, 0, off, plan=SHORT)
    assert budgets(gentbudget.reconcile(one, other), SHORT) == [95288 if is_near else None, 0, 69515 + off]


def with_staff(first: str, second: str) -> Report:
    """The small report with a thousand times its staff, of which the total is printed as rounding may make it."""
    text = re.sub(r"(\d),(\d\d)\t", r"\1.\g<2>0,00\t", SMALL).replace("\t0.", "\t").replace("\t3.400,00\t", "\t3.400,01\t")
    return gentbudget.parse(edited(("\t1.200,00\t", f"\t{first}\t"), ("\t2.200,00\t", f"\t{second}\t"), text=text))


def test_a_sum_of_decimals_is_off_through_rounding_as_well() -> None:
    together = gentbudget.reconcile(with_staff("1.200,00", "2.200,07"), with_staff("1.200,05", "2.200,00"))
    assert [action.staff.planned for action in together.actions] == [1200, 2200]


def test_what_its_percentages_decide_is_decided_whatever_else_the_sum_leaves_open(sound: Report) -> None:
    """The third reading is wrong in both dumps, so that no combination adds up."""
    for far in (20_000, -20_000):
        dumps = with_amounts(sound, 0, 0, 50, plan=SHORT), with_amounts(sound, far, 0, 40, plan=SHORT)
        for together in (gentbudget.reconcile(*dumps), gentbudget.reconcile(*dumps[::-1])):
            assert budgets(together, SHORT) == [95288, 0, None]


@pytest.mark.parametrize(
    ("value", "lower", "upper", "is_within"),
    [
        ("5", None, None, True),
        ("5", "5.5", None, True),
        ("5", "5.51", None, False),
        ("5", None, "4.5", True),
        ("5", None, "4.49", False),
        ("5", "5.51", "9", False),
        ("5", "1", "4.49", False),
        ("0.50", "0.505", "0.6", True),
        ("0.50", "0.506", "0.6", False),
        ("1E+3", "1500", None, True),
    ],
)
def test_a_print_stands_for_what_rounds_to_it(value: str, lower: str | None, upper: str | None, is_within: bool) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (lower, upper)]
    assert _within(Decimal(value), Inference("AC1", 3, "Saldo", "Krediet", "missing", *bounds)) is is_within
    assert _within(Decimal(value), None)


def test_more_than_can_be_tried_is_left_open(sound: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    dumps = with_amounts(sound, 7, 0, 5), with_amounts(sound, 0, 9, 0)
    monkeypatch.setattr(combining, "MOST_TRIALS", 3)
    together = gentbudget.reconcile(*dumps)
    assert {finding.severity for finding in differing(together)} == {"error"}
    assert together.plan(PLAN).budget == sound.plan(PLAN).budget
