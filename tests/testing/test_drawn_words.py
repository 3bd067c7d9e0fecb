"""The words and periods of drawn entries: few, so that an example that fails is read quickly, and such as accounts print."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from gentbudget import ActionPlan, Entry, Project
from gentbudget.testing import entries
from gentbudget.testing.words import descriptions, titles

DRAWN = settings(max_examples=40, phases=[Phase.generate])


@DRAWN
@given(st.data())
def test_a_title_is_of_one_to_three_things_none_of_them_twice(data: st.DataObject) -> None:
    _, _, named = data.draw(titles()).partition(" van ")
    things = named.split(" en ")
    assert 1 <= len(things) <= 3
    assert len(set(things)) == len(things)


@DRAWN
@given(st.data())
def test_a_description_has_no_more_than_two_paragraphs_and_a_list_no_more_than_three_points(data: st.DataObject) -> None:
    paragraphs = data.draw(descriptions())
    assert len(paragraphs) <= 2
    for paragraph in paragraphs:
        lines = paragraph.split("\n")
        assert len(lines) == 1 or (len(lines) <= 3 and all(line.startswith("- ") for line in lines))
        assert all(line.endswith(".") for line in lines)


@settings(max_examples=20, phases=[Phase.generate])
@given(st.one_of(entries("project"), entries("plan", max_children=0)))
def test_a_period_ends_one_to_six_years_after_it_begins(entry: Entry) -> None:
    assert isinstance(entry, Project | ActionPlan)
    assert entry.period is not None
    assert entry.period.start + 1 <= entry.period.end <= entry.period.start + 6
