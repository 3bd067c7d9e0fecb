"""What a tolerance is needed for: something that is read, and what must be read there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from attrs import field, frozen

import gentbudget
from gentbudget import Report
from tests.parser.small import SMALL


@frozen
class Case:
    """What is looked at, and what must be seen there with the tolerance as it is."""

    read: Callable[[], object] = field(repr=False)
    right: object

    def holds(self) -> bool:
        """Whether it is read right; a text that is refused is not."""
        try:
            return self.read() == self.right
        except gentbudget.NotAReportError:
            return False


def reading(text: str, look: Callable[[Report], object], right: object) -> Case:
    """A text, what is looked at in its report, and what must be seen. Names known from elsewhere play no part."""
    return Case(lambda: look(gentbudget.parse(text, known=None)), right)


def figures(text: str, code: str, row: str, printed: str) -> Case:
    """A text of which this row must be read with these figures."""
    return reading(text, lambda report: row_values(report, code, row), values(printed))


def row_values(report: Report, code: str, label: str) -> list[Decimal | None]:
    """The figures of a row, in the order of its columns; `VTE` is the staff's."""
    entry = report[code]
    rows = [entry.staff] if label == "VTE" else [row for row in entry.budget.rows if row.label == label]
    return [cell.value for row in rows for cell in row.figures]


def values(printed: str) -> list[Decimal]:
    """Figures as the accounts print them, with blanks between."""
    return [Decimal(figure.rstrip("%").replace(".", "").replace(",", ".")) for figure in printed.split()]


def header(text: str, code: str, title: str | None, owner: str | None) -> Case:
    """A text of which this action must be read with this title and owner."""

    def look(report: Report) -> object:
        entry = report.get(code)
        return getattr(entry, "title", None), getattr(entry, "owner", None)

    return reading(text, look, (title, owner))


def told(report: Report) -> list[str]:
    """The codes of the findings."""
    return sorted({finding.code for finding in report.findings})


def alone() -> str:
    """The last action of the small report as the whole of one, so that no other table helps."""
    return f"JAARREKENING 2024\n\n{SMALL[SMALL.rindex('Acties') :]}"


TABLES = SMALL[SMALL.rindex("Budgettaire") :]
"""The tables of that action."""


def actions(headers: Sequence[str], tables: Sequence[str] = (TABLES,), body: str = "De aannemer begint in het najaar.") -> str:
    """A report of actions with these headers; the tables go round."""
    parts = [f"Acties\n\n{top}\n\n{body}\n\n{tables[i % len(tables)]}" for i, top in enumerate(headers)]
    return "\n\n".join(["JAARREKENING 2024", *parts])
