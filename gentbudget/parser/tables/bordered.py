"""Figures by the borders of their cells."""

from __future__ import annotations

from gentbudget.parser.lines.grammar import pattern, unwrapped
from gentbudget.parser.tables.figures import Figure, read_figure
from gentbudget.parser.tables.printed import is_word, kind_of_row
from gentbudget.parser.tables.rows import RowDraft


def bordered_figures(row: RowDraft) -> tuple[Figure | None, ...]:
    """The figures cell by cell, None for an empty cell, if the cells of the row's line have borders."""
    line = row.line
    if not line.has_borders:
        return ()
    text = unwrapped(line.raw)
    # No run reaches over a border.
    cells = [[(run[0], run.start()) for run in pattern("RUN").finditer(text, start, end)] for _, start, end in line.cells]
    labelled = max(place for place, runs in enumerate(cells) if not place or any(is_word(run) for run, _ in runs))
    behind = cells[labelled + 1 :]
    if behind and not behind[0] and kind_of_row(row.labels) == "staff":
        del behind[0]  # the staff table's second stub cell
    if any(len(runs) > 1 for runs in behind):
        return ()
    figures = ([Figure(text, *read_figure(text, row.plain), row.start + offset) for text, offset in runs] for runs in behind)
    return tuple([next(iter(cell), None) for cell in figures])
