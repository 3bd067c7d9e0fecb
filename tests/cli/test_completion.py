"""Completion in shells: the scripts, and what they complete."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import invoke


def completed(*words: str) -> list[str]:
    """Give what is offered for the last of these words after ``gentbudget``."""
    typed = " ".join(("gentbudget", *words))
    outcome = invoke(_GENTBUDGET_COMPLETE="bash_complete", COMP_WORDS=typed, COMP_CWORD=str(len(words)))
    assert (outcome.status, outcome.err) == (0, "")
    return [line.partition(",")[2] for line in outcome.out.splitlines() if line]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell_that_it_can_read(shell: str, tmp_path: Path) -> None:
    outcome = invoke("completion", shell)
    assert (outcome.status, outcome.err) == (0, "")
    assert f"_GENTBUDGET_COMPLETE={shell}_complete" in outcome.out
    if (program := shutil.which(shell)) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(outcome.out, encoding="utf-8")
    subprocess.run([program, "-n", str(script)], check=True)  # noqa: S603 - it reads the script and does not run it


def test_commands_and_choices_are_completed() -> None:
    assert completed("co") == ["compare", "completion"]
    assert completed("find", "sample", "--kind", "pro") == ["project"]
    assert completed("check", "--sev") == ["--severity"]


def test_codes_of_the_file_are_completed(sound: Path) -> None:
    assert completed("show", str(sound), "ac343") == ["AC34345"]
    assert completed("show", "gone.txt", "AC") == []


def test_another_shell_is_refused() -> None:
    assert invoke("completion", "tcsh").status == 2
