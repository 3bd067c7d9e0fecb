"""The rows of a report's tables as the checks read them: figures in whole units of their last printed decimal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
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


class EnteredRow:
    """A row of an entry's tables, with its figures in units; None is a figure that is missing or cannot be read."""

    __slots__ = ("entry", "layout", "numbers", "places", "row", "units")

    def __init__(self, entry: Entry, row: Row, layout: Layout, places: tuple[tuple[int, Place], ...], reader: Reader) -> None:
        self.entry = entry
        self.row = row
        self.layout = layout
        self.places = places
        self.numbers = row.numbers
        self.units = reader.in_units(self.numbers)

    @property
    def label(self) -> str:
        """The row's label, as findings name it."""
        row = self.row
        return f"{row.section} {row.flow}" if isinstance(row, BudgetRow) and row.section else row.label

    @property
    def is_staff(self) -> bool:
        """Whether it counts staff, not money."""
        return not isinstance(self.row, BudgetRow)


Ref = tuple[EnteredRow, int]
"""A figure: its row, and the index of its column."""


class Reader:
    """Enters rows. What recurs in a report, columns and figures, is read once."""

    def __init__(self) -> None:
        self._layouts: dict[int, tuple[tuple[Column, ...], Layout]] = {}
        self._places: dict[tuple[RowPlace, int], tuple[tuple[int, Place], ...]] = {}
        self._units: dict[str, Units | None] = {}
        # By `id`, since a parser gives one object for one text. It is kept, or its id might be used again.
        self._known: dict[int, tuple[Decimal | None, Units | None]] = {}

    def rows(self, entry: Entry) -> Iterator[EnteredRow]:
        """The rows of an entry's tables."""
        for row in entry.budget.rows:
            yield self.row(entry, row)
        yield self.row(entry, entry.staff)

    def row(self, entry: Entry, row: Row) -> EnteredRow:
        """Enter a row."""
        layout, place = self.layout(row.columns), _row_place(row)
        return EnteredRow(entry, row, layout, self._placed(place, layout) if place else (), self)

    def layout(self, columns: tuple[Column, ...]) -> Layout:
        """What these columns say."""
        # Tables share the tuple of their columns as a rule. It is kept with its layout, or its id might be used again.
        known = self._layouts.get(id(columns))
        if known is None:
            known = self._layouts[id(columns)] = columns, Layout.of(columns)
        return known[1]

    def _placed(self, place: RowPlace, layout: Layout) -> tuple[tuple[int, Place], ...]:
        known = self._places.get((place, id(layout)))
        if known is None:
            known = self._places[place, id(layout)] = tuple((index, (*place, key)) for index, key in layout.amounts)
        return known

    def in_units(self, numbers: Iterable[Decimal | None]) -> list[Units | None]:
        """Count figures in units of their last decimal."""
        known = self._known
        units: list[Units | None] = []
        for value in numbers:
            same = known.get(id(value))
            units.append(self._learn(value) if same is None else same[1])
        return units

    def _learn(self, value: Decimal | None) -> Units | None:
        text = str(value)  # tells 1 and 1.0 apart, which are equal
        if text not in self._units:
            self._units[text] = None if value is None else _units(value, text)
        self._known[id(value)] = value, self._units[text]
        return self._units[text]


def _units(value: Decimal, text: str) -> Units | None:
    whole, _, decimals = text.removeprefix("-").partition(".")
    if len(text) <= MOST_DIGITS and whole.isdecimal() and (whole + decimals).isdecimal():
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
