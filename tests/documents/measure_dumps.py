"""Measure how well each form of dump is read, and write the tables of docs/extraction.md anew.

Run as ``python -m tests.documents.measure_dumps``. What is measured are the golden dumps, and the shipped sample in
other forms, so that the tables are the same on every machine.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

from attrs import define, field

import gentbudget
from gentbudget import Entry, NotAReportError, Report

from .accounts import DUMPS, load_expected
from .comparison import compare

PAGE = Path(__file__).parents[2] / "docs" / "extraction.md"
BEGIN = "<!-- measured: python -m tests.documents.measure_dumps -->"
END = "<!-- end of what is measured -->"

BETWEEN = """\
The dumps are small. The sample is a whole report, with the names of the departments of Ghent. This is how it is read if
its tabs and blank lines are changed as those programs do, compared with how it is read as it ships:"""

FORMS: dict[str, str] = {
    "tabs": "tab-separated",
    "tabs-padded": "tab-separated, with empty cells",
    "pdftotext-layout": "`pdftotext -layout`",
    "pymupdf-sort": "PyMuPDF, `get_text(sort=True)`",
    "pdfplumber-layout": "pdfplumber, `extract_text(layout=True)`",
    "pymupdf": "PyMuPDF, `get_text()`",
    "pymupdf4llm": "pymupdf4llm, `to_markdown`",
    "markitdown": "markitdown",
    "pdfplumber": "pdfplumber, `extract_text()`",
    "pdftotext-raw": "`pdftotext -raw`",
    "pdftotext": "`pdftotext` without options",
}
"""What each form is called on the page, in the order of the table."""

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
SAMPLE_HEAD = ("form", "figures", "codes", "titles", "owners", "other fields", "wrong", "findings more than in tabs")
HEAD = ("form", "dumps", "figures", "codes", "titles", "owners", "other fields", "wrong", "findings")


@define
class Measure:
    """What was read of all dumps of one form."""

    dumps: int = 0
    refused: int = 0
    right: Counter[str] = field(factory=Counter)
    all: Counter[str] = field(factory=Counter)
    wrong: Counter[str] = field(factory=Counter)
    findings: Counter[str] = field(factory=Counter)

    def add(self, dump: Path) -> None:
        """Read one more dump."""
        self.dumps += 1
        try:
            report = gentbudget.parse_file(dump)
        except NotAReportError:
            self.refused += 1
            return
        comparison = compare(load_expected(document_of(dump)), report)
        self.right += comparison.right
        self.all += comparison.right + comparison.missing + comparison.wrong
        self.wrong += comparison.wrong
        self.findings.update(finding.code for finding in report.findings)

    def add_sample(self, sample: Report, text: str) -> None:
        """Read the sample in another form, against the sample as it ships."""
        report = gentbudget.parse(text)
        for entry, got in zip_longest(sample.entries, report.entries):
            for what, expected, value in facts(entry, got):
                counts = self.right if expected == value else Counter() if value is None else self.wrong
                counts[what] += 1
                self.all[what] += 1
        self.findings.update(finding.code for finding in report.findings)
        self.findings -= Counter(finding.code for finding in sample.findings)

    def share(self, *whats: str) -> str:
        """Say how many of these things were read, of how many that are printed."""
        right, printed = (sum(counts[what] for what in whats) for counts in (self.right, self.all))
        return f"{right:,} of {printed:,}" if right < printed else f"all {printed:,}"

    @property
    def cells(self) -> tuple[str, ...]:
        """What was read, what was read wrong, and what was found."""
        shares = (self.share("figure"), self.share("entry"), self.share("title"))
        fields = (self.share(*OWNERS), self.share(*FIELDS))
        wrong = ", ".join(f"{count} {what}" for what, count in sorted(self.wrong.items()))
        found = ", ".join(f"{count} `{code}`" for code, count in sorted(self.findings.items()))
        return *shares, *fields, wrong or "none", found or "none"

    def row(self, form: str) -> tuple[str, ...]:
        """Give the cells of the form's row."""
        if self.refused == self.dumps:
            return FORMS[form], str(self.dumps), "refused", *[""] * 6
        dumps = f"{self.dumps}, {self.refused} of them refused" if self.refused else str(self.dumps)
        return FORMS[form], dumps, *self.cells


def facts(entry: Entry | None, got: Entry | None) -> Iterator[tuple[str, object, object]]:
    """Give everything that an entry of the sample prints: what it is, as it should be, as it was read."""
    if entry is None:
        yield "entry", None, "an entry too many"
        return
    for name in ("code", "title", *OWNERS, *FIELDS):
        if (expected := getattr(entry, name, None)) is not None:
            yield "entry" if name == "code" else name, expected, getattr(got, name, None)
    rows = [(row.label, row) for row in (*entry.budget, entry.staff)]
    read = {row.label: row.values for row in (*got.budget, got.staff)} if got else {}
    for label, row in rows:
        for column, value in row.values.items():
            if value is not None:
                yield "figure", value, read.get(label, {}).get(column)


def document_of(dump: Path) -> str:
    """Name the document that a dump was made from."""
    return dump.name.partition(".")[0]


def form_of(dump: Path) -> tuple[str, str]:
    """Name the form that a dump has, and the version of the program that made it, if one did."""
    found = re.fullmatch(r"[^.]+\.(?:portrait|landscape)\.(.+?)-([0-9][0-9.]*?)(?:\.md)?\.txt", dump.name)
    return (found[1], found[2]) if found else (dump.name.split(".")[1], "")


def measure() -> dict[str, Measure]:
    """Read all golden dumps."""
    measures = {form: Measure() for form in FORMS}
    for dump in sorted(DUMPS.glob("*.txt")):
        measures[form_of(dump)[0]].add(dump)
    return measures


def measure_sample() -> Iterator[tuple[str, Measure]]:
    """Read the sample in other forms."""
    sample = gentbudget.load_sample()
    for form, changed in SAMPLE_FORMS.items():
        measured = Measure()
        measured.add_sample(sample, changed(sample.text))
        yield form, measured


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """Write a table in Markdown."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


def tables() -> str:
    """Write both tables, and what stands between them."""
    dumps = table(HEAD, (measured.row(form) for form, measured in measure().items()))
    sample = table(SAMPLE_HEAD, ((form, *measured.cells) for form, measured in measure_sample()))
    made = f"The dumps were made with {versions()}."
    return f"{dumps}\n\n{made}\n\n{BETWEEN}\n\n{sample}"


def versions() -> str:
    """Name the programs that made the dumps, with their versions."""
    made = dict(map(form_of, sorted(DUMPS.glob("*.txt"))))
    programs = {
        "Poppler": "pdftotext",
        **{name: name for name in ("pymupdf", "pymupdf4llm", "pdfplumber", "markitdown")},
    }
    return ", ".join(f"{program} {made[form]}" for program, form in programs.items())


def with_table(page: str) -> str:
    """Give the page with what is measured now between its markers."""
    before, begin, rest = page.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{PAGE.name} lacks the lines {BEGIN!r} and {END!r}")
    return f"{before}{begin}\n\n{tables()}\n\n{end}{behind}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(tables())
