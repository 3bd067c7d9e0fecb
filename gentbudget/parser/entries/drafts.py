"""Entries on their way from the grammar's parts to objects: each with its header, its tables, and what was tolerated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter

from attrs import define

from gentbudget.findings import Finding, Severity
from gentbudget.parser import tolerances
from gentbudget.parser.headers.header import Introduction
from gentbudget.parser.headers.introductions import split_introduction
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.parts import EntryPart, TablePart
from gentbudget.parser.lines.phrases import begins_small, ends_sentence
from gentbudget.parser.tables.drafts import Drafts
from gentbudget.parser.tables.heads import table_kind
from gentbudget.parser.tables.in_order import put_in_order
from gentbudget.parser.tables.rows import draft_tables
from gentbudget.parser.tables.whole import printed_lines
from gentbudget.vocabulary import Level

_PLACE = attrgetter("start")
_NOT_WHOLE = "what its lines hold may go on elsewhere"
_LOST_HEADER = "an entry without header: its code, title and owner are lost"


def _lines_of_budget(tables: Sequence[TablePart]) -> Iterator[Line]:
    """The lines below the heads of an entry's tables, but for that of its staff."""
    for table in tables:
        if table_kind(printed_lines(table.head)) != "staff":
            yield from table.lines


@define(eq=False, weakref_slot=False)
class EntryDraft:
    """An entry between its parts and its object. ``lines`` are its first and last line, ``start`` is its place in the text.

    ``heads`` is how many heads its tables have, those without rows included, and ``head`` the first line of the first.
    Each of its ``findings`` has the printed words that it is about, or none where it is about its line.
    """

    introduction: Introduction
    tables: Drafts
    heading: Line | None
    heads: int
    head: Line | None
    lines: tuple[int, int]
    start: int
    findings: tuple[tuple[Finding, str], ...] = ()

    @property
    def level(self) -> Level:
        """Where in the hierarchy the entry stands: its heading says so or, where that was lost, its code."""
        return self.introduction.level

    @property
    def code(self) -> str | None:
        """The code, None where it was lost."""
        return self.introduction.header.evidence.code if self.introduction.header else None

    def find(self, code: str, severity: Severity, message: str, line: int, words: str = "") -> None:
        """Note a finding about this entry."""
        self.findings += ((Finding(code, severity, message, line, self.code), words),)

    def report_header(self) -> None:
        """Note what could not be told of heading and header, and what was made of the rest."""
        header, line = self.introduction.header, self.lines[0]
        if header is None:
            lost = "an objective without its code" if self.level == "objective" else _LOST_HEADER
            self.find("lost-header", "error", lost, line)
        elif self.level == "objective":
            if header.title is None:
                self.find("missing-title", "warning", "no title", line)
        elif header.title is None:
            message = "where the title ends cannot be told" if header.owner else "title and owner cannot be told apart"
            self.find("undecidable-header", "warning", f"{message}: {header.doubt or _NOT_WHOLE}", header.evidence.line)
        elif header.owner is None and self.level == "action":
            self.find("missing-owner", "warning", "no owner", header.evidence.line)
        elif header.split.is_mixed:
            told = f"{header.title!r} and {header.owner!r}, since {header.split.why}"
            self.find("run-together-header", "info", f"title and owner run together; read as {told}", header.evidence.line)
        elif header.title and (words := self._may_go_on()):
            self.find("undecidable-header", "warning", f"the title may go on with {words!r}", header.evidence.line)
        for word in header.joined if header is not None else ():
            self.find("joined-word", "info", f"broken at the end of a line, and read as {word!r}", line)
        for name, text in header.fields.unknown.items() if header is not None else ():
            self.find("unknown-field", "warning", f"{text!r} stands where the {name} does, and is none", line, text)
        if self.heading is None:
            self.find("lost-heading", "warning", "an entry without heading, told by its code", line)

    def _may_go_on(self) -> str:
        """What may be the last line of the title, where a scan put a blank line before it; nothing if nothing may.

        Few descriptions begin with a small letter: `Herinrichting van het plein: voorbereidende  Dienst Wegen`, and below a
        blank line `studies en onteigeningen`.
        """
        header = next((line for line in self.introduction.lines if line.type.endswith("CODE_LINE")), None)
        below = next((line for line in self.introduction.description if not line.is_rule), None)
        if header is None or below is None or header.has_borders or len(below.text) > tolerances.LONGEST_CELL:
            return ""
        return below.text if begins_small(below.text) and not ends_sentence(below.text) else ""

    @classmethod
    def of(cls, part: EntryPart, text: str) -> EntryDraft:
        """The draft of this part of a text."""
        tables = draft_tables(part.tables, text)
        put_in_order(tables, _lines_of_budget(part.tables), text)
        introduction = split_introduction((*part.introduction, *tables.description), part.heading)
        # Each run of lines is in the order of the text, but an entry that was put together may have them one after the other.
        runs = [part.introduction, *[run for table in part.tables for run in (table.head, table.lines)]]
        if part.heading is not None:
            runs.append((part.heading,))
        first = min([run[0] for run in runs if run], key=_PLACE)
        last = max([run[-1] for run in runs if run], key=_PLACE)
        heads = [table.head[0] for table in part.tables if table.head]
        draft = cls(
            introduction,
            tables,
            part.heading,
            len(heads),
            heads[0] if heads else None,
            (first.number, last.number),
            first.start,
        )
        draft._drop_cells()
        return draft

    def join_lines(self) -> None:
        """Read the introduction anew where blank lines stand between the lines of a paragraph, and part nothing."""
        self.introduction = split_introduction(self.introduction.lines, self.heading, by_blanks=False)
        self._drop_cells()

    def _drop_cells(self) -> None:
        for line in self.introduction.lines:  # of every entry they are kept
            line.drop_cells()
