"""Measure what dumps of one document give together, and write the tables of docs/two-dumps.md anew.

Run as ``python -m tests.documents.measure_together``, or with ``"scans together"`` for that table alone. What is measured are
the golden dumps of each look and scan by programs that read its pages: each form alone, with each other one, and with each
two others. So the tables are the same on every machine.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, groupby
from math import comb
from pathlib import Path

from attrs import define, field

import gentbudget
from gentbudget import NotAReportError, Report

from .comparison import compare
from .measure_dumps import FORMS, OWNERS, table, with_tables
from .measuring import Dump, golden

PAGE = Path(__file__).parents[2] / "docs" / "two-dumps.md"

WHATS: dict[str, tuple[str, ...]] = {"figures": ("figure",), "titles": ("title",), "owners": OWNERS}
NUMBERS = {1: "alone", 2: "with another", 3: "with two others"}


@define
class Shares:
    """What was read of some reports, on average."""

    reports: float = 0
    right: dict[str, float] = field(factory=lambda: defaultdict(float))
    printed: dict[str, float] = field(factory=lambda: defaultdict(float))
    wrong: float = 0
    untold: float = 0

    def add(self, dump: Dump, report: Report, weight: float) -> None:
        """Count what is right and wrong in one more report of what a dump prints."""
        result = compare(dump.printed, report, (*report.findings, *report.check()))
        self.reports += weight
        for what, count in result.right.items():
            self.right[what] += weight * count
        for what, count in (result.right + result.missing + result.wrong).items():
            self.printed[what] += weight * count
        self.wrong += weight * result.wrong.total()
        self.untold += weight * result.untold["wrong"]

    def share(self, whats: Iterable[str]) -> str:
        """Say how much of some things was read, in per cent."""
        right, printed = (sum(counts[what] for what in whats) for counts in (self.right, self.printed))
        return f"{100 * right / printed:.1f} %"

    def wrong_in(self) -> str:
        """Say how much is wrong in a hundred reports, and how much of that no finding tells."""
        return f"{100 * self.wrong / self.reports:.0f}, {100 * self.untold / self.reports:.0f}"


@cache
def read(dump: Dump) -> Report | None:
    """Read a dump; None where it is refused."""
    try:
        return gentbudget.parse(dump.text, source=dump.name)
    except NotAReportError:
        return None


def documents(chosen: Iterable[Dump]) -> Iterator[list[Dump]]:
    """The dumps of each document that are read at all."""
    whole = [dump for dump in chosen if read(dump) is not None]
    for _, dumps in groupby(sorted(whole, key=lambda dump: dump.document), key=lambda dump: dump.document):
        yield list(dumps)


def together(chosen: Iterable[Dump], numbers: Sequence[int] = tuple(NUMBERS)) -> dict[str, dict[int, Shares]]:
    """Measure each form alone, and with so many others of the same document, in the order of `FORMS`."""
    measured: dict[str, dict[int, Shares]] = defaultdict(lambda: {number: Shares() for number in numbers})
    for dumps in documents(chosen):
        for number in numbers:
            for group in combinations(dumps, number):
                first, *others = (report for dump in group if (report := read(dump)) is not None)
                report = gentbudget.reconcile(first, *others) if others else first
                for dump in group:
                    # Each document counts once, however many dumps there are of it.
                    measured[dump.source_and_form][number].add(dump, report, 1 / comb(len(dumps) - 1, number - 1))
    return dict(sorted(measured.items(), key=lambda one: list(FORMS).index(one[0])))


def forms_table(chosen: Iterable[Dump]) -> str:
    """Write what each form gives alone, and with one or two others of all that there are."""
    head = (
        "form",
        *(f"{what}, {how}" for what in WHATS for how in NUMBERS.values()),
        *(f"wrong, {how}" for how in NUMBERS.values()),
    )
    rows = []
    for form, shares in together(chosen).items():
        read_of = (one.share(whats) for whats in WHATS.values() for one in shares.values())
        rows.append((FORMS[form], *read_of, *(one.wrong_in() for one in shares.values())))
    return table(head, rows)


def pages(dump: Dump) -> bool:
    """Whether a dump was made of pages, and not of what they were printed from."""
    return dump.source in ("pdf", "scan")


MEASURED: dict[str, Callable[[], str]] = {
    "looks together": lambda: forms_table(filter(pages, golden("looks"))),
    "scans together": lambda: forms_table([*golden("scans"), *golden("scanned")]),
}
"""What stands between the markers of the page."""


def main(chosen: Sequence[str]) -> None:
    """Write the page: all tables, or those that are chosen."""
    tables = {name: measured for name, measured in MEASURED.items() if not chosen or name in chosen}
    page = with_tables(PAGE.read_text(encoding="utf-8"), tables)
    PAGE.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main(sys.argv[1:])
