"""Headers read by the letters of names that are known, where their cells are mixed or their words are broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from gentbudget.parser.headers.cut_rows import CUT, fills_first_cell, of_cut_row
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Split
from gentbudget.parser.headers.hyphens import Hyphenation, holds_broken_word, mended_lines
from gentbudget.parser.headers.letters import letters, splits
from gentbudget.parser.headers.names import has_longer, may_go_on_below
from gentbudget.parser.headers.own_lines import CONTENTS
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.headers.wrapping import (
    begins_earlier,
    heading_goes_on,
    leaves_cells,
    may_go_on_beside,
    take_open_lines,
)
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence


def by_letters(header: Evidence, names: Sequence[Words], hyphenation: Hyphenation) -> Split | None:
    """Read a header whose cells are mixed, or whose words are broken, if it can be read in one way alone."""
    found = _found(header, names, scattered=hyphenation.scatters_words)
    if len(found) != 1 or any(ends_sentence(" ".join(line)) for line in found[0].title):
        return None  # or the name stands in a description
    split, name = found[0], found[0].name
    if has_longer(header.pieces[: split.lines], (name,), names):
        return None  # nor does the longer one leave another way
    title = list(split.title)
    taken = take_open_lines(header, title, split.lines) if title else 0  # none of it is known where borders cut it
    if leaves_cells(header, split.lines) or _holds_border(header, split) or _stands_whole(header, split, names):
        return None
    if taken is None or heading_goes_on(header, split.lines + taken):
        return None
    title, joined = mended_lines(title, hyphenation)
    is_half = header.code_piece.marked and any(holds_broken_word(" ".join(line)) for line in title)
    may_be_longer = _may_be_longer(header, split, taken, is_known=name in hyphenation.names)
    if is_half or may_be_longer or _holds_part(name, title, names):
        return None
    lines = split.lines + taken
    may_go_on = any(begins_small(piece.text) and not piece.parted for piece in header.pieces[lines : lines + 1])
    is_cut = header.cuts_words and not fills_first_cell(header, split.title) and split.why != CUT
    if hyphenation.scatters_words or is_cut or may_go_on:  # few descriptions begin with a small letter
        title = []
    if name not in hyphenation.names:  # where it was learnt, a line may have broken one of its words: here it may be whole
        name = min(name, tuple(word for line in split.owner for word in line), key=len)
    return split._replace(title=title, lines=lines, spelt=(None, name), joined=tuple(joined))


def _found(header: Evidence, names: Sequence[Words], *, scattered: bool) -> list[Split]:
    """The ways to read a header that its fields allow, without names that are only a part of another, or spelt with blanks."""
    found = [] if header.fields.unknown else splits(header, names, scattered=scattered)
    agreeing = [one for one in found if header.fields.agree(one.fields or {})] or of_cut_row(header, names)
    agreeing.sort(key=lambda one: -len(one.name))
    by_letters = {(letters(" ".join(one.name)), tuple(one.title)): one for one in agreeing}
    return [one for (name, _), one in by_letters.items() if not any(name in other != name for other, _ in by_letters)]


def _holds_border(header: Evidence, split: Split) -> bool:
    """Whether the title would go on behind a border with a capital. One that cuts a word in two parts no cells."""
    for piece, title, owner in zip(header.pieces, split.title, split.owner, strict=False):
        behind = () if piece.split is None or not piece.in_table else title[piece.split :]
        # Where no fields stand between the two, such a word may be the first of the owner's.
        begun = {cell.partition(" ")[0] for cell in piece.cells[1:]} if piece.in_table and header.kind == "action" else set()
        if any(word[0].isupper() for word in (*behind[:1], *(begun & {*title} - {*owner}))):
            return True
    return False


def _stands_whole(header: Evidence, split: Split, names: Iterable[Words]) -> bool:
    """Whether a name stands whole in one line, where it may be the title's, but is read in several; or another one does."""
    lines = [f" {' '.join(piece.printed)} " for piece in header.pieces[: split.lines]]

    def stands(name: Words) -> bool:
        return any(f" {' '.join(name)} " in line for line in lines)

    if stands(split.name):
        return sum(map(bool, split.owner)) > 1
    return header.code_piece.marked and any(map(stands, names))


def _holds_part(name: Words, title: Sequence[Words], names: Sequence[Words]) -> bool:
    """Whether the title has another name that is a part of this one: that may be the owner, and the rest the title's."""
    whole, read = letters(" ".join(name)), letters(joined_lines(title))
    parts = (part for other in names if (part := letters(" ".join(other))) != whole and part in whole)
    return any(part in read for part in parts)


def _may_be_longer(header: Evidence, split: Split, taken: int, *, is_known: bool) -> bool:
    """Whether the name may be the end of a longer one: of what is read as the title's.

    Below the title, it is so behind the middle of a phrase, unless a line that goes on with that follows.
    """
    if not is_known and begins_earlier(header, split.title, split.owner, beside=True):
        return True
    may_go_on = may_go_on_beside(header, split, taken, is_whole=True) if taken else may_go_on_below(header, split.lines)
    if may_go_on:
        return True
    is_below = any(words and not beside for words, beside in zip(split.owner, split.title, strict=False))
    goes_on = taken and not begins_small(header.pieces[split.lines].text)
    return bool(is_below and goes_on and ends_open(joined_lines(split.title)))


def title_by_letters(header: Evidence, title: str) -> Split | None:
    """Take a title that the contents print, where the words of the header begin with its letters."""
    wanted = letters(title)
    for first in dict.fromkeys((0, header.own - 1)):  # the owner's cell may begin above the code
        read = ""
        words = [word for piece in header.pieces[first:] for word in piece.words]
        for word, after in pairwise([*words, ""]):
            read += letters(word)
            if read == wanted:
                return None if begins_small(after) else Split((tuple(title.split()),), (), header.least, CONTENTS)
    return None
