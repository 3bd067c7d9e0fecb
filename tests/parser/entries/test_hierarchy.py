"""What belongs to what follows from the order of entries."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from gentbudget.model import Action, ActionPlan, Entry, Objective
from gentbudget.parser.entries.hierarchy import hierarchy

KINDS = {"O": Objective, "P": ActionPlan, "A": Action}


def tree(entries: Iterable[Entry]) -> str:
    """The entries by their codes, with those below each in brackets."""
    return " ".join(f"{entry.code}({below})" if (below := tree(entry.children)) else str(entry.code) for entry in entries)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("", ""),
        ("A1 A2", "A1 A2"),
        ("P1 A1 A2", "P1(A1 A2)"),
        ("A1 P1 A2", "A1 P1(A2)"),
        ("P1 P2 A1", "P1 P2(A1)"),
        ("O1 P1 A1 A2 P2 A3", "O1(P1(A1 A2) P2(A3))"),
        ("O1 A1", "O1(A1)"),
        ("O1 A1 P1 A2", "O1(A1 P1(A2))"),
        ("O1 P1 A1 O2 P2 A2", "O1(P1(A1)) O2(P2(A2))"),
        ("O1 A1 O2 A2", "O1(A1) O2(A2)"),
        ("P1 A1 O1 A2", "P1(A1) O1(A2)"),
        ("O1 O2 P1", "O1 O2(P1)"),
    ],
)
def test_plans_belong_to_the_objective_above_them_and_actions_to_the_plan(printed: str, found: str) -> None:
    assert tree(hierarchy(KINDS[code[0]](code=code) for code in printed.split())) == found
