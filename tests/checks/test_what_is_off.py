"""Sums of one entry that are off together, in every way: what they are said to come from, by docs/findings.md.

No column is a percentage here, so that nothing but the sums tells.
"""

from __future__ import annotations

import re

import pytest

from gentbudget.findings import Finding
from gentbudget.report import Report
from tests.checks.reports import action, plan, report

# Of 4.400 and 1.400 below, and of 2,20 and 1,10: as the plan prints it, a little or far off. One digit of any of the three
# figures explains what is a slip, nothing what is far off.
MONEY = {"right": "5.800", "slip short": "5.900", "slip over": "5.500", "short": "9.145", "over": "2.455"}
STAFF = {"right": "3,30", "slip short": "3,90", "short": "8,76", "over": "1,27"}
YEARS = ("2024", "2023")

IN_ROW = {
    "spent": "Exploitatie Uitgaven, Jaarrekening",
    "received": "Exploitatie Ontvangsten, Jaarrekening",
    "staff": "VTE, Betaald",
}

CASES: dict[str, dict[str, tuple[str, str]]] = {
    # What is off, how, and what it is called: findings that have the same name are one.
    "one column": {"spent 2024": ("short", "sum-disagrees")},
    "one column, over": {"spent 2024": ("over", "sum-disagrees")},
    "one column, by a slip": {"spent 2024": ("slip short", "sum-disagrees?")},
    "one column, over by a slip": {"spent 2024": ("slip over", "sum-disagrees?")},
    "two columns": {"spent 2024": ("short", "missing-entry"), "received 2024": ("short", "missing-entry")},
    "one that a slip explains and one that none does": {
        "spent 2024": ("slip short", "missing-entry"),
        "received 2024": ("short", "missing-entry"),
    },
    "both years": {"spent 2024": ("short", "missing-entry"), "spent 2023": ("short", "missing-entry")},
    "a slip, and what ended": {"spent 2024": ("slip short", "sum-disagrees?"), "spent 2023": ("short", "ended-entries")},
    "a slip, and staff as well": {"spent 2024": ("slip short", "missing-entry"), "staff 2024": ("short", "missing-entry")},
    "a slip, and staff of last year": {
        "spent 2024": ("slip short", "sum-disagrees?"),
        "staff 2023": ("short", "staff-disagrees"),
    },
    "a slip, and staff in another direction": {
        "spent 2024": ("slip short", "sum-disagrees?"),
        "staff 2024": ("over", "staff-disagrees"),
    },
    "money, and staff of last year": {"spent 2024": ("short", "missing-entry"), "staff 2023": ("short", "missing-entry")},
    "money, and staff in another direction": {
        "spent 2024": ("short", "sum-disagrees"),
        "staff 2024": ("over", "staff-disagrees"),
    },
    "what ended": {"spent 2023": ("short", "ended-entries")},
    "what ended, and its staff": {"spent 2023": ("short", "ended-entries"), "staff 2023": ("short", "ended-entries")},
    "what ended, and a slip in it": {
        "spent 2023": ("short", "ended-entries"),
        "received 2023": ("slip short", "ended-entries"),
    },
    "what ended, and staff of the year": {"spent 2023": ("short", "ended-entries"), "staff 2024": ("short", "staff-disagrees")},
    "last year, by a slip": {"spent 2023": ("slip short", "sum-disagrees?")},
    "last year, over": {"spent 2023": ("over", "sum-disagrees")},
    "two columns over": {"spent 2024": ("over", "surplus-entry"), "received 2024": ("over", "surplus-entry")},
    "over in both years": {"spent 2024": ("over", "sum-disagrees"), "spent 2023": ("over", "sum-disagrees")},
    "columns in different directions": {"spent 2024": ("over", "sum-disagrees"), "received 2024": ("short", "sum-disagrees")},
    "staff": {"staff 2024": ("short", "staff-disagrees")},
    "staff, by a slip": {"staff 2024": ("slip short", "staff-disagrees?")},
    "staff, by two slips": {"staff 2024": ("slip short", "staff-disagrees"), "staff 2023": ("slip short", "staff-disagrees")},
}


def off(case: str) -> Report:
    """A plan of two actions whose sums are off so; figures that only sums could tell are lost in a row and a column more."""
    how = {column: name for column, (name, _) in CASES[case].items()}

    def total(row: str) -> str:
        printed = STAFF if row == "staff" else MONEY
        return " ".join(printed[how.get(f"{row} {year}", "right")] for year in YEARS)

    return report(
        plan(
            "OD1",
            action("AC1", spent="4.400 4.400", received="4.400 4.400", invested="60 60", staff="2,20 2,20 2,00"),
            action("AC2", spent="1.400 1.400", received="1.400 1.400", invested="· ·", staff="1,10 1,10 ·"),
            **{row: total(row) for row in ("spent", "received")},
            invested="90 90",
            staff=f"{total('staff')} 3,00",
        ),
        budget=[f"Jaarrekening {year}" for year in YEARS],
        staff=[*(f"Betaald {year}" for year in YEARS), "Plan 2024"],
    )


def columns(finding: Finding) -> set[str]:
    """The columns that a finding says to be off."""
    named = re.findall(r"(?:short|over) in ([\w ]+, \w+) (\d{4}) \(", finding.message)
    return {f"{row} {year}" for words, year in named for row, label in IN_ROW.items() if label == words}


@pytest.mark.parametrize("case", CASES)
def test_sums_that_are_off_together_have_one_cause(case: str) -> None:
    wanted: dict[str, set[str]] = {}
    for column, (_, name) in CASES[case].items():
        wanted.setdefault(name, set()).add(column)
    found = off(case).check()
    assert {f"{one.code}{'?' * bool(one.suspects)}": columns(one) for one in found} == wanted
    assert len(found) == len(wanted)
    for one in found:
        info, warning = one.code == "ended-entries", one.code == "staff-disagrees" and not one.suspects
        assert one.severity == ("info" if info else "warning" if warning else "error")
        assert one.entry == "OD1"


@pytest.mark.parametrize("case", CASES)
def test_what_is_off_leaves_the_sums_that_it_says_nothing_of(case: str) -> None:
    """Where a figure is misread all other sums hold; what an entry that is not there had may be in any sum of its years."""
    lost = {("AC2", "Jaarrekening 2024"), ("AC2", "Jaarrekening 2023"), ("AC2", "Plan 2024")}
    causes: dict[str, set[tuple[str, str]]] = {}
    for column, (how, name) in CASES[case].items():
        causes.setdefault(name.rstrip("?"), set()).add((column, how))
    for name, columns_off in causes.items():
        if name == "staff-disagrees" and any(how == "over" for _, how in columns_off):
            lost -= {("AC2", "Plan 2024")}
        elif name != "sum-disagrees":
            lost -= {("AC2", "Jaarrekening 2023")}
            if any(column.endswith("2024") for column, _ in columns_off):
                lost.clear()
    inferences = [one for one in off(case).inferences() if one.reason == "missing" and one.lower is not None]
    assert {(one.entry, one.column) for one in inferences} == lost
