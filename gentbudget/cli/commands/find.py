"""The command ``find``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gentbudget.cli.arguments import file_argument, format_option, known_option

if TYPE_CHECKING:
    from gentbudget.model import Kind

KINDS = ("objective", "plan", "action", "project")


@click.command()
@file_argument()
@click.option("--kind", type=click.Choice(KINDS, case_sensitive=False), help="Only entries of this kind.")
@click.option("--owner", metavar="NAME", help="Part of the owner's name.")
@click.option("--status", metavar="WORDS", help="Part of a project's status, such as 'lopend'.")
@click.option("--phase", metavar="WORDS", help="Part of a project's phase, such as 'uitvoering'.")
@click.option("--text", metavar="WORDS", help="Part of the title or the description.")
@known_option()
@format_option("text", "json", "csv")
def find(file: str, known: str | None, form: str, kind: Kind | None, **conditions: str | None) -> None:
    """List the entries that meet all conditions.

    One a line; case and accents do not matter. Finding nothing is no error: it is said on standard error, and the exit
    status is 0.
    """
    from gentbudget.cli.process import complain, write_data
    from gentbudget.cli.sources import read_known, read_report

    report = read_report(file, read_known(known))
    entries = report.find(kind=kind, **conditions)
    if not entries:
        complain(f"{file}: no entry meets these conditions", error=False)
    if form != "text":
        from gentbudget.cli.machine import listing_csv, listing_json

        write_data((listing_json if form == "json" else listing_csv)(report, entries))
    elif entries:
        from gentbudget.cli.listing import listing_view
        from gentbudget.cli.output import results, write

        console = results()
        write(console, listing_view(entries, console.width))
