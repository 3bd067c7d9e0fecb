"""The command ``export``."""

from __future__ import annotations

from importlib import import_module

import click

from gentbudget.cli.arguments import file_argument
from gentbudget.cli.process import Refusal

FORMATS = ("csv", "json", "jsonl", "parquet", "xlsx", "sqlite", "datapackage", "html")


@click.command()
@file_argument()
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMATS, case_sensitive=False),
    help="The format, where the suffix of OUT does not tell it.",
)
@click.option("-o", "--output", "out", metavar="OUT", type=click.Path(), required=True, help="The file to write.")
def export(file: str, form: str | None, out: str) -> None:
    """Write a report to a file that other programs read.

    The file is written whole or not at all.
    """
    from gentbudget.cli.sources import read_report

    report = read_report(file)
    try:
        import_module("gentbudget.exports").export(report, out, form)
    except OSError as error:
        raise Refusal(f"{out}: {error.strerror or error}") from error
    except (ValueError, ImportError) as error:  # a format or an extra that is not there
        raise Refusal(str(error)) from error
