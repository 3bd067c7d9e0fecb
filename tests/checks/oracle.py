"""What holds and what does not, told by trying numbers rather than by the library's formulas."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

from gentbudget.model import Entry
from gentbudget.report import Report

PERCENTAGES = (
    ("budget_used", "actual", "budget"),
    ("plan_used", "paid", "planned"),
    ("vs_previous", "actual", "previous_actual"),
    ("vs_previous", "paid", "previous_paid"),
)

Ends = tuple[Fraction, Fraction]


def ends(printed: Decimal) -> Ends:
    """Half a unit of the last printed decimal to either side."""
    decimals = str(printed).partition(".")[2]
    half = Fraction(1, 2 * 10 ** len(decimals))
    return Fraction(printed) - half, Fraction(printed) + half


def percentage_holds(share: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Try the ends of the three prints, and wholes next to nothing."""
    if not share and not whole:
        return True
    shares, parts, wholes = ends(share), ends(part), ends(whole)
    tiny = Fraction(1, 10**30)
    near_nothing = (tiny, -tiny) if wholes[0] <= 0 <= wholes[1] else ()
    for one in (*wholes, *near_nothing):
        least, most = sorted(end * one / 100 for end in shares)
        if least <= parts[1] and parts[0] <= most:
            return True
    return any(
        wholes[0] <= 100 * part_end / share_end <= wholes[1] for part_end, share_end in product(parts, shares) if share_end
    )


def sum_holds(total: Decimal, addends: list[Decimal]) -> bool:
    """Add up the ends of the prints."""
    least = sum(ends(addend)[0] for addend in addends)
    most = sum(ends(addend)[1] for addend in addends)
    return least <= ends(total)[1] and ends(total)[0] <= most


def failures(report: Report) -> tuple[int, int]:
    """Count the percentages and the sums of a report with complete tables that cannot hold."""
    percentages = sum(
        not percentage_holds(row[share], row[part], row[whole])
        for entry in report.entries
        for row in _table(entry).values()
        for share, part, whole in PERCENTAGES
        if row.keys() >= {share, part, whole}
    )
    sums = sum(
        not sum_holds(total, [_table(child)[label][key] for child in entry.children])
        for entry in report.entries
        if entry.children
        for label, row in _table(entry).items()
        for key, total in row.items()
        if key not in ("budget_used", "plan_used", "vs_previous")
    )
    return percentages, sums


def _table(entry: Entry) -> dict[str, dict[str, Decimal]]:
    return {
        row.label: {key: cell.value for key, cell in row.cells.items() if cell.value is not None}
        for row in (*entry.budget.rows, entry.staff)
    }
