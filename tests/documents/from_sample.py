"""The shipped sample as a report that can be printed again: real codes, names and figures in any look."""

from __future__ import annotations

import gentbudget
from gentbudget.model import Entry, Row

from .accounts import PrintedEntry, PrintedReport

_LOOKALIKES = str.maketrans({"\u2013": "-", "\u2022": "-", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u20ac": "EUR"})


def printed_sample(*objectives: str) -> PrintedReport:
    """What the sample prints of these objectives (all of them, if none is named), without what it lost.

    Entries that lost their header, and tables that lost a column, cannot be printed whole and are left out.
    """
    report = gentbudget.load_sample()
    pages = {row.code: row.page for row in report.contents}
    chosen = [entry for entry in report.objectives if not objectives or entry.code in objectives]
    entries = [printed for objective in chosen for entry in _walk(objective) if (printed := _printed(entry, pages))]
    return PrintedReport(
        year=report.year or 0,
        previous_year=report.previous_year or 0,
        title=report.title or "",
        entries=tuple(entries),
        budget_columns=tuple(column.label for column in chosen[0].budget.columns),
        staff_columns=tuple(column.label for column in chosen[0].staff.columns),
    )


def _walk(entry: Entry) -> list[Entry]:
    return [entry, *(below for child in entry.children for below in _walk(child))]


def _printed(entry: Entry, pages: dict[str, int | None]) -> PrintedEntry | None:
    rows = (*entry.budget.rows, entry.staff)
    if entry.code is None or entry.title is None or not all(all(texts) for texts in map(_texts, rows)):
        return None
    period = getattr(entry, "period", None)
    return PrintedEntry(
        kind=entry.kind,
        code=entry.code,
        title=entry.title,
        owner=getattr(entry, "owner", None),
        organisation=getattr(entry, "organisation", None),
        period=None if period is None else str(period),
        status=getattr(entry, "status", None),
        phase=getattr(entry, "phase", None),
        page=pages.get(entry.code),
        description=tuple(_in_latin_1(line) for paragraph in entry.paragraphs for line in paragraph.split("\n")),
        budget=tuple(_texts(row) for row in entry.budget.rows),
        staff=_texts(entry.staff),
    )


def _in_latin_1(text: str) -> str:
    """The text in the characters that the built-in fonts of PDF have."""
    return text.translate(_LOOKALIKES).encode("latin-1", "ignore").decode("latin-1")


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.figures)
