"""Half a report: what is left of it is read, and no figure is wrong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gentbudget import Report
from gentbudget.testing import Dump, dumps
from tests.input.reading import codes, read
from tests.parser.small import SMALL, line_of
from tests.profiles import is_quick
from tests.told import parse


def of_the_whole(cut: Report) -> None:
    """No figure of a part is another than that of the whole, whatever the part."""
    whole = parse(SMALL)
    expected = {entry.code: entry for entry in whole.entries}
    for entry in cut.entries:
        if entry.code not in expected:
            continue
        printed = expected[entry.code]
        for row in (*entry.budget.rows, entry.staff):
            full = printed.staff if row.label == "VTE" else next(r for r in printed.budget.rows if r.label == row.label)
            for label, value in row.values.items():
                assert value is None or value == full[label], (entry.code, row.label, label)


def test_every_cut_between_two_lines_leaves_the_entries_above_it_whole() -> None:
    lines = SMALL.split("\n")
    whole = parse(SMALL)
    for cut in range(line_of("Beleidsdoelstelling"), len(lines)):
        report = read("\n".join(lines[:cut]))
        if not isinstance(report, Report):
            assert cut < line_of("Exploitatie"), "a text without one row may be anything"
            continue
        for entry in report.entries[:-1]:
            assert entry.lines == whole[str(entry.code)].lines
            assert entry.budget == whole[str(entry.code)].budget
        of_the_whole(report)
        if cut < len(lines) - 1:
            expected = sum(e.lines[1] <= cut for e in whole.entries)
            assert len(report.entries) in (expected, expected + 1)


def test_a_cut_inside_an_entry_has_a_finding() -> None:
    lines = SMALL.split("\n")
    whole = parse(SMALL)
    for cut in range(line_of("Beleidsdoelstelling"), len(lines)):
        if any(first <= cut < last for first, last in (entry.lines for entry in whole.entries)):
            report = read("\n".join(lines[:cut]))
            if not isinstance(report, Report):
                assert cut < line_of("Exploitatie"), "a text without one row may be anything"
                continue
            assert [f for f in report.findings if f.severity == "error"], f"cut behind line {cut}: {lines[cut - 1]}"


def test_a_text_that_begins_anywhere_is_refused_or_read() -> None:
    for start in range(0, len(SMALL), 23):
        report = read(SMALL[start:])
        if isinstance(report, Report):
            of_the_whole(report)


def test_every_line_to_begin_with_but_the_last_entry_s_gives_the_entries_below_it() -> None:
    lines = SMALL.split("\n")
    whole = parse(SMALL)
    for first in range(1, whole["PR40001"].lines[0] + 1):
        report = parse("\n".join(lines[first - 1 :]))
        below = [entry.code for entry in whole.entries if entry.lines[0] >= first]
        assert codes(report)[-len(below) :] == below, f"from line {first}: {lines[first - 1]}"
        of_the_whole(report)


def test_a_cut_at_any_character_makes_no_figure_wrong_but_the_one_it_cut() -> None:
    whole = parse(SMALL)
    for cut in range(SMALL.index("PR40001"), len(SMALL), 4 if is_quick() else 1):
        report = parse(SMALL[:cut])
        for entry in report.entries:
            if entry.code is None:
                continue
            if entry.code not in whole:
                assert SMALL[:cut].endswith(entry.code), "nothing tells a code that was cut from a shorter one"
                continue
            printed = whole[entry.code]
            for row in (*entry.budget.rows, entry.staff):
                full = printed.staff if row.label == "VTE" else next(r for r in printed.budget.rows if r.label == row.label)
                for label, value in row.values.items():
                    cell = next(c for c, column in zip(row.figures, row.columns, strict=True) if column.label == label)
                    # `12.345` cut to `12.3` is no number, but `12` is one, and nothing tells that it was more.
                    last = cell.end == cut
                    assert value is None or value == full[label] or last, (cut, row.label, label, cell)


@given(dumps(), st.floats(0, 1))
def test_half_of_any_report_is_refused_or_read(dump: Dump, share: float) -> None:
    text = dump.text
    cut = int(share * len(text))
    read(text[:cut])
    read(text[cut:])


def test_a_row_cut_in_the_middle_keeps_what_is_left_only_where_it_is_sure() -> None:
    start = SMALL.index("Investering\tUitgaven\t2.000")
    report = parse(SMALL[: start + len("Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.5")])
    entry = report["AC34485"]
    row = entry.budget.investment.expenditure
    assert row.vs_previous is None
    assert row.previous_actual is None
    assert row.budget in (None, 2000)
    assert row.actual in (None, 5000)
    assert any(f.severity == "error" and f.line == row.line for f in report.findings)
    assert {"missing-table", "missing-row"} <= {f.code for f in report.findings}
