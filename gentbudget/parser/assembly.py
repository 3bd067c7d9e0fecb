"""From parts to a `Report`: builds every entry, puts it in its place in the hierarchy, and gathers the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from os.path import commonprefix

from attrs import define, evolve, field
from lark import Token

from gentbudget.codes import is_project_code, level_of
from gentbudget.errors import NotAReportError
from gentbudget.findings import Finding, Severity
from gentbudget.model import Action, ActionPlan, BudgetTable, ContentsRow, Entry, Objective, Project, StaffRow
from gentbudget.parser.columns import table_kind
from gentbudget.parser.descriptions import paragraphs
from gentbudget.parser.frontmatter import read_front_matter
from gentbudget.parser.headers import Header, Introduction, Line, is_open, split_introduction
from gentbudget.parser.layout import pattern
from gentbudget.parser.lexing import ReadText
from gentbudget.parser.owners import Parting, resolve_owners
from gentbudget.parser.pages import Pages
from gentbudget.parser.parts import EntryPart, ReportPart, TablePart
from gentbudget.parser.rows import Drafts, draft_tables
from gentbudget.parser.tables import TableBuilder, settle_columns
from gentbudget.report import Report

_LEVEL_OF_HEADING = {"OBJECTIVE_HEADING": "objective", "PLAN_HEADING": "plan", "ACTIONS_HEADING": "action"}


@define
class _EntryDraft:
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


def assemble(read: ReadText, text: str, source: str) -> Report:
    """The report. Raises `NotAReportError` if there are no entries, or rows whose figures stand elsewhere."""
    if not read.parts.entries:
        raise _no_report(text)
    parts = _with_beginning(read.parts)
    drafts = [_draft(part) for part in _whole_entries(parts)]
    _refuse_lost_order(drafts)
    front = read_front_matter(parts.front_matter)
    tables = [table for draft in drafts for table in draft.drafts.tables]
    years = _years([t.columns for t in tables if t.columns]) or (front.year, front.year - 1 if front.year else None)
    settled = {id(table) for table in settle_columns(tables, years)}
    _settle_headers(drafts, front.contents)

    pages = Pages.of(text, read.furniture)
    furniture = {token.line or 0 for token in read.furniture}
    entries = [_build(draft, pages, furniture, settled) for draft in drafts]
    _refuse_unplaced(drafts, entries)
    findings = [finding for draft in drafts for finding in draft.findings]
    findings += [
        Finding("misspelt-label", "info", f"read as {printed!r}", token.line or 0) for token, printed in read.misread
    ]
    findings += _missing_fields(entries)
    findings += _owner_variants(entries)
    findings += _contents_findings(front.contents, entries)
    findings += _duplicate_codes(entries)
    unclaimed = sorted({t.line or 0 for draft in drafts for t in draft.drafts.stray})
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


def _with_beginning(parts: ReportPart) -> ReportPart:
    """The parts of a text that begins in the middle of an entry: what follows the contents is of that entry."""
    first, *others = parts.entries
    if first.heading is not None or first.introduction:
        return parts
    front = parts.front_matter
    start = 1 + max((i for i, t in enumerate(front) if t.type in ("CODE_LINE", "CONTENTS_HEADING")), default=-1)
    if start and not any(token.type == "CONTENTS_HEADING" for token in front):
        start -= 1  # a code that stands in no table of contents is a header's
    return ReportPart(front[:start], (EntryPart(None, front[start:], first.tables), *others))


def _whole_entries(parts: ReportPart) -> list[EntryPart]:
    """The entries, with those put together that a stray line cut in two, and those apart that lost heading and header."""
    whole: list[EntryPart] = []
    for part in (single for entry in parts.entries for single in _single_entries(entry)):
        before = whole[-1] if whole else None
        if before is not None and _goes_on(before, part):
            heading = before.heading if before.heading is not None else part.heading
            whole[-1] = EntryPart(heading, before.introduction + part.introduction, before.tables + part.tables)
        else:
            whole.append(part)
    return whole


def _goes_on(before: EntryPart, part: EntryPart) -> bool:
    """Whether two parts are one entry: of one only the heading is there, or its heading is printed again further on.

    Words of a table's head, such as `Jaarrekening 2024` as a running title, end an introduction where they stand.
    """
    if any(table.lines for table in before.tables):
        return False
    if before.heading is not None:
        return part.heading is None and not any(token.type == "CODE_LINE" for token in before.introduction)
    return part.heading is not None and not any(token.type == "CODE_LINE" for token in part.introduction)


def _single_entries(part: EntryPart) -> Iterator[EntryPart]:
    """An entry whose successor lost heading and header, apart from it: no entry has a budget behind its staff."""
    introduction, tables, heading = part.introduction, list[TablePart](), part.heading
    staffed = False
    for table in part.tables:
        kind = table_kind(table.head)
        if kind == "budget" and staffed:
            last = max((i for i, t in enumerate(tables[-1].lines) if t.type in ("ROW", "LOOSE_ROW", "FIGURES")), default=-1)
            between = tables[-1].lines[last + 1 :]
            tables[-1] = TablePart(tables[-1].head, tables[-1].lines[: last + 1])
            yield EntryPart(heading, introduction, tuple(tables))
            introduction, tables, heading, staffed = between, [], None, False
        staffed = staffed or (kind == "staff" and bool(table.lines))
        tables.append(table)
    yield EntryPart(heading, introduction, tuple(tables))


def _draft(part: EntryPart) -> _EntryDraft:
    drafts = draft_tables(part.tables)
    return _EntryDraft(part, split_introduction((*part.introduction, *drafts.description)), drafts)


def _no_report(text: str) -> NotAReportError:
    binary = "; the text has NUL characters, so it may be binary, or UTF-16 without a byte order mark" if "\0" in text else ""
    first = next((line for line in text[:4000].split("\n") if line.strip()), "")
    return NotAReportError(
        "no heading Beleidsdoelstelling, Actieplan or Acties in this text: it is no overview of policy objectives,"
        f" or only its table of contents{binary}",
        excerpt=first,
    )


def _refuse_lost_order(drafts: Sequence[_EntryDraft]) -> None:
    """Refuse a text whose tables were printed column by column: rows cannot be told there, or only by guessing."""
    rows = [row for draft in drafts for table in draft.drafts.tables for row in table.rows]
    with_figures = sum(1 for row in rows if row.figures)
    heads = sum(1 for draft in drafts for table in draft.part.tables if table.head)
    loose = (token for draft in drafts for token in (*draft.drafts.stray, *draft.part.introduction))
    bare = [token for token in loose if pattern("FIGURES").fullmatch(token)]
    if (heads and with_figures < heads) or len(bare) > with_figures:
        raise _lost_order(bare[0] if bare else next(t.head[0] for d in drafts for t in d.part.tables if t.head))


def _refuse_unplaced(drafts: Sequence[_EntryDraft], entries: Sequence[Entry]) -> None:
    """Refuse a text with one cell a line in which most figures found no place in a row."""
    rows = [row for draft in drafts for table in draft.drafts.tables for row in table.rows]
    stacked = [row for row in rows if row.token.type == "ROW_LABEL"]
    printed = sum(len(row.figures) for row in rows)
    placed = sum(bool(c.text) for e in entries for row in (*e.budget.rows, e.staff) for c in row.figures)
    if 2 * len(stacked) > len(rows) and 2 * placed < printed:
        raise _lost_order(stacked[0].token)


def _lost_order(where: Token) -> NotAReportError:
    return NotAReportError(
        "the figures of the tables do not stand behind their labels: the text was extracted column by column."
        " Extract it again so that rows stay together, such as with `pdftotext -layout`",
        line=where.line,
        column=where.column,
        excerpt=where,
    )


def _years(columns: Iterable[Sequence[object]]) -> tuple[int, int | None] | None:
    """The year of the report and the one before, as most tables print them."""
    current: Counter[int] = Counter()
    previous: Counter[int] = Counter()
    for table in columns:
        for column in table:
            year, name = getattr(column, "year", None), getattr(column, "name", None)
            if year and name in ("budget", "actual", "planned", "paid"):
                current[year] += 1
            elif year and name in ("previous_actual", "previous_paid"):
                previous[year] += 1
    if not current:
        return None
    return current.most_common(1)[0][0], previous.most_common(1)[0][0] if previous else None


# --- Headers --------------------------------------------------------------------------------------------------------------


def _settle_headers(drafts: Sequence[_EntryDraft], contents: Sequence[ContentsRow]) -> None:
    titles = {row.code: row.title for row in contents}
    parting = _parting([row.token for draft in drafts for table in draft.drafts.tables for row in table.rows])
    for level in ("plan", "action"):
        headers = [d.introduction.header for d in drafts if d.level == level and d.introduction.header]
        resolve_owners(headers, titles, parting)
    for draft in drafts:
        header = draft.introduction.header
        if draft.level == "objective":
            _read_objective(draft, titles)
        elif header is not None:
            _finish_title(header, titles.get(header.code, ""))
            draft.introduction.description = header.rest
            _report_header(draft, header)
        else:
            line = draft.lines[0]
            draft.find("lost-header", "error", "an entry without header: its code, title and owner are lost", line)
        if draft.part.heading is None:
            draft.find("lost-heading", "warning", "an entry without heading, told by its code", draft.lines[0])


def _finish_title(header: Header, known: str) -> None:
    """Compare a title with the one that the contents print: it may go on over more lines, or a cell's border cut a word."""
    title = header.title or ""
    while title and header.rest and known.startswith(f"{title} {header.rest[0].text}"):
        title = f"{title} {header.rest.pop(0).text}"
    header.title = known if known and known.replace(" ", "") == title.replace(" ", "") else title or None


