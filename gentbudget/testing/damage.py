"""Damage to a printed report: what extraction, worn paper and careless hands do to a text."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from attrs import frozen
from hypothesis import assume
from hypothesis import strategies as st

from gentbudget.exports.text import PrintedLine
from gentbudget.testing.cells import CELL_DAMAGES
from gentbudget.testing.layouts import LAYOUTS, Dump
from gentbudget.testing.lines import LINE_DAMAGES
from gentbudget.testing.page import Harm, NothingToHarmError

DAMAGES: dict[str, Harm] = {**CELL_DAMAGES, **LINE_DAMAGES}
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
        return LAYOUTS[self.dump.layout](self.lines)

    @property
    def changed(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines, cells parted by tabs, that stood in the place of damage, and those that stand there now."""
        before, after = ([line.text for line in lines] for lines in (self.dump.lines, self.lines))
        first = 0
        while first < min(len(before), len(after)) and before[first] == after[first]:
            first += 1
        last = 0
        while last < min(len(before), len(after)) - first and before[-1 - last] == after[-1 - last]:
            last += 1
        return tuple(before[first : len(before) - last]), tuple(after[first : len(after) - last])

    def __repr__(self) -> str:
        before, after = self.changed
        return f"Damaged({self.damage!r}, layout={self.dump.layout!r}, before={before!r}, after={after!r}, text={self.text!r})"


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
