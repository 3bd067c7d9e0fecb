"""Headers: the lines that hold an entry's code, title, owner, status, phase and period.

The text parts these by borders or runs of blanks where the dump keeps columns. This module reads what a line tells by
itself; what it leaves open, gentbudget/parser/owners.py settles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen
from lark import Token

from gentbudget.codes import is_project_code, level_of
from gentbudget.parser.fields import Fields, Words, take_fields
from gentbudget.parser.layout import label, pattern, plain

_SEGMENT = re.compile(r"[^ \u00a0]+(?:[ \u00a0][^ \u00a0]+)*")
_MARKS = re.compile(r"[*#`\r\n\f]")
BEHIND_CODE = " -:\u2013"
"""What may stand between a code and its title."""

_HEADING_MARKS = ("#", "**")
_CODE_LINES = ("CODE_LINE", "LED_CODE_LINE")
_MOST_LEADING_LINES = 2
_MOST_LINES = 10
_LONGEST_LEADING_LINE = 130
_LONGEST_CELL = 60
_NEAR = 12
"""Columns of proportional type drift by as many characters from line to line."""

_INDENTED = 30
"""Text that begins so far to the right of the code is in another column, however long the title is."""

_OPEN_ENDINGS = frozenset(
    (
        *("aan", "als", "bij", "dat", "de", "den", "der", "des", "die", "door", "een", "en", "het", "hun", "in", "met"),
        *("naar", "of", "om", "onder", "op", "over", "per", "te", "tot", "tussen", "uit", "van", "via", "voor", "waar"),
        "zonder",
    )
)
"""Dutch words that no title ends with: a title whose line ends with one goes on."""


@frozen
class Line:
    """A line of an introduction: its token, and its text without what stands around it."""

    token: Token
    text: str

    @classmethod
    def of(cls, token: Token) -> Line:
        """The line of this token."""
        return cls(token, plain(token))

    @property
    def number(self) -> int:
        """The line's number, from 1."""
        return self.token.line or 0

    @property
    def is_rule(self) -> bool:
        """Whether this is a rule; below a header, it ends it."""
        return self.token.type == "RULE_LINE"


@frozen
class Piece:
    """A line that may belong to a header, without status, phase and period: words of the title, then of the owner.

    ``split`` is how many words are the title's, None where the line does not tell. ``start`` and ``end`` are the columns
    of its text, ``line`` is that text as it is printed. ``columns`` says that blanks or borders part its cells, ``parted``
    that a blank line stands before it, ``has_fields`` that it had fields, ``marked`` that it has the marks of a heading.
    """

    words: Words
    split: int | None
    start: int
    end: int
    columns: bool = False
    parted: bool = False
    has_fields: bool = False
    marked: bool = False
    line: str = ""

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


@define
class Header:
    """A header on its way to being resolved.

    ``pieces`` are the lines that may belong to it, the first ``own`` of them from the line above the code to the code's;
    ``least`` of them belong to it for certain. ``rest`` are the lines of the introduction behind its own. ``is_cut`` says
    that borders cut through its words, ``title_width`` how long a line of a title may be, where this is known.
    """

    code: str
    line: int
    pieces: list[Piece]
    own: int
    rest: list[Line]
    fields: Fields = field(factory=Fields)
    least: int = 1
    is_cut: bool = False
    title_width: int = 0
    title: str | None = None
    owner: str | None = None
    run_together: bool = False

    @property
    def kind(self) -> str:
        """Whose header it is, by its code: they have other fields, and other widths of columns."""
        return "plan" if level_of(self.code) == "plan" else "project" if is_project_code(self.code) else "action"


@define
class Introduction:
    """The lines between heading and tables: the header, None if it was lost, and the description."""

    header: Header | None
    description: list[Line] = field(factory=list)


