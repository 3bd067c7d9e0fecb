"""Headers read by the words that the names of a town's units begin with: `Dienst`, `Departement`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence, Split
from gentbudget.parser.headers.names import is_name, is_sentence, may_be_name
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.headers.wrapping import fits, take_open_lines
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.phrases import begins_small, ends_open, ends_sentence
from gentbudget.vocabulary import UNITS

UNIT: Final = "its name begins as those of units do"


def by_unit(header: Evidence) -> Split | None:
    """Read a header in which one name begins with the word for a unit, behind a whole title, and ends for certain."""
    found = list(_splits(header))
    return found[-1] if found else None


def _splits(header: Evidence) -> Iterator[Split]:
    if header.own > 1 or any(piece.in_table or piece.marked for piece in header.pieces[:header.least]):
        return
    title: list[Words] = []
    for i, piece in enumerate(header.pieces[: tolerances.MOST_TITLE_LINES]):
        if i and (piece.parted or (i >= header.least and not _goes_on(title, piece))):
            if not (piece.words[:1] and piece.words[0] in UNITS):
                return
        for n, word in enumerate(piece.words):
            if word in UNITS and (piece.split in (None, n)):
                split = _split(header, (*title, piece.words[:n]), i, piece.words[n:])
                if split:
                    yield split
        title.append(piece.words)


def _goes_on(title, piece):
    return bool(title) and (ends_open(joined_lines(title)) or begins_small(piece.text))


def _split(header: Evidence, title, i: int, name: Words) -> Split | None:
    before = joined_lines(title)
    if not before or ends_open(before):
        return None
    words = before.split()
    if len(words) > 1 and words[-1][0].isupper() and words[-1][-1:] not in ")":
        return None
    owner = [name]
    lines = i + 1
    while (ends_open(" ".join(name)) or len(name) == 1) and lines < len(header.pieces) and not title[-1]:
        piece = header.pieces[lines]
        if not may_be_name(piece) or piece.parted:
            return None
        owner.append(piece.words)
        name = (*name, *piece.words)
        lines += 1
    if lines < header.least or len(name) == 1 or ends_open(" ".join(name)) or not is_name(name) or not _is_whole(name):
        return None
    if lines < len(header.pieces) and not _is_description(header, lines):
        return None
    owners = [()] * i + owner
    titles = list(title) + [()] * (lines - i - 1)
    if not fits(header, titles, owners):
        return None
    return Split(titles, owners, lines, UNIT)


def _is_whole(name: Words) -> bool:
    caps = [w[0].isupper() or w[0].isdigit() for w in name]
    return name[1][0].isupper() | name[1][0].islower() and name[1] not in ("en", "&", "van", "voor", "-") and not any(
        a and b and not x.isupper() and x not in UNITS for (x, y), (a, b) in zip(pairwise(name), pairwise(caps)) if not x.endswith(",")
    ) and not any(w in UNITS for w in name[1:])


def _is_description(header: Evidence, i: int) -> bool:
    piece = header.pieces[i]
    if piece.parted or piece.split is not None or pattern("BULLET").fullmatch(piece.words[0]) or piece.words[0] in "-–":
        return not begins_small(piece.text)
    return not begins_small(piece.text) and (is_sentence(piece.words) or ends_sentence(piece.text) or len(piece.text) > 90)
