"""What is said beside the figures: findings at the figure or the row that they are about, and what the arithmetic leaves."""

from __future__ import annotations

import re

import pytest

import gentbudget
from gentbudget import Action, Finding, Report
from gentbudget.show.notebook import in_report
from gentbudget.show.notes import Notes, notes_of
from tests.parser.small import SMALL, edited, line_of

ROW = "Exploitatie\tUitgaven\t648.927"
LOST = edited(("\t613.509\t", "\t613.5O9\t"))
"""The small report with a figure that is misread, and that the arithmetic tells."""
LEFT = "from 613.508 to 613.510"
LOST_CODE = LOST.replace("AC34485 - Begeleiden van huurders", "Begeleiden")


def row_of(source: str, label: str) -> str:
    return next(line for line in re.findall("<tr.*?</tr>", source) if f">{label}<" in line)


# ---- what the arithmetic leaves ----------------------------------------------------------------------------


def test_what_is_left_for_a_figure_stands_at_it() -> None:
    report = gentbudget.parse(LOST)
    source = in_report(report, "AC34485")._repr_html_()
    assert f"inferred: {LEFT}" in row_of(source, "Exploitatie Uitgaven")
    assert source.count("inferred:") == 1
    assert "inferred:" not in in_report(report, "PR40001")._repr_html_()
    assert [one.entry for one in notes_of(report)[id(report["AC34485"])].inferences] == ["AC34485"]


def test_an_entry_by_itself_does_not_know_the_sums_above_it() -> None:
    percentages = gentbudget.parse(LOST)["AC34485"]._repr_html_()
    assert re.findall("inferred: from ([^ ]+) to", percentages) != []
    nothing = edited(("\t613.509\t94,5%\t511.188\t120,0%", "\t613.5O9\t\t511.188\t"))
    assert "inferred:" not in gentbudget.parse(nothing)["AC34485"]._repr_html_()


@pytest.mark.parametrize(("lost", "who"), [(LOST, "AC34485"), (LOST_CODE, "\N{EM DASH}")])
def test_an_audit_lists_what_it_leaves_and_for_which_entry(lost: str, who: str) -> None:
    source = gentbudget.parse(lost).audit()._repr_html_()
    assert "Inferred, not printed <span>(1)</span>" in source
    listed = source.partition("Inferred, not printed")[2]
    assert f'<td class="code">{who}</td>' in listed
    assert LEFT in listed
    assert "Exploitatie Uitgaven, Jaarrekening 2024" in listed


def test_an_audit_that_leaves_nothing_to_infer_says_nothing_of_it() -> None:
    assert "Inferred" not in gentbudget.parse(SMALL).audit()._repr_html_()


# ---- findings ----------------------------------------------------------------------------------------------


def test_a_misread_figure_is_marked_and_its_row_is_not() -> None:
    report = gentbudget.parse(LOST)
    row = report["AC34485"].budget.operating.expenditure
    notes = notes_of(report)[id(report["AC34485"])]
    marked = {column.name: notes.at_figure(row, column, cell) for column, cell in zip(row.columns, row.figures, strict=True)}
    assert {name for name, numbers in marked.items() if numbers} == {"actual"}
    assert notes.at_row(row) == []
    assert [notes.findings[number - 1].line for number in marked["actual"]] == [line_of(ROW)] * len(marked["actual"])


@pytest.mark.parametrize(
    ("start", "end", "is_marked"),
    [(0, 0, True), (1, -1, True), (0, -1, True), (1, 0, True), (-1, 0, False), (0, 1, False), (-5, 5, False)],
)
def test_a_finding_of_the_parser_is_about_the_figure_that_its_span_lies_in(start: int, end: int, *, is_marked: bool) -> None:
    row = gentbudget.parse(SMALL)["AC34485"].budget.operating.expenditure
    cell = row.cells["actual"]
    finding = Finding("unreadable-figure", "error", "m", cell.line, start=cell.start + start, end=cell.end + end)
    notes = Notes((finding,))
    assert notes.at_figure(row, row.columns[1], cell) == ([1] if is_marked else [])
    assert notes.at_row(row) == ([] if is_marked else [1])
    assert Notes((Finding("missing-row", "error", "m", cell.line),)).at_figure(row, row.columns[1], cell) == []


def test_a_report_built_by_hand_has_its_findings_at_its_entries_by_their_codes() -> None:
    entries = Action(code="AC10001"), Action(code="AC10002")
    findings = Finding("lost-header", "error", "m", 0, "AC10002"), Finding("missing-entry", "error", "m", 0, None)
    report = Report("", entries, findings=findings)
    assert [notes_of(report)[id(entry)].findings for entry in entries] == [(), findings[:1]]


# ---- what else is shown ------------------------------------------------------------------------------------


def test_a_row_stands_under_the_heading_of_its_table() -> None:
    entry = gentbudget.parse(SMALL)["PR40001"]
    headings = [thing._repr_html_() for thing in (entry.budget.operating.expenditure, entry.staff)]
    assert ["Budgettaire onderbouwing" in html for html in headings] == [True, False]
    assert ["Onderbouwing personeel" in html for html in headings] == [False, True]


def test_a_project_shows_its_status_and_phase() -> None:
    source = gentbudget.parse(SMALL)["PR40001"]._repr_html_()
    for label, said in (("status", "Nog niet gestart"), ("phase", "Ontwerp"), ("period", "2022 - 2026")):
        assert f"<dt>{label}</dt><dd>{said}</dd>" in source
    assert "<dt>owner</dt><dd>Dienst Wonen</dd>" in gentbudget.parse(SMALL)["AC34485"]._repr_html_()
    assert "<dt>status</dt>" not in gentbudget.parse(SMALL)["AC34485"]._repr_html_()


def test_a_report_is_headed_by_its_title_and_year_and_counts_its_entries() -> None:
    report = gentbudget.parse(SMALL)
    assert f"<strong>{report.title} 2024</strong>" in report._repr_html_()
    assert "1 objective, 1 plan, 1 action, 1 project" in report._repr_html_()
    twice = Report("", (Action(), Action(), *report.roots))
    assert "<strong>Report</strong>" in twice._repr_html_()
    assert "3 actions, 1 objective, 1 plan, 1 project" in twice._repr_html_()


def test_what_is_shown_brings_its_looks() -> None:
    style = re.search("<style>(.*?)</style>", gentbudget.parse(SMALL)._repr_html_(), re.DOTALL)
    assert style
    assert ".gentbudget" in style[1]


@pytest.mark.parametrize("old", [digits for line in SMALL.split("\n") for digits in line.split("\t")[2:4] if "." in digits][:8])
def test_a_finding_is_noted_once_at_each_entry_that_it_is_about(old: str) -> None:
    at = SMALL.index(old)
    report = gentbudget.parse(SMALL[:at] + "9" + SMALL[at + 1 :])
    notes = notes_of(report)
    assert any(notes[id(entry)].findings for entry in report.entries)
    for entry in report.entries:
        findings = notes[id(entry)].findings
        assert len({id(finding) for finding in findings}) == len(findings)
    assert set(notes) == {id(entry) for entry in report.entries}
