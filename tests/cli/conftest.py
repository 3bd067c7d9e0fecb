"""Texts that the commands are tried on, beside the shipped sample."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gentbudget import Report
from tests.documents.accounts import DUMPS


@pytest.fixture(scope="session", autouse=True)
def _sample_read_once(sample: Report) -> Iterator[None]:
    """Spare the tests inside this process the reading of the sample; those that start processes read it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gentbudget.cli.sources.load_sample", lambda: sample)
        yield


@pytest.fixture(scope="session")
def part(sample: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the sample up to AC34852, whose table lost a column, as part.txt: a process reads it soon."""
    file = tmp_path_factory.mktemp("part") / "part.txt"
    file.write_text("\n".join(sample.text.split("\n")[: sample["AC34852"].lines[1]]), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def sound() -> Path:
    """Give accounts without any damage, all of whose sums hold."""
    return DUMPS / "small.tabs.txt"


@pytest.fixture
def damaged(tmp_path: Path, sound: Path) -> Path:
    """Give the sound accounts with one digit changed: the budgeted operating expenditure of AC34345, on line 57."""
    text = sound.read_text(encoding="utf-8")
    assert text.count("\t46.222\t") == 1
    file = tmp_path / "a b,c%.txt"
    file.write_text(text.replace("\t46.222\t", "\t46.922\t"), encoding="utf-8")
    return file


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    """Give a text that is no report."""
    file = tmp_path / "novel.txt"
    file.write_text("Het was een dag in oktober.\n", encoding="utf-8")
    return file
