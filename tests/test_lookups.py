"""A report as a mapping; lookups by kind, by line and by owner; what is known against an entry or a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

import gentbudget
from gentbudget import Report, UnknownCodeError, WrongKindError
from tests.parser.small import SMALL, edited


@pytest.fixture(scope="module")
def report() -> Report:
    return gentbudget.parse(SMALL)


# ---- a mapping, lookups by type, by line, by owner ----------------------------------------------------------


def test_a_report_is_a_mapping_from_codes_to_entries(report: Report) -> None:
    damaged = gentbudget.parse(edited(("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n\n", "")))
    assert isinstance(report, Mapping)
    assert list(report.keys()) == list(report) == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert tuple(report.values()) == report.entries
    assert dict(report.items()) == {entry.code: entry for entry in report.entries}
    assert "od 10071" in report.keys()  # noqa: SIM118 - the view is what is tested
    assert dict(damaged) == {code: damaged[code] for code in damaged}


@pytest.mark.parametrize("wrong", [None, 0, 10071, b"OD10071", ("OD10071",), 1.5])
def test_what_is_no_code_is_a_type_error_that_says_what_is_expected(wrong: Any, report: Report) -> None:
    for look_up in (report.__getitem__, report.get, report.plan, report.parent, report.findings_of):
        with pytest.raises(TypeError, match="expected .*(code of|a code).*, not " + type(wrong).__name__):
            look_up(wrong)


def test_lookups_of_one_kind_give_that_kind_or_say_which_it_is(report: Report) -> None:
    assert report.objective("sd 10041") is report["SD10041"]
    assert report.plan("OD10071") is report["OD10071"]
    assert report.action("AC34485") is report["AC34485"]
    assert report.project("PR40001") is report.action("PR40001") is report["PR40001"]
    for look_up, code, message in (
        (report.plan, "ac34485", "no plan 'AC34485': it is an action"),
        (report.objective, "PR40001", "no objective 'PR40001': it is a project"),
        (report.action, "OD10071", "no action 'OD10071': it is a plan"),
        (report.project, "AC34485", "no project 'AC34485': it is an action"),
    ):
        with pytest.raises(WrongKindError) as caught:
            look_up(code)
        assert isinstance(caught.value, KeyError)
        assert str(caught.value) == message
    with pytest.raises(UnknownCodeError, match="did you mean OD10071"):
        report.plan("OD1071")


def test_every_line_belongs_to_the_entry_within_whose_lines_it_is(sample: Report) -> None:
    owners = {line: entry for entry in sample.entries for line in range(entry.lines[0], entry.lines[1] + 1)}
    for line in range(-2, sample.text.count("\n") + 5):
        assert sample.at(line) is owners.get(line)
    for wrong in (None, "80", 80.0, True):
        with pytest.raises(TypeError, match="an int"):
            sample.at(wrong)  # type: ignore[arg-type]


def test_owners_come_once_each_in_order_of_appearance(report: Report, sample: Report) -> None:
    assert report.owners == ("Dienst Wonen", "Dienst Stadsvernieuwing en Groen")
    assert len(set(sample.owners)) == len(sample.owners)
    assert set(sample.owners) == {action.owner for action in sample.actions} - {None}
    assert sample.owners[0] == sample.action("AC34485").owner


# ---- what is known against an entry or a row -----------------------------------------------------------------


def test_findings_of_an_entry_are_the_parser_s_and_those_of_the_arithmetic() -> None:
    text = edited(
        ("Exploitatie\tUitgaven\t648.927\t613.509", "Exploitatie\tUitgaven\t648.927\t693.509"), ("VTE\t\t1,20", "VTE\t\t1,Z0")
    )
    report = gentbudget.parse(text)
    action = report["AC34485"]
    found = {finding.code for finding in report.findings_of(action)}
    assert {"unreadable-figure", "misread-figure"} <= found
    assert report.findings_of("ac34485") == report.findings_of(action)
    (misread,) = report.findings_of(action.budget.operating.expenditure)
    assert (misread.code, misread.line) == ("misread-figure", action.budget.operating.expenditure.line)
    assert "unreadable-figure" in {finding.code for finding in report.findings_of(action.staff)}
    assert report.findings_of(action.budget.investment.receipts) == ()
    assert report.findings_of("PR40001") == ()


def test_every_finding_within_an_entry_is_found_and_the_worst_comes_first(sample: Report) -> None:
    rank = {"error": 0, "warning": 1, "info": 2}
    within = 0
    for entry in sample.entries:
        findings = sample.findings_of(entry)
        within += len(findings)
        assert [rank[f.severity] for f in findings] == sorted(rank[f.severity] for f in findings)
        own = [f for f in (*sample.findings, *sample.check()) if entry.lines[0] <= f.line <= entry.lines[1]]
        assert set(own) <= set(findings)
    assert within >= sum(sample.at(f.line) is not None for f in (*sample.findings, *sample.check())) > 80


def test_a_gap_is_known_against_the_total_and_not_against_what_was_added_up(sample: Report) -> None:
    plan = sample.plan("OD10089")
    (finding,) = (f for f in sample.check() if f.entry == "OD10089")
    assert finding in sample.findings_of(plan.budget.operating.expenditure)
    assert not any(finding in sample.findings_of(child) for child in plan.children)


def test_a_text_may_begin_with_an_entry() -> None:
    report = gentbudget.parse(SMALL[SMALL.index("Beleidsdoelstelling SD10041") :])
    assert [report.at(line) for line in (1, 2)] == [report["SD10041"]] * 2
