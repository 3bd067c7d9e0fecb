"""Reading that is told when a property fails: the text, and what was read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from attrs import frozen
from hypothesis import currently_in_test_context, note
from hypothesis.vendor.pretty import RepresentationPrinter

from gentbudget import Report
from gentbudget.parser import parse as parse_silently


@wraps(parse_silently)
def parse(text: str | bytes, **options: Any) -> Report:
    """`gentbudget.parse`, which all tests use; the smallest example that fails prints the text and what was read of it."""
    if not currently_in_test_context():
        return parse_silently(text, **options)
    note(_Told(lambda: f"the text:\n{repr(text) if isinstance(text, bytes) else text}"))
    report = parse_silently(text, **options)
    note(_Told(lambda: "what was read of it:\n" + "\n".join(said(report))))
    return report


@frozen
class _Told:
    """What is only worked out if it is printed."""

    words: Callable[[], str]

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        printer.text(self.words())


def said(report: Report) -> Iterator[str]:
    """What a report says, a line for each entry, row and finding."""
    for entry in report.entries:
        fields = {name: getattr(entry, name, None) for name in ("owner", "status", "phase", "period", "organisation")}
        told = ", ".join(f"{name} {value}" for name, value in fields.items() if value is not None)
        yield f"{entry.kind} {entry.code} {entry.title!r}, lines {entry.lines[0]} to {entry.lines[1]}; {told}"
        yield from (f"  {paragraph!r}" for paragraph in entry.paragraphs)
        for row in (*entry.budget.rows, entry.staff):
            yield f"  {row.label}: " + ", ".join(f"{label} {value}" for label, value in row.values.items())
    yield from map(str, report.findings)
    if report.unclaimed:
        yield f"unclaimed: {report.unclaimed}"
