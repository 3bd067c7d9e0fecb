"""One entry made of what several dumps have of it: each word, and each figure, from a dump that has it.

Where dumps print different figures in one place, that is a `Dispute`, and the figure is left open. So are words that differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import Any, TypeVar

from attrs import evolve, fields_dict, frozen

from gentbudget.dumps.alignment import Aligned
from gentbudget.dumps.spelling import closed_up, least_damaged, plain
from gentbudget.model import BudgetRow, BudgetTable, Cell, Column, Entry, Row
from gentbudget.model.lookup import folded

AnyRow = TypeVar("AnyRow", bound=Row)

WORDS = ("code", "title", "owner", "organisation", "period", "status", "phase")
"""What an entry's header says, where its kind has it."""

Settled = Mapping["Place", Decimal]
"""What the arithmetic decided for figures that were in dispute."""


@frozen
class Place:
    """Where a figure stands in the joined text: its line, its row and its column; no two figures share all three."""

    line: int
    row: str
    column: str


@frozen
class Dispute:
    """A figure that dumps print differently: what each prints, the cells in the order of the dumps."""

    place: Place
    cells: tuple[Cell, ...]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The different values, in the order of the dumps."""
        return tuple(dict.fromkeys(cell.value for cell in self.cells if cell.value is not None))


@frozen
class Merged:
    """One entry of several dumps: the entry, the dump of each word by its name, and what is in dispute."""

    entry: Entry
    words: Mapping[str, int]
    disputes: tuple[Dispute, ...]
    differing: tuple[str, ...]
    """The words that dumps print differently, be it only in hyphens; those that are in ``words`` were decided all the same."""


def merge(aligned: Aligned, code: str | None, printed: Mapping[str, int], settled: Settled) -> Merged:
    """Make one entry of what each dump has of it, given the code that it can have and how often each word is printed."""
    kind_of = next((e for own in (code, *aligned.codes) for e in aligned.entries if e.code == own), aligned.entries[0])
    words: dict[str, int] = {}
    differing: list[str] = []
    values: dict[str, Any] = {}
    for name in (name for name in WORDS if name in fields_dict(type(kind_of))):
        said = {number: value for number, entry in aligned.by_dump.items() if (value := getattr(entry, name, None)) is not None}
        if name == "code":
            holds = min((number for number in said if said[number] == code), default=None)
        else:
            holds = least_damaged(said, printed)
        if len({closed_up(str(value)) for value in said.values()}) > (holds is not None):
            differing.append(name)
        if holds is not None:
            words[name] = holds
        values[name] = None if holds is None else said[holds]
    described = {number: _description(entry, values) for number, entry in aligned.by_dump.items() if entry.paragraphs}
    if described:
        fullest = min(described, key=lambda n: (-len(described[n]), len(plain("".join(aligned.by_dump[n].paragraphs))), n))
        if any(said not in described[fullest] for said in described.values()):
            fullest = min(described)
            differing.append("paragraphs")
        words["paragraphs"] = fullest
        values["paragraphs"] = aligned.by_dump[fullest].paragraphs
    tables = _Tables(settled)
    budget = tables.budget([entry.budget for entry in aligned.entries])
    staff = tables.row([entry.staff for entry in aligned.entries])
    entry = evolve(kind_of, lines=aligned.entries[0].lines, page=aligned.entries[0].page, budget=budget, staff=staff, **values)
    return Merged(entry, words, tuple(tables.disputes), tuple(differing))


def _description(entry: Entry, header: Mapping[str, object]) -> str:
    """The plain description, without the words that a dump that lost the header left of it in front."""
    said = plain("".join(entry.paragraphs))
    for name in ("title", "owner", "organisation") if entry.title is None else ():
        said = said.removeprefix(plain(str(header.get(name) or "")))
    return said


class _Tables:
    """Makes one table of several, and notes what is in dispute."""

    def __init__(self, settled: Settled) -> None:
        self.settled = settled
        self.disputes: list[Dispute] = []

    def budget(self, tables: Sequence[BudgetTable]) -> BudgetTable:
        """One table: the rows of the fullest, and behind them those that only others have."""
        fullest = max(tables, key=lambda table: len(table.rows))
        rows: dict[tuple[str, int], list[BudgetRow]] = {key: [] for key in _by_label(fullest.rows)}
        for table in tables:
            for key, row in _by_label(table.rows).items():
                rows.setdefault(key, []).append(row)
        merged = tuple(self.row(same) for same in rows.values())
        columns = max([fullest.columns, *(table.columns for table in tables)], key=_completeness)
        return BudgetTable(max([columns, *(row.columns for row in merged)], key=_completeness), merged)

    def row(self, rows: Sequence[AnyRow]) -> AnyRow:
        """One row: under each column the figure of the first dump that has one."""
        fullest = max(rows, key=lambda row: _completeness(row.columns))
        columns = list(fullest.columns)
        cells: list[list[Cell]] = [[] for _ in columns]
        for row in rows:
            for column, place, cell in zip(row.columns, _places(row.columns, columns), row.figures, strict=True):
                if place == len(columns):
                    columns.append(column)
                    cells.append([])
                cells[place].append(cell)
        # A head that one dump misread adds no column to a row that another has whole.
        kept = [
            number
            for number, column in enumerate(columns)
            if column.name or column in fullest.columns or _printed(cells[number])
        ]
        first = next((row for row in rows if row.columns), rows[0])
        figures = tuple(self._cell(first, columns[number], cells[number]) for number in kept)
        return evolve(first, columns=tuple(columns[number] for number in kept), figures=figures)

    def _cell(self, row: Row, column: Column, printed: Sequence[Cell]) -> Cell:
        read = tuple(cell for cell in printed if cell.value is not None)
        if all(cell.value == read[0].value for cell in read):
            return next((cell for cell in (*read, *printed) if cell.text), printed[0])
        label = f"{row.section} {row.flow}" if isinstance(row, BudgetRow) and row.section else row.label
        dispute = Dispute(Place(read[0].line, label, column.label), read)
        self.disputes.append(dispute)
        decided = self.settled.get(dispute.place)
        return evolve(read[0], value=None) if decided is None else next(cell for cell in read if cell.value == decided)


def _printed(cells: Iterable[Cell]) -> bool:
    return any(cell.text or cell.value is not None for cell in cells)


def _completeness(columns: Sequence[Column]) -> tuple[int, int]:
    return sum(column.name is not None for column in columns), len(columns)


def _by_label(rows: Sequence[BudgetRow]) -> dict[tuple[str, int], BudgetRow]:
    """Rows by label, and by which of several with that label they are."""
    seen = Counter[str]()
    found = {}
    for row in rows:
        label = folded(row.label)
        found[label, seen[label]] = row
        seen[label] += 1
    return found


def _is_same(one: Column, other: Column) -> bool:
    """Whether two columns are called the same: by their labels, where a dump has no name for one of them."""
    if one.name and other.name:
        return one.name == other.name
    return folded(one.label) == folded(other.label)


def _places(columns: Sequence[Column], known: Sequence[Column]) -> list[int]:
    """Where each column stands among the known: by its name or label, where a head is misread by its place, or else anew."""
    left = list(range(len(known)))
    places: list[int | None] = []
    for column in columns:
        place = next((place for place in left if _is_same(known[place], column)), None)
        places.append(place)
        if place is not None:
            left.remove(place)
    if len(columns) == len(known):
        places = [number if place is None and number in left else place for number, place in enumerate(places)]
    new = count(len(known))
    return [next(new) if place is None else place for place in places]
