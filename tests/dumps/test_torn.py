"""Any report damaged in two or three ways: together they have all that one of them has, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hypothesis import assume, given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Report, ReportError
from gentbudget.testing import DAMAGES, Dump, damaged, dumps
from tests.profiles import times

WORDS = ("title", "owner", "organisation", "period", "status", "phase")

Place = tuple[str, str, str]
Facts = Mapping[Place, object]

TELLING = sorted(DAMAGES.keys() - {"code misread", "page lost", "line moved"})
"""Damage that leaves each entry what is its own. A code that may be another's is told in test_codes; a lost page, or a line
that is moved, can give one entry the table of another."""


def facts(report: Report) -> dict[Place, object]:
    """Give everything that a report says of the entries that can be looked up."""
    return {place: value for code in report for place, value in _facts(report, code) if value is not None}


def _facts(report: Report, code: str) -> Iterator[tuple[Place, object]]:
    entry = report[code]
    for name in WORDS:
        yield (code, "header", name), getattr(entry, name, None)
    for row in (*entry.budget.rows, entry.staff):
        for column, value in zip(row.columns, row.numbers, strict=True):
            yield (code, row.label.casefold(), column.key), value


def told(report: Report) -> set[str | None]:
    return {finding.entry for finding in (*report.findings, *report.check())}


@st.composite
def torn(draw: st.DrawFn) -> tuple[Dump, list[str]]:
    """A report, and its text damaged in two or three ways."""
    dump = draw(dumps(layouts=["tabs", "columns", "markdown"]))
    return dump, [draw(damaged(dump, damages=TELLING)).text for _ in range(draw(st.integers(2, 3)))]


@times(2)
@given(torn())
def test_nothing_that_one_of_them_has_is_missing_or_wrong(sources: tuple[Dump, list[str]]) -> None:
    dump, texts = sources
    truth = facts(gentbudget.parse(dump.text, known=None))
    try:
        reports = [gentbudget.parse(text, known=None, source=f"{number}.txt") for number, text in enumerate(texts)]
        together = gentbudget.reconcile(*reports)
    except (ReportError, ValueError):  # a damaged text may be refused, and what is left of two may have nothing in common
        assume(False)
    parts, whole = [facts(report) for report in reports], facts(together)
    for place, value in truth.items():
        readings = {said[place] for said in parts if place in said}
        if readings == {value}:
            assert whole.get(place) == value, place
        elif value in readings:
            assert whole.get(place) in (value, None), place
            assert whole.get(place) is not None or place[0] in told(together), place
    for place in whole.keys() - truth.keys():
        assert any(place in said for said in parts), place
