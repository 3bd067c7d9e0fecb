"""Columns and cells that are lost: no figure comes under the name of another."""

from __future__ import annotations

import pytest

import gentbudget
from tests.damage.oracle import rows_of
from tests.damage.reading import finding_codes
from tests.parser.small import SMALL, edited, line_of


@pytest.mark.parametrize("column", range(5))
def test_a_column_that_is_lost_with_its_label_leaves_the_others(column: int) -> None:
    """The heads say which columns there are; that the accounts always had one more is a remark."""

    def shortened(line: str) -> str:
        cells = line.split("\t")
        return "\t".join(c for i, c in enumerate(cells) if i != 2 + column or len(cells) != 7)

    text = "\n".join(map(shortened, SMALL.split("\n")))
    report = gentbudget.parse(text)
    for got, whole in zip(report.entries, gentbudget.parse(SMALL).entries, strict=True):
        for (_, row), (_, printed) in zip(rows_of(got), rows_of(whole), strict=True):
            labels = [label for i, label in enumerate(printed.values) if i != column]
            assert list(row.values) == labels
            assert [row[label] for label in labels] == [printed[label] for label in labels]
    assert {(finding.code, finding.severity) for finding in report.findings} == {("missing-column", "info")}


@pytest.mark.parametrize("column", range(5))
def test_a_column_that_is_lost_from_all_rows_is_none_and_no_value_is_under_a_wrong_name(column: int) -> None:
    lines = SMALL.split("\n")
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if len(cells) == 7 and cells[1] in ("Uitgaven", "Ontvangsten"):
            lines[number] = "\t".join([*cells[: 2 + column], *cells[3 + column :]])
    report = gentbudget.parse("\n".join(lines))
    whole = gentbudget.parse(SMALL)
    for got, printed in zip(report.entries, whole.entries, strict=True):
        for row, full in zip(got.budget.rows, printed.budget.rows, strict=True):
            for i, label in enumerate(full.values):
                assert row[label] == (None if i == column else full[label]), (label, row.line)
        missing = [f for f in report.findings if f.code == "missing-column" and f.entry == got.code]
        assert [f.severity for f in missing] == ["error"]
        assert list(whole["SD10041"].budget.rows[0].values)[column] in missing[0].message


def test_a_figure_that_is_lost_from_one_row_takes_no_other_to_a_wrong_column() -> None:
    for entry in ("648.927", "613.509", "94,5%", "511.188", "120,0%"):
        text = edited((f"\t{entry}", ""), text=SMALL.replace("\t120,0%\t1.000", "\t121,0%\t1.000"))
        report = gentbudget.parse(text)
        row = report["AC34485"].budget.operating.expenditure
        whole = gentbudget.parse(SMALL)["AC34485"].budget.operating.expenditure
        for label, value in row.values.items():
            assert value in (None, whole[label]), entry
        assert None in row.values.values()
        assert any(f.line == line_of("Exploitatie\tUitgaven\t648") or f.line == row.line for f in report.findings)


def test_two_figures_that_run_together_into_a_good_one_are_not_read_as_it() -> None:
    """`3` and `30,2%` give 330,2 %, which nothing contradicts where the row stands alone, and nothing confirms."""
    row = "Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%"
    text = edited((row, "Exploitatie\tUitgaven\t10\t330,2%\t0\t0,0%"))
    alone = gentbudget.parse(text[: text.index("\tOntvangsten\t21.020")])
    for report in (alone, gentbudget.parse(text)):
        expenditure = report["AC34485"].budget.operating.expenditure
        assert expenditure.actual is None
        assert expenditure.budget_used is None
        assert any(f.line == line_of("Exploitatie\tUitgaven\t10", text) for f in report.findings)


def test_a_head_that_lost_a_label_does_not_fit_the_one_row_that_lost_a_figure() -> None:
    at = SMALL.rindex("\t\tBudget 2024")
    text = SMALL[:at] + "\t\t" + SMALL[at + len("\t\tBudget 2024") :]
    report = gentbudget.parse(text.replace("\t1.691\t2.507\t148,3%", "\t1.691\t\t148,3%"))
    receipts = report["PR40001"].budget.operating.receipts
    assert receipts.actual is None, "1.691 is the budget"
    assert any(f.entry == "PR40001" and f.severity == "error" for f in report.findings)


