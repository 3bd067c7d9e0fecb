"""Which entries of a report the command line names, and what the arithmetic leaves for their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gentbudget.checks import Inference
from gentbudget.cli.process import Refusal
from gentbudget.errors import UnknownCodeError
from gentbudget.model import Entry
from gentbudget.report import Report


def entries_at(report: Report, places: Iterable[str], file: str) -> Iterator[Entry]:
    """The entries with these codes or on these lines, in this order; raises `Refusal`."""
    for place in places:
        if place.isascii() and place.isdecimal():
            entry = report.at(int(place))
            if entry is None:
                raise Refusal(f"{file}: line {place} belongs to no entry")
            yield entry
            continue
        try:
            yield report[place]
        except UnknownCodeError as error:
            raise Refusal(f"{file}: {error}") from error


def inferences_of(report: Report, entry: Entry) -> list[Inference]:
    """What the arithmetic leaves for figures of an entry."""
    first, last = entry.lines
    return [one for one in report.inferences() if first <= one.line <= last]
