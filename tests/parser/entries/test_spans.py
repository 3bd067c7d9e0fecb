"""The span of a parser's finding is what the finding is about."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.findings import Finding
from gentbudget.parser.entries.spans import Spans
from tests.parser.small import SMALL, edited

DAMAGE = {
    "unreadable-figure": ("\t613.509\t", "\t613.5O9\t", "613.5O9"),
    "misread-figure": ("\t613.509\t", "\t613,50\t", "613,50"),
    "misspelt-label": ("Investering\tUitgaven", "Investing\tUitgaven", "Investing"),
    "unknown-field": ("Nog niet gestart", "Nog niet begonnen", "Nog niet begonnen"),
    "duplicate-code": ("PR40001", "AC34485", "AC34485"),
}


@pytest.mark.parametrize("code", DAMAGE)
def test_it_is_the_damaged_words(code: str) -> None:
    printed, damaged, span = DAMAGE[code]
    report = gentbudget.parse(SMALL.replace(printed, damaged, 1))
    (finding,) = [finding for finding in report.findings if finding.code == code]
    assert report.text[finding.start : finding.end] == span
    assert span in report.text.split("\n")[finding.line - 1]


@pytest.mark.parametrize("above", ["", "Inhoudstafel\tPagina\n\n"])
def test_an_entry_that_is_missing_stands_in_the_contents(above: str) -> None:
    report = gentbudget.parse(f"{above}OD10099 - Wonen in de stad\t4\n\n{SMALL}")
    (finding,) = [finding for finding in report.findings if finding.code == "missing-entry"]
    assert (finding.line, report.text[finding.start : finding.end]) == (1 + above.count("\n"), "OD10099")


def test_a_misread_owner_is_found_where_lines_broke_it() -> None:
    spans = Spans.of("Acties\nAC1 - Titel Dienst\n Wnoen\n")
    finding = spans.about(Finding("owner-variant", "warning", "", 1), (1, 3), "Dienst Wnoen", "AC1")
    assert (finding.line, finding.start, finding.end) == (2, 19, 32)
    elsewhere = spans.about(Finding("owner-variant", "warning", "", 1), (1, 3), "Dienst Wonen", "AC1")
    assert (elsewhere.line, elsewhere.start, elsewhere.end) == (2, 7, 10)


def test_what_stands_nowhere_has_its_line() -> None:
    spans = Spans.of("Acties\n  AC1 \n")
    finding = spans.whole(spans.about(Finding("joined-word", "info", "", 2), (1, 2), "subsidies"), "dump.txt")
    assert (finding.line, finding.start, finding.end) == (2, 9, 12)


def test_lines_are_counted_through_blank_ones() -> None:
    spans = Spans.of("\n\nActies\n\n\nAC1 - Titel\n\n")
    finding = spans.whole(Finding("joined-word", "info", "", 6), "text")
    assert (finding.line, finding.start, finding.end) == (6, 11, 22)
    found = spans.about(Finding("joined-word", "info", "", 1), (1, 7), "Titel")
    assert (found.line, found.start, found.end) == (6, 17, 22)


def test_what_stands_below_its_lines_is_not_found() -> None:
    spans = Spans.of("AC1\nDienst\nWonen\n")
    finding = Finding("owner-variant", "warning", "", 1)
    assert spans.about(finding, (1, 2), "Dienst Wonen", "Wonen") == finding
    assert spans.about(finding, (2, 2), "AC1") == finding
    assert spans.about(finding, (2, 2), "Dienst W") == finding
    assert spans.about(finding, (2, 3), "Dienst Wonen").line == 2


@pytest.mark.parametrize("below", ["", "\n", "\nActies"])
def test_words_are_found_if_all_of_them_stand_there_wherever_their_lines_end(below: str) -> None:
    words, before = "Dienst Wonen\n en Bouwen", "AC1 - Titel "
    for length in range(len(words) + 1):
        spans = Spans.of(f"{before}{words[:length]}{below}")
        last = 1 + words[:length].count("\n")
        found = spans.about(Finding("owner-variant", "warning", "", 1), (1, last), "Dienst Wonen en Bouwen")
        assert (found.start, found.end) == ((len(before), len(before) + length) if length == len(words) else (None, None))


def test_an_edited_header_keeps_its_line() -> None:
    report = gentbudget.parse(edited(("Dienst Wonen", "")))
    assert {report.text[finding.start : finding.end] for finding in report.findings} >= {"AC34485 - Begeleiden van huurders"}
