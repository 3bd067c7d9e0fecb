"""How a damaged text was read: which figures are kept, and who found those that are not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import field, frozen

import gentbudget
from gentbudget import Entry, Report, ReportError
from gentbudget.findings import Finding
from gentbudget.testing import Damaged
from tests.checks.oracle import PERCENTAGES, percentage_holds, sum_holds

Figures = dict[tuple[str, str], Decimal]
"""The figures of an entry by row and column."""

SHARES = {share for share, _, _ in PERCENTAGES}


@frozen
class Reading:
    """The outcome of one trial. A wrong figure has an entry that prints another in that row under that column."""

    figures: int = 0
    kept: int = 0
    refused: str | None = None
    by_parse: int = 0
    by_check: int = 0
    invisible: tuple[str, ...] = field(default=())
    """Wrong figures with no finding that satisfy every identity they stand in."""
    silent: tuple[str, ...] = field(default=())
    """Wrong figures with no finding that break an identity."""
    lost_in_silence: tuple[str, ...] = field(default=())
    """Figures of an entry that is read, of which neither it nor its parent has a finding, and which are not there."""

    @property
    def wrong(self) -> int:
        """How many figures are not what was printed."""
        return self.by_parse + self.by_check + len(self.invisible) + len(self.silent)


def read(damaged: Damaged) -> Reading:
    """Read a damaged text, and hold it against what was printed; entries are told by their codes."""
    truth = {entry.code: entry for entry in damaged.dump.report.entries}
    figures = sum(len(figures_of(entry)) for entry in truth.values())
    try:
        report = gentbudget.parse(damaged.text)
    except ReportError as error:
        return Reading(figures, refused=error.message)
    known = {finding.code for finding in damaged.dump.report.check()}
    checked = [finding for finding in report.check() if finding.code not in known]
    kept, tally = 0, {"by_parse": 0, "by_check": 0}
    invisible, silent, lost = [], [], []
    for entry in report.entries:
        if (printed := truth.pop(entry.code, None)) is None:
            continue
        parent = report.parent(entry)
        near = [entry] if parent is None else [entry, parent]
        expected, found = figures_of(printed), figures_of(entry)
        kept += sum(found.get(place) == value for place, value in expected.items())
        wrong = [(place, value) for place, value in found.items() if expected.get(place) != value]
        missing = [place for place in expected if place not in found]
        by_parse, by_check = any_of(report.findings, near), any_of(checked, near)
        if by_parse or by_check:
            tally["by_parse" if by_parse else "by_check"] += len(wrong)
            continue
        lost += [f"{entry.code} {place}" for place in missing]
        for place, value in wrong:
            said = f"{entry.code} {place}: {value} for {expected.get(place)}"
            (invisible if all(identities(entry, parent, place)) else silent).append(said)
    return Reading(figures, kept, None, **tally, invisible=tuple(invisible), silent=tuple(silent), lost_in_silence=tuple(lost))


def any_of(findings: list[Finding] | tuple[Finding, ...], entries: list[Entry]) -> bool:
    """Whether a finding that is more than a remark stands on a line of one of these entries."""
    return any(
        finding.severity != "info" and entry.lines[0] <= line <= entry.lines[1]
        for finding in findings
        for line in (finding.line, *finding.rows)
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


def identities(entry: Entry, parent: Entry | None, place: tuple[str, str]) -> Iterator[bool]:
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
