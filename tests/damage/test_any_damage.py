"""Any damage: no figure is wrong, nothing is lost in silence, nothing is raised but the library's own errors."""

from __future__ import annotations

import contextlib
from functools import reduce
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gentbudget import ReportError
from gentbudget.testing import DAMAGES, Damaged, Dump, damaged, dumps
from gentbudget.testing.page import NothingToHarmError
from tests.damage.oracle import Page, lost_lines, problems, wrong_figures, wrong_findings, wrong_places
from tests.profiles import times
from tests.testing.reading import read
from tests.told import parse

tabbed = dumps(layouts=["tabs"])

EVIDENT = (
    "line lost",
    "line doubled",
    "cells swapped",
    "cell dropped",
    "cell blanked",
    "cell doubled",
    "cells run together",
    "cells parted by a blank",
    "digit as a letter",
    "column dropped, its label kept",
    "head repeated",
    "furniture inserted",
    "rule inserted",
)
"""Damage after which the text still tells, to whoever knows how it is laid out, whose figures are whose."""

LASTING = tuple(
    name
    for name in EVIDENT
    if name not in ("line lost", "cells swapped", "column dropped, its label kept", "cell doubled", "cell dropped")
)
"""Such damage of which more tells it still. A row that names a section and one that would have, or a label of the head
and another column, can be lost so that nothing shows it; and a figure that stands twice can stand for one that is lost."""


UNSEEN = ("column dropped with its label",)
"""Damage after which nothing tells that there was more."""


@pytest.mark.parametrize("damage", DAMAGES)
@times(0.4)
@given(data=st.data())
def test_no_damage_makes_a_figure_wrong_or_loses_one_in_silence(damage: str, data: st.DataObject) -> None:
    harmed = data.draw(dumps().flatmap(lambda dump: damaged(dump, damages=[damage])))
    with contextlib.suppress(ReportError):
        report = parse(harmed.text)
        assert [*wrong_places(harmed.text, report), *wrong_findings(harmed.text, report)] == []
    reading = read(harmed)
    assert reading.silent == ()
    if harmed.dump.layout == "tabs" and damage not in UNSEEN:
        assert reading.lost_in_silence == ()


@pytest.mark.parametrize("damage", EVIDENT)
@times(0.5)
@given(data=st.data())
def test_evident_damage_loses_no_line_and_no_word_either(damage: str, data: st.DataObject) -> None:
    harmed = data.draw(tabbed.flatmap(lambda dump: damaged(dump, damages=[damage])))
    assert problems(harmed) == []


@given(tabbed, st.lists(st.sampled_from(LASTING), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_more_damages_make_no_figure_wrong(dump: Dump, damages: list[str], random: Random) -> None:
    def harm(lines: Damaged, name: str) -> Damaged:
        try:
            return Damaged(dump, f"{lines.damage}, {name}", DAMAGES[name](lines.lines, random))
        except NothingToHarmError:
            return lines

    page = Page.of(reduce(harm, damages, Damaged(dump, "none", dump.lines)))
    report = parse(page.text)
    assert [
        *wrong_figures(page, report),
        *wrong_places(page.text, report),
        *wrong_findings(page.text, report),
        *(problem for problem in lost_lines(page, report) if "row" in problem),
    ] == []


@given(tabbed, st.randoms(use_true_random=False))
def test_any_two_lines_may_trade_places_without_an_exception(dump: Dump, random: Random) -> None:
    lines = list(dump.lines)
    first, second = random.sample(range(len(lines)), 2)
    lines[first], lines[second] = lines[second], lines[first]
    text = "\n".join(line.text for line in lines)
    report = parse(text)
    assert [*wrong_places(text, report), *wrong_findings(text, report)] == []
