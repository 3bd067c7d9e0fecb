"""Which column a figure is put under: by its kind, by the percentages, and never where they deny it."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from gentbudget import Report
from tests.parser.small import BUDGET, SMALL, edited, line_of
from tests.parser.tolerances.case import alone, row_values, values

ROW = "Exploitatie\tUitgaven\t15.047\t13.021\t86,5%\t16.470\t79,1%"


def findings(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def first_row(printed: str) -> tuple[list[Decimal | None], list[str]]:
    """What is read where the first row of the last action prints this, and what is said of it."""
    report = gentbudget.parse(edited((ROW, printed)))
    line = next(row.line for row in report["PR40001"].budget.rows if row.label == "Exploitatie Uitgaven")
    return row_values(report, "PR40001", "Exploitatie Uitgaven"), [f.code for f in report.findings if f.line == line]


def test_a_whole_row_is_read_off_where_each_figure_is_of_its_column_s_kind() -> None:
    assert first_row(ROW) == (values("15.047 13.021 86,5% 16.470 79,1%"), [])
    assert first_row(ROW.replace("86,5%", "865")) == ([None] * 5, ["undecidable-row"])
    assert first_row(ROW.replace("16.470", "16%")) == ([None] * 5, ["undecidable-row"])


def test_a_figure_that_is_no_number_is_of_any_kind() -> None:
    read, said = first_row(ROW.replace("86,5%", "B6,S"))
    assert (read, said) == ([*values("15.047 13.021"), None, *values("16.470 79,1%")], ["unreadable-figure"])


def test_amounts_that_their_cells_had_no_room_for_leave_no_figures_of_their_row() -> None:
    """`1.762.52` over `7` and `1.088.16` over `3`: each of them has two lines, as two figures would."""
    assert first_row("Exploitatie\tUitgaven\t1.762.52\t7\t1.088.16\t3\t61,7%") == ([None] * 5, ["undecidable-row"])
    read, _ = first_row(ROW.replace("86,5%", "86.5"))
    assert read == [*values("15.047 13.021"), None, *values("16.470 79,1%")]


@pytest.mark.parametrize("word", ["EUR", "euro", "(netto)"])
def test_a_word_between_labels_and_figures_is_no_figure(word: str) -> None:
    assert first_row(ROW.replace("Uitgaven\t", f"Uitgaven\t{word}\t"))[0] == values("15.047 13.021 86,5% 16.470 79,1%")


def test_a_short_row_keeps_what_a_percentage_confirms_and_nothing_else() -> None:
    read, said = first_row(ROW.removesuffix("\t79,1%"))
    assert read == [*values("15.047 13.021 86,5%"), None, None]
    assert said != []


def test_a_row_that_is_printed_twice_with_other_figures_has_none() -> None:
    other = ROW.replace("15.047", "15.074")
    read, said = first_row(f"{ROW}\n{other}")
    assert read == [None] * 5
    assert first_row(f"{ROW}\n{ROW}") == (values("15.047 13.021 86,5% 16.470 79,1%"), [])
    assert "contradicting-rows" in {f.code for f in gentbudget.parse(edited((ROW, f"{ROW}\n{other}"))).findings}
    assert said == []


LOST = {
    "Exploitatie Uitgaven": "15.047 86,5% 16.470 79,1%",
    "Exploitatie Ontvangsten": "1.691 148,3% 1.632 153,6%",
    "Investering Uitgaven": "1.114 169,0% 922 204,2%",
}


def short(rows: dict[str, str]) -> Report:
    """A table without the figures of *Jaarrekening 2024*."""
    lines = [label.replace(" ", "\t") + "\t" + figures.replace(" ", "\t") for label, figures in rows.items()]
    return gentbudget.parse("\n".join(["Acties", "AC10001 - Titel\tDienst", "", BUDGET, *lines, ""]))


def test_a_column_that_every_row_lacks_is_the_one_that_the_percentages_tell() -> None:
    report = short(LOST)
    for label, figures in LOST.items():
        budget, *others = values(figures)
        assert row_values(report, "AC10001", label) == [budget, None, *others]
    assert "missing-column" in findings(report)


def test_a_column_that_every_row_lacks_is_not_told_where_a_percentage_denies_it() -> None:
    """No amount is 86,5 % of one and 179,1 % of nearly the same."""
    report = short({**LOST, "Exploitatie Uitgaven": "15.047 86,5% 16.470 179,1%"})
    for label in LOST:
        assert row_values(report, "AC10001", label) == [None] * 5
    assert findings(report).count("undecidable-row") == len(LOST)


def test_of_zeros_that_may_be_of_two_columns_only_those_are_placed_that_can_be_of_one() -> None:
    report = short(dict.fromkeys(LOST, "0 0,0% 0 0,0%"))
    for label in LOST:
        assert row_values(report, "AC10001", label) == [None, None, 0, 0, 0]
    assert "unplaced-figure" in findings(report)


def test_a_column_that_nothing_is_known_of_is_told_once_where_all_tables_have_it() -> None:
    """A table that lacks another column has that one as well."""
    text = SMALL.replace("\tBudget 2024\t", "\tKrediet 2024\t")
    at = text.rindex("Budgettaire onderbouwing")
    lines = [line.split("\t") for line in text[at:].split("\n")]
    for line in lines[:7]:
        del line[5]
    report = gentbudget.parse(text[:at] + "\n".join(map("\t".join, lines)))
    (unknown,) = [f for f in report.findings if f.code == "unknown-column"]
    (missing,) = [f for f in report.findings if f.code == "missing-column" and f.severity == "error"]
    assert (unknown.severity, unknown.line) == ("info", line_of("Budgettaire", text))
    assert (missing.entry, "Jaarrekening 2023" in missing.message) == ("PR40001", True)


def plain_decimals(*budgets: str) -> list[tuple[str, Decimal | None]]:
    """The figures of *Budget 2024* in a report of one action, as printed and as read."""
    text = alone()
    for old, new in zip(("15.047", "1.691", "1.114", "22", "0", "-95"), budgets, strict=True):
        text = text.replace(f"\t{old}\t", f"\t{new}\t", 1)
    rows = gentbudget.parse(text, known=None)["PR40001"].budget.rows
    return [(row.figures[0].text, row.figures[0].value) for row in rows]


def test_figures_with_other_decimals_than_most_of_their_column_are_misread() -> None:
    read = plain_decimals("15.047", "1.691", "1,114", "2,2", "0", "-95")
    assert [text for text, value in read if value is None] == ["1,114", "2,2"]


def test_where_no_number_of_decimals_is_that_of_most_figures_none_is_misread() -> None:
    read = plain_decimals("15.047", "1.691", "1,114", "2,2", "0", "-9,5")
    assert [text for text, value in read if value is None] == []


def test_a_figure_that_is_not_there_has_the_place_where_its_row_begins() -> None:
    report = gentbudget.parse(edited((ROW, ROW.removesuffix("\t79,1%"))))
    row = report["PR40001"].budget.operating.expenditure
    before = "Exploitatie\tUitgaven\t15.047\t13.021\t"
    start = report.text.index(before)
    assert [(cell.start - start, cell.text) for cell in row.figures[2:]] == [(len(before), "86,5%"), (0, ""), (0, "")]
