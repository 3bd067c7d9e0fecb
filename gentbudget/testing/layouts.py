"""The text of a report in the layouts that programs give it when they extract it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from gentbudget.exports.text import PrintedLine, printed_lines
from gentbudget.report import Report
from gentbudget.testing.entries import reports

Lines = Sequence[PrintedLine]

_GAP = "   "
_TABLES = ("budget head", "budget row", "staff head", "staff row")


@frozen
class Dump:
    """A report and its text in one layout, a key of `LAYOUTS`."""

    report: Report
    layout: str
    lines: tuple[PrintedLine, ...]
    """The report line by line, its cells parted by tabs; damage is done to these."""

    @property
    def text(self) -> str:
        """The text, in the layout."""
        return self.printed(self.lines)

    def printed(self, lines: Lines) -> str:
        """The text of other lines, damaged ones perhaps, in the layout of this dump."""
        return LAYOUTS[self.layout](lines)

    def __repr__(self) -> str:
        return f"Dump(layout={self.layout!r}, text={self.text!r})"

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:
        """Hypothesis shows an example that fails like this, and not how it was put together."""
        printer.text(repr(self))


@st.composite
def dumps(draw: st.DrawFn, report: st.SearchStrategy[Report] | None = None, *, layouts: Iterable[str] | None = None) -> Dump:
    """Reports, any unless a strategy for them is given, with their text in one of the layouts, any unless some are named.

    Every layout prints every figure. In ``single blanks`` and ``cells`` nothing parts title and owner any more.
    """
    one = draw(reports() if report is None else report)
    layout = draw(st.sampled_from(tuple(LAYOUTS if layouts is None else layouts)))
    return Dump(one, layout, tuple(printed_lines(one)))


# ---- layouts ---------------------------------------------------------------------------------------------------------


def _tabs(lines: Lines) -> str:
    return "\n".join(line.text for line in lines)


def _blanks(lines: Lines) -> str:
    return "\n".join(" ".join(filter(None, line.text.split("\t"))) for line in lines if line.part != "rule")


def _cells(lines: Lines) -> str:
    return "\n".join("\n".join(filter(None, line.text.split("\t"))) for line in lines if line.part != "rule")


def _columns(lines: Lines) -> str:
    return "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=False)).rstrip()
        for cells, widths, _ in _aligned(lines)
    )


def _markdown(lines: Lines) -> str:
    printed = []
    for cells, widths, part in _aligned(lines):
        if len(cells) == 1:
            printed.append(cells[0])
            continue
        printed.append("| " + " | ".join(cell.ljust(width).rstrip() for cell, width in zip(cells, widths, strict=False)) + " |")
        if part in ("budget head", "staff head"):
            printed.append("|" + "---|" * len(cells))
    return "\n".join(printed)


def _aligned(lines: Lines) -> Iterator[tuple[list[str], list[int], str]]:
    """The cells of every line, with the widths of the columns that they stand in; rules are left out."""
    for _, block in groupby((line for line in lines if line.part != "rule"), lambda line: (line.part in _TABLES, line.entry)):
        parted = [(line.text.split("\t"), line.part) for line in block]
        most = max(len(cells) for cells, _ in parted)
        widths = [
            max(len(cells[place]) for cells, _ in parted if len(cells) > max(1, place)) + len(_GAP) if place or most > 1 else 0
            for place in range(most)
        ]
        for cells, part in parted:
            yield cells, widths if len(cells) > 1 else [0], part


LAYOUTS: Mapping[str, Callable[[Lines], str]] = MappingProxyType(
    {"tabs": _tabs, "columns": _columns, "markdown": _markdown, "single blanks": _blanks, "cells": _cells}
)
"""How programs part the cells of a text: by tabs, by places in columns, by bars, by single blanks, by line ends."""
