"""What the tables of a report have in common."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.tables.columns import _expected, _of_most, _usual_rows
from gentbudget.parser.tables.figures import Form
from gentbudget.parser.tables.heads import columns_of
from gentbudget.vocabulary import FLOWS, SECTIONS

ALWAYS = columns_of(
    ("Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024", "Jaarrekening 2023", "Jaarrekening 2024 t.o.v. 2023")
)
OTHER = columns_of(("Raming 2026", "Raming 2027"))


@pytest.mark.parametrize(
    ("always", "other", "usual"),
    [
        (2, 1, ALWAYS),
        (1, 2, OTHER),
        (2, 2, ALWAYS),  # as many as of the others: those that the accounts always had
        (1, 1, ALWAYS),
        (1, 0, ALWAYS),
        (0, 2, OTHER),
        (0, 1, None),  # a table alone tells nothing
    ],
)
def test_the_usual_columns_are_those_of_more_tables_than_all_others_together(always: int, other: int, usual: object) -> None:
    groups: Any = {columns: ["a table"] * count for columns, count in ((ALWAYS, always), (OTHER, other)) if count}
    assert _of_most("budget", groups) == usual


AMOUNT, CENTS = (False, 0), (False, 2)


@pytest.mark.parametrize(
    ("name", "amounts", "cents", "form"),
    [
        ("budget", 9, 1, AMOUNT),
        ("budget", 8, 2, AMOUNT),
        ("budget", 5, 5, (False, None)),
        ("budget", 1, 9, CENTS),
        ("budget", 2, 8, (False, None)),  # the accounts never had cents there
        ("Raming", 9, 1, AMOUNT),
        ("Raming", 8, 2, (False, None)),
        ("planned", 8, 2, (False, None)),
        ("planned", 2, 8, CENTS),
    ],
)
def test_the_form_of_a_column_s_figures_is_that_of_nearly_all_or_of_most_and_always(
    name: str, amounts: int, cents: int, form: Form
) -> None:
    assert _expected(name, Counter({AMOUNT: amounts, CENTS: cents})) == form


class _Row:
    def __init__(self, section: str) -> None:
        self.labels = (section, "Uitgaven")


class _Table:
    def __init__(self, *sections: str, kind: str = "budget") -> None:
        self.kind, self.rows = kind, [_Row(section) for section in sections for _ in range(2)]


@pytest.mark.parametrize(
    ("tables", "with_financing", "has_financing"),
    [
        (tolerances.FEWEST_TABLES - 1, 0, True),  # too few to tell
        (tolerances.FEWEST_TABLES, 0, False),
        (10, 1, True),
        (11, 1, False),
        (20, 2, True),
    ],
)
def test_a_section_that_hardly_any_table_prints_is_none_of_the_report(
    tables: int, with_financing: int, *, has_financing: bool
) -> None:
    drafts: Any = [_Table("Exploitatie", "Investering", *["Financiering"] * (n < with_financing)) for n in range(tables)]
    drafts += [_Table("Financiering", kind="staff")] * 30
    sections = [section.label for section in SECTIONS][: 3 if has_financing else 2]
    assert _usual_rows(drafts) == tuple((section, flow.label) for section in sections for flow in FLOWS)
