"""Reads whatever is given, and lets only the errors out that the library promises."""

from __future__ import annotations

import pytest

from gentbudget import NotAReportError, Report, ReportError
from tests.told import parse

NOVEL = (
    "Het was een donkere avond in de Brugse Poort, en niemand op straat had zin in nog een begroting.\n"
    "'Uitgaven,' zuchtte zij, 'altijd maar uitgaven.' Hij telde 12 munten, 3 briefjes en 1.250 schulden.\n\n"
    "In 2024 zou alles anders worden. De exploitatie van het café liep, de investering in de toog niet.\n\n"
)


def read(text: str | bytes) -> Report | ReportError:
    """Read a text and return the report, or the one error that is allowed to come out."""
    try:
        return parse(text)
    except ReportError as error:
        caught = error
    assert type(caught) in (ReportError, NotAReportError)
    assert str(caught)
    assert caught.__cause__ is None
    assert caught.__context__ is None or caught.__suppress_context__, "nothing of Lark leaks out"
    return caught


def refused(text: str | bytes) -> NotAReportError:
    """Read a text that is no report, and return the error that says so."""
    with pytest.raises(NotAReportError) as caught:
        parse(text)
    return caught.value


def codes(report: Report | ReportError) -> list[str | None]:
    assert isinstance(report, Report)
    return [entry.code for entry in report.entries]


ALL = ["SD10041", "OD10071", "AC34485", "PR40001"]
