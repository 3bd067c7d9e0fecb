"""Drawn figures are rounded where they are printed, as those of accounts are, and add up before."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from gentbudget import Report
from gentbudget.testing import reports
from gentbudget.testing.entries import TITLE
from gentbudget.testing.figures import Figures, _rounded, budget_table, columns_of, figures, staff_row, total
from gentbudget.testing.numbers import print_units

NOTHING = (0, 0, 0)


@pytest.mark.parametrize(
    ("numerator", "denominator", "nearest"),
    [
        (0, 10, 0), (4, 10, 0), (5, 10, 1), (6, 10, 1), (14, 10, 1), (15, 10, 2), (-4, 10, 0), (-5, 10, -1), (-15, 10, -2),
        (15, -10, -2), (-15, -10, 2), (1, 3, 0), (2, 3, 1), (7, 1, 7),
    ],
)  # fmt: skip
def test_halves_are_rounded_away_from_zero(numerator: int, denominator: int, nearest: int) -> None:
    assert _rounded(numerator, denominator) == nearest


@pytest.mark.parametrize(
    ("units", "decimals", "text"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (-1234567, 0, "-1.234.567"),
        (5, 2, "0,05"),
        (-123456, 2, "-1.234,56"),
        (1000, 1, "100,0"),
    ],
)
def test_units_are_printed_in_the_notation_of_the_accounts(units: int, decimals: int, text: str) -> None:
    assert print_units(units, decimals) == text


def test_a_budget_prints_cents_as_euros_and_percentages_of_the_cents() -> None:
    exact = Figures(((150, 249, -50), NOTHING, (100_000, 123_456, 0), NOTHING, NOTHING, NOTHING), (1225, 905, 10))
    table = budget_table(exact, columns_of("budget", 2024))
    assert [cell.text for cell in table.rows[0].figures] == ["2", "2", "166,0%", "-1", "-498,0%"]
    assert [cell.text for cell in table.rows[1].figures] == ["0", "0", "0,0%", "0", "0,0%"]
    assert [cell.text for cell in table.rows[2].figures] == ["1.000", "1.235", "123,5%", "0", "0,0%"]
    assert [row.label for row in table.rows[1:3]] == ["Exploitatie Ontvangsten", "Investering Uitgaven"]
    staff = staff_row(exact, columns_of("staff", 2024))
    assert [cell.text for cell in staff.figures] == ["1,23", "0,91", "73,9%", "0,01", "9.050,0%"]
    assert [cell.value for cell in staff.figures] == [Decimal(v) for v in ("1.23", "0.91", "73.9", "0.01", "9050.0")]


def test_columns_are_those_that_the_accounts_of_a_year_print() -> None:
    assert [(column.label, column.name, column.year, column.is_share) for column in columns_of("staff", 2030)] == [
        ("Plan 2030", "planned", 2030, False),
        ("Betaald 2030", "paid", 2030, False),
        ("% Besteding plan 2030", "plan_used", 2030, True),
        ("Betaald 2029", "previous_paid", 2029, False),
        ("Betaald 2030 t.o.v. 2029", "vs_previous", 2030, True),
    ]


def test_a_total_is_the_sum_row_by_row() -> None:
    one = Figures(((1, 2, 3), NOTHING, NOTHING, NOTHING, NOTHING, (4, 5, 6)), (7, 8, 9))
    other = Figures(((10, 20, 30), NOTHING, NOTHING, NOTHING, NOTHING, NOTHING), (70, 80, 90))
    assert total([one, other]) == Figures(((11, 22, 33), NOTHING, NOTHING, NOTHING, NOTHING, (4, 5, 6)), (77, 88, 99))


def test_the_simplest_figures_are_nothing_in_every_row() -> None:
    """So that an example that fails prints nothing but zeros, and what fails."""
    assert find(figures(), lambda _: True) == Figures((NOTHING,) * 6, NOTHING)


# ---- reports ---------------------------------------------------------------------------------------------------------


@given(st.integers(0, 3), st.integers(1, 3), st.data())
def test_a_report_has_no_more_entries_than_asked_for_and_no_number_twice(
    most_children: int, most_objectives: int, data: st.DataObject
) -> None:
    report = data.draw(reports(max_objectives=most_objectives, max_children=most_children))
    assert 1 <= len(report.roots) <= most_objectives
    assert all(len(entry.children) <= most_children for entry in report.entries)
    numbers = [str(entry.code)[-4:] for entry in report.entries]
    assert len(set(numbers)) == len(numbers)
    assert report.year is not None
    assert (report.title, report.previous_year) == (TITLE, report.year - 1)
    assert 2024 <= report.year <= 2034
    if report.contents:
        listed = [(entry.code, entry.title) for entry in report.entries if entry.kind in ("objective", "plan")]
        assert [(row.code, row.title) for row in report.contents] == listed
        assert [row.page for row in report.contents] == list(range(1, len(listed) + 1))
    for period in (entry.period for entry in report.plans):
        assert period is not None
        assert report.year - 5 <= period.start <= report.year
        assert period.start + 1 <= period.end <= period.start + 6


def test_reports_with_contents_and_without_are_drawn() -> None:
    drawn = set()

    @settings(max_examples=20, phases=[Phase.generate])
    @given(reports(max_objectives=1, max_children=0))
    def draw(report: Report) -> None:
        drawn.add(len(report.contents))

    draw()
    assert drawn == {0, 1}
