"""What ``tree`` says of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType

from gentbudget.cli.output import grid, text
from gentbudget.cli.tables import amount
from gentbudget.cli.titles import code_view, title_view
from gentbudget.model import Entry
from gentbudget.report import Report


def tree_view(report: Report) -> Iterator[RenderableType]:
    """Give a caption, then one line an entry: its code, indented by its level, operating expenditure, title.

    Titles are last, since they are what a narrow terminal may cut.
    """
    yield text(f"Exploitatie Uitgaven: {_label(report, 'budget')}, {_label(report, 'actual')}", "dim")
    table = grid()
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True, justify="right")
    table.add_column()
    for level, entry in _levels(report.roots):
        row = entry.budget.operating.expenditure
        table.add_row(text("  " * level) + code_view(entry), amount(row.budget), amount(row.actual), title_view(entry))
    yield table


def _levels(entries: Iterable[Entry], level: int = 0) -> Iterator[tuple[int, Entry]]:
    for entry in entries:
        yield level, entry
        yield from _levels(entry.children, level + 1)


def _label(report: Report, name: str) -> str:
    """Give the label under which the report prints the column with this name."""
    columns = (column for entry in report.entries for column in entry.budget.columns)
    return next((column.label for column in columns if column.name == name), f"{name} not printed")
