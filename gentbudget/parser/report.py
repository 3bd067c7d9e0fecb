"""The whole report: the last step, with what only the whole shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from gentbudget.findings import Finding
from gentbudget.parser.entries.building import EntryBuilder
from gentbudget.parser.entries.contents import FrontMatter, read_front_matter
from gentbudget.parser.entries.division import whole_entries, with_beginning
from gentbudget.parser.entries.drafts import EntryDraft
from gentbudget.parser.entries.hierarchy import hierarchy
from gentbudget.parser.entries.refusal import Stacked, refuse_lost_order, refuse_other_texts, refuse_unplaced
from gentbudget.parser.entries.remarks import remarks
from gentbudget.parser.entries.spans import Spans
from gentbudget.parser.headers.introductions import blank_lines_part
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.names import Parting
from gentbudget.parser.headers.settling import parting_of, settle_headers
from gentbudget.parser.lines.joining import with_whole_words
from gentbudget.parser.lines.lexing import ReadText
from gentbudget.parser.lines.pages import Pages
from gentbudget.parser.lines.shapeless import no_report
from gentbudget.parser.tables.columns import Usual, by_columns, unusual_columns
from gentbudget.parser.tables.drafts import TableDraft
from gentbudget.parser.tables.heads import table_kind
from gentbudget.parser.tables.notation import read_plain_figures
from gentbudget.parser.tables.settling import Years, settle_columns
from gentbudget.report import Report
from gentbudget.vocabulary import MEASURES

_PREVIOUS = frozenset(m.name for m in MEASURES if m.is_previous)


def read_report(text: str, source: str, known: Known) -> Report:
    """The report. Raises `NotAReportError` if there are no entries, or rows whose figures stand elsewhere."""
    drafted = _drafted(text)
    drafts, front, spans = drafted.drafts, drafted.front, drafted.spans
    tables = [table for draft in drafts for table in draft.tables.tables]
    rows = [row for table in tables for row in table.rows]
    labels = [row for row in rows if row.type == "ROW_LABEL"]
    # Figures without labels below what may be no head are no row for certain: column by column, a text has such lines as well.
    unsure = [row for table in tables for row in table.rows if row.unread and not table_kind(table.head)]
    refuse_lost_order(drafts, len(rows) - len(unsure) - sum([not len(row) for row in labels]), text)
    read_plain_figures(tables)
    years = _years(tables, front)
    settled = {id(one.table): one for one in settle_columns(tables, years)}
    stacked_labels = sum([row.is_stacked for row in labels])
    parting = parting_of(len(rows), labelled=len(labels), stacked=stacked_labels, tabbed=sum([row.has_tabs for row in rows]))
    _settle_headers(drafted, parting, known)
    heads, stacked = by_columns(tables), Stacked.of(rows, labels)
    usual = Usual.of(tables, heads)
    unusual = list(unusual_columns(heads, usual))
    unclaimed = tuple(sorted({line.number for draft in drafts for line in draft.tables.stray}))
    builder = EntryBuilder(text, spans, drafted.pages, usual, settled, drafted.furniture)
    del tables, rows, labels, heads
    drafts.reverse()
    entries = []
    while drafts:  # a draft is gone when its entry is there: a report has thousands of rows
        entries.append(builder.build(drafts.pop()))
    refuse_unplaced(stacked, entries, text)
    findings = [*builder.findings, *unusual, *remarks(front.contents, entries, spans), *drafted.misread]
    return Report(
        text=text,
        roots=hierarchy(entries),
        title=front.title,
        year=years[0],
        previous_year=years[1],
        contents=front.contents,
        findings=tuple([spans.whole(f, source) for f in sorted(findings, key=lambda f: (f.line, f.code))]),
        unclaimed=unclaimed,
        source=source,
    )


@frozen(eq=False)
class _Drafted:
    """The entries of a text as far as each can be read alone, what stands before them, and what is no part of either."""

    drafts: list[EntryDraft]
    front: FrontMatter
    spans: Spans
    pages: Pages
    furniture: frozenset[int]
    misread: list[Finding]


def _drafted(text: str) -> _Drafted:
    read = ReadText(text)
    spans = Spans.of(text)  # before there are drafts: for a moment it takes all lines of the text
    front_matter, entries = with_beginning(read.front_matter, read.entries)
    drafts = [EntryDraft.of(part, read.text) for part in with_whole_words(whole_entries(entries), text)]
    if not drafts:
        raise no_report(text)
    refuse_other_texts(drafts, text)
    if not blank_lines_part(draft.introduction.lines for draft in drafts):
        for draft in drafts:
            draft.join_lines()
    return _Drafted(
        drafts,
        read_front_matter(front_matter),
        spans,
        Pages.of(text, read.furniture),
        frozenset([line.number for line in read.furniture]),
        [Finding("misspelt-label", "info", f"read as {label!r}", line.number) for line, label in read.misread],
    )


def _settle_headers(drafted: _Drafted, parting: Parting, known: Known) -> None:
    titles = {row.code: row.title for row in drafted.front.contents}
    introductions = [draft.introduction for draft in drafted.drafts]
    settle_headers(introductions, titles, parting, known)
    for draft in drafted.drafts:
        draft.report_header()


def _years(tables: Iterable[TableDraft], front: FrontMatter) -> Years:
    """The year of the report and the one before, as most tables print them; without any, the one in the title."""
    current: Counter[int] = Counter()
    previous: Counter[int] = Counter()
    for groups in by_columns(tables).values():
        for columns, printed in groups.items():
            for column in columns:
                if column.year and column.name:
                    (previous if column.name in _PREVIOUS else current)[column.year] += len(printed)
    if not current:
        return front.year, front.year - 1 if front.year else None
    return max(current, key=current.__getitem__), max(previous, key=previous.__getitem__, default=None)
