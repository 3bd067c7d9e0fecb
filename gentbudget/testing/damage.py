"""Damage to a printed report: what extraction, worn paper and careless hands do to a text."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from attrs import frozen
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from gentbudget.exports.text import PrintedLine
from gentbudget.testing.cells import CELL_DAMAGES
from gentbudget.testing.headers import HEADER_DAMAGES
from gentbudget.testing.heads import HEAD_DAMAGES
from gentbudget.testing.layouts import Dump
from gentbudget.testing.lines import LINE_DAMAGES
from gentbudget.testing.page import Harm, NothingToHarmError

DAMAGES: dict[str, Harm] = {**CELL_DAMAGES, **HEAD_DAMAGES, **LINE_DAMAGES, **HEADER_DAMAGES}
"""Every kind of damage by its name: takes the lines of a dump and a source of randomness, gives other lines."""


@frozen
class Damaged:
    """A dump whose text was damaged: ``dump`` is what was there before, ``damage`` what was done, a key of `DAMAGES`."""

    dump: Dump
    damage: str
    lines: tuple[PrintedLine, ...]

    @property
    def text(self) -> str:
        """The damaged text, in the layout of the dump."""
        return self.dump.printed(self.lines)

    @property
    def changed(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines, cells parted by tabs, that stood in the place of damage, and those that stand there now."""
        first, last = self._unchanged
        before, after = ([line.text for line in lines] for lines in (self.dump.lines, self.lines))
        return tuple(before[first : len(before) - last]), tuple(after[first : len(after) - last])

    @property
    def harmed(self) -> frozenset[int]:
        """The numbers, in document order, of the entries that the damage was done to; all others are as they were."""
        first, last = self._unchanged
        before, after = self.dump.lines, self.lines
        touched = {line.entry for lines in (before, after) for line in lines[first : len(lines) - last]}
        if touched <= {None}:  # something was put in, or taken out, that is no entry's
            touched = {line.entry for line in (*before[:first][-1:], *before[len(before) - last :][:1])}
        return frozenset(entry for entry in touched if entry is not None)

    @property
    def _unchanged(self) -> tuple[int, int]:
        """How many lines at the beginning, and how many at the end, are as they were."""
        before, after = ([line.text for line in lines] for lines in (self.dump.lines, self.lines))
        most = min(len(before), len(after))
        first = next((i for i in range(most) if before[i] != after[i]), most)
        last = next((i for i in range(most - first) if before[-1 - i] != after[-1 - i]), most - first)
        return first, last

    def __repr__(self) -> str:
        before, after = self.changed
        return f"Damaged({self.damage!r}, layout={self.dump.layout!r}, before={before!r}, after={after!r}, text={self.text!r})"

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        """Hypothesis shows an example that fails like this, and not how it was put together."""
        printer.text(repr(self))


def damage(dump: Dump, name: str, random: Random) -> Damaged | None:
    """Do one kind of damage to a dump; None where it has nothing that could be damaged so, or nothing came of it."""
    try:
        lines = DAMAGES[name](dump.lines, random)
    except NothingToHarmError:
        return None
    return None if lines == dump.lines else Damaged(dump, name, lines)


@st.composite
def damaged(draw: st.DrawFn, dump: Dump, *, damages: Iterable[str] | None = None) -> Damaged:
    """One of all kinds of damage, or of those that are named, done to a dump."""
    name = draw(st.sampled_from(tuple(DAMAGES if damages is None else damages)))
    done = damage(dump, name, draw(st.randoms(use_true_random=False)))
    assume(done is not None)
    assert done is not None
    return done
