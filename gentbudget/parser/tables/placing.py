"""Which column each figure of a row belongs to, where the text does not say it by their number.

A figure is placed only where one reading is left: the order of the figures and their kind (amount or percentage) must fit
the columns, and no printed percentage may contradict the amounts. What stays open has no value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from attrs import frozen

from gentbudget.intervals import UNBOUNDED, Interval, printed_interval, share_can_hold
from gentbudget.model import SHARES, Column

_MOST_LOST = 3
"""A row that lost more figures than this is not tried: too many readings fit."""


@frozen
class Figure:
    """A run of characters that stands where a figure is expected; ``value`` is None if it is no Dutch number."""

    text: str
    start: int
    line: int
    column: int
    value: Decimal | None
    is_share: bool


Placed = tuple[Figure | None, ...]
"""The figures of a row by column; None where a column has none."""


def place(rows: Sequence[Sequence[Figure]], columns: Sequence[Column], *, doubted: bool = False) -> list[Placed | None]:
    """The rows' figures by column. None for a row whose figures cannot be placed.

    Rows with a figure for every column are read off. If all rows are short of the same number of figures, columns were
    lost: the one reading that fits every row is taken. A single short row keeps only what an identity confirms. Where the
    columns are ``doubted``, whole rows must agree with their percentages.
    """
    lost = {len(columns) - len(row) for row in rows}
    if len(rows) > 1 and len(lost) == 1 and 0 < min(lost) <= _MOST_LOST:
        kept = [
            positions
            for positions in combinations(range(len(columns)), len(rows[0]))
            if all(fits(_spread(row, positions, len(columns)), columns) for row in rows)
        ]
        if len(kept) == 1:
            return [_spread(row, kept[0], len(columns)) for row in rows]
        return [_agreed([_spread(row, positions, len(columns)) for positions in kept]) for row in rows]
    # Where most rows are short, one that is not may have a figure twice.
    most_are_short = 2 * sum(len(row) < len(columns) for row in rows) > len(rows)
    return [_place_one(row, columns, doubted=doubted or most_are_short) for row in rows]


def confirmed(rows: Sequence[Placed], columns: Sequence[Column]) -> bool:
    """Whether the percentages bear out that these are the columns: one of them, not of zeros, holds and none fails."""
    held = [share for row in rows for share in _tested(row, columns)]
    return all(holds for holds, _ in held) and any(telling for _, telling in held)


def _place_one(row: Sequence[Figure], columns: Sequence[Column], *, doubted: bool) -> Placed | None:
    if len(row) == len(columns):
        return tuple(row) if (fits(tuple(row), columns) if doubted else _kinds_fit(row, columns)) else None
    if len(row) > len(columns):
        return _without_surplus(row, columns)
    if len(columns) - len(row) > _MOST_LOST:
        return None
    readings = [_spread(row, p, len(columns)) for p in combinations(range(len(columns)), len(row))]
    readings = [_confirmed_part(r, columns) for r in readings if fits(r, columns)]
    return _agreed(readings)


def _without_surplus(row: Sequence[Figure], columns: Sequence[Column]) -> Placed | None:
    """A row that has a figure too many: a doubled figure, if leaving it out gives one reading."""
    if len(row) - len(columns) > 1:
        return None
    readings = {
        tuple(f.text for f in kept): tuple(kept)
        for i in range(1, len(row))
        if row[i].text == row[i - 1].text
        for kept in ([*row[:i], *row[i + 1 :]],)
        if fits(tuple(kept), columns)
    }
    return next(iter(readings.values())) if len(readings) == 1 else None


def _spread(row: Sequence[Figure], positions: Sequence[int], width: int) -> Placed:
    spread: list[Figure | None] = [None] * width
    for figure, position in zip(row, positions, strict=True):
        spread[position] = figure
    return tuple(spread)


def fits(row: Placed, columns: Sequence[Column]) -> bool:
    """Whether amounts stand under amounts and percentages under percentages, and no percentage contradicts the amounts."""
    if not _kinds_fit(row, columns) or not all(holds for holds, _ in _tested(row, columns)):
        return False
    return _actual_is_possible(row, columns)


def _actual_is_possible(row: Placed, columns: Sequence[Column]) -> bool:
    """Whether there can be an actual, if that is the figure that is lost: one that all its percentages agree with."""
    values = _values(row, columns)
    shares = _shares(columns)
    if any(part in values for part, _ in shares.values()):
        return True
    possible: Interval | None = UNBOUNDED
    for share, (_, whole) in shares.items():
        if possible is not None and share in values and values.get(whole):
            possible &= printed_interval(values[share]) * printed_interval(values[whole])
    return possible is not None


def _shares(columns: Sequence[Column]) -> dict[str, tuple[str, str]]:
    """Of which amounts, part and whole, the columns print a percentage."""
    of = "paid" if any(column.name == "paid" for column in columns) else "actual"
    return {share: (part, whole) for share, part, whole in SHARES if part == of}


def _values(row: Placed, columns: Sequence[Column]) -> dict[str, Decimal]:
    return {c.name: f.value for c, f in zip(columns, row, strict=True) if c.name and f and f.value is not None}


def _kinds_fit(row: Sequence[Figure | None], columns: Sequence[Column]) -> bool:
    return all(f is None or f.value is None or f.is_share == c.is_share for f, c in zip(row, columns, strict=True))


def _tested(row: Placed, columns: Sequence[Column]) -> Iterator[tuple[bool, bool]]:
    """For each percentage whose amounts are there: whether it holds, and whether it tells more than zeros would."""
    for share, part, whole in _identities(row, columns):
        yield share_can_hold(share, part, whole), bool(share and part and whole)


def _identities(row: Placed, columns: Sequence[Column]) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    values = _values(row, columns)
    for share, operands in _shares(columns).items():
        if share in values and all(name in values for name in operands):
            yield values[share], values[operands[0]], values[operands[1]]


def _confirmed_part(row: Placed, columns: Sequence[Column]) -> Placed:
    """The row with only those figures that take part in a percentage that holds and is not of zeros."""
    names = [column.name for column in columns]
    kept: set[int] = set()
    for share, operands in _shares(columns).items():
        if not {share, *operands} <= set(names):
            continue
        at = [names.index(name) for name in (share, *operands)]
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
