"""The programs that people turn a document into text with, each called as its ordinary user calls it.

Nothing is imported before it is used, so the tests run with whichever of them are installed.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import subprocess
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from .printing import convert, office_available, version_of


@frozen
class Extractor:
    """A way to turn a document into text."""

    extract: Callable[[Path], str]
    version: Callable[[], str]
    available: Callable[[], bool]
    suffix: str = ".txt"


# ---- programs ----------------------------------------------------------------------------------------------


def _printed_by(*command: str, said: str = "stdout") -> str:
    """Run a command and return what it says; programs tell their versions in either stream."""
    run = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return str(getattr(run, said).decode("utf-8"))


def program(name: str, *options: str, tells: str = "-v", behind: tuple[str, ...] = (), suffix: str = ".txt") -> Extractor:
    """Describe a program that prints text when it is called with options, a path, and what comes behind it."""

    def installed() -> str:
        run = subprocess.run([name, tells], check=True, capture_output=True, text=True)  # noqa: S603
        found = re.search(r"\d+(\.\d+)+", run.stdout + run.stderr)
        return found[0] if found else "unknown"

    return Extractor(
        lambda path: _printed_by(name, *options, str(path), *behind),
        installed,
        lambda: shutil.which(name) is not None,
        suffix,
    )


def poppler(*options: str) -> Extractor:
    """Describe ``pdftotext`` with the given options; its pages end with a form feed."""
    return program("pdftotext", "-enc", "UTF-8", *options, behind=("-",))


def pandoc(form: str) -> Extractor:
    """Describe ``pandoc`` that writes the given form, as wide as it does if nobody says otherwise."""
    return program("pandoc", "--to", form, tells="--version", suffix=".txt" if form == "plain" else ".md.txt")


def _saved_by_office(form: str, *options: str) -> Callable[[Path], str]:
    def extract(path: Path) -> str:
        with TemporaryDirectory() as folder:
            copy = Path(shutil.copy(path, folder))
            return convert(copy, form, *options).read_bytes().decode("utf-8")

    return extract


def office(form: str, *options: str) -> Extractor:
    """Describe LibreOffice, which saves the document in the given form."""
    return Extractor(_saved_by_office(form, *options), lambda: version_of("soffice"), office_available)


# ---- Python packages ---------------------------------------------------------------------------------------


def _pdfplumber(*, layout: bool) -> Callable[[Path], str]:
    def extract(path: Path) -> str:
        with import_module("pdfplumber").open(path) as document:
            return "\n".join(page.extract_text(layout=layout) for page in document.pages)

    return extract


def _pymupdf(*, sort: bool, join: str) -> Callable[[Path], str]:
    def extract(path: Path) -> str:
        with import_module("pymupdf").open(path) as document:
            return join.join(page.get_text(sort=sort) for page in document)

    return extract


def _pymupdf4llm(path: Path) -> str:
    # It talks about its progress, and about packages it would like to have, on standard output.
    with contextlib.redirect_stdout(io.StringIO()):
        return str(import_module("pymupdf4llm").to_markdown(str(path)))


def _markitdown(path: Path) -> str:
    return str(import_module("markitdown").MarkItDown().convert(path).text_content)


def _pypdf(mode: str) -> Callable[[Path], str]:
    def extract(path: Path) -> str:
        with import_module("pypdf").PdfReader(path) as document:
            return "\n".join(page.extract_text(extraction_mode=mode) for page in document.pages)

    return extract


def _pypdfium2(path: Path) -> str:
    with contextlib.closing(import_module("pypdfium2").PdfDocument(path)) as document:
        texts = []
        for page in document:
            with contextlib.closing(page), contextlib.closing(page.get_textpage()) as text:
                texts.append(text.get_text_range())
        return "\n".join(texts)


def _pdfminer(path: Path) -> str:
    return str(import_module("pdfminer.high_level").extract_text(path))


def _docx2txt(path: Path) -> str:
    return str(import_module("docx2txt").process(path))


def _html2text(path: Path) -> str:
    return str(import_module("html2text").html2text(path.read_text(encoding="utf-8")))


def package(name: str, extract: Callable[[Path], str], *, suffix: str = ".txt", module: str | None = None) -> Extractor:
    """Describe an extractor that is a Python package, whose module has the same name if no other is given."""

    def installed() -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return "unknown"

    return Extractor(extract, installed, lambda: find_spec(module or name) is not None, suffix)


# ---- all of them -------------------------------------------------------------------------------------------

EXTRACTORS: dict[str, Extractor] = {
    "pdftotext-layout": poppler("-layout"),
    "pdftotext-raw": poppler("-raw"),
    "pdfplumber": package("pdfplumber", _pdfplumber(layout=False)),
    "pdfplumber-layout": package("pdfplumber", _pdfplumber(layout=True)),
    "pymupdf": package("pymupdf", _pymupdf(sort=False, join="")),
    "pymupdf-sort": package("pymupdf", _pymupdf(sort=True, join="\f")),
    "pymupdf4llm": package("pymupdf4llm", _pymupdf4llm, suffix=".md.txt"),
    "markitdown": package("markitdown", _markitdown, suffix=".md.txt"),
    "pdftotext": poppler(),
    "pypdf": package("pypdf", _pypdf("plain")),
    "pypdf-layout": package("pypdf", _pypdf("layout")),
    "pypdfium2": package("pypdfium2", _pypdfium2),
    "mutool": program("mutool", "draw", "-q", "-F", "txt"),
    "pdfminer": package("pdfminer.six", _pdfminer, module="pdfminer"),
}
"""What makes text of a PDF."""

LOST_READING_ORDER = frozenset({"pdftotext", "pdfminer"})
"""Extractors that print tables column by column, so that no figure can be told from another."""

FROM_DOCX: dict[str, Extractor] = {
    "pandoc-plain": pandoc("plain"),
    "pandoc-gfm": pandoc("gfm"),
    "pandoc-markdown": pandoc("markdown"),
    "docx2txt": package("docx2txt", _docx2txt),
    "soffice-txt": office("txt:Text (encoded):UTF8"),
}
"""What makes text of a word processor's document."""

FROM_HTML: dict[str, Extractor] = {
    "pandoc-plain": pandoc("plain"),
    "pandoc-gfm": pandoc("gfm"),
    "pandoc-markdown": pandoc("markdown"),
    "html2text": package("html2text", _html2text, suffix=".md.txt"),
    # A spreadsheet that opens the page, reads its numbers as Dutch ones, and saves cells parted by semicolons.
    "soffice-csv": office("csv:Text - txt - csv (StarCalc):59,34,76", "--infilter=HTML (StarCalc):1043 0"),
}
"""What makes text of a web page."""
