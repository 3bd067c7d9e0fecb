"""Which findings there are, in the same order everywhere, and what they say in short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gentbudget.findings import SEVERITIES, Finding, Severity, worst_first
from gentbudget.numbers import format_number
from gentbudget.report import Report

_MOST_RUNS = 5


def all_findings(report: Report) -> list[Finding]:
    """Give what the arithmetic found, worst first, and then what the parser found, worst first."""
    return [*report.check(), *worst_first(report.findings)]


def no_milder_than(severity: str) -> tuple[Severity, ...]:
    """Give this severity and those that are worse.

    >>> no_milder_than("warning")
    ('error', 'warning')
    """
    return tuple(one for place, one in enumerate(SEVERITIES) if severity in SEVERITIES[place:])


def gaps_of(finding: Finding) -> list[str]:
    """Give what sums fall short or go over by, the largest first; nothing where a finding is about no sum."""
    differences = [(gap.difference or Decimal(0), gap.figure) for gap in finding.gaps if gap.kind == "sum"]
    differences.sort(key=lambda gap: abs(gap[0]), reverse=True)
    return [f"{format_number(abs(by))} {'short' if by > 0 else 'over'} in {figure}" for by, figure in differences]


def lines_text(lines: Iterable[int], most: int | None = None) -> str:
    """Write line numbers, neighbours together, and of more than ``most`` runs only the first.

    >>> lines_text([70, 71, 78]), lines_text(range(1, 100, 2), most=3)
    ('lines 70-71, 78', 'lines 1, 3, 5 and 47 more, to 99')
    """
    lines = sorted(set(lines))
    runs = list(_runs(lines))
    named = "line" if len(lines) == 1 else "lines"
    if most is None or len(runs) <= most:
        return f"{named} {', '.join(runs)}"
    return f"{named} {', '.join(runs[:most])} and {len(runs) - most} more, to {lines[-1]}"


def folded_lines(lines: Iterable[int]) -> str:
    """Write line numbers so that they fit on a line."""
    return lines_text(lines, _MOST_RUNS)


def _runs(lines: Iterable[int]) -> Iterator[str]:
    start = end = 0
    for line in [*lines, 0]:
        if line == end + 1 and start:
            end = line
            continue
        if start:
            yield str(start) if start == end else f"{start}-{end}"
        start = end = line
