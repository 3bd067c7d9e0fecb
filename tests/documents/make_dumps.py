"""Write the golden dumps: ``python -m tests.documents.make_dumps``, or only ``looks``, or ``looks/writer-serif``, and so on.

For each document there is one JSON file with what is printed, and for each look and extractor one text file.
They are kept under version control, so that the tests need no extractor, and so that what a new version of
one does differently shows as a difference.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
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
"""Names, without the document's, and texts."""


def document(name: str, folder: Path) -> Files:
    """Print a document with Python's producers, and with tabs; ``folder`` is for what comes in between."""
    report = DOCUMENTS[name]()
    yield "json", dump_expected(report)
    yield "tabs.txt", tab_separated(report)
    yield "tabs-padded.txt", tab_separated(report, padded=True)
    for printer, print_pdf in PRINTERS.items():
        pdf = folder / f"{printer}.pdf"
        print_pdf(report, pdf)
        yield from _extracted(printer, {form: EXTRACTORS[form] for form in READ_FROM_PRINTERS}, pdf)


def look(name: str, folder: Path) -> Files:
    """Print a look with its program; what the program prints from is read as it is, too, and saved as a spreadsheet."""
    report = ACCOUNTS[name]()
    yield "json", dump_expected(report)
    source, pdf = print_look(report, LOOKS[name], folder / name)
    yield from _extracted("pdf", EXTRACTORS, pdf)
    from_source = FROM_DOCX if LOOKS[name].program == "writer" else FROM_HTML
    yield from _extracted(source.suffix[1:], from_source, source)
    for form, sheet in SHEETS.items():
        yield f"sheet.{form}.txt", sheet.save(report)


def scan(name: str, folder: Path) -> Files:
    """Print a small account in a look, turn its pages into pictures, and read those."""
    report = scanned_account()
    yield "json", dump_expected(report)
    _, pdf = print_look(report, LOOKS[name], folder / name)
    for form in SCANNED[name]:
        yield f"scan.{form}-{SCANS[form].version()}.txt", SCANS[form].read(pdf)


def scanned_text(name: str, folder: Path) -> Files:
    """Read as text what is scanned: what somebody has who has both."""
    report = scanned_account()
    yield "json", dump_expected(report)
    _, pdf = print_look(report, LOOKS[name], folder / name)
    yield from _extracted("pdf", {form: EXTRACTORS[form] for form in ("pdftotext-layout", "pymupdf4llm")}, pdf)


def _extracted(source: str, extractors: dict[str, Extractor], path: Path) -> Files:
    for form, extractor in extractors.items():
        yield f"{source}.{form}-{extractor.version()}{extractor.suffix}", extractor.extract(path)


FAMILIES: dict[str, tuple[Path, Iterable[str], Callable[[str, Path], Files]]] = {
    "documents": (DUMPS, DOCUMENTS, document),
    "looks": (DUMPS / "looks", LOOKS, look),
    "scans": (DUMPS / "scans", SCANNED, scan),
    "scanned": (DUMPS / "scanned", SCANNED, scanned_text),
}
"""Where each family of dumps is kept, the documents in it, and what makes the dumps of one."""


def make_dumps(family: str, name: str) -> list[Path]:
    """Write the dumps of one document anew and return their paths."""
    folder, _, make = FAMILIES[family]
    with TemporaryDirectory() as temporary:
        made = {folder / f"{name}.{rest}": text for rest, text in make(name, Path(temporary))}
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob(f"{name}.*"):
        stale.unlink()
    for path, text in made.items():
        # Bytes, because some extractors end lines their own way and that is part of the dump.
        path.write_bytes(text.encode("utf-8"))
    return list(made)


def main(chosen: list[str]) -> None:
    """Write what is chosen, as ``family`` or ``family/document``; everything, if nothing is."""
    for family, (_, names, _) in FAMILIES.items():
        for name in names:
            if not chosen or family in chosen or f"{family}/{name}" in chosen:
                for path in make_dumps(family, name):
                    print(f"{path.stat().st_size:7} {path.relative_to(DUMPS)}")


if __name__ == "__main__":
    main(sys.argv[1:])
