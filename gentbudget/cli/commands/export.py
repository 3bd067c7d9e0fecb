"""The command ``export``."""

from __future__ import annotations

import click

from gentbudget.cli.arguments import file_argument
from gentbudget.cli.process import Refusal

FORMATS = ("csv", "json", "jsonl", "parquet", "xlsx", "sqlite", "datapackage", "html")
TABLES = ("figures", "entries")
NOTATIONS = ("plain", "dutch")


@click.command()
@file_argument()
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMATS, case_sensitive=False),
    help="The format, where the suffix of OUT does not tell it.",
)
@click.option("--table", type=click.Choice(TABLES, case_sensitive=False), help="What csv, jsonl and parquet hold a row for.")
@click.option(
    "--notation",
    type=click.Choice(NOTATIONS, case_sensitive=False),
    help="How csv writes figures: for programs, or as printed, for a Dutch spreadsheet.",
)
@click.option("-o", "--output", "out", metavar="OUT", type=click.Path(), required=True, help="The file to write.")
def export(file: str, form: str | None, out: str, **options: str | None) -> None:
    """Write a report to a file that other programs read.

    The file is written whole or not at all.
    """
    from gentbudget.cli.sources import read_report
    from gentbudget.exports import export as write_file

    report = read_report(file)
    try:
        write_file(report, out, form, **{name: value for name, value in options.items() if value is not None})
    except OSError as error:
        raise Refusal(f"{out}: {error.strerror or error}") from error
    except (ValueError, ImportError) as error:  # a format or an extra that is not there
        raise Refusal(str(error)) from error
