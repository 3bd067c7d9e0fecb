"""What most tests read: the real report, where it is at hand, and the sample that ships with the package."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import gentbudget
from gentbudget import Report
from tests import profiles, told

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "jaarrekening-2024.txt"

profiles.register()


@pytest.fixture(scope="session", autouse=True)
def _what_fails_is_told() -> Iterator[None]:
    """Have every property that fails print the smallest text, and what was read of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gentbudget, "parse", told.parse)
        yield


@pytest.fixture(scope="session")
def corpus_path() -> Path:
    if not CORPUS.is_file():
        pytest.skip(f"the real report is not at {CORPUS}")
    return CORPUS


@pytest.fixture(scope="session")
def corpus(corpus_path: Path) -> Report:
    return gentbudget.parse_file(corpus_path)


@pytest.fixture(scope="session")
def sample() -> Report:
    return gentbudget.load_sample()


@pytest.fixture(scope="session")
def sample_text() -> str:
    return files("gentbudget.samples").joinpath("jaarrekening-2024.txt").read_text(encoding="utf-8")
