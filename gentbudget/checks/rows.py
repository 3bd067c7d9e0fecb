"""The rows of a report's tables as the checks read them: figures in whole units of their last printed decimal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from attrs import frozen

from gentbudget.intervals import Units, printed_units
from gentbudget.model import BudgetRow, Column, Entry, Row
from gentbudget.vocabulary import SHARES

MOST_DIGITS = 30
"""No figure of the accounts has more digits, before or behind the comma; what has more is not reckoned with."""

RowPlace = tuple[str, ...]
"""Where a row stands in its table: by section and flow of money, or for itself."""

Place = tuple[str, ...]
"""Where an amount stands in a table, by row and column: what children and their parent are added up by."""

Places = Mapping[Place, int]
"""Where the amounts of a row stand, each with the index of its column."""

STAFF_PLACE = ("staff",)


@frozen
class Layout:
    """What a table's columns say about its rows, by index: which are amounts, and which percentages of what."""

    amounts: tuple[tuple[int, str], ...]
    percentages: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, columns: tuple[Column, ...]) -> Layout:
        """Read the columns of a table."""
        keys = [column.name or " ".join(column.label.split()).casefold() for column in columns]
        # Two columns with one heading cannot be told apart, so neither is compared with anything.
        index = {key: keys.index(key) for key, count in Counter(keys).items() if count == 1}
        return cls(
            tuple((i, key) for key, i in index.items() if not columns[i].is_share),
            tuple((index[s], index[p], index[w]) for s, p, w in SHARES if index.keys() >= {s, p, w}),
        )

    def places(self, place: RowPlace) -> Places:
        """Where the amounts of a row in this place stand."""
        return {(*place, key): index for index, key in self.amounts}


class EnteredRow:
    """A row of an entry's tables, with its figures in units; None is a figure that is missing or cannot be read."""

    __slots__ = ("entry", "layout", "places", "row", "units")

    def __init__(self, entry: Entry, row: Row, layout: Layout, places: Places, units: list[Units | None]) -> None:
        self.entry = entry
        self.row = row
        self.layout = layout
        self.places = places
        self.units = units

    @property
    def label(self) -> str:
        """The row's label, as findings name it."""
        row = self.row
        return f"{row.section} {row.flow}" if isinstance(row, BudgetRow) and row.section else row.label

    @property
    def is_staff(self) -> bool:
        """Whether it counts staff, not money."""
        return not isinstance(self.row, BudgetRow)


class Reader:
    """Enters rows. What recurs in a report, columns and figures, is read once."""

    def __init__(self) -> None:
        # By `id`, since a parser gives one object for one text, and one tuple of columns for all rows that share them. They
        # are kept with what is known of them, or their ids might be used again.
        self._kinds: dict[tuple[int, RowPlace | None], tuple[tuple[Column, ...], Layout, Places]] = {}
        self._units: dict[int, Units | None] = {}
        self._counted: list[Decimal] = []

    def rows(self, entry: Entry) -> list[EnteredRow]:
        """The rows of an entry's tables."""
        return [self.row(entry, row) for row in (*entry.budget.rows, entry.staff)]

    def row(self, entry: Entry, row: Row) -> EnteredRow:
        """Enter a row."""
        columns, place = row.columns, _row_place(row)
        kind = self._kinds.get((id(columns), place))
        if kind is None:
            layout = Layout.of(columns)
            kind = self._kinds[id(columns), place] = columns, layout, layout.places(place) if place else {}
        return EnteredRow(entry, row, kind[1], kind[2], self._in_units(row.numbers))

    def _in_units(self, numbers: tuple[Decimal | None, ...]) -> list[Units | None]:
        """Count figures in units of their last decimal."""
        known = self._units
        units = [*map(known.get, map(id, numbers))]
        if None in units:
            for value in numbers:
                if value is not None and id(value) not in known:
                    known[id(value)] = _units(value)
                    self._counted.append(value)
            units = [*map(known.get, map(id, numbers))]
        return units


def _units(value: Decimal) -> Units | None:
    text = str(value)
    if len(text) <= MOST_DIGITS:
        if text.isdecimal():
            return int(text), 1
        whole, _, decimals = text.removeprefix("-").partition(".")
        if (whole + decimals).isdecimal() and whole:
            return int(text.replace(".", "")), 10 ** len(decimals)
    if not value.is_finite() or max(abs(value.adjusted()), len(value.as_tuple().digits)) > MOST_DIGITS:
        return None
    return printed_units(value)


def _row_place(row: Row) -> RowPlace | None:
    """Where the row stands; None for a flow of money whose section is not known."""
    if not isinstance(row, BudgetRow):
        return STAFF_PLACE
    if row.section:
        return row.section, row.flow
    return None if row.flow else ("", row.label)
