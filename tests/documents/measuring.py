"""Golden dumps: what each is made of, and what is read of many of them together."""

from __future__ import annotations

import inspect
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from attrs import define, field, frozen

import gentbudget
from gentbudget import NotAReportError, Report

from .accounts import DUMPS, PrintedReport, read_expected, value_of
from .comparison import Comparison, Mistake, compare
from .extractors import LOST_READING_ORDER
from .looks import KEPT

Known = Literal["nothing", "shipped", "everything", "another dump"]
"""What is known when a dump is read: no name, those that ship with the package, all that the document prints, or a report.

That is of the spreadsheet, which has the titles as well.
"""

KNOWN: tuple[Known, ...] = (
    ("nothing", "shipped", "everything") if "known" in inspect.signature(gentbudget.parse).parameters else ("nothing",)
)
"""What can be asked of the library as it is."""

FIGURE = re.compile(r"(?<![\w.,])-?\d+(?:\.\d{3})*(?:,\d+)?%?(?![\w%]|[.,]\w)")
"""A figure that stands whole in a text: no letter, digit or mark touches it."""

SHORTCOMINGS = DUMPS / "shortcomings.json"
"""What is known not to be as it should be: causes by form, and counts by dump."""

NAME = re.compile(r"(?P<document>[^.]+)\.(?:(?P<source>\w+)\.)?(?P<form>.+?)(?:-(?P<version>[0-9][0-9.]*?))?(?:\.md)?\.txt")


@frozen
class Dump:
    """A golden dump; its name tells the document, what was read (a PDF, say), the form and the version of the program."""

    path: Path
    document: str
    source: str
    form: str
    version: str

    @classmethod
    def named(cls, path: Path) -> Dump:
        """Tell from a dump's path what it is."""
        parts = NAME.fullmatch(path.name)
        assert parts is not None, path
        return cls(path, *(part or "" for part in parts.groups()))

    @property
    def name(self) -> str:
        """Where it is among the dumps."""
        return self.path.relative_to(DUMPS).as_posix()

    @property
    def source_and_form(self) -> str:
        """Its form, and of what it was made where that is no PDF."""
        return f"{self.source}.{self.form}" if self.source in ("docx", "html", "sheet", "scan") else self.form

    @property
    def kept(self) -> bool:
        """Whether it is there to measure with, and not to make the parser better."""
        return self.document.startswith(KEPT)

    @property
    def printed(self) -> PrintedReport:
        """What the document prints."""
        return _printed(self.path.parent / f"{self.document}.json")

    @property
    def text(self) -> str:
        """What the program wrote, line ends included."""
        return self.path.read_bytes().decode("utf-8")

    def parse(self, known: Known = "nothing") -> Report:
        """Read it, with more or fewer names known; raises `NotAReportError` where it is refused."""
        if len(KNOWN) == 1 or known == "shipped":
            return gentbudget.parse(self.text)
        if known == "another dump":
            sheet = self.path.parent / f"{self.document}.sheet.csv-tab-quoted.txt"
            return gentbudget.parse(self.text, known=_spreadsheet(sheet))
        names = {name for entry in self.printed.entries for name in (entry.owner, entry.organisation) if name}
        options = {"known": sorted(names) if known == "everything" else None}
        return gentbudget.parse(self.text, **options)

    @property
    def lost(self) -> int:
        """How many figures the text does not hold whole: misread in a scan, cut by a border, or left out by its program."""
        held = Counter(map(value_of, FIGURE.findall(self.text)))
        printed = Counter(value_of(text) for e in self.printed.entries for row in (*e.budget, e.staff) for text in row)
        return (printed - held).total()


@cache
def _spreadsheet(path: Path) -> Report:
    return gentbudget.parse_file(path)


@cache
def _printed(path: Path) -> PrintedReport:
    return read_expected(path.read_text(encoding="utf-8"))


def golden(family: str = "") -> list[Dump]:
    """List the golden dumps of a family (``looks`` or ``scans``; else those of the documents), in the order of their names."""
    return [Dump.named(path) for path in sorted((DUMPS / family).glob("*.txt"))]


