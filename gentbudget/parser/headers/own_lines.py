"""Headers whose own lines tell title and owner: by columns, by a title that is known, or by fields and paragraphs alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.headers.names import BY_LINES, Parting, is_short, may_be_name, next_line
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.headers.wrapping import begins_earlier, fits, goes_on, heading_goes_on, may_go_on_beside, take_open_lines
from gentbudget.parser.lines.phrases import begins_small, ends_open

CONTENTS: Final = "the contents print the title"
CELLS: Final = "each has a cell of its own"
PARAGRAPH: Final = "the owner has a paragraph of its own"
FIELDS: Final = "the fields part them"


def by_columns(header: Evidence, parting: Parting) -> Split | None:
    """Read a header whose lines keep title and owner apart."""
    pieces = header.pieces[: header.least]
    title = [piece.title for piece in pieces]
    if not header.has_columns or not any(title) or any(piece.split is None for piece in pieces[: header.own - 1]):
        return None
    owner = [piece.owner for piece in pieces]
    if parting == "tabs":
        return Split(title, owner, header.least, CELLS)
    if len(pieces) == 1 and pieces[0].wrapped:
        title, owner = ([tuple(line.split()) for line in cell] for cell in _wrapped(pieces[0]))
    lines_of_title = len(title)
    taken = take_open_lines(header, title, header.least)
    if taken and pieces[-1].wrapped and lines_of_title <= len(owner):
        return None  # both cells are full, so that the line may be of either
    is_beside = taken != 0 and pieces[-1].title and not pieces[-1].is_laid_out
    if is_beside and may_go_on_beside(header, Split(title[:lines_of_title], owner, header.least), taken or 1):
        return None
    if _may_hold_owner(header, taken) or not fits(header, title, owner):
        return None
    return Split(() if taken is None else title, owner, header.least + (taken or 0), CELLS)


def _wrapped(piece: Piece) -> tuple[Sequence[str], Sequence[str]]:
    """The lines of title and owner in a row, as far as a program tells where they end."""
    cells = {" ".join(" ".join(cell).split()): cell for cell in piece.wrapped}
    title, owner = (" ".join(words) for words in (piece.title, piece.owner))
    return cells.get(title, [title]), cells.get(owner, [owner])


def _may_hold_owner(header: Evidence, taken: int | None) -> bool:
    """Whether the next lines, of which the title takes so many, may hold words of the owner.

    A table's cells may go on without borders below it: where the title does, with capitals, or beside an owner from above
    the code, which is centred; or where the owner's cell is full.
    """
    below, in_table = header.pieces[header.least :], header.code_piece.in_table
    if taken != 0:
        others = [word for piece in below[: taken or 1] if not piece.in_table for word in piece.words[1:]]
        is_above = any(piece.owner for piece in header.pieces[: header.own - 1])
        return in_table and (is_above or any(word[0].isupper() for word in others))
    last, width = header.pieces[header.least - 1].owner, header.columns.owner
    return any(
        may_be_name(piece) and not (piece.parted or width.has_room(" ".join(last), piece.words[0]))
        for piece in below[:1]
        if last and (in_table or (width.certain and begins_small(piece.text)))
    )


def by_title(header: Evidence, title: str) -> Split | None:
    """Read a header whose title the contents print: what its lines hold besides is the owner's."""
    split = beside_title(header, title) if title else None
    if split is None or next_line(header, split.lines) or not is_short(split.name):
        return None  # the owner may go on there
    return split


def beside_title(header: Evidence, title: str) -> Split | None:
    """The title that the contents print, and what the header's lines hold besides, line by line.

    None if they lack some of it, or go on behind the last word: then only the beginning is printed elsewhere.
    """
    wanted = title.split()
    owner: list[Words] = []
    lines = 0
    for piece in header.pieces:
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
                return None
            else:
                beside.append(word)
                was_title = False
        owner.append(tuple(beside))
    return Split((tuple(title.split()),), owner, lines, CONTENTS) if any(owner) and not wanted else None


def by_itself(header: Evidence, parting: Parting) -> Split | None:
    """Read a header whose owner nothing else prints, if its own lines leave no doubt."""
    if any(piece.split is not None for piece in header.pieces[: header.least]):
        return _by_fields(header, parting)
    below = header.pieces[header.own :]
    paragraph = [*below[:1], *takewhile(lambda piece: not piece.parted, below[1:])]
    if not paragraph or len(paragraph) > tolerances.MOST_NAME_LINES or not paragraph[0].parted:
        return None
    end = header.own + len(paragraph)
    if heading_goes_on(header, end) and header.pieces[end].words:
        return None  # one of the two may be the title's, or the description's
    is_described = len(below) > len(paragraph) or header.is_described
    # A year stands in running titles.
    is_dated = any(map(str.isdigit, "".join(piece.text for piece in paragraph)))
    if not is_described or is_dated or not (all(map(may_be_name, paragraph)) and paragraph[0].text[0].isupper()):
        return None
    title, owner = ([piece.words for piece in pieces] for pieces in (header.pieces[: header.own], paragraph))
    return Split(title, owner, header.own + len(owner), PARAGRAPH)


def _title_is_apart(header: Evidence) -> bool:
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
    others = words[1:] if header.own == 1 else words  # the first is the title's, if the code stands before it
    if (not title[-1] and header.own == 1) or not any(word[0].isupper() for word in others):  # a name begins so
        return True
    owner = [piece.owner for piece in header.pieces[: len(title)]]
    begins = any(owner) and begins_earlier(header, title, owner, beside=False)
    return header.columns.title.certain and header.columns.title.fits(header.title_texts(title)) and not begins


def _by_fields(header: Evidence, parting: Parting) -> Split | None:
    """Status, phase and period part title and owner; what follows on the next lines must be told from the description."""
    # Markdown headings may hold the title's next line as well.
    if header.code_piece.marked or (parting not in BY_LINES and not _title_is_apart(header)):
        return None
    pieces = header.pieces[: header.least]
    fields = [i for i, piece in enumerate(pieces) if piece.has_fields]
    between = pieces[fields[0] : fields[-1]] if fields else ()
    if parting in BY_LINES and any(piece.words and not piece.has_fields for piece in between):
        return None  # a page may end between the fields, behind the owner's first line
    title, owner = [piece.title for piece in pieces], [piece.owner for piece in pieces]
    untold = [i for i, piece in enumerate(pieces) if piece.split is None]
    if untold and (any(owner[: untold[-1]]) or any(piece.owner and not piece.has_fields for piece in pieces)):
        return None  # words of the owner may stand on a line that does not tell
    following = list(header.pieces[header.least :])
    lines = header.least
    if not any(owner) and following and may_be_name(following[0]) and not header.code_piece.has_fields:
        if parting not in BY_LINES and goes_on(header, title, lines) is not False:
            return None
        owner.append(following.pop(0).words)
        lines += 1
    elif any(owner) and take_open_lines(header, title, lines) != 0:
        return None  # where the title goes on, the owner may as well
    following = [piece for piece in following if piece.words]
    while ends_open(joined_lines(owner)) and following and may_be_name(following[0]) and not following[0].parted:
        owner.append(following.pop(0).words)
        lines += 1
    ends = not following or following[0].parted or not may_be_name(following[0])
    name = joined_lines(owner)
    is_name = name[:1].isupper() and len(name) <= tolerances.LONGEST_NAME_LINE and not ends_open(name)
    is_told = is_name and ends and not ends_open(joined_lines(title))
    return Split(title, owner, lines, FIELDS) if is_told else None
