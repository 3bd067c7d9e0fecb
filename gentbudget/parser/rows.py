"""From the lines of an entry's tables to drafts: which table, which row, which figures in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import define, field
from lark import Token

from gentbudget.model import Column
from gentbudget.numbers import NumberFormatError, parse_number, parse_percent
from gentbudget.parser.columns import read_columns, table_kind
from gentbudget.parser.layout import label, pattern, plain, unwrapped
from gentbudget.parser.lexing import row_labels, section_labels
from gentbudget.parser.pages import is_page_number
from gentbudget.parser.parts import TablePart
from gentbudget.parser.placing import Figure

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

    token: Token
    labels: tuple[str, ...]
    printed_labels: tuple[str, ...]
    figures: list[Figure] = field(factory=list)
    behind_unknown: bool = False


@define
class TableDraft:
    """A table before its figures are placed. ``columns`` is None where the head does not tell them."""

    kind: str
    head: tuple[Token, ...]
    columns: tuple[Column, ...] | None = None
    rows: list[RowDraft] = field(factory=list)

    @property
    def head_text(self) -> str:
        """The head's text, by which tables that have the same head are known."""
        return " ".join(map(plain, self.head))

    @property
    def line(self) -> int:
        """The line of the head or, where it is lost, of the first row."""
        return (self.head[0] if self.head else self.rows[0].token).line or 0


@define
class Drafts:
    """The tables of one entry, and the lines among them that belong to no table."""

    tables: list[TableDraft] = field(factory=list)
    description: list[Token] = field(factory=list)
    stray: list[Token] = field(factory=list)

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
    pending: list[Token] = []
    pending_kind: str | None = None
    for part in parts:
        head, lines = _whole_head(part, drafts)
        kind = table_kind(head)
        if kind is None and not pending and drafts.tables and not _is_as_wide(head, drafts.tables[-1]):
            drafts.stray += head  # words of a head between two rows: a running title, such as `Jaarrekening 2024`
            _TableReader(drafts, drafts.tables[-1].head, drafts.tables[-1].kind).read(lines)
            continue
        if not any(t.type in _ROWS or _is_staff_row(t, kind) for t in lines):
            if kind is None or pending_kind is None:
                pending += [t for t in part.tokens if t.type != "RULE_LINE"]
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


def _is_as_wide(head: tuple[Token, ...], table: TableDraft) -> bool:
    """Whether a head without its table's label has as many columns as the table above it, which it then repeats."""
    columns = read_columns(head)
    return table.columns is None or (columns is not None and len(columns) == len(table.columns))


