"""The programs that people turn a PDF into text with, each called as its ordinary user calls it.

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

from attrs import frozen


@frozen
class Extractor:
    """A way to turn a PDF into text."""

    extract: Callable[[Path], str]
    version: Callable[[], str]
    available: Callable[[], bool]
    suffix: str = ".txt"


# ---- Poppler -----------------------------------------------------------------------------------------------


def _pdftotext(*options: str) -> Callable[[Path], str]:
    def extract(path: Path) -> str:
        command = ["pdftotext", "-enc", "UTF-8", *options, str(path), "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")  # noqa: S603

    return extract


def _poppler_version() -> str:
    command = ["pdftotext", "-v"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stderr  # noqa: S603
    found = re.search(r"version (\S+)", printed)
    return found[1] if found else "unknown"


def poppler(*options: str) -> Extractor:
    """Describe ``pdftotext`` with the given options; its pages end with a form feed."""
    return Extractor(_pdftotext(*options), _poppler_version, lambda: shutil.which("pdftotext") is not None)


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


def package(name: str, extract: Callable[[Path], str], *, suffix: str = ".txt") -> Extractor:
    """Describe an extractor that is a Python package, whose module has the same name."""

    def installed() -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return "unknown"

    return Extractor(extract, installed, lambda: find_spec(name) is not None, suffix)


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
}

LOST_READING_ORDER = frozenset({"pdftotext"})
"""Extractors that print tables column by column, so that no figure can be told from another."""
