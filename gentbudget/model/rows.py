"""Columns, and the rows of figures under them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar, cast

from attrs import field, frozen

from gentbudget.model.cells import Cell, PrintedFigures
from gentbudget.model.lookup import Labelled, Spellings, distinct
from gentbudget.numbers import format_number, parse_number
from gentbudget.shown import ShownAsTable
from gentbudget.vocabulary import DECIMALS

_SHARE_DECIMALS = DECIMALS["percent"]


@frozen(cache_hash=True)
class Column:
    """A column of a table: its printed ``label``, its ``name`` in this library and the ``year`` that it is about.

    ``name`` is None for a column that only its label tells, such as ``Raming 2026``; ``is_share`` says that it prints
    percentages.

    >>> import gentbudget
    >>> gentbudget.load_sample()["AC34485"].budget.columns[0]
    Column(label='Budget 2024', name='budget', year=2024, is_share=False)
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
class _Keys:
    """What the columns of a row are called. Of two with one label, ``Krediet``, the second is ``Krediet (2)``."""

    names: tuple[str, ...]
    labels: tuple[str, ...]
    spellings: Spellings


@lru_cache(maxsize=1024)
def _keys(columns: tuple[Column, ...]) -> _Keys:
    names, labels = distinct(column.key for column in columns), distinct(column.label for column in columns)
    return _Keys(names, labels, Spellings.of(labels, names))


def _given(figures: Iterable[Cell | Decimal | int | None]) -> Sequence[Cell]:
    """What a row takes for its figures. It makes cells of them itself, since it knows the columns."""
    return cast("Sequence[Cell]", figures)


def _as_cells(figures: Iterable[object], row: Row) -> Sequence[Cell]:
    """The figures of a row; plain numbers become cells that stand in no text, written as their column prints them."""
    columns = row.columns
    if not isinstance(columns, tuple) or not all(isinstance(column, Column) for column in columns):
        raise TypeError("the columns of a row are a tuple of Column")
    if not isinstance(row.label, str):
        raise TypeError(f"the label of a row is a str, not {type(row.label).__name__}")
    if not isinstance(figures, Iterable):
        raise TypeError(f"the figures of a row are a sequence, not {type(figures).__name__}")
    figures = tuple(figures)
    if len(figures) != len(columns):
        raise ValueError(f"row {row.label!r} has {len(figures)} figures under {len(columns)} columns")
    return tuple(
        figure if isinstance(figure, Cell) else _written(figure, _SHARE_DECIMALS if column.is_share else row.decimals, column)
        for figure, column in zip(figures, columns, strict=True)
    )


def _written(number: object, decimals: int, column: Column) -> Cell:
    """A plain number as a cell: with as many decimals as its column prints or, where it has more, all of them."""
    if number is None:
        return Cell(None, "")
    if isinstance(number, bool) or not isinstance(number, Decimal | int):
        raise TypeError(f"a figure is a Cell, a Decimal, an int or None, not {type(number).__name__} ({column.label})")
    own = Decimal(number).as_tuple().exponent
    text = format_number(number, decimals=max(decimals, -own) if isinstance(own, int) else None)
    return Cell(parse_number(text), f"{text}%" if column.is_share else text)


@frozen(repr=False)
class Row(ShownAsTable):
    """A row of a table: its printed ``label``, and a figure under each of its ``columns``.

    ``line`` is None, and there are no columns, for a row that the text does not print. A row that is built by hand takes
    plain numbers as its ``figures``; raises ValueError if they are not as many as the columns, TypeError for floats and
    what else is no figure.

    >>> row = Row("Saldo", (Column("Krediet"), Column("% Realisatie", is_share=True)), [1250, Decimal("98.5")])
    >>> [cell.text for cell in row.figures]
    ['1.250', '98,5%']
    """

    decimals: ClassVar[int] = DECIMALS["eur"]
    """How many decimals the amounts of such a row are printed with."""

    label: str
    columns: tuple[Column, ...] = ()
    figures: Sequence[Cell] = field(default=(), repr=False, converter=_given)
    line: int | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        figures = self.figures
        if type(figures) is not PrintedFigures or len(figures) != len(self.columns):
            object.__setattr__(self, "figures", _as_cells(figures, self))

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The values by column, in printed order; no cell is made for them."""
        figures = self.figures
        return figures.values if type(figures) is PrintedFigures else tuple([cell.value for cell in figures])

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The row's cells by column name (by label for columns that have no name), in printed order.

        Printed labels find them as well. Of two columns with one name or label the second has ``(2)`` behind it.
        """
        keys = _keys(self.columns)
        return Labelled(keys.names, keys.spellings, self.figures)

    @property
    def values(self) -> Mapping[str, Decimal | None]:
        """The row's values by printed column label, in printed order; column names find them as well."""
        keys = _keys(self.columns)
        return Labelled(keys.labels, keys.spellings, self.numbers)

    def __getitem__(self, label: str) -> Decimal | None:
        """The value under a column's name or printed label, such as ``Jaarrekening 2023``; raises `UnknownLabelError`."""
        return self.numbers[_keys(self.columns).spellings.place(label)]

    def _named(self, name: str) -> Decimal | None:
        for column, value in zip(self.columns, self.numbers, strict=True):
            if column.name == name:
                return value
        return None


@frozen(repr=False)
class BudgetRow(Row):
    """A row of *Budgettaire onderbouwing*, in whole euros: one ``flow`` of money in one ``section`` of the budget.

    Columns are named by what their head prints. The values below are None where the table has no such column or prints no
    figure there; a table of several years side by side has columns that only ``row["Raming 2026"]`` and `cells` reach.

    >>> import gentbudget
    >>> row = gentbudget.load_sample()["OD10071"].budget.operating.expenditure
    >>> row.section, row.flow, row.budget, row.budget_used
    ('Exploitatie', 'Uitgaven', Decimal('2753762'), Decimal('85.4'))
    >>> row.actual, row["jaarrekening 2024"], row.values["Jaarrekening 2024"]
    (Decimal('2352673'), Decimal('2352673'), Decimal('2352673'))
    """

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
    """The one row of *Onderbouwing personeel*, in full-time equivalents (VTE).

    >>> import gentbudget
    >>> staff = gentbudget.load_sample()["OD10071"].staff
    >>> staff.planned, staff.paid, staff.plan_used
    (Decimal('22.50'), Decimal('18.98'), Decimal('84.4'))
    """

    decimals: ClassVar[int] = DECIMALS["fte"]

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
