"""A section's cell beside both of its rows that a program cut through: pieces of its label stand on both lines."""

from __future__ import annotations

import pytest

import gentbudget
from tests.parser.small import BUDGET, SMALL

ROWS = "Exploitatie\tUitgaven\t15.047", "\tOntvangsten\t1.691"


def bordered(first: str, second: str) -> gentbudget.Report:
    """The small report with borders, and these pieces beside the last entry's first two rows."""
    upper, lower = ROWS
    text = SMALL.replace(upper, upper.replace("Exploitatie", first)).replace(lower, second + lower)
    return gentbudget.parse("\n".join(f"|{line.replace(chr(9), '|')}|" if "\t" in line else line for line in text.split("\n")))


@pytest.mark.parametrize(
    ("first", "second"),
    [("Exloitatie", "p"), ("Eploitati", "xe"), ("Exploit", "atie"), ("E li t ti", "xpo a e"), ("", "Exploitatie")],
)
def test_the_pieces_of_a_label_beside_its_two_rows_are_that_label(first: str, second: str) -> None:
    report, plain = bordered(first, second), gentbudget.parse(SMALL)
    assert report["PR40001"].budget == plain["PR40001"].budget
    assert not [finding for finding in report.findings if finding.severity == "error"]


def test_pieces_of_another_label_tell_nothing() -> None:
    report = bordered("Exloitatie", "quvwyz")
    assert {row.label for row in report["PR40001"].budget.rows if row.section == "Exploitatie"} <= {"Exploitatie Uitgaven"}
    assert [finding for finding in report.findings if finding.severity == "error"]


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("hyphen", ["", "-"])
def test_any_flow_s_label_may_be_cut_where_those_of_the_sections_stand_between_their_rows(number: int, hyphen: str) -> None:
    above, _, table = SMALL.rpartition(f"{BUDGET}\n")
    rows = table.split("\n")
    *cells, flow = rows[number].split("\t")[:2]
    rows[number] = "\t".join([*cells, flow[:-1] + hyphen, *rows[number].split("\t")[2:]])
    for first in (0, 2, 4):
        section, _, upper = rows[first].partition("\t")
        rows[first : first + 2] = [f"\t{upper}\n{section}", rows[first + 1]]
    report, plain = gentbudget.parse("\n".join([above + BUDGET, *rows])), gentbudget.parse(SMALL)
    told = [[(row.label, row.numbers) for row in one["PR40001"].budget.rows] for one in (report, plain)]
    assert told[0] == told[1]
