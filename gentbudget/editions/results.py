"""What a comparison of two editions hands out, all of it plain values."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen

from gentbudget.codes import normalise_code
from gentbudget.errors import expect
from gentbudget.model import Cell, Column, Entry, Period
from gentbudget.report import Report
from gentbudget.shown import Shown

Attribute = Literal["title", "parent", "owner", "organisation", "status", "phase", "period"]


@frozen
class Change:
    """Something that an entry's header says otherwise in the newer edition.

    ``older`` and ``newer`` are the entry in both editions. ``attribute`` names it as the entry does; for ``parent``,
    ``before`` and ``after`` are the codes of the entries that it stands under.
    """

    older: Entry
    newer: Entry
    attribute: Attribute
    before: str | Period
    after: str | Period

    def __str__(self) -> str:
        return f"{self.newer.code}: {self.attribute} {str(self.before)!r} became {str(self.after)!r}"


@frozen
class Movement:
    """A figure of an entry in two editions: the same row, and the column that has the same name in each.

    ``entry`` is the newer edition's and ``row`` the label of its row; ``older`` and ``newer`` are the printed cells, with
    the lines where they stand, and ``older_column`` and ``newer_column`` their columns.
    """

    entry: Entry
    row: str
    older_column: Column
    newer_column: Column
    older: Cell
    newer: Cell

    @property
    def code(self) -> str | None:
        """The entry's code."""
        return self.entry.code

    @property
    def measure(self) -> str:
        """What the newer column is called: its name, such as ``actual``, or its label where it has none."""
        return self.newer_column.key

    @property
    def before(self) -> Decimal | None:
        """The older edition's value, in euros, full-time equivalents or percent points."""
        return self.older.value

    @property
    def after(self) -> Decimal | None:
        """The newer edition's value, in the same unit."""
        return self.newer.value

    @property
    def difference(self) -> Decimal | None:
        """By how much the newer value exceeds the older; None where either is not printed."""
        return None if self.before is None or self.after is None else self.after - self.before


@frozen
class Restatement(Movement):
    """A figure about one year of which the two editions print different values, as a rule the older edition's own year.

    ``year`` is the year that both are about.
    """

    year: int

    def __str__(self) -> str:
        return (
            f"{self.code}: {self.row}, {self.older_column.label}: {self.older.text} (line {self.older.line}) "
            f"became {self.newer.text} (line {self.newer.line})"
        )


@frozen
class Nameless:
    """An ``entry`` that lost its code, so that nobody can look it up in the other edition.

    ``edition`` is its own, ``"older"`` or ``"newer"``; ``candidates`` are the entries of the other edition, found under the
    same parent, that agree with it in every figure both print about the same year. Entries that are candidates count neither
    as appeared nor as vanished.
    """

    entry: Entry
    edition: Literal["older", "newer"]
    candidates: tuple[Entry, ...] = ()


@frozen
class Comparison(Shown):
    """Two editions, ``older`` and ``newer``, side by side; entries are the same if their code is or, without a code, all of it.

    ``appeared`` are entries of the newer edition alone, ``vanished`` of the older alone. ``renamed`` have another title,
    ``moved`` stand under another plan or objective, ``changed`` have another owner, organisation, status, phase or period.
    ``restated`` are figures about the same year that differ, such as *Jaarrekening 2023* in the accounts of 2023 and of
    2024. ``movements`` are all figures that both editions print, in the newer one's order. ``nameless`` are the entries
    that lost their code, of either edition, and ``uncompared`` the labels of columns that the other edition lacks.

    What one edition does not print, an owner whose line was lost for example, is no change.

    >>> import gentbudget
    >>> report = gentbudget.load_sample()
    >>> gentbudget.compare(report, report).changed
    ()
    """

    older: Report
    newer: Report
    appeared: tuple[Entry, ...]
    vanished: tuple[Entry, ...]
    renamed: tuple[Change, ...]
    moved: tuple[Change, ...]
    changed: tuple[Change, ...]
    restated: tuple[Restatement, ...]
    movements: tuple[Movement, ...]
    nameless: tuple[Nameless, ...]
    uncompared: tuple[str, ...] = ()

    def movements_of(self, code: str) -> tuple[Movement, ...]:
        """How each figure of the entry with this code moved, in printed order; empty where only one edition has it."""
        expect(code, str, "the code of an entry")
        wanted = normalise_code(code)
        return tuple(movement for movement in self.movements if movement.code == wanted)

    def __str__(self) -> str:
        counts = (
            f"{len(getattr(self, name))} {name}"
            for name in ("appeared", "vanished", "renamed", "moved", "changed", "restated", "nameless")
        )
        return f"{self.older.source} to {self.newer.source}: {', '.join(counts)}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self})"
