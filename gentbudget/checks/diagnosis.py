"""What the broken identities of a report come from, told apart as a person would.

A broken identity that one figure explains is that figure's. What remains is told from the sums of one entry taken
together: what falls short in several columns at once is an entry that is not there, since no single figure makes it so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from attrs import frozen

from gentbudget.checks.blame import Explanation, slipped
from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Identity, Sum
from gentbudget.checks.ledger import Ledger
from gentbudget.findings import Severity
from gentbudget.model import Entry

Code = Literal[
    "missing-table",
    "missing-entry",
    "ended-entries",
    "surplus-entry",
    "staff-disagrees",
    "sum-disagrees",
    "percentage-disagrees",
    "misread-figure",
]


@frozen
class Diagnosis:
    """One cause of broken identities.

    ``figure`` is the figure to blame and ``readings`` what one misread digit makes of it; ``suspects`` are figures that
    could each be to blame; ``spare`` are the children of which one is too many; ``tableless`` those that print no table;
    ``doubtful`` are sums that may come of a slip instead. ``by_any_slip`` says that suspects may have another one than a
    misread digit.
    """

    code: Code
    severity: Severity
    broken: tuple[Identity, ...]
    figure: Figure | None = None
    readings: tuple[Decimal, ...] = ()
    suspects: tuple[Figure, ...] = ()
    spare: tuple[Entry, ...] = ()
    tableless: tuple[Entry, ...] = ()
    doubtful: tuple[Sum, ...] = ()
    by_any_slip: bool = False

    @property
    def entry(self) -> Entry:
        """The entry that is concerned: the one with the figure to blame, or the one that does not add up."""
        return self.figure.entry if self.figure else self.broken[0].entry

    def discredits(self, one: Sum) -> bool:
        """Whether a sum over the same entry's children can say nothing about its figures any more."""
        sums = [identity for identity in self.broken if isinstance(identity, Sum)]
        if not sums or self.code == "sum-disagrees":
            return one in sums
        if self.code == "staff-disagrees" and any(broken.gap < 0 for broken in sums):
            return one.total.is_staff
        # An entry is missing or too much: in the year before only, or in both.
        return one.total.is_previous or not all(broken.total.is_previous for broken in sums)


def diagnose(explanations: Iterable[Explanation], ledger: Ledger) -> Iterator[Diagnosis]:
    """Tell what the explained identities come from; those of one cause come in one diagnosis."""
    sums_of: dict[int, list[Explanation]] = defaultdict(list)
    for explanation in _with_doubts(tuple(explanations)):
        if explanation.figure is not None:
            yield Diagnosis(
                "misread-figure",
                "error",
                explanation.broken,
                figure=explanation.figure,
                readings=explanation.readings,
            )
        elif explanation.percentages:
            yield Diagnosis("percentage-disagrees", "error", explanation.broken, suspects=explanation.suspects)
        else:
            for one in explanation.sums:
                sums_of[id(one.entry)].append(Explanation((one,), suspects=explanation.suspects))
    for of_one_entry in sums_of.values():
        yield from _of_one_entry(of_one_entry, ledger)


def diagnose_missing_tables(ledger: Ledger) -> Iterator[Diagnosis]:
    """Tell what children that print no table leave open in the sums over them, where it cannot be nothing."""
    open_sums: dict[tuple[int, tuple[int, ...]], list[Sum]] = defaultdict(list)
    for one in ledger.untestable:
        if one.can_hold_of_printed() is False:
            lacking = tuple(number for number, row in enumerate(one.rows) if ledger.lacks_table(row))
            if lacking and one.is_printed_but_for(lacking):
                open_sums[id(one.entry), lacking].append(one)
    for (_, lacking), sums in open_sums.items():
        tableless = tuple(sums[0].entry.children[number] for number in lacking)
        yield Diagnosis("missing-table", "error", tuple(sums), tableless=tableless)


def _with_doubts(explanations: Sequence[Explanation]) -> Iterator[Explanation]:
    """Withdraw a blame that only sums support where the same entry is off elsewhere in the same direction.

    What falls short together has one cause, and that one misread digit fits one of the sums is then an accident. Only
    what is off in the year itself has a cause that reaches both years.
    """
    off = {
        (id(one.entry), one.gap > 0, previous)
        for explanation in explanations
        if explanation.figure is None
        for one in explanation.sums
        if not one.total.is_staff
        for previous in {True, one.total.is_previous}
    }
    for explanation in explanations:
        doubted = explanation.figure is not None and not explanation.percentages
        if doubted and any((id(one.entry), one.gap > 0, one.total.is_previous) in off for one in explanation.sums):
            yield Explanation(explanation.broken)
        else:
            yield explanation


