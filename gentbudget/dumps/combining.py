"""Several figures in dispute at once: which of all combinations of their readings satisfy every identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Identity, Percentage
from gentbudget.checks.ledger import Ledger
from gentbudget.intervals import printed_units, share_can_hold

MOST_TRIALS = 20_000
"""How many readings are tried for figures that depend on each other: fourteen figures of two readings each in one sum are
16,384 combinations. More than that would take longer than reading the dumps."""

Readings = Mapping[Figure, Sequence[Decimal]]
"""What dumps print for each figure in dispute."""


def combine(readings: Readings, ledger: Ledger) -> dict[Figure, Decimal]:
    """What the readings in all combinations that satisfy every identity agree on.

    An identity that lacks a figure, in dispute or not, says nothing. Where no combination satisfies them all, none of the
    readings may be right, and where there are more than can be tried, nobody knows: then nothing is decided.
    """
    decided: dict[Figure, Decimal] = {}
    for group, identities in _groups(readings, ledger):
        possible = _possible(group, identities, readings)
        decided |= {figure: left.pop() for figure, left in possible.items() if len(left) == 1}
    return decided


def _groups(readings: Readings, ledger: Ledger) -> Iterator[tuple[list[Figure], list[Identity]]]:
    """The figures in dispute that depend on each other, with the identities that say so, those of one identity together."""
    reached: set[Figure] = set()
    for start in readings:
        if start in reached:
            continue
        reached.add(start)
        group, identities = [start], dict[Identity, None]()
        for figure in group:
            for identity in ledger.identities_of(figure):
                if identity not in identities and all(f.value is not None or f in readings for f in identity.figures):
                    identities[identity] = None
                    fresh = [f for f in identity.figures if f in readings and f not in reached]
                    reached.update(fresh)
                    group += fresh
        yield group, list(identities)


def _possible(group: Sequence[Figure], identities: Sequence[Identity], readings: Readings) -> dict[Figure, set[Decimal]]:
    """Of each figure the readings that stand in some combination that satisfies all; empty where too many would be tried."""
    # An identity is tested as soon as the last of its figures has a reading.
    order = {figure: number for number, figure in enumerate(group)}
    tested: dict[int, list[Test]] = defaultdict(list)
    for identity in identities:
        tested[max(order[f] for f in identity.figures if f in order)].append(_test_of(identity, order, readings))
    chosen: list[Decimal] = []
    waiting = [iter(readings[group[0]])]
    possible: dict[Figure, set[Decimal]] = {figure: set() for figure in group}
    trials = 0
    while waiting:
        del chosen[len(waiting) - 1 :]
        reading = next(waiting[-1], None)
        if reading is None:
            waiting.pop()
            continue
        trials += 1
        if trials > MOST_TRIALS:
            return {}
        chosen.append(reading)
        if not all(holds(chosen) for holds in tested[len(chosen) - 1]):
            continue
        if len(chosen) == len(group):
            for figure, value in zip(group, chosen, strict=True):
                possible[figure].add(value)
        else:
            waiting.append(iter(readings[group[len(chosen)]]))
    return possible


Test = Callable[[Sequence[Decimal]], bool]
"""Whether true values can satisfy an identity, given the readings that are chosen so far."""


def _test_of(identity: Identity, order: Mapping[Figure, int], readings: Readings) -> Test:
    """Give the test of an identity for many readings; ``order`` are the places of the figures in dispute among those chosen."""
    if isinstance(identity, Percentage):
        return lambda chosen: share_can_hold(
            *(chosen[order[f]] if f in order else f.value or _NOTHING for f in identity.figures)
        )
    # In units of the finest print, what is not in dispute added up once; each print is off by half a unit of its own at most.
    prints = {
        figure: [printed_units(value) for value in readings.get(figure, [figure.value or _NOTHING])]
        for figure in identity.figures
    }
    finest = max(scale for units in prints.values() for _, scale in units)
    fixed = spread = 0
    disputed: list[tuple[int, dict[Decimal, tuple[int, int]]]] = []
    for figure, units in prints.items():
        sign = 1 if figure is identity.total else -1
        steps = [(sign * count * (finest // scale), finest // scale) for count, scale in units]
        if figure in order:
            disputed.append((order[figure], dict(zip(readings[figure], steps, strict=True))))
        else:
            fixed, spread = fixed + steps[0][0], spread + steps[0][1]

    def holds(chosen: Sequence[Decimal]) -> bool:
        steps = [of_reading[chosen[place]] for place, of_reading in disputed]
        return 2 * abs(fixed + sum(step for step, _ in steps)) <= spread + sum(step for _, step in steps)

    return holds


_NOTHING = Decimal(0)
