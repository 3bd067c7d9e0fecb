"""The printed layout: a report as the text that the accounts print, its cells parted by tabs.

Text has no way to mark what is meant as words, so that some entries cannot be printed: a paragraph that reads ``Acties``
is a heading to whoever reads it. Hence what is printed is read again, and refused if it does not say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from attrs import frozen

from gentbudget.errors import ExportError, ReportError
from gentbudget.model import Action, ActionPlan, BudgetTable, Cell, Column, Entry, Objective, Project, Row, StaffRow
from gentbudget.numbers import format_number
from gentbudget.report import Report
from gentbudget.vocabulary import FLOWS, HEADINGS, TABLES

_RULE = "--"


def to_text(report: Report) -> str:
    """Print a report; raises `ExportError` if the text would not be read as the same entries and figures."""
    text = "\n".join(line.text for line in printed_lines(report)).rstrip("\n") + "\n"
    from gentbudget.parser import parse

    try:
        printed = parse(text)
    except ReportError as error:
        raise ExportError(f"printed, this would not be read as a report: {error.message}") from error
    for entry, read in zip_longest(report.entries, printed.entries):
        if difference := _difference(entry, read):
            raise ExportError(f"printed, this would not be read as the same: {difference}")
    return text


# ---- printing --------------------------------------------------------------------------------------------------------

Part = Literal["front", "blank", "heading", "header", "rule", "text", "budget head", "budget row", "staff head", "staff row"]


@frozen
class PrintedLine:
    """A line of the layout: its text, what it is, the number of its entry in document order, and its row's label."""

    text: str
    part: Part
    entry: int | None = None
    row: str | None = None


def printed_lines(report: Report) -> Iterator[PrintedLine]:
    """Print a report line by line."""
    for text in _front(report):
        yield PrintedLine(text, "front" if text else "blank")
    for number, entry in enumerate(report.entries):
        for part, text, row in _parts(entry):
            yield PrintedLine(text, part if text else "blank", number, row)


def _front(report: Report) -> Iterator[str]:
    if report.year is not None:
        yield from (f"JAARREKENING {report.year}", "")
    if report.title:
        yield from (report.title, "")
    if report.contents:
        yield "Inhoudstafel\tPagina"
        for row in report.contents:
            yield f"{row.code} - {row.title}" + ("" if row.page is None else f"\t{row.page}")
        yield ""


_PartText = tuple[Part, str, str | None]


def _parts(entry: Entry) -> Iterator[_PartText]:
    yield from _heading(entry)
    for paragraph in entry.paragraphs:
        for line in (*paragraph.split("\n"), ""):
            yield "text", line, None
    yield from _budget(entry.budget)
    yield from _staff(entry.staff)


def _heading(entry: Entry) -> Iterator[_PartText]:
    """The heading and the header; a rule ends a header that has cells."""
    if isinstance(entry, Objective):
        yield "heading", f"{HEADINGS['objective']} {entry.code or ''}".rstrip(), None
        yield "blank", "", None
        if entry.title is not None:
            yield "header", entry.title, None
            yield "blank", "", None
        return
    yield "heading", HEADINGS["plan" if isinstance(entry, ActionPlan) else "action"], None
    yield "blank", "", None
    cells = _header(entry)
    if any(cells):
        yield "header", "\t".join(cells), None
        yield "rule", "\t".join(_RULE for _ in cells), None
        yield "blank", "", None


def _header(entry: Entry) -> list[str]:
    if isinstance(entry, ActionPlan):
        return [entry.code or "", entry.title or "", _or_nothing(entry.period), entry.organisation or ""]
    first = f"{entry.code} - {entry.title or ''}" if entry.code else entry.title or ""
    owner = (entry.owner or "") if isinstance(entry, Action) else ""
    if isinstance(entry, Project):
        return [first, entry.status or "", entry.phase or "", _or_nothing(entry.period), owner]
    return [first, owner]


def _or_nothing(value: object) -> str:
    return "" if value is None else str(value)


def _budget(table: BudgetTable) -> Iterator[_PartText]:
    """The table, with a new head wherever the columns change."""
    columns: Sequence[Column] | None = None
    above = ""
    for row in table.rows:
        if row.columns != columns:
            columns = row.columns
            yield "budget head", _head(TABLES["budget"], columns), None
        section = "" if row.section == above and row.flow != row.section else row.section
        yield "budget row", "\t".join([section, row.flow, *_figures(row)]), row.label
        above = row.section if row.flow == FLOWS[0].label and section else ""
    if table.rows:
        yield "blank", "", None


def _staff(row: StaffRow) -> Iterator[_PartText]:
    if row.columns:
        yield "staff head", _head(TABLES["staff"], row.columns), None
        if row.figures:
            yield "staff row", "\t".join([row.label, "", *_figures(row)]), row.label
        yield "blank", "", None


def _head(label: str, columns: Sequence[Column]) -> str:
    return "\t".join([label, "", *(column.label for column in columns)])


def _figures(row: Row) -> Iterator[str]:
    for column, cell in zip(row.columns, row.figures, strict=True):
        yield _figure(column, cell)


def _figure(column: Column, cell: Cell) -> str:
    """A figure as it was printed or, where it never was, as the accounts would print it."""
    if cell.text or cell.value is None:
        return cell.text
    return format_number(cell.value) + ("%" if column.is_share else "")


# ---- what is read again ----------------------------------------------------------------------------------------------

_SAID = ("kind", "code", "title", "owner", "organisation", "period", "status", "phase", "paragraphs")


def _difference(entry: Entry | None, read: Entry | None) -> str | None:
    """Tell the first thing that an entry says and its print does not."""
    if entry is None or read is None:
        missing = entry or read
        assert missing is not None
        return f"{_name(missing)} is {'lost' if read is None else 'read into it'}"
    for attribute in _SAID:
        wanted, found = getattr(entry, attribute, None), getattr(read, attribute, None)
        if wanted != found:
            return f"the {attribute} of {_name(entry)} is {wanted!r}, and would be {found!r}{_why_open(entry, attribute)}"
    rows = [*entry.budget.rows, entry.staff], [*read.budget.rows, read.staff]
    for row, other in zip_longest(*rows):
        if row is None or other is None or _labels(row) != _labels(other):
            return f"the rows or columns of {_name(entry)} are others"
        for column, cell, same in zip(row.columns, row.figures, other.figures, strict=True):
            if cell.value != same.value or _figure(column, cell) != same.text:
                return f"{row.label}, {column.label} of {_name(entry)} is {cell.value}, and would be {same.value}"
    if len(entry.children) != len(read.children) or entry.budget.columns != read.budget.columns:
        return f"the {'columns' if len(entry.children) == len(read.children) else 'children'} of {_name(entry)} are others"
    return None


def _why_open(entry: Entry, attribute: str) -> str:
    """Why a title cannot be told in print, where that is what its entry lacks."""
    lacking = "organisation" if isinstance(entry, ActionPlan) else "owner"
    if attribute != "title" or getattr(entry, lacking, "") is not None:
        return ""
    return f": without {lacking}, nothing shows where the title ends"


def _labels(row: Row) -> tuple[object, ...]:
    return row.label, getattr(row, "section", None), getattr(row, "flow", None), row.columns, len(row.figures)


def _name(entry: Entry) -> str:
    return entry.code or f"the {entry.kind} {entry.title!r}"
