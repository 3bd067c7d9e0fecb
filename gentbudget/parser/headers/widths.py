"""How wide the columns of headers are: a line of a cell ends where its column has no room for the next word.

The text does not say how wide a column is. But many cells wrap, and each tells that its column is at least as wide as its
line, and less wide than the line with the next word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from attrs import evolve, frozen

from gentbudget.parser import tolerances


class _Breadths(dict[str, float]):
    """How broad letters are, as a share of the size of the type. In most typefaces, they are so in proportion."""

    def __missing__(self, letter: str) -> float:
        self[letter] = breadth = 0.70 if letter.isupper() else 0.57
        return breadth


_BREADTHS = _Breadths(
    {**dict.fromkeys("il.,:;'|!jI", 0.27), **dict.fromkeys("tfr-() /", 0.34), **dict.fromkeys("mwMW&@%", 0.87)}
)


@frozen(weakref_slot=False)
class Width:
    """The width of a column, in sizes of its type: that of the broadest line, and of the least that was too broad.

    It is ``certain`` where cells wrap at it.
    """

    broadest: float = 0.0
    too_broad: float = inf
    certain: bool = False

    def has_room(self, line: str, word: str) -> bool:
        """Whether the word would have fitted into this line, so that a cell cannot wrap between them."""
        return breadth(f"{line} {word}") <= self.broadest * (1 - tolerances.BREADTH_DRIFT)

    def reaches(self, line: str) -> bool:
        """Whether there are lines as broad as this one."""
        return breadth(line) <= self.broadest * (1 + tolerances.BREADTH_DRIFT)

    def fits(self, lines: Sequence[str]) -> bool:
        """Whether these may be the lines of a cell: each is full, but the last, and none is too broad."""
        if not self.certain:
            return True
        broadest = max(map(breadth, lines), default=0)
        is_full = not any(self.has_room(line, word) for line, word in _breaks(lines))
        return is_full and broadest <= self.too_broad * (1 + tolerances.BREADTH_DRIFT)


@frozen(weakref_slot=False)
class Columns:
    """The columns of a kind of header: title and owner."""

    title: Width = Width()
    owner: Width = Width()


def _breaks(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line of a cell that another follows, with the word that it had no room for."""
    for line, after in pairwise(lines):
        yield line, after.partition(" ")[0]


def breadth(text: str) -> float:
    """The breadth of a text that is set in proportional type, as a multiple of the size of the type."""
    return sum(map(_BREADTHS.__getitem__, text))


def measure(columns: Sequence[Sequence[Sequence[str]]]) -> list[Width]:
    """The widths of columns, each given as its cells, and each cell as its lines."""
    found = [_agreed(cells) for cells in columns]
    wrap = any(width.certain for width in found)  # where the cells of one column wrap by width, all do
    return [evolve(width, certain=wrap and width.broadest > 0) for width in found]


def _agreed(cells: Sequence[Sequence[str]]) -> Width:
    """The width that most of the cells of a column fit; certain, if they tell that cells wrap at it."""
    if len(cells) < tolerances.LEAST_CELLS:
        return Width()
    lines = sorted(breadth(line) for cell in cells for line in cell)
    wraps = [(breadth(line), breadth(f"{line} {word}")) for cell in cells for line, word in _breaks(cell)]
    too_broad = sorted(burst for _, burst in wraps)
    # Of all widths, the one that the most lines fit, less the cells that would not have wrapped there.
    broadest = max(lines, key=lambda width: bisect_right(lines, width) - bisect_right(too_broad, width))
    misfits = len(lines) - bisect_right(lines, broadest) + bisect_right(too_broad, broadest)
    if misfits > (1 - tolerances.LEAST_FITTING_CELLS) * len(cells):
        return Width()
    agreeing = sum(fits <= broadest < burst for fits, burst in wraps)
    return Width(
        broadest,
        next((burst for burst in too_broad if burst > broadest), inf),
        certain=agreeing >= max(tolerances.LEAST_WRAPS, tolerances.LEAST_AGREEING_WRAPS * len(wraps)),
    )
