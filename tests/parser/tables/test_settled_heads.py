"""A head that is misread in a few characters has the columns of the other tables, also those that no accounts had before."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Report
from tests.parser.small import SMALL
from tests.parser.tables.changes import BUDGET_ROWS, HEAD, STAFF_HEAD, STAFF_ROW, with_line, with_lines

KREDIET = SMALL.replace("\tBudget 2024\t", "\tKrediet 2024\t")


def with_last(label: str) -> Report:
    """A report whose tables have a column *Krediet*, of which the last prints this instead."""
    before, _, behind = KREDIET.rpartition("Krediet 2024")
    return gentbudget.parse(before + label + behind)


def test_a_label_that_other_tables_alone_print_may_be_misread_as_well() -> None:
    report = with_last("Krdt 2024")
    assert report.same_as(gentbudget.parse(KREDIET))
    (told,) = report.findings_of("PR40001")
    assert (told.code, told.severity) == ("misspelt-label", "info")
    assert told.message == "'Krdt 2024' read as 'Krediet 2024', as the other tables print it"


def test_a_label_that_is_far_from_theirs_is_another() -> None:
    report = with_last("Kr 2024")
    assert report["PR40001"].budget.rows[0]["Kr 2024"] == 15047
    assert sorted(finding.code for finding in report.findings_of("PR40001")) == ["missing-column", "unknown-column"]


def test_of_two_heads_that_are_printed_once_each_none_is_the_other_misread() -> None:
    text = with_last("Krdt 2024").text
    report = gentbudget.parse(text[text.index("Acties") :])
    assert [entry.budget.columns[0].label for entry in report.entries] == ["Krediet 2024", "Krdt 2024"]


@pytest.mark.parametrize(
    ("printed", "code", "misread", "right"),
    [
        ("Betaald 2O23", "misspelt-label", "2O23", "2023"),
        ("Betaa1d 20Z3", "misspelt-label", "Betaa1d 20Z3", "Betaald 2023"),
        ("Betald 2023", "misspelt-label", "Betald 2023", "Betaald 2023"),
        ("Betaald 7023", "misread-year", "Betaald 7023", "Betaald 2023"),
    ],
)
def test_what_is_misread_in_a_head_is_told_by_its_words(printed: str, code: str, misread: str, right: str) -> None:
    """Where a year is none, the head has no columns of its own, and its words are compared."""
    report = gentbudget.parse(with_line(STAFF_HEAD, STAFF_HEAD.replace("Betaald 2023", printed)))
    assert report.same_as(gentbudget.parse(SMALL))
    assert [(f.code, f.message) for f in report.findings] == [
        (code, f"{misread!r} read as {right!r}, as the other tables print it")
    ]


def test_a_head_that_is_lost_is_that_of_the_other_tables_though_no_accounts_had_it_before() -> None:
    at = KREDIET.rindex("Budgettaire")
    report = gentbudget.parse(KREDIET[:at] + KREDIET[at:].partition("\n")[2])
    assert report.same_as(gentbudget.parse(KREDIET))
    assert [finding.code for finding in report.findings_of("PR40001")] == ["restored-head"]


def test_a_head_over_rows_that_are_all_short_is_not_taken_for_one_with_fewer_columns() -> None:
    """Which column they lack, the percentages tell, though the other tables have a head that is as short as they are."""

    def short(line: str) -> str:
        cells = line.split("\t")
        return "\t".join([*cells[:5], cells[6]]) if len(cells) == 7 and "VTE" not in line and "personeel" not in line else line

    rows = [short(row) for row in BUDGET_ROWS]
    text = with_lines(HEAD, *rows, "", STAFF_HEAD, STAFF_ROW)
    others, _, last = text.rpartition(HEAD)
    report = gentbudget.parse("\n".join(map(short, others.split("\n"))) + HEAD + last)
    table = report["PR40001"].budget
    assert [column.label for column in table.columns] == HEAD.split("\t")[2:]
    assert [[cell.text for cell in row.figures] for row in table.rows] == [
        [*cells[2:5], "", cells[5]] for cells in (row.split("\t") for row in rows)
    ]
    (told,) = report.findings_of("PR40001")
    assert (told.code, told.message) == ("missing-column", "no figures for Jaarrekening 2023")
