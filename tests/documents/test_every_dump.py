"""Every golden dump is read, or refused with the library's own error."""

from __future__ import annotations

import contextlib

import pytest

import gentbudget
from gentbudget import ReportError
from tests.profiles import is_quick

from .measuring import Dump, golden

DUMPS = golden() + golden("looks") + golden("scans")
PARTS = 24 if is_quick() else 1
"""How many equal parts a dump has, of which one is read: the first of the first dump, the second of the second, and so on."""


@pytest.mark.parametrize(("number", "dump"), list(enumerate(DUMPS)), ids=lambda value: getattr(value, "name", ""))
def test_a_golden_dump_is_read_or_refused(number: int, dump: Dump) -> None:
    lines = dump.text.split("\n")
    part = number % PARTS
    with contextlib.suppress(ReportError):
        report = gentbudget.parse("\n".join(lines[part * len(lines) // PARTS : (part + 1) * len(lines) // PARTS]))
        figures = [cell for entry in report.entries for row in (*entry.budget.rows, entry.staff) for cell in row.figures]
        assert [cell for cell in figures if report.text[cell.start : cell.end] != cell.text] == []
