"""What ``find`` says of entries."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from gentbudget.cli.output import MISSING, grid, text
from gentbudget.cli.titles import code_view, on_one_line, title_view
from gentbudget.model import Action, ActionPlan, Entry, Project


def listing_view(entries: Iterable[Entry]) -> Table:
    """Give one line an entry: code, kind, first line, status and phase, owner or organisation, title."""
    table = grid()
    for _ in range(4):
        table.add_column(no_wrap=True)
    table.add_column()
    table.add_column()
    for entry in entries:
        table.add_row(
            code_view(entry),
            text(entry.kind),
            text(f"line {entry.lines[0]}", "dim"),
            text(_state(entry)),
            on_one_line(text(_owner(entry))),
            title_view(entry),
        )
    return table


def _state(entry: Entry) -> str:
    """Give the status and phase of a project; other entries have none."""
    return f"{entry.status or MISSING}, {entry.phase or MISSING}" if isinstance(entry, Project) else ""


def _owner(entry: Entry) -> str:
    match entry:
        case Action():
            return entry.owner or MISSING
        case ActionPlan():
            return entry.organisation or MISSING
        case _:
            return ""
