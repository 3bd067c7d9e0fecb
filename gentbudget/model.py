"""What a report consists of: entries with their tables, down to the printed cell. Everything is immutable.

Amounts are whole euros, staff is in full-time equivalents (VTE) with two decimals, percentages are percent points as
printed: ``91,7%`` is ``Decimal("91.7")``. A figure that is not printed, or cannot be read, is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar, Literal

from attrs import field, frozen

from gentbudget.errors import UnknownLabelError
from gentbudget.shown import Shown, ShownAsTable

Kind = Literal["objective", "plan", "action", "project"]

SECTIONS = ("Exploitatie", "Investering", "Financiering")
FLOWS = ("Uitgaven", "Ontvangsten")

SHARES = (
    ("budget_used", "actual", "budget"),
    ("vs_previous", "actual", "previous_actual"),
    ("plan_used", "paid", "planned"),
    ("vs_previous", "paid", "previous_paid"),
)
"""The columns that print percentages: of which part, over which whole."""


@frozen
class Column:
    """A column of a table: its printed label, its name in this library and the year that it is about.

    ``name`` is None for a column that only its label tells, such as ``Raming 2026``; ``is_share`` says that it prints
    percentages.
    """

    label: str
    name: str | None = None
    year: int | None = None
    is_share: bool = False

    @property
    def key(self) -> str:
        """What the column is called in `Row.cells`: its name or, where it has none, its label."""
        return self.name or self.label


@frozen
class Cell:
    """A printed figure: its value, its text, and where both stand.

    ``line`` and ``column`` count from 1, ``report.text[start:end]`` is ``text``, and ``page`` is None where the dump does
    not tell pages. ``value`` is None where nothing is printed (``text`` is empty) or where the text is no Dutch number.
    """

    value: Decimal | None
    text: str
    line: int
    column: int
    start: int
    end: int
    page: int | None = None


@frozen(repr=False)
class Row(ShownAsTable):
    """A row of a table. ``line`` is None, and there are no cells, for a row that the text does not print."""

    label: str
    columns: tuple[Column, ...] = ()
    figures: tuple[Cell, ...] = field(default=(), repr=False)
    line: int | None = None

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The row's cells by column name (by label for columns that have no name), in printed order."""
        return MappingProxyType({c.key: cell for c, cell in zip(self.columns, self.figures, strict=True)})

    @property
    def values(self) -> Mapping[str, Decimal | None]:
        """The row's values by printed column label, in printed order."""
        return MappingProxyType({c.label: cell.value for c, cell in zip(self.columns, self.figures, strict=True)})

    def __getitem__(self, label: str) -> Decimal | None:
        """The value under a printed column label, such as ``Jaarrekening 2023``; raises `UnknownLabelError`."""
        wanted = _folded(label)
        for column, cell in zip(self.columns, self.figures, strict=True):
            if wanted in (_folded(column.label), column.name):
                return cell.value
        raise UnknownLabelError(label, [column.label for column in self.columns])

    def _named(self, name: str) -> Decimal | None:
        for column, cell in zip(self.columns, self.figures, strict=True):
            if column.name == name:
                return cell.value
        return None


@frozen(repr=False)
class BudgetRow(Row):
    """A row of *Budgettaire onderbouwing*, in whole euros: one flow of money in one section of the budget."""

    section: str = ""
    flow: str = ""

    @property
    def budget(self) -> Decimal | None:
        """*Budget* of the year, in euros."""
        return self._named("budget")

    @property
    def actual(self) -> Decimal | None:
        """*Jaarrekening* of the year, in euros."""
        return self._named("actual")

    @property
    def budget_used(self) -> Decimal | None:
        """*% Besteding budget*: the actual as a percentage of the budget."""
        return self._named("budget_used")

    @property
    def previous_actual(self) -> Decimal | None:
        """*Jaarrekening* of the year before, in euros."""
        return self._named("previous_actual")

    @property
    def vs_previous(self) -> Decimal | None:
        """*Jaarrekening … t.o.v. …*: the actual as a percentage of the previous actual."""
        return self._named("vs_previous")


@frozen(repr=False)
class StaffRow(Row):
    """The one row of *Onderbouwing personeel*, in full-time equivalents (VTE)."""

    @property
    def planned(self) -> Decimal | None:
        """*Plan* of the year, in VTE."""
        return self._named("planned")

    @property
    def paid(self) -> Decimal | None:
        """*Betaald* in the year, in VTE."""
        return self._named("paid")

    @property
    def plan_used(self) -> Decimal | None:
        """*% Besteding plan*: the paid staff as a percentage of the planned staff."""
        return self._named("plan_used")

    @property
    def previous_paid(self) -> Decimal | None:
        """*Betaald* in the year before, in VTE."""
        return self._named("previous_paid")

    @property
    def vs_previous(self) -> Decimal | None:
        """*Betaald … t.o.v. …*: the paid staff as a percentage of the year before."""
        return self._named("vs_previous")


