"""The command ``completion``."""

from __future__ import annotations

import click

from gentbudget.cli.process import write_data

SHELLS = ("bash", "zsh", "fish")
_ZSH_COMPLETES = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n"
"""zsh completes nothing until it is told to, which many have in their ~/.zshrc, but not all, or only further down."""


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
    source = script(group, {}, program, f"_{program}_COMPLETE".replace("-", "_").upper()).source()
    write_data(_ZSH_COMPLETES + source if shell == "zsh" else source)
