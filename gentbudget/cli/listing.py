"""What ``find`` says of entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from gentbudget.cli.output import grid, text
from gentbudget.cli.titles import code_view, on_one_line, title_view
from gentbudget.model import Action, ActionPlan, Entry, Project
from gentbudget.show.figures import MISSING

_GAP = 2
_LEAST_TITLE = 40
"""A line that leaves a title fewer columns gives it a line of its own."""


def listing_view(entries: Iterable[Entry], width: int) -> RenderableType:
    """Give code, kind, first line, status and phase, owner or organisation, and title of each entry.

    Each is one line or, where that leaves titles too little of ``width``, two.
    """
    rows = [list(_facts(entry)) for entry in entries]
    widths = (max(cell.cell_len for cell in column) for column in zip(*rows, strict=True))
    *facts, title = widths
    if sum(facts) + _GAP * len(facts) + min(title, _LEAST_TITLE) > width:
        return Group(*(line for row in rows for line in _on_two_lines(row)))
    table = grid()
    for _ in facts:
        table.add_column(no_wrap=True)
    table.add_column()
    for row in rows:
        table.add_row(*row)
    return table


def _on_two_lines(row: list[Text]) -> Iterator[Text]:
    code, *facts, title = row
    yield on_one_line(Text.assemble(code, " " * _GAP, title))
    said = Text(", ").join(fact for fact in facts if fact.plain)
    yield on_one_line(Text.assemble(" " * (code.cell_len + _GAP), said))


def _facts(entry: Entry) -> Iterator[Text]:
    yield code_view(entry)
    yield text(entry.kind)
    yield text(f"line {entry.lines[0]}", "dim")
    yield text(_state(entry))
    yield text(_owner(entry))
    yield title_view(entry)


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
