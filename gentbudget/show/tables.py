"""The tables of an entry in HTML, with each note at its row or figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from gentbudget.checks import Inference
from gentbudget.checks.results import interval_text
from gentbudget.model import Cell, Column, Entry, Row
from gentbudget.show.figures import BUDGET_HEADING, STAFF_HEADING, written
from gentbudget.show.html import Child, element
from gentbudget.show.notes import Notes
from gentbudget.show.text import NOT_PRINTED

_NOTHING = Notes()


def figures_tables(entry: Entry, notes: Notes = _NOTHING) -> list[Element]:
    """Give the two tables of an entry."""
    return [
        figures_table(BUDGET_HEADING, entry.budget.columns, entry.budget.rows, notes),
        figures_table(STAFF_HEADING, entry.staff.columns, [entry.staff], notes),
    ]


def figures_table(heading: str, columns: Iterable[Column], rows: Sequence[Row], notes: Notes = _NOTHING) -> Element:
    """Give one table of figures under its printed labels, or say that it is not printed."""
    printed = [row for row in rows if row.figures]
    if not printed:
        return element("p", heading, ": ", element("span", NOT_PRINTED, class_="missing"))
    head = element("tr", words_heading(heading), *(column_heading(column.label) for column in columns))
    return scrolling(element("thead", head), element("tbody", *(_row(row, notes) for row in printed)))


def scrolling(*parts: Child) -> Element:
    """Make a table that scrolls by itself where it is wider than the page."""
    return element("div", element("table", *parts), class_="scroll")


def words_heading(label: str) -> Element:
    """Make the heading of a column of words."""
    return element("th", label, scope="col", class_="words")


def column_heading(label: str) -> Element:
    """Make the heading of a column of figures."""
    return element("th", label, scope="col")


def row_cells(row: Row, notes: Notes, sign: str | None = None) -> Iterator[Element]:
    """Make the cells of a row's figures; ``sign`` marks a finding where its number would lead nowhere."""
    for column, cell in zip(row.columns, row.figures, strict=True):
        marks = _marks(notes.at_figure(row, column, cell), notes, sign)
        yield _figure_cell(column, cell, *marks, _inferred(notes.inferred(row, column, cell)))


def _figure_cell(column: Column, cell: Cell, *said: Child) -> Element:
    """Make the cell of a figure and what is said of it; what is missing or unreadable says so without colours as well."""
    shown = written(column, cell)
    if shown.state == "printed":
        return element("td", shown.text, *said)
    return element("td", shown.text, *said, class_=shown.state, title=_TITLES[shown.state])


_TITLES = {"missing": "not printed, or lost", "unreadable": "printed like this, and no number"}


def _row(row: Row, notes: Notes) -> Element:
    label = element("th", row.label, *_marks(notes.at_row(row), notes), scope="row", class_="words")
    return element("tr", label, *row_cells(row, notes))


def _marks(numbers: Iterable[int], notes: Notes, sign: str | None = None) -> Iterator[Element]:
    for number in numbers:
        finding = notes.findings[number - 1]
        yield element("sup", sign or str(number), class_=finding.severity, title=finding.message)


def _inferred(inference: Inference | None) -> Element | None:
    if inference is None:
        return None
    return element("span", f"inferred: {interval_text(inference.lower, inference.upper)}", class_="inferred")
