"""What a FILE on the command line may be, and how it is read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gentbudget.cli.arguments import SAMPLE, STDIN
from gentbudget.cli.process import Refusal
from gentbudget.errors import NotAReportError, ReportError
from gentbudget.parser import SHIPPED, KnownFrom, parse, text_of
from gentbudget.report import Report
from gentbudget.samples import load_sample


def read_report(file: str, known: KnownFrom = SHIPPED) -> Report:
    """Read standard input, the shipped sample or the file with this name; raises `Refusal`.

    A file that is called *sample* is read as ``./sample``. Findings name the file as the user wrote it, so that editors
    and terminals find it.
    """
    with _refusing(file):
        if file == SAMPLE:
            sample = load_sample()
            return sample if known is SHIPPED else parse(sample.text, source=sample.source, known=known)
        return parse(_content(file), source=_named(file), known=known)


def read_known(file: str | None) -> KnownFrom:
    """Read what is known from elsewhere: another report, or else a list of names; raises `Refusal`.

    Of a line of such a list, what stands behind a tab is a remark, and so is a line that begins with ``#``.
    """
    if file is None:
        return SHIPPED
    with _refusing(file):
        if file == SAMPLE:
            return load_sample()
        text = text_of(_content(file))
        try:
            return parse(text, source=_named(file))
        except NotAReportError as error:
            if error.line is not None:  # a report after all, whose reading order is lost
                raise
        return [line.partition("\t")[0] for line in text.splitlines() if not line.startswith("#")]


@contextmanager
def _refusing(file: str) -> Iterator[None]:
    try:
        yield
    except ReportError as error:
        error.source = _named(file)  # which the message begins with
        raise Refusal(str(error)) from error
    except (OSError, ValueError) as error:  # the latter for a name with a NUL
        raise Refusal(f"{file}: {getattr(error, 'strerror', None) or error}") from error


def _named(file: str) -> str:
    """What findings and errors call a file."""
    return "<stdin>" if file == STDIN else file


def _content(file: str) -> bytes:
    if file != STDIN:
        return Path(file).read_bytes()
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()
