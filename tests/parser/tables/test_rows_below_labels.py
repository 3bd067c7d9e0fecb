"""Rows whose labels stand on a line of their own, with their figures below it: on one line, or each on its own."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import SMALL


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
