"""Which of the grammar's parts are one entry: damage may have cut an entry in two, or left two in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.naming import row_labels
from gentbudget.parser.lines.parts import EntryPart, TablePart
from gentbudget.parser.tables.heads import table_kind
from gentbudget.parser.tables.whole import printed_lines
from gentbudget.vocabulary import FLOWS, HEADINGS, SECTIONS, STAFF_ROW, TableKind

Lines = tuple[Line, ...]

_ROWS = ("ROW", "LOOSE_ROW", "FIGURES")
_MOST_ROWS = len(SECTIONS) * len(FLOWS)
_FLOW_LABELS = tuple((flow.label,) for flow in FLOWS)


def with_beginning(front: Lines, entries: Iterator[EntryPart]) -> tuple[Lines, Iterator[EntryPart]]:
    """Front matter and entries; where a text begins in the middle of an entry, what follows the contents is of that entry."""
    first = next(entries, None)
    if first is None:
        return front, entries
    if first.heading is not None or first.introduction:
        return front, chain((first,), entries)
    start = 1 + max((i for i, t in enumerate(front) if t.type in ("CODE_LINE", "CONTENTS_HEADING")), default=-1)
    if start and not any(line.type == "CONTENTS_HEADING" for line in front):
        start -= 1  # a code that stands in no table of contents is a header's
    return front[:start], chain((EntryPart(None, front[start:], first.tables),), entries)


def whole_entries(parts: Iterable[EntryPart]) -> Iterator[EntryPart]:
    """The entries, with those put together that a stray line cut in two, and those apart that lost heading and header."""
    before: EntryPart | None = None
    for part in (single for entry in parts for single in _single_entries(entry)):
        if before is None:
            before = part
        elif _goes_on(before, part):
            heading = before.heading if before.heading is not None else part.heading
            before = EntryPart(heading, before.introduction + part.introduction, before.tables + part.tables)
        else:
            whole, before = _with_whole_table(before, part)
            yield whole
    if before is not None:
        yield before


def _with_whole_table(before: EntryPart, part: EntryPart) -> tuple[EntryPart, EntryPart]:
    """Two entries, with the rows above the second's code its own where one Markdown table holds the end of the first as well.

    Such a table swallowed the heading between them, perhaps into the first of these rows, which are lines of cells that are
    centred beside the code.
    """
    if part.heading is not None or not (before.tables and part.introduction) or "|" not in part.introduction[0].raw:
        return before, part
    *tables, last = before.tables
    last_row = max((i for i, line in enumerate(last.lines) if line.type != "TEXT_LINE" or "|" not in line.raw), default=-1)
    above = last.lines[last_row + 1 :]
    if not above or part.introduction[0].number - above[0].number != len(above):
        return before, part
    upper = EntryPart(before.heading, before.introduction, (*tables, TablePart(last.head, last.lines[: last_row + 1])))
    return upper, EntryPart(None, tuple(map(_without_heading, above)) + part.introduction, part.tables)


def _without_heading(line: Line) -> Line:
    """The line without the heading that stands in one of its cells."""
    heading = next((cell for cell in line.cells if cell.text in HEADINGS.values()), None)
    if heading is None:
        return line
    raw = f"{line.raw[: heading.start]}{' ' * (heading.end - heading.start)}{line.raw[heading.end :]}"
    return Line(line.type, raw, line.number, line.start, line.begins_page)


def _goes_on(before: EntryPart, part: EntryPart) -> bool:
    """Whether two parts are one entry: of one only the heading is there, or its heading is printed again further on.

    Words of a table's head, such as `Jaarrekening 2024` as a running title, end an introduction where they stand.
    """
    if any(table.lines for table in before.tables):
        return False
    if before.heading is not None:
        return part.heading is None and not any(line.type == "CODE_LINE" for line in before.introduction)
    return part.heading is not None and not any(line.type == "CODE_LINE" for line in part.introduction)


def _single_entries(part: EntryPart) -> Iterator[EntryPart]:
    """An entry whose successor lost heading and header, apart from it: no entry has a budget behind its staff."""
    apart = _apart(part.tables)
    if not any(_kind(table) == "staff" for table in apart[:-1]):  # as nearly always
        yield part if apart is part.tables else EntryPart(part.heading, part.introduction, apart)
        return
    introduction, tables, heading = part.introduction, list[TablePart](), part.heading
    kinds = [_kind(table) for table in apart]
    staffed = False
    for table, kind in zip(apart, kinds, strict=True):
        if staffed and (kind == "budget" or not table.head):
            last = max((i for i, t in enumerate(tables[-1].lines) if t.type in _ROWS), default=-1)
            between = tables[-1].lines[last + 1 :]
            tables[-1] = TablePart(tables[-1].head, tables[-1].lines[: last + 1])
            yield EntryPart(heading, introduction, tuple(tables))
            introduction, tables, heading, staffed = between, [], None, False
        staffed = staffed or (kind == "staff" and bool(table.lines))
        tables.append(table)
    yield EntryPart(heading, introduction, tuple(tables))


def _kind(table: TablePart) -> TableKind | None:
    return table_kind(printed_lines(table.head))


def _apart(tables: tuple[TablePart, ...]) -> tuple[TablePart, ...]:
    """The tables of an entry, with rows of a budget that lost their head apart from the staff that stands above them.

    One budget has no more rows than all sections have; so where more are printed, those behind the staff are another's.
    """
    if sum([len(table.lines) for table in tables]) <= _MOST_ROWS + 1:  # the one of staff; as nearly always
        return tables
    found: list[TablePart] = []
    too_many = sum(_is_budget_row(line) for table in tables for line in table.lines) > _MOST_ROWS
    for table in tables:
        rows = [i for i, line in enumerate(table.lines) if _is_budget_row(line)]
        staff = next((i for i, line in enumerate(table.lines) if _labels(line) == (STAFF_ROW,)), None)
        behind = [i for i in rows if staff is not None and i > staff]
        if too_many and behind:
            found += [TablePart(table.head, table.lines[: behind[0]]), TablePart((), table.lines[behind[0] :])]
        else:
            found.append(table)
    return tuple(found)


def _is_budget_row(line: Line) -> bool:
    return _labels(line)[-1:] in _FLOW_LABELS


def _labels(line: Line) -> tuple[str, ...]:
    return row_labels(line.raw) if line.type in ("ROW", "ROW_LABEL", "UNHEADED_ROW") else ()
