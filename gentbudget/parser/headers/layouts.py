"""Layouts: on which lines title and owner stand, where the text has the lines of a table as they are printed.

Two cells beside each other begin on the same line if both are at the top, end on the same if they are at the bottom, and
one that is centred begins and ends within the other. A program either goes from line to line, over all cells, or from cell
to cell. So how many lines title and owner have tells on which lines they stand: in a cell beside three lines of a
title, an owner of one line is centred on the second, one of two lines stands between the first and the second, and
between the second and the third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from math import inf, prod
from typing import Final, Literal, NamedTuple

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.headers.names import is_name
from gentbudget.parser.headers.whole import holds_two_words, joined_lines, may_end
from gentbudget.parser.headers.widths import breadth
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import BROKEN, begins_small, ends_open, ends_sentence

LAYOUT: Final = "all headers have their lines in this order"

HALVES: Final = {"top": 0, "centre": 1, "bottom": 2}
"""How many halves of its height a cell reaches above the line that all cells of its row are aligned to."""


class Layout(NamedTuple):
    """How lines stand: in the ``order`` of lines or cells, aligned so, and the owner's ``shift`` halves of a line lower.

    They do not stand beside each other where the cells are set in different sizes.
    """

    order: Literal["lines", "cells"]
    alignment: str
    shift: int


LAYOUTS: Final = [
    *(Layout("lines", alignment, shift) for alignment in HALVES for shift in (0, -1, 1)),
    *(Layout("cells", alignment, shift) for alignment in HALVES for shift in (0, 1)),
]


class Row(NamedTuple):
    """Whether a line has words of the title, and of the owner, and whether it has the code."""

    title: bool = False
    owner: bool = False
    code: bool = False


Rows = tuple[Row, ...]


class Span(NamedTuple):
    """How broad the broadest line of a cell is, and the least that was too broad: a line with the next one's first word."""

    broadest: float
    too_broad: float


class Reading(NamedTuple):
    """A way to read a header, and what its cells tell of the widths of their columns."""

    split: Split
    title: Span
    owner: Span

    @property
    def texts(self) -> tuple[str, str]:
        """Title and owner."""
        return joined_lines(self.split.title), joined_lines(self.split.owner)


def readings(header: Evidence) -> Mapping[Layout, Sequence[Reading]]:
    """The ways to read a header, by the layouts that allow them; none if they are too many, or lines of it out of sight."""
    pieces = [(i, piece) for i, piece in enumerate(header.pieces) if piece.words or i == header.own - 1]
    code = [i for i, _ in pieces].index(header.own - 1)
    least = sum(i < header.least for i, _ in pieces)
    has_fields = any(piece.has_fields for piece in header.pieces)
    found: dict[Layout, list[Reading]] = defaultdict(list)
    tried = 0
    for n in range(max(least, code + 1), len(pieces) + 1):
        if not _may_be_lines(header, pieces, n):
            continue
        is_open = n == len(pieces) and header.is_cut_off
        is_joined = any(BROKEN in word or holds_two_words(word) for _, piece in pieces[:n] for word in piece.printed)
        for (rows, by_cells), layouts in _layouts(n, code, bool(header.code_piece.prefix), has_fields).items():
            cuts = _cuts(header, pieces[:n], rows, by_cells=by_cells)
            tried += prod(map(len, cuts))
            ways = [] if tried > tolerances.MOST_READINGS else list(_readings(header, pieces[:n], cuts))
            if tried > tolerances.MOST_READINGS or (ways and (is_open or is_joined)):
                return {}
            for layout in layouts if ways else ():
                found[layout] += ways
    return found


def _may_be_lines(header: Evidence, pieces: Sequence[tuple[int, Piece]], n: int) -> bool:
    """Whether the first so many lines may be the header's: none is a description's, or parted, and the next begins one.

    A page that ends between them puts each cell's lines where no others stand.
    """
    for i, piece in pieces[:n]:
        if i >= header.own and (
            piece.parted or piece.begins_page or ends_sentence(piece.text) or pattern("BULLET").fullmatch(piece.words[0])
        ):
            return False
    return not any(_may_go_on(piece) for _, piece in pieces[n : n + 1])


def _may_go_on(piece: Piece) -> bool:
    """Whether the header may go on with this line: it is no beginning, or a page's that a cell may have had no room before."""
    is_cell = len(piece.text) <= tolerances.LONGEST_CELL and not ends_sentence(piece.text)
    return not piece.parted and (begins_small(piece.text) or (piece.begins_page and is_cell))


