"""Figures that dumps print differently: the arithmetic decides where it leaves one of the readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from gentbudget.checks import Inference, audit
from gentbudget.dumps.merging import Dispute, Merged, Place
from gentbudget.model import Entry
from gentbudget.parser import hierarchy


def settle(merged_by: Callable[[dict[Place, Decimal]], list[Merged]]) -> dict[Place, Decimal]:
    """What the arithmetic decides, given how to merge the entries with what is decided so far.

    All that is in dispute is left open at first. Each figure that is decided may help to decide others, so that this is
    repeated until nothing more follows.
    """
    settled: dict[Place, Decimal] = {}
    while True:
        merged = merged_by(settled)
        disputes = [dispute for one in merged for dispute in one.disputes if dispute.place not in settled]
        decided = _decided(disputes, [one.entry for one in merged]) if disputes else {}
        if not decided:
            return settled
        settled |= decided


def _decided(disputes: Iterable[Dispute], entries: Iterable[Entry]) -> dict[Place, Decimal]:
    bounds = {Place(one.line, one.row, one.column): one for one in audit(hierarchy(entries)).inferences}
    decided = {}
    for dispute in disputes:
        bound = bounds.get(dispute.place)
        left = [value for value in dispute.values if bound is None or _within(value, bound)]
        if len(left) == 1:
            decided[dispute.place] = left[0]
    return decided


def _within(value: Decimal, bound: Inference) -> bool:
    """Whether a print stands for a value that the arithmetic leaves."""
    exponent = value.as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    above = bound.lower is None or value + half >= bound.lower
    return above and (bound.upper is None or value - half <= bound.upper)
