"""What ``compare`` says of two editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from gentbudget.cli.output import grid, text
from gentbudget.cli.titles import code_view, on_one_line, title_view
from gentbudget.editions import Change, Comparison, Movement, Nameless
from gentbudget.model import Action, Entry
from gentbudget.numbers import format_number
from gentbudget.report import Report

_MOST = 10
"""How many of each kind are told, unless everything is asked for."""

_INDENT = 2
_TO = "\N{RIGHTWARDS ARROW}"


def comparison_view(comparison: Comparison, *, everything: bool) -> Iterator[RenderableType]:
    """Give the two editions, what became of entries, what was restated, and where operating expenditure moved most."""
    yield text(f"{_edition(comparison.older)} {_TO} {_edition(comparison.newer)}", "bold")
    restated = sorted(comparison.restated, key=_size, reverse=True)
    sections: tuple[tuple[str, Sequence[RenderableType]], ...] = (
        ("Appeared", [_entry(entry) for entry in comparison.appeared]),
        ("Vanished", [_entry(entry) for entry in comparison.vanished]),
        ("Renamed", [_change(change) for change in comparison.renamed]),
        ("Moved", [_change(change) for change in comparison.moved]),
        ("Changed", [_change(change) for change in comparison.changed]),
        ("Restated, the largest first", [text(str(one)) for one in restated]),
        ("Without a code", [_nameless(one) for one in comparison.nameless]),
        ("Columns that the other edition lacks", [text(label) for label in comparison.uncompared]),
    )
    told = [line for title, lines in sections for line in _section(title, lines, everything=everything)]
    told += _largest_movements(comparison, everything=everything)
    yield from told or ["", text(_nothing_told(comparison), "dim")]


def _section(title: str, lines: Sequence[RenderableType], *, everything: bool) -> Iterator[RenderableType]:
    if not lines:
        return
    yield ""
    yield text(f"{title} ({len(lines)})", "bold")
    shown = lines if everything else lines[:_MOST]
    yield from (Padding.indent(line, _INDENT) for line in shown)
    if len(shown) < len(lines):
        yield Padding.indent(text(f"and {len(lines) - len(shown)} more; --all shows them", "dim"), _INDENT)


def _edition(report: Report) -> str:
    return f"{report.source} ({report.year or 'no year'})"


def _entry(entry: Entry) -> Text:
    return on_one_line(Text.assemble(code_view(entry), "  ", title_view(entry)))


def _change(change: Change) -> Text:
    return Text.assemble(code_view(change.newer), text(f"  {change.attribute}: {change.before} {_TO} {change.after}"))


def _nameless(one: Nameless) -> Text:
    candidates = ", ".join(f"{entry.code or 'that without a code'} on line {entry.lines[0]}" for entry in one.candidates)
    return text(f"{one.edition}, line {one.entry.lines[0]}: {f'may be {candidates}' if candidates else 'like no other'}")


def _largest_movements(comparison: Comparison, *, everything: bool) -> Iterator[RenderableType]:
    """Tell where the actual operating expenditure of actions and projects moved most."""
    moved = sorted(filter(_tells, comparison.movements), key=_size, reverse=True)
    if not moved:
        return
    labels = f"{moved[0].older_column.label} {_TO} {moved[0].newer_column.label}"
    yield ""
    yield text(f"{moved[0].row}, {labels}, the largest movements ({len(moved)})", "bold")
    table = grid()
    table.add_column(no_wrap=True)
    for _ in range(3):
        table.add_column(no_wrap=True, justify="right")
    table.add_column()
    for one in moved if everything else moved[:_MOST]:
        amounts = (text(format_number(value)) for value in (one.before or Decimal(0), one.after or Decimal(0)))
        table.add_row(code_view(one.entry), *amounts, text(_signed(one.difference or Decimal(0))), title_view(one.entry))
    yield Padding.indent(table, _INDENT)


def _nothing_told(comparison: Comparison) -> str:
    others = sum(bool(movement.difference) for movement in comparison.movements)
    return (
        f"No differences that are told here; figures that moved: {others}; --format csv lists them"
        if others
        else "No differences"
    )


def _tells(movement: Movement) -> bool:
    row = movement.entry.budget.operating.expenditure.label
    return (
        isinstance(movement.entry, Action) and (movement.row, movement.measure) == (row, "actual") and bool(movement.difference)
    )


def _size(movement: Movement) -> Decimal:
    return abs(movement.difference or Decimal(0))


def _signed(difference: Decimal) -> str:
    return f"{'+' if difference > 0 else ''}{format_number(difference)}"
