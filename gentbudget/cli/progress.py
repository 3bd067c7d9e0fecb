"""Many files read one after another or several at once, with a bar for whoever watches."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from gentbudget.cli.arguments import STDIN
from gentbudget.cli.process import Refusal
from gentbudget.cli.sources import read_report
from gentbudget.files import Parsed, in_order
from gentbudget.parser import KnownFrom
from gentbudget.report import Report


def read_each(files: Sequence[str], known: KnownFrom, jobs: int = 1) -> Iterator[Report | None]:
    """Read and audit each file when it is asked for; one that cannot be read is told, and None.

    The bar is there only while a file is read, so that it is never in the way of a result.
    """
    showing, reading = _progress(files), _reading(files, known, jobs)
    for number, file in enumerate(files):
        with showing(number):
            parsed = next(reading)
            if parsed.report is not None:
                parsed.report.audit()
        if parsed.error is not None:
            (parsed.error if isinstance(parsed.error, Refusal) else Refusal(f"{file}: {parsed.error}")).show()
        yield parsed.report


def _reading(files: Sequence[str], known: KnownFrom, jobs: int) -> Iterator[Parsed]:
    read = partial(_read, known=known)
    if jobs == 1 or STDIN in files:  # which other processes do not have
        yield from map(read, files)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(min(jobs, len(files)), initializer=_work_for_caller) as pool:
        yield from in_order(read, files, pool, 2 * jobs)


def _read(file: str, known: KnownFrom) -> Parsed:
    try:
        return Parsed(file, report=read_report(file, known))
    except Refusal as refusal:
        return Parsed(file, error=refusal)


def _work_for_caller() -> None:
    """Leave Ctrl-C to the process that gave the work, and end when it does, however that may be."""
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_caller, daemon=True).start()


def _end_with_caller() -> None:
    from multiprocessing import parent_process

    if caller := parent_process():
        caller.join()
    os._exit(0)


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
        # Without a thread that draws it anew, beside which no process could be started safely.
        self._progress = Progress(*columns, console=messages(), transient=True, redirect_stdout=False, auto_refresh=False)
        self._task = self._progress.add_task("", total=len(files))

    def __call__(self, number: int) -> AbstractContextManager[object]:
        self._progress.update(self._task, completed=number, description=self._files[number])
        return self._progress


def _progress(files: Sequence[str]) -> _Unseen | _Bar:
    return _Bar(files) if len(files) > 1 and sys.stderr.isatty() else _Unseen()