@frozen
class Section:
    """One section of the budget: *Exploitatie*, *Investering* or *Financiering*."""

    expenditure: BudgetRow
    receipts: BudgetRow


@frozen(repr=False)
class BudgetTable(ShownAsTable):
    """The table *Budgettaire onderbouwing* of an entry: the rows that are printed, under their columns."""

    columns: tuple[Column, ...] = ()
    rows: tuple[BudgetRow, ...] = ()

    @property
    def operating(self) -> Section:
        """*Exploitatie*."""
        return self._section("Exploitatie")

    @property
    def investment(self) -> Section:
        """*Investering*."""
        return self._section("Investering")

    @property
    def financing(self) -> Section:
        """*Financiering*."""
        return self._section("Financiering")

    def __getitem__(self, labels: tuple[str, str]) -> BudgetRow:
        """The row with these labels, such as ``"Exploitatie", "Uitgaven"``; raises `UnknownLabelError`."""
        section, flow = labels
        row = self._find(section, flow)
        if row is None:
            raise UnknownLabelError(f"{section} {flow}", [row.label for row in self.rows])
        return row

    def __iter__(self) -> Iterator[BudgetRow]:
        return iter(self.rows)

    def _find(self, section: str, flow: str) -> BudgetRow | None:
        wanted = _folded(section), _folded(flow)
        return next((r for r in self.rows if (_folded(r.section), _folded(r.flow)) == wanted), None)

    def _section(self, section: str) -> Section:
        expenditure, receipts = (
            self._find(section, flow) or BudgetRow(label=f"{section} {flow}", section=section, flow=flow) for flow in FLOWS
        )
        return Section(expenditure, receipts)


@frozen
class Period:
    """The years that a plan or project runs: ``start`` and ``end`` are both included."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.start} - {self.end}"


@frozen
class Entry(Shown):
    """What objectives, plans, actions and projects have in common.

    ``code`` and ``title`` are None where the text lost the entry's header. ``lines`` are the entry's first and last line,
    from its heading to its last row, its children not included; ``page`` is the page of its first line, where known.
    """

    kind: ClassVar[Kind]

    code: str | None
    title: str | None
    paragraphs: tuple[str, ...] = field(repr=False)
    budget: BudgetTable = field(repr=False)
    staff: StaffRow = field(repr=False)
    lines: tuple[int, int]
    page: int | None = None

    @property
    def description(self) -> str:
        """The whole description, its paragraphs parted by a blank line."""
        return "\n\n".join(self.paragraphs)

    @property
    def children(self) -> tuple[Entry, ...]:
        """The entries one level below, in document order."""
        return ()


@frozen
class Action(Entry):
    """An action, printed under *Acties* with a code in AC; ``owner`` is the department that carries it out."""

    kind: ClassVar[Kind] = "action"

    owner: str | None = None


@frozen
class Project(Action):
    """A project, printed under *Acties* with a code in PR.

    ``status`` is one of Lopend, Afgewerkt, Stopgezet, On hold, Nog niet gestart; ``phase`` one of Onderzoek, Ontwerp,
    Uitvoering, Nazorg.
    """

    kind: ClassVar[Kind] = "project"

    status: str | None = None
    phase: str | None = None
    period: Period | None = None


@frozen
class ActionPlan(Entry):
    """An action plan, printed under *Actieplan*: an operational (OD) or project-operational (PO) objective."""

    kind: ClassVar[Kind] = "plan"

    period: Period | None = None
    organisation: str | None = None
    actions: tuple[Action, ...] = field(default=(), repr=False)

    @property
    def children(self) -> tuple[Action, ...]:
        """The plan's actions and projects, in document order."""
        return self.actions


@frozen
class Objective(Entry):
    """A policy objective, printed under *Beleidsdoelstelling*."""

    kind: ClassVar[Kind] = "objective"

    plans: tuple[ActionPlan, ...] = field(default=(), repr=False)
    actions: tuple[Action, ...] = field(default=(), repr=False)

    @property
    def children(self) -> tuple[Entry, ...]:
        """The objective's action plans; before them, any action that stands under no plan."""
        return (*self.actions, *self.plans)


@frozen
class ContentsRow:
    """A row of the table of contents (*Inhoudstafel*): ``page`` is the printed page number, None where it is lost."""

    code: str
    title: str
    page: int | None


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
