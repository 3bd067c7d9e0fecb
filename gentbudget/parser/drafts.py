"""Entries on their way from the grammar's parts to objects: each with its header, its tables, and what was tolerated."""

from __future__ import annotations

from attrs import define, field
from lark import Token

from gentbudget.codes import level_of
from gentbudget.findings import Finding, Severity
from gentbudget.parser.headers import Introduction, Line
from gentbudget.parser.introductions import split_introduction
from gentbudget.parser.layout import pattern
from gentbudget.parser.parts import EntryPart
from gentbudget.parser.rows import Drafts, draft_tables

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
        return [Line.of(token) for token in (*self.part.introduction, *self.drafts.description)]

    @property
    def level(self) -> str:
        """Where in the hierarchy the entry stands: its heading says so or, where that was lost, its code."""
        if self.part.heading is not None:
            return _LEVEL_OF_HEADING[self.part.heading.type]
        return level_of(self.introduction.header.code if self.introduction.header else "")

    @property
    def code(self) -> str | None:
        """The code: an objective's stands in its heading, the others' in their header."""
        found = pattern("CODE").search(self.part.heading or "")
        header = self.introduction.header
        return header.code if header else found and found[0]

    @property
    def tokens(self) -> list[Token]:
        """All its lines, in the order of the text."""
        tokens = [self.part.heading] if self.part.heading is not None else []
        tokens += [*self.part.introduction, *(token for table in self.part.tables for token in table.tokens)]
        return sorted(tokens, key=lambda token: token.start_pos or 0)

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line."""
        tokens = self.tokens
        return tokens[0].line or 0, tokens[-1].line or 0

    def find(self, code: str, severity: Severity, message: str, line: int) -> None:
        """Note a finding about this entry."""
        self.findings.append(Finding(code, severity, message, line))

    @classmethod
    def of(cls, part: EntryPart) -> EntryDraft:
        """The draft of this part."""
        drafts = draft_tables(part.tables)
        return cls(part, split_introduction((*part.introduction, *drafts.description)), drafts)