def _parting(rows: Sequence[Token]) -> Parting:
    """What parts the cells of most rows. Runs of blanks may shrink to one, so they are no better than blanks."""
    by_lines = sum(1 for row in rows if row.type == "ROW_LABEL")
    by_tabs = sum(1 for row in rows if "\t" in row)
    return "lines" if 2 * by_lines > len(rows) else "tabs" if 2 * by_tabs > len(rows) else "blanks"


def _report_header(draft: _EntryDraft, header: Header) -> None:
    if header.title is None:
        draft.find("undecidable-header", "warning", "title and owner cannot be told apart", header.line)
    elif header.owner is None and draft.level == "action":
        draft.find("missing-owner", "warning", "no owner", header.line)
    elif header.run_together:
        message = f"title and owner run together; read as {header.title!r} and {header.owner!r}"
        draft.find("run-together-header", "info", message, header.line)


def _read_objective(draft: _EntryDraft, titles: dict[str, str]) -> None:
    """An objective prints its code in its heading and its title below, down to the next blank line or description."""
    heading = draft.part.heading
    header = draft.introduction.header
    codes = pattern("CODE").findall(heading) if heading is not None else [header.code if header else ""]
    if not codes:
        draft.introduction = Introduction(None, [line for line in draft.lines_of_introduction() if not line.is_rule])
        draft.find("lost-header", "error", "an objective without its code", draft.lines[0])
        return
    code, lines = codes[0], [line for line in draft.lines_of_introduction() if not line.is_rule]
    title = Line.of(heading).text.split(code, 1)[1].strip(" -:\u2013") if heading is not None else ""
    if heading is None and header is not None:
        title, lines = " ".join(piece.text for piece in header.pieces[: header.own]), header.rest
    known = titles.get(code, "")
    above: list[Line] = []
    if known and not title:  # the contents tell where the title begins
        start = next((i for i, line in enumerate(lines) if known.startswith(line.text)), 0)
        above, lines = lines[:start], lines[start:]
    while lines and (not title or known.startswith(f"{title} {lines[0].text}") or is_open(title, lines[0].text)):
        title = f"{title} {lines.pop(0).text}".strip()
    if not title:
        draft.find("missing-title", "warning", "no title", draft.lines[0])
    draft.introduction = Introduction(Header(code, draft.lines[0], [], 0, [], title=title or None), [*above, *lines])


