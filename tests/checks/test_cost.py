"""The audit's work grows with the number of entries and no faster, whatever the damage.

What is counted is calls of Python functions: unlike seconds, they are the same on every machine and at every run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from types import FrameType

import pytest
from attrs import evolve

from gentbudget.checks import audit
from gentbudget.model import Cell, Entry, Row
from gentbudget.report import Report
from tests.checks.reports import cell, edited, report_of
from tests.documents.accounts import consistent_report
from tests.profiles import left_to_thorough

Damage = Callable[[Row, Random], tuple[Cell, ...]]


def none(row: Row, random: Random) -> tuple[Cell, ...]:
    return row.figures


def exchanged(row: Row, random: Random) -> tuple[Cell, ...]:
    first, second, *others = row.figures
    return (second, first, *others)


def misread(row: Row, random: Random) -> tuple[Cell, ...]:
    place = random.choice((0, 1, 3))
    return tuple(cell(str(random.randrange(10**6)), c.line) if i == place else c for i, c in enumerate(row.figures))


def lost(row: Row, random: Random) -> tuple[Cell, ...]:
    return tuple(cell("", c.line) if place == 1 else c for place, c in enumerate(row.figures))


def scattered(row: Row, random: Random) -> tuple[Cell, ...]:
    place = random.randrange(5)
    return tuple(cell("", c.line) if i == place else c for i, c in enumerate(row.figures))


def calls(report: Report) -> int:
    """How many functions an audit calls."""
    count = 0

    def counting(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counting)
    try:
        audit(report.roots)
    finally:
        sys.setprofile(None)
    return count


def accounts(random: Random, actions: int, plans: int, damage: Damage) -> Report:
    printed = consistent_report(random, objectives=1, plans=plans, actions=actions)

    def damaged(entry: Entry) -> Entry:
        rows = tuple(evolve(row, figures=damage(row, random)) for row in entry.budget.rows)
        return evolve(entry, budget=evolve(entry.budget, rows=rows))

    return edited(report_of(printed), damaged)


@left_to_thorough("counts every call")
@pytest.mark.parametrize(
    ("damage", "wide"),
    [(none, False), (exchanged, True), (misread, False), (misread, True), (lost, True), (scattered, False)],
    ids=lambda value: {True: "one plan", False: "many plans"}.get(value) or value.__name__,
)
def test_four_times_the_entries_cost_four_times_the_work(damage: Damage, wide: bool) -> None:
    random = Random(2024)
    small, large = (calls(accounts(random, n, 1 if wide else n // 5, damage)) for n in (10, 40))
    assert large < 5 * small
