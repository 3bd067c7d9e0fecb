"""Rows of a Markdown table whose borders cut the lines of a header's cells, for they are those of the figures below.

    |**PR40001 - Fietspaden**|**Lopend**|**Uitvoer**|**ing**<br>**2021 - 2**|**030**<br>**Dienst S**<br>**en Be**|**port**<br>**wegen**|

Each piece of a line stands in the cell where it is printed, and the pieces in a cell keep their order: first those of the
title, then those of status, phase, period and owner. So the pieces behind the title's must make these texts, taken from the
cells in turn.
"""  # noqa: E501 - a row of the text

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Split
from gentbudget.parser.headers.letters import letters
from gentbudget.parser.headers.spelt import fields_of
from gentbudget.parser.lines.phrases import ends_open
from gentbudget.vocabulary import Kind

CUT: Final = "pieces of its lines make its cells"

Cells = Sequence[Sequence[str]]
"""The pieces in each cell of a row."""

Ends = tuple[int, ...]
"""How many pieces of each cell are read."""


def of_cut_row(header: Evidence, names: Sequence[Words]) -> list[Split]:
    """The ways to read a header whose one row is cut, with one of the names as its owner."""
    firsts = {name[0] for name in names if len(name) > 1}
    cells = _pieces(header)
    found: list[Split] = []
    for begun in _beginnings(cells):
        rest = Counter(_letters_behind(cells, begun))
        if header.kind == "action" and _may_begin_name(_last_word(cells, begun), firsts):
            continue
        for name in (name for name in names if Counter(letters(" ".join(name))) <= rest):
            found += _readings(header.kind, cells, begun, name)
    return found


def title_of_cut_row(header: Evidence) -> Split | None:
    """Read a header whose one row is cut as its title and fields alone, if these can be told in one way."""
    cells = _pieces(header)
    found = [split for begun in _beginnings(cells) for split in _readings(header.kind, cells, begun)]
    return found[0] if len(found) == 1 else None


def fills_first_cell(header: Evidence, title: Iterable[Words]) -> bool:
    """Whether a title is all that stands in the first cell of a row, so that no border cuts it."""
    first = header.code_piece.cells[:1] if header.code_piece.in_table and header.own == 1 else ()
    return any(tuple(text.split()) == tuple(word for line in title for word in line) for text in first)


def _pieces(header: Evidence) -> Cells:
    """The pieces in each cell of the one row that a header has; none if it has more, or is not cut."""
    piece = header.code_piece
    if not (header.cuts_words and piece.in_table) or header.own > 1 or header.least > 1:
        return []
    return [[line for line in cell if line] for cell in piece.wrapped or [[cell] for cell in piece.cells]]


def _beginnings(cells: Cells) -> Iterator[Ends]:
    """How many pieces of each cell may be the title's: all in the first cells, and the first ones of the next."""
    for i, cell in enumerate(cells):
        for end in range(1, len(cell) + 1):
            yield (*map(len, cells[:i]), end, *[0] * (len(cells) - i - 1))


def _readings(kind: Kind, cells: Cells, begun: Ends, name: Words = ()) -> Iterator[Split]:
    """The ways to read fields, and all of a name if there is one, behind so many pieces of a title."""
    spelt = letters(" ".join(name))
    for fields in fields_of(kind, _letters_behind(cells, begun), spelt or None):
        if _is_made_of(cells, begun, letters("".join(fields.values())) + spelt, whole=bool(name)):
            is_cut = any(begun[1:])
            title = [] if is_cut else [tuple(line.split()) for line in cells[0][: begun[0]]]
            yield Split(title, (name,) if name else (), 1, CUT, (None, name or None), fields)


def _last_word(cells: Cells, begun: Ends) -> str:
    """The last word of the title's last piece."""
    last = next(cell[end - 1] for cell, end in zip(reversed(cells), reversed(begun), strict=True) if end)
    return last.rpartition(" ")[2]


def _may_begin_name(word: str, firsts: Iterable[str]) -> bool:
    """Whether a word before a name may be its first, where no fields stand between title and owner."""
    return word[0].isupper() or ends_open(word) or word in firsts


def _letters_behind(cells: Cells, begun: Ends) -> str:
    """All letters behind the pieces that are the title's."""
    return letters("".join("".join(cell[start:]) for cell, start in zip(cells, begun, strict=True)))


def _is_made_of(cells: Cells, begun: Ends, text: str, *, whole: bool) -> bool:
    """Whether the next pieces of the cells, each cell's in its order, make this text.

    If it is not the ``whole`` rest of them, what is left stands in no cell before the last one that has some of it.
    """
    ways = {begun: 0}
    for _ in range(tolerances.MOST_STEPS):
        if not ways:
            break
        read, done = ways.popitem()
        left = [i for i, cell in enumerate(cells) if read[i] < len(cell)]
        last = max((i for i, end in enumerate(read) if end > begun[i]), default=0)
        if done == len(text) and (not left or (not whole and left[0] >= last)):
            return True
        for i in left:
            if (piece := letters(cells[i][read[i]])) and text.startswith(piece, done):
                ways[(*read[:i], read[i] + 1, *read[i + 1 :])] = done + len(piece)
    return False
