"""Every input of the kept corpus, those that once broke something included, is read or refused as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, seeds


@pytest.mark.parametrize(
    ("target", "path"), [(t, path) for t in TARGETS for path in seeds(t)], ids=lambda v: getattr(v, "name", v)
)
def test_what_was_found_by_fuzzing_breaks_nothing(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_a_corpus(target: str) -> None:
    assert seeds(target)
