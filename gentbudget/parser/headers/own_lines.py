"""Headers whose own lines tell title and owner: by columns, by a title that is known, or by fields and paragraphs alone."""

from __future__ import annotations

from itertools import takewhile

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Header, Piece
from gentbudget.parser.headers.names import (
    BY_LINES,
    Parting,
    is_short,
    may_be_name,
    next_line,
)
from gentbudget.parser.headers.whole import joined_lines, settle
from gentbudget.parser.headers.wrapping import fits, goes_on, take_open_lines
from gentbudget.parser.lines.phrases import begins_small, ends_open


def resolve_by_columns(header: Header, parting: Parting) -> bool:
    """Read a header whose lines keep title and owner apart."""
    pieces = header.pieces[: header.least]
    title = [piece.words if piece.split is None else piece.title for piece in pieces]
    if not header.has_columns or not any(title) or any(piece.split is None for piece in pieces[: header.own - 1]):
        return False
    owner = [piece.owner for piece in pieces]
    if parting == "tabs":
        return settle(header, title, owner, header.least)
    taken = take_open_lines(header, title, header.least)
    goes_on_below = _owner_goes_on(header) if taken == 0 else _may_hold_owner(header, taken)
    if goes_on_below:
        owner.append(header.pieces[header.least].words)
        taken = 1
    if goes_on_below is None or not fits(header, title, owner):
        return False
    return settle(header, () if taken is None else title, owner, header.least + (taken or 0))


def _owner_goes_on(header: Header) -> bool | None:
    """Whether the next line is the rest of an owner that fills its column; None if it may be.

    In a program's table, the next line of a cell may stand below without borders: `|AC34485 - Archief|Dienst|` / `Informatie`.
    """
    last, width = header.pieces[header.least - 1], header.columns.owner
    piece = next(iter(header.pieces[header.least :]), None)
    if piece is None or piece.parted or not last.owner or not may_be_name(piece):
        return False
    if width.has_room(" ".join(last.owner), piece.words[0]):
        return False
    if width.certain and begins_small(piece.text) and width.holds(piece.text):
        return True
    return None if header.code_piece.in_table else False


def _may_hold_owner(header: Header, taken: int | None) -> bool | None:
    """Whether these next lines, without borders below a row of a table, may hold words of the owner as well: None if so."""
    below = header.pieces[header.least : header.least + (taken or 1)]
    in_doubt = [word for piece in below if not piece.in_table for word in piece.words[1:] if word[0].isupper()]
    return None if header.code_piece.in_table and in_doubt else False


def resolve_by_title(header: Header, title: str) -> bool:
    """Read a header whose title the contents print: what its lines hold besides is the owner's."""
    if not title:
        return False
    owner, lines = _beside_title(header, title)
    if next_line(header, lines):
        return False  # the owner may go on there
    return bool(owner) and is_short(sum(owner, ())) and settle(header, [tuple(title.split())], owner, lines)


def resolve_title_alone(header: Header, title: str) -> bool:
    """Take a title that the contents print, where the owner cannot be told."""
    owner, lines = _beside_title(header, title)
    return bool(owner) and settle(header, [tuple(title.split())], (), lines)


def _beside_title(header: Header, title: str) -> tuple[list[Words], int]:
    """What the header's lines hold besides the words of its title, line by line, and how many lines that takes.

    Nothing if they lack some, or go on behind the last: then only its beginning is printed elsewhere.
    """
    wanted = title.split()
    owner: list[Words] = []
    lines = 0
    for piece in header.pieces if title else ():
        if lines >= header.least and (not wanted or piece.words != tuple(wanted[: len(piece.words)])):
            break
        lines += 1
        was_title = False
        beside: list[str] = []
        for word in piece.words:
            if wanted and word == wanted[0]:
                wanted.pop(0)
                was_title = True
            elif was_title and not wanted and begins_small(word):
                return [], lines
            else:
                beside.append(word)
                was_title = False
        owner += [tuple(beside)] if beside else []
    return [] if wanted else owner, lines


