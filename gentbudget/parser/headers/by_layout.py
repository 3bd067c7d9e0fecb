"""Headers read by the layout that all of them share.

A header alone may be read in many ways. But all have their lines in the same order, and their cells wrap where the same
columns end. So a way to read one of them tells which ways are left for the others, and a layout that few of them can be
read with is not theirs. What is read with any of the layouts that are left, and in the same way with each, is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import inf
from typing import NamedTuple

from attrs import frozen

from gentbudget.parser import tolerances
from gentbudget.parser.headers.by_units import begins_at_unit
from gentbudget.parser.headers.header import Evidence, Header, Split
from gentbudget.parser.headers.layouts import LAYOUTS, Layout, Reading, Span, readings
from gentbudget.parser.headers.names import may_go_on_below


@frozen(eq=False)
class LaidOut:
    """A header, and the ways to read it, by layout."""

    header: Header
    readings: Mapping[Layout, Sequence[Reading]]

    def ways(self, layout: Layout) -> list[Reading]:
        """The ways to read it in this layout, as far as nothing is told that they contradict."""
        told = self.header.title, self.header.owner
        ways = self.readings.get(layout, ())
        return [way for way in ways if all(one in (None, text) for one, text in zip(told, way.texts, strict=True))]


class _Width(NamedTuple):
    """Between which bounds the width of a column is: at least, and less than."""

    least: float = 0.0
    most: float = inf

    def allows(self, cell: Span) -> bool:
        """Whether a cell fits the column, and wraps where it ends."""
        drift = tolerances.BREADTH_DRIFT
        return cell.broadest <= self.most * (1 + drift) and cell.too_broad >= self.least * (1 - drift)


def laid_out(headers: Sequence[Header]) -> list[LaidOut]:
    """The headers whose lines stand as they are printed, with all ways to read them; none where a program parts the columns."""
    if any(one.has_columns and not one.code_piece.in_table for one in (header.evidence for header in headers)):
        return []
    found = [LaidOut(header, readings(header.evidence)) for header in headers if _is_plain(header.evidence)]
    return [one for one in found if one.readings]


def _is_plain(header: Evidence) -> bool:
    """Whether lines and fields of a header are all there, and in no table or heading that a program made of them."""
    is_made = header.code_piece.marked or any(piece.in_table for piece in header.pieces[: header.least + 1])
    return not (header.is_cut or is_made or header.fields.missing(header.kind))


def by_layout(headers: Sequence[LaidOut]) -> Iterator[tuple[Header, Split]]:
    """The headers that are not told yet, and can be read in one way alone with each layout that they may share."""
    kinds = [[one for one in headers if one.header.evidence.kind == kind] for kind in ("plan", "action", "project")]
    fits = {layout: [_fit([one.ways(layout) for one in same]) for same in kinds] for layout in LAYOUTS}
    read = {layout: sum(bool(ways) for same in found for ways in same) for layout, found in fits.items()}
    most = max(read.values())
    if len(headers) < tolerances.LEAST_CELLS or most < tolerances.LEAST_LAID_OUT * len(headers):
        return
    least = most - max(1, tolerances.MOST_LAID_OUT_OTHERWISE * len(headers))
    left = [found for layout, found in fits.items() if read[layout] >= least]
    for k, same in enumerate(kinds):
        for i, one in enumerate(same):
            ways = {(*way.texts, way.split.lines): way for found in left for way in found[k][i]}
            if len(ways) == 1 and one.header.title is one.header.owner is None:
                splits = [way.split for way in ways.values() if not may_go_on_below(one.header.evidence, way.split.lines)]
                splits = [split for split in splits if not begins_at_unit(tuple(chain(*split.title)), split.name)]
                yield from ((one.header, split) for split in splits)


def _fit(headers: Sequence[Sequence[Reading]]) -> Sequence[Sequence[Reading]]:
    """The ways to read each header of a kind, given with all of its own, with which their columns may have the same widths."""
    titles = owners = _Width()
    while True:
        read = [ways for ways in headers if ways]
        titles = _narrowed(titles, [[way.title for way in ways] for ways in read])
        owners = _narrowed(owners, [[way.owner for way in ways] for ways in read])
        left = [[way for way in ways if titles.allows(way.title) and owners.allows(way.owner)] for ways in headers]
        if list(map(len, left)) == list(map(len, headers)):
            return left
        headers = left


def _narrowed(width: _Width, cells: Sequence[Sequence[Span]]) -> _Width:
    """What cells, each in one of several ways, tell of their column's width; what one of them tells alone may be wrong."""
    least = sorted((min(way.broadest for way in ways) for ways in cells), reverse=True)
    most = sorted(max(way.too_broad for way in ways) for ways in cells)
    return _Width(max(width.least, *least[1:2], 0.0), min(width.most, *most[1:2], inf))
