"""Entries on their way from the grammar's parts to objects: each with its header, its tables, and what was tolerated."""

from __future__ import annotations

from attrs import define, field

from gentbudget.findings import Finding, Severity
from gentbudget.parser.headers.header import Introduction
from gentbudget.parser.headers.introductions import split_introduction
from gentbudget.parser.lines.grammar import pattern
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.parts import EntryPart
from gentbudget.parser.tables.rows import Drafts, draft_tables
from gentbudget.vocabulary import kind_of_code, level_of

_LEVEL_OF_HEADING = {"OBJECTIVE_HEADING": "objective", "PLAN_HEADING": "plan", "ACTIONS_HEADING": "action"}


@define
class EntryDraft:
    """An entry between its parts and its object."""

    part: EntryPart
    introduction: Introduction
    drafts: Drafts
    findings: list[Finding] = field(factory=list)

    def lines_of_introduction(self) -> list[Line]:
        """The lines between heading and tables, words that only looked like a table's head included."""
        return [*self.part.introduction, *self.drafts.description]

    @property
    def level(self) -> str:
        """Where in the hierarchy the entry stands: its heading says so or, where that was lost, its code."""
        if self.part.heading is not None:
            return _LEVEL_OF_HEADING[self.part.heading.type]
        return level_of(kind_of_code(self.introduction.header.code if self.introduction.header else ""))

    @property
    def code(self) -> str | None:
        """The code: an objective's stands in its heading, the others' in their header."""
        found = pattern("CODE").search(self.part.heading.raw if self.part.heading is not None else "")
        header = self.introduction.header
        return header.code if header else found and found[0]

    @property
    def all_lines(self) -> list[Line]:
        """All its lines, in the order of the text."""
        lines = [self.part.heading] if self.part.heading is not None else []
        lines += [*self.part.introduction, *(line for table in self.part.tables for line in table.all_lines)]
        return sorted(lines, key=lambda line: line.start)

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line."""
        lines = self.all_lines
        return lines[0].number, lines[-1].number

    def find(self, code: str, severity: Severity, message: str, line: int) -> None:
        """Note a finding about this entry."""
        self.findings.append(Finding(code, severity, message, line))

    @classmethod
    def of(cls, part: EntryPart) -> EntryDraft:
        """The draft of this part."""
        drafts = draft_tables(part.tables)
        return cls(part, split_introduction((*part.introduction, *drafts.description)), drafts)
