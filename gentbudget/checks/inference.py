"""What the identities leave for figures that are not known: interval propagation to a fixed point.

Every unknown figure begins with all numbers. Each identity cuts from its unknown figures what the others do not allow,
and whoever loses something wakes the other identities of that figure, across rows, levels and columns, until nothing
moves any more.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from attrs import frozen

from gentbudget.checks.figures import Figure
from gentbudget.checks.identities import Identity, Sum
from gentbudget.checks.ledger import Ledger
from gentbudget.intervals import UNBOUNDED, Interval, decimal_of

DECIMALS = 6
"""Bounds are kept to so many decimals and rounded outwards behind them, so that shrinking comes to an end."""

_GRID = 10**DECIMALS
_MOST_VISITS = 100
"""How often an identity is looked at. Rings of unknown figures may shrink for very long by very little."""


@frozen
class Bounds:
    """What is left for one unknown figure, and the identities that say so.

    ``contradiction`` is an identity that is impossible with what the others leave; it was set aside.
    """

    interval: Interval
    identities: tuple[Identity, ...] = ()
    contradiction: Identity | None = None

    @property
    def lower(self) -> Decimal | None:
        """The lower bound, without trailing zeros."""
        return _decimal(self.interval.lower)

    @property
    def upper(self) -> Decimal | None:
        """The upper bound, without trailing zeros."""
        return _decimal(self.interval.upper)


def infer(unknown: Collection[Figure], ledger: Ledger, distrusted: Collection[Identity] = frozenset()) -> dict[Figure, Bounds]:
    """Bound every unknown figure by the identities that it stands in, those that are distrusted excepted."""
    left = dict.fromkeys(unknown, UNBOUNDED)
    unknown_in: dict[Identity, list[Figure]] = defaultdict(list)
    for figure in left:
        for identity in ledger.identities_of(figure):
            if identity not in distrusted:
                unknown_in[identity].append(figure)

    def known(figure: Figure) -> Interval:
        return left.get(figure) or figure.printed

    # Percentages first: a sum over many unknown figures then finds them bounded already.
    queue = deque(sorted(unknown_in, key=lambda identity: isinstance(identity, Sum)))
    waiting = set(queue)
    visits = Counter[Identity]()
    contradictions: dict[Figure, Identity] = {}
    while queue:
        identity = queue.popleft()
        waiting.remove(identity)
        visits[identity] += 1
        cuts = {f: left[f] & _outwards(rest) for f, rest in identity.leave(unknown_in[identity], known)}
        impossible = [figure for figure, cut in cuts.items() if cut is None]
        if impossible:
            contradictions.update(dict.fromkeys(impossible, identity))
            del unknown_in[identity]
            continue
        for figure, cut in cuts.items():
            if cut is None or cut == left[figure]:
                continue
            left[figure] = cut
            for other in ledger.identities_of(figure):
                # One visit leaves nothing to gain from a second to the same identity.
                if other is identity or other in waiting or other not in unknown_in or visits[other] == _MOST_VISITS:
                    continue
                waiting.add(other)
                queue.append(other)

    bounding: dict[Figure, list[Identity]] = defaultdict(list)
    for identity, figures in unknown_in.items():
        for figure, rest in identity.leave(figures, known):
            if rest != UNBOUNDED:
                bounding[figure].append(identity)
    return {f: Bounds(interval, tuple(bounding[f]), contradictions.get(f)) for f, interval in left.items()}


def _outwards(interval: Interval) -> Interval:
    lower, upper = interval.lower, interval.upper
    return Interval(
        None if lower is None else Fraction(floor(lower * _GRID), _GRID),
        None if upper is None else Fraction(ceil(upper * _GRID), _GRID),
    )


def _decimal(bound: Fraction | None) -> Decimal | None:
    if bound is None:
        return None
    scale = 1
    while scale % bound.denominator:
        scale *= 10
    return decimal_of(bound.numerator * scale // bound.denominator, scale)
