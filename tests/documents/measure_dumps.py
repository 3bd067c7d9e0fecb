"""Measure how well each form of dump is read, and write the tables of docs/extraction.md anew.

Run as ``python -m tests.documents.measure_dumps``. What is measured are the golden dumps, and the shipped sample in
other forms, so that the tables are the same on every machine. ``--worst 20`` lists mistakes instead, those that nothing
tells first; ``--form pypdf``, ``--look writer-serif`` and ``--known everything`` choose among them. Dumps of the looks
that are kept for measuring are not listed.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from itertools import islice, zip_longest
from operator import or_
from pathlib import Path

import gentbudget
from gentbudget import Entry, Report

from .looks import LOOKS
from .measuring import KNOWN, Dump, Known, Measure, golden, worst, write_shortcomings

PAGE = Path(__file__).parents[2] / "docs" / "extraction.md"

FORMS: dict[str, str] = {
    "tabs": "tab-separated",
    "tabs-padded": "tab-separated, with empty cells",
    "pdftotext-layout": "`pdftotext -layout`",
    "pymupdf-sort": "PyMuPDF, `get_text(sort=True)`",
    "pypdf-layout": 'pypdf, `extract_text(extraction_mode="layout")`',
    "pdfplumber-layout": "pdfplumber, `extract_text(layout=True)`",
    "pymupdf": "PyMuPDF, `get_text()`",
    "mutool": "`mutool draw -F txt`",
    "pymupdf4llm": "pymupdf4llm, `to_markdown`",
    "markitdown": "markitdown",
    "pdfplumber": "pdfplumber, `extract_text()`",
    "pypdf": "pypdf, `extract_text()`",
    "pypdfium2": "pypdfium2, `get_text_range()`",
    "pdftotext-raw": "`pdftotext -raw`",
    "pdftotext": "`pdftotext` without options",
    "pdfminer": "pdfminer.six, `extract_text()`",
    "docx.pandoc-plain": "DOCX, `pandoc -t plain`",
    "docx.pandoc-gfm": "DOCX, `pandoc -t gfm`",
    "docx.pandoc-markdown": "DOCX, `pandoc -t markdown`",
    "docx.docx2txt": "DOCX, docx2txt",
    "docx.soffice-txt": "DOCX, `soffice --convert-to txt`",
    "html.pandoc-plain": "HTML, `pandoc -t plain`",
    "html.pandoc-gfm": "HTML, `pandoc -t gfm`",
    "html.pandoc-markdown": "HTML, `pandoc -t markdown`",
    "html.html2text": "HTML, html2text",
    "html.soffice-csv": "HTML, `soffice --convert-to csv`",
    "sheet.csv-semicolon": "CSV with `;`",
    "sheet.csv-semicolon-plain": "CSV with `;`, plain numbers",
    "sheet.csv-semicolon-quoted": "CSV with `;`, all quoted, line ends in cells",
    "sheet.csv-comma": "CSV with `,`",
    "sheet.csv-comma-quoted-plain": "CSV with `,`, all quoted, plain numbers",
    "sheet.csv-tab-plain": "CSV with tabs, plain numbers, line ends in cells",
    "sheet.csv-tab-quoted": "CSV with tabs, all quoted",
    "scan.150dpi-psm6": "150 dpi, psm 6",
    "scan.200dpi-psm4": "200 dpi, psm 4",
    "scan.200dpi-psm6-worn": "200 dpi, psm 6, worn",
    "scan.300dpi-psm3": "300 dpi, psm 3",
    "scan.300dpi-psm4-worn": "300 dpi, psm 4, worn",
    "scan.300dpi-psm6": "300 dpi, psm 6",
}
"""What each form is called on the page, in the order of the tables."""

PROGRAMS = {
    "pdftotext": "Poppler",
    "soffice": "LibreOffice",
    "mutool": "MuPDF",
    "pdfminer": "pdfminer.six",
    "tesseract": "Tesseract",
}
"""The programs that are called otherwise than their forms."""

SAMPLE_FORMS: dict[str, Callable[[str], str]] = {
    "aligned columns": lambda text: text.replace("\t", "    "),
    "Markdown tables": lambda text: re.sub(
        "^.*\t.*$", lambda row: "|" + row[0].replace("\t", "|") + "|", text, flags=re.MULTILINE
    ),
    "tabs, without blank lines": lambda text: re.sub("\n\n+", "\n", text),
    "one cell a line": lambda text: re.sub("\t+", "\n", text),
    "one cell a line, without blank lines": lambda text: re.sub("[\t\n]+", "\n", text),
    "single blanks": lambda text: re.sub("[ \t]+", " ", text),
    "single blanks, without blank lines": lambda text: re.sub("\n\n+", "\n", re.sub("[ \t]+", " ", text)),
}
"""Forms that the text of the sample can be given without a PDF of it."""

FIELDS = ("period", "status", "phase")
OWNERS = ("owner", "organisation")
WHATS = (("figure",), ("entry",), ("title",), OWNERS, FIELDS)
COUNTED = ("figures", "codes", "titles", "owners", "other fields", "wrong")


# ---- tables ------------------------------------------------------------------------------------------------


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table in Markdown."""
    head = tuple(head)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


