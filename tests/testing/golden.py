"""Golden dumps cut into small reports, line by line and cell by cell, so that damage can be done to them as to any report.

What an extractor wrote stays as it is: the gaps between the cells of a line are kept, and put between them again when the
damaged lines are printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice, repeat

from attrs import evolve, field, frozen

import gentbudget
from gentbudget import ActionPlan, Entry, Report, ReportError
from gentbudget.exports.text import Part, PrintedLine
from gentbudget.testing import Dump
from tests.documents.extractors import LOST_READING_ORDER
from tests.documents.measuring import Dump as GoldenDump
from tests.documents.measuring import golden

FAMILIES = ("", "looks")
_GAPS = {"csv-semicolon": r"[ \"]*;[ \";]*"}
_GAP = r"[ ]*[|\t][ |\t]*|[ ]{2,}"
_ROWS = 7
"""How many rows the tables of an entry have."""

_BETWEEN = ' \t|;,"*'
"""What may stand between a figure and the next cell."""

_HEADINGS = ("beleidsdoelstelling", "actieplan", "acties")
_HEADS: tuple[tuple[str, Part], ...] = (("budgettaire", "budget head"), ("personeel", "staff head"))


@frozen
class Line(PrintedLine):
    """A line of a golden dump: its text has tabs where the ``gaps`` were."""

    gaps: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def printed(self) -> str:
        """The line as it was; where cells are lost or put in, with the last gap again or without the last."""
        cells = self.text.split("\t")
        gaps = [*self.gaps, *repeat(self.gaps[-1] if self.gaps else "  ", len(cells))][: len(cells) - 1]
        return "".join(chain.from_iterable(zip(cells, (*gaps, ""), strict=True)))


@frozen
class Piece(Dump):
    """A part of a golden dump, a small report of its own. ``layout`` is the name of the dump."""

    def printed(self, lines: Sequence[PrintedLine]) -> str:
        """The text of these lines, with the gaps that the dump has."""
        return "\n".join(line.printed if isinstance(line, Line) else line.text for line in lines)


def pieces(most: int, each: int = 3) -> Iterator[Piece]:
    """Plans of golden dumps that have so many actions at most, as reports of their own whose figures are all read and add up.

    Of each form there are so many dumps, and of each dump so many plans.
    """
    dumps = (dump for dump in chain.from_iterable(map(golden, FAMILIES)) if dump.form not in LOST_READING_ORDER)
    taken: Counter[str] = Counter()
    for dump in dumps:
        found = list(islice(_of_dump(dump, most), each)) if taken[dump.source_and_form] < each else []
        taken[dump.source_and_form] += bool(found)
        yield from found


def _of_dump(dump: GoldenDump, most: int) -> Iterator[Piece]:
    try:
        report = gentbudget.parse(dump.text)
    except ReportError:
        return
    rows = dump.text.split("\n")
    for plan in report.plans:
        if plan.code and 0 < len(plan.actions) <= most:
            piece = _piece(dump, "\n".join(rows[plan.lines[0] - 1 : plan.actions[-1].lines[1]]))
            if piece is not None:
                yield piece


def _piece(dump: GoldenDump, text: str) -> Piece | None:
    try:
        report = gentbudget.parse(text)
    except ReportError:
        return None
    rows = [(*entry.budget.rows, entry.staff) for entry in report.entries]
    whole = all(entry.code for entry in report.entries) and all(
        len(printed) == _ROWS and all(row.numbers and None not in row.numbers for row in printed) for printed in rows
    )
    if not whole or any(finding.severity != "info" for finding in report.check()):
        return None
    if not isinstance(report.roots[0], ActionPlan) or len(report.roots) > 1:
        return None
    piece = Piece(evolve(report, source=dump.name), dump.name, tuple(_lines(report, _GAPS.get(dump.form, _GAP))))
    assert piece.text == text, dump.name
    return piece


def _lines(report: Report, gap: str) -> Iterator[Line]:
    numbers = {number: i for i, e in enumerate(report.entries) for number in range(e.lines[0], e.lines[1] + 1)}
    spans: dict[int, list[tuple[int, int]]] = {}
    parts: dict[int, Part] = {}
    for entry in report.entries:
        parts.update(_parts(entry, report.text.split("\n")))
        for row in (*entry.budget.rows, entry.staff):
            for cell in row.figures:
                if cell.text:
                    spans.setdefault(cell.line, []).append((cell.column - 1, cell.column - 1 + len(cell.text)))
    for number, raw in enumerate(report.text.split("\n"), 1):
        cells, gaps = _parted(raw, sorted(spans.get(number, ())), gap)
        yield Line("\t".join(cells), parts.get(number, "blank"), numbers.get(number), gaps=gaps)


def _parts(entry: Entry, raw: Sequence[str]) -> Iterator[tuple[int, Part]]:
    """What each line of an entry is."""
    rows: dict[int, Part] = {}
    for row in entry.budget.rows:
        rows.update({cell.line: "budget row" for cell in row.figures if cell.text})
    rows.update({cell.line: "staff row" for cell in entry.staff.figures if cell.text})
    part: Part = "text"
    for number in range(entry.lines[0], entry.lines[1] + 1):
        text = raw[number - 1].casefold()
        if number in rows:
            part = rows[number]
            yield number, part
        elif not text.strip():
            yield number, "blank"
        elif "--" in text and not any(map(str.isalnum, text)):
            yield number, "rule"
        elif head := next((head for word, head in _HEADS if word in text and part != "heading"), None):
            part = head
            yield number, part
        elif part in ("text", "header") and any(word in text for word in _HEADINGS) and entry.code not in raw[number - 1]:
            yield number, "heading"
        elif entry.code and entry.code in raw[number - 1] and part == "text":
            yield number, "header"
        else:
            yield number, part


def _parted(raw: str, figures: Sequence[tuple[int, int]], gap: str) -> tuple[list[str], tuple[str, ...]]:
    """The cells of a line and the gaps between them; a figure is a cell."""
    found = [m.span() for m in re.finditer(gap, raw) if not any(a < m.end() and m.start() < b for a, b in figures)]
    for start, end in figures:
        before = len(raw[:start]) - len(raw[:start].rstrip(_BETWEEN))
        behind = len(raw[end:]) - len(raw[end:].lstrip(_BETWEEN))
        found += [(start - before, start)] * bool(before) + [(end, end + behind)] * bool(behind)
    cells, gaps, done = [], [], 0
    for start, end in _merged(sorted(found)):
        cells.append(raw[done:start].replace("\t", " "))
        gaps.append(raw[start:end])
        done = end
    return [*cells, raw[done:]], tuple(gaps)


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
