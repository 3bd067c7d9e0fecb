"""The group of commands, and how a run of it ends."""

from __future__ import annotations

import click

from gentbudget.cli.commands.check import check
from gentbudget.cli.commands.compare import compare
from gentbudget.cli.commands.completion import completion
from gentbudget.cli.commands.export import export
from gentbudget.cli.commands.find import find
from gentbudget.cli.commands.show import show
from gentbudget.cli.commands.tree import tree
from gentbudget.cli.process import ending_with_its_streams

NAME = "gentbudget"


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"{NAME} {version(NAME)}")
        context.exit()


class _InOrder(click.Group):
    """A group that lists its commands in the order in which they are given."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder,
    commands={command.name or "": command for command in (show, tree, find, check, compare, export, completion)},
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog="Exit status: 0; 1 where check found an error; 2 for wrong use, input that cannot be read or output that cannot "
    "be written.",
)
@click.option(
    "--version",
    is_flag=True,
    callback=_print_version,
    is_eager=True,
    expose_value=False,
    help="Print the version and end.",
)
def app() -> None:
    """Look into the text of the City of Ghent's annual accounts, and check its figures."""


def run() -> None:
    """Run the command line on the arguments of this process, and end it."""
    with ending_with_its_streams():
        app(prog_name=NAME)
