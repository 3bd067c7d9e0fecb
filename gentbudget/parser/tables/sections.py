"""Which section each row of a budget table is of, where its label stands above or between its two rows.

A first cell that spans two rows prints its label wherever its middle comes to stand: on the first row or the second, above
both, or on a line between them. With all six rows there in their order, and each section's label at its own two, every row's
section is known. With anything less it is not, since a row that was lost would give its place to another.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from gentbudget.parser.lines.naming import SECTION_LABELS
from gentbudget.parser.tables.rows import RowDraft, TableDraft
from gentbudget.vocabulary import FLOWS

_FLOW_LABELS = tuple(flow.label for flow in FLOWS)

Labels = tuple[str, ...]


def tell_sections(tables: Sequence[TableDraft]) -> None:
    """Give the rows of an entry's budget tables their sections by their order, if all are there."""
    rows = [row for table in tables if table.kind == "budget" for row in table.rows]
    if not _is_whole_run(tuple([row.labels for row in rows])) or any(_is_doubtful(row) for row in rows):
        return
    flows = 0
    for row in rows:
        if row.labels[-1] not in _FLOW_LABELS:
            continue
        section = SECTION_LABELS[flows // len(_FLOW_LABELS)]
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
def _is_whole_run(rows: tuple[Labels, ...]) -> bool:
    """Whether these are the rows of all sections in order, each section's label printed once: above, between or on its two."""
    flows: list[str] = []
    places: dict[str, int] = {}
    for labels in rows:
        if labels[0] in SECTION_LABELS and places.setdefault(labels[0], len(flows)) != len(flows):
            return False
        if labels[-1] in _FLOW_LABELS:
            flows.append(labels[-1])
    return tuple(flows) == _FLOW_LABELS * len(SECTION_LABELS) and all(
        places.get(section, -1) // len(_FLOW_LABELS) == number for number, section in enumerate(SECTION_LABELS)
    )
