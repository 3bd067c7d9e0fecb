"""What must hold of any input: no exception but the library's own, and nothing read that the text does not print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import gentbudget
from gentbudget import Report, ReportError
from gentbudget.numbers import NumberFormatError, format_number, parse_number, parse_percent
from gentbudget.parser.lines.sheets import with_tabs

CORPUS = Path(__file__).parent / "corpus"


def parse(data: bytes) -> None:
    """Any bytes are a report or are refused; every figure stands where its place says, and every finding on a line."""
    try:
        report = gentbudget.parse(data)
    except ReportError:
        return
    lines = report.text.count("\n") + 1
    for finding in (*report.findings, *report.check()):
        assert 1 <= finding.line <= lines, finding
    for entry in report.entries:
        assert 1 <= entry.lines[0] <= entry.lines[1] <= lines
        for row in (*entry.budget.rows, entry.staff):
            for cell in row.figures:
                assert report.text[cell.start : cell.end] == cell.text
                assert cell.value is None or any(map(str.isdecimal, cell.text))


def sheet(data: bytes) -> None:
    """A spreadsheet's cells keep their places, and its lines; then it is a report like any."""
    text = data.decode("utf-8", errors="replace")
    tabbed = with_tabs(text)
    assert len(tabbed) == len(text)
    if '""' not in text:  # text behind a doubled quote moves up inside its cell
        assert all(b == a or b in " \t" for a, b in zip(text, tabbed, strict=True))
    parse(text.encode())


def number(data: bytes) -> None:
    """Any text is a number, which is printed as the same text again, or is refused; so are percentages."""
    text = data.decode("utf-8", errors="replace")
    for read, mark in ((parse_number, ""), (parse_percent, "%")):
        try:
            value = read(text)
        except NumberFormatError:
            pass
        else:
            assert f"{format_number(value)}{mark}" == text
            assert read(text, lenient=True) == value
        try:
            value = read(text, lenient=True)
        except NumberFormatError:
            continue
        assert value.is_finite()


def json(data: bytes) -> None:
    """Any text is a report in JSON, which is written as an equal one again, or is refused."""
    try:
        report = Report.from_json(data)
    except ReportError:
        return
    assert Report.from_json(report.to_json()) == report
    report.check()


TARGETS: dict[str, Callable[[bytes], None]] = {"parse": parse, "sheet": sheet, "number": number, "json": json}


def seeds(target: str) -> list[Path]:
    """The kept corpus of a target."""
    return sorted((CORPUS / target).iterdir())
