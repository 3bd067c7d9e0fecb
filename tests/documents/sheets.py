"""An account as a spreadsheet that holds the whole document, saved as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from attrs import frozen

from .accounts import BUDGET_HEAD, BUDGET_ROWS, STAFF_HEAD, STAFF_ROW, PrintedReport, value_of

WIDTH = 7
"""How many columns the sheet has: two of labels, and five of figures."""


@frozen
class Sheet:
    """How a spreadsheet is saved: what parts its cells, whether all are quoted, and whether numbers are shown as printed.

    Numbers that are not shown as printed have no marks between thousands, no zeros at the end, and percentages always
    have two decimals. ``joined`` puts a description into one cell, with line ends in it.
    """

    separator: str
    quoted: bool = False
    plain: bool = False
    joined: bool = False

    def save(self, report: PrintedReport) -> str:
        """Save the account as text; lines end as in every CSV file, with CR and LF."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=self.separator, quoting=csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL)
        for row in self._rows(report):
            writer.writerow([*row, *[""] * (WIDTH - len(row))])
        return text.getvalue()

    def _rows(self, report: PrintedReport) -> Iterator[list[str]]:
        yield [f"Jaarrekening {report.year}"]
        yield [report.title]
        yield []
        yield ["Inhoudstafel", "Pagina"]
        yield from ([f"{code} - {title}", str(page)] for code, title, page in report.contents)
        for entry in report.entries:
            yield []
            yield [entry.heading]
            yield list(entry.header)
            paragraphs = ("\n".join(entry.description),) if self.joined else entry.description
            yield from ([paragraph] for paragraph in paragraphs)
            yield [BUDGET_HEAD, "", *report.budget_columns]
            yield from ([*labels, *map(self._shown, row)] for labels, row in zip(BUDGET_ROWS, entry.budget, strict=True))
            yield [STAFF_HEAD, "", *report.staff_columns]
            yield [STAFF_ROW, "", *map(self._shown, entry.staff)]

    def _shown(self, figure: str) -> str:
        if not self.plain:
            return figure
        value = value_of(figure)
        if figure.endswith("%"):
            return f"{value:.2f}%".replace(".", ",")
        plain = f"{value:f}"
        return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


SHEETS: dict[str, Sheet] = {
    "csv-semicolon": Sheet(";"),
    "csv-semicolon-plain": Sheet(";", plain=True),
    "csv-semicolon-quoted": Sheet(";", quoted=True, joined=True),
    "csv-comma": Sheet(","),
    "csv-comma-quoted-plain": Sheet(",", quoted=True, plain=True),
    "csv-tab-plain": Sheet("\t", plain=True, joined=True),
    "csv-tab-quoted": Sheet("\t", quoted=True),
}
