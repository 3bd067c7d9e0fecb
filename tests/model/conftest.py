"""A small report and a table of it."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import BudgetTable, Report
from tests.parser.small import SMALL


@pytest.fixture(scope="module")
def report() -> Report:
    return gentbudget.parse(SMALL)


@pytest.fixture(scope="module")
def table(report: Report) -> BudgetTable:
    return report["AC34485"].budget
