"""The collector of cycles waits while a text is read: what is made meanwhile is hardly in any, and it goes on behind it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import gentbudget
from gentbudget import NotAReportError
from tests.parser.small import SMALL


@pytest.fixture(params=[True, False], ids=["on", "off"])
def collects(request: pytest.FixtureRequest) -> Iterator[bool]:
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


@pytest.mark.parametrize("text", [SMALL, "no report"])
def test_the_collector_is_behind_a_text_as_it_was_before_it(text: str, collects: bool) -> None:
    try:
        gentbudget.parse(text)
    except NotAReportError:
        assert text != SMALL
    assert gc.isenabled() is collects


def test_reading_leaves_no_more_cycles_than_a_few_objects_an_entry() -> None:
    text = gentbudget.load_sample().text
    gentbudget.parse(text)
    gc.disable()
    gc.freeze()  # what was there before is not gone through
    try:
        report = gentbudget.parse(text)
        assert gc.collect() <= 10 * len(report.entries)
    finally:
        gc.unfreeze()
        gc.enable()


def test_what_somebody_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        gentbudget.parse(SMALL)
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_what_was_read_counts_as_old_at_once() -> None:
    report = gentbudget.parse(SMALL)
    young = gc.get_objects(generation=0) + gc.get_objects(generation=1)
    assert not any(thing is report for thing in young)
    assert any(thing is report for thing in gc.get_objects(generation=2))
