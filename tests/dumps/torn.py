"""Dumps of one document that lost different things, made from the sample by edits, so that the whole is known."""

from __future__ import annotations

import re

import gentbudget
from gentbudget import Action, Entry, Report

LOST_VALUES = ("1.229.930", "93.002", "0", "0", "0", "0")
"""What stands in the whole where the sample lost a column, on the six rows from line 763."""

HEAD = "Budget 2024\tJaarrekening 2024\t% Besteding budget 2024\tJaarrekening 2023\tJaarrekening 2024 t.o.v. 2023"
ACTION = """Acties

{code} - Herstelde actie {code}\tDienst Herstel
--\t--

Wat deze actie doet.

Budgettaire onderbouwing\t\t{head}
Exploitatie\tUitgaven\t1.000\t500\t50,0%\t250\t200,0%
\tOntvangsten\t0\t0\t0,0%\t0\t0,0%
Investering\tUitgaven\t0\t0\t0,0%\t0\t0,0%
\tOntvangsten\t0\t0\t0,0%\t0\t0,0%
Financiering\tUitgaven\t0\t0\t0,0%\t0\t0,0%
\tOntvangsten\t0\t0\t0,0%\t0\t0,0%

Onderbouwing personeel\t\tPlan 2024\tBetaald 2024\t% Besteding plan 2024\tBetaald 2023\tBetaald 2024 t.o.v. 2023
VTE\t\t1,00\t0,50\t50,0%\t0,25\t200,0%
"""
SHORT_OF_AN_ACTION = ("OD10082", "OD10087", "OD10089")
"""The plans of which the sample lost an action, by their sums."""


def whole(sample: Report) -> str:
    """The sample with all that it lost: 24 headers, a column of AC34852, three actions."""
    lines: list[str] = sample.text.split("\n")
    for number, value in enumerate(LOST_VALUES, start=762):
        cells = lines[number].split("\t")
        lines[number] = "\t".join([*cells[:3], value, *cells[3:]])
    before: dict[int, str] = {}
    for number, entry in enumerate(entry for entry in sample.entries if entry.code is None):
        before[entry.lines[0]] = f"AC99{number:03} - Herstelde titel {number}\tDienst Herstel\n--\t--\n"
    for number, code in enumerate(SHORT_OF_AN_ACTION):
        before[_last(sample.plan(code)).lines[1] + 1] = "\n" + ACTION.format(code=f"AC9800{number}", head=HEAD)
    return "\n".join(before.get(number, "\0") + "\n" + line for number, line in enumerate(lines, start=1)).replace("\0\n", "")


def torn(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A text without a column of AC34485, without 24 headers and without three actions; and the codes of these."""
    report = gentbudget.parse(text)
    candidates = [
        entry
        for entry in report.actions
        if re.match(r"(AC3|PR4)", entry.code or "") and entry.code not in ("AC34485", "AC34852")
    ]
    headless, gone = candidates[3:171:7], [candidates[number] for number in (5, 82, 152)]
    lines: list[str | None] = list(text.split("\n"))
    for row in report["AC34485"].budget.rows:
        assert row.line is not None
        cells = str(lines[row.line - 1]).split("\t")
        lines[row.line - 1] = "\t".join([*cells[:5], *cells[6:]])
    for entry in headless:
        for number in range(entry.lines[0], _description(lines, entry)):
            lines[number - 1] = None
        lines[entry.lines[0] - 1] = "Acties\n"
    for entry in gone:
        lines[entry.lines[0] - 1 : entry.lines[1]] = [None] * (entry.lines[1] - entry.lines[0] + 1)
    codes = tuple(tuple(str(entry.code) for entry in some) for some in (headless, gone))
    return "\n".join(line for line in lines if line is not None), *codes  # type: ignore[return-value]


def _description(lines: list[str | None], entry: Entry) -> int:
    """The line on which the description begins, or the table where there is none: behind the header's blank line."""
    number = entry.lines[0]
    while not str(lines[number - 1]).startswith(str(entry.code)):
        number += 1
    while str(lines[number - 1]).strip():
        number += 1
    return number


def _last(entry: Entry) -> Entry:
    while entry.children:
        entry = entry.children[-1]
    assert isinstance(entry, Action)
    return entry
