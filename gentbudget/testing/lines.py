"""Damage to whole lines: lost, doubled, moved, put in between, and whole tables, entries and pages."""

from __future__ import annotations

from random import Random

from attrs import evolve

from gentbudget.exports.text import PrintedLine
from gentbudget.testing.page import (
    HEADS,
    ROWS,
    TABLE,
    Harm,
    Lines,
    NothingToHarmError,
    cells_of,
    choose,
    of_parts,
    places,
    printed,
    replaced,
    with_text,
)

_FURNITURE = (
    "Stad Gent - Jaarrekening 2024",
    "JAARREKENING 2024 4 | Gent, stad voor en door Gentenaars",
    "17",
    "Pagina 17",
    "11/24/26, 3:34 PM\tJaarrekening 2025",
    "https://stad.gent/jaarrekening\t3/13",
)
_PAGE = 40
"""How many lines a page has."""

_NEAR = 3
"""By how many lines a line moves at most."""


def _dropped(*parts: str) -> Harm:
    def harm(lines: Lines, random: Random) -> Lines:
        return replaced(lines, choose(random, of_parts(lines, *parts)))

    return harm


def _doubled(*parts: str) -> Harm:
    def harm(lines: Lines, random: Random) -> Lines:
        at = choose(random, of_parts(lines, *parts))
        return replaced(lines, at, lines[at], lines[at])

    return harm


def _line_dropped(lines: Lines, random: Random) -> Lines:
    return replaced(lines, choose(random, printed(lines)))


def _line_doubled(lines: Lines, random: Random) -> Lines:
    at = choose(random, printed(lines))
    return replaced(lines, at, lines[at], lines[at])


def _line_moved(lines: Lines, random: Random) -> Lines:
    """A line goes up or down by a few others."""
    among = printed(lines)
    at = choose(random, among)
    to = choose(random, [i for i in among if i != at and abs(among.index(i) - among.index(at)) <= _NEAR])
    rest = replaced(lines, at)
    return (*rest[:to], lines[at], *rest[to:])


def _rows_swapped(lines: Lines, random: Random) -> Lines:
    """Two neighbouring rows trade their places."""
    rows = of_parts(lines, *ROWS)
    at = choose(random, [i for i in rows if i + 1 in rows])
    return (*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :])


def _row_split(lines: Lines, random: Random) -> Lines:
    """A row goes on on the next line."""
    at = choose(random, of_parts(lines, *ROWS))
    cells = cells_of(lines[at])
    cut = choose(random, range(1, len(cells)))
    halves = ("\t".join(half) for half in (cells[:cut], cells[cut:]))
    return replaced(lines, at, *(evolve(lines[at], text=half) for half in halves))


def _section_apart(lines: Lines, random: Random) -> Lines:
    """The label of a section stands between its two rows, as where a cell that spans both is centred."""
    rows = of_parts(lines, "budget row")
    at = choose(random, [i for i in rows if i + 1 in rows and cells_of(lines[i])[0] and not cells_of(lines[i + 1])[0]])
    section, *rest = cells_of(lines[at])
    own = (evolve(lines[at], text="\t".join(rest)), evolve(lines[at], text=section))
    return replaced(lines, at, *random.choice([own, own[::-1]]))


def _table_dropped(lines: Lines, random: Random) -> Lines:
    at = choose(random, of_parts(lines, *HEADS))
    kind = lines[at].part.split()[0]
    return tuple(line for line in lines if line.entry != lines[at].entry or not line.part.startswith(kind))


def _some_entry(lines: Lines, random: Random) -> int:
    entries = sorted({line.entry for line in lines if line.entry is not None})
    if len(entries) <= 1:  # nothing else would be no report
        raise NothingToHarmError
    return choose(random, entries)


def _entry_dropped(lines: Lines, random: Random) -> Lines:
    entry = _some_entry(lines, random)
    return tuple(line for line in lines if line.entry != entry)


