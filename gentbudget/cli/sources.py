"""What a FILE on the command line may be, and how it is read."""

from __future__ import annotations

import sys
from pathlib import Path

from gentbudget.cli.arguments import SAMPLE, STDIN
from gentbudget.cli.process import Refusal
from gentbudget.errors import ReportError
from gentbudget.parser import parse
from gentbudget.report import Report
from gentbudget.samples import load_sample


def read_report(file: str) -> Report:
    """Read standard input, the shipped sample or the file with this name; raises `Refusal`.

    A file that is called *sample* is read as ``./sample``. Findings name the file as the user wrote it, so that editors
    and terminals find it.
    """
    try:
        if file == SAMPLE:
            return load_sample()
        if file == STDIN:
            return parse(_standard_input(), source="<stdin>")
        return parse(Path(file).read_bytes(), source=file)
    except ReportError as error:
        raise Refusal(f"{file}: {error}") from error
    except (OSError, ValueError) as error:  # the latter for a name with a NUL
        raise Refusal(f"{file}: {getattr(error, 'strerror', None) or error}") from error


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()
