"""What ``tree`` says of a report."""

from __future__ import annotations

import re

import pytest

from gentbudget import Report
from tests.cli.running import invoke


@pytest.fixture(scope="module")
def lines() -> list[str]:
    outcome = invoke("tree", "sample")
    assert (outcome.status, outcome.err) == (0, "")
    return outcome.out.splitlines()


def test_there_is_a_line_for_every_entry_in_document_order(lines: list[str], sample: Report) -> None:
    caption, *entries = lines
    assert caption == "Exploitatie Uitgaven: Budget 2024, Jaarrekening 2024"
    assert [line.split()[0] for line in entries] == [entry.code or "—" for entry in sample.entries]


def test_codes_are_indented_by_their_level(lines: list[str]) -> None:
    indents = {len(line) - len(line.lstrip()): set[str]() for line in lines[1:]}
    for line in lines[1:]:
        indents[len(line) - len(line.lstrip())].add(line.split()[0][:2])
    assert indents[0] == {"SD"}
    assert indents[2] == {"OD", "PO"}
    assert indents[4] == {"AC", "PR", "—"}


def test_a_line_has_budget_actual_and_the_whole_title(lines: list[str]) -> None:
    (line,) = (line for line in lines if "AC34485" in line)
    assert re.fullmatch(r" {4}AC34485 +648\.927 +663\.509  Het ondersteunen .* van hun doelstellingen", line)
    (line,) = (line for line in lines if "AC34852" in line)
    assert line.split()[1:3] == ["1.158.616", "—"]


def test_an_entry_without_code_is_shown_with_its_line(lines: list[str]) -> None:
    nameless = [line for line in lines if line.lstrip().startswith("—")]
    assert len(nameless) == 24
    assert all("no code, line " in line for line in nameless)
    assert nameless[0].endswith("(no code, line 102)")
    assert nameless[0].split()[1:3] == ["1.259.206", "1.142.272"]
