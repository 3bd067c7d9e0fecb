"""Many files read one after another, with a bar for whoever watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext

from gentbudget.cli.process import Refusal
from gentbudget.cli.sources import read_report
from gentbudget.parser import KnownFrom
from gentbudget.report import Report


def read_each(files: Sequence[str], known: KnownFrom) -> Iterator[Report | None]:
    """Read and audit each file when it is asked for; one that cannot be read is told, and None.

    The bar is there only while a file is read, so that it is never in the way of a result.
    """
    showing = _progress(files)
    for number, file in enumerate(files):
        try:
            with showing(number):
                report = read_report(file, known)
                report.audit()
        except Refusal as refusal:
            refusal.show()
            yield None
        else:
            yield report


def reconciled(reports: Iterable[Report | None]) -> Iterator[Report | None]:
    """Give one report that several dumps make together, None where one cannot be read; raises `Refusal` for strangers."""
    from gentbudget.dumps import reconcile

    read = list(reports)
    whole = [report for report in read if report is not None]
    if len(whole) < len(read):
        yield None
        return
    try:
        together = reconcile(*whole)
    except ValueError as error:
        raise Refusal(str(error)) from error
    together.audit()
    yield together


class _Unseen:
    """No progress: there is one file, or nobody to see it."""

    def __call__(self, _number: int) -> AbstractContextManager[object]:
        return nullcontext()


class _Bar:
    """A bar on standard error."""

    def __init__(self, files: Sequence[str]) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        from gentbudget.cli.output import messages, text

        self._files = [text(file).plain for file in files]
        columns = (
            TextColumn("checking"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
        )
        self._progress = Progress(*columns, console=messages(), transient=True, redirect_stdout=False)
        self._task = self._progress.add_task("", total=len(files))

    def __call__(self, number: int) -> AbstractContextManager[object]:
        self._progress.update(self._task, completed=number, description=self._files[number])
        return self._progress


def _progress(files: Sequence[str]) -> _Unseen | _Bar:
    return _Bar(files) if len(files) > 1 and sys.stderr.isatty() else _Unseen()
