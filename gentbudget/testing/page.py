"""What every kind of damage works with: the lines of a page, chosen and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import TypeVar

from attrs import evolve

from gentbudget.exports.text import PrintedLine

Lines = tuple[PrintedLine, ...]
Harm = Callable[[Lines, Random], Lines]
Chosen = TypeVar("Chosen")

TABLE = ("budget head", "budget row", "staff head", "staff row")
HEADS = ("budget head", "staff head")
ROWS = ("budget row", "staff row")


class NothingToHarmError(Exception):
    """The page has nothing that this kind of damage could be done to."""


def choose(random: Random, among: Sequence[Chosen]) -> Chosen:
    """Choose one; raises `NothingToHarmError` where there is none."""
    if not among:
        raise NothingToHarmError
    return random.choice(among)


def places(lines: Lines, wanted: Callable[[PrintedLine], object]) -> list[int]:
    """The numbers, from 0, of the lines that are wanted."""
    return [place for place, line in enumerate(lines) if wanted(line)]


def printed(lines: Lines) -> list[int]:
    """The lines of entries that are not blank."""
    return places(lines, lambda line: line.entry is not None and line.text.strip())


def of_parts(lines: Lines, *parts: str) -> list[int]:
    """The lines of some parts."""
    return places(lines, lambda line: line.part in parts)


def replaced(lines: Lines, at: int, *others: PrintedLine) -> Lines:
    """Other lines in the place of one."""
    return (*lines[:at], *others, *lines[at + 1 :])


def with_text(lines: Lines, at: int, text: str) -> Lines:
    """Another text on a line."""
    return replaced(lines, at, evolve(lines[at], text=text))


def cells_of(line: PrintedLine) -> list[str]:
    """What tabs part."""
    return line.text.split("\t")


def with_cells(lines: Lines, at: int, cells: Iterable[str]) -> Lines:
    """Other cells on a line."""
    return with_text(lines, at, "\t".join(cells))


def figure_cells(line: PrintedLine) -> list[int]:
    """The numbers of the cells that hold figures."""
    return [place for place, cell in enumerate(cells_of(line)) if line.part in ROWS and any(map(str.isdecimal, cell))]


def a_figure(lines: Lines, random: Random, wanted: Callable[[str], object] = bool) -> tuple[int, int]:
    """Choose a figure that is wanted: its line, and its cell there."""
    found = [
        (at, cell) for at in of_parts(lines, *ROWS) for cell in figure_cells(lines[at]) if wanted(cells_of(lines[at])[cell])
    ]
    return choose(random, found)


def with_figure(lines: Lines, at: int, cell: int, text: str) -> Lines:
    """Another text in a cell."""
    cells = cells_of(lines[at])
    cells[cell] = text
    return with_cells(lines, at, cells)
