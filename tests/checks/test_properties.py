"""The arithmetic on invented accounts, whose figures before rounding are known.

What is asserted rests on the amounts that the accounts were printed from, and on `oracle`, which tries numbers instead
of solving for them.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

from attrs import field, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from gentbudget.checks import Tally
from gentbudget.model import Cell, Row
from gentbudget.report import Report
from tests.checks.oracle import failures
from tests.checks.reports import report_of, with_cell, without
from tests.documents.accounts import Column, DrawnEntry, amount_columns, budget_columns, drawn_report, print_report
from tests.profiles import times

seeds = st.integers(0, 2**32).map(Random)


@frozen
class Accounts:
    """Accounts as they are printed, and the entries with their exact amounts in the same order."""

    report: Report
    drawn: tuple[DrawnEntry, ...] = field(repr=False)
    columns: tuple[Column, ...]


@st.composite
def accounts(draw: st.DrawFn, most: int = 15, columns: tuple[Column, ...] | None = None) -> Accounts:
    """Draw accounts of any shape: tall or flat, large or small amounts, many zeros or none, negative ones."""
    objectives = draw(st.integers(1, 3))
    plans = draw(st.integers(objectives, 6))
    columns = columns or draw(st.sampled_from([budget_columns(2024, 2023), _YEARS]))
    drawn = drawn_report(
        draw(seeds),
        objectives=objectives,
        plans=plans,
        actions=draw(st.integers(plans, max(plans, most))),
        magnitude=draw(st.floats(-1.5, 8)),
        negative=draw(st.sampled_from([0.0, 0.1, 0.5, 1.0])),
        zero_share=draw(st.floats(0, 1)),
        budget_amounts=1 + max(column.amount for column in columns),
    )
    printed = print_report(drawn, year=2024, budget=columns)
    return Accounts(report_of(printed), tuple(one for root in drawn for one in root.walk()), columns)


_YEARS = amount_columns(*(f"Raming {year}" for year in range(2026, 2032)))


# ---- accounts that add up --------------------------------------------------------------------------------------------


@times(4)
@given(accounts())
def test_accounts_that_add_up_have_no_findings(given_accounts: Accounts) -> None:
    report = given_accounts.report
    audit = report.audit()
    assert (audit.findings, audit.inferences) == ((), ())
    shares = 2 if given_accounts.columns is not _YEARS else 0
    parents = sum(bool(entry.children) for entry in report.entries)
    assert audit.percentages == Tally(held=len(report.entries) * (6 * shares + 2))
    assert audit.sums == Tally(held=parents * (6 * (3 if shares else 6) + 3))


@times(0.1)
@given(accounts(most=600))
def test_accounts_with_hundreds_of_actions_have_no_findings(given_accounts: Accounts) -> None:
    assert given_accounts.report.check() == ()


# ---- figures that are lost -------------------------------------------------------------------------------------------


@times(1)
@given(accounts(), st.data())
def test_what_is_lost_lies_within_its_bounds(given_accounts: Accounts, data: st.DataObject) -> None:
    """Lose any figures: nothing is found to be wrong, and the true amounts are where the inferences say."""
    report = given_accounts.report
    lines = st.integers(0, len(report.entries) - 1), st.integers(1, 6), st.integers(0, len(given_accounts.columns) - 1)
    lost = data.draw(st.sets(st.tuples(*lines), min_size=1, max_size=12))
    for entry, row, place in lost:
        report = with_cell(report, 8 * entry + 1 + row, place, "")
    assert report.check() == ()
    assert len(report.inferences()) == len(lost)
    labels = [column.label for column in given_accounts.columns]
    for one in report.inferences():
        column = given_accounts.columns[labels.index(one.column)]
        amounts = given_accounts.drawn[(one.line - 1) // 8].amounts.budget[(one.line - 1) % 8 - 1]
        if column.over is None:
            true = Fraction(amounts[column.amount], 100)
        elif amounts[column.over]:
            true = Fraction(100 * amounts[column.amount], amounts[column.over])
        else:
            continue
        assert one.lower is None or one.lower <= true
        assert one.upper is None or true <= one.upper


@times(1)
@given(accounts(), st.integers(0, 4))
def test_the_column_that_is_lost_is_never_contradicted(given_accounts: Accounts, lost: int) -> None:
    assume(given_accounts.columns is not _YEARS)
    report = given_accounts.report
    for row in range(1, 7):
        report = with_cell(report, 1 + row, lost, "")
    readings = {reading.column: reading.verdict for one in report.inferences() for reading in one.readings}
    assert readings[given_accounts.columns[lost].label] in ("confirmed", "possible")


# ---- figures that are misread ----------------------------------------------------------------------------------------


def figures(report: Report) -> list[tuple[Row, int, Cell]]:
    """All figures of the budget tables, with their rows and places."""
    return [
        (row, place, cell) for entry in report.entries for row in entry.budget.rows for place, cell in enumerate(row.figures)
    ]


def misread(random: Random, text: str) -> str:
    """Change one digit, and leave a number as the accounts print one."""
    digits = [place for place, character in enumerate(text) if character.isdigit()]
    place = random.choice(digits)
    leads = place == digits[0] and len(text.partition(",")[0].lstrip("-")) > 1
    other = random.choice([digit for digit in "0123456789" if digit != text[place] and not (leads and digit == "0")])
    return text[:place] + other + text[place + 1 :]


@times(1)
@given(accounts(), seeds)
def test_a_misread_digit_is_found_wherever_it_can_be_seen(given_accounts: Accounts, random: Random) -> None:
    """The findings are there if an identity is broken, and only then; no other figure than the right one is blamed."""
    row, place, cell = random.choice(figures(given_accounts.report))
    assert row.line is not None
    report = with_cell(given_accounts.report, row.line, place, misread(random, cell.text))
    audit = report.audit()
    assert (audit.percentages.failed, audit.sums.failed) == failures(report)
    assert bool(audit.findings) == any(failures(report))
    if not audit.findings:
        return
    (finding,) = audit.findings
    assert finding.severity == "error"
    assert row.line in finding.lines
    if finding.code == "misread-figure":
        (inference,) = audit.inferences
        assert (finding.line, inference.line, inference.column) == (row.line, row.line, row.columns[place].label)
        assert cell.text.removesuffix("%").lstrip("-") in finding.message


@times(1)
@given(accounts(), seeds)
def test_damage_of_any_kind_is_counted_right(given_accounts: Accounts, random: Random) -> None:
    """Exchange figures with each other at random; every broken identity is in one finding at least."""
    report = given_accounts.report
    everything = figures(report)
    for row, place, _ in random.sample(everything, min(len(everything), random.randint(1, 8))):
        alike = [cell for other, at, cell in everything if at == place]
        assert row.line is not None
        report = with_cell(report, row.line, place, random.choice(alike).text)
    audit = report.audit()
    assert (audit.percentages.failed, audit.sums.failed) == failures(report)
    assert bool(audit.findings) == any(failures(report))


# ---- entries that are lost -------------------------------------------------------------------------------------------


@times(1)
@given(accounts(), seeds)
def test_a_lost_action_is_found_wherever_it_can_be_seen(given_accounts: Accounts, random: Random) -> None:
    report = given_accounts.report
    plans = [plan for plan in report.plans if len(plan.actions) > 1]
    assume(plans)
    plan = random.choice(plans)
    lost = random.choice(plan.actions)
    assume(sum(entry.code == lost.code for entry in report.entries) == 1)
    assert lost.code is not None
    damaged = without(report, lost.code)
    assert bool(damaged.check()) == any(failures(damaged))
    assert {finding.entry for finding in damaged.check() if finding.code != "misread-figure"} <= {plan.code}