def split_introduction(tokens: Sequence[Token]) -> Introduction:
    """Find the header among the lines of an introduction."""
    lines = [Line.of(token) for token in tokens]
    texts = [line for line in lines if not line.is_rule]
    at = next((i for i, line in enumerate(texts[: _MOST_LEADING_LINES + 1]) if line.token.type in _CODE_LINES), None)
    if at is None or not all(map(_may_lead, texts[:at])):
        return Introduction(None, lines)
    first = texts[at]
    behind = lines[lines.index(first) + 1 :]
    # In Markdown a rule belongs to the first row of any table, and a header's other rows may follow it.
    inner_rules = {line.number for line in behind if line.is_rule and "|" in line.token}
    rest = [line for line in behind if line.number not in inner_rules]
    header = Header(pattern("CODE").findall(first.token)[0], first.number, [], at + 1, rest)
    _add_pieces(header, [*texts[: at + 1], *_until_rule(rest)][:_MOST_LINES], inner_rules)
    return Introduction(header)


def _may_lead(line: Line) -> bool:
    """Whether the line may stand above the code: a piece of a cell that is centred beside the lines of the title."""
    return len(line.text) <= _LONGEST_LEADING_LINE and not line.text.endswith((".", ":")) and not line.text.startswith("-")


def _until_rule(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if line.is_rule:
            return
        yield line


def _add_pieces(header: Header, lines: Sequence[Line], inner_rules: set[int]) -> None:
    bordered = "|" in lines[header.own - 1].token
    before = lines[0].number
    kind = header.kind
    for i, line in enumerate(lines):
        piece = _piece(header.fields, line, header.code if i == header.own - 1 else "", kind)
        parted = i >= header.own and any(n not in inner_rules for n in range(before + 1, line.number))
        # Some programs draw borders around a part of the header only; the rest may hold several cells all the same.
        columns = piece.columns and (bordered or "|" not in line.token)
        marked = line.token.lstrip().startswith(_HEADING_MARKS)
        header.pieces.append(evolve(piece, parted=parted, columns=columns, marked=marked))
        before = line.number
    first = lines[header.own - 1]
    header.is_cut = kind != "plan" and _is_cut(first.token)
    if first.token.type == "LED_CODE_LINE":
        leading = tuple(first.text.split(header.code)[0].split())
        header.pieces.insert(header.own - 1, Piece(leading, 0, 0, 0))
        header.own += 1
    _tell_leading(header)
    if not any(_is_bordered(line.token) for line in lines):
        _tell_by_position(header)
    header.least = header.own
    in_doubt = False  # whether there was a line that looks like one of a description
    for i, piece in enumerate(header.pieces[header.own :], header.own):
        if piece.split is not None and (piece.has_fields or piece.columns or not in_doubt):
            header.least = i + 1
        elif piece.text.endswith(".") or piece.parted:
            break
        in_doubt = in_doubt or len(piece.text) > _LONGEST_CELL or piece.text.endswith((".", ":"))


def _is_cut(token: Token) -> bool:
    """Whether the borders of a Markdown table stand in the middle of its cells' phrases: a cell begins with a small letter."""
    return "|" in token and any(text[0].islower() for _, _, text in _segments(token))


def _tell_leading(header: Header) -> None:
    """What stands above the code is the owner's, for the title begins beside the code; unless nothing stands there."""
    title_is_beside = bool(header.pieces[header.own - 1].title)
    for i, piece in enumerate(header.pieces[: header.own - 1]):
        if piece.split is None:
            header.pieces[i] = evolve(piece, split=0 if title_is_beside else len(piece.words))


def _tell_by_position(header: Header) -> None:
    """A line whose text stands where other lines have the owner, or beyond the end of the title, holds the owner's words."""
    owner_columns = [piece.owner_start - _NEAR for piece in header.pieces if piece.columns and piece.owner]
    first = header.pieces[header.own - 1]
    beyond_title = min([max(first.owner_start, _NEAR), first.start + _INDENTED, *owner_columns])
    for i, piece in enumerate(header.pieces):
        if header.kind == "plan" and first.start > _NEAR and abs(piece.start - first.start) <= 1 and piece.split is None:
            header.pieces[i] = evolve(piece, split=len(piece.words))  # below the title, not below the code
        elif piece.split is None and i != header.own - 1 and piece.start > beyond_title:
            # If the title's line reaches as far, it may hold the owner's first words as well.
            header.pieces[i] = evolve(piece, split=0, columns=bool(owner_columns) or piece.start > first.owner_start)
    _split_at_column(header)


def _split_at_column(header: Header) -> None:
    """Part the line of the code where the other lines have the owner, if its two cells touch."""
    first = header.pieces[header.own - 1]
    columns = [p.owner_start for p in header.pieces if p.owner and p is not first and (p.columns or p.start > _INDENTED)]
    if first.split is not None or not columns or first.end <= min(columns):
        return
    column = min(columns)
    if first.line[column - 1] == " " and first.line[column].isupper():
        split = len(first.words) - len(first.line[column : first.end].split())
        header.pieces[header.own - 1] = evolve(first, split=split, columns=True)
    else:  # which of its words are the owner's cannot be told, so the owner's words on the other lines may not be all
        header.pieces = [evolve(piece, columns=False) for piece in header.pieces]


def _is_bordered(text: str) -> bool:
    return pattern("BORDER").search(text.strip(" \r\n\f|")) is not None or text.startswith(("\t", "|"))


def _piece(fields: Fields, line: Line, code: str, kind: str) -> Piece:
    """What one line tells: the fields in it part title and owner; so do borders, and runs of blanks."""
    segments = [(start, end, text) for start, end, text in _segments(line.token) if text != code]
    if code and segments:
        start, end, text = segments[0]
        segments[0] = start, end, _without_code(text, code)
    texts = [text for _, _, text in segments if text]
    start = next((start for start, _, text in segments if text), 0)
    end = segments[-1][1] if segments else 0
    rest = take_fields(fields, " ".join(texts), kind, alone=texts)
    columns = len(texts) > 1
    if not rest.whole:
        return Piece((*rest.before, *rest.behind), len(rest.before), start, end, columns, has_fields=True)
    if columns:
        return Piece(rest.before, len(rest.before) - len(texts[-1].split()), start, end, columns)
    if not code and kind != "plan" and _begins_empty(line.token):
        return Piece(rest.before, 0, start, end, columns=True)
    return Piece(rest.before, None, start, end, line=line.token)


def _begins_empty(token: Token) -> bool:
    """Whether the line's first cell is empty: its text goes on with a later column."""
    return bool(re.match(r"\t|\|[ \u00a0]*\|", token))


def _segments(token: Token) -> Iterator[tuple[int, int, str]]:
    """The cells of a line, with their columns: parted by borders or, where there are none, by runs of blanks."""
    if _is_bordered(token):
        start = 0
        for cell in pattern("BORDER").split(token):
            if text := plain(cell):
                yield start, start + len(cell), text
            start += len(cell) + 1
    else:
        for segment in _SEGMENT.finditer(_MARKS.sub(" ", token.replace(label("WRAP"), " "))):
            yield segment.start(), segment.end(), segment[0].replace("\u00a0", " ")


def _without_code(text: str, code: str) -> str:
    return text[text.index(code) + len(code) :].lstrip(BEHIND_CODE) if code in text else text


def ends_open(text: str) -> bool:
    """Whether a title or name cannot end here, in the middle of a phrase."""
    last = text.rsplit(maxsplit=1)[-1].casefold() if text.strip() else ""
    return last in _OPEN_ENDINGS or last.endswith((",", "-", "&", "/"))


def is_open(title: str, continuation: str) -> bool:
    """Whether a title goes on with this line: it could not end here, or the line could not begin a description."""
    return ends_open(title) or continuation[:1].islower()
