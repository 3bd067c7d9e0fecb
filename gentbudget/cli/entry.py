"""What ``show`` says of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding

from gentbudget.cli.lookup import inferences_of
from gentbudget.cli.output import grid, text
from gentbudget.cli.styles import finding_view
from gentbudget.cli.tables import figures_view
from gentbudget.model import Action, Entry
from gentbudget.report import Report
from gentbudget.show.facts import counted, facts_of
from gentbudget.show.figures import MISSING

_STEP = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
_INDENT = 2


def entry_view(report: Report, entry: Entry, width: int) -> Iterator[RenderableType]:
    """Give the header, the place in the hierarchy, both tables, what the arithmetic infers, and the findings.

    The tables are fitted to ``width``.
    """
    header = grid()
    header.add_column(no_wrap=True)
    header.add_column()
    header.add_row(text(entry.code or MISSING, "bold cyan"), text(entry.title or MISSING, "bold"))
    for name, value in _facts(report, entry):
        header.add_row(text(name, "dim"), text(value or MISSING))
    yield header
    yield ""
    yield figures_view(entry, width)
    yield ""
    yield from _inferences(report, entry)
    yield from _findings(report, entry)


def _facts(report: Report, entry: Entry) -> Iterator[tuple[str, str | None]]:
    yield from facts_of(entry)
    yield "place", f" {_STEP} ".join(_path(report, entry))
    if not isinstance(entry, Action):
        yield "children", counted(entry.children) or "none"
    yield "lines", f"{entry.lines[0]}-{entry.lines[1]} of {report.source}"
    if entry.page is not None:
        yield "page", str(entry.page)


def _path(report: Report, entry: Entry) -> list[str]:
    """Name the entries above this one, from the top, and its own code."""
    path = [entry.code or MISSING]
    parent = report.parent(entry)
    while parent is not None:
        path.append(f"{parent.code or MISSING} {parent.title or MISSING}")
        parent = report.parent(parent)
    return path[::-1]


def _inferences(report: Report, entry: Entry) -> Iterator[RenderableType]:
    """Say what the arithmetic leaves for figures of this entry; it stands apart from what is printed."""
    inferences = [one for one in inferences_of(report, entry) if (one.lower, one.upper) != (None, None)]
    if inferences:
        yield text("Inferred, not printed", "bold")
        yield from (Padding.indent(text(inference), _INDENT) for inference in inferences)
        yield ""


def _findings(report: Report, entry: Entry) -> Iterator[RenderableType]:
    findings = report.findings_of(entry)
    yield text("Findings", "bold") if findings else text("No findings", "dim")
    yield from (Padding.indent(finding_view(finding), _INDENT) for finding in findings)
