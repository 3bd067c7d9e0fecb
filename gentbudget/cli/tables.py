"""The two tables of an entry, aligned with each other, in Dutch notation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from gentbudget.cli.output import MISSING, text
from gentbudget.model import Cell, Column, Entry, Row
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

    Where they are wider than ``width``, column labels are broken into words and then row labels too; a figure is never
    cut or broken.
    """
    budget = _rows(BUDGET, entry.budget.columns, entry.budget.rows)
    staff = _rows(STAFF, entry.staff.columns, [entry.staff] if entry.staff.line else [])
    return _aligned([*budget, [], *staff], width)


def _rows(label: str, columns: Iterable[Column], rows: Sequence[Row]) -> Iterator[list[Text]]:
    if not rows:
        yield [text(label, _HEAD), text("not printed", _DAMAGED)]
        return
    yield [text(label, _HEAD), *(text(column.label, _HEAD) for column in columns)]
    for row in rows:
        cells = (figure(column, cell) for column, cell in zip(row.columns, row.figures, strict=True))
        yield [text(row.label), *cells]


def _aligned(rows: Sequence[Sequence[Text]], width: int) -> Table:
    count = max(map(len, rows))
    filled = [[*row, *[Text()] * (count - len(row))] for row in rows]
    widths = _fitted(list(zip(*filled, strict=True)), width)
    table = Table.grid(padding=(0, _GAP, 0, 0))
    if _total(widths) > width:
        table.width = _total(widths)  # or it would be squeezed into what is there
    for place, column_width in enumerate(widths):
        table.add_column(justify="right" if place else "left", vertical="bottom", width=column_width)
    for row in filled:
        table.add_row(*row)
    return table


def _fitted(columns: Sequence[Sequence[Text]], width: int) -> list[int]:
    """Give the widths of the columns: of what can be done to fit them, the least."""
    whole = [max(cell.cell_len for cell in column) for column in columns]
    broken = [max(map(_longest_word, column)) for column in columns]
    candidates = (whole, [whole[0], *broken[1:]])
    return next((widths for widths in candidates if _total(widths) <= width), broken)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * len(widths)


def _longest_word(cell: Text) -> int:
    return max(map(cell_len, cell.plain.split()), default=0)
