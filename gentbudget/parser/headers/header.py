"""Headers: the lines that hold an entry's code, title, owner, status, phase and period.

introductions.py finds them, and pieces.py reads what each line tells by itself; what the lines leave open, owners.py settles.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import define, field

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Fields, Words
from gentbudget.parser.headers.widths import Columns
from gentbudget.parser.lines.line import Line
from gentbudget.vocabulary import Kind, Level


class Piece(NamedTuple):
    """A line that may belong to a header, without status, phase and period: words of the title, then of the owner.

    ``split`` is how many words are the title's, None where the line does not tell. ``start`` and ``end`` are the columns
    of its text. ``columns`` says that blanks or borders part its cells, ``in_table``
    that it is a row of a Markdown table, ``parted`` that a blank line stands before it, ``has_fields`` that it had fields,
    ``marked`` that it has the marks of a heading. ``printed`` are all of its words, those of the fields included,
    ``cells`` the same as they stand between borders or runs of blanks; where a program marks the ends of their lines,
    ``wrapped`` are the lines of each.
    """

    words: Words
    split: int | None
    start: int
    end: int
    columns: bool = False
    in_table: bool = False
    parted: bool = False
    has_fields: bool = False
    marked: bool = False
    printed: Words = ()
    cells: Sequence[str] = ()
    wrapped: Sequence[Sequence[str]] = ()

    @property
    def text(self) -> str:
        """The words as one text."""
        return " ".join(self.words)

    @property
    def owner_start(self) -> int:
        """The column at which the owner's words begin; without any, the end of the line."""
        return self.end - len(" ".join(self.owner))

    @property
    def title(self) -> Words:
        """The words of the title, where the line tells."""
        return self.words[: self.split]

    @property
    def owner(self) -> Words:
        """The words of the owner, where the line tells."""
        return () if self.split is None else self.words[self.split :]


_UNMEASURED = Columns()


@define(weakref_slot=False)
class Header:
    """A header on its way to being resolved. Its ``kind`` says which fields it has, and how wide its columns are.

    ``pieces`` are the lines that may belong to it, the first ``own`` of them from the line above the code to the code's;
    ``least`` of them belong to it for certain. ``prefix`` is what stands before the title in its first line. ``is_cut``
    says that its words are out of order, or cut, ``is_described`` that lines follow that cannot belong to it,
    ``breaks_words`` that a hyphen in it may be that of a broken word; ``joined`` are those that nothing else prints whole.
    ``columns`` are the title's and the owner's, where their widths are known.

    ``doubt`` says why it is open which of its words are whose.

    ``title_lines`` and ``owner_lines`` are what is read, and ``rest`` the lines of the introduction that are not the
    header's: some ``above`` the code, and those ``behind`` it, without the header's own.
    """

    code: str
    line: int
    kind: Kind = "action"
    above: Sequence[Line] = ()
    behind: Sequence[Line] = ()
    own: int = 0
    pieces: list[Piece] = field(factory=list)
    least: int = 1
    prefix: str = ""
    fields: Fields = field(factory=Fields)
    is_cut: bool = False
    cuts_words: bool = False
    is_described: bool = False
    columns: Columns = _UNMEASURED
    title_lines: tuple[Words, ...] = ()
    owner_lines: tuple[Words, ...] = ()
    title: str | None = None
    owner: str | None = None
    run_together: bool = False
    doubt: str = ""
    breaks_words: bool = False
    joined: tuple[str, ...] = ()
    rest: Sequence[Line] = ()

    @property
    def code_piece(self) -> Piece:
        """The line of the code."""
        return self.pieces[self.own - 1]

    @property
    def is_cut_off(self) -> bool:
        """Whether a line of a cell stands below those that were looked at, where what these hold may go on."""
        below = self.behind[len(self.pieces) - self.own :][:1]
        return len(self.pieces) >= tolerances.MOST_HEADER_LINES and any(
            len(line.raw) <= tolerances.LONGEST_CELL for line in below
        )

    def leaves_cells(self, lines: int) -> bool:
        """Whether a reading of so many lines leaves out one that is the header's for certain, and short as cells are.

        Longer lines have wide blanks because they are justified.
        """
        return any(len(piece.text) <= tolerances.LONGEST_CELL for piece in self.pieces[lines : self.least])

    @property
    def has_columns(self) -> bool:
        """Whether its certain lines keep title and owner apart."""
        return any(piece.columns and piece.owner for piece in self.pieces[: self.least])

    def title_texts(self, lines: Sequence[Words]) -> list[str]:
        """The lines of a title as they stand in its cell, which may begin with the code; without empty ones."""
        texts = [" ".join(line) for line in lines if line]
        return [self.prefix + texts[0], *texts[1:]] if texts else []


@define(weakref_slot=False)
class Introduction:
    """The lines between heading and tables: the header, None if it was lost, and the description.

    ``lines`` are all of them; ``level`` is where its entry stands in the hierarchy.
    """

    level: Level
    lines: Sequence[Line]
    header: Header | None
    description: Sequence[Line] = ()
