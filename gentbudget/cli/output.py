"""Where output for people goes: styled and fitted to its width on a terminal, plain and whole anywhere else."""

from __future__ import annotations

import sys

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from gentbudget.cli.process import harmless

_MINIMUM_WIDTH = 80
"""A narrower terminal breaks lines by itself, which is ugly, but cuts no figure."""

_ENDLESS = sys.maxsize
"""The width of a file or a pipe."""


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
    return Text(harmless(str(content)).replace("\t", " "), style)


def grid() -> Table:
    """Give a table without borders, its columns held apart by two blanks."""
    return Table.grid(padding=(0, 2, 0, 0))


def write(console: Console, *renderables: RenderableType) -> None:
    """Write these one below the other; in a pipe without the blanks that pad lines to a width."""
    group = Group(*renderables)  # or texts would be joined to one, which wraps where a single one is cut
    if console.file.isatty():
        console.print(group, crop=False)
        return
    with console.capture() as capture:
        console.print(group, crop=False)
    lines = capture.get().split("\n")
    console.file.write("\n".join(line.rstrip(" ") for line in lines))