def resolve_alone(header: Header, parting: Parting) -> bool:
    """Read a header whose owner nothing else prints, if its own lines leave no doubt."""
    if any(piece.split is not None for piece in header.pieces[: header.least]):
        return _resolve_by_fields(header, parting)
    paragraph = [piece.words for piece in _next_paragraph(header)]
    title = [piece.words for piece in header.pieces[: header.own]]
    return bool(paragraph) and settle(header, title, paragraph, header.own + len(paragraph))


def _next_paragraph(header: Header) -> list[Piece]:
    """The paragraph behind the header's own lines, if it looks like a name and another paragraph follows; else nothing."""
    pieces, end = header.pieces, header.own
    while end < len(pieces) and (end == header.own or not pieces[end].parted):
        end += 1
    paragraph = pieces[header.own : end]
    looks_like_name = (
        0 < len(paragraph) <= tolerances.MOST_NAME_LINES
        and paragraph[0].parted
        and all(map(may_be_name, paragraph))
        and paragraph[0].text[0].isupper()
        and not any(map(str.isdigit, "".join(piece.text for piece in paragraph)))  # a year stands in running titles
    )
    return paragraph if looks_like_name and (end < len(pieces) or header.is_described) else []


def _title_is_apart(header: Header) -> bool:
    """Whether no line above that of the fields may hold words of the owner, as that may where it holds words of the title.

    Where lines of all cells stand side by side, the title's must fill their column.
    """
    above = list(takewhile(lambda piece: not piece.has_fields, header.pieces[: header.least]))
    title = [piece.title for piece in header.pieces[: len(above) + 1]]
    fields = header.pieces[len(title) - 1]
    in_doubt = [
        piece
        for piece in above
        if piece.split is None and not (fields.columns and not fields.in_table and piece.end <= fields.owner_start)
    ]
    words = [word for piece in in_doubt for word in piece.words]
    if (not title[-1] and header.own == 1) or not any(word[0].isupper() for word in words[1:]):  # a name begins with a capital
        return True
    return header.columns.title.certain and header.columns.title.fits(header.title_texts(title))


def _is_below(piece: Piece) -> bool:
    """Whether a line may go on with a name whose words lead on."""
    return may_be_name(piece) and not piece.parted and piece.split is None


def _resolve_by_fields(header: Header, parting: Parting) -> bool:
    """Status, phase and period part title and owner; what follows on the next lines must be told from the description."""
    # Markdown headings may hold the title's next line as well.
    if header.code_piece.marked or (parting not in BY_LINES and not _title_is_apart(header)):
        return False
    title: list[Words] = []
    owner: list[Words] = []
    pieces = header.pieces[: header.least]
    for piece in pieces:
        if any(owner) and piece.split is None:
            return False
        if piece.owner and not piece.has_fields and any(p.split is None for p in pieces):
            return False  # the owner's first words may stand on a line that does not tell
        title.append(piece.words if piece.split is None else piece.title)
        owner.append(piece.owner)
    following = header.pieces[header.least :]
    lines = header.least
    if not any(owner) and following and may_be_name(following[0]) and not header.code_piece.has_fields:
        if parting not in BY_LINES and goes_on(header, title, lines) is not False:
            return False
        owner.append(following.pop(0).words)
        lines += 1
    elif any(owner) and take_open_lines(header, title, lines) != 0:
        return False  # where the title goes on, the owner may as well
    following = [piece for piece in following if piece.words]
    while any(owner) and ends_open(joined_lines(owner)) and following and _is_below(following[0]):
        owner.append(following.pop(0).words)
        lines += 1
    ends = not following or following[0].parted or following[0].text.startswith("- ") or not may_be_name(following[0])
    name = joined_lines(owner)
    is_name = name[:1].isupper() and len(name) <= tolerances.LONGEST_NAME_LINE and not ends_open(name)
    return is_name and ends and not ends_open(joined_lines(title)) and settle(header, title, owner, lines)
