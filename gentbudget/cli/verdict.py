"""What ``check`` says to people: the verdict on a report, and what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gentbudget.checks import Audit, Tally
from gentbudget.cli.findings import folded_lines, gaps_of, lines_text
from gentbudget.cli.output import grid, text
from gentbudget.cli.styles import SEVERITY_STYLES, finding_view
from gentbudget.cli.titles import on_one_line
from gentbudget.findings import Finding, Severity, worst_first
from gentbudget.numbers import format_number
from gentbudget.report import Report

_INDENT = 4
_MOST_GAPS = 3
_MOST_TOLD = 5
"""How many findings of one kind are told each by itself."""


def verdict_view(report: Report, severities: Collection[Severity], *, everything: bool) -> Iterator[RenderableType]:
    """Give the verdict, what was tested, what the arithmetic found and what the parser found, worst first.

    Of the findings it is those with these ``severities``, with ``everything`` that they say or in short.
    """
    diagnoses, findings = report.check(), worst_first(report.findings)
    yield Text.assemble(text(f"{report.source}: ", "bold"), *_verdict([*diagnoses, *findings], report.audit()))
    yield ""
    yield _contents(report)
    yield ""
    yield _tallies(report.audit())
    shown = ([finding for finding in group if finding.severity in severities] for group in (diagnoses, findings))
    yield from _sections(report, *shown, everything=everything)


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


def _sections(
    report: Report, diagnoses: Sequence[Finding], findings: Sequence[Finding], *, everything: bool
) -> Iterator[RenderableType]:
    yield from _heading("What the arithmetic found", diagnoses)
    yield from _each(diagnoses) if everything else _with_gaps(report, diagnoses)
    yield from _heading("What the parser found", findings)
    yield from _each(findings) if everything else _by_kind(findings)


def _heading(title: str, findings: Sequence[Finding]) -> Iterator[RenderableType]:
    yield ""
    yield text(title if findings else f"{title}: nothing", "bold")


def _each(findings: Iterable[Finding]) -> Iterator[RenderableType]:
    """Every finding on a line, with all that it says, and below it the lines of its figures."""
    for finding in findings:
        yield finding_view(finding)
        if finding.lines:
            yield Padding.indent(on_one_line(text(lines_text(finding.lines), "dim")), _INDENT)


def _with_gaps(report: Report, diagnoses: Iterable[Finding]) -> Iterator[RenderableType]:
    """Each finding with the title of its entry and its largest gaps; many of one kind end in one line."""
    for kind in _kinds(diagnoses):
        for finding in kind[:_MOST_TOLD]:
            yield from _with_its_gaps(report, finding)
        if rest := kind[_MOST_TOLD:]:
            yield _gathered(rest, f"{len(rest)} more")


def _with_its_gaps(report: Report, finding: Finding) -> Iterator[RenderableType]:
    entry = report.get(finding.entry) if finding.entry else None
    title = entry.title if entry and entry.title else ""
    yield on_one_line(Text.assemble(_kind(finding), text(f" {finding.entry or ''} "), text(title, "bold")))
    gaps, lines = gaps_of(finding), finding.lines or (finding.line,)
    cause = finding.message.partition(": ")[0] if gaps else finding.message
    place = f"line {finding.line}" if len(lines) == 1 else f"{len(lines)} lines, {min(lines)}-{max(lines)}"
    yield Padding.indent(Text.assemble(text(cause), text(f" ({place})", "dim")), _INDENT)
    more = [f"and {len(gaps) - _MOST_GAPS} more"] if len(gaps) > _MOST_GAPS else []
    yield from (Padding.indent(text(line), _INDENT) for line in gaps[:_MOST_GAPS] + more)


def _by_kind(findings: Iterable[Finding]) -> Iterator[RenderableType]:
    """All findings of one kind on one line: how many, and where; what a single one says."""
    for kind in _kinds(findings):
        if len(kind) > 1:
            yield _gathered(kind, str(len(kind)))
        else:
            (finding,) = kind
            yield Text.assemble(_kind(finding), text(f" {finding.entry or ''} line {finding.line}: {finding.message}"))


def _gathered(kind: Sequence[Finding], count: str) -> Text:
    return Text.assemble(_kind(kind[0]), text(f" {count}, "), text(folded_lines(one.line for one in kind), "dim"))


def _kind(finding: Finding) -> Text:
    return Text.assemble(text(finding.severity, SEVERITY_STYLES[finding.severity]), text(f" {finding.code}"))


def _kinds(findings: Iterable[Finding]) -> list[list[Finding]]:
    kinds: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.severity, finding.code), []).append(finding)
    return list(kinds.values())
