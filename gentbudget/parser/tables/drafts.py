"""Rows and tables of an entry before their figures are placed, and the lines among them that belong to no table."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field

from gentbudget.model import Column
from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern, plain, unwrapped
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.misreading import left_of, letters_of
from gentbudget.parser.lines.parts import TablePart
from gentbudget.parser.lines.stubs import of_letters
from gentbudget.parser.tables.figures import Figure, PlainDecimals, read_figure
from gentbudget.parser.tables.heads import Head
from gentbudget.parser.tables.printed import PrintedRow, Run, is_word, kind_of_row
from gentbudget.vocabulary import TableKind


@define(eq=False, weakref_slot=False)
class RowDraft:
    """A row as far as its lines tell. It begins at ``start`` in the ``whole`` text, on a line of this ``type`` and ``number``.

    ``labels`` and ``printed_labels`` are those of all its lines. ``is_stacked`` says that its figures stand on lines of their
    own, and not all on one, ``joins_figures`` that lines end inside of some. ``behind_unknown`` says that a line with figures
    stands above it that is no row: another row's, perhaps. ``unread`` says that of its labels scraps are left, or nothing, and
    ``by_place`` that its place told them all the same. ``plain`` is there if its figures are plain numbers.
    """

    whole: str
    type: str
    number: int
    start: int
    length: int
    printed: PrintedRow
    labels: tuple[str, ...]
    printed_labels: tuple[str, ...]
    unread: bool = False
    is_stacked: bool = False
    joins_figures: bool = False
    behind_unknown: bool = False
    by_place: bool = False
    plain: PlainDecimals | None = None

    def __len__(self) -> int:
        """How many figures it has."""
        return len(self.printed.offsets)

    @property
    def is_doubtful(self) -> bool:
        """Whether its figures count only if its percentages hold."""
        return self.behind_unknown or self.joins_figures

    @property
    def raw(self) -> str:
        """Its own line."""
        return self.whole[self.start : self.start + self.length]

    @property
    def has_tabs(self) -> bool:
        """Whether there are tabs in its own line."""
        return self.whole.find("\t", self.start, self.start + self.length) >= 0  # no row is copied for that

    @property
    def line(self) -> Line:
        """Its own line, made anew: thousands of rows are kept, and their lines would take most of the room."""
        return Line(self.type, self.raw, self.number, self.start)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures one by one."""
        printed, text, start = self.printed, self.whole, self.start
        parts = zip(printed.offsets, printed.lengths, printed.values, printed.forms, strict=True)
        return tuple([Figure(text[(at := start + o) : at + n], value, form, at) for o, n, value, form in parts])

    @property
    def text(self) -> str:
        """What it prints, figure by figure."""
        return " ".join(figure.text for figure in self.figures)

    def with_below(self, below: Sequence[Run]) -> list[Run]:
        """Its figures, and those on the lines below it; one for which its cell had no room is one: `1.762.52` / `7`."""
        found: list[Run] = []
        for text, at in [*self._runs, *below]:
            first, start = found[-1] if found else ("", 0)
            if pattern("CUT_AMOUNT").fullmatch(f"{first} {text}"):
                found[-1] = (self.whole[self.start + start : self.start + at + len(text)], start)
            else:
                found.append((text, at))
        return found

    def drop_rests(self, begun: Sequence[str]) -> None:
        """Drop the figures that may be the rests of those that begin above the row, `16.241.50` over `0,0%`."""
        whole = [run for run in self._runs if not any(read_figure(f"{first}{run[0]}")[0] is not None for first in begun)]
        if len(whole) < len(self):
            self._print(whole)

    def read_plain(self, plain: PlainDecimals) -> None:
        """Read the figures anew, as plain numbers."""
        self.plain = plain
        self._print(self._runs)

    @property
    def _runs(self) -> list[Run]:
        """What the figures are made of, each with its place behind the beginning of the row."""
        return [(figure.text, figure.start - self.start) for figure in self.figures]

    def _print(self, runs: Sequence[Run]) -> None:
        """Read these for the row's figures."""
        printed = self.printed
        self.printed = PrintedRow.of(printed.labels, printed.printed_labels, runs, self.plain, printed.stub)


@define(eq=False, weakref_slot=False)
class TableDraft:
    """A table before its figures are placed. ``columns`` is None where the head does not tell them.

    ``line`` is that of the head or, where it is lost, of the first row, which may turn out to be a section's label alone.
    """

    kind: TableKind
    head: Head
    line: int
    columns: tuple[Column, ...] | None = None
    rows: list[RowDraft] = field(factory=list)

    @property
    def head_text(self) -> str:
        """The head's text, by which tables that have the same head are known."""
        return " ".join(map(plain, self.head))


@define(eq=False, weakref_slot=False)
class Drafts:
    """The tables of one entry, and the lines among them that belong to no table."""

    tables: list[TableDraft] = field(factory=list)
    description: tuple[Line, ...] = ()
    stray: list[Line] = field(factory=list)

    def set_aside(self, lines: Sequence[Line], *, described: bool) -> None:
        """Note lines that belong to no table: to the description, or to nothing."""
        if described:
            self.description += tuple(lines)
        else:
            self.stray += lines

    def set_aside_between(self, lines: Sequence[Line], below: TablePart) -> None:
        """Note the text among the lines of a head without rows that belongs neither to it nor to the table below.

        Where that has the same head, what its labels were broken into stands there again.
        """
        again = {line.text for line in below.all_lines}
        texts = [line for line in lines if line.type == "TEXT_LINE" and line.text not in again]
        self.stray += [line for line in texts if not self.completes_label(line)]

    def completes_label(self, line: Line) -> bool:
        """Whether the line is the rest of a label that is broken in one of the last rows, which is whole then."""
        rows = self.tables[-1].rows if self.tables else []
        for row in rows[-tolerances.ROWS_BESIDE_A_LABEL :]:
            if line.text in map(left_of, row.printed_labels, row.labels):
                row.printed_labels = row.labels
                return True
            if row.printed.stub and (section := of_letters(letters_of(row.printed.stub + line.text))):
                row.labels = row.printed_labels = (*section, *row.labels)
                row.printed = evolve(row.printed, stub="")
                return True
        return False


def bordered_figures(row: RowDraft) -> tuple[Figure | None, ...]:
    """The figures cell by cell, None for an empty cell, if the cells of the row's line have borders."""
    line = row.line
    if not line.has_borders:
        return ()
    text = unwrapped(line.raw)
    # No run reaches over a border.
    cells = [[(run[0], run.start()) for run in pattern("RUN").finditer(text, start, end)] for _, start, end in line.cells]
    labelled = max(place for place, runs in enumerate(cells) if not place or any(is_word(run) for run, _ in runs))
    behind = cells[labelled + 1 :]
    if behind and not behind[0] and kind_of_row(row.labels) == "staff":
        del behind[0]  # the staff table's second stub cell
    if any(len(runs) > 1 for runs in behind):
        return ()
    figures = ([Figure(text, *read_figure(text, row.plain), row.start + offset) for text, offset in runs] for runs in behind)
    return tuple([next(iter(cell), None) for cell in figures])
