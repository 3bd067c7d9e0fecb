"""The parts that the grammar finds: the lines of each entry, by what they are.

The transformer runs inside the parser and turns each rule of the grammar into one part.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from attrs import frozen
from lark import Transformer

from gentbudget.parser.lines.line import Line

HEADS = frozenset({"BUDGET_HEAD", "STAFF_HEAD", "FIRST_HEAD_LINE", "HEAD_LINE"})
"""The lines of a table's head."""


@frozen(eq=False)
class TablePart:
    """A table: the lines of its head, and those below it down to the next head or heading."""

    head: tuple[Line, ...]
    lines: tuple[Line, ...] = ()

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """All lines of the table."""
        return self.head + self.lines


@frozen(eq=False)
class WholeTables:
    """Well-printed tables that the lexer took at once."""

    tables: tuple[TablePart, ...]
    type: str = "TABLES"


@frozen(eq=False)
class EntryPart:
    """An entry: its heading (None where it was lost), the lines of header and description, and its tables."""

    heading: Line | None
    introduction: tuple[Line, ...] = ()
    tables: tuple[TablePart, ...] = ()


class PartsTransformer(Transformer[Any, None]):
    """One method for each rule of the grammar but the first: its parts are taken as they come."""

    __default__: Any = None
    """What no method stands for, the repetitions in the rules, Lark makes a tree of: quickest by itself."""

    def report(self, children: list[Any]) -> None:
        """Nothing is left of it."""

    def beginning(self, children: list[Line | WholeTables]) -> EntryPart:
        """The tables of an entry whose heading and header are before the text's beginning."""
        lines = (line for child in children for line in _lines_of(child))
        tables: list[TablePart] = []
        for is_head, run in groupby(lines, lambda line: line.type in HEADS):
            if is_head:
                tables.append(TablePart(tuple(run)))
            else:
                head = tables.pop().head if tables else ()
                tables.append(TablePart(head, tuple(run)))
        return EntryPart(None, (), tuple(tables))

    def entry(self, children: list[Any]) -> EntryPart:
        """A heading, the lines below it, and the tables, if there are any."""
        heading, introduction, *tables = children
        return EntryPart(heading, introduction, tuple([table for child in tables for table in _tables_of(child)]))

    untabled_entry = entry

    def unheaded_entry(self, children: list[Any]) -> EntryPart:
        """An entry whose heading was lost."""
        return self.entry([None, *children])

    untabled_unheaded = unheaded_entry

    def table(self, children: list[Any]) -> WholeTables:
        """A head and what stands below it; or whole tables, and what stands below the last of them."""
        first, *lines = children
        if not isinstance(first, WholeTables):
            return WholeTables((TablePart(first, tuple(lines)),))
        if not lines:
            return first
        *others, last = first.tables
        return WholeTables((*others, TablePart(last.head, (*last.lines, *lines))))

    def headless_table(self, children: list[Line]) -> TablePart:
        """Rows whose head was lost."""
        return TablePart((), tuple(children))

    def _lines(self, children: list[Line]) -> tuple[Line, ...]:
        return tuple(children)

    front_matter = introduction = unheaded_introduction = head = _lines


def _tables_of(child: WholeTables | TablePart | tuple[Line, ...]) -> tuple[TablePart, ...]:
    """The tables that one rule found; a head without rows, behind which there are no others, is a table as well."""
    if isinstance(child, WholeTables):
        return child.tables
    return (child if isinstance(child, TablePart) else TablePart(child),)


def _lines_of(child: Line | WholeTables) -> tuple[Line, ...]:
    return (child,) if isinstance(child, Line) else tuple(line for table in child.tables for line in table.all_lines)