def by_form(chosen: Iterable[Dump], known: Known = "nothing") -> dict[str, Measure]:
    """Measure dumps form by form, in the order of `FORMS`."""
    measures: dict[str, Measure] = {}
    for dump in chosen:
        measures.setdefault(dump.source_and_form, Measure()).add(dump, known)
    return dict(sorted(measures.items(), key=lambda one: (*FORMS, *measures).index(one[0])))


def cells(measure: Measure) -> tuple[str, ...]:
    """Say what was read, and what was read wrong."""
    return *(measure.share(*whats) for whats in WHATS), measure.told_wrong()


def found(measure: Measure) -> str:
    """Say what was found."""
    return ", ".join(f"{count} `{code}`" for code, count in sorted(measure.findings.items())) or "none"


def documents_table() -> str:
    """Write the table of the documents that Python's producers print."""
    rows = []
    for form, measure in by_form(golden()).items():
        refused = measure.refused == measure.dumps
        rows.append(
            (FORMS[form], str(measure.dumps), *(("refused", *[""] * 6) if refused else (*cells(measure), found(measure))))
        )
    return f"{table(('form', 'dumps', *COUNTED, 'findings'), rows)}\n\nThe dumps were made with {versions(golden())}."


def looks_table(chosen: Iterable[Dump]) -> str:
    """Write the table of looks, with as many columns of titles and owners as there are ways to know names."""
    chosen = list(chosen)
    measured = {known: by_form(chosen, known) for known in KNOWN}
    names = [f"titles and owners, {known} known" for known in KNOWN]
    head = ("form", "refused", "figures", "codes", *names, "other fields", "wrong", "untold", "blamed")
    rows = [_looks_row(form, [measured[known][form] for known in KNOWN]) for form in measured["nothing"]]
    return f"{table(head, rows)}\n\nMade with {versions(chosen)}."


def _looks_row(form: str, measures: list[Measure]) -> tuple[str, ...]:
    """Say how a form was read with more and more names known; what is wrong is the worst of it."""
    first, refused = measures[0], f"{measures[0].refused} of {measures[0].dumps}"
    if not first.all("entry"):
        return FORMS[form], refused, *[""] * (len(measures) + 6)
    worst_of_all = Measure(wrong=reduce(or_, (measure.wrong for measure in measures)))
    names = (measure.share("title", *OWNERS) for measure in measures)
    counts = (max(measure.untold["wrong"] for measure in measures), max(measure.blamed for measure in measures))
    shares = (first.share("figure"), first.share("entry"), *names, first.share(*FIELDS), worst_of_all.told_wrong())
    return FORMS[form], refused if first.refused else "", *shares, *map(str, counts)


def words_table() -> str:
    """Write the table of PDFs whose words no program can scatter, since their looks have no soft hyphens in them."""
    whole = {name for name, look in LOOKS.items() if not (look.program == "chromium" and look.hyphenated)}
    chosen = [dump for dump in golden("looks") if dump.source == "pdf" and dump.document in whole]
    head = [f"{known} known{kept}" for kept in ("", ", kept looks") for known in KNOWN]
    measured = [by_form([dump for dump in chosen if dump.kept == kept], known) for kept in (False, True) for known in KNOWN]
    return table(
        ("form", *head),
        (
            (FORMS[form], *(_percentage(measures[form], "title", *OWNERS) for measures in measured))
            for form, first in measured[0].items()
            if first.all("entry")
        ),
    )


def titles_table() -> str:
    """Write the table of PDFs that are read with another dump of the same document known, and so with its titles."""
    chosen = [dump for dump in golden("looks") if dump.source == "pdf"]
    looks, kept = (by_form([dump for dump in chosen if dump.kept == kept], "another dump") for kept in (False, True))
    return table(
        ("form", "looks", "kept looks", "wrong"),
        (
            (
                FORMS[form],
                *(measures[form].share("title", *OWNERS) for measures in (looks, kept)),
                Measure(wrong=measure.wrong | kept[form].wrong).told_wrong(),
            )
            for form, measure in looks.items()
            if measure.refused < measure.dumps
        ),
    )


def _percentage(measure: Measure, *whats: str) -> str:
    return f"{sum(measure.right[what] for what in whats) / measure.all(*whats):.0%}"


def versions(chosen: Iterable[Dump]) -> str:
    """Name the programs that made some dumps, with their versions."""
    made = {("tesseract" if dump.source == "scan" else dump.form.split("-")[0], dump.version) for dump in chosen}
    return ", ".join(f"{PROGRAMS.get(name, name)} {version}" for name, version in sorted(made) if version)


