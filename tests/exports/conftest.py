"""The small report that most tests of exports write and read back."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Report
from tests.exports.built import awkward
from tests.parser.small import SMALL


@pytest.fixture(scope="session")
def small() -> Report:
    return gentbudget.parse(SMALL, source="small.txt")


@pytest.fixture(scope="session")
def odd() -> Report:
    """A report built by hand whose texts and figures are those that formats stumble over."""
    return awkward()
