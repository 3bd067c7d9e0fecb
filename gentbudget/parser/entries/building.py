"""From a draft to the `Entry` that it is: with its tables, its description, and what was tolerated on the way."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from attrs import define, evolve, field

from gentbudget.findings import Finding
from gentbudget.model import Action, ActionPlan, BudgetTable, Entry, Objective, Project, StaffRow
from gentbudget.parser.entries.descriptions import paragraphs
from gentbudget.parser.entries.drafts import EntryDraft
from gentbudget.parser.entries.spans import Spans
from gentbudget.parser.lines.pages import Pages
from gentbudget.parser.tables.building import TableBuilder
from gentbudget.parser.tables.columns import Usual
from gentbudget.parser.tables.settling import Settled

_LONGEST_EXCERPT = 60


@define
class EntryBuilder:
    """Builds the entries of a report; ``findings`` says what was tolerated.

    ``usual`` is what the report's tables have in common, ``settled`` says which of them were given their columns, by `id`,
    and ``furniture`` has the numbers of the lines that page furniture takes.
    """

    text: str
    spans: Spans
    pages: Pages
    usual: Usual
    settled: Mapping[int, Settled]
    furniture: AbstractSet[int]
    findings: list[Finding] = field(factory=list)

    def build(self, draft: EntryDraft) -> Entry:
        """The entry."""
        code = draft.code
        tables = TableBuilder(self.text, self.pages, self.usual, code)
        budget, staff = tables.build(draft.tables.tables, draft.lines[0])
        findings = [self.spans.about(finding, draft.lines, words) for finding, words in draft.findings]
        findings += tables.findings
        for one in filter(None, [self.settled.get(id(table)) for table in draft.tables.tables]):
            findings.append(Finding(one.code, one.severity, one.message, one.table.line, code))
        texts, joined = paragraphs(draft.introduction.description, self.furniture)
        findings += [evolve(finding, entry=code) for finding in joined]
        for line in draft.tables.stray:
            message = f"this line belongs to no part: {line.raw.strip()[:_LONGEST_EXCERPT]!r}"
            findings.append(Finding("unclaimed-line", "warning", message, line.number, code))
        self.findings += findings
        return self._entry(draft, texts, budget, staff)

    def _entry(self, draft: EntryDraft, texts: tuple[str, ...], budget: BudgetTable, staff: StaffRow) -> Entry:
        header = draft.introduction.header
        common: dict[str, Any] = {
            "paragraphs": texts,
            "budget": budget,
            "staff": staff,
            "lines": draft.lines,
            "page": self.pages.page(draft.start),
        }
        if header is not None:
            common |= {"code": draft.code, "title": header.title}
        if draft.level == "objective":
            return Objective(**common)
        if draft.level == "plan":
            if header is not None:
                common |= {"period": header.fields.period, "organisation": header.owner}
            return ActionPlan(**common)
        if header is None:
            return Action(**common)
        if header.evidence.kind == "project":
            common |= {"status": header.fields.status, "phase": header.fields.phase, "period": header.fields.period}
            return Project(**common, owner=header.owner)
        return Action(**common, owner=header.owner)
