"""The hierarchy of a report as areas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from gentbudget.errors import expect
from gentbudget.intervals import exact_sum, printed_units
from gentbudget.model import Entry
from gentbudget.plot.measures import Measure
from gentbudget.plot.style import COLOURS, GREY, graph_objects, laid_out, words, written
from gentbudget.report import Report
from gentbudget.show.figures import name_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NAMED = 3
_HEADING = 60
_OWNER_LOST = "owner lost"


@frozen
class _Tile:
    """An area: its name, how large it is, and which area it lies in. An area that others lie in is as large as they are."""

    key: str
    within: str
    name: str
    amount: str
    size: Decimal
    colour: str
    is_lost: bool
    hover: str = ""


@frozen
class _Drawing:
    """The areas of a treemap, and the figures that no area can show."""

    measure: Measure
    tiles: list[_Tile] = field(factory=list)
    below_zero: list[str] = field(factory=list)
    missing: list[str] = field(factory=list)
    zeros: list[str] = field(factory=list)


def treemap(  # noqa: PLR0913 - all but the report have a default, and what is chosen is named
    report: Report,
    section: str = "operating",
    flow: str = "expenditure",
    measure: str | None = None,
    *,
    by: Literal["hierarchy", "owner"] = "hierarchy",
    depth: int = 2,
) -> Figure:
    """Draw the hierarchy, or the actions and projects of each owner, with areas as large as one of their figures.

    ``section`` is ``operating``, ``investment``, ``financing`` or ``staff``; ``flow`` is ``expenditure`` or ``receipts``,
    without meaning for staff; ``measure`` is a column, ``actual`` or ``paid`` by default; ``depth`` is how many levels are
    drawn at once: in a notebook and in HTML, a click goes deeper. What an entry prints beyond what
    stands below it has an area of its own. Figures that are zero, below zero or not printed are told under the title.

    Raises `UnknownLabelError` for a row or column that the report does not print, and ValueError for another ``by``.

    >>> import gentbudget
    >>> figure = treemap(gentbudget.load_sample(), "staff", by="owner")
    >>> "owner lost" in figure.data[0].labels
    True
    """
    expect(report, Report, "a Report")
    go = graph_objects()
    drawing = _Drawing(Measure.of(section, flow, measure, report.entries))
    if by == "hierarchy":
        for place, root in enumerate(report.roots):
            _enter(root, "", COLOURS[place % len(COLOURS)], drawing)
    elif by == "owner":
        _enter_by_owner(report, drawing)
    else:
        raise ValueError(f"no arrangement {by!r}; there are hierarchy and owner")
    tiles = drawing.tiles
    shapes = ["/" if tile.is_lost else "" for tile in tiles]
    trace = go.Treemap(
        ids=[tile.key for tile in tiles],
        parents=[tile.within for tile in tiles],
        labels=[tile.name for tile in tiles],
        text=[tile.amount for tile in tiles],
        values=[float(tile.size) for tile in tiles],  # an area, which nobody reads a figure from
        hovertext=[tile.hover or tile.name for tile in tiles],
        hovertemplate="%{hovertext}<br><b>%{text}</b><extra></extra>",
        textinfo="label+text",
        branchvalues="remainder",
        maxdepth=depth,
        marker={
            "colors": [tile.colour for tile in tiles],
            "pattern": {"shape": shapes, "fillmode": "overlay", "fgcolor": "white", "fgopacity": 0.35},
            "line": {"width": 1, "color": "white"},
        },
        tiling={"pad": 1},
        textfont={"color": "white"},
        pathbar={"visible": True},
    )
    label = drawing.measure.label(report.entries)
    figure = go.Figure(trace)
    return laid_out(figure, f"{label}{'' if by == 'hierarchy' else ', by owner'}", _undrawn(drawing))


def _enter(entry: Entry, within: str, colour: str, drawing: _Drawing) -> None:
    """Enter an entry and what stands below it, as far as areas can show it."""
    value = drawing.measure.value(entry)
    key = f"{within}/{len(drawing.tiles)}"
    name = _name(entry) if within else words(f"{name_of(entry)} {entry.title or ''}", _HEADING)
    below = [(child, drawing.measure.value(child)) for child in entry.children]
    rest = _rest(value, [amount for _, amount in below])
    if not entry.children and not _is_drawn(name_of(entry), value, drawing):
        return
    if entry.children and (value is None or value <= 0):
        _is_drawn(name_of(entry), value, drawing)
    size = Decimal(0) if entry.children or value is None else value
    drawing.tiles.append(_Tile(key, within, name, written(value), size, colour, is_lost=entry.code is None))
    for child, _ in below:
        _enter(child, key, colour, drawing)
    if rest is not None:
        said = f"{written(rest)} of {name_of(entry)} that no entry printed below accounts for"
        drawing.tiles.append(_Tile(f"{key}/rest", key, "not below", written(rest), rest, GREY, is_lost=True, hover=said))


def _rest(value: Decimal | None, below: list[Decimal | None]) -> Decimal | None:
    """Give what a figure has beyond those below it, where that is more than rounding."""
    if value is None or not below:
        return None
    rest = exact_sum((value, *(-amount for amount in below if amount is not None)))
    units = (1 / Decimal(printed_units(one)[1]) for one in (value, *below) if one is not None)
    return rest if 2 * rest > sum(units) else None


def _enter_by_owner(report: Report, drawing: _Drawing) -> None:
    owners = (*report.owners, None)
    for place, owner in enumerate(owners):
        key, colour = f"owner {place}", GREY if owner is None else COLOURS[place % len(COLOURS)]
        own = [action for action in report.actions if action.owner == owner]
        tiles = list(_tiles_of(own, key, colour, drawing))
        if tiles:
            total = exact_sum(tile.size for tile in tiles)
            name = words(owner) if owner else _OWNER_LOST
            drawing.tiles.append(_Tile(key, "", name, written(total), Decimal(0), colour, is_lost=owner is None))
            drawing.tiles.extend(tiles)


def _tiles_of(actions: Iterable[Entry], within: str, colour: str, drawing: _Drawing) -> Iterator[_Tile]:
    for place, action in enumerate(actions):
        value = drawing.measure.value(action)
        if _is_drawn(name_of(action), value, drawing) and value is not None:
            yield _Tile(f"{within}/{place}", within, _name(action), written(value), value, colour, is_lost=action.code is None)


def _name(entry: Entry) -> str:
    return f"{name_of(entry)}<br>{words(entry.title)}" if entry.title else name_of(entry)


def _is_drawn(name: str, value: Decimal | None, drawing: _Drawing) -> bool:
    """Tell whether an area can show a figure, and keep the name of an entry whose figure it cannot."""
    if value is None:
        drawing.missing.append(name)
    elif value < 0:
        drawing.below_zero.append(f"{name} ({written(value)})")
    elif value == 0:
        drawing.zeros.append(name)
    return value is not None and value > 0


def _undrawn(drawing: _Drawing) -> str:
    parts = [
        f"{said}: {words(_listed(names), 10_000)}"
        for said, names in (("below zero", drawing.below_zero), ("not printed", drawing.missing), ("zero", drawing.zeros))
        if names
    ]
    return f"Not drawn, {'; '.join(parts)}" if parts else ""


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
