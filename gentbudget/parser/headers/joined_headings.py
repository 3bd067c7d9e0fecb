"""Names learnt from headings that a program joined of several lines: `Beheer van Dienst Groen parken en pleinen`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, takewhile

from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.header import Evidence
from gentbudget.parser.headers.names import is_name, is_small, only_parts
from gentbudget.parser.headers.whole import may_end
from gentbudget.parser.lines.phrases import begins_small, ends_open
from gentbudget.vocabulary import UNITS


def names_in_headings(headers: Sequence[Evidence]) -> dict[Words, int]:
    """Names in headings, or rows with one cell, that a program joined of several lines, behind and before different words.

    Wherever one ends, a small word follows. One that a longer one has wherever it stands is none.
    """
    titles: dict[Words, set[str]] = defaultdict(set)
    before: dict[Words, set[str]] = defaultdict(set)
    behind: dict[Words, set[str]] = defaultdict(set)
    last: dict[Words, set[str]] = defaultdict(set)
    for header in headers:
        piece = header.code_piece
        words = piece.words if (piece.marked or piece.is_one_cell) and header.own == 1 else ()
        for start, end in combinations(range(1, len(words) + 1), 2):
            name = words[start:end]
            after = "".join(words[end : end + 1])
            ends = name[-1][0].isupper() or (name[0] in UNITS and bool(name[2:]))
            if name[0][0].isupper() and ends and not after[:1].isupper() and may_end(name) and is_name(name):
                titles[name].add(piece.text)
                before[name].add(words[start - 1])
                behind[name].add(after)
                last[name].add(words[-1])
    names = {
        name: found
        for name, found in titles.items()
        if len(found) > 1
        and len(before[name]) > 1
        and len(behind[name]) > 1
        # Where all end alike, that may be the rest of the name, on its next line.
        and len(last[name]) > 1
        and (name[-1][0].isupper() or "" in behind[name])
        and any((is_small(word) or name[0] in UNITS) and not ends_open(word) for word in before[name])
    }
    parts = only_parts(names)
    return {name: len(before[name]) for name in names if name not in parts}


def names_around_titles(headers: Sequence[Evidence]) -> dict[Words, int]:
    """Names of units that lie around the ends of titles, which programs join from both lines of their cells, in how many.

    `Beheer van Dienst Nachtleven en fietspaden Horecaondersteuning`: what all headings with the same beginning end with.
    """
    ends: dict[Words, list[Words]] = defaultdict(list)
    for header in headers:
        for begun, behind in _parted_by_units(header) if header.code_piece.marked else ():
            ends[begun].append(behind)
    names = {}
    for begun, rests in ends.items():
        end = _common_end(rests)
        between = [words[: len(words) - len(end)] for words in rests]
        # The name may have a line of its own between these: `Afdeling Vergunningen, pleinen Handhaving en wegen Leegstand`.
        between = [words for words in between if not any(word[0].isupper() for word in words[1:])]
        is_apart = len({words[0] for words in between}) > 1 and len({words[-1] for words in between}) > 1
        name = (*begun, *end)
        enough = len(between) > (1 if ends_open(" ".join(begun)) else 2)
        may_be_end = len(end) == 1 or (end and end[0][0].isupper())
        if enough and is_apart and may_be_end and may_end(name) and is_name(name):
            names[name] = len(between)
    return names


def _parted_by_units(header: Evidence) -> Iterator[tuple[Words, Words]]:
    """The ways to part a heading behind words that begin as names of units do: those, and all behind them."""
    words = tuple(chain.from_iterable(piece.words for piece in header.pieces[: header.own]))
    led = sum(len(piece.words) for piece in header.pieces[: header.own - 1])  # before the code
    for start, end in combinations(range(len(words)), 2):
        begins = words[start] in UNITS and (start == 0 or begins_small(words[start - 1]))
        if begins and end - start > 1 and (end == led if start < led else begins_small(words[end])):
            yield words[start:end], words[end:]


def _common_end(lines: Sequence[Words]) -> Words:
    """The last words of all of these; not the first of any."""
    ends = zip(*(reversed(words[1:]) for words in lines), strict=False)
    same = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, ends)]
    return tuple(reversed(same))
