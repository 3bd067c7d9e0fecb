"""The ledger: every figure of a report's tables and every identity between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from attrs import field, frozen

from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Identity, Percentage, Sum
from gentbudget.model import SHARES, BudgetRow, Column, Entry, Row

Place = tuple[str, ...]
"""Where an amount stands in a table, by row and column: what children and their parent are added up by."""


@frozen
class Ledger:
    """All entries, figures and identities, in document order."""

    entries: list[Entry] = field(factory=list)
    figures: list[Figure] = field(factory=list)
    percentages: list[Percentage] = field(factory=list)
    sums: list[Sum] = field(factory=list)

    @cached_property
    def identities_of(self) -> Mapping[Figure, list[Identity]]:
        """The identities that each figure stands in."""
        return by_figure(chain(self.percentages, self.sums))

    @cached_property
    def sums_over(self) -> Mapping[int, list[Sum]]:
        """The sums over the children of each entry, by the entry's `id`: entries are equal by value."""
        by_entry: dict[int, list[Sum]] = defaultdict(list)
        for one in self.sums:
            by_entry[id(one.entry)].append(one)
        return by_entry


@frozen
class _Layout:
    """What a table's columns say about its rows, by index: which are amounts, and which percentages of what."""

    amounts: tuple[tuple[int, str], ...]
    percentages: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, columns: tuple[Column, ...]) -> _Layout:
        keys = [column.name or " ".join(column.label.split()).casefold() for column in columns]
        # Two columns with one heading cannot be told apart, so neither is compared with anything.
        index = {key: keys.index(key) for key, count in Counter(keys).items() if count == 1}
        return cls(
            tuple((i, key) for key, i in index.items() if not columns[i].is_share),
            tuple((index[s], index[p], index[w]) for s, p, w in SHARES if index.keys() >= {s, p, w}),
        )


def by_figure(identities: Iterable[Identity]) -> dict[Figure, list[Identity]]:
    """Which of these identities each figure stands in."""
    standing: dict[Figure, list[Identity]] = defaultdict(list)
    for identity in identities:
        for figure in identity.figures:
            standing[figure].append(identity)
    return standing


def read_ledger(roots: Iterable[Entry]) -> Ledger:
    """Enter the figures of these entries, and of all that stand under them, into a ledger."""
    reader = _Reader()
    for root in roots:
        reader.enter(root)
    return reader.ledger


@frozen
class _Reader:
    ledger: Ledger = field(factory=Ledger)
    # Tables share the tuple of their columns as a rule. It is kept with its layout, or its id might be used again.
    layouts: dict[int, tuple[tuple[Column, ...], _Layout]] = field(factory=dict)

    def enter(self, entry: Entry) -> dict[Place, Figure]:
        """Enter an entry and what stands under it; returns the entry's own amounts."""
        self.ledger.entries.append(entry)
        amounts: dict[Place, Figure] = {}
        for row in (*entry.budget.rows, entry.staff):
            layout, label, place = self.layout(row.columns), _label(row), _place(row)
            figures = [
                Figure(entry, label, column, cell, not isinstance(row, BudgetRow))
                for column, cell in zip(row.columns, row.figures, strict=True)
            ]
            self.ledger.figures.extend(figures)
            self.ledger.percentages.extend(
                Percentage(figures[share], figures[part], figures[whole]) for share, part, whole in layout.percentages
            )
            if place is not None:
                for index, key in layout.amounts:
                    amounts.setdefault((*place, key), figures[index])
        children = [self.enter(child) for child in entry.children]
        if children:
            self.add_up(entry, amounts, children)
        return amounts

    def add_up(self, entry: Entry, amounts: dict[Place, Figure], children: list[dict[Place, Figure]]) -> None:
        """Enter the sums over an entry's children, with an empty figure for each that is not there."""
        in_all = [place for place in children[0] if all(place in child for child in children)]
        for place in dict.fromkeys((*amounts, *in_all)):
            addends = [child.get(place) for child in children]
            model = next((addend for addend in addends if addend is not None), None)
            if model is None:
                continue
            if place not in amounts:
                amounts[place] = self.empty(entry, model)
            self.ledger.sums.append(
                Sum(
                    amounts[place],
                    tuple(
                        self.empty(child, model) if addend is None else addend
                        for child, addend in zip(entry.children, addends, strict=True)
                    ),
                )
            )

    def empty(self, entry: Entry, model: Figure) -> Figure:
        figure = Figure(entry, model.row, model.column, None, model.is_staff)
        self.ledger.figures.append(figure)
        return figure

    def layout(self, columns: tuple[Column, ...]) -> _Layout:
        known = self.layouts.get(id(columns))
        if known is None:
            known = self.layouts[id(columns)] = columns, _Layout.of(columns)
        return known[1]


def _label(row: Row) -> str:
    return f"{row.section} {row.flow}" if isinstance(row, BudgetRow) and row.section else row.label


def _place(row: Row) -> Place | None:
    """Where the row stands; None for a flow of money whose section is not known."""
    if not isinstance(row, BudgetRow):
        return ("staff",)
    if row.section:
        return row.section, row.flow
    return None if row.flow else ("", row.label)
