"""What is given by mistake for the text of a report: the document itself, a page of the web, nothing, or a file's name."""

from __future__ import annotations

from gentbudget.errors import NotAReportError

_TO_TEXT = {
    b"%PDF": "a PDF, not its text; make text of it with `pdftotext -layout FILE.pdf FILE.txt`",
    b"PK\x03\x04": "a document or spreadsheet in an archive (DOCX, ODT, XLSX, ZIP), not its text; make text of a document with"
    " `pandoc --to plain FILE.docx --output FILE.txt`, and save a spreadsheet as CSV",
    b"\xd0\xcf\x11\xe0": "a document of an old word processor, not its text; save it as plain text",
    b"{\\rtf": "a document in Rich Text Format, not its text; save it as plain text",
}
"""How files of other formats begin, and what to do with them."""

_PAGES = ("<!doctype html", "<html", "<?xml")
_LONGEST_NAME = 300
_SUFFIXES = (".txt", ".md", ".csv", ".pdf", ".docx", ".html")


def refuse_other_documents(data: bytes) -> None:
    """Refuse bytes that are a document of another format; says what they are, and how to make text of them."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n")
    for mark, what in _TO_TEXT.items():
        if start.startswith(mark):
            raise NotAReportError(f"this is {what}")


def refuse_other_formats(text: str) -> None:
    """Refuse a text that is a document, a page of the web, empty, or the name of a file."""
    start = text[:1024].lstrip("\ufeff \t\r\n\f")
    refuse_other_documents(start.encode("latin-1", errors="replace"))
    if start.lower().startswith(_PAGES):
        raise NotAReportError(
            "this is a page of the web, not its text; make text of it with `html2text FILE.html > FILE.txt`"
            " or `pandoc --from html --to plain FILE.html --output FILE.txt`"
        )
    if not start and not text.strip("\ufeff \t\r\n\f"):
        raise NotAReportError("the text is empty")
    if len(text) <= _LONGEST_NAME and "\n" not in text and text.lower().endswith(_SUFFIXES):
        raise NotAReportError("this is the name of a file, not a text; read the file with parse_file()", excerpt=text)
