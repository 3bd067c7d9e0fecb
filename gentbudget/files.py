"""Many files read one after another or in parallel, without ever holding more than a few."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial
from os import PathLike
from typing import TypeVar

from attrs import field, frozen

from gentbudget.errors import expect
from gentbudget.parser import SHIPPED, Known, KnownFrom, known_from, parse_file
from gentbudget.report import Report

Path = str | PathLike[str]
AnyPath = TypeVar("AnyPath", bound=Path)


@frozen
class Parsed:
    """What became of the file at ``path``: its ``report`` or, where it could not be read, the ``error``; the other is None."""

    path: Path
    report: Report | None = field(default=None, repr=False)
    error: Exception | None = None


def parse_files(
    paths: Iterable[Path], executor: Executor | None = None, *, in_flight: int | None = None, known: KnownFrom = SHIPPED
) -> Iterator[Parsed]:
    """Read these files, and yield what became of each in the order of ``paths``, as soon as it is there.

    A file that cannot be opened or is no report is a result with its ``error`` and stops nothing. ``executor`` is any
    `concurrent.futures.Executor`; without one, each file is read when it is asked for. At most ``in_flight`` files are read
    ahead, and ``paths`` is taken from only as far, so that memory stays flat however many there are; where it is None, that
    is twice the number of processors here. When the iterator is closed, what has not begun is cancelled; the executor stays
    open. ``known`` is as for `parse`, and the same for all of them.

    Raises TypeError for one path in place of several and for anything else of a wrong type, and ValueError where nothing may
    be in flight.

    >>> import gentbudget
    >>> for parsed in gentbudget.parse_files(["gone.txt"]):
    ...     print(parsed.path, parsed.error.strerror)
    gone.txt No such file or directory
    """
    if isinstance(paths, str | bytes | PathLike):
        raise TypeError("expected several paths, not one: [path]")
    expect(paths, Iterable, "several paths")
    expect(executor, Executor | None, "an Executor of concurrent.futures")
    expect(in_flight, int | None, "a number of files in flight")
    limit = 2 * (os.cpu_count() or 1) if in_flight is None else in_flight
    if limit < 1:
        raise ValueError(f"at least one file has to be in flight, not {limit}")
    read = partial(_parsed, known=known_from(known))
    return (read(path) for path in paths) if executor is None else in_order(read, paths, executor, limit)


def _parsed(path: Path, known: Known) -> Parsed:
    try:
        return Parsed(path, report=parse_file(path, known=known))
    except Exception as error:  # whatever one file does, the others are still read
        return Parsed(path, error=error)


def in_order(
    read: Callable[[AnyPath], Parsed], paths: Iterable[AnyPath], executor: Executor, limit: int
) -> Generator[Parsed, None, None]:
    """Have each file read by the executor, at most so many ahead, and yield what became of them in order."""
    waiting: deque[tuple[AnyPath, Future[Parsed]]] = deque()
    try:
        for path in paths:
            if len(waiting) == limit:
                yield _outcome(*waiting.popleft())
            waiting.append((path, _submitted(executor, read, path)))
        while waiting:
            yield _outcome(*waiting.popleft())
    finally:
        for _, future in waiting:
            future.cancel()


def _submitted(executor: Executor, read: Callable[[AnyPath], Parsed], path: AnyPath) -> Future[Parsed]:
    try:
        return executor.submit(read, path)
    except BrokenExecutor as error:  # a worker died; each file that it cannot read is told
        failed: Future[Parsed] = Future()
        failed.set_exception(error)
        return failed


def _outcome(path: Path, future: Future[Parsed]) -> Parsed:
    try:
        return future.result()
    except Exception as error:  # the worker died, or its result could not be sent
        return Parsed(path, error=error)
