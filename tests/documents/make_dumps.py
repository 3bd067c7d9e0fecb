"""Write the golden dumps: ``python -m tests.documents.make_dumps [documents] [looks] [scans]``, all of them without a word.

For each document there is one JSON file with what is printed, and for each look and extractor one text file.
They are kept under version control, so that the tests need no extractor, and so that what a new version of
one does differently shows as a difference.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from .accounts import DUMPS, PrintedReport, consistent_report, dump_expected, tab_separated
from .extractors import EXTRACTORS, FROM_DOCX, FROM_HTML, Extractor
from .from_sample import printed_sample
from .looks import ACCOUNTS, LOOKS
from .pdf import landscape, portrait
from .printing import print_look
from .scans import SCANNED, SCANS, scanned_account
from .sheets import SHEETS

DOCUMENTS: dict[str, Callable[[], PrintedReport]] = {
    "small": lambda: consistent_report(Random(2024), year=2024, objectives=2, plans=3, actions=11),
    "other-years": lambda: consistent_report(
        Random(2031),
        year=2031,
        title="Beleidsdoelstellingen, actieplannen en acties",
        objectives=2,
        plans=3,
        actions=10,
        magnitude=6.5,
        negative=0.15,
        zero_share=0.4,
        letters=0.7,
    ),
    "sample": lambda: printed_sample("SD10041"),
}

PRINTERS: dict[str, Callable[[PrintedReport, Path], None]] = {"portrait": portrait, "landscape": landscape}

READ_FROM_PRINTERS = (
    *("pdftotext-layout", "pdftotext-raw", "pdftotext", "pdfplumber", "pdfplumber-layout"),
    *("pymupdf", "pymupdf-sort", "pymupdf4llm", "markitdown"),
)
"""The extractors that read what Python's producers print; the others read the looks, which are harder."""

Files = Iterator[tuple[str, str]]
"""Names and texts."""


def documents(folder: Path) -> Files:
    """Print the documents with Python's producers, and with tabs; ``folder`` is for what comes in between."""
    for document, draw in DOCUMENTS.items():
        report = draw()
        yield f"{document}.json", dump_expected(report)
        yield f"{document}.tabs.txt", tab_separated(report)
        yield f"{document}.tabs-padded.txt", tab_separated(report, padded=True)
        for printer, print_pdf in PRINTERS.items():
            pdf = folder / f"{document}.{printer}.pdf"
            print_pdf(report, pdf)
            chosen = {name: EXTRACTORS[name] for name in READ_FROM_PRINTERS}
            yield from _extracted(f"{document}.{printer}", chosen, pdf)


def looks(folder: Path) -> Files:
    """Print the looks with their programs; what those programs make is read as it is, too, and saved as spreadsheets."""
    for name, look in LOOKS.items():
        report = ACCOUNTS[name]()
        yield f"{name}.json", dump_expected(report)
        source, pdf = print_look(report, look, folder / name)
        yield from _extracted(f"{name}.pdf", EXTRACTORS, pdf)
        if look.program == "writer":
            yield from _extracted(f"{name}.docx", FROM_DOCX, source)
        else:
            yield from _extracted(f"{name}.html", FROM_HTML, source)
        for form, sheet in SHEETS.items():
            yield f"{name}.sheet.{form}.txt", sheet.save(report)


def scans(folder: Path) -> Files:
    """Print a small account in some looks, turn its pages into pictures, and read those."""
    for name in SCANNED:
        report = scanned_account()
        yield f"{name}.json", dump_expected(report)
        _, pdf = print_look(report, LOOKS[name], folder / name)
        for form, scan in SCANS.items():
            yield f"{name}.scan.{form}-{scan.version()}.txt", scan.read(pdf)


def _extracted(prefix: str, extractors: dict[str, Extractor], path: Path) -> Files:
    for name, extractor in extractors.items():
        yield f"{prefix}.{name}-{extractor.version()}{extractor.suffix}", extractor.extract(path)


FAMILIES: dict[str, tuple[Path, Callable[[Path], Files]]] = {
    "documents": (DUMPS, documents),
    "looks": (DUMPS / "looks", looks),
    "scans": (DUMPS / "scans", scans),
}
"""Where each family of dumps is kept, and what makes it."""


def make_dumps(family: str) -> list[Path]:
    """Write a family of dumps anew and return their paths."""
    folder, make = FAMILIES[family]
    with TemporaryDirectory() as temporary:
        made = dict(make(Path(temporary)))
    folder.mkdir(parents=True, exist_ok=True)
    for stale in [*folder.glob("*.txt"), *folder.glob("*.json")]:
        stale.unlink()
    for name, text in made.items():
        # Bytes, because some extractors end lines their own way and that is part of the dump.
        (folder / name).write_bytes(text.encode("utf-8"))
    return [folder / name for name in made]


if __name__ == "__main__":
    for chosen in sys.argv[1:] or FAMILIES:
        for path in make_dumps(chosen):
            print(f"{path.stat().st_size:7} {path.relative_to(DUMPS)}")
