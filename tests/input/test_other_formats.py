"""Files that are no text of a report are called by what they are, with what makes a text of them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

import gentbudget
from tests.input.reading import refused
from tests.parser.small import SMALL


def zipped(*parts: tuple[str, str]) -> bytes:
    """An archive with these parts, each a name and what is in it."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, inside in parts:
            archive.writestr(name, inside, compress_type=0 if name == "mimetype" else ZIP_DEFLATED)
    return file.getvalue()


TYPES = ("[Content_Types].xml", "<Types/>")
OPEN = "application/vnd.oasis.opendocument."

FILES = {
    "PDF": (b"%PDF-1.7\n", "pdftotext -layout"),
    "DOCX": (zipped(TYPES, ("word/document.xml", SMALL)), "pandoc --to plain FILE.docx"),
    "XLSX": (zipped(TYPES, ("xl/workbook.xml", SMALL)), "soffice --convert-to csv FILE.xlsx"),
    "ODT": (zipped(("mimetype", f"{OPEN}text"), ("content.xml", SMALL)), "pandoc --to plain FILE.odt"),
    "ODS": (zipped(("mimetype", f"{OPEN}spreadsheet"), ("content.xml", SMALL)), "soffice --convert-to csv FILE.ods"),
    "ZIP": (zipped(("jaarrekening.txt", SMALL)), "unzip"),
    "gzip": (gzip.compress(SMALL.encode()), "gunzip"),
    "bzip2": (bz2.compress(SMALL.encode()), "bunzip2"),
    "xz": (lzma.compress(SMALL.encode()), "unxz"),
    "zstd": (b"\x28\xb5\x2f\xfd" + bytes(40), "unzstd"),
    "Rich Text Format": (rb"{\rtf1\ansi Acties}", "plain text"),
    "old word processor": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "plain text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(40), "tesseract"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_format_is_called_by_its_name_with_what_makes_text_of_it(name: str) -> None:
    data, command = FILES[name]
    message = str(refused(data))
    assert name in message
    assert command in message


def test_an_archive_of_many_parts_is_told_by_those_at_its_end() -> None:
    parts = [(f"media/{i}.xml", str(i)) for i in range(2_000)]
    assert "XLSX" in str(refused(zipped(TYPES, *parts, ("xl/workbook.xml", SMALL))))


def test_a_text_that_names_such_parts_is_a_text() -> None:
    text = SMALL.replace("Wie huurt, krijgt raad.", "In word/ en xl/ staan PK\x03\x04 en %PDF.")
    assert gentbudget.parse(text)["AC34485"].description.startswith("In word/ en xl/")


def test_line_ends_that_are_carriage_returns_alone_are_the_reason() -> None:
    old = SMALL.replace("\n", "\r")
    assert "carriage returns alone" in str(refused(old))
    assert "carriage returns alone" in str(refused(old + "\n"))
    assert gentbudget.parse(old.replace("\r", "\n")).same_as(gentbudget.parse(SMALL))
    assert gentbudget.parse(SMALL.replace("\n", "\r\n")).same_as(gentbudget.parse(SMALL))
    assert "carriage" not in str(refused("Een brief.\r\nEn nog een.\r\n"))
