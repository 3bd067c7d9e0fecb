"""The sample with more damage."""

from __future__ import annotations

import re

import gentbudget
from gentbudget import Action, Report
from tests.corpus.printed import facts, lines_with


def test_thirty_more_lost_headers_cost_their_own_entries_alone(sample: Report, sample_text: str) -> None:
    lines = sample_text.split("\n")
    headers = [n for n, line in enumerate(lines) if n > 47 and re.match(r"(AC|PR)\w+ - .*\t", line)]
    lost = set(headers[4::7])
    codes = {lines[n].split(" ")[0] for n in lost}
    report = gentbudget.parse("\n".join("" if n in lost else line for n, line in enumerate(lines)))
    assert len(codes) > 25
    for before, after in zip(sample.entries, report.entries, strict=True):
        if before.code in codes:
            assert isinstance(after, Action)
            assert (after.code, after.title, after.owner, after.kind) == (None, None, None, "action")
            assert facts(after)[2] == facts(before)[2]
        else:
            assert facts(after) == facts(before)
    assert len(lines_with("lost-header", report)) == 24 + len(codes)


def test_thirty_lost_headings_cost_nothing_but_a_finding(sample: Report, sample_text: str) -> None:
    lines = sample_text.split("\n")
    headings = [n for n, line in enumerate(lines) if line.rstrip("\t") == "Acties"]
    with_code = [n for n in headings if re.match(r"(AC|PR)\w+ - ", next(line for line in lines[n + 1 :] if line.strip()))]
    lost = set(with_code[3::9])
    report = gentbudget.parse("\n".join("" if n in lost else line for n, line in enumerate(lines)))
    assert [facts(e) for e in report.entries] == [facts(e) for e in sample.entries]
    assert len(lines_with("lost-heading", report)) == len(lost) > 25


def test_labels_misread_in_every_table_of_the_sample_cost_no_figure(sample: Report, sample_text: str) -> None:
    for label, seen in (
        ("\tUitgaven\t", "\tUitqauen\t"),
        ("\tOntvangsten\t", "\t0ntvangsten\t"),
        ("\nFinanciering\t", "\nFinanclerlng\t"),
        ("\nVTE\t", "\nVIE\t"),
        ("Onderbouwing personeel", "0nderbouwing pers0neel"),
        ("Budgettaire onderbouwing", "Budgettalre onderbouvving"),
    ):
        assert label in sample_text
        sample_text = sample_text.replace(label, seen)
    report = gentbudget.parse(sample_text)
    assert [facts(e) for e in report.entries] == [facts(e) for e in sample.entries]
    assert sum(c.value is not None for e in report.entries for r in e.budget.rows for c in r.figures) == 338 * 30 - 6
    assert report.unclaimed == ()


def test_line_ends_of_windows_change_nothing_in_the_sample(sample: Report, sample_text: str) -> None:
    report = gentbudget.parse(sample_text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert [facts(e) for e in report.entries] == [facts(e) for e in sample.entries]
    assert [(f.code, f.line, f.message) for f in report.findings] == [(f.code, f.line, f.message) for f in sample.findings]


def test_the_first_and_the_second_half_of_the_sample_make_the_whole(sample: Report, sample_text: str) -> None:
    lines = sample_text.split("\n")
    cut = sample["OD10082"].lines[0] - 1
    first, second = gentbudget.parse("\n".join(lines[:cut])), gentbudget.parse("\n".join(lines[cut:]))
    read = [(e.kind, e.code, facts(e)[2]) for e in (*first.entries, *second.entries)]
    assert read == [(e.kind, e.code, facts(e)[2]) for e in sample.entries]
    for entry in (*first.entries, *second.entries):
        whole = sample.get(entry.code or "")
        if isinstance(entry, Action) and isinstance(whole, Action):
            assert entry.owner in (whole.owner, None)
