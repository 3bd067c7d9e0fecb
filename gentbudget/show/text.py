"""Tables as aligned text: what `str` gives and what the command line prints, the latter fitted to a width."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import singledispatch
from itertools import zip_longest
from typing import Literal

from attrs import frozen

from gentbudget.model import BudgetRow, BudgetTable, Column, Entry, Row, StaffRow
from gentbudget.show.figures import BUDGET_HEADING, STAFF_HEADING, visible, written_row

NOT_PRINTED = "not printed"
_GAP = "  "
_INDENT = "  "


@frozen
class Span:
    """A piece of text and what it is, so that a terminal can style it; of the label of a row, also its section."""

    text: str
    role: Literal["", "heading", "damaged"] = ""
    section: str = ""


Line = list[Span]
_Grid = list[Line]
"""Rows of cells, the first of each a label."""


@singledispatch
def text_of(shown: object) -> str:
    """Write a table, or a row under its column labels, as aligned text."""
    raise TypeError(f"expected a table or a row, not {type(shown).__name__}")


@text_of.register
def _(table: BudgetTable) -> str:
    return _plain(aligned(_grid(BUDGET_HEADING, table.columns, table.rows)))


@text_of.register
def _(row: Row) -> str:
    heading = STAFF_HEADING if isinstance(row, StaffRow) else BUDGET_HEADING
    return _plain(aligned(_grid(heading, row.columns, [row])))


@singledispatch
def repr_of(shown: object) -> str:
    """Write a table or a row with its values under the names that they are looked up by."""
    raise TypeError(f"expected a table or a row, not {type(shown).__name__}")


@repr_of.register
def _(table: BudgetTable) -> str:
    rows = "".join(f"\n    {row!r}," for row in table.rows)
    return f"{type(table).__name__}({rows}\n)" if rows else f"{type(table).__name__}()"


@repr_of.register
def _(row: Row) -> str:
    named = [f"{key if key.isidentifier() else repr(key)}={cell.value}" for key, cell in row.cells.items()]
    return f"{type(row).__name__}({', '.join([repr(row.label), *named, f'line={row.line}'])})"


def figures_lines(entry: Entry, width: int | None = None) -> list[Line]:
    """Give both tables of an entry as lines of text, aligned with each other.

    Where they are wider than ``width``, column labels are broken into words, and then sections get lines of their own;
    a figure is never cut or broken.
    """
    staff = [entry.staff] if entry.staff.line or entry.staff.figures else []
    budget_grid = _grid(BUDGET_HEADING, entry.budget.columns, entry.budget.rows)
    staff_grid = _grid(STAFF_HEADING, entry.staff.columns, staff)
    return aligned([*budget_grid, [], *staff_grid], width)


def aligned(grid: _Grid, width: int | None = None) -> list[Line]:
    """Lay out rows of cells in columns, the first flush left, the others flush right, with broken headings on more lines."""
    whole = _widths(grid, len)
    broken = [*whole[:1], *_widths(grid, _longest_word)[1:]]
    if width is not None and _total(whole) > width:
        if _total(broken) > width:
            grid = _in_sections(grid)
            broken = _widths(grid, _longest_word)
        whole = broken
    return [line for row in grid for line in _lines(row, whole)]


def _grid(heading: str, columns: Iterable[Column], rows: Sequence[Row]) -> _Grid:
    printed = [row for row in rows if row.figures]
    if not printed:
        return [[Span(heading, "heading"), Span(NOT_PRINTED, "damaged")]]
    labels = (Span(visible(column.label), "heading") for column in columns)
    return [[Span(heading, "heading"), *labels], *(_row(row) for row in printed)]


def _row(row: Row) -> Line:
    figures = (Span(figure.text, "" if figure.state == "printed" else "damaged") for figure in written_row(row))
    return [_label(row), *figures]


def _label(row: Row) -> Span:
    return Span(visible(row.label), section=visible(row.section) if isinstance(row, BudgetRow) else "")


def _in_sections(grid: _Grid) -> _Grid:
    """Give each section a line of its own above its rows."""
    rows: _Grid = []
    last = ""
    for row in grid:
        label, *figures = row or [Span("")]
        if label.section and label.text.startswith(label.section):
            flow = _INDENT + label.text.removeprefix(label.section).strip()
            label, last = Span(flow if label.section == last else f"{label.section}\n{flow}"), label.section
        rows.append([label, *figures])
    return rows


def _widths(grid: _Grid, heading_width: Callable[[str], int]) -> list[int]:
    columns = zip_longest(*grid, fillvalue=Span(""))
    return [max(_width(cell, heading_width) for cell in column) for column in columns]


def _width(cell: Span, heading_width: Callable[[str], int]) -> int:
    return heading_width(cell.text) if cell.role == "heading" else max(map(len, cell.text.split("\n")))


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _lines(row: Line, widths: Sequence[int]) -> Iterator[Line]:
    """Write a row on as many lines as its highest cell has, the cells flush with the last of them."""
    cells = [_broken(cell, width) for cell, width in zip(row, widths, strict=False)]
    height = max(map(len, cells), default=1)
    for number in range(-height, 0):
        texts = [lines[number] if -number <= len(lines) else "" for lines in cells]
        while texts and not texts[-1]:
            texts.pop()
        yield [
            Span(_GAP + text.rjust(width) if place else text.ljust(width) if texts[1:] else text, cell.role)
            for place, (text, width, cell) in enumerate(zip(texts, widths, row, strict=False))
        ]


def _broken(cell: Span, width: int) -> list[str]:
    if cell.role == "heading":
        return textwrap.wrap(cell.text, max(width, 1), break_long_words=False, break_on_hyphens=False)
    return cell.text.split("\n")


def _plain(lines: Iterable[Line]) -> str:
    return "\n".join("".join(span.text for span in line) for line in lines)