# --- Entries --------------------------------------------------------------------------------------------------------------


def _build(draft: _EntryDraft, pages: Pages, furniture: set[int], settled: set[int]) -> Entry:
    header = draft.introduction.header
    builder = TableBuilder(pages)
    budget, staff = builder.build(draft.drafts.tables, draft.lines[0])
    draft.findings += builder.findings
    for table in draft.drafts.tables:
        if id(table) in settled:
            message = "the head cannot be read; the arithmetic of the rows confirms the columns of the other tables"
            draft.find("restored-head", "warning", message, table.line)
    texts, joined = paragraphs(draft.introduction.description, furniture)
    draft.findings += joined
    for token in draft.drafts.stray:
        draft.find("unclaimed-line", "warning", f"this line belongs to no part: {token.strip()[:60]!r}", token.line or 0)
    code = header.code if header else None
    draft.findings = [evolve(finding, entry=code) for finding in draft.findings]
    return _entry(draft, header, texts, budget, staff, pages.page(draft.tokens[0].start_pos or 0))


def _entry(
    draft: _EntryDraft,
    header: Header | None,
    texts: tuple[str, ...],
    budget: BudgetTable,
    staff: StaffRow,
    page: int | None,
) -> Entry:
    common = (header.code if header else None, header.title if header else None, texts, budget, staff, draft.lines, page)
    if draft.level == "objective":
        return Objective(*common)
    if header is None:
        return ActionPlan(*common) if draft.level == "plan" else Action(*common)
    if draft.level == "plan":
        return ActionPlan(*common, period=header.fields.period, organisation=header.owner)
    if is_project_code(header.code):
        return Project(*common, header.owner, header.fields.status, header.fields.phase, header.fields.period)
    return Action(*common, header.owner)


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
            (plans if objective is not None else roots).append(evolve(plan, actions=tuple(actions)))  # type: ignore[arg-type]
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
            (actions if plan is not None else loose if objective is not None else roots).append(entry)  # type: ignore[arg-type]
    close_objective()
    return tuple(roots)


