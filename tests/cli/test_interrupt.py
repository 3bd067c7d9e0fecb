"""Ctrl-C: the process dies of the signal, without a word, whatever it was doing."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import COMMAND, start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals and a pseudo-terminal")

INTERRUPTED_WHILE_IMPORTING = """
import os, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.argv = ["gentbudget", "tree", "sample"]
from gentbudget.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["gentbudget.cli", "click", "gentbudget.report", "lark", "rich.console"])
def test_it_is_quiet_while_modules_are_loading(module: str) -> None:
    code = INTERRUPTED_WHILE_IMPORTING.format(module=module)
    with start("-c", code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        out, err = process.communicate()
    assert (process.returncode, out, err) == (-signal.SIGINT, b"", b"")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_a_shell_loop_ends(tmp_path: Path) -> None:
    """A shell ends its loop only where the command died of the signal."""
    reached = tmp_path / "reached"
    command = f"'{sys.executable}' {' '.join(COMMAND)} tree -"
    loop = f"for number in 1 2; do touch '{reached}'$number; {command}; echo again; done"
    shell, terminal = pty.fork()
    if shell == 0:
        os.execlp("bash", "bash", "-c", loop)  # noqa: S606, S607 - the shell of whoever runs the tests
    try:
        _wait_for(tmp_path / "reached1")
        time.sleep(0.2)
        os.write(terminal, b"\x03")
        _, status = os.waitpid(shell, 0)
        said = os.read(terminal, 65536)
    finally:
        os.close(terminal)
    assert os.waitstatus_to_exitcode(status) in (-signal.SIGINT, 128 + signal.SIGINT)
    assert said.strip() in (b"^C", b"")
    assert not (tmp_path / "reached2").exists()


def test_a_caller_that_ignores_it_is_obeyed(sound: Path) -> None:
    code = "import os, signal; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv(*{!r})"
    interpreter = [sys.executable, *COMMAND, "tree", "-"]
    process = start(
        "-c", code.format((sys.executable, interpreter)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with process:
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(sound.read_bytes())
    assert (process.returncode, err) == (0, b"")
    assert out.startswith(b"Exploitatie Uitgaven: ")


def _wait_for(file: Path) -> None:
    for _ in range(600):
        if file.exists():
            return
        time.sleep(0.1)
    raise TimeoutError(file)
