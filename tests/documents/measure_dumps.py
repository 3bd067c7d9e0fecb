"""Measure how well each form of dump is read, and write the table of docs/extraction.md anew.

Run as ``python -m tests.documents.measure_dumps``. What is measured are the golden dumps, so that the table is the same
on every machine.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from attrs import define, field

import gentbudget
from gentbudget import NotAReportError

from .accounts import DUMPS, load_expected
from .comparison import compare

PAGE = Path(__file__).parents[2] / "docs" / "extraction.md"
BEGIN = "<!-- measured: python -m tests.documents.measure_dumps -->"
END = "<!-- end of what is measured -->"

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

FIELDS = ("period", "status", "phase")
OWNERS = ("owner", "organisation")
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

    def share(self, *whats: str) -> str:
        """Say how many of these things were read, of how many that are printed."""
        right, printed = (sum(counts[what] for what in whats) for counts in (self.right, self.all))
        return f"{right:,} of {printed:,}" if right < printed else f"all {printed:,}"

    def row(self, form: str) -> tuple[str, ...]:
        """Give the cells of the form's row."""
        if self.refused == self.dumps:
            return FORMS[form], str(self.dumps), "refused", *[""] * 6
        shares = (self.share("figure"), self.share("entry"), self.share("title"))
        fields = (self.share(*OWNERS), self.share(*FIELDS))
        found = ", ".join(f"{count} `{code}`" for code, count in sorted(self.findings.items()))
        wrong = ", ".join(f"{count} {what}" for what, count in sorted(self.wrong.items()))
        dumps = f"{self.dumps}, {self.refused} of them refused" if self.refused else str(self.dumps)
        return FORMS[form], dumps, *shares, *fields, wrong or "none", found or "none"


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


def table() -> str:
    """Write the table in Markdown."""
    rows = (HEAD, ("---",) * len(HEAD), *(measured.row(form) for form, measured in measure().items()))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


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
    return f"{before}{begin}\n\n{table()}\n\nThe dumps were made with {versions()}.\n\n{end}{behind}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(table())
