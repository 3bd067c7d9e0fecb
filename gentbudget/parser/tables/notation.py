"""The notation of a report's figures, which the report itself tells: as the accounts print them, or as spreadsheets do.

A spreadsheet may show its numbers without marks between thousands, drop the zeros at their end (`19,6`), or show all
percentages with two decimals (`172,20%`). A report that prints a mark between thousands anywhere is in the accounts'
notation, and a figure without one is misread there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.tables.drafts import TableDraft
from gentbudget.parser.tables.figures import PlainDecimals, decimals_needed
from gentbudget.vocabulary import measures_of

_GROUPED = 1000
"""From here on, a number in the accounts' notation has marks."""


def read_plain_figures(tables: Sequence[TableDraft]) -> None:
    """Read the figures of these tables anew if they are plain numbers."""
    if not _is_plain(tables):
        return
    needed: dict[tuple[str, bool], Counter[int]] = defaultdict(Counter)
    for table in tables:
        for row in table.rows:
            for figure in row.figures:
                if (decimals := decimals_needed(figure.text)) is not None:
                    needed[table.kind, figure.is_share].update([decimals])
    for table in tables:
        printed = {m.is_share: m.decimals for m in measures_of(table.kind)}
        usual: Mapping[bool, int] = {s: _usual(needed[table.kind, s], printed[s]) for s in (False, True)}
        for row in table.rows:
            row.read_plain(PlainDecimals(usual[False], usual[True]))


def _is_plain(tables: Sequence[TableDraft]) -> bool:
    """Whether amounts of a thousand and more are printed, and never a mark between them.

    A percentage as large tells nothing: a spreadsheet that does not take it for a number leaves it as it was printed.
    """
    plain = 0
    for table in tables:
        for row in table.rows:
            for value, figure in zip(row.printed.values, row.figures, strict=True) if None in row.printed.values else ():
                plain += value is None and pattern("UNGROUPED").match(figure.text) is not None
            amounts = (
                value for value, (is_share, _) in zip(row.printed.values, row.printed.forms, strict=True) if not is_share
            )
            if any(value is not None and abs(value) >= _GROUPED for value in amounts):
                return False
    return plain >= tolerances.FEWEST_PLAIN_FIGURES


def _usual(needed: Counter[int], printed: int) -> int:
    """The fewest decimals that nearly all these figures can be printed with; all but one, if the accounts print so many."""
    longer = needed.total()
    for decimals in sorted(needed):
        longer -= needed[decimals]
        is_nearly_all = longer <= tolerances.MOST_LONGER_FIGURES * needed.total()
        if is_nearly_all or (decimals == printed and longer == 1 < needed[decimals]):
            return decimals
    return 0
