"""An entry's budget against its actual."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING

from gentbudget.errors import expect
from gentbudget.model import Entry, Row
from gentbudget.plot.style import COLOURS, GREY, graph_objects, laid_out, words, written
from gentbudget.show.figures import name_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_BUDGET = ("budget", "actual")
_STAFF = ("planned", "paid")

_ROOM = 1.15
"""How much longer than the longest bar an axis is, so that the figure behind it is not cut off."""


def budget_against_actual(entry: Entry) -> Figure:
    """Draw what an entry was to spend and receive, and what it did, in euros; below, its staff in full-time equivalents.

    Each bar has its figure in Dutch notation behind it; where none is printed, that is said.

    >>> import gentbudget
    >>> figure = budget_against_actual(gentbudget.load_sample()["AC34852"])
    >>> [bar.name for bar in figure.data], figure.data[1].text[0]
    (['Budget 2024', 'Jaarrekening 2024', 'Plan 2024', 'Betaald 2024'], 'not printed')
    """
    expect(entry, Entry, "an entry")
    go = graph_objects()
    figure = import_module("plotly.subplots").make_subplots(rows=2, row_heights=[0.8, 0.2], vertical_spacing=0.12)
    tables: tuple[tuple[tuple[Row, ...], tuple[str, str]], ...] = ((entry.budget.rows, _BUDGET), ((entry.staff,), _STAFF))
    for place, (rows, names) in enumerate(tables, 1):
        printed = [row for row in rows if row.columns]
        for name, colour in zip(names, (GREY, COLOURS[0]), strict=True):
            values = [row[name] if name in row.cells else None for row in printed]
            bar = go.Bar(
                name=_label(printed, name),
                x=[float(value or Decimal(0)) for value in values],  # a length, which nobody reads a figure from
                y=[words(row.label) for row in printed],
                text=[written(value) for value in values],
                textposition="outside",
                orientation="h",
                marker_color=colour,
                hovertemplate="%{y}<br><b>%{text}</b>",
                cliponaxis=False,
            )
            figure.add_trace(bar, row=place, col=1)
        drawn = [length for trace in figure.data[-2:] for length in trace.x]
        figure.update_xaxes(range=[min([0, *drawn]) * _ROOM, max([0, *drawn]) * _ROOM or 1], row=place, col=1)
    figure.update_layout(barmode="group", bargap=0.25, legend={"orientation": "h", "y": -0.08})
    figure.update_xaxes(tickformat=",.2~f")
    figure.update_yaxes(automargin=True, autorange="reversed")
    return laid_out(figure, f"{name_of(entry)} {entry.title or ''}".strip())


def _label(rows: list[Row], name: str) -> str:
    labels = (column.label for row in rows for column in row.columns if column.name == name)
    return words(next(labels, name))
