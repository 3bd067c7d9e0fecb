"""Heads whose labels wrap, read by what accounts print; a head whose lines a program mixed tells nothing."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Report
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


def test_of_two_ways_to_read_a_head_it_is_right_as_well() -> None:
    columns = read_columns(
        (
            "Budgettaire onderbouwing   Jaarrekening   Jaarrekening   Jaarrekening",
            "                           2025           2024           2025",
            "                                                         t.o.v. 2024",
        )
    )
    assert columns is not None
    assert [column.label for column in columns] == ["Jaarrekening 2025", "Jaarrekening 2024", "Jaarrekening 2025 t.o.v. 2024"]


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


LAST = "\tOntvangsten\t-1.500\t-5.000\t333,3%\t-2.500\t200,0%\n"


def below_a_head(*printed: str) -> Report:
    """The small report with these lines between a head without rows and the same head with its rows."""
    return gentbudget.parse(edited((f"- Dan thuis\n\n{BUDGET}", "\n".join(["- Dan thuis\n", BUDGET, *printed, BUDGET]))))


def left_over(report: Report) -> list[str]:
    told = [finding.line for finding in report.findings if finding.code == "unclaimed-line"]
    assert told == list(report.unclaimed)
    return [report.text.split("\n")[number - 1] for number in told]


@pytest.mark.parametrize(
    "printed",
    [["De stad bouwt een park."], ["De stad bouwt een park.", "", "Het is groen."], ["Een park.", BUDGET, "Het is groen."]],
)
def test_a_text_between_a_head_and_the_same_head_again_is_told(printed: list[str]) -> None:
    report = below_a_head(*printed)
    assert left_over(report) == [line for line in printed if line not in ("", BUDGET)]
    assert report.same_as(gentbudget.parse(SMALL))


def test_a_text_between_a_head_without_rows_and_the_head_of_the_next_table_is_told() -> None:
    report = gentbudget.parse(edited((LAST, f"{LAST}{BUDGET}\nEen park.\n")))
    assert left_over(report) == ["Een park."]
    assert report.same_as(gentbudget.parse(SMALL))


def test_the_rest_of_a_broken_label_between_two_heads_is_none() -> None:
    """A page ends inside the label of the last row; below the head that is printed again stands no row but its rest."""
    torn = f"{LAST.replace('Ontvangsten', 'Ontvang-')}{BUDGET}\nsten\n"
    report = gentbudget.parse(edited((LAST, torn)))
    assert report.same_as(gentbudget.parse(SMALL))
    assert report.findings == ()
    assert left_over(gentbudget.parse(edited((LAST, torn.replace("sten\n", "steen\n"))))) == ["steen"]


def test_what_labels_of_a_head_were_broken_into_stands_there_again_as_well() -> None:
    broken = BUDGET.replace("Budgettaire onderbouwing\t\t", "Budgettaire onderbou-\t\t") + "\nwing"
    report = gentbudget.parse(edited((f"- Dan thuis\n\n{BUDGET}", f"- Dan thuis\n\n{broken}\n{broken}")))
    assert left_over(report) == []
    assert report.same_as(gentbudget.parse(SMALL))


def test_words_that_look_like_a_head_are_described_where_no_table_follows() -> None:
    text = f"{SMALL[: SMALL.rindex(BUDGET)]}Budget 2024 en Jaarrekening 2024\n"
    project = gentbudget.parse(text)["PR40001"]
    assert project.paragraphs == ("De aannemer begint in het najaar.", "Budget 2024 en Jaarrekening 2024")
    plan = gentbudget.parse(edited((f"De aannemer begint in het najaar.\n\n{BUDGET}", f"Budget 2024\n\n{BUDGET}")))["PR40001"]
    assert plan.paragraphs == ("Budget 2024",)
    assert plan.budget == gentbudget.parse(SMALL)["PR40001"].budget


def test_labels_may_wrap_over_four_lines() -> None:
    head = (
        "Budgettaire onderbouwing   Budget    Jaarrekening    %             Jaarrekening   Jaarrekening",
        "                           2024      2024            Besteding     2023           2024",
        "                                                     budget                       t.o.v.",
        "                                                     2024                         2023",
    )
    columns = read_columns(head)
    assert columns is not None
    assert ["\t".join(["Budgettaire onderbouwing\t", *(column.label for column in columns)])] == [BUDGET]


def test_a_head_that_is_printed_again_without_its_table_s_label_is_that_table_s() -> None:
    again = BUDGET.removeprefix("Budgettaire onderbouwing")
    report = gentbudget.parse(edited(("\tOntvangsten\t500", f"{again}\n\tOntvangsten\t500")))
    assert report.same_as(gentbudget.parse(SMALL))
    assert (report.findings, report.unclaimed) == ((), ())


def test_a_text_between_a_head_and_its_first_row_is_told_and_a_rule_there_is_not() -> None:
    first = "\nExploitatie\tUitgaven\t648"
    rule = "---------\t--\t-------------\t------------\t----\t----\t----"
    report = gentbudget.parse(edited((f"{BUDGET}{first}", f"{BUDGET}\nEen park.\n{rule}{first}")))
    assert left_over(report) == ["Een park."]
    assert report.same_as(gentbudget.parse(SMALL))


def test_words_of_a_head_between_two_rows_are_no_head() -> None:
    title = "Budget en Jaarrekening 2024"
    for printed in (title, title.replace(" en", "")):
        report = gentbudget.parse(edited(("\tOntvangsten\t500", f"{printed}\n\tOntvangsten\t500")))
        assert left_over(report) == [printed]
        assert report.same_as(gentbudget.parse(SMALL))


@pytest.mark.parametrize("title", ["Jaarrekening 2024", "Budget 2024", "Jaarrekening 2023"])
def test_words_of_a_head_right_below_one_that_is_whole_are_none_of_it(title: str) -> None:
    first = "\nExploitatie\tUitgaven\t648"
    report = gentbudget.parse(edited((f"{BUDGET}{first}", f"{BUDGET}\n{title}{first}")))
    assert left_over(report) == [title]
    assert report.same_as(gentbudget.parse(SMALL))