@cache
def _layouts(lines: int, code: int, in_title: bool, has_fields: bool) -> Mapping[tuple[Rows, bool], Sequence[Layout]]:
    """The ways to fill so many lines, with the code on this one, each with the layouts that do.

    With each stands whether fields part title and owner there; the code stands ``in_title``, or in a cell of its own.
    """
    found: dict[tuple[Rows, bool], list[Layout]] = defaultdict(list)
    for layout, title, owner in product(LAYOUTS, range(1, lines + 1), range(1, lines + 1)):
        for rows in _rows(layout, title, owner, in_title=in_title, has_fields=has_fields):
            if len(rows) == lines and rows[code].code:
                found[rows, has_fields and layout.order == "cells"].append(layout)
    return found


def _rows(layout: Layout, title: int, owner: int, *, in_title: bool, has_fields: bool) -> Iterator[Rows]:
    """How title and owner stand, if they have so many lines: in halves of a line below that to which they are aligned."""
    halves = HALVES[layout.alignment]
    titles = range(-halves * title, (2 - halves) * title, 2)
    owners = range(-halves * owner + layout.shift, (2 - halves) * owner + layout.shift, 2)
    if layout.order == "lines":
        code = titles[0] if in_title else -halves
        yield tuple(Row(y in titles, y in owners, y == code) for y in sorted({*titles, *owners, code}))
        return
    first, others, own = Row(title=True, code=True), [Row(title=True)] * (title - 1), [Row(owner=True)] * owner
    if layout.shift or layout.alignment == "bottom":
        yield (*own, first, *others)
    joins = titles[-1] == owners[0]
    if has_fields or not joins:
        yield (first, *others, *own)
    if has_fields or joins:  # with the fields between them, the last line of one cell and the first of the next are one
        *above, last = first, *others
        yield (*above, last._replace(owner=True), *own[1:])


def _cuts(header: Evidence, pieces: Sequence[tuple[int, Piece]], rows: Rows, *, by_cells: bool) -> Sequence[Sequence[int]]:
    """Behind how many words of each line the owner's may begin, if title and owner stand so."""
    fields = [i for i, piece in enumerate(header.pieces) if piece.has_fields] if by_cells and rows[0].code else []
    begins = next(n for n, row in enumerate(rows) if row.owner)
    cuts: list[Sequence[int]] = []
    for n, ((i, piece), row) in enumerate(zip(pieces, rows, strict=True)):
        found: Sequence[int]
        if piece.split is not None:
            found = [piece.split] if row[:2] == (bool(piece.title), bool(piece.owner)) else []
        elif row.title and row.owner:
            found = [] if by_cells else range(1, len(piece.words))
        else:
            is_filled = bool(piece.words) == (row.title or row.owner)
            found = [len(piece.words) if row.title else 0] if is_filled else []
        if n == begins:
            found = [cut for cut in found if piece.words[cut][0].isupper()]
        is_amiss = fields and ((row.owner and i < fields[0]) or (row.title and i > fields[-1]))
        cuts.append([] if is_amiss else found)
    return cuts


def _readings(header: Evidence, pieces: Sequence[tuple[int, Piece]], cuts: Sequence[Sequence[int]]) -> Iterator[Reading]:
    """The ways to cut the lines so that title and owner may be whole."""
    for places in product(*cuts):
        title: list[Words] = [()] * (pieces[-1][0] + 1)
        owner = title.copy()
        for (i, piece), place in zip(pieces, places, strict=True):
            title[i], owner[i] = piece.words[:place], piece.words[place:]
        is_mixed = any(
            piece.split is None and 0 < place < len(piece.words) for (_, piece), place in zip(pieces, places, strict=True)
        )
        split = Split(title, owner, len(title), LAYOUT, is_mixed=is_mixed)
        if not ends_open(joined_lines(title)) and may_end(split.name) and is_name(split.name):
            yield Reading(split, _span(header, title, header.code_piece.prefix), _span(header, owner))


def _span(header: Evidence, lines: Sequence[Words], prefix: str = "") -> Span:
    """What a cell tells of its column's width. A word that a line's end breaks tells less; its rest stands on the next line."""
    broadest, too_broad = 0.0, inf
    above = ""
    for piece, words in zip(header.pieces, lines, strict=False):
        if words:
            first, *others = words
            is_mended = first == piece.words[0] and first not in piece.printed
            first = piece.printed[0] if is_mended else first
            if above:
                too_broad = min(too_broad, breadth(f"{above} {first}"))
            text = " ".join([first, *others])
            text, prefix = f"{prefix}{text}", ""
            broadest = max(broadest, breadth(text))
            above = "" if piece.printed[-1].endswith("-") else text
    return Span(broadest, too_broad)
