"""What ``check`` says to people: the verdict on a report, and what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gentbudget.checks import Audit, Tally
from gentbudget.cli.findings import SEVERITY_STYLES, finding_view, lines_view
from gentbudget.cli.output import grid, text
from gentbudget.cli.titles import on_one_line
from gentbudget.findings import Finding, worst_first
from gentbudget.numbers import format_number
from gentbudget.report import Report


def verdict_view(report: Report) -> Iterator[RenderableType]:
    """Give the verdict, what was tested, what the arithmetic found and what the parser found, worst first."""
    diagnoses, findings = report.check(), worst_first(report.findings)
    yield Text.assemble(text(f"{report.source}: ", "bold"), *_verdict([*diagnoses, *findings], report.audit()))
    yield ""
    yield _contents(report)
    yield ""
    yield _tallies(report.audit())
    yield from _section("What the arithmetic found", diagnoses)
    yield from _section("What the parser found", findings)


def _verdict(findings: Sequence[Finding], audit: Audit) -> tuple[Text, Text]:
    counts = Counter(finding.severity for finding in findings)
    if counts["error"]:
        said = text("figures or entries are lost or in doubt", SEVERITY_STYLES["error"])
    elif not (audit.percentages.tested or audit.sums.tested):
        said = text("there is nothing that could be tested", SEVERITY_STYLES["warning"])
    else:
        said = text("nothing puts a figure in doubt", "bold green")
    errors, warnings = _counted(counts["error"], "error"), _counted(counts["warning"], "warning")
    return said, text(f" ({errors}, {warnings}, {counts['info']} info)")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else noun + 's'}"


def _contents(report: Report) -> Table:
    audit = report.audit()
    nameless = sum(entry.code is None for entry in report.entries)
    missing = sum(inference.reason == "missing" for inference in audit.inferences)
    table = grid()
    entries = f"{format_number(audit.entries)}, {format_number(nameless)} of them without code"
    figures = f"{format_number(audit.figures)} printed, {format_number(missing)} missing"
    table.add_row(text("entries"), text(entries))
    table.add_row(text("figures"), text(figures))
    return table


def _tallies(audit: Audit) -> Table:
    both = Tally(
        held=audit.percentages.held + audit.sums.held,
        failed=audit.percentages.failed + audit.sums.failed,
        untestable=audit.percentages.untestable + audit.sums.untestable,
    )
    table = grid()
    table.add_column()
    for _ in range(4):
        table.add_column(justify="right")
    table.add_row(*map(text, ("identities", "tested", "held", "failed", "lack a figure")), style="dim")
    for name, tally in (("percentages", audit.percentages), ("sums", audit.sums), ("together", both)):
        table.add_row(
            text(name),
            text(format_number(tally.tested)),
            text(format_number(tally.held)),
            text(format_number(tally.failed), SEVERITY_STYLES["error"] if tally.failed else ""),
            text(format_number(tally.untestable)),
        )
    return table


def _section(title: str, findings: Sequence[Finding]) -> Iterator[RenderableType]:
    yield ""
    yield text(title if findings else f"{title}: nothing", "bold")
    for finding in findings:
        yield finding_view(finding)
        if finding.lines:
            yield Padding.indent(on_one_line(lines_view(finding)), 4)
