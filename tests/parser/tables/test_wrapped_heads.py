"""Heads whose labels wrap, read by what accounts print; a head whose lines a program mixed tells nothing."""

from __future__ import annotations

from gentbudget.parser.tables.heads import read_columns

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
