"""How often one misread digit is found, and how often the figure to blame is named.

Run it as ``python -m tests.checks.measure_detection``; it takes a few minutes and prints the figures of
docs/arithmetic.md. Every trial changes one digit of an amount of four digits or more in accounts that add up, or in the
sample. What can be seen at all is told by `oracle`: a digit that rounding can explain away breaks no identity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

import gentbudget
from gentbudget.model import Cell, Row
from gentbudget.report import Report
from tests.checks.oracle import failures
from tests.checks.reports import report_of, with_cell, without
from tests.checks.test_properties import misread
from tests.documents.accounts import consistent_report

TRIALS = 3000


def long_amounts(report: Report) -> list[tuple[Row, int, Cell]]:
    """Find the amounts of four digits and more."""
    return [
        (row, place, cell)
        for entry in report.entries
        for row in entry.budget.rows
        for place, cell in enumerate(row.figures)
        if not row.columns[place].is_share and sum(map(str.isdigit, cell.text)) >= 4
    ]


def misread_digit(report: Report, random: Random, seen: Callable[[Report], bool]) -> str:
    """Misread one digit; say what became of it."""
    row, place, cell = random.choice(long_amounts(report))
    assert row.line is not None
    damaged = with_cell(report, row.line, place, misread(random, cell.text))
    if not seen(damaged):
        return "not to be seen" if set(damaged.check()) <= set(report.check()) else "found where nothing is to be seen"
    if set(damaged.check()) <= set(report.check()):
        return "missed"
    blamed = {(one.line, one.column) for one in damaged.inferences() if one.reason == "blamed"}
    if not blamed:
        return "found, none named"
    return "found and named" if blamed == {(row.line, row.columns[place].label)} else "found, another one named"


def lost_action(report: Report, random: Random) -> str:
    """Lose one action; say what became of it."""
    codes = Counter(entry.code for entry in report.entries)
    action = random.choice([a for p in report.plans if len(p.actions) > 1 for a in p.actions if codes[a.code] == 1])
    assert action.code is not None
    damaged = without(report, action.code)
    if not any(failures(damaged)):
        return "not to be seen"
    return "found, told as " + " and ".join(sorted({finding.code for finding in damaged.check()}))


def tell(title: str, outcomes: Counter[str]) -> None:
    """Print what became of the trials."""
    seen = outcomes.total() - outcomes["not to be seen"]
    print(f"\n{title}: {outcomes.total()} trials, {seen} of them to be seen")
    for outcome, count in outcomes.most_common():
        if outcome != "not to be seen":
            print(f"  {outcome:60} {count:5}  {100 * count / seen:5.1f}%")


def main() -> None:
    """Measure."""
    random = Random(2024)
    digits, actions = Counter[str](), Counter[str]()
    for _ in range(TRIALS):
        report = report_of(consistent_report(random, objectives=2, plans=6, actions=random.choice((18, 60, 120))))
        digits[misread_digit(report, random, lambda damaged: any(failures(damaged)))] += 1
        actions[lost_action(report, random)] += 1
    tell("A misread digit in accounts that add up", digits)
    tell("A lost action in accounts that add up", actions)

    sample = gentbudget.load_sample()
    before = set(sample.check())
    outcomes = Counter(
        misread_digit(sample, random, lambda damaged: set(damaged.check()) != before) for _ in range(TRIALS // 3)
    )
    tell("A misread digit in the sample, beside what it lacks already", outcomes)


if __name__ == "__main__":
    main()
