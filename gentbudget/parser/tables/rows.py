"""From the lines of an entry's tables to drafts: which table, which row, which figures in which order."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from gentbudget.model import Column
from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.misreading import left_of
from gentbudget.parser.lines.naming import are_scraps, labels_of, row_labels
from gentbudget.parser.lines.pages import is_page_number
from gentbudget.parser.lines.parts import TablePart
from gentbudget.parser.lines.stubs import FLOW_LABELS, SECTION_LABELS
from gentbudget.parser.tables.drafts import Drafts, RowDraft, TableDraft
from gentbudget.parser.tables.figures import begins_amount, read_figure
from gentbudget.parser.tables.heads import Head, read_columns, table_kind
from gentbudget.parser.tables.printed import (
    PrintedRow,
    Run,
    figures_behind,
    kind_of_row,
    printed_words,
    read_rows,
    words_before_figures,
)
from gentbudget.parser.tables.whole import (
    ROWS,
    is_as_wide,
    numbers_in,
    printed_lines,
    shared_lines,
    whole_head,
    with_beginnings,
)
from gentbudget.vocabulary import STAFF_ROW, TableKind


def draft_tables(parts: Sequence[TablePart], text: str) -> Drafts:
    """The drafts of an entry's tables, which are parts of this text.

    A head without rows is the beginning of the next head, or the same head before a page break, or, if no table
    follows that it could belong to, words of the description that look like a head.
    """
    drafts = Drafts()
    pending: list[Line] = []
    pending_kind: TableKind | None = None
    for part in with_beginnings(parts):
        head, lines, stray = whole_head(part)
        drafts.stray += stray
        kind = table_kind(printed_lines(head))
        if kind is None and not pending and drafts.tables and not is_as_wide(head, drafts.tables[-1].columns):
            drafts.stray += head  # words of a head between two rows: a running title, such as `Jaarrekening 2024`
            above = drafts.tables[-1]
            _TableReader(text, drafts, above.head, above.line, above.kind).read(lines)
            continue
        if not any(line.type in ROWS or _is_staff_row(line, kind) for line in lines):
            if kind is not None and pending_kind is not None:
                drafts.set_aside_between(pending, part)
                pending = []
            pending += [line for line in part.all_lines if line.type != "RULE_LINE"]
            pending_kind = kind or pending_kind
            continue
        if pending and kind is None:
            head, kind = (*pending, *head), pending_kind
        elif pending and pending_kind is None:
            drafts.set_aside(pending, described=not drafts.tables)
        elif pending:
            drafts.set_aside_between(pending, part)
        pending, pending_kind = [], None
        _TableReader(text, drafts, shared_lines(head), head[0].number if head else 0, kind).read(lines)
    drafts.set_aside(pending, described=not (drafts.tables or pending_kind))
    return drafts


def _may_be_row(line: Line) -> bool:
    """Whether a line that is no row may be what is left of one: its figures are more than a page and how many there are."""
    figures = numbers_in(line)
    return not all(map(is_page_number, figures)) or len(figures) > len(("page", "pages"))


def stands_below_figures(line: Line, text: str) -> bool:
    """Whether the line above the first row of a table without a head has figures alone, for which cells had no room."""
    above = text[: line.start].rstrip().rpartition("\n")[2]
    is_dated = all(pattern("YEAR").fullmatch(figure) for figure, _ in figures_behind(above))
    return pattern("FIGURES").fullmatch(f"{above}\n") is not None and not is_dated


def _is_staff_row(line: Line, kind: str | None) -> bool:
    """Whether this is the row of a staff table though its label, too short to be known where it is misread, is another."""
    return (
        kind == "staff"
        and line.type in ("LOOSE_ROW", "FIGURES")
        and len(pattern("FIGURE").findall(line.raw)) >= tolerances.FEWEST_STAFF_FIGURES
    )


@define(weakref_slot=False)
class _TableReader:
    """Reads the rows of a table. ``below`` are the figures on lines below the row at hand, ``below_on`` says on how many.

    ``awaiting`` is this row, if nothing but labels was read of it. ``begun`` are the beginnings of figures of the next row.
    """

    text: str
    drafts: Drafts
    head: Head
    line: int
    kind: TableKind | None
    row: RowDraft | None = None
    awaiting: RowDraft | None = None
    below: list[Run] = field(factory=list)
    below_on: int = 0
    begun: list[str] = field(factory=list)
    unknown: bool = False

    @property
    def width(self) -> int:
        """How many figures were read of the row at hand."""
        return len(self.row.with_below(self.below)) if self.row is not None else len(self.below)

    def read(self, lines: Sequence[Line]) -> None:
        self.unknown = not self.head and stands_below_figures(lines[0], self.text)
        for line in lines:
            above = self.awaiting
            if above is not None and (completed := _completed_row(above, line)):
                self._replace(self._draft(line, completed))
            elif line.type in ("ROW", "UNHEADED_ROW"):
                for printed in read_rows(line.raw):
                    self._open(printed.kind, self._draft(line, printed))
            elif line.type == "ROW_LABEL":
                self._start_labels(line)
            elif line.type == "FIGURES" and not self._is_whole_row(line):
                self._go_on(line)
            elif self._is_staff_row(line):
                words = words_before_figures(line.raw)
                figures = figures_behind(line.raw, labels=len(words))
                self._open("staff", self._draft(line, PrintedRow.of((STAFF_ROW,), (" ".join(words),), figures)))
            elif line.type == "LOOSE_ROW" and self.kind == "budget" and self._is_other_row(row := self._other_row(line)):
                self._open("budget", row)
            elif self.kind != "staff" and (unread := _unread_row(line, self._columns)):
                self._open("budget", self._draft(line, unread, unread=True))
            elif line.type != "RULE_LINE":
                self._set_aside(line)
        if self.below and self.row is not None:
            self._close(self.row)

    def _draft(self, line: Line, printed: PrintedRow, *, unread: bool = False) -> RowDraft:
        """The draft of a row that stands on one line."""
        labels, as_printed = printed.labels, printed.printed_labels
        return RowDraft(self.text, line.type, line.number, line.start, len(line.raw), printed, labels, as_printed, unread)

    def _other_row(self, line: Line) -> RowDraft:
        words = words_before_figures(line.raw)
        return self._draft(line, PrintedRow.of(words, words, figures_behind(line.raw, labels=len(words))))

    def _close(self, row: RowDraft) -> None:
        """Put the figures of the lines below the row at hand behind its own."""
        figures = row.with_below(self.below)
        row.joins_figures = len(figures) < len(row) + len(self.below)
        row.printed = PrintedRow.of(row.printed.labels, row.printed.printed_labels, figures, stub=row.printed.stub)
        row.is_stacked = self.below_on > 1
        self.below, self.below_on = [], 0

    def _is_staff_row(self, line: Line) -> bool:
        """Whether this is the row of a staff table, which has one."""
        return _is_staff_row(line, self.kind) and not any(t.kind == "staff" and t.rows for t in self.drafts.tables)

    def _is_whole_row(self, line: Line) -> bool:
        """Whether bare figures are a row of which the labels were not read: the row above awaits none, and they are as many."""
        columns, row = self._columns, self.row
        if row is not None and (
            self.awaiting is not None or self.kind == "staff" or (columns is not None and self.width < len(columns))
        ):
            return False
        return _are_enough(figures_behind(line.raw), columns, self.width) and "%" in line.raw

    def _set_aside(self, line: Line) -> None:
        if not self.drafts.completes_label(line):
            self.drafts.stray.append(line)
            self.unknown = self.unknown or _may_be_row(line)

    def _replace(self, row: RowDraft) -> None:
        """Put the row in the place of the labels above it, which are its own."""
        above = self.drafts.tables[-1].rows.pop()
        self.unknown = self.unknown or above.behind_unknown
        self._open(kind_of_row(row.labels), row)

    def _start_labels(self, line: Line) -> None:
        """Labels on a line of their own: *Exploitatie* waits for *Uitgaven*; then the figures follow."""
        labels, words = row_labels(line.raw), printed_words(line.raw)
        row = self._draft(line, PrintedRow.of(labels, words if len(words) == len(labels) else labels))
        above = self.awaiting
        if above is not None and above.labels[0] in SECTION_LABELS:
            above.labels += row.labels
            above.printed_labels += row.printed_labels
        else:
            self._open(kind_of_row(row.labels), row)

    def _go_on(self, line: Line) -> None:
        """Bare figures go on with the row above, as long as it has room; behind it, they may be a page number."""
        columns, row = self._columns, self.row
        figures = figures_behind(line.raw)
        if self._begins_below(figures):
            self.begun += [text for text, _ in figures]
        elif row is not None:
            below = [*self.below, *((text, line.start - row.start + offset) for text, offset in figures)]
            if not columns or len(row.with_below(below)) <= len(columns):
                self.below = below
                self.below_on += 1
                self.awaiting = None
                return
        has_room = not columns or self.width < len(columns)
        if has_room or not pattern("PAGE_NUMBER").fullmatch(line.raw.strip()):
            self._set_aside(line)

    def _begins_below(self, figures: Sequence[Run]) -> bool:
        """Whether these are beginnings of figures for which the cells of the next row have no room: the row above is whole."""
        ends = self.row is not None and any(is_share for is_share, _ in self.row.printed.forms[-1:])
        return ends and all(begins_amount(text) and read_figure(text)[0] is None for text, _ in figures)

    @property
    def _columns(self) -> tuple[Column, ...] | None:
        """The columns of the table at hand, where they are known."""
        return self.drafts.tables[-1].columns if self.drafts.tables else None

    def _is_other_row(self, row: RowDraft) -> bool:
        """Whether a row with labels of its own, such as *Saldo*, fits the columns."""
        columns = self._columns
        return (
            columns is not None
            and len(row) == len(columns)
            and all(f.value is not None and f.is_share == c.is_share for f, c in zip(row.figures, columns, strict=True))
        )

    def _open(self, kind: TableKind, row: RowDraft) -> None:
        """Put the row into the table at hand, or into a table of its own kind that lost its head."""
        if self.below and self.row is not None:
            self._close(self.row)
        tables = self.drafts.tables
        if not tables or tables[-1].kind != kind or tables[-1].head is not self.head:
            head = self.head if self.kind in (kind, None) else ()
            tables.append(TableDraft(kind, head, self.line if head else row.number, read_columns(head) if head else None))
        row.behind_unknown, self.unknown = self.unknown, False
        if self.begun:
            row.drop_rests(self.begun)
            self.begun = []
        tables[-1].rows.append(row)
        self.row = row
        self.awaiting = None if row.printed.offsets else row


def _are_enough(figures: Sequence[Run], columns: Sequence[Column] | None, least: int = 0) -> bool:
    """Whether these figures are all of a row's: one for each column or, where columns are not known, at least so many."""
    is_whole = len(figures) == len(columns) if columns else len(figures) >= least
    return is_whole and len(figures) >= tolerances.FEWEST_STAFF_FIGURES


