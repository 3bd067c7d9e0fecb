"""The ledger: every row of a report's tables and every identity between their figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, evolve, field

from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Identity, Percentage, Sum
from gentbudget.checks.results import Tally
from gentbudget.checks.rows import STAFF_PLACE, EnteredRow, Layout, Place, Reader
from gentbudget.intervals import units_can_hold
from gentbudget.model import Entry, Row

Amounts = dict[Place, EnteredRow]
"""The rows that an entry's own amounts stand in, by their place in its tables."""


@define
class Ledger:
    """All entries and rows in document order, and the sums over the children of each.

    Figures and percentages are thousands, and nearly all of them are sound: objects are made of those only that
    something is asked about.
    """

    entries: list[Entry] = field(factory=list)
    rows: list[EnteredRow] = field(factory=list)
    sums: list[Sum] = field(factory=list)
    missing: list[Figure] = field(factory=list)
    untestable: list[Sum] = field(factory=list)
    _amounts: dict[int, Amounts] = field(factory=dict)
    _parents: dict[int, Entry] = field(factory=dict)
    _sums_at: dict[tuple[int, Place], Sum] = field(factory=dict)
    _sums_over: dict[int, list[Sum]] = field(factory=lambda: defaultdict(list))
    _figures: dict[tuple[int, int], Figure] = field(factory=dict)
    _percentages: dict[int, list[Percentage]] = field(factory=dict)
    _identities: dict[Figure, list[Identity]] = field(factory=dict)

    def figure(self, row: EnteredRow, index: int) -> Figure:
        """The figure in a row and a column, one object for each."""
        known = self._figures.get((id(row), index))
        if known is None:
            known = self._figures[id(row), index] = Figure(row, index)
        return known

    def percentages_of(self, row: EnteredRow) -> list[Percentage]:
        """The percentages of a row."""
        known = self._percentages.get(id(row))
        if known is None:
            known = self._percentages[id(row)] = [
                Percentage(self.figure(row, share), self.figure(row, part), self.figure(row, whole))
                for share, part, whole in row.layout.percentages
            ]
        return known

    def sums_over(self, entry: Entry) -> Sequence[Sum]:
        """The sums over the children of an entry."""
        return self._sums_over[id(entry)]

    def identities_of(self, figure: Figure) -> list[Identity]:
        """The identities that a figure stands in."""
        known = self._identities.get(figure)
        if known is None:
            known = self._identities[figure] = [one for one in self.percentages_of(figure.home) if figure in one.figures]
            known += self._sums_with(figure)
        return known

    def test_percentages(self, broken: list[Identity]) -> Tally:
        """Test the percentages of all rows, and put those that cannot hold with the broken identities."""
        held = failed = untestable = 0
        for row in self.rows:
            units = row.units
            for number, (at_share, at_part, at_whole) in enumerate(row.layout.percentages):
                share, part, whole = units[at_share], units[at_part], units[at_whole]
                if share is None or part is None or whole is None:
                    untestable += 1
                elif units_can_hold(share, part, whole):
                    held += 1
                else:
                    failed += 1
                    broken.append(self.percentages_of(row)[number])
        return Tally(held, failed, untestable)

    def test_sums(self, broken: list[Identity]) -> Tally:
        """Test all sums, put those that cannot hold with the broken identities, and keep those that lack a figure."""
        outcomes = Counter[bool | None]()
        for one in self.sums:
            outcome = one.can_hold()
            outcomes[outcome] += 1
            if outcome is False:
                broken.append(one)
            elif outcome is None:
                self.untestable.append(one)
        return Tally(outcomes[True], outcomes[False], outcomes[None])

    def lacks_table(self, row: EnteredRow) -> bool:
        """Whether nothing is printed of the table that a row should stand in."""
        rows: Iterable[Row] = (row.entry.staff,) if row.is_staff else row.entry.budget.rows
        return not any(printed.columns for printed in rows)

    def _sums_with(self, figure: Figure) -> list[Sum]:
        entry, parent = figure.entry, self._parents.get(id(figure.entry))
        place = next((place for place, index in figure.home.places.items() if index == figure.index), None)
        # Where a row is printed twice, the second stands in no sum.
        if place is None or self._amounts[id(entry)].get(place) is not figure.home:
            return []
        above = () if parent is None else (parent,)
        return [self._sums_at[id(one), place] for one in (entry, *above) if (id(one), place) in self._sums_at]


