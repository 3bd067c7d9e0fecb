"""How well a dump was read: the report that came out of it against the one that was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from attrs import define, field, frozen

from gentbudget.errors import UnknownLabelError
from gentbudget.findings import Finding
from gentbudget.model import Entry, Row
from gentbudget.report import Report

from .accounts import BUDGET_ROWS, PrintedEntry, PrintedReport, value_of

SECTIONS = ("operating", "investment", "financing")
FLOWS = ("expenditure", "receipts")


@frozen
class Mistake:
    """One thing that was not read as it is printed; ``got`` is None where it was left open."""

    code: str
    what: str
    expected: object
    got: object
    place: str = ""
    """Which figure, as its labels tell."""
    line: int | None = None
    told: bool = False
    """Whether a finding, of the parser or of the arithmetic, names the entry."""

    def __str__(self) -> str:
        what = f"{self.what} ({self.place})" if self.place else self.what
        return f"{self.code} {what}: expected {self.expected!r}, got {self.got!r}"


@define
class Comparison:
    """Counts of what is right, what is missing (None), and what is wrong, with each thing that is not right."""

    right: Counter[str] = field(factory=Counter)
    missing: Counter[str] = field(factory=Counter)
    wrong: Counter[str] = field(factory=Counter)
    untold: Counter[str] = field(factory=Counter)
    """What is wrong or missing in an entry that no finding names; known to those who ask for it, see `compare`."""
    mistakes: list[Mistake] = field(factory=list)

    @property
    def remarks(self) -> list[str]:
        """A line for each thing that is not right."""
        return list(map(str, self.mistakes))

    @property
    def wrongly_read(self) -> list[str]:
        """A line for each thing that was read and is not what is printed."""
        return [str(mistake) for mistake in self.mistakes if mistake.got is not None]

    def count(self, mistake: Mistake) -> None:
        """Count one thing that may be a mistake."""
        if mistake.expected == mistake.got:
            self.right[mistake.what] += 1
            return
        (self.missing if mistake.got is None else self.wrong)[mistake.what] += 1
        self.mistakes.append(mistake)
        if not mistake.told:
            self.untold["missing" if mistake.got is None else "wrong"] += 1


def compare(printed: PrintedReport, report: Report, findings: tuple[Finding, ...] = ()) -> Comparison:
    """Compare entry by entry, by code; an entry without its code counts as missing in all it holds.

    ``findings`` are those that may tell of a mistake. A code that is not printed counts as a wrong one.
    """
    result = Comparison()
    told = {finding.entry for finding in findings}
    codes = {entry.code for entry in printed.entries}
    for entry in printed.entries:
        got = report.get(entry.code)
        for what, place, expected, value, line in _facts(printed, entry, got):
            result.count(Mistake(entry.code, what, expected, value, place, line, entry.code in told))
    for invented in (entry for entry in report.entries if entry.code is not None and entry.code not in codes):
        result.count(Mistake(str(invented.code), "entry", None, invented.code, "", invented.lines[0], invented.code in told))
    read = [entry.code for entry in report.entries if entry.code in codes]
    result.count(Mistake("report", "order", [e.code for e in printed.entries if e.code in report], read, told=bool(findings)))
    return result


Fact = tuple[str, str, object, object, int | None]
"""What it is, where it stands in a table, what is printed, what was read, and near which line."""


def _facts(printed: PrintedReport, entry: PrintedEntry, got: Entry | None) -> Iterator[Fact]:
    line = got and got.lines[0]
    yield "entry", "", entry.code, got and got.code, line
    yield "title", "", entry.title, got and got.title, line
    for what in ("owner", "organisation", "status", "phase"):
        if expected := getattr(entry, what):
            yield what, "", expected, getattr(got, what, None), line
    if entry.period:
        period = getattr(got, "period", None)
        yield "period", "", entry.period, period and str(period), line
    for i, texts in enumerate(entry.budget):
        row = got and getattr(getattr(got.budget, SECTIONS[i // 2]), FLOWS[i % 2])
        label = f"{BUDGET_ROWS[i - i % 2][0]} {BUDGET_ROWS[i][1]}"
        yield from _figures(label, printed.budget_columns, texts, row)
    yield from _figures("VTE", printed.staff_columns, entry.staff, got and got.staff)


def _figures(label: str, columns: tuple[str, ...], texts: tuple[str, ...], row: Row | None) -> Iterator[Fact]:
    for column, text in zip(columns, texts, strict=True):
        yield "figure", f"{label}, {column}", value_of(text), _value(row, column), row and row.line


def _value(row: Row | None, column: str) -> Decimal | None:
    if row is None:
        return None
    try:
        return row[column]
    except UnknownLabelError:
        return None
