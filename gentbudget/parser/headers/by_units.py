"""Headers read by the words that names of units begin with: `AC34485 - Taxivergunningen Dienst Wonen`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, takewhile
from typing import Final

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.headers.hyphens import AND
from gentbudget.parser.headers.names import is_name, is_sentence, may_be_name
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.headers.wrapping import fits, goes_on
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence
from gentbudget.vocabulary import UNITS

UNIT: Final = "it begins as the names of units do"


def by_unit(header: Evidence) -> Split | None:
    """Read a header in which a name begins with the word for a unit, behind a whole title, and ends before a description.

    Of several such words it is the last: a title may tell of a unit, too. Where lines of both cells may be joined, nothing
    tells where the name's go on, unless nothing behind that word can be the title's.
    """
    if header.own > 1 or any(piece.in_table and not _tells_lines(piece) for piece in header.pieces[: header.least]):
        return None
    splits = [_split(header, i, n) for i, n in _places(header)]
    return next(filter(None, reversed(splits)), None)


def _places(header: Evidence) -> Iterator[tuple[int, int]]:
    """The lines of the title, and the one below it, that have a word for a unit, and which of their words that is."""
    title: list[Words] = []
    for i, piece in enumerate(header.pieces[: tolerances.MOST_TITLE_LINES]):
        is_below = i >= header.least and (piece.parted or not goes_on(header, title, i))
        ends = set(accumulate(len(line.split()) for line in piece.wrapped[0])) if _tells_lines(piece) else None
        for n, word in enumerate(piece.words[:1] if is_below else piece.words):
            if word in UNITS and piece.split in (None, n) and (ends is None or n in ends):
                yield i, n
        if is_below:
            return
        title.append(piece.words)


def _tells_lines(piece: Piece) -> bool:
    """Whether a row has one cell, and tells where the lines of that end."""
    return piece.is_one_cell and bool(piece.wrapped)


def _split(header: Evidence, i: int, n: int) -> Split | None:
    """The header with a name from this word on, if the title is whole before it, and the name with the end of a line."""
    title = [piece.words for piece in header.pieces[:i]] + [header.pieces[i].words[:n]]
    before = joined_lines(title).split()
    # Behind a capital the name may begin earlier, unless that is the title's first word, or names another unit with all others.
    capitals = [*takewhile(lambda word: word[0].isupper(), reversed(before))]
    may_begin_above = len(before) > 1 and bool(capitals) and UNITS.isdisjoint(capitals)
    if not before or may_begin_above or before[-1] in UNITS or ends_open(" ".join(before)):
        return None
    owner = [header.pieces[i].words[n:]]
    following = header.pieces[i + 1 :]
    while n == 0 and following and _is_open(owner) and _may_go_on(owner, following[0]):
        owner.append(following[0].words)
        following = following[1:]
    lines = i + len(owner)
    name = tuple(word for line in owner for word in line)
    is_marked, alone = header.code_piece.marked, n == 0
    if lines < header.least or _is_open(owner) or not _is_unit(name, alone=is_marked and alone) or not _ends(header, following):
        return None
    if is_marked and not all(word in AND or (alone and ends_open(word)) for word in filter(begins_small, name)):
        return None  # in a line that a program joined of several, they may be of the title's next one
    split = Split([*title, *[()] * (lines - i - 1)], [*[()] * i, *owner], lines, UNIT)
    return split if fits(header, split.title, split.owner) else None


def _may_go_on(owner: Sequence[Words], piece: Piece) -> bool:
    """Whether a name that is open may go on with this line: behind *en*, a small letter is more likely the title's."""
    is_small = owner[-1][-1] in AND and begins_small(piece.text)
    return may_be_name(piece) and not piece.parted and not is_small


def _is_open(owner: Sequence[Words]) -> bool:
    """Whether a name goes on: its words lead on, or it is no more than the word for a unit."""
    return ends_open(joined_lines(owner)) or owner[-1][-1] in UNITS


def _is_unit(name: Words, *, alone: bool) -> bool:
    """Whether words are one name: no two capitals of which the second may begin another stand side by side.

    In a heading of its own, ``alone``, they may. `Juridische Dienst en Kennisbeheer` begins earlier.
    """
    others = name[2:] if name[1] in UNITS else name[1:]  # `Staf Departement Onderwijs`
    pairs = [] if alone else pairwise(others)
    is_one = not any(a[0].isupper() and b[0].isupper() and not (a.isupper() or a[-1] == ",") for a, b in pairs)
    is_said = any(map(ends_sentence, name))
    return is_one and not is_said and is_name(name) and others[0] not in (*AND, "-") and UNITS.isdisjoint(others)


def _ends(header: Evidence, following: Sequence[Piece]) -> bool:
    """Whether what follows is a description's for certain: it is said, a point of a list, or broader than the header."""
    if not following:
        return not header.is_cut_off
    text = following[0].text
    is_point = pattern("BULLET").fullmatch(text.split()[0]) is not None
    is_broad = len(text) > max(len(" ".join(header.code_piece.printed)), tolerances.LONGEST_NAME_LINE)
    return not begins_small(text) and (is_point or is_broad or is_sentence(following[0].words) or ends_sentence(text))


def begins_at_unit(title: Words, name: Words) -> bool:
    """Whether a name may begin with a unit's among the last words of the title: `overleg Dienst HR en Sociaal` / `Overleg`."""
    capitals = [*takewhile(lambda word: word[0].isupper() or word in AND, reversed(title[1:]))]
    at = len(title) - len(capitals) + next((n for n, word in enumerate(reversed(capitals)) if word in UNITS), len(capitals))
    return at < len(title) and name[0] not in UNITS and not ends_open(title[at - 1]) and is_name((*title[at:], *name))
