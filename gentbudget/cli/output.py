"""Where output goes: styled and fitted to its width on a terminal, plain and whole anywhere else."""

from __future__ import annotations

import io
import re
import signal
import sys

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

_MINIMUM_WIDTH = 80
"""A narrower terminal breaks lines by itself, which is ugly, but cuts no figure."""

_ENDLESS = sys.maxsize
"""The width of a file or a pipe."""

_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

MISSING = "\N{EM DASH}"
"""Stands for what the text does not print."""


def prepare_streams() -> None:
    """Make this process end quietly when its reader does, and write every character in some way."""
    if hasattr(signal, "SIGPIPE"):  # not on Windows
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # as standard error does from the start


def results() -> Console:
    """Give the console for what was asked for: standard output."""
    return _console(stderr=False)


def messages() -> Console:
    """Give the console for what is said about it: standard error."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    if console.file.isatty():
        console.width = max(console.width, _MINIMUM_WIDTH)
    else:
        console.size = (_ENDLESS, 1)
    return console


def text(content: object, style: str = "") -> Text:
    """Give a text as it can be shown: what a dump holds may not steer the terminal."""
    return Text(_CONTROL_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", str(content)).replace("\t", " "), style)


def grid() -> Table:
    """Give a table without borders, its columns held apart by two blanks."""
    return Table.grid(padding=(0, 2, 0, 0))


def write(console: Console, *renderables: RenderableType) -> None:
    """Write these one below the other; in a pipe without the blanks that pad lines to a width."""
    if console.file.isatty():
        console.print(*renderables, sep="\n", crop=False)
        return
    with console.capture() as capture:
        console.print(*renderables, sep="\n", crop=False)
    lines = capture.get().split("\n")
    console.file.write("\n".join(line.rstrip(" ") for line in lines))


def write_raw(*lines: str) -> None:
    """Write lines for a program to read, as they are."""
    for line in lines:
        print(line)


def complain(message: str, *, error: bool = True) -> None:
    """Say on standard error why there is no result, or that it is empty."""
    prefix = text("Error: ", "bold red") if error else text("")
    messages().print(Text.assemble(prefix, text(message)), soft_wrap=True)
