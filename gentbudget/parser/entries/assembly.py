"""From parts to a `Report`: builds every entry, puts it in its place in the hierarchy, and gathers the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve

from gentbudget.findings import Finding
from gentbudget.model import Action, ActionPlan, BudgetTable, Column, Entry, Objective, Project, StaffRow
from gentbudget.parser.entries.contents import read_front_matter
from gentbudget.parser.entries.descriptions import paragraphs
from gentbudget.parser.entries.division import whole_entries, with_beginning
from gentbudget.parser.entries.drafts import EntryDraft
from gentbudget.parser.entries.remarks import remarks
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.settling import parting_of, settle_headers
from gentbudget.parser.lines.lexing import ReadText
from gentbudget.parser.lines.pages import Pages
from gentbudget.parser.refusal import no_report, refuse_lost_order, refuse_other_texts, refuse_unplaced
from gentbudget.parser.tables.building import TableBuilder
from gentbudget.parser.tables.columns import Settled, Usual, settle_columns
from gentbudget.report import Report


def assemble(read: ReadText, text: str, source: str, known: Known) -> Report:
    """The report. Raises `NotAReportError` if there are no entries, or rows whose figures stand elsewhere."""
    if not read.parts.entries:
        raise no_report(text)
    parts = with_beginning(read.parts)
    drafts = [EntryDraft.of(part) for part in whole_entries(parts)]
    refuse_other_texts(drafts, text)
    refuse_lost_order(drafts)
    front = read_front_matter(parts.front_matter)
    tables = [table for draft in drafts for table in draft.drafts.tables]
    years = _years([t.columns for t in tables if t.columns]) or (front.year, front.year - 1 if front.year else None)
    settled = {id(one.table): one for one in settle_columns(tables, years)}
    parting = parting_of([row.line for draft in drafts for row in draft.drafts.rows])
    titles = {row.code: row.title for row in front.contents}
    settle_headers([draft.introduction for draft in drafts], titles, parting, known)
    for draft in drafts:
        draft.report_header()

    pages = Pages.of(text, read.furniture)
    furniture = {line.number for line in read.furniture}
    usual = Usual.of(tables)
    entries = [_build(draft, TableBuilder(text, pages, usual), furniture, settled) for draft in drafts]
    refuse_unplaced(drafts, entries)
    findings = [finding for draft in drafts for finding in draft.findings]
    findings += [Finding("misspelt-label", "info", f"read as {printed!r}", line.number) for line, printed in read.misread]
    findings += remarks(front.contents, entries)
    unclaimed = sorted({t.number for draft in drafts for t in draft.drafts.stray})
    return Report(
        text=text,
        roots=_hierarchy(entries),
        title=front.title,
        year=years[0],
        previous_year=years[1],
        contents=front.contents,
        findings=tuple(evolve(f, source=source) for f in sorted(findings, key=lambda f: (f.line, f.code))),
        unclaimed=tuple(unclaimed),
        source=source,
    )


def _years(tables: Iterable[Sequence[Column]]) -> tuple[int, int | None] | None:
    """The year of the report and the one before, as most tables print them."""
    current: Counter[int] = Counter()
    previous: Counter[int] = Counter()
    for columns in tables:
        for column in columns:
            if column.year and column.name in ("budget", "actual", "planned", "paid"):
                current[column.year] += 1
            elif column.year and column.name in ("previous_actual", "previous_paid"):
                previous[column.year] += 1
    if not current:
        return None
    return current.most_common(1)[0][0], previous.most_common(1)[0][0] if previous else None


def _build(draft: EntryDraft, builder: TableBuilder, furniture: set[int], settled: Mapping[int, Settled]) -> Entry:
    budget, staff = builder.build(draft.drafts.tables, draft.lines[0])
    draft.findings += builder.findings
    for table in draft.drafts.tables:
        if one := settled.get(id(table)):
            draft.find(one.code, "warning", one.message, table.line)
    texts, joined = paragraphs(draft.introduction.description, furniture)
    draft.findings += joined
    for line in draft.drafts.stray:
        draft.find("unclaimed-line", "warning", f"this line belongs to no part: {line.raw.strip()[:60]!r}", line.number)
    draft.findings = [evolve(finding, entry=draft.code) for finding in draft.findings]
    return _entry(draft, texts, (budget, staff), builder.pages.page(draft.all_lines[0].start))


def _entry(draft: EntryDraft, texts: tuple[str, ...], tables: tuple[BudgetTable, StaffRow], page: int | None) -> Entry:
    header = draft.introduction.header
    budget, staff = tables
    common: dict[str, Any] = {"paragraphs": texts, "budget": budget, "staff": staff, "lines": draft.lines, "page": page}
    if header:
        common |= {"code": header.code, "title": header.title}
    if draft.level == "objective":
        return Objective(**common)
    if draft.level == "plan":
        if header:
            common |= {"period": header.fields.period, "organisation": header.owner}
        return ActionPlan(**common)
    if header is None:
        return Action(**common)
    if header.kind == "project":
        common |= {"status": header.fields.status, "phase": header.fields.phase, "period": header.fields.period}
        return Project(**common, owner=header.owner)
    return Action(**common, owner=header.owner)


def _hierarchy(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries at the top, with those below them inside: each plan's actions follow it, each objective's plans."""
    roots: list[Entry] = []
    objective: Objective | None = None
    plan: ActionPlan | None = None
    plans: list[ActionPlan] = []
    loose: list[Action] = []
    actions: list[Action] = []

    def close_plan() -> None:
        nonlocal plan, actions
        if plan is not None:
            (plans if objective is not None else roots).append(evolve(plan, actions=tuple(actions)))
            plan, actions = None, []

    def close_objective() -> None:
        nonlocal objective, plans, loose
        close_plan()
        if objective is not None:
            roots.append(evolve(objective, plans=tuple(plans), actions=tuple(loose)))
            objective, plans, loose = None, [], []

    for entry in entries:
        if isinstance(entry, Objective):
            close_objective()
            objective = entry
        elif isinstance(entry, ActionPlan):
            close_plan()
            plan = entry
        elif isinstance(entry, Action):
            (actions if plan is not None else loose if objective is not None else roots).append(entry)
    close_objective()
    return tuple(roots)
