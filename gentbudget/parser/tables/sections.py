"""Which section each row of a budget table is of, where its label stands above or between its two rows.

A first cell that spans two rows prints its label wherever its middle comes to stand: on the first row or the second, above
both, or on a line between them; or a piece of it beside each. With all six rows there in their order, and each section's label
at its own two, every row's section is known. With anything less it is not, since a row that was lost would give its place to
another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from gentbudget.parser.lines.misreading import is_anagram
from gentbudget.parser.lines.stubs import FLOW_LABELS, SECTION_LABELS
from gentbudget.parser.tables.rows import RowDraft, TableDraft

Stub = tuple[tuple[str, ...], str]
"""What stands before the figures of a row: its labels, and the letters that are none."""

_ALL_ROWS = [(section, flow) for section in SECTION_LABELS for flow in FLOW_LABELS]
_ALL_FLOWS = FLOW_LABELS * len(SECTION_LABELS)


def tell_sections(tables: Sequence[TableDraft]) -> None:
    """Give the rows of an entry's budget tables their sections by their order, if all are there."""
    rows = [row for table in tables if table.kind == "budget" for row in table.rows]
    if [row.labels for row in rows] == _ALL_ROWS:  # each is printed with both, as nearly always
        return
    if not _is_whole_run(tuple([(row.labels, row.printed.stub) for row in rows])) or any(_is_doubtful(row) for row in rows):
        return
    flows = 0
    for row in rows:
        if row.labels[-1] not in FLOW_LABELS:
            continue
        section = SECTION_LABELS[flows // len(FLOW_LABELS)]
        flows += 1
        if row.labels[0] != section:
            row.labels = (section, *row.labels[-1:])
            row.printed_labels = (section, *row.printed_labels[-1:])
    for table in tables:
        table.rows = [row for row in table.rows if row.labels[-1] not in SECTION_LABELS]


def _is_doubtful(row: RowDraft) -> bool:
    """Whether a row has figures and no flow, or may be another's, because a line that was not understood stands above it."""
    labels = row.labels
    return (labels[-1] in SECTION_LABELS and len(row) > 0) or (row.behind_unknown and labels[0] not in SECTION_LABELS)


@lru_cache(maxsize=1024)
def _is_whole_run(rows: tuple[Stub, ...]) -> bool:
    """Whether these are the rows of all sections in order, each section's label printed at its own two."""
    flows: list[str] = []
    places: dict[str, int] = {}
    pieces: dict[int, str] = defaultdict(str)  # the letters beside the rows of each section
    loose: dict[int, str] = defaultdict(str)  # those that are no label
    for labels, letters in rows:
        number = len(flows) // len(FLOW_LABELS)
        if labels[0] in SECTION_LABELS and places.setdefault(labels[0], number) != number:
            return False
        if labels[-1] in FLOW_LABELS:
            pieces[number] += letters
            if labels[0] not in SECTION_LABELS:
                loose[number] += letters
            flows.append(labels[-1])
    return tuple(flows) == _ALL_FLOWS and all(
        is_anagram(pieces[number], section) or (places.get(section) == number and not loose[number])
        for number, section in enumerate(SECTION_LABELS)
    )
