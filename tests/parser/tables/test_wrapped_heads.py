"""Heads whose labels wrap, read by what accounts print; a head whose lines a program mixed tells nothing."""

from __future__ import annotations

import gentbudget
from gentbudget.parser.tables.heads import read_columns
from tests.parser.small import BUDGET, SMALL, STAFF, edited
from tests.parser.steps import steps

WRAPPED = (
    "Budgettaire onderbouwing   Budget   Jaarrekening   % Besteding   Jaarrekening   Jaarrekening",
    "                           2025     2025           budget        2024           2025",
    "                                                   2025                         t.o.v. 2024",
)
MIXED = (
    "Jaarrekening   % Besteding   Jaarrekening   Jaarrekening   Budgettaire onderbouwing   Budget 2025",
    "2025           budget 2025   2024           2025 t.o.v. 2024",
)


def test_of_several_ways_to_read_a_head_the_one_with_the_labels_of_the_accounts_is_right() -> None:
    columns = read_columns(WRAPPED)
    assert columns is not None
    assert [column.name for column in columns] == ["budget", "actual", "budget_used", "previous_actual", "vs_previous"]


def test_labels_of_the_accounts_in_another_order_are_no_reading() -> None:
    """A program printed the last column's label first: by their order, the figures would stand under wrong columns."""
    assert read_columns(MIXED) is None


STACKED = (
    "Budgettaire onderbouwing\nBudget 2024\nJaarreke-\n\nning 2024\n% Besteding\nbudget 2024\n"
    "Jaarreke-\n\nning 2023\nJaarreke-\n\n"
)


def test_a_broken_label_below_that_of_the_table_is_part_of_its_head() -> None:
    """Such a line alone would begin a head; here one has begun, whether rows follow or the text ends."""
    report = gentbudget.parse(
        edited((f"{BUDGET}\nExploitatie\tUitgaven\t648", f"{STACKED}ning 2024 t.o.v. 2023\nExploitatie\tUitgaven\t648"))
    )
    assert report["AC34485"].budget == gentbudget.parse(SMALL)["AC34485"].budget
    ended = gentbudget.parse(SMALL[: SMALL.rindex(STAFF)] + STACKED)
    assert ended["PR40001"].budget == gentbudget.parse(SMALL)["PR40001"].budget


def test_a_head_that_is_read_in_another_order_than_its_figures_have_gets_the_columns_of_the_other_tables() -> None:
    mixed = (
        "% Besteding budget   Jaarrekening 2024 t.o.v.   Budgettaire onderbouwing   Budget 2024   Jaarrekening 2024   "
        "Jaarrekening 2023\n2024   2023"
    )
    report = gentbudget.parse(edited((f"{BUDGET}\nExploitatie\tUitgaven\t648", f"{mixed}\nExploitatie\tUitgaven\t648")))
    assert report["AC34485"].budget == gentbudget.parse(SMALL)["AC34485"].budget
    assert "restored-head" in [finding.code for finding in report.findings_of("AC34485")]


def test_a_head_of_one_year_whose_columns_have_no_one_order_tells_nothing() -> None:
    assert read_columns(("Budgettaire onderbouwing", "Krediet", "Jaarrekening 2025", "2025")) is None


def test_a_head_with_too_many_readings_is_given_up_after_as_many_steps_as_a_shorter_one() -> None:
    short, long = (("Budget Raming " * n, "Krediet " * n, "2026 " * n) for n in (14, 28))
    assert read_columns(long) is None
    assert steps(lambda: read_columns.__wrapped__(long)) < 1.5 * steps(lambda: read_columns.__wrapped__(short))


def test_a_text_below_a_head_that_is_printed_once_more_is_not_lost() -> None:
    text = "De stad bouwt een park."
    again = f"{BUDGET}\n1 / 7\n{BUDGET}\n2 12 7 14\n{text}\n{BUDGET}"
    report = gentbudget.parse(edited((f"- Dan thuis\n\n{BUDGET}", f"- Dan thuis\n\n{again}")))
    assert text in [report.text.split("\n")[number - 1] for number in report.unclaimed]
    assert report["AC34485"].budget == gentbudget.parse(SMALL)["AC34485"].budget
