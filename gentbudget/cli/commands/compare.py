"""The command ``compare``."""

from __future__ import annotations

import click

from gentbudget.cli.arguments import file_argument, format_option
from gentbudget.cli.process import Refusal, write_data


@click.command()
@file_argument("old", metavar="OLD")
@file_argument("new", metavar="NEW")
@click.option("--all", "everything", is_flag=True, help="Every difference, not only the first or largest of each kind.")
@format_option("text", "json", "csv")
def compare(old: str, new: str, form: str, *, everything: bool) -> None:
    """Say what changed between two editions.

    Entries that appeared, vanished, were renamed, moved to another plan or changed owner, status, phase or period; figures
    about one year that the two editions print otherwise; and how operating expenditure moved. As JSON it is all of that and
    every figure, as CSV a row for each figure.
    """
    from gentbudget.cli.sources import read_report
    from gentbudget.editions import compare as compared

    try:
        comparison = compared(read_report(old), read_report(new))
    except ValueError as error:
        raise Refusal(str(error)) from error
    if form != "text":
        from gentbudget.cli.machine import comparison_csv, comparison_json

        write_data(comparison_json(comparison) if form == "json" else comparison_csv(comparison))
        return

    from gentbudget.cli.differences import comparison_view
    from gentbudget.cli.output import results, write

    write(results(), *comparison_view(comparison, everything=everything))
