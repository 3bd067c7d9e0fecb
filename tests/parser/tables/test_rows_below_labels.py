"""Rows whose labels stand on a line of their own, with their figures below it: on one line, or each on its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import gentbudget
from tests.parser.small import SMALL
from tests.parser.tables.changes import BUDGET_ROWS, LINES, STAFF_ROW, TABLES, Reading, Said, read, with_line, with_lines


def below_labels(between: str) -> str:
    """The small report with all labels of rows on lines of their own, and this between the figures below them."""
    lines = []
    for line in SMALL.split("\n"):
        section, flow, *figures = line.split("\t") if line.count("\t") == 6 else ("", "")
        is_row = flow in ("Uitgaven", "Ontvangsten") or section == "VTE"
        lines += [f"{section}\t{flow}", between.join(figures)] if is_row else [line]
    return "\n".join(lines)


@pytest.mark.parametrize("between", ["\t", "\n"])
def test_figures_below_their_labels_are_theirs(between: str) -> None:
    report = gentbudget.parse(below_labels(between))
    assert report.same_as(gentbudget.parse(SMALL))
    assert (report.findings, report.unclaimed) == ((), ())


@pytest.mark.parametrize(("between", "title"), [("\t", None), ("\n", "Begeleiden van huurders bij de Dienst Wonen")])
def test_a_line_holds_one_cell_alone_where_each_figure_has_a_line(between: str, title: str | None) -> None:
    """Else an owner that nobody knows may be the end of the line."""
    header = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
    text = below_labels(between).replace(header, "AC34485 - Begeleiden van huurders bij de Dienst Wonen")
    action = gentbudget.parse(text, known=None)["AC34485"]
    assert (action.title, action.owner) == (title, None)


def test_a_row_over_the_end_of_a_page_has_each_figure_on_its_own() -> None:
    report = gentbudget.parse(below_labels("\n").replace("\n86,5%", "\n\f86,5%"))
    row = report["PR40001"].budget.operating.expenditure
    assert [(cell.text, cell.page) for cell in row.figures] == [
        ("15.047", 1),
        ("13.021", 1),
        ("86,5%", 2),
        ("16.470", 2),
        ("79,1%", 2),
    ]


STACKED: dict[str, Callable[[list[str]], list[str]]] = {
    "figures on a line": lambda cells: ["\t".join(cells[:2]), "\t".join(cells[2:])],
    "each label on a line": lambda cells: [*filter(None, cells[:2]), "\t".join(cells[2:])],
    "each figure on a line": lambda cells: ["\t".join(cells[:2]), *cells[2:]],
    "each cell on a line": lambda cells: [*filter(None, cells)],
    "figures on two lines": lambda cells: ["\t".join(cells[:2]), "\t".join(cells[2:5]), "\t".join(cells[5:])],
    "the first beside the labels": lambda cells: ["\t".join(cells[:3]), "\t".join(cells[3:])],
    "the last below": lambda cells: ["\t".join(cells[:-1]), cells[-1]],
}
ROWS = (*BUDGET_ROWS[:2], STAFF_ROW)


@pytest.mark.parametrize("form", STACKED)
def test_a_row_on_several_lines_is_one_whatever_stands_between_them(form: str) -> None:
    printed = {row: "\n".join(STACKED[form](row.split("\t"))) for row in LINES}
    assert read(with_lines(*(printed.get(line, line) for line in TABLES))) == Reading({}, [])
    for row in ROWS:
        lines = printed[row].split("\n")
        for place in range(1, len(lines)):
            above, below = lines[:place], lines[place:]
            text = with_line(row, "\n".join((*above, "Stad Gent", *below)))
            assert read(text) == Reading({}, [Said("unclaimed-line", "warning", "Stad Gent", "Stad Gent")])
            assert read(with_line(row, "\n".join((*above, "---", "", *below)))) == Reading({}, [])


@pytest.mark.parametrize(
    ("figure", "is_told"), [("7", False), ("7 / 9", True), ("1.234", True), ("12345", True), ("7,5%", True)]
)
@pytest.mark.parametrize("form", STACKED)
def test_a_figure_below_a_row_that_has_all_of_its_own_is_a_page_s_number_or_is_told(
    form: str, figure: str, *, is_told: bool
) -> None:
    for row in ROWS:
        text = with_line(row, "\n".join((*STACKED[form](row.split("\t")), figure)))
        changed, said, _ = read(text)
        assert [one for one in said if one.line == figure] == [Said("unclaimed-line", "warning", figure, figure)] * is_told
        if row != BUDGET_ROWS[0]:  # behind which the row of the same section may be another's
            assert (changed, len(said)) == ({}, is_told)
