"""Findings: what the parser tolerated in a damaged text, and what the arithmetic found in its figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from attrs import field, frozen

Severity = Literal["error", "warning", "info"]
"""``error``: a figure or an entry is lost or in doubt. ``warning``: something is misread or undecidable, the figures
stand. ``info``: damage that was repaired without doubt, or a fact about the document worth knowing."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The severities, worst first."""


@frozen
class Finding:
    """One thing that a user of the figures should know.

    ``code`` is stable and documented in docs/findings.md; ``line`` counts from 1; ``entry`` is the code of the entry
    concerned, or None; ``lines`` are the lines of all figures concerned where there are more than one.

    >>> print(Finding("missing-column", "error", "no value for Jaarrekening 2024", 762, "AC34852", source="dump.txt"))
    dump.txt:762: error: missing-column AC34852: no value for Jaarrekening 2024
    """

    code: str
    severity: Severity
    message: str
    line: int
    entry: str | None = None
    lines: tuple[int, ...] = ()
    source: str = field(default="<text>", eq=False)

    def __str__(self) -> str:
        subject = f" {self.entry}" if self.entry else ""
        return f"{self.source}:{self.line}: {self.severity}: {self.code}{subject}: {self.message}"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by severity, and within one by line.

    >>> [finding.line for finding in worst_first([Finding("a", "info", "", 1), Finding("b", "error", "", 2)])]
    [2, 1]
    """
    return sorted(findings, key=lambda finding: (SEVERITIES.index(finding.severity), finding.line))
