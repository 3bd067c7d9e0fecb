"""The sample, read once a process: it cannot change, and most examples in the pages and docstrings begin with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

import gentbudget


@pytest.fixture(scope="session", autouse=True)
def _sample_is_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gentbudget, "load_sample", cache(gentbudget.load_sample))
        yield
