"""Heads of which a dashed rule tells the columns' places, and years that no head may be given."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.tables.heads import read_columns

ROWS = """  Exploitatie      Uitgaven      2.060.616  958.995          46,5%       906.650          105,8%

                   Ontvangsten   471.642    126.754          26,9%       507.262          25,0%

  Investering      Uitgaven      0          0                0,0%        0                0,0%

                   Ontvangsten   0          0                0,0%        0                0,0%

  Financiering     Uitgaven      0          0                0,0%        0                0,0%

                   Ontvangsten   0          0                0,0%        0                0,0%
"""
HEAD = """  **Budgettaire                  **Budget   **Jaarrekening   **%         **Jaarrekening   **Jaarrekening
  onderbouwing**                 2025**     2025**           Besteding   2024**           2025 t.o.v.
                                                             budget                       2024**
                                                             2025**
"""
RULE = "  ---------------- ------------- ---------- ---------------- ----------- ---------------- ----------------\n"
ENTRY = "Acties\nAC31228 - Herinrichting van het plein\tDienst Wegen\n\n"
LABELS = ["Budget 2025", "Jaarrekening 2025", "% Besteding budget 2025", "Jaarrekening 2024", "Jaarrekening 2025 t.o.v. 2024"]


def test_a_head_whose_labels_wrap_is_read_by_the_dashes_below_it() -> None:
    report = gentbudget.parse(ENTRY + HEAD + RULE + ROWS)
    budget = report["AC31228"].budget
    assert [column.label for column in budget.columns] == LABELS
    assert [cell.text for cell in budget.rows[0].figures] == ["2.060.616", "958.995", "46,5%", "906.650", "105,8%"]
    assert not {"unreadable-head", "restored-head"} & {finding.code for finding in report.findings}


def test_dashes_that_cut_through_labels_tell_no_columns() -> None:
    shifted = RULE.replace("- -", "-- ", 1).replace(" ---------- ", " ------ --- ", 1)
    report = gentbudget.parse(ENTRY + HEAD + shifted + ROWS)
    columns = [column.label for column in report["AC31228"].budget.columns]
    assert columns in ([], LABELS)


def test_the_year_of_a_date_is_no_year_of_the_report() -> None:
    lost_head = ENTRY + "Budgettaire onderbouwing Bxxxxt 2x25 Jxxxxxx\n" + ROWS
    dated = gentbudget.parse("Afgedrukt op 3 maart 2026\n" + lost_head)
    assert dated.year is None
    assert dated["AC31228"].budget.columns == ()
    named = gentbudget.parse("Afgedrukt op 3 maart 2026\nJaarrekening 2025\n" + lost_head)
    assert named.year == 2025
    assert [column.label for column in named["AC31228"].budget.columns] == LABELS


UNKNOWN = """  Budgettaire onderbouwing                Beschikbaar   Raming   Geboekte        Vrij
                                          krediet       2026     uitgaven        saldo
                                          2026                   2026            2026
"""


def test_labels_of_several_words_that_nobody_knows_are_parted_by_the_dashes_below_them() -> None:
    row = "  Exploitatie               Uitgaven      2.060.616     958.995  906.650         105.800\n"
    rule = "  ------------------------ ------------- ------------- -------- --------------- ---------\n"
    ruled, bare = (gentbudget.parse(f"{ENTRY}{head}{row}")["AC31228"].budget for head in (UNKNOWN + rule, UNKNOWN))
    assert {label: str(value) for label, value in ruled.rows[0].values.items()} == {
        "Beschikbaar krediet 2026": "2060616",
        "Raming 2026": "958995",
        "Geboekte uitgaven 2026": "906650",
        "Vrij saldo 2026": "105800",
    }
    assert bare.columns == ()


def test_a_rule_with_labels_below_it_alone_is_left_out_of_the_head() -> None:
    columns = read_columns(("Budgettaire onderbouwing", "---------- -------", "Raming 2026 Raming 2027", "Raming 2028"))
    assert [column.label for column in columns or ()] == ["Raming 2026", "Raming 2027", "Raming 2028"]


@pytest.mark.parametrize("place", range(1, 38))
def test_a_rule_that_cuts_through_labels_tells_nothing_and_costs_nothing(place: int) -> None:
    line = "Raming 2026   Raming 2027   Raming 2028"
    rule = f"{'-' * place} {'-' * (len(line) - place - 1)}"
    columns = read_columns(("Budgettaire onderbouwing", line, rule))
    assert [column.label for column in columns or ()] == ["Raming 2026", "Raming 2027", "Raming 2028"]
