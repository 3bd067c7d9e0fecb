"""From drafts to a `BudgetTable` and a `StaffRow`: every figure under its column, with a finding for all that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from attrs import define, evolve, field

from gentbudget.findings import Finding, Severity
from gentbudget.model import BudgetRow, BudgetTable, Cell, Column, PrintedFigures, StaffRow
from gentbudget.parser.lines.pages import Pages
from gentbudget.parser.lines.stubs import FLOW_LABELS, SECTION_LABELS
from gentbudget.parser.tables.columns import Usual
from gentbudget.parser.tables.drafts import RowDraft, TableDraft, bordered_figures
from gentbudget.parser.tables.figures import Figure, Form
from gentbudget.parser.tables.placing import Placed, fits, place, place_short
from gentbudget.parser.tables.sections import ALL_ROWS, WELL_LABELLED, tell_sections
from gentbudget.vocabulary import STAFF_ROW, TABLES

AnyRow = TypeVar("AnyRow", BudgetRow, StaffRow)
Figures = Sequence[Cell]
Values = tuple[Decimal | None, ...]
Places = tuple[int, ...]
Span = tuple[int, int] | tuple[None, None]

_SECOND_FLOW = FLOW_LABELS[1]


@define
class TableBuilder:
    """Builds the tables of the ``entry`` with this code; ``findings`` says what was tolerated on the way.

    ``usual`` is what the tables of the report have in common: a head with fewer columns may have lost a label, and a
    figure with other decimals is misread. ``other`` is the line of a table that is another entry's, whose header is lost.
    """

    text: str
    pages: Pages
    usual: Usual
    entry: str | None
    findings: list[Finding] = field(factory=list)
    other: int | None = None

    def build(self, drafts: Sequence[TableDraft], entry_line: int) -> tuple[BudgetTable, StaffRow]:
        """The entry's two tables. A table that goes on after a page break is one table."""
        budget = [draft for draft in drafts if draft.kind == "budget"]
        staff = [draft for draft in drafts if draft.kind == "staff"]
        return self._budget(budget, entry_line), self._staff(staff, entry_line)

    def _budget(self, drafts: Sequence[TableDraft], entry_line: int) -> BudgetTable:
        if not drafts:
            self._find("missing-table", "error", f"no table {TABLES['budget']}", entry_line)
            return BudgetTable()
        if len(drafts) == 1 and (well_printed := self._well_printed(drafts[0])):
            return well_printed
        tell_sections(drafts)
        rows = self._own(self._once(self._budget_rows(drafts), [draft.line for draft in drafts]))
        printed = {(row.section, row.flow) for row in rows}
        for wanted in self.usual.rows:
            if wanted not in printed:
                self._find("missing-row", "error", f"no row {' '.join(wanted)}", drafts[0].line)
        columns = next((draft.columns for draft in drafts if draft.columns), ())
        return BudgetTable(columns=columns, rows=tuple(rows))

    def _well_printed(self, draft: TableDraft) -> BudgetTable | None:
        """The table if it is as it should be, as nearly all are: all rows in their order, each with all its figures."""
        rows, columns = draft.rows, draft.columns
        if (
            tuple([row.labels for row in rows]) not in WELL_LABELLED
            or not columns
            or columns != self.usual.columns.get("budget")
            or len(columns) < self.usual.widths["budget"]
            or any(row.printed_labels is not row.labels or row.behind_unknown or row.printed.stub for row in rows)
        ):
            return None
        whole = self._whole_rows(rows, self.usual.forms[columns])
        if whole is None:
            return None
        told = zip(whole, ALL_ROWS, strict=True)
        printed = [
            BudgetRow(_row_label(section, flow), columns, figures, row.number, section, flow)
            for (row, figures), (section, flow) in told
        ]
        return BudgetTable(columns, tuple(printed))

    def _budget_rows(self, drafts: Sequence[TableDraft]) -> Iterator[BudgetRow]:
        section: str | None = None  # the one whose first row stands directly above
        below: str | None = None  # the one that the rows above belong to
        others: Counter[tuple[str, ...]] = Counter()
        for draft in drafts:
            for row, figures in self._placed(draft):
                labels = self._spelt(row)
                last = labels[-1]
                if row.behind_unknown or row.printed.stub or row.unread:
                    section = None
                if row.unread:
                    self._find("unlabelled-row", "error", f"a row without labels: {row.text}", row.number)
                    continue
                if row.by_place:
                    message = f"a row without its labels is {' '.join(labels)}: no other place is left for it"
                    self._find("unlabelled-row", "warning", message, row.number)
                if last not in SECTION_LABELS and last not in FLOW_LABELS:  # such as Saldo, a section's or the table's
                    others = others or Counter(other.labels for one in drafts for other in one.rows)
                    own = below if others[labels] > 1 else None
                    yield _budget_row(draft, figures, row, own or " ".join(labels), " ".join(labels) if own else "")
                    section = None
                    continue
                section = labels[0] if labels[0] in SECTION_LABELS else section if labels[0] == _SECOND_FLOW else None
                below = section or below
                if last in SECTION_LABELS:
                    message = f"row {labels[0]} without {' or '.join(FLOW_LABELS)}"
                    self._find("unlabelled-row", "error", message, row.number)
                    section = section if len(row) else None  # a label alone may be of the row above it or below
                elif section is None:
                    self._find("unlabelled-row", "error", f"row {' '.join(labels)} without its section", row.number)
                else:
                    yield _budget_row(draft, figures, row, section, last)
                if last == _SECOND_FLOW:
                    section = None

    def _staff(self, drafts: Sequence[TableDraft], entry_line: int) -> StaffRow:
        rows = [
            StaffRow(self._spelt(row)[0], draft.columns or (), figures, row.number)
            for draft in drafts
            for row, figures in self._placed(draft)
        ]
        if not rows:
            self._find("missing-table", "error", f"no table {TABLES['staff']}", entry_line)
            return StaffRow(STAFF_ROW)
        return self._own(self._once(rows))[0]

    # --- Figures under columns ----------------------------------------------------------------------------------------

    def _placed(self, draft: TableDraft) -> list[tuple[RowDraft, Figures]]:
        """Each row with its figures; a row whose figures cannot be placed has only empty cells."""
        columns = draft.columns
        if not columns:
            if draft.head:
                self._find("unreadable-head", "error", "the columns of this table cannot be told from its head", draft.line)
            else:
                self._find("missing-head", "error", "a table without its head", draft.line)
            self._report_gaps(draft, [None] * len(draft.rows))
            return [(row, ()) for row in draft.rows]
        self._report_columns(draft, columns)
        width = len(columns)
        doubted = width < self.usual.widths.get(draft.kind, 0)
        if not doubted and (whole := self._whole_rows(draft.rows, self.usual.forms[columns])):
            return whole
        # Where most rows are short, one that is not may have a figure twice.
        doubted = doubted or 2 * sum(len(row) < width for row in draft.rows) > len(draft.rows)
        together = place_short([row.figures for row in draft.rows], columns)
        placed = together or [place(row.figures, columns, doubted=doubted or row.is_doubtful) for row in draft.rows]
        placed = [self._by_borders(row, columns) or p for row, p in zip(draft.rows, placed, strict=True)]
        self._report_gaps(draft, placed)
        return [(row, self._cells(row, p, columns)) for row, p in zip(draft.rows, placed, strict=True)]

    def _report_columns(self, draft: TableDraft, columns: tuple[Column, ...]) -> None:
        """What the head does not print that most others do, and labels that it alone prints and nobody knows."""
        usual = self.usual.columns.get(draft.kind, columns)
        if columns == usual:
            return
        own, others = {column.key for column in columns}, {column.key for column in usual}
        if lost := [column.label for column in usual if column.key not in own]:
            self._find("missing-column", "error", f"no column {', '.join(lost)}, which the other tables have", draft.line)
        if unknown := [column.label for column in columns if column.name is None and column.key not in others]:
            self._find("unknown-column", "warning", f"nothing is known of the column {', '.join(unknown)}", draft.line)

    def _whole_rows(self, rows: Sequence[RowDraft], forms: tuple[Form, ...]) -> list[tuple[RowDraft, Figures]] | None:
        """The rows if each has a figure for every column, all of the columns' forms; None otherwise."""
        unsure = (False, None) in forms or (True, None) in forms  # the form of what is no number, too
        for row in rows:
            if row.printed.forms != forms or row.is_doubtful or (unsure and None in row.printed.values):
                return None
        return [(row, self._printed(row, (of := row.printed).values, of.offsets, of.lengths)) for row in rows]

    def _printed(self, row: RowDraft, values: Values, places: Places, lengths: Places) -> Figures:
        """The figures of a row, given by column: in one object, unless a page ends between them."""
        if not self.pages.ends:
            return PrintedFigures(values, self.text, row.start, places, lengths, row.number)
        page = self.pages.page(row.start)
        figures = PrintedFigures(values, self.text, row.start, places, lengths, row.number, page)
        if self.pages.page(row.start + max(places)) == page:
            return figures
        return tuple([evolve(cell, page=self.pages.page(cell.start)) for cell in figures])

    @staticmethod
    def _by_borders(row: RowDraft, columns: Sequence[Column]) -> Placed | None:
        """The figures by the borders of their cells, where the line has a cell for every column and one is empty."""
        if len(row) >= len(columns):
            return None
        figures = bordered_figures(row)
        cells = figures[: len(columns)]
        if len(cells) < len(columns) or any(figures[len(columns) :]):
            return None
        return cells if any(cells) and fits(cells, columns) else None

    def _report_gaps(self, draft: TableDraft, placed: Sequence[Placed | None]) -> None:
        columns = draft.columns or ()
        lost = [i for i in range(len(columns)) if len(placed) > 1 and all(row is not None and row[i] is None for row in placed)]
        for i in lost:
            self._find("missing-column", "error", f"no figures for {columns[i].label}", draft.line)
        for row, figures in zip(draft.rows, placed, strict=True):
            number = row.number
            if figures is None:
                if columns and len(row):
                    self._find("undecidable-row", "error", f"the figures {row.text!r} fit the columns in no one way", number)
                elif columns and row.labels[-1] not in SECTION_LABELS:  # such a label alone is a finding of its own
                    self._find("undecidable-row", "error", f"no figures behind {' '.join(row.labels)}", number)
                continue
            taken = {f.start for f in figures if f is not None}
            unplaced = [f.text for f in row.figures if f.start not in taken]
            if unplaced and len(row) < len(columns):
                message = f"{', '.join(unplaced)} may belong to more than one column; the row prints {row.text!r}"
                self._find("unplaced-figure", "error", message, number)
            missing = [c.label for i, c in enumerate(columns) if figures[i] is None and i not in lost]
            if missing:
                message = f"no figure for {', '.join(missing)}; the row prints {row.text!r}"
                self._find("missing-figure", "error", message, number)
            elif row.figures[0].start not in taken:
                first = row.figures[0]
                message = f"{first.text!r} before the figures of {row.text!r} is read as a letter of the label"
                self._find("misspelt-label", "info", message, number, (first.start, first.end))
            elif len(row) > len(columns):
                self._find("doubled-figure", "warning", f"a figure stands twice in {row.text!r}", number)
            self._report_unreadable(row, figures, columns)

    def _report_unreadable(self, row: RowDraft, figures: Placed, columns: tuple[Column, ...]) -> None:
        for index, (column, figure) in enumerate(zip(columns, figures, strict=True)):
            if figure is None or (figure.value is not None and not self._has_other_decimals(figure, index, columns)):
                continue
            printed, span = f"{figure.text!r} under {column.label}", (figure.start, figure.end)
            line = row.number + self.text.count("\n", row.start, figure.start)
            if figure.value is None:
                self._find("unreadable-figure", "error", f"{printed} is no number", line, span)
            else:
                message = f"{printed} has other decimals than the other figures of the column"
                self._find("misread-figure", "error", message, line, span)

    def _has_other_decimals(self, figure: Figure, index: int, columns: tuple[Column, ...]) -> bool:
        expected = self.usual.forms.get(columns)
        return expected is not None and expected[index][1] is not None and figure.form != expected[index]

    def _cells(self, row: RowDraft, placed: Placed | None, columns: tuple[Column, ...]) -> Figures:
        values: list[Decimal | None] = []
        places, lengths = [], []
        for index, figure in enumerate(placed or (None,) * len(columns)):
            is_sure = figure is not None and not self._has_other_decimals(figure, index, columns)
            values.append(figure.value if figure is not None and is_sure else None)
            places.append(0 if figure is None else figure.start - row.start)
            lengths.append(0 if figure is None else len(figure.text))
        return self._printed(row, tuple(values), tuple(places), tuple(lengths))

    # --- Labels -------------------------------------------------------------------------------------------------------

    def _spelt(self, row: RowDraft) -> tuple[str, ...]:
        if row.printed_labels != row.labels:
            for printed, spelt in zip(row.printed_labels, row.labels, strict=True):
                if printed != spelt:
                    message, at = f"{printed!r} read as {spelt!r}", row.raw.find(printed)
                    span = (row.start + at, row.start + at + len(printed)) if at >= 0 else (None, None)
                    self._find("misspelt-label", "info", message, row.number, span)
        return row.labels

    def _once(self, rows: Iterable[AnyRow], tables: Sequence[int] = ()) -> list[AnyRow]:
        """The rows, those that are printed twice once: where the two differ, the figure is in doubt and has no value.

        If they stand in two of the ``tables``, which begin on these lines, the second one is another entry's.
        """
        kept: dict[str, AnyRow] = {}
        for row in rows:
            first = kept.setdefault(row.label, row)
            if first is row:
                continue
            if first.columns == row.columns and [c.text for c in first.figures] == [c.text for c in row.figures]:
                self._find("doubled-row", "warning", f"row {row.label} stands here again", row.line or 0)
                continue
            self._find("contradicting-rows", "error", f"row {row.label} stands here again with other figures", row.line or 0)
            kept[row.label] = evolve(first, figures=_emptied(first.figures))
            begun: list[int] = [line for line in tables if (first.line or 0) < line <= (row.line or 0)]
            self.other = min(begun, default=None) if self.other is None else self.other
        return list(kept.values())

    def _own(self, rows: list[AnyRow]) -> list[AnyRow]:
        """The rows, without the figures of those that stand in another entry's tables."""
        for i, row in enumerate(rows):
            if self.other is not None and (row.line or 0) >= self.other:
                message = f"row {row.label} stands in or below a table that contradicts the one above it"
                self._find("contradicting-rows", "error", message, row.line or 0)
                rows[i] = evolve(row, figures=_emptied(row.figures))
        return rows

    def _find(self, code: str, severity: Severity, message: str, line: int, span: Span = (None, None)) -> None:
        start, end = span
        self.findings.append(Finding(code, severity, message, line, self.entry, start=start, end=end))


def _budget_row(draft: TableDraft, figures: Figures, row: RowDraft, section: str, flow: str) -> BudgetRow:
    return BudgetRow(_row_label(section, flow), draft.columns or (), figures, row.number, section, flow)


@lru_cache(maxsize=128)
def _row_label(section: str, flow: str) -> str:
    return f"{section} {flow}".strip()


def _emptied(figures: Figures) -> tuple[Cell, ...]:
    return tuple(Cell(None, "", c.line, c.column, c.start, c.start, c.page) for c in figures)
