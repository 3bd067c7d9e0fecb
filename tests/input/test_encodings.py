"""Encodings and line ends make no difference."""

from __future__ import annotations

import re

import pytest

import gentbudget
from gentbudget import Report
from tests.input.reading import ALL, codes, read, refused
from tests.parser.small import SMALL, edited


def facts(report: Report) -> list[object]:
    """Everything that a report says but where it stands."""
    return [
        (
            entry.kind,
            entry.code,
            entry.title,
            entry.paragraphs,
            getattr(entry, "owner", None),
            [list(row.values.items()) for row in (*entry.budget.rows, entry.staff)],
        )
        for entry in report.entries
    ] + [report.title, report.year, report.contents, [f.code for f in report.findings], report.unclaimed]


ACCENTED = edited(("Begeleiden van huurders", "Begeleiden van huurders: één coördinatie"))
"""The accents are in UTF-8 and Windows-1252 of different lengths."""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, end: str) -> None:
    data = ACCENTED.replace("\n", end).encode(encoding)
    report = gentbudget.parse(data)
    assert facts(report) == facts(gentbudget.parse(ACCENTED))
    assert report["AC34485"].title == "Begeleiden van huurders: één coördinatie"


@pytest.mark.parametrize(("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")])
def test_utf_16_with_a_byte_order_mark_of_either_kind(encoding: str, mark: bytes) -> None:
    assert gentbudget.parse(mark + ACCENTED.encode(encoding)) == gentbudget.parse(ACCENTED)


def test_windows_1252_has_characters_that_latin_1_has_not() -> None:
    title = "Huurders \N{EN DASH} \N{LEFT SINGLE QUOTATION MARK}coördinatie\N{RIGHT SINGLE QUOTATION MARK} met €"
    text = edited(("Begeleiden van huurders", title))
    assert gentbudget.parse(text.encode("windows-1252"))["AC34485"].title == title


@pytest.mark.parametrize("end", ["\r\n", "\n", "\n\n"])
def test_spans_and_lines_are_those_of_the_text_that_was_read(end: str) -> None:
    text = SMALL.replace("\n", end)
    report = gentbudget.parse(text)
    assert report.text == text
    for entry in report.entries:
        assert text.split("\n")[entry.lines[0] - 1].startswith(("Beleids", "Actie"))
        for row in (*entry.budget.rows, entry.staff):
            for cell in row.figures:
                assert text[cell.start : cell.end] == cell.text
                assert cell.text in text.split("\n")[cell.line - 1]


def test_a_carriage_return_is_in_no_title_owner_description_or_figure() -> None:
    report = gentbudget.parse(SMALL.replace("\n", "\r\n"))
    assert "\r" not in repr(facts(report))


def test_a_byte_order_mark_in_a_str_is_no_part_of_the_text_s_first_line() -> None:
    text = SMALL[SMALL.index("Beleidsdoelstelling") :]
    assert codes(gentbudget.parse("\ufeff" + text)) == ALL
    assert codes(gentbudget.parse(("\ufeff" + text).encode())) == ALL


def test_a_text_in_utf_16_without_byte_order_mark_is_refused_with_the_reason() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert re.search("UTF-16|byte order mark", str(refused(SMALL.encode(encoding))))


def test_many_nul_bytes_are_no_text() -> None:
    refused(SMALL.encode().replace(b"e", b"\0"))
    refused(b"\0" * 1000)


def test_a_nul_byte_is_a_letter_that_a_program_could_not_read() -> None:
    report = gentbudget.parse(SMALL.encode().replace(b"Bouwen van woningen", b"Bouwen van wo\0ingen"))
    assert (codes(report), report["PR40001"].title) == (ALL, None)
    assert [f.entry for f in report.findings if f.code in {"undecidable-header", "missing-title"}] == ["PR40001"]


def test_nul_characters_in_a_str_are_read_around_or_refused() -> None:
    report = read(SMALL.replace("huurt", "hu\0urt"))
    if isinstance(report, Report):
        assert codes(report) == ALL
    refused("\0" * 1000)


def test_utf_8_with_a_broken_character_is_read_as_windows_1252_or_refused() -> None:
    report = read(ACCENTED.encode().replace("é".encode(), b"\xc3"))
    if isinstance(report, Report):
        assert codes(report) == ALL


def test_a_last_line_with_and_without_its_end_is_the_same() -> None:
    assert not SMALL.endswith("\n")
    assert facts(gentbudget.parse(SMALL)) == facts(gentbudget.parse(SMALL + "\n")) == facts(gentbudget.parse(SMALL + "\n\n\n"))
