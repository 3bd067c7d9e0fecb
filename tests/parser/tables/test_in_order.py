"""Rows whose labels are broken in ways that no line tells: the order of all six tells which they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gentbudget
from gentbudget import Report
from tests.parser.small import BUDGET, edited
from tests.parser.tables.test_broken_labels import assert_is_whole
from tests.parser.tables.test_narrow_cells import HEAD, TO, figures, read
from tests.parser.tables.test_sections import SECTIONS

ROWS = [
    f"             Uitgaven    {figures(0)}",
    f"Exploitatie  Ontvangste  {figures(1)}",
    "             n",
    f"             Uitgaven    {figures(2)}",
    f"Investering  Ontvangste  {figures(3)}",
    "             n",
    f"             Uitgaven    {figures(4)}    Financierin",
    f"g            Ontvangste  {figures(5)}",
    "             n",
]


LABELS = [f"{section} {flow}" for section in SECTIONS for flow in ("Uitgaven", "Ontvangsten")]


def labels(report: Report) -> list[str]:
    return [row.label for row in report["AC31228"].budget]


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        # a program puts the last piece of a label behind the figures
        [*ROWS[:1], "Exploitatie  Ontvangste", f"             {figures(1)}    n", *ROWS[3:]],
        # or the section's and the flow's on lines of their own
        [
            *ROWS[:6],
            f"             Uitgaven    {figures(4)}",
            "Financierin",
            "             Ontvangste",
            f"g  {figures(5)}",
            "n",
        ],
        # a page ends in the middle, and its foot takes the last piece away
        ROWS[:8],
        [*ROWS[:7], f"{HEAD}{TO}", *ROWS[7:]],
    ],
)
def test_all_letters_of_the_labels_are_there(rows: list[str]) -> None:
    assert_is_whole(read(*rows))


def test_a_head_that_a_page_repeats_may_be_unreadable() -> None:
    torn = [
        "%            Jaarreke",
        "Budgettaire  Budget  Jaarreke  Bestedin  ning 2025",
        "onderbouwing  2025  2025  2025  2024",
    ]
    assert_is_whole(read(*ROWS[:7], *torn, *ROWS[7:]))


@pytest.mark.parametrize(
    "rows",
    [
        # a row is lost, and another stands there twice
        [*ROWS[:3], *ROWS[3:4], *ROWS[3:4], "Investering", *ROWS[6:]],
        # the labels of two rows are in another order
        [*ROWS[:1], *ROWS[3:4], *ROWS[1:3], *ROWS[4:]],
        # a line that nobody knows has figures
        [*ROWS[:6], "Waarvan      leningen    1.234   5.678", *ROWS[6:]],
        # a label is not one that is known
        [*ROWS[:7], f"g            Saldo  {figures(5)}"],
        # there are too many letters, or figures
        [*ROWS, "Uitgaven"],
        [*ROWS, "4  5"],
    ],
)
def test_with_anything_less_no_row_is_told_by_its_order(rows: list[str]) -> None:
    report = read(*rows)
    own = {label: figures(number).split() for number, label in enumerate(LABELS)}
    for row in report["AC31228"].budget:
        printed = [cell.text for cell in row.figures if cell.value is not None]
        assert not printed or printed == own.get(row.label, printed)
    assert report.findings


def test_a_percentage_that_its_cell_breaks_costs_its_own_row_alone() -> None:
    rows = [
        *ROWS[:1],
        "             Ontvangste                      1.583.783,3",
        "Exploitatie  n  0   2.851   %   6.537   43,6%",
        *ROWS[3:],
    ]
    report = read(*rows)
    assert labels(report) == LABELS
    assert [cell.value for cell in report["AC31228"].budget.operating.receipts.figures] == [None] * 5
    assert report["AC31228"].budget.investment.receipts.actual is not None


CUT = f"""{BUDGET}
            1.762.52   1.088.16               1.135.66
Uitgaven    7          3           61,7%      1           95,8%"""


@pytest.mark.parametrize("head", [BUDGET, "Budgettaire   Budget   ning   g budget   ning   t.o.v."])
def test_what_is_left_of_figures_below_their_beginnings_is_none(head: str) -> None:
    """Whether the head is read or not: `7` under `1.762.52` is the end of a figure, for which the cell had no room."""
    first = f"{BUDGET}\nExploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%"
    report = gentbudget.parse(edited((first, CUT.replace(BUDGET, head))))
    read = {row.label: [cell.value for cell in row.figures] for row in report["AC34485"].budget}
    assert not any(read.get("Exploitatie Uitgaven", []))
    assert Decimal(5_000) in read["Investering Uitgaven"]


def test_what_is_left_of_figures_in_a_later_row_is_none() -> None:
    row = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"
    cut = "\t\t1.762.52\t1.088.16\t\t1.135.66\n\tUitgaven\t7\t3\t61,7%\t1\t95,8%"
    report = gentbudget.parse(edited((row, cut)))
    assert not any(report["AC34485"].budget.investment.expenditure.values.values())
    assert report["AC34485"].budget.operating.receipts.actual == Decimal(43_270)


def test_half_a_figure_takes_no_other_s_place() -> None:
    row = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"
    report = gentbudget.parse(edited((row, "Investering\tUitgaven\t2.000.55\t5\t250,0%\t2.500\t200,0%")))
    assert report["AC34485"].budget.investment.expenditure.actual is None


def test_the_label_of_a_table_may_stand_in_two_rows_of_markdown() -> None:
    head = (
        "|**Budgettaire**||**Budget**|**Jaarrekenin**|**% Besteding**<br>**bdt**|**Jaarrekenin**|**Jaarrekenin**<br>**2024**|\n"
        "|---|---|---|---|---|---|---|\n"
        "|**onderbouwi**|**ng**|**2024**|**g 2024**|**uge**<br>**2024**|**g 2023**|**g**<br>**t.o.v. 2023**|"
    )
    first = f"{BUDGET}\nExploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%"
    row = "|Exploitatie|Uitgaven|648.927|613.509|94,5%|511.188|120,0%|"
    report = gentbudget.parse(edited((first, f"{head}\n{row}")))
    assert report["AC34485"].budget.operating.expenditure.actual == Decimal(613_509)
    assert report["AC34485"].budget.operating.receipts.actual == Decimal(43_270)
