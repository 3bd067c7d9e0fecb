"""The commands: what they take, what they call, and the exit status that they leave."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib.metadata import version
from typing import Annotated, NoReturn

import typer
from rich.progress import track

from gentbudget.cli.annotations import annotation_lines
from gentbudget.cli.entry import entry_view
from gentbudget.cli.findings import all_findings
from gentbudget.cli.listing import listing_view
from gentbudget.cli.machine import json_document
from gentbudget.cli.output import complain, messages, prepare_streams, results, write, write_raw
from gentbudget.cli.sources import SAMPLE, STDIN, UnreadableError, read_report
from gentbudget.cli.tree import tree_view
from gentbudget.cli.verdict import verdict_view
from gentbudget.errors import UnknownCodeError
from gentbudget.model import Entry
from gentbudget.report import Report

FOUND_ERRORS = 1
WRONG_USE = 2


class KindOption(StrEnum):
    """What ``--kind`` may be."""

    OBJECTIVE = "objective"
    PLAN = "plan"
    ACTION = "action"
    PROJECT = "project"


class FormatOption(StrEnum):
    """What ``--format`` may be."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


_FILE_HELP = f"Text of annual accounts; '{STDIN}' is standard input, '{SAMPLE}' the sample that ships with gentbudget."

FileArgument = Annotated[str, typer.Argument(metavar="FILE", help=_FILE_HELP, show_default=False)]
FilesArgument = Annotated[list[str], typer.Argument(metavar="FILE", help=_FILE_HELP, show_default=False)]
CodesArgument = Annotated[
    list[str], typer.Argument(metavar="CODE", help="Codes such as OD10071, in any case.", show_default=False)
]

app = typer.Typer(
    name="gentbudget",
    help="Look into the text of the City of Ghent's annual accounts, and check its figures.",
    epilog="Exit status: 0; 1 where check found an error; 2 for wrong use or input that cannot be read.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def run() -> None:
    """Run the command line on the arguments of this process, and end it."""
    prepare_streams()
    try:
        try:
            app()
        finally:
            if sys.stdout is not None:  # as it is where the caller closed it
                sys.stdout.flush()
    except OSError as error:
        complain(f"cannot write: {error.strerror}")
        # What is still buffered has nowhere to go; the interpreter would try again, and fail, when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(WRONG_USE)


def _print_version(wanted: bool) -> None:
    if wanted:
        write_raw(f"gentbudget {version('gentbudget')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    pass


@app.command()
def show(
    file: FileArgument,
    code: CodesArgument,
) -> None:
    """Show the entries with these codes.

    Each with its header, its place in the hierarchy, both tables in Dutch notation, what the arithmetic infers for
    figures that are missing, and its findings.
    """
    report = _read(file)
    entries = list(_looked_up(report, code, file))
    console = results()
    for place, entry in enumerate(entries):
        if place:
            write(console, "")
        write(console, *entry_view(report, entry, console.width))


@app.command()
def tree(file: FileArgument) -> None:
    """List all entries in their hierarchy.

    Each with the budgeted and the actual operating expenditure (Exploitatie Uitgaven) and its title.
    """
    write(results(), *tree_view(_read(file)))


@app.command()
def find(  # noqa: PLR0913 - each is an option of its own on the command line
    file: FileArgument,
    *,
    kind: Annotated[KindOption | None, typer.Option(case_sensitive=False, help="Only entries of this kind.")] = None,
    owner: Annotated[str | None, typer.Option(help="Part of the owner's name.")] = None,
    status: Annotated[str | None, typer.Option(help="Part of a project's status, such as 'lopend'.")] = None,
    phase: Annotated[str | None, typer.Option(help="Part of a project's phase, such as 'uitvoering'.")] = None,
    text: Annotated[str | None, typer.Option(help="Part of the title or the description.")] = None,
) -> None:
    """List the entries that meet all conditions.

    One a line; case and accents do not matter. Finding nothing is no error: it is said on standard error, and the exit
    status is 0.
    """
    entries = _read(file).find(kind=kind.value if kind else None, owner=owner, status=status, phase=phase, text=text)
    if entries:
        write(results(), listing_view(entries))
    else:
        complain(f"{file}: no entry meets these conditions", error=False)


@app.command()
def check(
    file: FilesArgument,
    form: Annotated[
        FormatOption, typer.Option("--format", case_sensitive=False, help="For people, scripts or GitHub Actions.")
    ] = FormatOption.TEXT,
) -> None:
    """Say which figures and entries are in doubt.

    Every percentage and every sum is tested; then come the findings of the arithmetic and of the parser, worst first.
    The exit status is 1 where a finding is an error: a figure or an entry is lost or in doubt.
    """
    reports = list(_read_all(file))
    if form is FormatOption.JSON:
        write_raw(json_document(reports))
    elif form is FormatOption.GITHUB:
        for report in reports:
            write_raw(*annotation_lines(report))
    else:
        _write_verdicts(reports)

    if len(reports) < len(file):
        raise typer.Exit(WRONG_USE)
    if any(finding.severity == "error" for report in reports for finding in all_findings(report)):
        raise typer.Exit(FOUND_ERRORS)


def _write_verdicts(reports: Iterable[Report]) -> None:
    console = results()
    for place, report in enumerate(reports):
        if place:
            write(console, "")
        write(console, *verdict_view(report))


def _read(file: str) -> Report:
    try:
        return read_report(file)
    except UnreadableError as error:
        _refuse(str(error))


def _read_all(files: list[str]) -> Iterator[Report]:
    """Read and audit all files; one that cannot be read is told and does not keep the others from being checked."""
    for file in _with_progress(files):
        try:
            report = read_report(file)
        except UnreadableError as error:
            complain(str(error))
        else:
            report.audit()
            yield report


def _with_progress(files: list[str]) -> Iterable[str]:
    """Show a progress bar while these are gone through, if there are several and somebody is there to see it."""
    console = messages()
    if len(files) == 1 or not console.is_terminal:
        return files
    return track(files, "checking", console=console, transient=True)


def _looked_up(report: Report, codes: Iterable[str], file: str) -> Iterator[Entry]:
    try:
        for code in codes:
            yield report[code]
    except UnknownCodeError as error:
        _refuse(f"{file}: {error}")


def _refuse(message: str) -> NoReturn:
    complain(message)
    raise typer.Exit(WRONG_USE)