def _completed_row(above: RowDraft, line: Line) -> PrintedRow | None:
    """The row of which a label begins on the line above, and ends on this one, before its figures."""
    *others, rest = map(left_of, above.printed_labels, above.labels)
    before = words_before_figures(line.raw)
    if not rest or rest not in before:
        return None
    words = [word for word in before if word not in (*others, rest)]
    beside = labels_of(" ".join(words))
    labels = tuple(sorted((*above.labels, *beside), key=FLOW_LABELS.__contains__))
    if len(beside) < len(words) or any(sum(label in kind for label in labels) > 1 for kind in (SECTION_LABELS, FLOW_LABELS)):
        return None
    return PrintedRow.of(labels, labels, figures_behind(line.raw, labels=len(before)))


def _unread_row(line: Line, columns: Sequence[Column] | None) -> PrintedRow | None:
    """The row of a budget of which a scan left the figures, and of its labels scraps; None where this is none."""
    runs = pattern("RUN").finditer(line.raw)
    words = [(run[0], run.end()) for run in runs if any(map(str.isalpha, run[0])) and not any(map(str.isdecimal, run[0]))]
    printed, end = tuple(word for word, _ in words), words[-1][1] if words else 0
    figures = figures_behind(line.raw, start=end)
    if not _are_enough(figures, columns) or "%" not in line.raw or not are_scraps(printed):
        return None
    return PrintedRow.of(printed or ("",), printed or ("",), figures)
