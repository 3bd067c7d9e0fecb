"""What the header of an entry says, in the order in which it is shown."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.show.facts import counted, facts_of
from tests.parser.small import SMALL

REPORT = gentbudget.parse(SMALL)


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("SD10041", {"kind": "objective"}),
        ("OD10071", {"kind": "plan", "organisation": "Groep Gent", "period": "2020 - 2027"}),
        ("AC34485", {"kind": "action", "owner": "Dienst Wonen"}),
        (
            "PR40001",
            {
                "kind": "project",
                "owner": "Dienst Stadsvernieuwing en Groen",
                "status": "Nog niet gestart",
                "phase": "Ontwerp",
                "period": "2022 - 2026",
            },
        ),
    ],
)
def test_every_kind_of_entry_has_facts_of_its_own(code: str, facts: dict[str, str]) -> None:
    assert list(facts_of(REPORT[code])) == list(facts.items())


def test_entries_are_counted_by_kind() -> None:
    assert counted(REPORT.entries) == "1 objective, 1 plan, 1 action, 1 project"
    assert counted([REPORT["AC34485"]] * 1200) == "1.200 actions"
    assert counted([]) == ""
