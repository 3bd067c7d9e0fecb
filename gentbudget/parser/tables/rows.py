"""From the lines of an entry's tables to drafts: which table, which row, which figures in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import define, field

from gentbudget.model import Column
from gentbudget.numbers import NumberFormatError, parse_number, parse_percent
from gentbudget.parser.lines.grammar import pattern, unwrapped
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.naming import SECTION_LABELS, row_labels
from gentbudget.parser.lines.pages import is_page_number
from gentbudget.parser.lines.parts import TablePart
from gentbudget.parser.tables.heads import read_columns, table_kind
from gentbudget.parser.tables.placing import Figure
from gentbudget.vocabulary import STAFF_ROW

_ROWS = ("ROW", "ROW_LABEL", "UNHEADED_ROW")
_MOST_HEAD_LINES = 12
_WIDEST = 99
"""So many figures may a row have whose columns are not known."""

_FEWEST_FIGURES = 3
"""A line below the head of a staff table is its row, whatever its label, if it has so many figures."""

_PAGE_AND_PAGES = 2
_LONG_WORD = 3
"""Between label and figures, a run of so many letters is a word; a shorter one may be a misread figure."""


@define
class RowDraft:
    """A row as far as its lines tell: its labels, spelt as they should be and as printed, and its figures in order.

    ``behind_unknown`` says that a line with figures stands above it that is no row: another row's, perhaps.
    """

    line: Line
    labels: tuple[str, ...]
    printed_labels: tuple[str, ...]
    figures: list[Figure] = field(factory=list)
    behind_unknown: bool = False


@define
class TableDraft:
    """A table before its figures are placed. ``columns`` is None where the head does not tell them."""

    kind: str
    head: tuple[Line, ...]
    columns: tuple[Column, ...] | None = None
    rows: list[RowDraft] = field(factory=list)

    @property
    def head_text(self) -> str:
        """The head's text, by which tables that have the same head are known."""
        return " ".join(line.text for line in self.head)

    @property
    def line(self) -> int:
        """The line of the head or, where it is lost, of the first row."""
        return (self.head[0] if self.head else self.rows[0].line).number


@define
class Drafts:
    """The tables of one entry, and the lines among them that belong to no table."""

    tables: list[TableDraft] = field(factory=list)
    description: list[Line] = field(factory=list)
    stray: list[Line] = field(factory=list)

    @property
    def rows(self) -> list[RowDraft]:
        """The rows of all tables."""
        return [row for table in self.tables for row in table.rows]


def draft_tables(parts: Sequence[TablePart]) -> Drafts:
    """The drafts of an entry's tables.

    A head without rows is the beginning of the next head, or the same head before a page break, or, if no table
    follows that it could belong to, words of the description that look like a head.
    """
    drafts = Drafts()
    pending: list[Line] = []
    pending_kind: str | None = None
    for part in parts:
        head, lines = _whole_head(part, drafts)
        kind = table_kind(_raw(head))
        if kind is None and not pending and drafts.tables and not _is_as_wide(head, drafts.tables[-1]):
            drafts.stray += head  # words of a head between two rows: a running title, such as `Jaarrekening 2024`
            _TableReader(drafts, drafts.tables[-1].head, drafts.tables[-1].kind).read(lines)
            continue
        if not any(t.type in _ROWS or _is_staff_row(t, kind) for t in lines):
            if kind is None or pending_kind is None:
                pending += [t for t in part.all_lines if t.type != "RULE_LINE"]
                pending_kind = pending_kind or kind
            else:  # the same head again
                drafts.stray += [t for t in lines if t.type == "TEXT_LINE"]
            continue
        if pending and kind is None:
            head, kind = (*pending, *head), pending_kind
        elif pending and pending_kind is None:
            (drafts.stray if drafts.tables else drafts.description).extend(pending)
        pending, pending_kind = [], None
        _TableReader(drafts, head, kind).read(lines)
    (drafts.stray if drafts.tables or pending_kind else drafts.description).extend(pending)
    return drafts


