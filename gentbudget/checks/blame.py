"""Which single figure, were it another, would make every broken identity hold.

Broken identities that share a figure are explained together. A figure explains them if it stands in all of them and if
everything that it stands in, what holds included, leaves it room for another value. Room alone is little evidence
where one identity is broken: in a sum over many children, several figures may have it. There the room must also hold
a value that one misread digit turned into the printed one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Identity, Percentage, Sum
from gentbudget.checks.ledger import Ledger, by_figure
from gentbudget.checks.misreading import one_digit_makes, one_digit_readings, readings_between, slip_readings
from gentbudget.intervals import UNBOUNDED, Interval, IntervalSum


@frozen
class Explanation:
    """Broken identities and what can explain them.

    ``figure`` is the one to blame and ``readings`` are the values for it that one misread digit accounts for. Where it
    is None, ``suspects`` are the figures that each could explain everything by one misread digit: none, or several.
    """

    broken: tuple[Identity, ...]
    figure: Figure | None = None
    readings: tuple[Decimal, ...] = ()
    suspects: tuple[Figure, ...] = ()

    @property
    def sums(self) -> tuple[Sum, ...]:
        """The broken sums."""
        return tuple(identity for identity in self.broken if isinstance(identity, Sum))

    @property
    def percentages(self) -> tuple[Percentage, ...]:
        """The broken percentages."""
        return tuple(identity for identity in self.broken if isinstance(identity, Percentage))


def explain(broken: Iterable[Identity], ledger: Ledger) -> Iterator[Explanation]:
    """Explain every broken identity: those that share figures together, if one figure accounts for them all."""
    for group in _connected(broken):
        explanation = _blame(group, ledger)
        if explanation.figure is None and len(group) > 1:
            yield from _explain_apart(group, ledger)
        else:
            yield explanation


def _explain_apart(group: Sequence[Identity], ledger: Ledger) -> Iterator[Explanation]:
    """Explain connected identities that no single figure accounts for."""
    rest = dict.fromkeys(group)
    # First what one misread digit explains of its figure's identities: more than one, none of them another's.
    for figure, standing in by_figure(group).items():
        if len(standing) > 1 and all(identity in rest for identity in standing):
            explanation = _blame(standing, ledger, (figure,))
            if explanation.figure is figure and explanation.readings:
                yield explanation
                for identity in standing:
                    del rest[identity]
    # Then the percentages of each row for themselves, and the sums that are broken even so.
    sums = frozenset(identity for identity in rest if isinstance(identity, Sum))
    rooms: dict[Figure, Interval] = {}
    for row in _connected(identity for identity in rest if identity not in sums):
        explanation = _blame(row, ledger, disregarded=sums)
        yield explanation
        if explanation.figure is not None:
            rooms[explanation.figure] = _room(explanation.figure, ledger, sums) or UNBOUNDED
    for one in rest:
        if isinstance(one, Sum):
            addends = IntervalSum.of(rooms.get(figure, figure.printed) for figure in one.addends).interval
            if addends & rooms.get(one.total, one.total.printed) is None:
                yield _blame((one,), ledger, disregarded=sums)


def _blame(
    broken: Sequence[Identity],
    ledger: Ledger,
    candidates: Iterable[Figure] | None = None,
    disregarded: Collection[Identity] = frozenset(),
) -> Explanation:
    """Find the one figure that explains these broken identities, whatever becomes of the disregarded ones.

    Candidates are the figures that stand in all of them.
    """
    decisive = len(broken) > 1 and any(isinstance(identity, Percentage) for identity in broken)
    if not decisive and not all(isinstance(one, Percentage) or _may_be_one_digit_off(one) for one in broken):
        return Explanation(tuple(broken))
    if candidates is None:
        candidates = (figure for figure, standing in by_figure(broken).items() if len(standing) == len(broken))
    possible: list[Figure] = []
    plausible: dict[Figure, tuple[Decimal, ...]] = {}
    for figure in candidates:
        # Most figures of a broken sum fall at this first question, which costs little.
        if not decisive and not _may_explain(figure, broken, ledger):
            continue
        room = _room(figure, ledger, disregarded, broken)
        if room is None:
            continue
        possible.append(figure)
        readings = tuple(value for value in _readings(figure, room) if _can_be(figure, value, ledger))
        if readings:
            plausible[figure] = readings
    if len(plausible) == 1:
        ((figure, readings),) = plausible.items()
        return Explanation(tuple(broken), figure, readings)
    if decisive and not plausible and len(possible) == 1:
        return Explanation(tuple(broken), possible[0])
    return Explanation(tuple(broken), suspects=tuple(plausible))


def _may_be_one_digit_off(one: Sum) -> bool:
    """Whether a misread digit makes such a gap at all, in whatever figure: mostly none does, and no figure needs be asked."""
    return one.misses is None or one_digit_makes(*one.misses)


def _may_explain(figure: Figure, broken: Iterable[Identity], ledger: Ledger) -> bool:
    """Whether a misread digit of a figure can make these sums hold, and its percentages as well."""
    prints = [one.prints(figure) for one in broken if isinstance(one, Sum)]
    least, greatest = max((low for low, _ in prints), default=None), min((high for _, high in prints), default=None)
    return any(_can_be(figure, one, ledger) for one in readings_between(*_as_counted(figure), least, greatest))


def slipped(one: Sum, ledger: Ledger) -> tuple[Figure, ...]:
    """The figures of a broken sum that a single slip, and not only a misread digit, may have made what they are."""
    return tuple(
        figure
        for figure in one.figures
        if any(_can_be(figure, value, ledger) for value in slip_readings(*_as_counted(figure), *one.prints(figure)))
    )


def _as_counted(figure: Figure) -> tuple[int, int, bool]:
    """The print of a figure in units and their scale, and whether it has a minus; what does not hold has all its figures."""
    assert figure.units is not None
    assert figure.value is not None
    return *figure.units, figure.value.is_signed()


def _readings(figure: Figure, room: Interval | None) -> tuple[Decimal, ...]:
    return () if room is None or figure.value is None else one_digit_readings(figure.value, room)


def _can_be(figure: Figure, value: Decimal, ledger: Ledger) -> bool:
    """Whether a figure's percentages admit a value: near a whole of nothing, an interval says less than they do."""
    return all(
        one.can_hold_with(figure, value) is not False for one in ledger.identities_of(figure) if isinstance(one, Percentage)
    )


def _room(
    figure: Figure, ledger: Ledger, disregarded: Collection[Identity], broken: Iterable[Identity] = ()
) -> Interval | None:
    """Say what all identities, and the broken ones, leave for a figure, the others being as printed; None for nothing."""
    others = (one for one in ledger.identities_of(figure) if one not in disregarded)
    room: Interval | None = UNBOUNDED
    for identity in dict.fromkeys((*broken, *others)):
        if room is not None:
            room &= identity.leaves(figure)
    return room


def _connected(identities: Iterable[Identity]) -> Iterator[tuple[Identity, ...]]:
    """Group the identities that share figures, directly or through others."""
    identities = tuple(identities)
    standing = by_figure(identities)
    reached: set[Identity] = set()
    for start in identities:
        if start in reached:
            continue
        reached.add(start)
        group = [start]
        for identity in group:
            for figure in identity.figures:
                fresh = [other for other in standing[figure] if other not in reached]
                reached.update(fresh)
                group += fresh
        yield tuple(group)