def _whole_head(part: TablePart, drafts: Drafts) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The head with what else stands before the first row: the last lines of labels that wrap.

    If the head is whole without these lines, they are no part of it.
    """
    end = 0
    for token in part.lines:
        if token.type in _ROWS or _holds_figures(token):
            break
        end += 1
    above = part.head + tuple(token for token in part.lines[:end] if token.type != "RULE_LINE")
    lines = part.lines[end:]
    width = len(_figures(lines[0], len(row_labels(lines[0])))) if lines else 0
    for count in (len(above), *range(1, min(len(above), _MOST_HEAD_LINES))):
        columns = read_columns(above[:count])
        if columns and len(columns) == width:
            drafts.stray += above[count:]
            return above[:count], lines
    return above, lines


def _may_be_row(token: Token) -> bool:
    """Whether a line that is no row may be what is left of one: its figures are more than a page and how many there are."""
    figures = _runs_with_digits(token)
    return not all(map(is_page_number, figures)) or len(_without_years(figures)) > _PAGE_AND_PAGES


def _holds_figures(token: Token) -> bool:
    """Whether a line has figures that are no years, as no head has: a row whose labels are misread, perhaps."""
    return len(_without_years(_runs_with_digits(token))) > 1


def _is_staff_row(token: Token, kind: str | None) -> bool:
    """Whether this is the row of a staff table though its label, too short to be misread and still known, is not VTE."""
    return kind == "staff" and token.type == "LOOSE_ROW" and len(pattern("FIGURE").findall(token)) >= _FEWEST_FIGURES


@define
class _TableReader:
    drafts: Drafts
    head: tuple[Token, ...]
    kind: str | None
    labels: list[Token] = field(factory=list)
    row: RowDraft | None = None
    unknown: bool = False

    def read(self, lines: Sequence[Token]) -> None:
        for token in lines:
            if token.type in ("ROW", "UNHEADED_ROW"):
                self._start_row(token)
            elif token.type == "ROW_LABEL":
                self._start_labels(token)
            elif token.type == "FIGURES":
                self._go_on(token)
            elif _is_staff_row(token, self.kind) and not any(t.kind == "staff" and t.rows for t in self.drafts.tables):
                words = tuple(_words_before_figures(token))
                self._open("staff", RowDraft(token, (label("VTE"),), (" ".join(words),), _figures(token, len(words))))
            elif token.type == "LOOSE_ROW" and self._is_other_row(token):
                words = tuple(_words_before_figures(token))
                self._open("budget", RowDraft(token, words, words, _figures(token, len(words))))
            elif token.type != "RULE_LINE":
                self._set_aside(token)

    def _set_aside(self, token: Token) -> None:
        self.drafts.stray.append(token)
        self.unknown = self.unknown or _may_be_row(token)

    def _start_row(self, token: Token) -> None:
        labels = row_labels(token)
        printed = tuple(_runs_as_text(token)[: len(labels)])
        self._open(_kind(labels), RowDraft(token, labels, printed, _figures(token, len(labels))))

    def _start_labels(self, token: Token) -> None:
        """Labels on a line of their own: *Exploitatie* waits for *Uitgaven*; then the figures follow."""
        labels, printed = row_labels(token), tuple(_runs_as_text(token))
        if self.row is not None and not self.row.figures and self.row.labels[0] in section_labels():
            self.row.labels += labels
            self.row.printed_labels += printed
        else:
            self._open(_kind(labels), RowDraft(token, labels, printed))

    def _go_on(self, token: Token) -> None:
        """Bare figures go on with the row above, as long as it has room; behind it, they may be a page number."""
        columns = self._columns
        width = len(columns) if columns else _WIDEST
        room = 0 if self.row is None else width - len(self.row.figures)
        figures = _figures(token, 0)
        if self.row is not None and len(figures) <= room:
            self.row.figures += figures
        elif room or not pattern("PAGE_NUMBER").fullmatch(token.strip()):
            self._set_aside(token)

    @property
    def _columns(self) -> tuple[Column, ...] | None:
        """The columns of the table at hand, where they are known."""
        return self.drafts.tables[-1].columns if self.drafts.tables else None

    def _is_other_row(self, token: Token) -> bool:
        """Whether a row with labels of its own, such as *Saldo*, fits the columns."""
        columns = self._columns
        figures = _figures(token, len(_words_before_figures(token)))
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
            self.drafts.tables.append(TableDraft(kind, head, read_columns(head) if head else None))
        row.behind_unknown, self.unknown = self.unknown, False
        self.drafts.tables[-1].rows.append(row)
        self.row = row


def _kind(labels: tuple[str, ...]) -> str:
    """Of which table the row with these labels is."""
    return "staff" if labels == (label("VTE"),) else "budget"


def _words_before_figures(token: Token) -> list[str]:
    words = []
    for run in _runs(token):
        if pattern("FIGURE").fullmatch(run[0]):
            break
        words.append(run[0])
    return words


def _runs(token: Token) -> Iterator[re.Match[str]]:
    return pattern("RUN").finditer(unwrapped(token))


def _runs_as_text(token: Token) -> list[str]:
    return [run[0] for run in _runs(token)]


def _runs_with_digits(token: Token) -> list[str]:
    return [run for run in _runs_as_text(token) if any(map(str.isdigit, run))]


def _without_years(figures: Sequence[str]) -> list[str]:
    return [figure for figure in figures if not pattern("YEAR").fullmatch(figure)]


def _figures(token: Token, labels: int) -> list[Figure]:
    """The figures of a line behind its labels, misread ones included."""
    found: list[Figure] = []
    for number, run in enumerate(_runs(token)):
        is_word = not found and sum(map(str.isalpha, run[0])) >= _LONG_WORD
        if number >= labels and not is_word:
            found.append(_figure(token, run.start(), run[0]))
    return found


def _figure(token: Token, offset: int, text: str) -> Figure:
    value, is_share = _value(text)
    return Figure(
        text=text,
        start=(token.start_pos or 0) + offset,
        line=token.line or 0,
        column=(token.column or 1) + offset,
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
    token = row.token
    borders = [border.start() for border in pattern("BORDER").finditer(token)]
    if not borders:
        return ()
    text = unwrapped(token)
    cells: list[Figure | None] = []
    seen, start = 0, 0
    for end in (*borders, len(token)):
        runs = list(pattern("RUN").finditer(text, start, end))  # no run reaches over a border
        if seen < len(row.labels):
            seen += len(runs)
        elif len(runs) > 1:
            return ()
        else:
            cells.append(_figure(token, runs[0].start(), runs[0][0]) if runs else None)
        start = end + 1
    if _kind(row.labels) == "staff":
        return tuple(cells[1:]) if cells and cells[0] is None else ()  # the staff table's second stub cell
    return tuple(cells)
