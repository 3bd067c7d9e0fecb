"""What all plots have in common: Plotly itself, colours, words, and the Dutch notation."""

from __future__ import annotations

import textwrap
from decimal import Decimal
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any

from gentbudget.errors import MissingExtraError
from gentbudget.numbers import format_number
from gentbudget.show.figures import visible

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

COLOURS = ("#2f5d8a", "#8a4a2f", "#2c6e55", "#6a4a8a", "#7d631b", "#256f7a", "#94405f", "#59626e")
GREY = "#8c8c86"
INK = "#1c1b19"

NOT_PRINTED = "not printed"

_LINE = 30
_TITLE_LINE = 100


def graph_objects() -> Any:
    """Give Plotly's module of figures and traces."""
    try:
        return import_module("plotly.graph_objects")
    except ModuleNotFoundError as error:
        raise MissingExtraError("plotting", "plot") from error


def words(text: str, width: int = _LINE) -> str:
    """Write printed words on short lines, so that Plotly takes nothing in them for markup.

    >>> words("<b>Wonen</b> in de stad, en werken", width=20)
    '&lt;b&gt;Wonen&lt;/b&gt; in de<br>stad, en werken'
    """
    return "<br>".join(escape(line) for line in textwrap.wrap(visible(text), width))


def written(value: Decimal | None) -> str:
    """Write a figure as it is printed, or that it is not."""
    return NOT_PRINTED if value is None else format_number(value)


def laid_out(figure: Figure, title: str, below: str = "") -> Figure:
    """Give a figure its title, a line below that, and what all plots look like."""
    heading = words(title, _TITLE_LINE)
    lines = 1 + heading.count("<br>") + bool(below)
    figure.update_layout(
        title={"text": heading, "subtitle": {"text": below}, "x": 0, "xref": "container", "y": 1, "yref": "container"},
        title_pad={"l": 16, "t": 20},
        title_yanchor="top",
        template="plotly_white",
        font={"family": "system-ui, 'DejaVu Sans', sans-serif", "color": INK},
        separators=",.",
        margin={"l": 16, "r": 16, "t": 30 + 26 * lines, "b": 24},
    )
    return figure
