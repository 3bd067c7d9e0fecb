"""Completion as people have it: Tab pressed in each shell that is installed."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.running import COMMAND

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

PATIENCE = 30.0
STYLES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
START = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
    "fish": ("fish", "--no-config", "-i"),
}
TYPED = {
    "compa": "re",
    "find sam": "ple",
    "find sample --ki": "nd",
    "find sample --kind pro": "ject",
    "show small.txt AC3434": "5",
}
LOADED = {"bash": 'eval "$(gentbudget completion bash)"', "zsh": 'eval "$(gentbudget completion zsh)"'}


class Shell:
    """An interactive shell on a terminal of its own."""

    def __init__(self, terminal: int) -> None:
        self.terminal = terminal
        self.said = ""

    def type(self, keys: str, expected: str) -> None:
        """Type keys, and wait until the shell shows what is expected."""
        self.said = ""
        os.write(self.terminal, keys.encode())
        end = time.monotonic() + PATIENCE
        while expected not in self.said and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.2)[0]:
                said = os.read(self.terminal, 65536)
                if b"\x1b[c" in said:  # fish asks what terminal this is
                    os.write(self.terminal, b"\x1b[?1;2c")
                self.said += STYLES.sub("", said.decode(errors="replace"))
        assert expected in self.said


@contextmanager
def shell_on_terminal(name: str, home: Path) -> Iterator[Shell]:
    process, terminal = pty.fork()
    if process == 0:
        path = f"{home}{os.pathsep}{os.environ['PATH']}"
        os.execvpe(START[name][0], START[name], {"HOME": str(home), "PATH": path, "TERM": "xterm"})  # noqa: S606
    try:
        yield Shell(terminal)
    finally:
        os.kill(process, 9)
        os.waitpid(process, 0)
        os.close(terminal)


@pytest.mark.parametrize("name", START)
def test_tab_completes_commands_choices_and_codes(name: str, tmp_path: Path, sound: Path) -> None:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    program = tmp_path / "gentbudget"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.join(COMMAND)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    shutil.copy(sound, tmp_path / "small.txt")
    load = LOADED.get(name, "gentbudget completion fish | source")
    with shell_on_terminal(name, tmp_path) as shell:
        shell.type(f"cd {shlex.quote(str(tmp_path))}; {load}; echo rea''dy\r", "ready")
        for typed, rest in TYPED.items():
            shell.type(f"gentbudget {typed}", typed[-3:])
            shell.type("\t", rest)
            shell.type("\x15echo go''ne\r", "gone")