def _of_one_entry(explanations: Sequence[Explanation], ledger: Ledger) -> Iterator[Diagnosis]:
    """Tell apart what can put an entry's sums over its children off; every explanation is of one sum."""
    suspects = {explanation.sums[0]: explanation.suspects for explanation in explanations}
    money = [one for one in suspects if not one.total.is_staff]
    staff = [one for one in suspects if one.total.is_staff]
    spare = _spare(suspects, ledger)
    if spare:
        yield Diagnosis("surplus-entry", "error", (*money, *staff), spare=spare)
        return
    this_year = [one for one in money if not one.total.is_previous]
    if len(this_year) == 1 and suspects[this_year[0]] and all(one.total.is_previous for one in _alike(staff, this_year)):
        # One misread digit says more about a single sum than an entry that is missing or too much.
        money.remove(this_year[0])
        yield Diagnosis("sum-disagrees", "error", tuple(this_year), suspects=suspects[this_year[0]])
    if money:
        alike = _alike(staff, money)
        staff = [one for one in staff if one not in alike]
        yield from _of_money((*money, *alike), suspects, ledger)
    if staff:
        doubted = suspects[staff[0]] if len(staff) == 1 else ()
        yield Diagnosis("staff-disagrees", "error" if doubted else "warning", tuple(staff), suspects=doubted)


def _alike(staff: Sequence[Sum], money: Sequence[Sum]) -> list[Sum]:
    """Find the sums of staff that are off like those of money: in the same direction, and in the same years."""
    short = {one.gap > 0 for one in money}
    last_year = all(one.total.is_previous for one in money)
    return [one for one in staff if {one.gap > 0} == short and (one.total.is_previous or not last_year)]


def _of_money(sums: tuple[Sum, ...], suspects: Mapping[Sum, tuple[Figure, ...]], ledger: Ledger) -> Iterator[Diagnosis]:
    """Tell what several sums that are off together say, or one alone."""
    if all(one.gap > 0 and one.total.is_previous for one in sums):
        yield from _of_last_year(sums, ledger)
    else:
        yield _of_this_year(sums, suspects)


def _of_last_year(sums: tuple[Sum, ...], ledger: Ledger) -> Iterator[Diagnosis]:
    """Tell what falls short in the year before only: entries that ended, unless a single slip explains each of the sums.

    Where other sums say that entries ended, a slip may still be what one of them comes from; so it is told.
    """
    slips = {one: slipped(one, ledger) for one in sums}
    if all(slips.values()):
        for one in sums:
            yield Diagnosis("sum-disagrees", "error", (one,), suspects=slips[one], by_any_slip=True)
    else:
        yield Diagnosis("ended-entries", "info", sums, doubtful=tuple(one for one in sums if slips[one]))


def _of_this_year(sums: tuple[Sum, ...], suspects: Mapping[Sum, tuple[Figure, ...]]) -> Diagnosis:
    """Tell what is off in the year itself, or over."""
    doubted = suspects[sums[0]] if len(sums) == 1 else ()
    if all(one.gap > 0 for one in sums) and len(sums) > 1:
        return Diagnosis("missing-entry", "error", sums)
    this_year = [one for one in sums if not (one.total.is_staff or one.total.is_previous)]
    if all(one.gap < 0 for one in sums) and len(this_year) > 1:
        return Diagnosis("surplus-entry", "error", sums)
    return Diagnosis("sum-disagrees", "error", sums, suspects=doubted)


def _spare(broken: Collection[Sum], ledger: Ledger) -> tuple[Entry, ...]:
    """Find the children without any one of which every sum of the year can hold; none where nothing is over."""
    if len(broken) == 1 or not any(one.gap < 0 and not one.total.is_previous for one in broken):
        return ()
    entry = next(iter(broken)).entry
    this_year = [one for one in ledger.sums_over(entry) if not one.total.is_previous]
    return tuple(
        child for place, child in enumerate(entry.children) if all(0 in one.leaves(one.addends[place]) for one in this_year)
    )
