"""``check --together``: dumps of one document, checked as one report."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import invoke


def test_what_one_dump_lost_another_supplies(sound: Path, damaged: Path) -> None:
    assert invoke("check", str(damaged)).status == 1
    outcome = invoke("check", str(damaged), str(sound), "--together")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(f"{damaged} + {sound}: nothing puts a figure in doubt")
    assert "46.922" in outcome.out
    assert "the arithmetic leaves 46.222" in outcome.out


def test_programs_get_one_verdict(sound: Path, damaged: Path) -> None:
    (verdict,) = json.loads(invoke("check", str(damaged), str(sound), "--together", "--format", "json").out)
    assert verdict["file"] == f"{damaged} + {sound}"
    assert [finding["code"] for finding in verdict["findings"]] == ["differing-figures"]


def test_a_dump_that_cannot_be_read_is_told_and_nothing_is_checked(sound: Path, novel: Path) -> None:
    outcome = invoke("check", str(sound), str(novel), "--together")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"Error: {novel}: no heading")


def test_other_documents_are_refused(sound: Path) -> None:
    outcome = invoke("check", str(sound), "sample", "--together")
    assert (outcome.status, outcome.out) == (2, "")
    assert "no dumps of one document" in outcome.err
