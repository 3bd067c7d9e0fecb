"""Headers: the lines that hold an entry's code, title, owner, status, phase and period.

Each has one `Evidence`: introductions.py finds its lines, and pieces.py reads what each of them tells by itself. A `Split`
is a way to part title and owner; owners.py takes the best, and that makes the `Header`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from attrs import define

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Fields, Words
from gentbudget.parser.headers.widths import Columns
from gentbudget.parser.lines.line import Line
from gentbudget.vocabulary import Kind, Level


class Piece(NamedTuple):
    """A line that may belong to a header, without status, phase and period: words of the title, then of the owner.

    ``split`` is how many words are the title's, None where the line does not tell. ``start`` and ``end`` are the columns
    of its text. ``columns`` says that blanks or borders part its cells, ``in_table``
    that it is a row of a Markdown table, ``parted`` that a blank line stands before it,
    ``begins_page`` that it is a page's first, before which one might, ``has_fields`` that it had fields,
    ``marked`` that it has the marks of a heading, or has the code below one: a program may have joined it of several lines.
    ``printed`` are all of its words, those of the fields included,
    ``cells`` the same as they stand between borders or runs of blanks; where a program marks the ends of their lines,
    ``wrapped`` are the lines of each. ``prefix`` is the code with its mark, where the title's cell begins with them, and
    ``fields_start`` the column where the first field begins, if that has a cell of its own.
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
    prefix: str = ""
    fields_start: int = 0
    begins_page: bool = False

    @property
    def text(self) -> str:
        """The words as one text."""
        return " ".join(self.words)

    @property
    def is_one_cell(self) -> bool:
        """Whether it is a row of a Markdown table with one cell: ``wrapped`` are its lines, if it has more than one."""
        return self.in_table and len(self.cells) == 1

    @property
    def parts_cells(self) -> bool:
        """Whether title and owner have a cell each."""
        return self.columns and bool(self.title and self.owner)

    @property
    def is_laid_out(self) -> bool:
        """Whether the blanks behind its title are as wide as the column leaves them, so that each word has its place."""
        end = self.start + len(self.prefix) + len(" ".join(self.title))
        return (self.fields_start or self.owner_start) - end > tolerances.WIDEST_CHANCE_GAP and not self.in_table

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
_NO_FIELDS = Fields()


class Evidence(NamedTuple):
    """What the lines above an entry's tables tell of its header, each by itself. It is made once, and never changes.

    Its ``kind`` says which fields it has, and the ``columns`` of all headers of its kind how wide title and owner are.

    ``pieces`` are the lines that may belong to it, the first ``own`` of them from the line above the code to the code's;
    ``least`` of them belong to it for certain. ``above`` and ``behind`` are the lines of the introduction that are not the
    header's own. ``is_cut`` says that its words are out of order, or cut, ``cuts_words`` that the code stands in the middle of
    one, ``cuts_cells`` that words are broken without a hyphen where a cell has no room for them, ``breaks_words`` that a hyphen
    in it may be that of a broken word; ``joined`` are those that nothing else prints whole.
    """

    code: str
    line: int
    kind: Kind = "action"
    above: Sequence[Line] = ()
    behind: Sequence[Line] = ()
    own: int = 0
    pieces: tuple[Piece, ...] = ()
    least: int = 1
    fields: Fields = _NO_FIELDS
    is_cut: bool = False
    cuts_words: bool = False
    cuts_cells: bool = False
    breaks_words: bool = False
    joined: tuple[str, ...] = ()
    columns: Columns = _UNMEASURED

    @property
    def code_piece(self) -> Piece:
        """The line of the code."""
        return self.pieces[self.own - 1]

    @property
    def is_described(self) -> bool:
        """Whether lines follow that cannot belong to it."""
        return len(self.behind) > len(self.pieces) - self.own

    @property
    def is_cut_off(self) -> bool:
        """Whether a line of a cell stands below those that were looked at, where what these hold may go on."""
        below = self.behind[len(self.pieces) - self.own :][:1]
        return len(self.pieces) >= tolerances.MOST_HEADER_LINES and any(
            len(line.raw) <= tolerances.LONGEST_CELL for line in below
        )

    @property
    def has_columns(self) -> bool:
        """Whether its certain lines keep title and owner apart."""
        return any(piece.columns and piece.owner for piece in self.pieces[: self.least])

    def title_texts(self, lines: Sequence[Words]) -> list[str]:
        """The lines of a title as they stand in its cell, which may begin with the code; without empty ones."""
        texts = [" ".join(line) for line in lines if line]
        return [self.code_piece.prefix + texts[0], *texts[1:]] if texts else []

    def below(self, lines: int) -> Sequence[Line]:
        """The lines behind a header of so many; a rule belongs to it."""
        below = self.behind[max(lines - self.own, 0) :]
        return below[1:] if below and below[0].is_rule else below


class Split(NamedTuple):
    """A way to read a header: the words of title and owner, line by line, how many lines it takes, and ``why`` it is read so.

    ``spelt`` says how title and owner are spelt where their words are broken in these lines, ``fields`` which ones are told
    with them. ``is_mixed`` says that words of both stand in one line, ``joined`` are broken words that nothing prints whole.
    """

    title: Sequence[Words] = ()
    owner: Sequence[Words] = ()
    lines: int = 1
    why: str = ""
    spelt: tuple[Words | None, Words | None] = (None, None)
    fields: Mapping[str, str] | None = None
    is_mixed: bool = False
    joined: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[Sequence[Words], Sequence[Words]]:
        """The lines of title and owner; what is spelt otherwise is one line."""
        title, owner = self.spelt
        return self.title if title is None else (title,), self.owner if owner is None else (owner,)

    @property
    def name(self) -> Words:
        """The owner's words."""
        return tuple(word for line in self.cells[1] for word in line)


UNREAD: Final = Split()
"""That nothing is read yet."""


@define(eq=False, weakref_slot=False)
class Header:
    """What is read of a header: title, owner and fields, and the lines of the introduction that are left to the description.

    ``split`` is how it is read, and ``doubt`` why it is open which of its words are whose.
    """

    evidence: Evidence
    split: Split = UNREAD
    title: str | None = None
    owner: str | None = None
    fields: Fields = _NO_FIELDS
    rest: Sequence[Line] = ()
    doubt: str = ""

    @property
    def joined(self) -> Sequence[str]:
        """The broken words that are put together here, and that nothing else prints whole."""
        return list(dict.fromkeys((*self.evidence.joined, *(self.split.joined if self.title else ()))))


@define(weakref_slot=False)
class Introduction:
    """The lines between heading and tables: the header, None if it was lost, and the description.

    ``lines`` are all of them; ``level`` is where its entry stands in the hierarchy.
    """

    level: Level
    lines: Sequence[Line]
    header: Header | None
    description: Sequence[Line] = ()
