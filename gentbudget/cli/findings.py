"""Findings as people read them, in the same order everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from gentbudget.cli.output import text
from gentbudget.findings import Finding, Severity, worst_first
from gentbudget.report import Report

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}
"""What the severities look like."""


def all_findings(report: Report) -> list[Finding]:
    """Give what the arithmetic found, worst first, and then what the parser found, worst first."""
    return [*report.check(), *worst_first(report.findings)]


def finding_view(finding: Finding) -> Text:
    """Write a finding on one line, as its ``str()`` reads."""
    view = text(finding)
    start = len(f"{finding.source}:{finding.line}: ")
    view.stylize(SEVERITY_STYLES[finding.severity], start, start + len(finding.severity))
    return view


def lines_view(finding: Finding) -> Text:
    """Write the lines of all figures that a finding concerns, neighbours together: ``lines 70-71, 78``."""
    return text(f"lines {', '.join(_runs(finding.lines))}", "dim")


def _runs(lines: Iterable[int]) -> Iterator[str]:
    start = end = 0
    for line in [*sorted(lines), 0]:
        if line == end + 1 and start:
            end = line
            continue
        if start:
            yield str(start) if start == end else f"{start}-{end}"
        start = end = line
