"""Which entries of a report the command line names, and what is known against one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gentbudget.checks import Inference
from gentbudget.cli.findings import all_findings
from gentbudget.cli.process import Refusal
from gentbudget.errors import UnknownCodeError
from gentbudget.findings import Finding
from gentbudget.model import Entry
from gentbudget.report import Report


def entries_at(report: Report, places: Iterable[str], file: str) -> Iterator[Entry]:
    """The entries with these codes or on these lines, in this order; raises `Refusal`."""
    for place in places:
        if place.isascii() and place.isdecimal():
            entry = _entry_on(report, int(place))
            if entry is None:
                raise Refusal(f"{file}: line {place} belongs to no entry")
            yield entry
            continue
        try:
            yield report[place]
        except UnknownCodeError as error:
            raise Refusal(f"{file}: {error}") from error


def findings_of(report: Report, entry: Entry) -> list[Finding]:
    """What the arithmetic and the parser found about an entry: by its code or, where that is lost, by its lines."""
    return [one for one in all_findings(report) if _concerns(one, entry)]


def inferences_of(report: Report, entry: Entry) -> list[Inference]:
    """What the arithmetic leaves for figures of an entry."""
    return [one for one in report.inferences() if _concerns(one, entry)]


def _concerns(one: Finding | Inference, entry: Entry) -> bool:
    first, last = entry.lines
    return one.entry == entry.code and (entry.code is not None or first <= one.line <= last)


def _entry_on(report: Report, line: int) -> Entry | None:
    return next((entry for entry in report.entries if entry.lines[0] <= line <= entry.lines[1]), None)
