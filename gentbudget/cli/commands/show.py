"""The command ``show``."""

from __future__ import annotations

import click

from gentbudget.cli.arguments import codes_of, file_argument, format_option, known_option


@click.command()
@file_argument()
@click.argument(
    "places",
    metavar="CODE|LINE...",
    nargs=-1,
    required=True,
    shell_complete=codes_of,
    help="Codes such as OD10071, in any case, or numbers of lines, for entries that lost their code.",
)
@known_option()
@format_option("text", "json", "csv")
def show(file: str, places: tuple[str, ...], known: str | None, form: str) -> None:
    """Show the entries with these codes, or on these lines.

    Each with its header, its place in the hierarchy, both tables in Dutch notation, what the arithmetic infers for
    figures that are missing, and its findings. As JSON it is an object for each entry, as CSV a row for each figure.
    """
    from gentbudget.cli.lookup import entries_at
    from gentbudget.cli.sources import read_known, read_report

    report = read_report(file, read_known(known))
    entries = list(entries_at(report, places, file))
    if form != "text":
        from gentbudget.cli.machine import entries_json, figures_csv
        from gentbudget.cli.process import write_data

        write_data((entries_json if form == "json" else figures_csv)(report, entries))
        return

    from gentbudget.cli.entry import entry_view
    from gentbudget.cli.output import results, write

    console = results()
    for place, entry in enumerate(entries):
        if place:
            write(console, "")
        write(console, *entry_view(report, entry, console.width))
