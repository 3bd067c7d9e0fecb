"""Headers whose title is known: its letters and those of a name and of the fields are all that their lines hold.

Programs join words of two cells (`mengelingDienst`), drop the blanks and hyphens between words, or put blanks inside of them.
So words count for nothing here: the letters are those of the cells' texts mixed, each in its order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from math import prod
from typing import Final

from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words, texts_of_fields
from gentbudget.parser.headers.header import Evidence, Piece, Split
from gentbudget.parser.headers.hyphens import holds_broken_word
from gentbudget.parser.headers.letters import letters
from gentbudget.parser.headers.names import has_longer
from gentbudget.parser.headers.wrapping import heading_goes_on, leaves_cells, take_open_lines
from gentbudget.vocabulary import Kind

SPELT: Final = "its letters are those of a title and a name that are known"

Ends = tuple[int, ...]
"""How many letters of each text are read, or how many lines of each cell."""

Ways = dict[Ends, tuple[Ends, ...]]
"""How far each text may have got, with how far it was at the end of each line."""


def by_spelling(header: Evidence, names: Sequence[Words], titles: Iterable[str]) -> Split | None:
    """Read a header that has one of these titles, and one of the names, if there is no other way than one."""
    for title in titles:
        found = [] if holds_broken_word(title) else [one for one in _splits(header, names, title) if not _goes_on(header, one)]
        # The end of the title may be the beginning of a longer name.
        found = [one for one in found if not has_longer(header.pieces[: one.lines], (one.name,), names)]
        if len(found) == 1:
            return found[0]
    return None


def _goes_on(header: Evidence, split: Split) -> bool:
    """Whether a line below may be the header's as well: its title may have changed since it was known."""
    if leaves_cells(header, split.lines) or heading_goes_on(header, split.lines):
        return True
    return bool(take_open_lines(header, [*split.title], split.lines))


def _splits(header: Evidence, names: Sequence[Words], title: str) -> Iterator[Split]:
    """The ways to read a header that has this title, and one of the names."""
    printed = [letters(" ".join(piece.printed)) for piece in header.pieces]
    beside = {name: letters(title) + spelt for name in names if (spelt := letters(" ".join(name)))}
    sizes = _sizes(header.kind)
    for n in range(header.own, len(printed) + 1):
        read = "".join(printed[:n])
        for name in (name for name, text in beside.items() if len(read) - len(text) in sizes):
            for fields in fields_of(header.kind, read, beside[name]):
                texts = [title, " ".join(name), *fields.values()]
                if way := _mixture(header.pieces[:n], list(map(letters, texts))):
                    lines = [_lines(text, [0, *(at[i] for at in way)]) for i, text in enumerate(texts[:2])]
                    is_mixed = any(map(all, zip(*lines, strict=True)))
                    yield Split(lines[0], lines[1], n, SPELT, (tuple(title.split()), name), fields, is_mixed)


def fields_of(kind: Kind, read: str, beside: str | None = None) -> Iterator[dict[str, str]]:
    """The fields of a kind of header whose letters are all that are read beside others; some if these are not known."""
    rest = Counter(read)
    rest.subtract(beside or "")
    any_of = texts_of_fields(kind, read)
    for chosen in product(*any_of.values()):
        spelt = Counter(letters("".join(chosen)))
        if spelt <= rest if beside is None else spelt == rest:
            yield dict(zip(any_of, chosen, strict=True))


@cache
def _sizes(kind: Kind) -> frozenset[int]:
    """How many letters the fields of a kind of header may have."""
    return frozenset(len(letters("".join(chosen))) for chosen in product(*texts_of_fields(kind, "2024").values()))


def _mixture(pieces: Sequence[Piece], texts: Sequence[str]) -> tuple[Ends, ...]:
    """How far each text has got at the end of each line, if the lines are these texts mixed; else nothing.

    Where cells have lines of their own, any of them may be the next: a border may stand in the middle of a text.
    """
    ways: Ways = {(0,) * len(texts): ()}
    for piece in pieces:
        cells = [[letters(line) for line in cell] for cell in piece.wrapped] or [[letters(" ".join(piece.printed))]]
        if prod(len(cell) + 1 for cell in cells) > tolerances.MOST_STEPS:
            return ()
        begun: dict[Ends, Ways] = {(0,) * len(cells): ways}
        for _ in range(sum(map(len, cells))):
            more: dict[Ends, Ways] = defaultdict(dict)
            for read, so_far in begun.items():
                for i, cell in enumerate(cells):
                    if read[i] < len(cell) and (after := _spell(cell[read[i]], texts, so_far)):
                        more[_next(read, i)] |= after
            begun = more
        ways = {at: (*way, at) for found in begun.values() for at, way in found.items()}
    return ways.get(tuple(map(len, texts)), ())


def _spell(letters: str, texts: Sequence[str], ways: Ways) -> Ways:
    """How far each text may have got behind these letters."""
    for letter in letters:
        ways = {_next(at, i): way for at, way in ways.items() for i, text in enumerate(texts) if text.startswith(letter, at[i])}
    return ways


def _next(ends: Ends, i: int) -> Ends:
    """One of these is further by one."""
    return (*ends[:i], ends[i] + 1, *ends[i + 1 :])


def _lines(text: str, ends: Sequence[int]) -> Sequence[Words]:
    """The lines of a text, of whose letters so many stand before the end of each."""
    places = [i for i, sign in enumerate(text) if sign.isalnum()]
    starts = [0, *places[1:], len(text)]
    return [tuple(text[starts[start] : starts[end]].split()) for start, end in pairwise(ends)]
