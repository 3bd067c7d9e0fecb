"""The two tables of an entry, aligned with each other, in Dutch notation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from gentbudget.cli.output import MISSING, text
from gentbudget.model import BudgetRow, Cell, Column, Entry, Row
from gentbudget.numbers import format_number

BUDGET = "Budgettaire onderbouwing"
STAFF = "Onderbouwing personeel"

_GAP = 2
_HEAD = "bold"
_DAMAGED = "bold red"


def amount(value: Decimal | None) -> Text:
    """Write an amount with the decimals that it has; what is missing is seen to be missing."""
    return text(MISSING, _DAMAGED) if value is None else text(format_number(value))


def figure(column: Column, cell: Cell) -> Text:
    """Write a printed figure. One that is no number is shown as it stands, with a question mark."""
    if cell.value is None:
        return text(f"{cell.text} ?" if cell.text else MISSING, _DAMAGED)
    return text(format_number(cell.value) + "%") if column.is_share else amount(cell.value)


def figures_view(entry: Entry, width: int) -> Table:
    """Give both tables of an entry, under their printed column labels.

    Where they are wider than ``width``, column labels are broken into words, and then each section has a line of its own
    above its flows; a figure is never cut or broken.
    """
    budget = list(_rows(BUDGET, entry.budget.columns, entry.budget.rows))
    staff = list(_rows(STAFF, entry.staff.columns, [entry.staff] if entry.staff.line else []))
    whole = [*budget, [], *staff]
    in_sections = [*_in_sections(budget, entry.budget.rows), [], *staff]
    for rows, broken_from in ((whole, None), (whole, 1), (in_sections, 0)):
        widths = _widths(rows, broken_from)
        if _total(widths) <= width:
            break
    return _aligned(rows, widths, width)


def _rows(label: str, columns: Iterable[Column], rows: Sequence[Row]) -> Iterator[list[Text]]:
    if not rows:
        yield [text(label, _HEAD), text("not printed", _DAMAGED)]
        return
    yield [text(label, _HEAD), *(text(column.label, _HEAD) for column in columns)]
    for row in rows:
        cells = (figure(column, cell) for column, cell in zip(row.columns, row.figures, strict=True))
        yield [text(row.label), *cells]


def _in_sections(printed: Sequence[list[Text]], rows: Sequence[BudgetRow]) -> Iterator[list[Text]]:
    """Put each section on a line of its own, and its flows below it."""
    head, *figures = printed
    yield head
    last = ""
    for row, (label, *cells) in zip(rows, figures, strict=False):
        in_section = bool(row.section and row.flow)
        if in_section and row.section != last:
            yield [text(row.section)]
        yield [text(f"  {row.flow}") if in_section else label, *cells]
        last = row.section


def _aligned(rows: Sequence[Sequence[Text]], widths: Sequence[int], width: int) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    if _total(widths) > width:
        table.width = _total(widths)  # or it would be squeezed into what is there
    for place, column_width in enumerate(widths):
        table.add_column(justify="right" if place else "left", vertical="bottom", width=column_width)
    for row in rows:
        table.add_row(*row, *[Text()] * (len(widths) - len(row)))
    return table


def _widths(rows: Sequence[Sequence[Text]], broken_from: int | None) -> list[int]:
    """Give the widths of the columns, those from ``broken_from`` on with the words of their label below each other."""

    def width_of(cell: Text, column: int) -> int:
        broken = cell.style == _HEAD and broken_from is not None and column >= broken_from
        return _longest_word(cell) if broken else cell.cell_len

    return [max(width_of(cell, column) for cell in cells) for column, cells in enumerate(zip_longest(*rows, fillvalue=Text()))]


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _longest_word(cell: Text) -> int:
    return max(map(cell_len, cell.plain.split()), default=0)
