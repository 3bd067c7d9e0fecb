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
from itertools import combinations

from gentbudget.parser.lines.misreading import are_letters_near, left_of, letters_of
from gentbudget.parser.lines.naming import are_scraps
from gentbudget.parser.lines.stubs import FLOW_LABELS, SECTION_LABELS
from gentbudget.parser.tables.drafts import RowDraft, TableDraft
from gentbudget.parser.tables.placing import fits

Place = tuple[str, ...]
"""The labels of a row: section and flow, or one of them; or words that are none."""

Stub = tuple[tuple[str, ...], str]
"""What stands before the figures of a row: its labels, and the letters that are none."""

ALL_ROWS = tuple([(section, flow) for section in SECTION_LABELS for flow in FLOW_LABELS])
"""The labels of a budget's rows, in their order."""

WELL_LABELLED = frozenset(
    {ALL_ROWS, tuple([(section, flow) if flow == FLOW_LABELS[0] else (flow,) for section, flow in ALL_ROWS])}
)
"""The labels of all rows as they are printed: the section's at both of its rows, or at the first."""

_ALL_FLOWS = FLOW_LABELS * len(SECTION_LABELS)


def tell_sections(tables: Sequence[TableDraft]) -> None:
    """Give the rows of an entry's budget tables their sections by their order, if all are there."""
    rows = [row for table in tables if table.kind == "budget" for row in table.rows]
    if not _is_whole_run(tuple([(row.labels, _letters_before(row)) for row in rows])) or any(map(_is_doubtful, rows)):
        _tell_by_places(tables, rows)
        return
    with_flows = [row for row in rows if row.labels[-1] in FLOW_LABELS]
    for row, (section, _) in zip(with_flows, ALL_ROWS, strict=True):
        if row.labels[0] != section:
            row.labels = (section, row.labels[-1])
            row.printed_labels = (section, row.printed_labels[-1])
    for table in tables:
        table.rows = [row for row in table.rows if row.labels[-1] not in SECTION_LABELS]


def _letters_before(row: RowDraft) -> str:
    """What stands before a row's flow if it is not just a section's label, but a piece of one."""
    is_broken = len(row.labels) > 1 and left_of(row.printed_labels[0], row.labels[0])
    return row.printed.stub or (letters_of(row.printed_labels[0]) if is_broken else "")


def _tell_by_places(tables: Sequence[TableDraft], rows: Sequence[RowDraft]) -> None:
    """Give rows the place that is left for them between the labels that were read, where a scan lost rows, or labels.

    The label of each section stands between its two rows. All of these labels must be there, or the first row of each section.
    """
    if sum(row.labels[-1] in FLOW_LABELS for row in rows) >= len(_ALL_FLOWS) or any(row.printed.stub for row in rows):
        return
    figures = [row.text for row in rows if any(figure.value for figure in row.figures)]
    if len(set(figures)) < len(figures):  # one that is there twice takes another's place
        return
    told = _places(tuple([(row.labels, len(row) > 0) for row in rows]))
    printed = {row.labels[0] for row in rows}
    columns = {id(row): table.columns or () for table in tables for row in table.rows}
    for row, place in zip(rows, told, strict=False):
        if row.unread and not (len(row) == len(columns[id(row)]) and fits(row.figures, columns[id(row)])):
            continue  # its figures are misread, too
        if place is not None and place[-1] in FLOW_LABELS and row.labels != place:
            row.by_place = place[1] not in row.labels or place[0] not in printed
            row.labels = row.printed_labels = place
            row.unread = False
    if told:
        for table in tables:
            table.rows = [row for row in table.rows if row.labels[-1] not in SECTION_LABELS or len(row)]


@lru_cache(maxsize=1024)
def _places(rows: tuple[tuple[Place, bool], ...]) -> tuple[Place | None, ...]:
    """The place of each row, as its labels or a section's label alone; None where more than one is left. Empty if none fits."""
    places = [
        place for section in SECTION_LABELS for place in ((section, FLOW_LABELS[0]), (section,), (section, FLOW_LABELS[1]))
    ]
    between = sum(labels[-1] in SECTION_LABELS for labels, _ in rows)
    first = sum(labels[-1] == FLOW_LABELS[0] for labels, _ in rows)
    if len(SECTION_LABELS) not in (between, first):
        return ()
    readings = [
        reading
        for reading in combinations(places, len(rows))
        if all(_may_stand(*row, place) for row, place in zip(rows, reading, strict=True))
    ]
    return tuple([where[0] if len(set(where)) == 1 else None for where in zip(*readings, strict=True)])


def _may_stand(labels: Place, has_figures: bool, place: Place) -> bool:
    """Whether a row may stand at a place: what was read of its labels is there, and the rest is scraps."""
    if not has_figures:
        return labels == place
    known = [label for label in labels if label in SECTION_LABELS or label in FLOW_LABELS]
    return len(place) > 1 and all(label in place for label in known) and (bool(known) or are_scraps(labels))


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
            pieces[number] += letters or (labels[0] if labels[0] in SECTION_LABELS else "")
            if labels[0] not in SECTION_LABELS:
                loose[number] += letters
            flows.append(labels[-1])
    return tuple(flows) == _ALL_FLOWS and all(
        are_letters_near(pieces[number], section) or (places.get(section) == number and not loose[number])
        for number, section in enumerate(SECTION_LABELS)
    )