@frozen
class Reading:
    """What came of reading one dump: None for the report where the dump was refused."""

    dump: Dump
    report: Report | None
    comparison: Comparison = field(factory=Comparison)
    blamed: int = 0
    """Errors of the arithmetic where no figure is wrong: the documents add up, so each blames a figure that is right.

    What only says that a table was not read blames none.
    """


@cache
def read(dump: Dump, known: Known = "nothing") -> Reading:
    """Read a dump and compare it with what is printed, once."""
    try:
        report = dump.parse(known)
    except NotAReportError:
        return Reading(dump, None)
    checked = report.check()
    comparison = compare(dump.printed, report, (*report.findings, *checked))
    errors = sum(finding.severity == "error" and finding.code != "missing-table" for finding in checked)
    return Reading(dump, report, comparison, 0 if comparison.wrong["figure"] else errors)


def shortcomings(reading: Reading) -> dict[str, int]:
    """Count everything that is not as it should be in one dump."""
    if reading.report is None:
        return {"refused": 1}
    result = reading.comparison
    counts = {
        **{f"{what} wrong": count for what, count in result.wrong.items()},
        **{f"{what} None": count for what, count in result.missing.items()},
        "wrong without a finding": result.untold["wrong"],
        "errors without reason": reading.blamed,
        "unclaimed lines": len(reading.report.unclaimed),
    }
    return {what: count for what, count in sorted(counts.items()) if count}


def write_shortcomings() -> None:
    """Write anew what is not as it should be; the causes of forms that have none told yet are left empty."""
    causes = json.loads(SHORTCOMINGS.read_text(encoding="utf-8"))["causes"] if SHORTCOMINGS.exists() else {}
    chosen = [dump for family in ("looks", "scans") for dump in golden(family) if dump.form not in LOST_READING_ORDER]
    counted = {dump.name: counts for dump in chosen if (counts := shortcomings(read(dump)))}
    forms = sorted({dump.source_and_form for dump in chosen if dump.name in counted})
    told = {"causes": {form: causes.get(form, "") for form in forms}, "dumps": counted}
    SHORTCOMINGS.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@define
class Measure:
    """What was read of some dumps."""

    dumps: int = 0
    refused: int = 0
    right: Counter[str] = field(factory=Counter)
    missing: Counter[str] = field(factory=Counter)
    wrong: Counter[str] = field(factory=Counter)
    untold: Counter[str] = field(factory=Counter)
    findings: Counter[str] = field(factory=Counter)
    blamed: int = 0
    lost: int = 0

    def add(self, dump: Dump, known: Known = "nothing") -> None:
        """Read one more dump; all that a refused one holds is missing, unless its reading order is lost."""
        self.dumps += 1
        reading = read(dump, known)
        if reading.report is None:
            self.refused += 1
            if dump.form not in LOST_READING_ORDER:
                self.missing += _everything(dump.printed)
            return
        result = reading.comparison
        self.right += result.right
        self.missing += result.missing
        self.wrong += result.wrong
        self.untold += result.untold
        self.findings.update(finding.code for finding in reading.report.findings)
        self.lost += min(dump.lost, result.missing["figure"])
        self.blamed += reading.blamed

    def all(self, *whats: str) -> int:
        """Count what is printed of these things; of figures, what the texts hold."""
        counted = sum(counts[what] for what in whats for counts in (self.right, self.missing, self.wrong))
        return counted - (self.lost if "figure" in whats else 0)

    def share(self, *whats: str) -> str:
        """Say how many of these things were read, of how many that are printed."""
        right, printed = sum(self.right[what] for what in whats), self.all(*whats)
        return f"{right:,} of {printed:,}" if right < printed else f"all {printed:,}"

    def told_wrong(self) -> str:
        """Say what was read wrong."""
        return ", ".join(f"{count} {what}" for what, count in sorted(self.wrong.items()) if count) or "none"


def _everything(printed: PrintedReport) -> Counter[str]:
    """Count all that a document prints."""
    empty = Report(text="", roots=())
    return compare(printed, empty).missing


def worst(chosen: list[Dump], known: Known = "nothing") -> Iterator[tuple[Dump, Mistake]]:
    """List the mistakes in some dumps: what is wrong before what is missing, and what no finding tells first in both."""
    found = [(dump, mistake) for dump in chosen for mistake in read(dump, known).comparison.mistakes]
    yield from sorted(found, key=lambda one: (one[1].got is None, one[1].told))
