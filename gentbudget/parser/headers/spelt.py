"""Headers whose title is known: its letters and those of a name and of the fields are all that their lines hold.

Programs join words of two cells (`mengelingDienst`), drop the blanks and hyphens between words, or put blanks inside of them.
So words count for nothing here: the letters are those of the cells' texts mixed, each in its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise, product
from typing import NamedTuple

from attrs import evolve

from gentbudget.parser import tolerances
from gentbudget.parser.headers.by_names import has_more, heading_goes_on
from gentbudget.parser.headers.fields import FIELDS_OF, Words
from gentbudget.parser.headers.header import Header
from gentbudget.parser.headers.hyphens import holds_broken_word
from gentbudget.parser.headers.letters import letters
from gentbudget.parser.headers.whole import settle
from gentbudget.parser.headers.wrapping import take_open_lines
from gentbudget.parser.lines.grammar import pattern
from gentbudget.vocabulary import PHASES, STATUSES


class _Reading(NamedTuple):
    """A way to read a header: its fields, and title and name line by line, as they are spelt where they are known."""

    title: Sequence[Words]
    owner: Sequence[Words]
    name: Words
    fields: dict[str, str]

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return len(self.title)


def resolve_by_spelling(header: Header, names: Sequence[Words], titles: Sequence[str]) -> bool:
    """Read a header that has one of these titles, and one of the names, if there is no other way than one."""
    for title in titles:
        found = (
            [] if holds_broken_word(title) or header.fields.unknown else _without_parts(list(_readings(header, names, title)))
        )
        found = [r for r in found if not _goes_on(header, r) and not has_more(header, [r.name], names)]
        if len(found) == 1:
            _, owner, name, fields = found[0]
            header.fields = evolve(header.fields)
            header.fields.take(fields)
            settle(header, [tuple(title.split())], [name], found[0].lines)
            header.owner_lines = tuple(filter(None, owner)) if header.owner else ()
            header.title_lines = tuple(filter(None, found[0].title)) if header.title else ()
            header.run_together = True
            return True
    return False


def _goes_on(header: Header, reading: _Reading) -> bool:
    """Whether a line below may be the header's as well: its title may have changed since it was known."""
    below = header.pieces[reading.lines : header.least]  # longer lines have wide blanks because they are justified
    is_certain = any(len(piece.text) <= tolerances.LONGEST_CELL for piece in below)
    return is_certain or heading_goes_on(header, reading.lines) or bool(take_open_lines(header, [*reading.title], reading.lines))


def _without_parts(found: Sequence[_Reading]) -> list[_Reading]:
    """The readings without the names that are only a part of another."""
    return [
        a for a in found if not any(a.name != b.name and letters(" ".join(a.name)) in letters(" ".join(b.name)) for b in found)
    ]


def _readings(header: Header, names: Sequence[Words], title: str) -> Iterator[_Reading]:
    """The ways to read a header that has this title, and one of the names."""
    lines = [letters(" ".join(piece.printed)) for piece in header.pieces]
    ends = list(accumulate(map(len, lines)))[header.own - 1 :]
    for name, fields in product(names, _fields(header)):
        texts = [letters(text) for text in (title, " ".join(name), *fields.values())]
        size = sum(map(len, texts))
        taken = lines[: header.own + ends.index(size)] if size in ends else []
        if sorted("".join(taken)) == sorted("".join(texts)) and (way := _mixture(taken, texts)):
            cells = [_lines(text, [0, *(at[i] for at in way)]) for i, text in enumerate((title, " ".join(name)))]
            yield _Reading(cells[0], cells[1], name, fields)


def _fields(header: Header) -> list[dict[str, str]]:
    """The fields that a header may have: any, since those that were read of a line may be words of the title."""
    years = [year[0] for piece in header.pieces for word in piece.printed for year in pattern("YEAR").finditer(word)]
    periods = {f"{start} - {end}" for start, end in combinations(years[: tolerances.MOST_HEADER_LINES], 2) if start <= end}
    any_of = {"status": STATUSES, "phase": PHASES, "period": tuple(periods)}
    wanted = FIELDS_OF.get(header.kind, ())
    return [dict(zip(wanted, chosen, strict=True)) for chosen in product(*map(any_of.__getitem__, wanted))]


def _mixture(lines: Sequence[str], texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """How far each text has got at the end of each line, if the lines are these texts mixed; else nothing."""
    ways: dict[tuple[int, ...], tuple[tuple[int, ...], ...]] = {(0,) * len(texts): ()}
    for line in lines:
        for letter in line:
            ways = {
                (*at[:i], at[i] + 1, *at[i + 1 :]): way
                for at, way in ways.items()
                for i, text in enumerate(texts)
                if text.startswith(letter, at[i])
            }
        ways = {at: (*way, at) for at, way in ways.items()}
    return ways.get(tuple(map(len, texts)), ())


def _lines(text: str, ends: Sequence[int]) -> Sequence[Words]:
    """The lines of a text, of whose letters so many stand before the end of each."""
    places = [i for i, sign in enumerate(text) if sign.isalnum()]
    starts = [0, *places[1:], len(text)]
    return [tuple(text[starts[start] : starts[end]].split()) for start, end in pairwise(ends)]
