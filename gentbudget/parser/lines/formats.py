"""What is given by mistake for the text of a report: the document itself, a page of the web, nothing, or a file's name."""

from __future__ import annotations

from gentbudget.errors import NotAReportError

_PANDOC = "make text of it with `pandoc --to plain FILE.{0} --output FILE.txt`"
_SHEET = "save it as CSV, such as with `soffice --convert-to csv FILE.{0}`"
_UNPACK = "not its text; unpack it with `{0}`, and read what is in it"
_TESSERACT = "a picture, not its text; read a scan with `tesseract FILE OUTPUT -l nld --psm 6`"
_ZIP = b"PK\x03\x04"

_TO_TEXT: tuple[tuple[bytes, bytes, str], ...] = (
    (b"%PDF", b"", "a PDF, not its text; make text of it with `pdftotext -layout FILE.pdf FILE.txt`"),
    (_ZIP, b"word/", f"a DOCX, not its text; {_PANDOC.format('docx')}"),
    (_ZIP, b"xl/", f"a spreadsheet (XLSX), not its text; {_SHEET.format('xlsx')}"),
    (_ZIP, b"opendocument.text", f"an ODT, not its text; {_PANDOC.format('odt')}"),
    (_ZIP, b"opendocument.spreadsheet", f"a spreadsheet (ODS), not its text; {_SHEET.format('ods')}"),
    (_ZIP, b"", f"an archive (ZIP), {_UNPACK.format('unzip FILE.zip')}"),
    (b"\x1f\x8b", b"", f"a file that gzip packed, {_UNPACK.format('gunzip FILE.gz')}"),
    (b"BZh", b"", f"a file that bzip2 packed, {_UNPACK.format('bunzip2 FILE.bz2')}"),
    (b"\xfd7zXZ", b"", f"a file that xz packed, {_UNPACK.format('unxz FILE.xz')}"),
    (b"\x28\xb5\x2f\xfd", b"", f"a file that zstd packed, {_UNPACK.format('unzstd FILE.zst')}"),
    (b"\xd0\xcf\x11\xe0", b"", "a document of an old word processor, not its text; save it as plain text"),
    (b"{\\rtf", b"", "a document in Rich Text Format, not its text; save it as plain text"),
    (b"\x89PNG", b"", _TESSERACT),
    (b"\xff\xd8\xff", b"", _TESSERACT),
    (b"II*\0", b"", _TESSERACT),
    (b"MM\0*", b"", _TESSERACT),
)
"""How files of other formats begin, what else they hold near their beginning or end, and what they are and what to do."""

_NEAR = 1 << 16
"""How far from the beginning or the end of a file its parts are named."""

_PAGES = ("<!doctype html", "<html", "<?xml")
_LONGEST_NAME = 300
_SUFFIXES = (".txt", ".md", ".csv", ".pdf", ".docx", ".xlsx", ".odt", ".html")


def refuse_other_documents(data: bytes) -> None:
    """Refuse bytes that are a document of another format; says what they are, and how to make text of them."""
    start = data.lstrip(b"\xef\xbb\xbf\0 \t\r\n")
    for mark, part, what in _TO_TEXT:
        if start.startswith(mark) and (part in data[:_NEAR] or part in data[-_NEAR:]):
            raise NotAReportError(f"this is {what}")


def refuse_other_formats(text: str) -> None:
    """Refuse a text that is a document, a page of the web, empty, or the name of a file."""
    start = text.lstrip("\ufeff \t\r\n\f")[:_NEAR]
    refuse_other_documents(start.encode("latin-1", errors="replace"))
    if start.lower().startswith(_PAGES):
        raise NotAReportError(
            "this is a page of the web, not its text; make text of it with `html2text FILE.html > FILE.txt`"
            " or `pandoc --from html --to plain FILE.html --output FILE.txt`"
        )
    if not start:
        raise NotAReportError("the text is empty")
    if len(text) <= _LONGEST_NAME and "\n" not in text and text.lower().endswith(_SUFFIXES):
        raise NotAReportError("this is the name of a file, not a text; read the file with parse_file()", excerpt=text)