def by_figure(identities: Iterable[Identity]) -> dict[Figure, list[Identity]]:
    """Which of these identities each figure stands in."""
    standing: dict[Figure, list[Identity]] = defaultdict(list)
    for identity in identities:
        for figure in identity.figures:
            standing[figure].append(identity)
    return standing


def read_ledger(roots: Iterable[Entry]) -> Ledger:
    """Enter the tables of these entries, and of all that stand under them, into a ledger."""
    roots = tuple(roots)
    writer = _Writer(usual=_usual_sections(roots))
    for root in roots:
        writer.enter(root)
    return writer.ledger


def _usual_sections(roots: Iterable[Entry]) -> frozenset[str]:
    """The sections that most tables print: one that few print is not lost where it is not printed."""
    tables = 0
    sections: Counter[str] = Counter()
    waiting = list(roots)
    for entry in waiting:
        waiting += entry.children
        tables += bool(entry.budget.rows)
        sections.update({row.section for row in entry.budget.rows})
    return frozenset(section for section, count in sections.items() if 2 * count > tables)


@define
class _Writer:
    usual: frozenset[str]
    ledger: Ledger = field(factory=Ledger)
    reader: Reader = field(factory=Reader)

    def enter(self, entry: Entry) -> Amounts:
        """Enter an entry and what stands under it; returns the entry's own amounts."""
        ledger = self.ledger
        ledger.entries.append(entry)
        amounts: Amounts = {}
        for row in self.reader.rows(entry):
            ledger.rows.append(row)
            if None in row.units:
                ledger.missing += [ledger.figure(row, index) for index, units in enumerate(row.units) if units is None]
            for place in row.places:
                amounts.setdefault(place, row)
        ledger._amounts[id(entry)] = amounts
        children = entry.children
        if children:
            below = [self.enter(child) for child in children]
            ledger._parents.update((id(child), entry) for child in children)
            self.add_up(entry, amounts, below)
        return amounts

    def add_up(self, entry: Entry, amounts: Amounts, below: list[Amounts]) -> None:
        """Enter the sums over an entry's children, with an empty figure for each that is not there."""
        in_all = [place for place in below[0] if place not in amounts and all(place in child for child in below)]
        for place in (*amounts, *in_all):
            addends = [child.get(place) for child in below]
            if None in addends or place not in amounts:
                model = next((addend for addend in addends if addend is not None), None)
                if model is None or not self.is_usual(place):
                    continue
                for child, own in zip((entry, *entry.children), (amounts, *below), strict=True):
                    if place not in own:
                        own[place] = self.empty(child, place, model)
                addends = [child[place] for child in below]
            one = Sum(place, amounts[place], tuple([addend for addend in addends if addend is not None]), self.ledger.figure)
            self.ledger.sums.append(one)
            self.ledger._sums_at[id(entry), place] = one
            self.ledger._sums_over[id(entry)].append(one)

    def is_usual(self, place: Place) -> bool:
        """Whether every table ought to have an amount in this place, if the report's tables have it at all."""
        return place[:1] == STAFF_PLACE or place[0] in self.usual

    def empty(self, entry: Entry, place: Place, model: EnteredRow) -> EnteredRow:
        """A row that is not there, with the figure alone that is not there."""
        column = model.row.columns[model.places[place]]
        printed = evolve(model.row, columns=(column,), figures=(None,), line=None)
        lost = EnteredRow(entry, printed, Layout.of((column,)), {place: 0}, [None])
        self.ledger.missing.append(self.ledger.figure(lost, 0))
        return lost
