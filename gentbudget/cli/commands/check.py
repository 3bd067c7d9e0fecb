"""The command ``check``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from gentbudget.cli.arguments import file_argument, format_option, known_option
from gentbudget.cli.process import FOUND_ERRORS, WRONG_USE, write_data

if TYPE_CHECKING:
    from gentbudget.report import Report

SEVERITIES = ("error", "warning", "info")


@click.command()
@file_argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES, case_sensitive=False),
    default="info",
    show_default=True,
    help="Only findings of this severity or worse.",
)
@click.option("--all", "everything", is_flag=True, help="Every finding on a line of its own, with all that it says.")
@click.option("--together", is_flag=True, help="Take the files for dumps of one document, and check what they are together.")
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(min=1), default=1, help="Read N files at once, each by a process."
)
@known_option()
@format_option("text", "json", "github", help="For people, scripts or GitHub Actions.")
def check(  # noqa: PLR0913 - one for each option
    files: tuple[str, ...], severity: str, jobs: int, known: str | None, form: str, *, everything: bool, together: bool
) -> None:
    """Say which figures and entries are in doubt.

    Every percentage and every sum is tested. Then come the findings of the arithmetic, with their largest gaps, and those
    of the parser, gathered by kind, worst first. The exit status is 1 where a finding is an error, shown or not: a figure
    or an entry is lost or in doubt. With --together, lines are counted through all files, one behind the other.
    """
    from gentbudget.cli.annotations import annotation_lines
    from gentbudget.cli.findings import all_findings, no_milder_than
    from gentbudget.cli.machine import verdicts_json
    from gentbudget.cli.progress import read_each, reconciled
    from gentbudget.cli.sources import read_known

    names = read_known(known)
    unread = found_errors = False

    def reports() -> Iterator[Report]:
        """Read the files as results are asked for, so that no report is kept."""
        nonlocal unread, found_errors
        read = read_each(files, names, jobs)
        for report in reconciled(read) if together else read:
            if report is None:
                unread = True
            else:
                found_errors |= any(finding.severity == "error" for finding in all_findings(report))
                yield report

    shown = no_milder_than(severity)
    if form == "json":
        for part in verdicts_json(reports(), shown):
            write_data(part)
    elif form == "github":
        for report in reports():
            write_data(*annotation_lines(report, shown))
    else:
        from gentbudget.cli.output import results, write
        from gentbudget.cli.verdict import verdict_view

        for place, report in enumerate(reports()):
            console = results()
            write(console, *([""] if place else []), *verdict_view(report, shown, everything=everything))
    if unread or found_errors:
        raise click.exceptions.Exit(WRONG_USE if unread else FOUND_ERRORS)