def _is_as_wide(head: tuple[Line, ...], table: TableDraft) -> bool:
    """Whether a head without its table's label has as many columns as the table above it, which it then repeats."""
    columns = read_columns(_raw(head))
    return table.columns is None or (columns is not None and len(columns) == len(table.columns))


def _whole_head(part: TablePart, drafts: Drafts) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The head with what else stands before the first row: the last lines of labels that wrap.

    If the head is whole without these lines, they are no part of it.
    """
    end = 0
    for line in part.lines:
        if line.type in _ROWS or _holds_figures(line):
            break
        end += 1
    above = part.head + tuple(line for line in part.lines[:end] if line.type != "RULE_LINE")
    lines = part.lines[end:]
    width = len(_figures(lines[0], len(row_labels(lines[0])))) if lines else 0
    for count in (len(above), *range(1, min(len(above), _MOST_HEAD_LINES))):
        columns = read_columns(_raw(above[:count]))
        if columns and len(columns) == width:
            drafts.stray += above[count:]
            return above[:count], lines
    return above, lines


def _may_be_row(line: Line) -> bool:
    """Whether a line that is no row may be what is left of one: its figures are more than a page and how many there are."""
    figures = _runs_with_digits(line)
    return not all(map(is_page_number, figures)) or len(_without_years(figures)) > _PAGE_AND_PAGES


def _holds_figures(line: Line) -> bool:
    """Whether a line has figures that are no years, as no head has: a row whose labels are misread, perhaps."""
    return len(_without_years(_runs_with_digits(line))) > 1


def _is_staff_row(line: Line, kind: str | None) -> bool:
    """Whether this is the row of a staff table though its label, too short to be misread and still known, is not VTE."""
    return kind == "staff" and line.type == "LOOSE_ROW" and len(pattern("FIGURE").findall(line.raw)) >= _FEWEST_FIGURES


@define
class _TableReader:
    drafts: Drafts
    head: tuple[Line, ...]
    kind: str | None
    labels: list[Line] = field(factory=list)
    row: RowDraft | None = None
    unknown: bool = False

    def read(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if line.type in ("ROW", "UNHEADED_ROW"):
                self._start_row(line)
            elif line.type == "ROW_LABEL":
                self._start_labels(line)
            elif line.type == "FIGURES":
                self._go_on(line)
            elif _is_staff_row(line, self.kind) and not any(t.kind == "staff" and t.rows for t in self.drafts.tables):
                words = tuple(_words_before_figures(line))
                self._open("staff", RowDraft(line, (STAFF_ROW,), (" ".join(words),), _figures(line, len(words))))
            elif line.type == "LOOSE_ROW" and self._is_other_row(line):
                words = tuple(_words_before_figures(line))
                self._open("budget", RowDraft(line, words, words, _figures(line, len(words))))
            elif line.type != "RULE_LINE":
                self._set_aside(line)

    def _set_aside(self, line: Line) -> None:
        self.drafts.stray.append(line)
        self.unknown = self.unknown or _may_be_row(line)

    def _start_row(self, line: Line) -> None:
        labels = row_labels(line)
        printed = tuple(_runs_as_text(line)[: len(labels)])
        self._open(_kind(labels), RowDraft(line, labels, printed, _figures(line, len(labels))))

    def _start_labels(self, line: Line) -> None:
        """Labels on a line of their own: *Exploitatie* waits for *Uitgaven*; then the figures follow."""
        labels, printed = row_labels(line), tuple(_runs_as_text(line))
        if self.row is not None and not self.row.figures and self.row.labels[0] in SECTION_LABELS:
            self.row.labels += labels
            self.row.printed_labels += printed
        else:
            self._open(_kind(labels), RowDraft(line, labels, printed))

    def _go_on(self, line: Line) -> None:
        """Bare figures go on with the row above, as long as it has room; behind it, they may be a page number."""
        columns = self._columns
        width = len(columns) if columns else _WIDEST
        room = 0 if self.row is None else width - len(self.row.figures)
        figures = _figures(line, 0)
        if self.row is not None and len(figures) <= room:
            self.row.figures += figures
        elif room or not pattern("PAGE_NUMBER").fullmatch(line.raw.strip()):
            self._set_aside(line)

    @property
    def _columns(self) -> tuple[Column, ...] | None:
        """The columns of the table at hand, where they are known."""
        return self.drafts.tables[-1].columns if self.drafts.tables else None

    def _is_other_row(self, line: Line) -> bool:
        """Whether a row with labels of its own, such as *Saldo*, fits the columns."""
        columns = self._columns
        figures = _figures(line, len(_words_before_figures(line)))
        return (
            self.kind == "budget"
            and columns is not None
            and len(figures) == len(columns)
            and all(f.value is not None and f.is_share == c.is_share for f, c in zip(figures, columns, strict=True))
        )

    def _open(self, kind: str, row: RowDraft) -> None:
        """Put the row into the table at hand, or into a table of its own kind that lost its head."""
        if not self.drafts.tables or self.drafts.tables[-1].kind != kind or self.drafts.tables[-1].head != self.head:
            head = self.head if self.kind in (kind, None) else ()
            self.drafts.tables.append(TableDraft(kind, head, read_columns(_raw(head)) if head else None))
        row.behind_unknown, self.unknown = self.unknown, False
        self.drafts.tables[-1].rows.append(row)
        self.row = row


def _kind(labels: tuple[str, ...]) -> str:
    """Of which table the row with these labels is."""
    return "staff" if labels == (STAFF_ROW,) else "budget"


def _words_before_figures(line: Line) -> list[str]:
    words = []
    for run in _runs(line):
        if pattern("FIGURE").fullmatch(run[0]):
            break
        words.append(run[0])
    return words


def _raw(lines: Sequence[Line]) -> list[str]:
    return [line.raw for line in lines]


def _runs(line: Line) -> Iterator[re.Match[str]]:
    return pattern("RUN").finditer(unwrapped(line.raw))


def _runs_as_text(line: Line) -> list[str]:
    return [run[0] for run in _runs(line)]


def _runs_with_digits(line: Line) -> list[str]:
    return [run for run in _runs_as_text(line) if any(map(str.isdigit, run))]


def _without_years(figures: Sequence[str]) -> list[str]:
    return [figure for figure in figures if not pattern("YEAR").fullmatch(figure)]


def _figures(line: Line, labels: int) -> list[Figure]:
    """The figures of a line behind its labels, misread ones included."""
    found: list[Figure] = []
    for number, run in enumerate(_runs(line)):
        is_word = not found and sum(map(str.isalpha, run[0])) >= _LONG_WORD
        if number >= labels and not is_word:
            found.append(_figure(line, run.start(), run[0]))
    return found


def _figure(line: Line, offset: int, text: str) -> Figure:
    value, is_share = _value(text)
    return Figure(
        text=text,
        start=(line.start) + offset,
        line=line.number,
        column=(line.column) + offset,
        value=value,
        is_share=is_share,
    )


@lru_cache(maxsize=65536)
def _value(text: str) -> tuple[Decimal | None, bool]:
    is_share = text.endswith("%")
    try:
        return (parse_percent if is_share else parse_number)(text.replace(" ", "")), is_share
    except NumberFormatError:
        return None, is_share


def bordered_figures(row: RowDraft) -> tuple[Figure | None, ...]:
    """The figures cell by cell, None for an empty cell, if the cells of the row's line have borders."""
    line = row.line
    borders = [border.start() for border in pattern("BORDER").finditer(line.raw)]
    if not borders:
        return ()
    text = unwrapped(line.raw)
    cells: list[Figure | None] = []
    seen, start = 0, 0
    for end in (*borders, len(line.raw) + 1):
        runs = list(pattern("RUN").finditer(text, start, end))  # no run reaches over a border
        if seen < len(row.labels):
            seen += len(runs)
        elif len(runs) > 1:
            return ()
        else:
            cells.append(_figure(line, runs[0].start(), runs[0][0]) if runs else None)
        start = end + 1
    if _kind(row.labels) == "staff":
        return tuple(cells[1:]) if cells and cells[0] is None else ()  # the staff table's second stub cell
    return tuple(cells)
