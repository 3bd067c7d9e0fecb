"""The command ``completion``."""

from __future__ import annotations

import click

from gentbudget.cli.process import write_data

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS), help="bash, zsh or fish.")
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    r"""Print a script for completion in a shell.

    It completes commands, options, files and the codes of a file.

    \b
    bash: echo 'eval "$(gentbudget completion bash)"' >> ~/.bashrc
    zsh:  echo 'eval "$(gentbudget completion zsh)"' >> ~/.zshrc
    fish: gentbudget completion fish > ~/.config/fish/completions/gentbudget.fish
    """
    from click.shell_completion import get_completion_class

    program = context.find_root().info_name or "gentbudget"
    script = get_completion_class(shell)
    assert script is not None
    group = context.find_root().command
    write_data(script(group, {}, program, f"_{program}_COMPLETE".replace("-", "_").upper()).source())
