"""What most tests read: the real report, where it is at hand, and the sample that ships with the package."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import gentbudget
from gentbudget import Report

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "jaarrekening-2024.txt"


SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("quick", max_examples=12, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("thorough", max_examples=120, deadline=None, suppress_health_check=SLOW, print_blob=True)
settings.load_profile("quick")


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
