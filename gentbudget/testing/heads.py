"""Damage to whole heads and rows of tables: labels that wrap or are printed over each other, lines run together or broken."""

from __future__ import annotations

from random import Random

from attrs import evolve

from gentbudget.testing.page import (
    HEADS,
    ROWS,
    Harm,
    Lines,
    cells_of,
    choose,
    of_parts,
    places,
    replaced,
    with_cells,
    with_text,
)
from gentbudget.vocabulary import COMPARED

_MISREAD_COMPARED = ("tov.", "t.o.v", "to.v.", "t.o.V.", "t.ov.", "t,o.v.")


def _labels_over_each_other(lines: Lines, random: Random) -> Lines:
    """Two neighbouring labels overlap by a few characters, which come out one by one from each."""
    at = choose(random, of_parts(lines, *HEADS))
    cells = cells_of(lines[at])
    place = choose(random, [i for i in range(1, len(cells) - 1) if cells[i] and cells[i + 1]])
    first, second = cells[place], cells[place + 1]
    overlap = random.randint(1, 3)
    mixed = "".join(a + b for a, b in zip(first[-overlap:], second[:overlap], strict=True))
    cells[place : place + 2] = [first[:-overlap] + mixed + second[overlap:]]
    return with_cells(lines, at, cells)


def _head_wrapped(lines: Lines, random: Random) -> Lines:
    """The labels of a head stand on two lines, each with what there is room for in its column."""
    at = choose(random, of_parts(lines, *HEADS))
    upper, lower = [], []
    for cell in cells_of(lines[at]):
        words = cell.split(" ")
        cut = random.randint(1, len(words))
        upper.append(" ".join(words[:cut]))
        lower.append(" ".join(words[cut:]))
    return replaced(lines, at, *(evolve(lines[at], text="\t".join(cells)) for cells in (upper, lower)))


def _comparison_misread(lines: Lines, random: Random) -> Lines:
    at = choose(random, places(lines, lambda line: line.part in HEADS and COMPARED in line.text))
    return with_text(lines, at, lines[at].text.replace(COMPARED, random.choice(_MISREAD_COMPARED)))


def _rows_on_one_line(lines: Lines, random: Random) -> Lines:
    rows = of_parts(lines, "budget row")
    at = choose(random, [i for i in rows if i + 1 in rows])
    joined = f"{lines[at].text}\t{lines[at + 1].text.strip()}"
    return (*lines[:at], evolve(lines[at], text=joined), *lines[at + 2 :])


def _row_wrapped(lines: Lines, random: Random) -> Lines:
    """A row goes on on the next line in the middle of a cell."""
    at = choose(random, of_parts(lines, *ROWS))
    text = lines[at].text
    cut = choose(random, range(1, len(text)))
    return replaced(lines, at, *(evolve(lines[at], text=half) for half in (text[:cut], text[cut:])))


HEAD_DAMAGES: dict[str, Harm] = {
    "labels of a head over each other": _labels_over_each_other,
    "head over two lines": _head_wrapped,
    "comparison misread": _comparison_misread,
    "two rows on one line": _rows_on_one_line,
    "row broken inside a cell": _row_wrapped,
}
