"""What ``check --format github`` says: workflow commands, which GitHub Actions shows beside the lines concerned."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from gentbudget.cli.findings import all_findings
from gentbudget.cli.process import harmless
from gentbudget.findings import Finding, Severity
from gentbudget.report import Report

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def annotation_lines(report: Report, severities: Collection[Severity]) -> Iterator[str]:
    """Give one command a finding, the worst of the arithmetic first: GitHub shows only so many."""
    return (annotation(finding) for finding in all_findings(report) if finding.severity in severities)


def annotation(finding: Finding) -> str:
    """Write a finding as a workflow command.

    >>> print(annotation(Finding("missing-column", "error", "6 of 6 rows (100%)", 762, "AC34852", source="a,b.txt")))
    ::error file=a%2Cb.txt,line=762,title=missing-column AC34852::6 of 6 rows (100%25)
    """
    title = f"{finding.code} {finding.entry}" if finding.entry else finding.code
    properties = {"file": finding.source, "line": finding.line, "title": title}
    written = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    return harmless(f"::{_COMMANDS[finding.severity]} {written}::{_escaped(finding.message)}")


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
