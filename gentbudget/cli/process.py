"""How a run meets the world: streams, signals and exit statuses. It loads nothing that takes time."""

from __future__ import annotations

import errno
import io
import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import click

FOUND_ERRORS = 1
WRONG_USE = 2

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of writing."""


class Refusal(click.ClickException):
    """Why there is no result; it ends the command."""

    exit_code = WRONG_USE

    def show(self, file: object = None) -> None:
        """Say it on standard error."""
        complain(self.message)


class _Interrupted(BaseException):
    """Ctrl-C, as an exception that nobody on the way takes for an error."""


class _Closed(io.TextIOBase):
    """Stands for a standard output that the caller closed: nothing was to be written, so writing is an error."""

    def write(self, _text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed")

    def isatty(self) -> bool:
        return False


@contextmanager
def ending_with_its_streams() -> Iterator[None]:
    """Have this process end quietly when its reader leaves or at Ctrl-C, and say so if its output cannot be written."""
    _prepare_streams()
    try:
        with _ended_by_interrupt():
            try:
                yield
            finally:
                sys.stdout.flush()
    except OSError as error:
        complain(f"cannot write: {error.strerror or error}")
        # What is still buffered has nowhere to go; the interpreter would try again, and fail, when it ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(WRONG_USE)


def harmless(text: str) -> str:
    r"""Give a text without what would steer a terminal.

    >>> harmless("\x1b[2Jtitle\u202e")
    '�[2Jtitle�'
    """
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def write_data(*lines: str) -> None:
    """Write lines for a program to read: as they are, but on a terminal without what would steer it."""
    on_terminal = sys.stdout.isatty()
    for line in lines:
        print(harmless(line) if on_terminal else line)


def write_bytes(content: bytes) -> None:
    """Write what is no text; a terminal, which it could steer, is refused."""
    if sys.stdout.isatty():
        raise Refusal("this is not written to a terminal: name a file, or send it to a program")
    sys.stdout.flush()
    (sys.stdout.buffer if isinstance(sys.stdout, io.TextIOWrapper) else sys.stdout).write(content)  # type: ignore[arg-type]


def complain(message: str, *, error: bool = True) -> None:
    """Say on standard error why there is no result, or that it is empty."""
    prefix = click.style("Error: ", fg="red", bold=True) if error else ""
    with suppress(OSError):  # there is nobody left to tell
        click.echo(f"{prefix}{harmless(message)}", err=True, color=False if os.environ.get("NO_COLOR") else None)


def _prepare_streams() -> None:
    if hasattr(signal, "SIGPIPE"):  # not on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # as standard error does from the start
    # A stream that the caller closed is None.
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or io.StringIO()


@contextmanager
def _ended_by_interrupt() -> Iterator[None]:
    """Let what is open be closed at Ctrl-C, and then die of the signal, so that a loop of the shell ends as well."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # the caller does not want it to end
        yield
        return
    signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    except _Interrupted:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.raise_signal(signal.SIGINT)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one does not disturb the cleaning up
    raise _Interrupted
