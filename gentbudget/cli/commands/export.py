"""The command ``export``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from gentbudget.cli.arguments import STDOUT, file_argument, known_option
from gentbudget.cli.process import Refusal, write_bytes

if TYPE_CHECKING:
    from gentbudget.report import Report

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
@click.option(
    "-o", "--output", "out", metavar="OUT", type=click.Path(), required=True, help="The file to write; '-' is standard output."
)
@known_option()
def export(file: str, form: str | None, out: str, known: str | None, **options: str | None) -> None:
    """Write a report to a file that other programs read.

    The file is written whole or not at all.
    """
    from gentbudget.cli.sources import read_known, read_report
    from gentbudget.exports import export as write_file

    report = read_report(file, read_known(known))
    chosen = {name: value for name, value in options.items() if value is not None}
    try:
        if out == STDOUT:
            write_bytes(_exported(report, form, chosen))
        else:
            write_file(report, out, form, **chosen)
    except OSError as error:
        raise Refusal(f"{out}: {error.strerror or error}") from error
    except (ValueError, ImportError) as error:  # a format or an extra that is not there
        raise Refusal(str(error)) from error


def _exported(report: Report, form: str | None, options: Mapping[str, str]) -> bytes:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from gentbudget.exports import export as write_file

    if form is None:
        raise Refusal("standard output has no suffix that tells the format: give --to")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.zip"  # a suffix that no format takes for a folder
        write_file(report, file, form, **options)
        return file.read_bytes()