# ---- the sample in other forms -----------------------------------------------------------------------------


def sample_table() -> str:
    """Write the table of the sample in other forms.

    The names that ship with the package come from this very sample, so that with them the table proves little of names;
    beside it stands what is read without.
    """
    sample = gentbudget.load_sample()
    rows = []
    for form, changed in SAMPLE_FORMS.items():
        shipped = _measured(sample, gentbudget.parse(changed(sample.text)))
        nothing = _measured(sample, gentbudget.parse(changed(sample.text), known=None))
        names = (measure.share("title", *OWNERS) for measure in (nothing, shipped))
        wrong = Measure(wrong=nothing.wrong | shipped.wrong).told_wrong()
        shares = (shipped.share("figure"), shipped.share("entry"), *names, shipped.share(*FIELDS))
        rows.append((form, *shares, wrong, found(nothing)))
    names = [f"titles and owners, {known} known" for known in ("nothing", "shipped")]
    return table(("form", "figures", "codes", *names, "other fields", "wrong", "findings more, nothing known"), rows)


def _measured(sample: Report, report: Report) -> Measure:
    """Measure a reading of the sample in another form, against the sample as it ships."""
    measure = Measure()
    for entry, got in zip_longest(sample.entries, report.entries):
        for what, expected, value in _facts(entry, got):
            (measure.right if expected == value else measure.missing if value is None else measure.wrong)[what] += 1
    measure.findings.update(finding.code for finding in report.findings)
    measure.findings -= Counter(finding.code for finding in sample.findings)
    return measure


def _facts(entry: Entry | None, got: Entry | None) -> Iterator[tuple[str, object, object]]:
    """Give everything that an entry of the sample prints: what it is, as it should be, as it was read."""
    if entry is None:
        yield "entry", None, "an entry too many"
        return
    for name in ("code", "title", *OWNERS, *FIELDS):
        if (expected := getattr(entry, name, None)) is not None:
            yield "entry" if name == "code" else name, expected, getattr(got, name, None)
    read = {row.label: row.values for row in (*got.budget, got.staff)} if got else {}
    for row in (*entry.budget, entry.staff):
        for column, value in row.values.items():
            if value is not None:
                yield "figure", value, read.get(row.label, {}).get(column)


# ---- the page, and the command line ------------------------------------------------------------------------

MEASURED: dict[str, Callable[[], str]] = {
    "documents": documents_table,
    "sample": sample_table,
    "looks": lambda: looks_table(dump for dump in golden("looks") if not dump.kept),
    "kept looks": lambda: looks_table(dump for dump in golden("looks") if dump.kept),
    "whole words": words_table,
    "another dump": titles_table,
    "scans": lambda: looks_table(golden("scans")),
}
"""What stands between the markers of the page."""


def with_tables(page: str, tables: Mapping[str, Callable[[], str]] = MEASURED) -> str:
    """Give the page with what is measured now between its markers."""
    for name, measured in tables.items():
        begin, end = f"<!-- measured: {name} -->", f"<!-- end of {name} -->"
        before, found_begin, rest = page.partition(begin)
        _, found_end, behind = rest.partition(end)
        if not (found_begin and found_end):
            raise ValueError(f"the page lacks the lines {begin!r} and {end!r}")
        page = f"{before}{begin}\n\n{measured()}\n\n{end}{behind}"
    return page


def list_worst(count: int, form: str, look: str, known: Known) -> None:
    """Print mistakes, each with the file and the line near which it was made."""
    everything = [dump for family in ("", "looks", "scans") for dump in golden(family) if not dump.kept]
    chosen = [dump for dump in everything if form in dump.source_and_form and look in dump.document]
    for dump, mistake in islice(worst(chosen, known), count):
        told = "" if mistake.told else " (no finding)"
        print(f"{dump.name}:{mistake.line or '?'}: {mistake}{told}")


def main() -> None:
    """Write the page, or list mistakes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worst", type=int, metavar="N", help="list N mistakes instead of writing the page")
    parser.add_argument("--shortcomings", action="store_true", help="write what is not as it should be in each dump instead")
    parser.add_argument("--form", default="", help="only of forms whose names contain this")
    parser.add_argument("--look", default="", help="only of documents whose names contain this")
    parser.add_argument("--known", choices=KNOWN, default=KNOWN[0], help="which names are known")
    options = parser.parse_args()
    if options.shortcomings:
        write_shortcomings()
    elif options.worst is None:
        page = with_tables(PAGE.read_text(encoding="utf-8"))
        PAGE.write_text(page, encoding="utf-8")
        print(page)
    else:
        list_worst(options.worst, options.form, options.look, options.known)


if __name__ == "__main__":
    main()