def _entry_doubled(lines: Lines, random: Random) -> Lines:
    entry = _some_entry(lines, random)
    own = places(lines, lambda line: line.entry == entry)
    return (*lines[: own[-1] + 1], *(lines[i] for i in own), *lines[own[-1] + 1 :])


def _header_in_blanks(lines: Lines, random: Random) -> Lines:
    """The cells of a header are run together by single blanks."""
    at = choose(random, places(lines, lambda line: line.part == "header" and "\t" in line.text))
    return with_text(lines, at, " ".join(filter(None, cells_of(lines[at]))))


def _owner_below(lines: Lines, random: Random) -> Lines:
    """The last cell of a header stands on a line of its own."""
    at = choose(random, places(lines, lambda line: line.part == "header" and "\t" in line.text))
    *rest, last = cells_of(lines[at])
    return replaced(lines, at, evolve(lines[at], text="\t".join(rest)), evolve(lines[at], text=last))


def _head_repeated(lines: Lines, random: Random) -> Lines:
    """A page ends inside a table, which goes on below a copy of its head."""
    at = choose(random, [i for i in of_parts(lines, "budget row") if lines[i - 1].part == "budget row"])
    head = lines[choose(random, of_parts(lines[:at], "budget head")[-1:])]
    return (*lines[:at], PrintedLine(random.choice(["", "\f", "17"]), "blank"), head, *lines[at:])


def _page_of(lines: Lines, random: Random) -> tuple[int, int]:
    starts = range(0, len(lines), _PAGE)
    if len(starts) <= 1:
        raise NothingToHarmError
    first = random.choice(starts)
    return first, first + _PAGE


def _page_lost(lines: Lines, random: Random) -> Lines:
    first, end = _page_of(lines, random)
    return (*lines[:first], *lines[end:])


def _page_twice(lines: Lines, random: Random) -> Lines:
    first, end = _page_of(lines, random)
    return (*lines[:end], *lines[first:])


def _inserted(*texts: str) -> Harm:
    """A line put in between, anywhere behind the first heading."""

    def harm(lines: Lines, random: Random) -> Lines:
        first = choose(random, of_parts(lines, "heading"))
        at = random.randrange(first + 1, len(lines) + 1)
        return (*lines[:at], PrintedLine(random.choice(texts), "text"), *lines[at:])

    return harm


def _in_line(what: str) -> Harm:
    """Tabs or blanks where a cell begins or ends."""

    def harm(lines: Lines, random: Random) -> Lines:
        at = choose(random, of_parts(lines, "heading", "header", "text", *TABLE))
        cells = cells_of(lines[at])
        place = random.randrange(len(cells))
        cells[place] = random.choice([what + cells[place], cells[place] + what])
        return with_text(lines, at, "\t".join(cells))

    return harm


LINE_DAMAGES: dict[str, Harm] = {
    "line lost": _line_dropped,
    "line doubled": _line_doubled,
    "line moved": _line_moved,
    "row dropped": _dropped(*ROWS),
    "row doubled": _doubled(*ROWS),
    "rows swapped": _rows_swapped,
    "row split over two lines": _row_split,
    "section's label apart": _section_apart,
    "head dropped": _dropped(*HEADS),
    "head repeated": _head_repeated,
    "header dropped": _dropped("header"),
    "header run together": _header_in_blanks,
    "owner on a line of its own": _owner_below,
    "heading dropped": _dropped("heading"),
    "table dropped": _table_dropped,
    "entry dropped": _entry_dropped,
    "entry doubled": _entry_doubled,
    "page lost": _page_lost,
    "page twice": _page_twice,
    "furniture inserted": _inserted(*_FURNITURE),
    "form feed inserted": _inserted("\f"),
    "rule inserted": _inserted("--------", "---\t----\t--"),
    "blank line inserted": _inserted("", "\t\t", "  "),
    "tabs inserted": _in_line("\t"),
    "blanks inserted": _in_line("   "),
}
