"""The small reports that damage is done to: drawn ones in every layout, plans of the sample, and plans of golden dumps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve
from hypothesis import HealthCheck, Phase, given, seed, settings

import gentbudget
from gentbudget import Report
from gentbudget.exports.text import printed_lines
from gentbudget.testing import LAYOUTS, Dump, reports
from tests.testing.golden import pieces
from tests.testing.reading import whole_report

MOST_ACTIONS = 8


def sources() -> dict[str, Sequence[Dump]]:
    """The dumps by where they come from. None of them has a finding that is more than a remark against its figures."""
    return {
        "generated": in_all_layouts(drawn(60)),
        "sample": in_all_layouts(of_sample(MOST_ACTIONS)),
        "golden": list(pieces(MOST_ACTIONS)),
    }


def in_all_layouts(found: Iterable[Report]) -> list[Dump]:
    """The reports in every layout that says nothing against itself."""
    dumps = [Dump(report, layout, tuple(printed_lines(report))) for report in found for layout in LAYOUTS]
    return [dump for dump in dumps if whole_report(gentbudget.parse(dump.text))]


def drawn(number: int) -> list[Report]:
    """Draw reports of several entries."""
    found: list[Report] = []

    @seed(1)
    @settings(
        max_examples=number, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(reports(max_children=3))
    def draw(report: Report) -> None:
        if len(report) > 2:
            found.append(report)

    draw()
    return found


def of_sample(most: int) -> list[Report]:
    """Cut the sample into plans of at most so many actions, each a report of its own."""
    sample = gentbudget.load_sample()
    plans = [
        Report("", (plan,), sample.title, sample.year, sample.previous_year)
        for plan in sample.plans
        if len(plan.actions) <= most
    ]
    pieces = []
    for plan in plans:
        try:
            text = plan.to_text()
        except gentbudget.ReportError:
            continue
        if whole_report(gentbudget.parse(text)):
            pieces.append(evolve(gentbudget.parse(text), text=""))
    return pieces
