"""The rows of a budget told by their order, where their labels are broken in ways that no line tells by itself.

A cell that has no room for its label breaks it anywhere, and a program may put the halves on the line of the figures, on lines
of their own, behind the figures, or behind the end of a page:

    Uitgaven      451.349   984.909  218,2%  1.031.058   95,5%     Financierin
    Ontvangste g
    n              15.722    17.369  110,5%      6.285  276,3%

With the figures of six rows, and all letters of their labels in an order that does not contradict, every row is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, NamedTuple

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.misreading import letters_of
from gentbudget.parser.lines.stubs import FLOW_LABELS, SECTION_LABELS
from gentbudget.parser.tables.drafts import Drafts, RowDraft
from gentbudget.parser.tables.printed import PrintedRow, Run, runs
from gentbudget.parser.tables.rows import stands_below_figures
from gentbudget.parser.tables.sections import ALL_ROWS, WELL_LABELLED

_SECTIONS: Final = tuple(map(str.casefold, SECTION_LABELS))
_FLOWS: Final = tuple(map(str.casefold, FLOW_LABELS))
_LETTERS: Final = Counter("".join(chain(_SECTIONS, _FLOWS * len(_SECTIONS))))


class _RowLine(NamedTuple):
    """A line with figures of rows, or pieces of their labels: those that stand before its figures, and behind.

    ``is_known`` says that it has no other words.
    """

    line: Line
    figures: Sequence[Run]
    before: Sequence[str]
    behind: Sequence[str]
    is_known: bool


def put_in_order(drafts: Drafts, lines: Iterable[Line], text: str) -> None:
    """Read the budget of an entry by the order of its rows, if these are its lines, and its rows are not all there as they are.

    Other lines without figures may stand among them, as those of a head that a page repeats.
    """
    tables = [table for table in drafts.tables if table.kind == "budget"]
    if not tables or (len(tables) == 1 and tuple([row.labels for row in tables[0].rows]) in WELL_LABELLED):
        return
    printed = [row for line in lines if (row := _row_line(line)).figures or row.is_known]
    rows = _rows(printed, text) if all(row.is_known for row in printed) else []
    if rows:
        for table in tables:
            table.rows = []
        tables[0].rows = rows
        used = {row.line.number for row in printed}
        drafts.stray = [line for line in drafts.stray if line.number not in used]


def _row_line(line: Line) -> _RowLine:
    """What a line has of rows; a head has no figures but years."""
    printed = list(runs(line.raw))
    figures = [(run, at) for run, at in printed if any(map(str.isdigit, run))]
    if all(pattern("YEAR").fullmatch(run) for run, _ in figures):
        figures = []
    words = [(letters_of(run), at) for run, at in printed if any(map(str.isalpha, run))]
    is_known = bool(figures or words) and all(_is_piece(letters) for letters, _ in words)
    first = figures[0][1] if figures else len(line.raw)
    before, behind = ([letters for letters, at in words if (at < first) == is_before] for is_before in (True, False))
    return _RowLine(line, figures, before, behind, is_known)


def _is_piece(letters: str) -> bool:
    """Whether letters stand side by side in the label of a row."""
    return any(letters in label for label in chain(_SECTIONS, _FLOWS))


def _rows(lines: Sequence[_RowLine], text: str) -> list[RowDraft]:
    """The six rows of which these are the lines; nothing if that is in doubt."""
    groups = _grouped(lines)
    if len(groups) != len(ALL_ROWS):
        return []
    rows = [_row(labels, group, text) for labels, group in zip(ALL_ROWS, groups, strict=True)]
    [(usual, count)] = Counter([row.printed.forms for row in rows]).most_common(1)
    told = [row.text for row in rows if any(figure.value for figure in row.figures)]
    if count < len(rows) - 1 or len(set(told)) < len(told):
        return []
    rows[0].behind_unknown = stands_below_figures(lines[0].line, text)
    for row, group in zip(rows, groups, strict=True):
        if row.printed.forms != usual and len(group) > 1:  # a figure that its cell breaks stands before those on its left
            row.printed = PrintedRow.of(row.labels, row.labels)
    return rows


def _grouped(lines: Sequence[_RowLine]) -> list[list[_RowLine]]:
    """The lines of each row, by how many figures one has; nothing if there are other letters than those of six rows."""
    printed = Counter("".join(chain.from_iterable(chain(line.before, line.behind) for line in lines)))
    width, rest = divmod(sum(len(line.figures) for line in lines), len(ALL_ROWS))
    are_all = printed <= _LETTERS and (_LETTERS - printed).total() <= tolerances.MISREAD_IN_LABEL
    if rest or width < tolerances.FEWEST_STAFF_FIGURES or not are_all:
        return []
    groups: list[list[_RowLine]] = [[]]
    left = width
    for line in lines:
        if not left:
            groups.append([])
            left = width
        left -= len(line.figures)
        if left < 0 or not _may_stand(line, len(groups) - 1):
            return []
        groups[-1].append(line)
    return groups if not left else groups[:-1]  # behind the last row may stand the rest of its label


def _may_stand(row: _RowLine, place: int) -> bool:
    """Whether what is left of the labels on a line may stand at a row's place, or behind the figures at the next one's."""
    for words, places in ((row.before, (place,)), (row.behind, (place, place + 1))):
        for word in (word for word in words if len(word) >= tolerances.SHORTEST_HALF):
            flows = [n for n, flow in enumerate(_FLOWS) if flow.startswith(word)]
            sections = [n for n, section in enumerate(_SECTIONS) if section.startswith(word)]
            if flows and places[-1] % len(_FLOWS) not in flows:
                return False
            if sections and all(at // len(_FLOWS) not in sections for at in places):
                return False
    return True


def _row(labels: tuple[str, str], lines: Sequence[_RowLine], text: str) -> RowDraft:
    """The row with these labels, and the figures of these lines."""
    first = next(row.line for row in lines if row.figures)
    figures = [(run, row.line.start - first.start + at) for row in lines for run, at in row.figures]
    printed = PrintedRow.of(labels, labels, figures)
    return RowDraft(text, lines[0].line.type, first.number, first.start, len(first.raw), printed, labels, labels)
