"""Which entries of two editions are the same, and which of them an entry without a code may be."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from attrs import frozen

from gentbudget.editions.figures import Statement, disagree, statements_of
from gentbudget.editions.results import Nameless
from gentbudget.model import Entry
from gentbudget.report import Report

_LEAST_EVIDENCE = 2
"""How many figures other than zero have to agree: one alone may do so by chance."""


@frozen(eq=False)
class Placed:
    """An entry of one edition with what it stands under."""

    report: Report
    entry: Entry
    parent: Entry | None

    @property
    def parent_code(self) -> str | None:
        """The code of what it stands under."""
        return self.parent.code if self.parent else None


@frozen(eq=False)
class Matching:
    """The entries of two editions: those that both have, older first, and what is left of each."""

    pairs: tuple[tuple[Placed, Placed], ...]
    appeared: tuple[Entry, ...]
    vanished: tuple[Entry, ...]
    nameless: tuple[Nameless, ...]


def match(older: Report, newer: Report) -> Matching:
    """Pair the entries by code, in the newer edition's order."""
    before, after = tuple(_placed(older)), tuple(_placed(newer))
    partners = _partners(before, after)
    pairs = tuple((partners[one], one) for one in after if one in partners)
    paired = {placed for pair in pairs for placed in pair}
    gone = [placed for placed in before if placed not in paired]
    new = [placed for placed in after if placed not in paired]
    nameless = (*_nameless(gone, new, "older"), *_nameless(new, gone, "newer"))
    possible = {id(candidate) for one in nameless for candidate in one.candidates}

    def certain(left: Iterable[Placed]) -> tuple[Entry, ...]:
        return tuple(one.entry for one in left if one.entry.code and id(one.entry) not in possible)

    return Matching(pairs, appeared=certain(new), vanished=certain(gone), nameless=nameless)


def _placed(report: Report) -> Iterator[Placed]:
    """Every entry with its parent, in document order."""

    def walk(entries: Iterable[Entry], parent: Entry | None) -> Iterator[Placed]:
        for entry in entries:
            yield Placed(report, entry, parent)
            yield from walk(entry.children, entry)

    return walk(report.roots, None)


def _partners(before: Sequence[Placed], after: Sequence[Placed]) -> dict[Placed, Placed]:
    """The older entry of each newer one that has its code or, without a code, says the very same under the same parent.

    Where one code stands on several entries, those with the same title come together first, then the others in order.
    """
    partners: dict[Placed, Placed] = {}
    for key in (_code_and_title, _code, _all_without_code):
        taken = set(partners.values())
        waiting = defaultdict[object, deque[Placed]](deque)
        for one in before:
            if one not in taken and (said := key(one)):
                waiting[said].append(one)
        for one in after:
            if one not in partners and (queue := waiting.get(key(one))):
                partners[one] = queue.popleft()
    return partners


def _code_and_title(placed: Placed) -> object:
    return placed.entry.code and (placed.entry.code, placed.entry.title)


def _code(placed: Placed) -> object:
    return placed.entry.code


def _all_without_code(placed: Placed) -> object:
    return None if placed.entry.code else (placed.parent_code, placed.entry)


def _nameless(left: Iterable[Placed], others: Sequence[Placed], edition: Literal["older", "newer"]) -> Iterator[Nameless]:
    """The entries without a code among those left in one edition, with what each may be in the other."""
    lost = [placed for placed in left if placed.entry.code is None]
    if not lost:
        return
    told = {other: _values(other) for other in others}
    by_figure = defaultdict[tuple[Statement, Decimal], list[Placed]](list)
    for other, values in told.items():
        for figure in values.items():
            by_figure[figure].append(other)
    for one in lost:
        own = _values(one)
        agreeing = Counter(other for statement, value in own.items() if value for other in by_figure[statement, value])
        candidates = (
            other.entry
            for other, evidence in agreeing.items()
            if evidence >= _LEAST_EVIDENCE and _may_be_same(one, other) and not _contradict(own, told[other])
        )
        yield Nameless(one.entry, edition, tuple(candidates))


def _values(placed: Placed) -> dict[Statement, Decimal]:
    statements = statements_of(placed.entry, placed.report)
    return {statement: figure.cell.value for statement, figure in statements.items() if figure.cell.value is not None}


def _may_be_same(one: Placed, other: Placed) -> bool:
    parents = {one.parent_code, other.parent_code} - {None}
    return one.entry.kind == other.entry.kind and len(parents) <= 1


def _contradict(own: Mapping[Statement, Decimal], others: Mapping[Statement, Decimal]) -> bool:
    return any(disagree(value, others.get(statement)) for statement, value in own.items())
