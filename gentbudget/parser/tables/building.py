"""From drafts to a `BudgetTable` and a `StaffRow`: every figure under its column, with a finding for all that is not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import define, evolve, field

from gentbudget.findings import Finding, Severity
from gentbudget.model import FLOWS, SECTIONS, BudgetRow, BudgetTable, Cell, Column, StaffRow
from gentbudget.parser.lines.pages import Pages
from gentbudget.parser.tables.heads import read_columns
from gentbudget.parser.tables.placing import Figure, Placed, confirmed, fits, place
from gentbudget.parser.tables.rows import RowDraft, TableDraft, bordered_figures
from gentbudget.vocabulary import MEASURES, STAFF_ROW

AnyRow = TypeVar("AnyRow", BudgetRow, StaffRow)


@define
class TableBuilder:
    """Builds the tables of one entry; ``findings`` says what was tolerated on the way.

    ``usual`` is how many columns the report's tables have, by kind: a head with fewer may have lost a label.
    """

    pages: Pages
    usual: Mapping[str, int] = field(factory=dict)
    findings: list[Finding] = field(factory=list)

    def build(self, drafts: Sequence[TableDraft], entry_line: int) -> tuple[BudgetTable, StaffRow]:
        """The entry's two tables. A table that goes on after a page break is one table."""
        budget = [draft for draft in drafts if draft.kind == "budget"]
        staff = [draft for draft in drafts if draft.kind == "staff"]
        return self._budget(budget, entry_line), self._staff(staff, entry_line)

    def _budget(self, drafts: Sequence[TableDraft], entry_line: int) -> BudgetTable:
        if not drafts:
            self._find("missing-table", "error", "no table Budgettaire onderbouwing", entry_line)
            return BudgetTable()
        rows: list[BudgetRow] = []
        section: str | None = None  # the one whose Uitgaven row, or else label, stands directly above
        below: str | None = None  # the one that the rows above belong to
        others = Counter(row.labels for draft in drafts for row in draft.rows)
        for draft in drafts:
            for row, cells in self._placed(draft):
                labels = self._spelt(row)
                if row.behind_unknown:
                    section = None
                if labels[-1] not in (*SECTIONS, *FLOWS):  # such as Saldo, of each section or of the whole table
                    own = below if others[labels] > 1 else None
                    rows.append(_budget_row(draft, cells, row, own or " ".join(labels), " ".join(labels) if own else ""))
                    section = None
                    continue
                section = labels[0] if labels[0] in SECTIONS else section if labels[0] == FLOWS[1] else None
                below = section or below
                if labels[-1] in SECTIONS:
                    self._find("unlabelled-row", "error", f"row {labels[0]} without Uitgaven or Ontvangsten", _line(row))
                elif section is None:
                    self._find("unlabelled-row", "error", f"row {' '.join(labels)} without its section", _line(row))
                else:
                    rows.append(_budget_row(draft, cells, row, section, labels[-1]))
                if labels[-1] == FLOWS[1]:
                    section = None
        rows = self._once(rows)
        printed = {(row.section, row.flow) for row in rows}
        for wanted in ((s, f) for s in SECTIONS for f in FLOWS):
            if wanted not in printed:
                self._find("missing-row", "error", f"no row {' '.join(wanted)}", drafts[0].line)
        columns = next((draft.columns for draft in drafts if draft.columns), ())
        return BudgetTable(columns=columns, rows=tuple(rows))

    def _staff(self, drafts: Sequence[TableDraft], entry_line: int) -> StaffRow:
        rows = [
            StaffRow(self._spelt(row)[0], draft.columns or (), cells, _line(row))
            for draft in drafts
            for row, cells in self._placed(draft)
        ]
        if not rows:
            self._find("missing-table", "error", "no table Onderbouwing personeel", entry_line)
            return StaffRow(STAFF_ROW)
        return self._once(rows)[0]

    def _placed(self, draft: TableDraft) -> list[tuple[RowDraft, tuple[Cell, ...]]]:
        """Each row with its cells; a row whose figures cannot be placed has only empty cells."""
        columns = draft.columns or ()
        if not columns:
            message = "the columns of this table cannot be told from its head" if draft.head else "a table without its head"
            self._find("unreadable-head" if draft.head else "missing-head", "error", message, draft.line)
        doubted = len(columns) < self.usual.get(draft.kind, 0)
        placed = place([row.figures for row in draft.rows], columns, doubted=doubted) if columns else [None] * len(draft.rows)
        placed = [self._by_borders(row, columns) or p for row, p in zip(draft.rows, placed, strict=True)]
        self._report_gaps(draft, placed)
        return [(row, self._cells(row, p, columns)) for row, p in zip(draft.rows, placed, strict=True)]

    @staticmethod
    def _by_borders(row: RowDraft, columns: Sequence[Column]) -> Placed | None:
        """The figures by the borders of their cells, where the line has a cell for every column and one is empty."""
        if len(row.figures) >= len(columns):
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
            printed = " ".join(f.text for f in row.figures)
            if figures is None:
                if columns:
                    self._find("undecidable-row", "error", f"the figures {printed!r} fit the columns in no one way", _line(row))
                continue
            unplaced = [f.text for f in row.figures if f not in figures]
            if unplaced and len(row.figures) < len(columns):
                message = f"{', '.join(unplaced)} may belong to more than one column; the row prints {printed!r}"
                self._find("unplaced-figure", "error", message, _line(row))
            missing = [c.label for i, c in enumerate(columns) if figures[i] is None and i not in lost]
            if missing:
                message = f"no figure for {', '.join(missing)}; the row prints {printed!r}"
                self._find("missing-figure", "error", message, _line(row))
            elif len(row.figures) > len(columns):
                self._find("doubled-figure", "warning", f"a figure stands twice in {printed!r}", _line(row))
            for column, figure in zip(columns, figures, strict=True):
                if figure is not None and figure.value is None:
                    self._find("unreadable-figure", "error", f"{figure.text!r} under {column.label} is no number", figure.line)

    def _cells(self, row: RowDraft, placed: Placed | None, columns: Sequence[Column]) -> tuple[Cell, ...]:
        nothing = Figure("", row.line.start, _line(row), row.line.column, None, is_share=False)
        return tuple(
            Cell(f.value, f.text, f.line, f.column, f.start, f.start + len(f.text), self.pages.page(f.start))
            for f in (figure or nothing for figure in placed or (None,) * len(columns))
        )

    def _spelt(self, row: RowDraft) -> tuple[str, ...]:
        for printed, spelt in zip(row.printed_labels, row.labels, strict=False):
            if printed != spelt:
                self._find("misspelt-label", "info", f"{printed!r} read as {spelt!r}", _line(row))
        return row.labels

    def _once(self, rows: Iterable[AnyRow]) -> list[AnyRow]:
        """The rows, those that are printed twice once: where the two differ, the figure is in doubt and has no value."""
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
        return list(kept.values())

    def _find(self, code: str, severity: Severity, message: str, line: int) -> None:
        self.findings.append(Finding(code, severity, message, line))


