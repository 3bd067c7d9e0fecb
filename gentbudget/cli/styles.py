"""What findings look like to people."""

from __future__ import annotations

from rich.text import Text

from gentbudget.cli.output import text
from gentbudget.findings import Finding, Severity

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}
"""What the severities look like."""


def finding_view(finding: Finding) -> Text:
    """Write a finding on one line, as its ``str()`` reads."""
    view = text(finding)
    start = len(f"{finding.source}:{finding.line}: ")
    view.stylize(SEVERITY_STYLES[finding.severity], start, start + len(finding.severity))
    return view
