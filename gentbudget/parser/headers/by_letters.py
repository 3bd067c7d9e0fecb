"""Headers read by the letters of names that are known, where their cells are mixed or their words are broken."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from gentbudget.parser.headers.by_names import heading_goes_on, may_go_on_with_and
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Header, Piece
from gentbudget.parser.headers.hyphens import Hyphenation, mended_lines
from gentbudget.parser.headers.letters import Reading, letters, readings
from gentbudget.parser.headers.names import may_go_on_below
from gentbudget.parser.headers.whole import joined_lines, settle
from gentbudget.parser.headers.wrapping import begins_earlier, take_open_lines
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence


def resolve_by_letters(header: Header, names: Sequence[Words], hyphenation: Hyphenation) -> bool:
    """Read a header whose cells are mixed, or whose words are broken, if it can be read in one way alone."""
    found = _found(header, names, scattered=hyphenation.scatters_words)
    if len(found) != 1:
        return False
    reading = found[0]
    if any(ends_sentence(" ".join(line)) for line in reading.title):
        return False  # the name stands in a description
    if header.leaves_cells(reading.lines) or any(map(_holds_border, header.pieces, reading.title)):
        return False
    title, lines = list(reading.title), reading.lines
    taken = take_open_lines(header, title, lines)
    if taken is None or heading_goes_on(header, lines + taken) or _holds_part(reading.name, title, names):
        return False
    if not reading.in_cells and _may_be_longer(header, reading, taken, is_known=reading.name in hyphenation.names):
        return False
    title, joined = mended_lines(title, hyphenation)
    below = header.pieces[lines + taken :][:1]
    may_go_on = any(begins_small(piece.text) and not piece.parted for piece in below)  # as few descriptions begin
    is_cut = hyphenation.scatters_words or header.cuts_words or may_go_on
    header.fields = evolve(header.fields)
    header.fields.take(reading.fields)
    name = reading.name
    if name not in hyphenation.names:  # where it was learnt, a line may have broken one of its words: here it may be whole
        name = min(name, tuple(word for line in reading.owner for word in line), key=len)
    settle(header, () if is_cut else title, [name], lines + taken)
    if header.owner:
        header.owner_lines = tuple(filter(None, reading.owner))
    header.run_together = True
    header.joined += tuple(word for word in joined if word not in header.joined) if header.title else ()
    return True


def _found(header: Header, names: Sequence[Words], *, scattered: bool) -> list[Reading]:
    """The ways to read a header that its fields allow, without the names that are only a part of another."""
    if header.fields.unknown:
        return []
    found = readings(header, names, scattered=scattered)
    agreeing = [reading for reading in found if header.fields.agree(reading.fields)]
    by_letters = [(letters(" ".join(reading.name)), reading) for reading in agreeing]
    return [r for name, r in by_letters if not any(name in other != name for other, _ in by_letters)]


def _holds_border(piece: Piece, title: Words) -> bool:
    """Whether the title would go on behind a border with a capital. One that cuts a word in two parts no cells."""
    behind = () if piece.split is None or not piece.in_table else title[piece.split :]
    return "".join(behind)[:1].isupper()


def _holds_part(name: Words, title: Sequence[Words], names: Sequence[Words]) -> bool:
    """Whether the title has another name that is a part of this one: that may be the owner, and the rest the title's."""
    whole, read = letters(" ".join(name)), letters(joined_lines(title))
    parts = (part for other in names if (part := letters(" ".join(other))) != whole and part in whole)
    return any(part in read for part in parts)


def _may_be_longer(header: Header, reading: Reading, taken: int, *, is_known: bool) -> bool:
    """Whether the name may be the end of a longer one: of what is read as the title's.

    Below the title, it is so behind the middle of a phrase, unless a line that goes on with that follows.
    """
    if not is_known and begins_earlier(header, reading.title, reading.owner, beside=True):
        return True
    may_go_on = may_go_on_with_and(header, reading.owner, reading.lines) if taken else may_go_on_below(header, reading.lines)
    if may_go_on:
        return True
    is_below = any(words and not beside for words, beside in zip(reading.owner, reading.title, strict=False))
    goes_on = taken and not begins_small(header.pieces[reading.lines].text)
    return bool(is_below and goes_on and ends_open(joined_lines(reading.title)))


def resolve_title_by_letters(header: Header, title: str) -> bool:
    """Take a title that the contents print, where the words of the header begin with its letters."""
    wanted, read = letters(title), ""
    words = [word for piece in header.pieces for word in piece.words]
    for word, after in pairwise([*words, ""]):
        read += letters(word)
        if read == wanted:
            return not begins_small(after) and settle(header, [tuple(title.split())], (), header.least)
    return False