def usual_widths(drafts: Iterable[TableDraft]) -> dict[str, int]:
    """How many columns most tables of each kind have."""
    widths: dict[str, Counter[int]] = defaultdict(Counter)
    for draft in drafts:
        if draft.columns:
            widths[draft.kind][len(draft.columns)] += 1
    return {kind: counted.most_common(1)[0][0] for kind, counted in widths.items()}


def settle_columns(drafts: Iterable[TableDraft], years: tuple[int | None, int | None]) -> list[TableDraft]:
    """Give columns to the tables whose head does not tell them, if the arithmetic does; returns these tables.

    A head that cannot be read, or none, gets the columns that the report's other tables of its kind have, or else those
    that the accounts always had, where the percentages of its rows bear this out. Tables with the same head decide together.
    """
    drafts = list(drafts)
    known: dict[str, Counter[tuple[Column, ...]]] = defaultdict(Counter)
    unknown: dict[tuple[str, str], list[TableDraft]] = defaultdict(list)
    for draft in drafts:
        if draft.columns:
            known[draft.kind][draft.columns] += 1
        else:
            unknown[draft.kind, draft.head_text].append(draft)
    settled: list[TableDraft] = []
    for (kind, _), group in unknown.items():
        for columns in (*(c for c, _ in known[kind].most_common(2)), *_standard_columns(kind, years)):
            rows = [row for draft in group for row in draft.rows if len(row.figures) == len(columns)]
            placed = [p for p in place([row.figures for row in rows], columns) if p is not None]
            if placed and len(placed) == len(rows) and confirmed(placed, columns):
                for draft in group:
                    draft.columns = columns
                settled += group
                break
    return settled


def _standard_columns(kind: str, years: tuple[int | None, int | None]) -> list[tuple[Column, ...]]:
    year, previous = years
    if year is None or previous is None:
        return []
    columns = read_columns([" ".join(m.printed(year, previous) for m in MEASURES if m.table == kind)])
    return [columns] if columns else []


def _budget_row(draft: TableDraft, cells: tuple[Cell, ...], row: RowDraft, section: str, flow: str) -> BudgetRow:
    return BudgetRow(f"{section} {flow}".strip(), draft.columns or (), cells, _line(row), section, flow)


def _emptied(figures: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(Cell(None, "", c.line, c.column, c.start, c.start, c.page) for c in figures)


def _line(row: RowDraft) -> int:
    return row.line.number
