"""The objects of a report as HTML for a notebook: no script, nothing from elsewhere, and readable where styles are stripped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, singledispatch
from importlib.resources import files
from xml.etree.ElementTree import Element

from attrs import frozen

from gentbudget.checks import Audit, Inference, Tally
from gentbudget.checks.results import interval_text
from gentbudget.findings import Finding, worst_first
from gentbudget.model import Action, BudgetRow, BudgetTable, Entry, Objective, Row, StaffRow
from gentbudget.numbers import format_number
from gentbudget.report import Report
from gentbudget.show.facts import counted, facts_of
from gentbudget.show.figures import BUDGET_HEADING, MISSING, STAFF_HEADING, name_of
from gentbudget.show.html import Child, element, markup, style_sheet
from gentbudget.show.notes import Notes, notes_from_itself, notes_of
from gentbudget.show.records import records_of
from gentbudget.show.tables import column_heading, figures_table, figures_tables, row_cells, scrolling, words_heading
from gentbudget.shown import Shown

_NO_NOTES = Notes()
_UNKNOWN: Mapping[int, Notes] = {}


def html_of(shown: object) -> str:
    """Write a report, an entry, a table, a row, an audit or a comparison as HTML that stands by itself.

    >>> import gentbudget
    >>> html = html_of(gentbudget.load_sample()["AC34852"])
    >>> html.count('class="missing"'), html.count("inferred: from"), "<script" in html
    (6, 2, False)
    """
    return markup(element("div", style_sheet(_css()), *body_of(shown), class_="gentbudget"))


@cache
def _css() -> str:
    return files(__package__).joinpath("notebook.css").read_text(encoding="utf-8")


@singledispatch
def body_of(shown: object) -> Iterator[Child]:
    """Give the parts of what is shown: here, of an object of which only its fields are known."""
    yield from records_of(shown)


@body_of.register
def _(table: BudgetTable) -> Iterator[Child]:
    yield figures_table(BUDGET_HEADING, table.columns, table.rows)


@body_of.register
def _(row: Row) -> Iterator[Child]:
    yield figures_table(STAFF_HEADING if isinstance(row, StaffRow) else BUDGET_HEADING, row.columns, [row])


@body_of.register
def _(entry: Entry) -> Iterator[Child]:
    yield from entry_body(entry, notes_from_itself(entry))


@body_of.register
def _(audit: Audit) -> Iterator[Child]:
    yield _heading("Audit", f"{format_number(audit.entries)} entries, {format_number(audit.figures)} figures")
    labels = map(column_heading, ("tested", "held", "failed", "lack a figure"))
    tallies = (("percentages", audit.percentages), ("sums", audit.sums))
    yield scrolling(
        element("thead", element("tr", words_heading("identities"), *labels)),
        element("tbody", *(_tally(name, tally) for name, tally in tallies)),
    )
    yield from _findings("What the arithmetic found", audit.findings)
    yield from _inferences(audit.inferences)


@body_of.register
def _(report: Report) -> Iterator[Child]:
    yield _heading(" ".join(filter(None, (report.title, str(report.year or "")))) or "Report", counted(report.entries))
    yield _overview([entry for entry in report.entries if not isinstance(entry, Action)], notes_of(report))
    yield from _findings("What the arithmetic found", report.check())
    yield from _findings("What the parser found", worst_first(report.findings))


@frozen
class EntryInReport(Shown):
    """An entry as its report knows it, for a notebook to show: see `in_report`."""

    report: Report
    entry: Entry


def in_report(report: Report, code: str) -> EntryInReport:
    """Show an entry with all that its report knows of it, where the entry by itself shows what it says itself.

    That is the parser's findings, and what the sums above it leave for its figures. Raises `UnknownCodeError`.

    >>> import gentbudget
    >>> html = in_report(gentbudget.load_sample(), "AC34852")._repr_html_()
    >>> "missing-column" in html, "inferred: from 1.229.921,5 to 1.229.938,5" in html
    (True, True)
    """
    return EntryInReport(report, report[code])


@body_of.register
def _(shown: EntryInReport) -> Iterator[Child]:
    yield from entry_body(shown.entry, notes_of(shown.report)[id(shown.entry)])


def entry_body(entry: Entry, notes: Notes) -> Iterator[Child]:
    """Give the parts of an entry, with these notes."""
    yield _heading(entry.title or MISSING, entry.code or name_of(entry))
    facts = (*facts_of(entry), ("lines", f"{entry.lines[0]}-{entry.lines[1]}"))
    yield element("dl", *(one for label, said in facts for one in (element("dt", label), element("dd", said or MISSING))))
    yield from figures_tables(entry, notes)
    yield from _findings("Findings", notes.findings, is_open=True)
    if entry.paragraphs:
        paragraphs = (element("p", paragraph, lang="nl") for paragraph in entry.paragraphs)
        yield element("details", element("summary", "Description"), *paragraphs)
    if entry.children:
        title = element("summary", "Children ", element("span", f"({len(entry.children)})"))
        yield element("details", title, _overview(entry.children))


def _heading(title: str, below: str) -> Element:
    return element("header", element("strong", title), element("br"), element("span", below, class_="faint"))


def _overview(entries: Iterable[Entry], notes: Mapping[int, Notes] = _UNKNOWN) -> Element:
    """Give one line an entry: what it is, and its operating expenditure, marked where there is a finding about it."""
    listed = [(entry, entry.budget.operating.expenditure) for entry in entries]
    first = next((row for _, row in listed if row.figures), BudgetRow("Exploitatie Uitgaven"))
    labels = (column_heading(column.label) for column in first.columns)
    lines = (
        element(
            "tr",
            element("td", name_of(entry), class_="code"),
            element("td", entry.title or MISSING, class_="words", lang="nl"),
            *row_cells(row, notes.get(id(entry), _NO_NOTES), "\N{BLACK CIRCLE}"),
            class_="objective" if isinstance(entry, Objective) else None,
        )
        for entry, row in listed
    )
    head = element("tr", words_heading("code"), words_heading(f"title; {first.label}"), *labels)
    return scrolling(element("thead", head), element("tbody", *lines))


def _tally(name: str, tally: Tally) -> Element:
    failed = element("td", format_number(tally.failed), class_="error" if tally.failed else None)
    tested, held, untestable = (element("td", format_number(count)) for count in (tally.tested, tally.held, tally.untestable))
    return element("tr", element("th", name, scope="row", class_="words"), tested, held, failed, untestable)


def _findings(title: str, findings: Sequence[Finding], *, is_open: bool = False) -> Iterator[Element]:
    """Give the findings numbered in their order, so that a mark at a figure leads to its finding."""
    if not findings:
        return
    counts = Counter(finding.severity for finding in findings)
    said = ", ".join(f"{count} {severity}" for severity, count in counts.items())
    yield element(
        "details",
        element("summary", f"{title} ", element("span", f"({said})")),
        element("ol", *(element("li", *_finding(finding)) for finding in findings)),
        open="open" if is_open else None,
    )


def _finding(finding: Finding) -> Iterator[Child]:
    yield element("span", finding.severity, class_=finding.severity)
    yield f" line {finding.line}: "
    yield element("b", f"{finding.code} {finding.entry or ''}".strip())
    yield f": {finding.message}"


def _inferences(inferences: Sequence[Inference]) -> Iterator[Element]:
    if not inferences:
        return
    lines = (
        element(
            "tr",
            element("td", one.entry or MISSING, class_="code"),
            element("td", f"{one.row}, {one.column}", class_="words"),
            element("td", one.reason, class_="words"),
            element("td", interval_text(one.lower, one.upper), class_="words"),
        )
        for one in inferences
    )
    head = element("tr", *map(words_heading, ("entry", "figure", "why", "true value")))
    yield element(
        "details",
        element("summary", "Inferred, not printed ", element("span", f"({len(inferences)})")),
        scrolling(element("thead", head), element("tbody", *lines)),
    )
