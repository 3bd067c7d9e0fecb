"""What holds of any report and its text, tried with the strategies that the package offers."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import ExportError, Report
from gentbudget.testing import LAYOUTS, Dump, dumps, reports
from tests.told import parse


def figures(report: Report) -> list[tuple[str | None, list[list[Decimal | None]]]]:
    return [(entry.code, [list(row.numbers) for row in (*entry.budget.rows, entry.staff)]) for entry in report.entries]


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
def test_the_text_in_any_layout_has_all_the_figures(layout: str, data: st.DataObject) -> None:
    dump = data.draw(dumps(layouts=[layout]))
    read = parse(dump.text)
    assert figures(read) == figures(dump.report)
    assert [(e.kind, e.code) for e in read.entries] == [(e.kind, e.code) for e in dump.report.entries]
    assert (read.year, read.previous_year) == (dump.report.year, dump.report.previous_year)
    assert read.check() == ()


@given(dumps(layouts=["tabs"]))
def test_the_text_with_tabs_is_read_as_the_same_report(dump: Dump) -> None:
    read = parse(dump.text)
    assert read.same_as(dump.report)
    assert [(row.code, row.title, row.page) for row in read.contents] == [
        (row.code, row.title, row.page) for row in dump.report.contents
    ]
    assert read.unclaimed == ()
    assert dump.report.to_text().rstrip("\n") == dump.text.rstrip("\n")


@given(dumps())
def test_spans_slice_to_what_is_printed_and_no_figure_serves_twice(dump: Dump) -> None:
    read = parse(dump.text)
    cells = [c for e in read.entries for row in (*e.budget.rows, e.staff) for c in row.figures if c.text]
    assert all(read.text[c.start : c.end] == c.text for c in cells)
    assert all(read.text.count("\n", 0, c.start) == c.line - 1 for c in cells)
    assert len({c.start for c in cells}) == len(cells)


@given(dumps())
def test_every_line_of_an_entry_is_claimed_once_or_said_to_be_left_over(dump: Dump) -> None:
    read = parse(dump.text)
    assert read.unclaimed == ()
    for number, line in enumerate(read.text.split("\n"), 1):
        holding = [entry for entry in read.entries if entry.lines[0] <= number <= entry.lines[1]]
        assert len(holding) == 1 or (not holding and (number < read.entries[0].lines[0] or not line.strip())), line
        assert not holding or read.at(number) is holding[0]


@given(dumps())
def test_what_is_read_in_any_layout_is_printed_in_the_one_of_the_accounts(dump: Dump) -> None:
    read = parse(dump.text)
    try:
        printed = read.to_text()
    except ExportError:
        assert dump.layout != "tabs"
        return
    assert figures(parse(printed)) == figures(read)


@given(dumps())
def test_a_text_is_read_as_the_same_whenever_it_is_read(dump: Dump) -> None:
    once = parse(dump.text)
    with ThreadPoolExecutor(2) as threads:
        others = list(threads.map(gentbudget.parse, [dump.text] * 2))
    assert others == [once, once]
    assert [other.findings for other in others] == [once.findings] * 2
    assert others[0].check() == once.check()


@given(dumps())
def test_a_report_that_is_stored_is_the_same_report(dump: Dump) -> None:
    read = parse(dump.text)
    for stored in (pickle.loads(pickle.dumps(read)), Report.from_json(read.to_json())):  # noqa: S301 - our own bytes
        assert stored == read
        assert stored.findings == read.findings
        assert [e.lines for e in stored.entries] == [e.lines for e in read.entries]


@given(reports())
def test_figures_in_arrow_are_those_of_the_report(report: Report) -> None:
    pytest.importorskip("pyarrow")
    table = report.to_arrow().to_pylist()
    assert [(row["code"], row["value"]) for row in table] == [(row["code"], row["value"]) for row in report.records()]


@given(reports())
def test_lookups_agree_with_iteration(report: Report) -> None:
    assert list(report) == [entry.code for entry in report.entries]
    for entry in report.entries:
        assert entry.code is not None
        assert report[entry.code] is report[entry.code.lower()] is entry
        assert all(report.parent(child) is entry for child in entry.children)
        assert entry in report.find(kind=entry.kind)
    assert [e for e in report.entries if report.parent(e) is None] == list(report.roots)
