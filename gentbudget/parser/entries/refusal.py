"""Texts that are refused: no overview of policy objectives, or one whose rows cannot be told."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from gentbudget.errors import NotAReportError
from gentbudget.model import Entry
from gentbudget.parser.entries.drafts import EntryDraft
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.shapeless import no_report
from gentbudget.parser.tables.drafts import RowDraft


def refuse_other_texts(drafts: Sequence[EntryDraft], text: str) -> None:
    """Refuse a text in which a heading may stand by chance, but no code and no row of figures."""
    if not any(draft.code or draft.tables.tables for draft in drafts):
        raise no_report(text)


def refuse_lost_order(drafts: Sequence[EntryDraft], with_figures: int, text: str) -> None:
    """Refuse a text whose tables were printed column by column: rows cannot be told there, or only by guessing.

    So many of its rows are ``with_figures``.
    """
    heads = sum([draft.heads for draft in drafts])
    loose = (line for draft in drafts for lines in (draft.tables.stray, draft.introduction.lines) for line in lines)
    figures = pattern("FIGURES")
    bare = [line for line in loose if not line.raw[:1].isalpha() and figures.fullmatch(line.raw + "\n")]
    if with_figures < heads or len(bare) > with_figures:
        raise _lost_order(bare[0] if bare else next(draft.head for draft in drafts if draft.head), text)


@frozen(eq=False)
class Stacked:
    """Rows with one cell a line, if most are: how many figures are printed, and the first row's label; None if none is."""

    printed: int
    first: Line | None

    @classmethod
    def of(cls, rows: Sequence[RowDraft], stacked: Sequence[RowDraft]) -> Stacked:
        """What all rows print, if most are such."""
        most = 2 * len(stacked) > len(rows)
        return cls(sum(map(len, rows)) if most else 0, stacked[0].line if most else None)


def refuse_unplaced(stacked: Stacked, entries: Sequence[Entry], text: str) -> None:
    """Refuse a text with one cell a line in which most figures found no place in a row."""
    if stacked.first is None:
        return
    placed = sum(bool(c.text) for e in entries for row in (*e.budget.rows, e.staff) for c in row.figures)
    if 2 * placed < stacked.printed:
        raise _lost_order(stacked.first, text)


def _lost_order(where: Line, text: str) -> NotAReportError:
    return NotAReportError(
        "the figures of the tables do not stand behind their labels: the text was extracted column by column."
        " Extract it again so that rows stay together, such as with `pdftotext -layout`",
        line=where.number,
        column=where.start - text.rfind("\n", 0, where.start),
        excerpt=where.raw,
    )
