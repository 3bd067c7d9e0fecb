"""What is done once and not again and again: the sample read once a process, and the sources compiled once a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache

import pytest

import gentbudget

# Else every process that a test starts would compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(scope="session", autouse=True)
def _sample_is_read_once() -> Iterator[None]:
    """It cannot change, and most examples in the pages and docstrings begin with it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gentbudget, "load_sample", cache(gentbudget.load_sample))
        yield
