"""Files: by path and when open, and named in what is said of them."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

import gentbudget
from gentbudget import ReportError
from tests.input.reading import ALL, codes
from tests.input.test_encodings import ACCENTED
from tests.parser.small import SMALL, edited, line_of


def test_files_are_read_by_path_and_when_open(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    path.write_bytes(ACCENTED.encode())
    expected = gentbudget.parse(ACCENTED)
    assert gentbudget.parse_file(path) == expected
    assert gentbudget.parse_file(str(path)) == expected
    with path.open("rb") as binary:
        assert gentbudget.parse_file(binary) == expected
    with path.open(encoding="utf-8") as text:
        assert gentbudget.parse_file(text) == expected
    assert gentbudget.parse_file(io.StringIO(ACCENTED)) == expected
    assert gentbudget.parse_file(io.BytesIO(ACCENTED.encode("utf-16"))) == expected


def test_findings_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    path.write_text(SMALL.replace("Investering", "Investing"), encoding="utf-8")
    with path.open("rb") as binary:
        for report in (gentbudget.parse_file(path), gentbudget.parse_file(str(path)), gentbudget.parse_file(binary)):
            assert {f.source for f in report.findings} == {"verslag.txt"}
            assert str(report.findings[0]).startswith(f"verslag.txt:{report.findings[0].line}: info: misspelt-label")


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gentbudget.parse_file(tmp_path / "nergens.txt")
    with pytest.raises(OSError, match=re.escape(str(tmp_path))):
        gentbudget.parse_file(tmp_path)


def test_a_file_opened_by_number_has_no_name() -> None:
    reading, writing = os.pipe()
    os.write(writing, SMALL.replace("Investering", "Investing").encode())
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        report = gentbudget.parse_file(stream)
    assert codes(report) == ALL


def test_strict_reading_of_a_file_raises_with_line_and_excerpt(tmp_path: Path) -> None:
    path = tmp_path / "verslag.txt"
    path.write_text(edited(("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n", "")), encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        gentbudget.parse_file(path, strict=True)
    assert (caught.value.line, caught.value.excerpt) == (line_of("Acties"), "Acties")
