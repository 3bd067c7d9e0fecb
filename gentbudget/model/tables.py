"""The table *Budgettaire onderbouwing*: sections of the budget, each with what is spent and what is received."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from gentbudget.errors import UnknownLabelError
from gentbudget.model.lookup import Labelled, Spellings, folded
from gentbudget.model.rows import BudgetRow, Column
from gentbudget.shown import ShownAsTable
from gentbudget.vocabulary import FLOWS, SECTIONS

_SECTION_LABELS = {section.name: section.label for section in SECTIONS}
_FLOW_LABELS = {flow.name: flow.label for flow in FLOWS}


@frozen
class Section:
    """One section of the budget, such as *Exploitatie*.

    ``expenditure`` is what is spent (*Uitgaven*), ``receipts`` what is received (*Ontvangsten*).
    """

    expenditure: BudgetRow
    receipts: BudgetRow


def _all_rows(_: object, __: object, rows: tuple[BudgetRow, ...]) -> None:
    if not isinstance(rows, tuple):
        raise TypeError(f"the rows of a budget table are a tuple, not {type(rows).__name__}")
    for row in rows:
        if not isinstance(row, BudgetRow):
            raise TypeError(f"the rows of a budget table are BudgetRow, not {type(row).__name__}")


@frozen(repr=False)
class BudgetTable(ShownAsTable):
    """The table *Budgettaire onderbouwing* of an entry: the ``rows`` that are printed, under their ``columns``.

    Iterating gives the rows in printed order.

    >>> import gentbudget
    >>> table = gentbudget.load_sample()["OD10071"].budget
    >>> [row.label for row in table][:2]
    ['Exploitatie Uitgaven', 'Exploitatie Ontvangsten']
    >>> table["Exploitatie", "Uitgaven"] is table.operating.expenditure
    True
    """

    columns: tuple[Column, ...] = ()
    rows: tuple[BudgetRow, ...] = field(default=(), validator=_all_rows)

    @property
    def operating(self) -> Section:
        """*Exploitatie*."""
        return self._section(_SECTION_LABELS["operating"])

    @property
    def investment(self) -> Section:
        """*Investering*."""
        return self._section(_SECTION_LABELS["investment"])

    @property
    def financing(self) -> Section:
        """*Financiering*."""
        return self._section(_SECTION_LABELS["financing"])

    @property
    def sections(self) -> Mapping[str, Section]:
        """The sections that are printed, by printed label or by name: ``sections["Liquiditeiten"].expenditure``."""
        labels = tuple(dict.fromkeys(row.section for row in self.rows if row.section and row.flow))
        names = tuple(_NAMES.get(folded(label), label) for label in labels)
        return Labelled(labels, Spellings.of(labels, names), tuple(map(self._section, labels)))

    def __getitem__(self, labels: tuple[str, str]) -> BudgetRow:
        """The row of a section and a flow, such as ``"Exploitatie", "Uitgaven"`` or ``"operating", "expenditure"``.

        Raises `UnknownLabelError` for a row that is not printed, and TypeError for what are no two labels.
        """
        if not isinstance(labels, tuple) or [type(label) for label in labels] != [str, str]:
            raise TypeError('expected the labels of a section and a flow, such as table["Exploitatie", "Uitgaven"]')
        section, flow = labels
        row = self._find(_SECTION_LABELS.get(folded(section), section), _FLOW_LABELS.get(folded(flow), flow))
        if row is None:
            raise UnknownLabelError(f"{section} {flow}", [row.label for row in self.rows])
        return row

    def __iter__(self) -> Iterator[BudgetRow]:
        return iter(self.rows)

    def _find(self, section: str, flow: str) -> BudgetRow | None:
        wanted = folded(section), folded(flow)
        return next((r for r in self.rows if (folded(r.section), folded(r.flow)) == wanted), None)

    def _section(self, section: str) -> Section:
        expenditure, receipts = (
            self._find(section, flow) or BudgetRow(label=f"{section} {flow}", section=section, flow=flow)
            for flow in _FLOW_LABELS.values()
        )
        return Section(expenditure, receipts)


_NAMES = {folded(label): name for name, label in _SECTION_LABELS.items()}
