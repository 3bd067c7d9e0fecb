"""How a damaged text was read: which figures are kept, who found those that are not, and what it cost entries nearby."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import field, frozen

import gentbudget
from gentbudget import Entry, Report, ReportError
from gentbudget.findings import Finding
from gentbudget.testing import Damaged
from tests.checks.oracle import PERCENTAGES, percentage_holds, sum_holds

Place = tuple[str, str]
Figures = dict[Place, Decimal]
"""The figures of an entry by row and column."""

SHARES = {share for share, _, _ in PERCENTAGES}


@frozen
class Reading:
    """The outcome of one trial. A wrong figure has an entry that prints another in that row under that column.

    A wrong figure is found where a finding that was not there before is about its entry or the parent of that.
    """

    figures: int = 0
    kept: int = 0
    refused: str | None = None
    broken: str | None = None
    """An exception that is not the library's own."""
    by_parse: int = 0
    by_check: int = 0
    by_remark: tuple[str, ...] = field(default=())
    """Wrong figures of which no finding says more than a remark, of severity ``info``, does."""
    invisible: tuple[str, ...] = field(default=())
    """Wrong figures with no finding that satisfy every identity they stand in."""
    silent: tuple[str, ...] = field(default=())
    """Wrong figures with no finding that break an identity."""
    lost_in_silence: tuple[str, ...] = field(default=())
    """Figures of an entry that is read, of which neither it nor its parent has a finding, and which are not there."""
    cost: tuple[str, ...] = field(default=())
    """Figures that are not kept of entries that nothing was done to."""

    @property
    def wrong(self) -> int:
        """How many figures are not what was printed."""
        return self.by_parse + self.by_check + len(self.by_remark) + len(self.invisible) + len(self.silent)


def read(damaged: Damaged) -> Reading:
    """Read a damaged text, and hold it against what was printed; entries are told by their codes."""
    entries = damaged.dump.report.entries
    figures = sum(len(figures_of(entry)) for entry in entries)
    try:
        report = gentbudget.parse(damaged.text)
        report.check()
    except ReportError as error:
        return Reading(figures, refused=error.message)
    except Exception as error:
        return Reading(figures, broken=repr(error))
    return _compared(report, damaged, figures)


def _compared(report: Report, damaged: Damaged, figures: int) -> Reading:
    before = damaged.dump.report
    known = _said_before(damaged.dump.text)
    parsed, checked = (
        [finding for finding in findings if _statement(finding) not in known] for findings in (report.findings, report.check())
    )
    kept, tally, cost = 0, {"by_parse": 0, "by_check": 0}, []
    remarked, invisible, silent, lost = [], [], [], []
    for number, printed in enumerate(before.entries):
        expected = figures_of(printed)
        entry = report.get(printed.code or "")
        found = {} if entry is None else figures_of(entry)
        kept += sum(found.get(place) == value for place, value in expected.items())
        missing = [place for place in expected if place not in found]
        wrong = [place for place, value in found.items() if expected.get(place) != value]
        if number not in damaged.harmed:
            cost += [f"{printed.code} {place}: {found.get(place)} for {expected.get(place)}" for place in (*missing, *wrong)]
        if entry is None:
            continue
        parent = report.parent(entry)
        near = [entry] if parent is None else [entry, parent]
        told = "by_parse" if any_of(parsed, near) else "by_check" if any_of(checked, near) else None
        if told is not None:
            tally[told] += len(wrong)
            continue
        is_remarked = any_of([*parsed, *checked], near, severities=("info",))
        lost += [] if is_remarked else [f"{entry.code} {place}" for place in missing]
        for place in wrong:
            said = f"{entry.code} {place}: {found[place]} for {expected.get(place)}"
            holds = all(identities(entry, parent, place))
            (remarked if is_remarked else invisible if holds else silent).append(said)
    return Reading(
        figures,
        kept,
        **tally,
        by_remark=tuple(remarked),
        invisible=tuple(invisible),
        silent=tuple(silent),
        lost_in_silence=tuple(lost),
        cost=tuple(cost),
    )


@lru_cache(maxsize=1024)
def _said_before(text: str) -> frozenset[tuple[object, ...]]:
    """What is said of an undamaged text."""
    report = gentbudget.parse(text)
    return frozenset(map(_statement, (*report.findings, *report.check())))


def _statement(finding: Finding) -> tuple[object, ...]:
    """What a finding says, of which entry and which sums; where and by how much does not count."""
    return (finding.code, finding.entry, frozenset((gap.row, gap.column) for gap in finding.gaps))


def any_of(findings: Sequence[Finding], entries: Sequence[Entry], severities: Collection[str] = ("error", "warning")) -> bool:
    """Whether a finding of one of these severities is about one of these entries: it names it, or stands on a line of it."""
    return any(
        finding.severity in severities
        and (
            (finding.entry is not None and finding.entry == entry.code)
            or any(entry.lines[0] <= line <= entry.lines[1] for line in (finding.line, *finding.rows))
        )
        for finding in findings
        for entry in entries
    )


def figures_of(entry: Entry) -> Figures:
    """The figures of an entry, by the labels of their rows and the names, or labels, of their columns."""
    return {
        (row.label, key): cell.value
        for row in (*entry.budget.rows, entry.staff)
        for key, cell in row.cells.items()
        if cell.value is not None
    }


def identities(entry: Entry, parent: Entry | None, place: Place) -> Iterator[bool]:
    """Whether each identity holds that a figure stands in, as far as the figures are there that it needs."""
    row, column = place
    own = figures_of(entry)
    for names in PERCENTAGES:
        values = [own.get((row, name)) for name in names]
        if column in names and None not in values:
            yield percentage_holds(*[value for value in values if value is not None])
    for whole in (entry, parent):
        if whole is None or not whole.children or column in SHARES:
            continue
        total = figures_of(whole).get(place)
        addends = [figures_of(child).get(place) for child in whole.children]
        if total is not None and None not in addends:
            yield sum_holds(total, [value for value in addends if value is not None])


def whole_report(report: Report) -> bool:
    """Whether a report says nothing against itself, so that whatever is said after damage comes of the damage."""
    return not [finding for finding in (*report.findings, *report.check()) if finding.severity != "info"]
