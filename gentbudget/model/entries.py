"""Objectives, action plans, actions and projects: what is printed with a code, and what stands under what."""

from __future__ import annotations

from types import UnionType
from typing import ClassVar

from attrs import field, frozen

from gentbudget.model.rows import StaffRow
from gentbudget.model.tables import BudgetTable
from gentbudget.shown import Shown
from gentbudget.vocabulary import STAFF_ROW, Kind


@frozen
class Period:
    """The years that a plan or project runs: ``start`` and ``end`` are both included."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start} - {self.end}"


_TEXT, _PERIOD = str | None, Period | None


@frozen(kw_only=True)
class Entry(Shown):
    """What objectives, plans, actions and projects have in common. All of it is given by name.

    ``code`` and ``title`` are as printed, None where the text lost the entry's header; ``paragraphs`` are those of its
    description. ``budget`` is its table *Budgettaire onderbouwing*, ``staff`` its row of *Onderbouwing personeel*.
    ``lines`` are the entry's first and last line, from its heading to its last row, its children not included; ``page`` is
    the page of its first line, where known. An entry that is built by hand stands on no line; raises TypeError for what is
    of the wrong type.

    >>> import gentbudget
    >>> gentbudget.load_sample()["AC34485"].lines
    (80, 100)
    """

    kind: ClassVar[Kind]

    code: str | None = None
    title: str | None = None
    paragraphs: tuple[str, ...] = field(default=(), repr=False)
    budget: BudgetTable = field(factory=BudgetTable, repr=False)
    staff: StaffRow = field(factory=lambda: StaffRow(STAFF_ROW), repr=False)
    lines: tuple[int, int] = field(default=(0, 0), eq=False)
    page: int | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        _expect("code", _TEXT, self.code)
        _expect("title", _TEXT, self.title)
        _expect_all("paragraphs", str, self.paragraphs)
        _expect("budget", BudgetTable, self.budget)
        _expect("staff", StaffRow, self.staff)

    @property
    def description(self) -> str:
        """The whole description, its paragraphs parted by a blank line."""
        return "\n\n".join(self.paragraphs)

    @property
    def children(self) -> tuple[Entry, ...]:
        """The entries one level below, in document order."""
        return ()


@frozen(kw_only=True)
class Action(Entry):
    """An action, printed under *Acties* with a code in AC; ``owner`` is the department that carries it out."""

    kind: ClassVar[Kind] = "action"

    owner: str | None = None

    def __attrs_post_init__(self) -> None:
        Entry.__attrs_post_init__(self)
        _expect("owner", _TEXT, self.owner)


@frozen(kw_only=True)
class Project(Action):
    """A project, printed under *Acties* with a code in PR.

    ``status`` is one of Lopend, Afgewerkt, Stopgezet, On hold, Nog niet gestart; ``phase`` one of Onderzoek, Ontwerp,
    Uitvoering, Nazorg; ``period`` is a `Period`. Each is None where it is not printed or is none of these.

    >>> import gentbudget
    >>> project = gentbudget.load_sample().project("PR41009")
    >>> project.status, project.phase, str(project.period)
    ('Stopgezet', 'Onderzoek', '2022 - 2026')
    """

    kind: ClassVar[Kind] = "project"

    status: str | None = None
    phase: str | None = None
    period: Period | None = None

    def __attrs_post_init__(self) -> None:
        Entry.__attrs_post_init__(self)
        _expect("owner", _TEXT, self.owner)
        _expect("status", _TEXT, self.status)
        _expect("phase", _TEXT, self.phase)
        _expect("period", _PERIOD, self.period)


@frozen(kw_only=True)
class ActionPlan(Entry):
    """An action plan, printed under *Actieplan*: an operational (OD) or project-operational (PO) objective.

    ``period`` and ``organisation``, who carries it out, are None where they are not printed; ``actions`` are its actions
    and projects.

    >>> import gentbudget
    >>> plan = gentbudget.load_sample().plan("OD10071")
    >>> plan.period, plan.organisation, len(plan.actions)
    (Period(start=2020, end=2027), 'Groep Gent', 6)
    """

    kind: ClassVar[Kind] = "plan"

    period: Period | None = None
    organisation: str | None = None
    actions: tuple[Action, ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        Entry.__attrs_post_init__(self)
        _expect("period", _PERIOD, self.period)
        _expect("organisation", _TEXT, self.organisation)
        _expect_all("actions", Action, self.actions)

    @property
    def children(self) -> tuple[Action, ...]:
        """The plan's actions and projects, in document order."""
        return self.actions


@frozen(kw_only=True)
class Objective(Entry):
    """A policy objective, printed under *Beleidsdoelstelling*.

    ``plans`` are its action plans; ``actions`` are those that stand under no plan because the text lost its heading, as a
    rule none.

    >>> import gentbudget
    >>> [plan.code for plan in gentbudget.load_sample().objective("SD10041").plans]
    ['OD10071', 'OD10072', 'OD10073', 'OD10074']
    """

    kind: ClassVar[Kind] = "objective"

    plans: tuple[ActionPlan, ...] = field(default=(), repr=False)
    actions: tuple[Action, ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        Entry.__attrs_post_init__(self)
        _expect_all("plans", ActionPlan, self.plans)
        _expect_all("actions", Action, self.actions)

    @property
    def children(self) -> tuple[Entry, ...]:
        """The objective's action plans; before them, any action that stands under no plan."""
        return (*self.actions, *self.plans)


@frozen
class ContentsRow:
    """A row of the table of contents (*Inhoudstafel*): the ``code`` and ``title`` of an objective or action plan.

    ``page`` is the printed page number, None where it is lost.
    """

    code: str
    title: str
    page: int | None


def _expect(name: str, wanted: type | UnionType, value: object) -> None:
    if not isinstance(value, wanted):
        shown = wanted.__name__ if isinstance(wanted, type) else wanted
        raise TypeError(f"{name}: expected {shown}, not {type(value).__name__}")


def _expect_all(name: str, wanted: type, values: object) -> None:
    if not isinstance(values, tuple):
        raise TypeError(f"{name}: expected a tuple of {wanted.__name__}, not {type(values).__name__}")
    for value in values:
        _expect(name, wanted, value)
