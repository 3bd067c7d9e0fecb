"""What several commands take: files, entries of a file, and the format of the output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

STDIN = STDOUT = "-"
SAMPLE = "sample"

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class _File(click.Path):
    """A path, or one of the words that stand for a text."""

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        # bash takes either words or files: the word only where no file begins so.
        if incomplete and SAMPLE.startswith(incomplete) and not any(Path().glob(f"{incomplete}*")):
            return [CompletionItem(SAMPLE)]
        return super().shell_complete(ctx, param, incomplete)


def file_argument(name: str = "file", metavar: str = "FILE", **more: Any) -> Decorator:
    """Give an argument that is a file."""
    return click.argument(
        name,
        metavar=metavar,
        type=_File(),
        help=f"Text of annual accounts; '{STDIN}' is standard input, '{SAMPLE}' the sample that ships with gentbudget.",
        **more,
    )


def known_option() -> Decorator:
    """Give the option for what is known from elsewhere."""
    return click.option(
        "--known",
        metavar="KNOWN",
        type=_File(),
        help="Another edition or dump, or names of owners, one a line: it helps to part titles from owners.",
    )


def format_option(*formats: str, help: str = "For people or for programs.") -> Decorator:  # noqa: A002 - as click calls it
    """Give the option that chooses among formats, of which the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats, case_sensitive=False),
        default=formats[0],
        show_default=True,
        help=help,
    )


def codes_of(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the codes of the file that stands before them on the command line, with their titles."""
    from gentbudget.cli.sources import read_report
    from gentbudget.codes import normalise_code

    file = context.params.get("file")
    if not isinstance(file, str) or file == STDIN:
        return []
    try:
        report = read_report(file)
    except click.ClickException:
        return []
    begun = normalise_code(incomplete)
    return [CompletionItem(code, help=report[code].title) for code in report if code.startswith(begun)]
