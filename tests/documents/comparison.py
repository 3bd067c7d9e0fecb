"""How well a dump was read: the report that came out of it against the one that was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from gentbudget.model import Entry
from gentbudget.report import Report

from .accounts import PrintedEntry, PrintedReport

SECTIONS = ("operating", "investment", "financing")
FLOWS = ("expenditure", "receipts")


@define
class Comparison:
    """Counts of what is right, what is missing (None), and what is wrong, with a line for each that is not right."""

    right: Counter[str] = field(factory=Counter)
    missing: Counter[str] = field(factory=Counter)
    wrong: Counter[str] = field(factory=Counter)
    remarks: list[str] = field(factory=list)

    def count(self, what: str, code: str, expected: object, got: object) -> None:
        """Compare one thing."""
        if expected == got:
            self.right[what] += 1
            return
        (self.missing if got is None else self.wrong)[what] += 1
        self.remarks.append(f"{code} {what}: expected {expected!r}, got {got!r}")


def compare(printed: PrintedReport, report: Report) -> Comparison:
    """Compare entry by entry, by code; an entry without its code counts as missing in all it holds."""
    result = Comparison()
    for entry in printed.entries:
        got = report.get(entry.code)
        result.count("entry", entry.code, entry.code, got.code if got else None)
        for what, expected, value in _facts(entry, got):
            result.count(what, entry.code, expected, value)
    result.count("order", "report", [e.code for e in printed.entries], [e.code for e in report.entries])
    return result


def _facts(entry: PrintedEntry, got: Entry | None) -> Iterator[tuple[str, object, object]]:
    yield "title", entry.title, got and got.title
    for what in ("owner", "organisation", "status", "phase"):
        if expected := getattr(entry, what):
            yield what, expected, getattr(got, what, None)
    if entry.period:
        period = getattr(got, "period", None)
        yield "period", entry.period, period and str(period)
    for i, texts in enumerate(entry.budget):
        row = got and getattr(getattr(got.budget, SECTIONS[i // 2]), FLOWS[i % 2])
        yield from _figures(texts, row)
    yield from _figures(entry.staff, got and got.staff)


def _figures(texts: tuple[str, ...], row: object) -> Iterator[tuple[str, object, object]]:
    figures = getattr(row, "figures", ())
    for i, text in enumerate(texts):
        cell = figures[i] if i < len(figures) else None
        yield "figure", text, None if cell is None or cell.value is None else cell.text
