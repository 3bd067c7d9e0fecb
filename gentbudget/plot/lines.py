"""A series of figures over years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from gentbudget.codes import normalise_code
from gentbudget.errors import UnknownCodeError, UnknownLabelError, expect
from gentbudget.plot.style import COLOURS, NOT_PRINTED, graph_objects, laid_out, words, written
from gentbudget.show.figures import visible

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

Rows = Iterable[Mapping[str, str | int | Decimal | None]]
Points = dict[int, Decimal | None]


def series(rows: Rows, value: str = "operating_expenditure_actual", *, codes: Iterable[str] | None = None) -> Figure:
    """Draw one line for each code over the years, of what `gentbudget.series` gives or of any rows with code and year.

    ``value`` is the key of the figure; ``codes`` are those to draw, all where None. A line breaks where a year has no
    figure, and a cross on the axis marks the year where there is an entry whose figure is not printed.

    Raises `UnknownLabelError` for a ``value`` that no row has and `UnknownCodeError` for a code that no row has.

    >>> rows = [{"code": "AC34485", "year": 2023, "value": Decimal(5)}, {"code": "AC34485", "year": 2024, "value": None}]
    >>> [trace.name for trace in series(rows, "value").data]
    ['AC34485', 'not printed']
    """
    go = graph_objects()
    lines, titles = _by_code(rows, value)
    wanted = list(lines) if codes is None else [normalise_code(code) for code in codes]
    for code in wanted:
        if code not in lines:
            raise UnknownCodeError(code, lines)
    years = sorted({year for code in wanted for year in lines[code]})
    figure = go.Figure()
    for place, code in enumerate(wanted):
        points = [lines[code].get(year) for year in years]
        figure.add_scatter(
            name=visible(code),
            x=years,
            y=[None if point is None else float(point) for point in points],  # a height, which nobody reads a figure from
            text=[written(point) for point in points],
            mode="lines+markers+text" if len(wanted) == 1 else "lines+markers",
            textposition="top center",
            line_color=COLOURS[place % len(COLOURS)],
            hovertemplate=f"{words(f'{code} {titles[code]}')}<br>%{{x}}: <b>%{{text}}</b><extra></extra>",
            connectgaps=False,
        )
    missing = [(year, code) for code in wanted for year, point in lines[code].items() if point is None]
    if missing:
        figure.add_scatter(
            name=NOT_PRINTED,
            x=[year for year, _ in missing],
            y=[0 for _ in missing],
            text=[visible(code) for _, code in missing],
            mode="markers",
            marker={"symbol": "x-thin-open", "size": 11, "color": "#b3261e"},
            hovertemplate="%{text}, %{x}: not printed<extra></extra>",
        )
    figure.update_xaxes(tickvals=years, tickformat="d")
    figure.update_yaxes(rangemode="tozero", automargin=True, tickformat=",.2~f")
    title = f"{wanted[0]} {titles[wanted[0]]}: {value}" if len(wanted) == 1 else value
    return laid_out(figure, title.replace("_", " "))


def _by_code(rows: Rows, value: str) -> tuple[dict[str, Points], dict[str, str]]:
    lines: dict[str, Points] = {}
    titles: dict[str, str] = {}
    for row in rows:
        expect(row, dict, "rows, dicts such as gentbudget.series gives")
        if value not in row:
            raise UnknownLabelError(value, row)
        code, year, figure = row["code"], row["year"], row[value]
        if not isinstance(year, int) or not isinstance(figure, int | Decimal | None):
            raise TypeError(f"a row has a year and a Decimal, an int or None under {value!r}, not {year!r} and {figure!r}")
        lines.setdefault(str(code), {})[year] = None if figure is None else Decimal(figure)
        titles[str(code)] = str(row.get("title") or "")
    return lines, titles
