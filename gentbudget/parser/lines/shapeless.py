"""Texts that are no report, told by their looks before they are read: reading keeps objects for every line."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import chain

from gentbudget.errors import NotAReportError
from gentbudget.parser import tolerances
from gentbudget.vocabulary import HEADINGS, TABLES

# Of every heading and every table, one word; the last stands in nearly every entry.
_LABELS = (*HEADINGS.values(), *[label.partition(" ")[0] for label in TABLES.values()])


def no_report(text: str) -> NotAReportError:
    """The error for a text without entries."""
    objective, plan, actions = HEADINGS.values()
    why = ""
    if "\0" in text:
        why = "; the text has NUL characters, so it may be binary, or UTF-16 without a byte order mark"
    elif text.count("\r") - text.count("\r\n") > text.count("\n"):
        why = "; its lines end with carriage returns alone, so they are one line: write line feeds for these (`tr '\\r' '\\n'`)"
    first = next((line for line in text[:4000].split("\n") if line.strip()), "")
    return NotAReportError(
        f"no heading {objective}, {plan} or {actions} in this text: it is no overview of policy objectives,"
        f" or only its table of contents{why}",
        excerpt=first,
    )


def refuse_shapeless(text: str) -> None:
    """Refuse a long text in which lines are shorter, or labels rarer or more frequent, than in any report."""
    if len(text) < tolerances.LONG_TEXT:
        return
    if len(text) < tolerances.FEWEST_CHARACTERS_A_LINE * _lines(text, 0, len(text)):
        raise _unlike_a_report(text, "no report has so short lines", 0)
    labels = sum(map(text.count, _LABELS))
    last = 0
    for start in _places_of_labels(text):
        # No more lines than characters stand between two labels, so nearly nowhere they need be counted.
        if start - last > tolerances.MOST_LINES_WITHOUT_LABEL < _lines(text, last, start):
            if not labels:
                raise no_report(text)
            raise _unlike_a_report(text, "no report has so many lines without a heading or a table", last)
        last = start
    if len(text) < tolerances.FEWEST_CHARACTERS_A_LABEL * labels:
        raise _unlike_a_report(text, "no report has so many headings with so little below them", 0)


def _places_of_labels(text: str) -> Iterator[int]:
    """The places of labels, and the text's end; nearly everywhere those of one are near enough to each other to tell."""
    last = 0
    *others, often = _LABELS
    for start in chain(_places(often, text, 0, len(text)), (len(text),)):
        if start - last > tolerances.MOST_LINES_WITHOUT_LABEL:
            yield from merge(*(_places(label, text, last, start) for label in others))
        yield start
        last = start


def _places(label: str, text: str, start: int, end: int) -> Iterator[int]:
    """The places at which a label stands between two."""
    while (start := text.find(label, start, end)) >= 0:
        yield start
        start += len(label)


def _lines(text: str, start: int, end: int) -> int:
    return text.count("\n", start, end) + text.count("\f", start, end)


def _unlike_a_report(text: str, why: str, start: int) -> NotAReportError:
    line = text.count("\n", 0, start) + 1
    return NotAReportError(f"{why}: this text is no overview of policy objectives", line=line, column=1)
