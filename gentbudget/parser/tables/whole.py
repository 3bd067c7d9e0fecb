"""Heads made whole: lines that a rule parts from the table's label, and the last lines of labels that wrap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sys import intern

from gentbudget.model import Column
from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.naming import row_labels
from gentbudget.parser.lines.parts import TablePart
from gentbudget.parser.tables.heads import Head, is_dashed_rule, read_columns, table_kind
from gentbudget.parser.tables.printed import figures_behind, printed_words

Lines = tuple[Line, ...]

ROWS = ("ROW", "ROW_LABEL", "UNHEADED_ROW")
"""The lines that are a row for certain, or the labels of one."""


def with_beginnings(parts: Sequence[TablePart]) -> Iterator[TablePart]:
    """The tables, each with the first lines of its head, where a rule parts them from the line with the table's label."""
    above: TablePart | None = None
    for part in parts:
        if above is not None and _begins(above, part):
            above = TablePart(above.head + part.head, part.lines)
            continue
        if above is not None:
            yield above
        above = part
    if above is not None:
        yield above


def _begins(above: TablePart, part: TablePart) -> bool:
    """Whether a head begins with lines above it: nothing but a rule stands between, and it cannot be read without them."""
    if (
        not all(line.is_rule for line in above.lines)
        or table_kind(printed_lines(above.head))
        or not table_kind(printed_lines(part.head))
    ):
        return False
    return above.all_lines[-1].number + 1 == part.head[0].number and read_columns(printed_lines(part.head)) is None


def printed_lines(head: Sequence[Line]) -> Head:
    """The lines of a head as they are printed."""
    return tuple([line.raw for line in head])


def shared_lines(head: Sequence[Line]) -> Head:
    """The lines of a head as they are printed; of those that all tables print alike, one is kept."""
    return tuple([intern(line.raw) for line in head])


def is_as_wide(head: Sequence[Line], above: Sequence[Column] | None) -> bool:
    """Whether a head without its table's label has as many columns as the table above it, which it then repeats."""
    columns = read_columns(printed_lines(head))
    return above is None or (columns is not None and len(columns) == len(above))


def whole_head(part: TablePart) -> tuple[Lines, Lines, Lines]:
    """The head with what else stands before the first row, the last lines of labels that wrap; and the lines of the rows.

    If the head is whole without some of these lines, they come last: they are no part of the table.
    """
    end = 0
    for line in part.lines:
        if line.type in ROWS or holds_figures(line):
            break
        end += 1
    if not end and len(part.head) == 1:
        return part.head, part.lines, ()
    above = part.head + tuple(line for line in part.lines[:end] if not line.is_rule or is_dashed_rule(line.raw))
    lines = part.lines[end:]
    if lines:
        width = len(figures_behind(lines[0].raw, labels=len(row_labels(lines[0].raw))))
        goes_on = any(line.type == "FIGURES" for line in lines[1:2])
        for count in (len(above), *range(1, min(len(above), tolerances.MOST_HEAD_LINES))):
            columns = read_columns(printed_lines(above[:count]))
            if columns and (len(columns) == width or (goes_on and count == len(above) and len(columns) > width)):
                return above[:count], lines, tuple(line for line in above[count:] if not line.is_rule)
    return above, lines, ()


def holds_figures(line: Line) -> bool:
    """Whether a line has figures that are no years, as no head has: a row whose labels are misread, perhaps."""
    return len(numbers_in(line)) > 1


def numbers_in(line: Line) -> list[str]:
    """What looks like a figure, misread ones included, and is no year, no day and no time."""
    runs = [run for run in printed_words(line.raw) if any(map(str.isdigit, run))]
    return [run for run in runs if not any(pattern(name).fullmatch(run) for name in ("YEAR", "MOMENT"))]
