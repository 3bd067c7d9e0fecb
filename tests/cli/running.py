"""Ways to run the command line: inside this process, there on a pipe or a terminal, and as a process of its own.

A process takes a third of a second to start, so only what is about processes starts one.
"""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, NamedTuple
from unittest import mock

from click.testing import CliRunner

from gentbudget.cli.app import NAME, app

COMMAND = ("-m", "gentbudget")
STEERING = ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLUMNS", "LINES", "PYTHONIOENCODING")
"""Variables that change what is written, which a test sets itself or does without."""


class Outcome(NamedTuple):
    """What a run left behind."""

    status: int
    out: str
    err: str


def invoke(*arguments: str, stdin: bytes = b"", **variables: str) -> Outcome:
    """Run the commands inside this process, with files in memory for its streams."""
    result = CliRunner().invoke(app, list(arguments), input=stdin, env=variables, prog_name=NAME)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def run(*arguments: str, stdin: bytes = b"", **variables: str) -> Outcome:
    """Run ``python -m gentbudget`` with pipes for its streams."""
    pipe = subprocess.PIPE
    with start(*COMMAND, *arguments, variables=variables, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        out, err = process.communicate(stdin)
    return Outcome(process.returncode, out.decode(), err.decode())


def on_terminal(*arguments: str, columns: int = 100, **variables: str) -> str:
    """Run the commands inside this process, its streams on a terminal; return what it would show: both streams together."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    return _written(ours, theirs, arguments, {"TERM": "xterm-256color", **variables}).decode().replace("\r\n", "\n")


def in_pipe(*arguments: str, **variables: str) -> bytes:
    """Run the commands inside this process, its streams in a pipe; return what comes out of it: both streams together."""
    return _written(*os.pipe(), arguments, variables)


def _written(ours: int, theirs: int, arguments: Sequence[str], variables: Mapping[str, str]) -> bytes:
    """What the commands write with their streams on one end, read from the other."""
    with ThreadPoolExecutor(1) as reader:
        written = reader.submit(lambda: b"".join(iter(lambda: _read(ours), b"")))
        try:
            with mock.patch.dict(os.environ, _unsteered() | variables, clear=True), _streams_on(theirs), suppress(SystemExit):
                app(arguments)
        finally:
            os.close(theirs)
    os.close(ours)
    return written.result()


def start(*arguments: str, variables: Mapping[str, str] | None = None, **options: Any) -> subprocess.Popen[bytes]:
    """Start this interpreter on arguments, with these variables and none that steer the output."""
    environment = _unsteered() | dict(variables or {})
    return subprocess.Popen([sys.executable, *arguments], env=environment, **options)  # noqa: S603 - it is ourselves


def _unsteered() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in STEERING}


@contextmanager
def _streams_on(end: int) -> Iterator[None]:
    """Have the standard streams of this process, as Python and as the system knows them, on the end of a terminal or pipe."""
    kept = [os.dup(number) for number in range(3)]
    try:
        for number in range(3):
            os.dup2(end, number)
        with ExitStack() as stack:
            for number, name in enumerate(("stdin", "stdout", "stderr")):
                stream = stack.enter_context(open(number, "w" if number else "r", encoding="utf-8", closefd=False))
                stack.enter_context(mock.patch.object(sys, name, stream))
            yield
    finally:
        for number, copy in enumerate(kept):
            os.dup2(copy, number)
            os.close(copy)


def _read(end: int) -> bytes:
    try:
        return os.read(end, 65536)
    except OSError:  # how Linux says of a terminal that nobody writes any more
        return b""
