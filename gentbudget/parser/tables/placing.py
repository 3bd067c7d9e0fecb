"""Which column each figure of a row belongs to, where the text does not say it by their number.

A figure is placed only where one reading is left: the order of the figures and their kind (amount or percentage) must fit
the columns, and no printed percentage may contradict the amounts. What stays open has no value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from math import comb

from gentbudget.intervals import UNBOUNDED, Interval, printed_interval, share_can_hold
from gentbudget.model import Column
from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.tables.figures import Figure, begins_amount
from gentbudget.vocabulary import MEASURES

Placed = tuple[Figure | None, ...]
"""The figures of a row by column; None where a column has none."""

Shares = dict[str, tuple[str, str]]
"""By the name of a percentage, the names of its part and its whole."""


def place_short(rows: Sequence[Sequence[Figure]], columns: Sequence[Column]) -> list[Placed | None] | None:
    """The rows of a table by column, if all are short of the same number of figures, so that columns were lost.

    The one reading that fits every row is taken; of several, what they agree on. None if no columns were lost.
    """
    lost = {len(columns) - len(row) for row in rows}
    if len(rows) <= 1 or len(lost) != 1 or not 0 < min(lost) <= tolerances.MOST_LOST:
        return None
    kept = [p for p in _positions(len(rows[0]), columns) if all(fits(_spread(row, p, len(columns)), columns) for row in rows)]
    if len(kept) == 1:
        return [_spread(row, kept[0], len(columns)) for row in rows]
    return [_agreed([_spread(row, positions, len(columns)) for positions in kept]) for row in rows]


def place(row: Sequence[Figure], columns: Sequence[Column], *, doubted: bool = False) -> Placed | None:
    """One row by column; None where its figures cannot be placed.

    A row with a figure for every column is read off; where the columns are ``doubted``, or more than one figure is no number,
    it must agree with its percentages. A short row keeps only what an identity confirms.
    """
    if any(map(_is_cut, row, row[1:])):
        return None
    lost = len(columns) - len(row)
    doubted = doubted or sum(figure.value is None for figure in row) > 1
    if lost < 0:
        return _without_surplus(row, columns)
    if not lost:
        return tuple(row) if (fits(tuple(row), columns) if doubted else kinds_fit(row, columns)) else None
    if lost > tolerances.MOST_LOST:
        return None
    readings = [_spread(row, positions, len(columns)) for positions in _positions(len(row), columns)]
    readings = [_confirmed_part(reading, columns) for reading in readings if fits(reading, columns)]
    return _agreed(readings)


def confirmed(rows: Sequence[Placed], columns: Sequence[Column]) -> bool:
    """Whether the percentages bear out that these are the columns: some of them, not of zeros, hold, and nearly no row fails.

    A single misread figure, which may stand in two percentages, does not cost many tables their columns.
    """
    held = failed = 0
    for row in rows:
        if not kinds_fit(row, columns):
            failed += 1
            continue
        tested = list(_tested(row, columns))
        held += sum(holds and telling for holds, telling in tested)
        failed += not all(holds for holds, _ in tested)
    return held > failed / tolerances.MOST_FAILING_SHARES


def fits(row: Placed, columns: Sequence[Column]) -> bool:
    """Whether amounts stand under amounts and percentages under percentages, and no percentage contradicts the amounts."""
    if not kinds_fit(row, columns) or not all(holds for holds, _ in _tested(row, columns)):
        return False
    return _actual_is_possible(row, columns)


def _is_cut(figure: Figure, after: Figure) -> bool:
    """Whether two figures are one that its cell has no room for: `1.762.52` / `7`."""
    return pattern("CUT_AMOUNT").fullmatch(f"{figure.text} {after.text}") is not None


def _positions(figures: int, columns: Sequence[Column]) -> Iterator[tuple[int, ...]]:
    """The columns that so many figures may stand under, in order."""
    if comb(len(columns), figures) <= tolerances.MOST_READINGS:
        yield from combinations(range(len(columns)), figures)


def _without_surplus(row: Sequence[Figure], columns: Sequence[Column]) -> Placed | None:
    """A row with a figure too many: a doubled one, if only leaving it out gives a reading; or what a scan read for a letter.

    Such a digit stands before the figures, as in `8 5.557 5.979 107,6%`, where the label ends with a `g`. All percentages
    bear out the others then; where a mark between thousands was lost, `8 557`, they would not.
    """
    if len(row) - len(columns) > 1:
        return None
    first, *others = row
    if first.text.isdecimal() and len(first.text) == 1 and _is_proven(tuple(others), columns):
        return tuple(others)
    fitting = {i: kept for i in range(len(row)) if fits(kept := (*row[:i], *row[i + 1 :]), columns)}
    readings = {tuple([figure.text for figure in kept]) for kept in fitting.values()}
    doubled = [kept for i, kept in fitting.items() if i and row[i].text == row[i - 1].text]
    return doubled[-1] if doubled and len(readings) == 1 else None


def _is_proven(row: Placed, columns: Sequence[Column]) -> bool:
    """Whether each percentage that the columns print holds, and is not one of zeros."""
    tested = list(_tested(row, columns)) if kinds_fit(row, columns) else []
    return 0 < len(_shares(tuple(columns))) == len(tested) and all(holds and telling for holds, telling in tested)


def _spread(row: Sequence[Figure], positions: Sequence[int], width: int) -> Placed:
    spread: list[Figure | None] = [None] * width
    for figure, position in zip(row, positions, strict=True):
        spread[position] = figure
    return tuple(spread)


def _actual_is_possible(row: Placed, columns: Sequence[Column]) -> bool:
    """Whether there can be an actual, if that is the figure that is lost: one that all its percentages agree with."""
    values = _values(row, columns)
    shares = _shares(tuple(columns))
    if any(part in values for part, _ in shares.values()):
        return True
    possible: Interval | None = UNBOUNDED
    for share, (_, whole) in shares.items():
        if possible is not None and share in values and values.get(whole):
            possible &= printed_interval(values[share]) * printed_interval(values[whole])
    return possible is not None


@lru_cache(maxsize=256)
def _shares(columns: tuple[Column, ...]) -> Shares:
    """Of which amounts, part and whole, the columns print a percentage."""
    names = {column.name for column in columns}
    return {m.name: (m.part, m.whole) for m in MEASURES if m.part and m.whole and {m.name, m.whole} <= names}


def _values(row: Placed, columns: Sequence[Column]) -> dict[str, Decimal]:
    read = ((column.name, figure.value) for column, figure in zip(columns, row, strict=True) if column.name and figure)
    return {name: value for name, value in read if value is not None}


def kinds_fit(row: Sequence[Figure | None], columns: Sequence[Column]) -> bool:
    """Whether amounts stand under amounts and percentages under percentages; what is no number may be either.

    But none is a percentage that looks like an amount for which its cell had no room, `1.088.16` over `3`: more figures than
    one are broken so, and what stands under the columns is what is left of them.
    """
    pairs = zip(row, columns, strict=True)
    return all(f is None or f.is_share == c.is_share or (f.value is None and not begins_amount(f.text)) for f, c in pairs)


def _tested(row: Placed, columns: Sequence[Column]) -> Iterator[tuple[bool, bool]]:
    """For each percentage whose amounts are there: whether it holds, and whether it tells more than zeros would."""
    values = _values(row, columns)
    for share, (part, whole) in _shares(tuple(columns)).items():
        if share in values and part in values and whole in values:
            numbers = values[share], values[part], values[whole]
            yield share_can_hold(*numbers), all(numbers)


def _confirmed_part(row: Placed, columns: Sequence[Column]) -> Placed:
    """The row with only those figures that take part in a percentage that holds and is not of zeros."""
    names = [column.name for column in columns]
    kept: set[int] = set()
    for share, (part, whole) in _shares(tuple(columns)).items():
        if part not in names:
            continue
        at = [names.index(name) for name in (share, part, whole)]
        printed = [row[i] for i in at]
        if all(f is not None and f.value for f in printed):
            kept.update(at)
    return tuple(f if i in kept else None for i, f in enumerate(row))


def _agreed(readings: Sequence[Placed]) -> Placed | None:
    """What all readings have in common; None if there is none, or nothing in common."""
    if not readings:
        return None
    common = tuple(f if all(r[i] is f for r in readings) else None for i, f in enumerate(readings[0]))
    return common if any(common) else None
