"""A figure without marks between its thousands is misread where any other has them; where none has, figures are plain."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

import gentbudget
from gentbudget import BudgetRow, Report
from gentbudget.parser import tolerances
from gentbudget.parser.tables.notation import _usual
from tests.parser.small import BUDGET

SPENT = ("648.927", "613.509", "94,5%", "511.188", "120,0%")
RECEIVED = ("21.020", "43.270", "205,9%", "20.258", "213,6%")


def read(*rows: tuple[str, ...]) -> tuple[Report, list[BudgetRow]]:
    """A table of one section with these figures."""
    lines = [
        "\t".join((*labels, *row)) for labels, row in zip((("Exploitatie", "Uitgaven"), ("", "Ontvangsten")), rows, strict=True)
    ]
    report = gentbudget.parse("\n".join(("Acties", "AC10001 - Titel\tDienst", "Tekst.", BUDGET, *lines, "")))
    return report, list(report["AC10001"].budget.rows)


def plain(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(figure.replace(".", "") for figure in row)


@pytest.mark.parametrize("marked", ["1.000", "-1.000", "999.999"])
def test_one_amount_with_a_mark_makes_those_without_misread(marked: str) -> None:
    report, rows = read(plain(SPENT), (marked, *plain(RECEIVED)[1:]))
    assert [row.budget for row in rows] == [None, Decimal(marked.replace(".", ""))]
    assert [finding.line for finding in report.findings if finding.code == "unreadable-figure"] == [5, 5, 5, 6, 6]


def test_a_number_without_its_marks_among_others_is_misread() -> None:
    report, (spent, received) = read(("648927", *SPENT[1:]), RECEIVED)
    assert (spent.budget, spent.actual, received.budget) == (None, Decimal(613509), Decimal(21020))
    assert [finding.line for finding in report.findings if finding.code == "unreadable-figure"] == [5]


def test_amounts_without_any_mark_are_whole_numbers() -> None:
    _, (spent, _) = read(plain(SPENT), plain(RECEIVED))
    assert [str(value) for value in spent.values.values()] == ["648927", "613509", "94.5", "511188", "120.0"]


@pytest.mark.parametrize(
    ("count", "is_plain"), [(tolerances.FEWEST_PLAIN_FIGURES, True), (tolerances.FEWEST_PLAIN_FIGURES - 1, False)]
)
def test_a_few_amounts_without_marks_are_enough_and_fewer_are_misread(count: int, *, is_plain: bool) -> None:
    large = [str(4000 + n) for n in range(count)]
    figures = (*large, "64,7%", "511", "120,0%")
    _, (spent, received) = read((*large[:2], *figures[-3:]), (*large[2:], *("948", "613")[count - 2 :], *figures[-3:]))
    assert (spent.budget, spent.actual) == ((4000, 4001) if is_plain else (None, None))
    assert received.budget == (4002 if is_plain else 948)


def test_figures_that_are_no_numbers_make_no_notation() -> None:
    """What other programs take for a number is none here, however many there are."""
    _, (spent, received) = read(("(4)", "6\u2212", "94,5%", "(5)", "120,0%"), ("+21", "43", "205,9%", "20", "213,6%"))
    assert [spent.budget, spent.actual, spent.previous_actual, received.budget] == [None] * 4
    assert (received.actual, received.previous_actual) == (43, 20)


@pytest.mark.parametrize(
    ("needed", "usual"),
    [({0: 99, 2: 1}, 0), ({0: 98, 2: 2}, 2), ({0: 2, 1: 97, 3: 1}, 1), ({0: 97, 1: 2, 3: 1}, 1), ({2: 1}, 2), ({}, 0)],
)
def test_nearly_all_plain_figures_have_no_more_decimals_than_their_kind(needed: dict[int, int], usual: int) -> None:
    assert _usual(Counter(needed), printed=4) == usual


@pytest.mark.parametrize(
    ("needed", "usual"),
    [
        ({1: 9, 2: 1}, 1),  # `75,05%` for `75,50%`
        ({1: 2, 2: 1}, 1),
        ({1: 1, 2: 1}, 2),  # either may be misread
        ({1: 9, 2: 2}, 2),
        ({0: 9, 2: 1}, 2),  # the accounts print one decimal
    ],
)
def test_one_figure_alone_makes_no_more_decimals_than_the_accounts_print(needed: dict[int, int], usual: int) -> None:
    assert _usual(Counter(needed), printed=1) == usual
