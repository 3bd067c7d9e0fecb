"""What is done once and not again and again: the sample read, the sources compiled, and what lasts gone through for cycles."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from functools import cache

import pytest

import gentbudget

# Else every process that a test starts would compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Each full collection of cycles goes through all the tests and what they share, half a second long: none comes by itself.
gc.set_threshold(*gc.get_threshold()[:2], 1_000_000)


def pytest_sessionfinish() -> None:
    """Collect what was left open, that pytest tells it; pytest itself does so five times."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _sample_is_read_once() -> Iterator[None]:
    """It cannot change, and most examples in the pages and docstrings begin with it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gentbudget, "load_sample", cache(gentbudget.load_sample))
        yield
