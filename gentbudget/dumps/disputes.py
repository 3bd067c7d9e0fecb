"""Figures that dumps print differently: the arithmetic decides where it leaves one of the readings.

It leaves one where the others are out of its bounds, or where no combination with the readings of other figures in dispute
satisfies every identity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from gentbudget.checks import Inference, audit
from gentbudget.checks.ledger import read_ledger
from gentbudget.dumps.combining import combine
from gentbudget.dumps.merging import Dispute, Merged, Place
from gentbudget.model import Entry
from gentbudget.parser import hierarchy


def settle(merged_by: Callable[[dict[Place, Decimal]], list[Merged]]) -> tuple[list[Merged], dict[Place, Decimal]]:
    """The entries with what the arithmetic decides, and that, given how to merge them with what is decided so far.

    All that is in dispute is left open at first. Each figure that is decided may help to decide others, so that this is
    repeated until nothing more follows.
    """
    settled: dict[Place, Decimal] = {}
    while True:
        merged = merged_by(settled)
        disputes = [dispute for one in merged for dispute in one.disputes if dispute.place not in settled]
        decided = _decided(disputes, [one.entry for one in merged]) if disputes else {}
        if not decided:
            return merged, settled
        settled |= decided


def _decided(disputes: Iterable[Dispute], entries: Iterable[Entry]) -> dict[Place, Decimal]:
    """What follows next: where bounds leave one reading, that; else what all combinations that hold agree on."""
    roots = hierarchy(entries)
    bounds = {Place(one.line, one.row, one.column): one for one in audit(roots).inferences}
    left = {one.place: [value for value in one.values if _within(value, bounds.get(one.place))] for one in disputes}
    decided = {place: values[0] for place, values in left.items() if len(values) == 1}
    if decided:
        return decided
    ledger = read_ledger(roots)
    figures = {Place(one.line, one.row, one.column.label): one for one in ledger.missing}
    readings = {figures[place]: values for place, values in left.items() if values and place in figures}
    combined = combine(readings, ledger)
    return {place: combined[figures[place]] for place in left if figures.get(place) in combined}


def _within(value: Decimal, bound: Inference | None) -> bool:
    """Whether a print stands for a value that the arithmetic leaves."""
    if bound is None:
        return True
    exponent = value.as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    above = bound.lower is None or value + half >= bound.lower
    return above and (bound.upper is None or value - half <= bound.upper)
