"""Every entry of the two documents is read in its place, with what stands around them; and the two are alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import gentbudget
from gentbudget import Action, ActionPlan, Entry, Objective, Project, Report
from tests.corpus.printed import Document, pairs


def test_every_entry_is_read_once_in_its_place_and_as_what_it_is(document: Document) -> None:
    report = document.report
    assert len(report.entries) == 338
    assert [entry.lines for entry in report.entries] == [printed.lines for printed in document.entries]
    assert [entry.kind for entry in report.entries] == [printed.kind for printed in document.entries]
    assert Counter(entry.kind for entry in report.entries) == {
        "objective": 4,
        "plan": 21,
        "action": 271,
        "project": 42,
    }
    classes: dict[str, type[Entry]] = {
        "objective": Objective,
        "plan": ActionPlan,
        "action": Action,
        "project": Project,
    }
    assert all(type(entry) is classes[entry.kind] for entry in report.entries)
    assert (len(report.objectives), len(report.plans), len(report.actions)) == (4, 21, 313)


def test_every_code_is_read(document: Document) -> None:
    printed = [entry.code for entry in document.entries]
    assert [entry.code for entry in document.report.entries] == printed
    codes = [code for code in printed if code is not None]
    assert len(codes) == len(set(codes)) == 314
    assert list(document.report) == codes
    assert len(document.report) == 314


def test_plans_and_actions_hang_under_what_stands_before_them(document: Document) -> None:
    report = document.report
    above: dict[str, Entry] = {}
    for printed, entry in pairs(document):
        if printed.kind == "objective":
            assert report.parent(entry) is None
            above = {"objective": entry}
        elif printed.kind == "plan":
            assert report.parent(entry) == above["objective"]
            above["plan"] = entry
        else:
            assert report.parent(entry) == above["plan"]
    assert [len(objective.children) for objective in report.objectives] == [4, 5, 9, 3]
    assert sum(len(plan.children) for plan in report.plans) == 313


def test_the_contents_are_the_25_rows_below_their_heading(document: Document) -> None:
    lines = document.lines
    assert lines[18] == "Inhoudstafel\tPagina"
    expected = []
    for line in lines[19:44]:
        entry, page = line.split("\t")
        code, _, title = entry.partition(" - ")
        expected.append((code, title, int(page)))
    assert [(row.code, row.title, row.page) for row in document.report.contents] == expected
    assert len(document.report.contents) == 25


def test_the_contents_list_the_objectives_and_plans(document: Document) -> None:
    entries = [entry.code for entry in document.report.entries if entry.kind in ("objective", "plan")]
    assert [row.code for row in document.report.contents] == entries


def test_the_report_knows_its_title_and_years(document: Document) -> None:
    report = document.report
    assert report.title == "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"
    assert (report.year, report.previous_year) == (2024, 2023)


def test_no_line_is_left_over(document: Document) -> None:
    assert document.report.unclaimed == ()


def same(first: Report, second: Report, what: Callable[[Entry], object]) -> bool:
    return [what(entry) for entry in first.entries] == [what(entry) for entry in second.entries]


def test_the_sample_is_the_real_report_with_other_descriptions(corpus: Report, sample: Report) -> None:
    assert same(corpus, sample, lambda e: (e.kind, e.code, e.title, e.lines))
    assert same(corpus, sample, lambda e: [getattr(e, name, None) for name in ("owner", "organisation", "period")])
    assert same(corpus, sample, lambda e: [getattr(e, name, None) for name in ("status", "phase")])
    assert same(corpus, sample, lambda e: [cell.text for row in e.budget.rows for cell in row.figures])
    assert same(corpus, sample, lambda e: [(c.text, c.value, c.line, c.column) for c in e.staff.figures])
    # In ACU1014, line 3095 goes on in parentheses in the real report alone.
    assert same(corpus, sample, lambda e: e.code == "ACU1014" or len(e.paragraphs))
    assert corpus.contents == sample.contents
    assert [(f.code, f.line, f.entry) for f in corpus.findings if f.line != 3095] == [
        (f.code, f.line, f.entry) for f in sample.findings
    ]
    assert sum(a.description != b.description for a, b in zip(corpus.entries, sample.entries, strict=True)) > 300


def test_reading_twice_gives_equal_reports(corpus: Report, corpus_path: Path) -> None:
    assert gentbudget.parse(corpus_path.read_bytes()) == corpus
