"""Reports as a page lays them out and programs read them off it: headers in cells whose text wraps where it must.

The breadths of letters are those of real typefaces, so that lines end where they do in print. Rows and cells of the tables
stand apart as the form says; what is tested here are the headers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest

from attrs import frozen

from tests.documents.accounts import BUDGET_HEAD, BUDGET_ROWS, STAFF_HEAD, STAFF_ROW, PrintedEntry, PrintedReport

# Breadths in thousandths of the size of the type: of Helvetica and Times, without accents.
_GROUPS = {
    "helvetica": {
        222: "ijl",
        278: " !,./:;fIt",
        333: "()-r",
        500: "ckJsvxyz",
        556: "0123456789?abdeghnopquL",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        944: "W",
    },
    "times": {
        250: " ,.",
        278: "!/:;ijlt",
        333: "()-frI",
        389: "sJ",
        444: "?acez",
        500: "0123456789bdghknopquvxy",
        556: "PS",
        611: "ELTZ",
        667: "BCR",
        722: "ADGHKNOQUVXYw",
        778: "&m",
        889: "M",
        944: "W",
    },
}
TYPEFACES = {
    name: {letter: breadth for breadth, letters in groups.items() for letter in letters} for name, groups in _GROUPS.items()
}
_ACCENTED = 500


def breadth(text: str, typeface: str) -> int:
    """Measure a text."""
    return sum(TYPEFACES[typeface].get(letter, _ACCENTED) for letter in text)


def wrapped(text: str, width: int, typeface: str) -> list[str]:
    """Break a text into lines of at most this width, as all programs do: each takes as many words as it has room for."""
    lines: list[str] = []
    for word in text.split():
        if lines and breadth(f"{lines[-1]} {word}", typeface) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


NARROWEST = 12_000
"""An owner's column is at least as wide: the longest word of a name has room in it."""

Row = Sequence[str]
"""What stands side by side at one height, an empty text where a cell has nothing."""


def rows(cells: Sequence[Sequence[str]], *, centred: bool) -> list[Row]:
    """The lines of cells side by side, from the top; where they are centred, the lines of two may stand between each other."""
    if not centred:
        return list(zip_longest(*cells, fillvalue=""))
    most = max(map(len, cells))
    heights: dict[int, list[str]] = {}
    for i, cell in enumerate(cells):
        for j, line in enumerate(cell):
            heights.setdefault(most - len(cell) + 2 * j, [""] * len(cells))[i] = line
    return [heights[height] for height in sorted(heights)]


def in_single_blanks(header: Sequence[Row]) -> list[str]:
    """Print row by row, with one blank between what stands side by side."""
    return [" ".join(filter(None, row)) for row in header]


def in_columns(header: Sequence[Row]) -> list[str]:
    """Print row by row, each column at its place."""
    widths = [max(map(len, column)) + 3 for column in zip(*header, strict=True)]
    return ["".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in header]


def one_cell_after_another(header: Sequence[Row]) -> list[str]:
    """Print the cells one below the other."""
    return [line for column in zip(*header, strict=True) for line in column if line]


FORMS: dict[str, tuple[Callable[[Sequence[Row]], list[str]], str]] = {
    "single blanks": (in_single_blanks, " "),
    "columns": (in_columns, "    "),
    "cells": (one_cell_after_another, "\n"),
}
"""How a form prints a header, and what parts the cells of its tables."""


@frozen
class Look:
    """How a report is typeset: the width of its titles, the typeface, and how the cells of a row are aligned."""

    width: int
    typeface: str
    centred: bool = False


def typeset(printed: PrintedReport, form: str, look: Look, *, blank_lines: bool) -> str:
    """Print a report in a form; its owners have half the width of its titles."""
    print_header, gap = FORMS[form]
    lines: list[str] = []
    for entry in printed.entries:
        lines += ["", entry.heading, ""]
        if entry.kind == "objective":
            lines += [entry.title, ""]
        else:
            lines += print_header(rows(_cells(entry, look), centred=look.centred))
        for paragraph in entry.description:
            lines += ["", *wrapped(paragraph, 3 * look.width, look.typeface)]
        lines += ["", gap.join([BUDGET_HEAD, *printed.budget_columns])]
        lines += [gap.join(filter(None, [*labels, *row])) for labels, row in zip(BUDGET_ROWS, entry.budget, strict=True)]
        lines += ["", gap.join([STAFF_HEAD, *printed.staff_columns]), gap.join([STAFF_ROW, *entry.staff])]
    return "\n".join(line for line in lines if line or blank_lines).strip() + "\n"


def _cells(entry: PrintedEntry, look: Look) -> list[list[str]]:
    """The cells of a header, each as its lines."""
    title = 1 if entry.kind == "plan" else 0
    widths = {title: look.width, len(entry.header) - 1: max(look.width // 2, NARROWEST)}
    return [wrapped(cell, widths.get(i, look.width), look.typeface) for i, cell in enumerate(entry.header)]