def test_a_row_that_is_whole_by_a_double_figure_in_a_table_of_short_ones_is_not_taken_as_printed() -> None:
    start = SMALL.index("Exploitatie\tUitgaven\t648")
    end = SMALL.index("Onderbouwing", start)
    rows = ["\t".join([*(c := line.split("\t"))[:3], *c[4:]]) for line in SMALL[start:end].split("\n")]
    table = "\n".join(rows).replace("21.020\t", "21.020\t21.020\t")
    report = gentbudget.parse(SMALL[:start] + table + SMALL[end:])
    assert report["AC34485"].budget.operating.receipts.actual is None
    assert any(f.entry == "AC34485" and f.severity == "error" for f in report.findings)


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        # 1,20 planned, 0,93 paid, 77,5%, 1,50 paid before, 62,0%: what is lost must not shift the others
        ("VTE\t\t1,20\t77,5%\t1,50\t62,0%", {1: "0,93"}),
        ("VTE\t\t0,93\t77,5%\t1,50\t62,0%", {0: "1,20"}),
        ("VTE\t\t1,20\t0,9377,5%\t1,50\t62,0%", {1: "0,93", 2: "77,5%"}),
        ("VTE\t\t1,20\t0,93\t77,51,50\t62,0%", {2: "77,5%", 3: "1,50"}),
        ("VTE\t1,20\t\t77,5%\t1,50\t62,0%", {1: "0,93"}),
    ],
)
def test_a_staff_row_that_is_a_figure_short_is_not_read_by_its_empty_stub(staff: str, expected: dict[int, str]) -> None:
    whole = ["1,20", "0,93", "77,5%", "1,50", "62,0%"]
    report = gentbudget.parse(edited(("VTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%", staff)))
    for i, cell in enumerate(report["AC34485"].staff.figures):
        assert cell.value is None or (i not in expected and cell.text == whole[i]), (i, cell)
    assert any(f.line == line_of(staff, report.text) and f.severity == "error" for f in report.findings)


@pytest.mark.parametrize(("blanked", "column"), [("1,20", 0), ("0,93", 1), ("77,5%", 2), ("1,50", 3), ("62,0%", 4)])
def test_a_blank_cell_is_empty_and_takes_no_neighbour_to_a_wrong_column(blanked: str, column: int) -> None:
    report = gentbudget.parse(edited((f"\t{blanked}", "\t"), text=SMALL))
    row = report["AC34485"].staff
    texts = ["1,20", "0,93", "77,5%", "1,50", "62,0%"]
    assert all(cell.text in ("", text) for cell, text in zip(row.figures, texts, strict=True))
    assert row.figures[column].value is None
    (finding,) = [f for f in report.findings if f.severity == "error"]
    assert (finding.line, finding.entry) == (line_of("VTE\t\t1,20", SMALL) if column else row.line, "AC34485")


@pytest.mark.parametrize(
    "line",
    [
        "Exploitatie\tUitgaven\tl48.927\t613.509\t94,5%\t511.188\t120,0%",  # a digit read as a letter
        "Exploitatie\tU1tgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%",
        "ExploitatieUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%",
        "Exploitatie\tUitgaven648.927\t613.509\t94,5%\t511.188\t120,0%",
        "120,0%\tUitgaven\t648.927\t613.509\t94,5%\t511.188\tExploitatie",
        "648.927\t613.509\t94,5%\t511.188\t120,0%",
        "x\ty\tz\t648.927\t613.509\t94,5%\t511.188\t120,0%",
    ],
)
def test_a_first_row_that_is_damaged_is_not_taken_for_a_part_of_the_head(line: str) -> None:
    text = edited(("Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", line))
    report = gentbudget.parse(text)
    entry, whole = report["AC34485"], gentbudget.parse(SMALL)["AC34485"]
    assert [c.label for c in entry.budget.columns] == [c.label for c in whole.budget.columns]
    assert not finding_codes(report) & {"unreadable-head", "restored-head", "missing-head"}
    assert [row.values for row in entry.budget.rows[-4:]] == [row.values for row in whole.budget.rows[-4:]]
    number = line_of(line, text)
    assert any(finding.line == number for finding in report.findings)
    for flow in ("expenditure", "receipts"):
        row, printed = getattr(entry.budget.operating, flow), getattr(whole.budget.operating, flow)
        if row.line is not None:
            assert all(value in (None, printed[label]) for label, value in row.values.items())
        else:
            assert any(f.code == "missing-row" and printed.label in f.message for f in report.findings)


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("Exploitatie\tUitgaven\tl48.927\t613.509\t94,5%\t511.188\t120,0%", "Budget 2024"),
        ("Exploitatie\tU1tgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", None),
        ("Expl0itatie\tUitqaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", None),
    ],
)
def test_a_first_row_with_one_misread_cell_keeps_the_others(line: str, lost: str | None) -> None:
    text = edited(("Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", line))
    entry, whole = gentbudget.parse(text)["AC34485"], gentbudget.parse(SMALL)["AC34485"]
    for row, printed in zip(entry.budget.rows, whole.budget.rows, strict=True):
        expected = dict(printed.values)
        if lost and row.line == line_of(line, text):
            expected[lost] = None
        assert row.values == expected