# --- Findings about the report as a whole ---------------------------------------------------------------------------------


def _missing_fields(entries: Sequence[Entry]) -> list[Finding]:
    """Fields that entries of their kind have, and these lack."""
    findings: list[Finding] = []
    for kind, names in ((ActionPlan, ("period", "organisation")), (Project, ("status", "phase", "period"))):
        for entry in entries:
            if not isinstance(entry, kind) or entry.code is None or entry.title is None:
                continue
            if missing := [name for name in names if getattr(entry, name) is None]:
                findings.append(
                    Finding("missing-field", "warning", f"no {', '.join(missing)}", entry.lines[0], entry.code)
                )
    return findings


def _owner_variants(entries: Sequence[Entry]) -> list[Finding]:
    """Owners whose name looks like a misreading of one that is printed more often."""
    counts = Counter(e.owner for e in entries if isinstance(e, Action) and e.owner)
    variants: dict[str, str] = {}
    for owner, count in counts.items():
        for likely, more in counts.most_common():
            if more > count and _is_misreading(owner, likely):
                variants.setdefault(owner, likely)
    return [
        Finding(
            "owner-variant", "warning", f"{e.owner!r} may be a misread {variants[e.owner]!r}", e.lines[0], e.code
        )
        for e in entries
        if isinstance(e, Action) and e.owner in variants
    ]


def _is_misreading(owner: str, likely: str) -> bool:
    """Whether the names differ in one long word, whose first letters are the same and most of its others."""
    words, others = owner.split(), likely.split()
    if len(words) != len(others):
        return False
    different = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    return len(commonprefix([a, b])) >= 5 and SequenceMatcher(None, a, b).ratio() >= 0.6


def _contents_findings(contents: Sequence[ContentsRow], entries: Sequence[Entry]) -> list[Finding]:
    codes = {entry.code for entry in entries}
    return [
        Finding("missing-entry", "error", f"the contents list {row.code}, but the text has no such entry", 1, row.code)
        for row in contents
        if row.code not in codes
    ]


def _duplicate_codes(entries: Sequence[Entry]) -> list[Finding]:
    first: dict[str, Entry] = {}
    findings: list[Finding] = []
    for entry in entries:
        if entry.code is not None and first.setdefault(entry.code, entry) is not entry:
            message = f"this code stands at line {first[entry.code].lines[0]} already"
            findings.append(Finding("duplicate-code", "error", message, entry.lines[0], entry.code))
    return findings
