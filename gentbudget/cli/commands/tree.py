"""The command ``tree``."""

from __future__ import annotations

import click

from gentbudget.cli.arguments import file_argument, format_option, known_option


@click.command()
@file_argument()
@known_option()
@format_option("text", "json", "csv")
def tree(file: str, known: str | None, form: str) -> None:
    """List all entries in their hierarchy.

    Each with the budgeted and the actual operating expenditure (Exploitatie Uitgaven) and its title.
    """
    from gentbudget.cli.sources import read_known, read_report

    report = read_report(file, read_known(known))
    if form != "text":
        from gentbudget.cli.machine import tree_csv, tree_json
        from gentbudget.cli.process import write_data

        write_data(tree_json(report) if form == "json" else tree_csv(report))
        return

    from gentbudget.cli.output import results, write
    from gentbudget.cli.tree import tree_view

    write(results(), *tree_view(report))
