"""What is given by mistake for the text of a report: told by its beginning, and by what stands near its beginning or end."""

from __future__ import annotations

import pytest

from gentbudget import NotAReportError
from gentbudget.parser.lines.formats import refuse_other_documents, refuse_other_formats

ARCHIVE = b"PK\x03\x04"
FAR = bytes(100_000)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (ARCHIVE + b"word/document.xml" + FAR, "DOCX"),
        (ARCHIVE + FAR + b"word/document.xml", "DOCX"),
        (ARCHIVE + FAR + b"xl/workbook.xml" + FAR, "ZIP"),
        (b"\xef\xbb\xbf\r\n %PDF-1.7", "PDF"),
    ],
)
def test_a_document_is_told_by_its_beginning_and_its_parts(data: bytes, what: str) -> None:
    with pytest.raises(NotAReportError, match=what):
        refuse_other_documents(data)


def test_a_document_read_as_text_is_told_as_well() -> None:
    with pytest.raises(NotAReportError, match="PDF"):
        refuse_other_formats("\n%PDF-1.7\n%\ufffd\ufffd")


@pytest.mark.parametrize("blank", ["", "\ufeff", "\n", " \t\r\n\f"])
@pytest.mark.parametrize("times", [1, 5_000])
def test_blanks_alone_are_empty_however_many_and_before_a_text_they_are_nothing(blank: str, times: int) -> None:
    with pytest.raises(NotAReportError, match="the text is empty"):
        refuse_other_formats(blank * times)
    refuse_other_formats(f"{blank * times}Acties\n")


@pytest.mark.parametrize("page", ["<html>", "<!DOCTYPE html>", "<?xml version='1.0'?>"])
def test_a_page_of_the_web_is_told_by_its_first_tag(page: str) -> None:
    with pytest.raises(NotAReportError, match="page of the web"):
        refuse_other_formats(f"\n{page}<body>Acties</body>")
    refuse_other_formats(f"Acties {page}")


@pytest.mark.parametrize("name", ["map/rekening.txt", "Rekening.PDF", f"{'r' * 296}.txt"])
def test_one_line_that_ends_as_files_do_is_the_name_of_one(name: str) -> None:
    with pytest.raises(NotAReportError, match="parse_file"):
        refuse_other_formats(name)


@pytest.mark.parametrize("text", ["Zie rekening.txt.", "Acties\nrekening.txt", f"{'r' * 297}.txt"])
def test_other_lines_are_no_names(text: str) -> None:
    """Nor are longer ones than any name: a text whose line ends are unknown is one line."""
    refuse_other_formats(text)
