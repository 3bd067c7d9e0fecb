"""Damage is done to what it says it is done to, and to nothing else; golden dumps are printed as they were."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.testing import DAMAGES, Damaged, Dump, damaged, dumps
from gentbudget.testing.damage import damage
from tests.documents.measuring import golden
from tests.profiles import times
from tests.testing.golden import pieces


@given(dumps().flatmap(damaged))
@times(3)
def test_all_entries_but_the_harmed_ones_are_printed_as_before(done: Damaged) -> None:
    before, after = done.dump.lines, done.lines
    for number in range(len(done.dump.report.entries)):
        if number not in done.harmed:
            printed = [[line.text for line in lines if line.entry == number] for lines in (before, after)]
            assert printed[0] == printed[1]


@given(dumps(layouts=["tabs"]), st.randoms(use_true_random=False))
@times(1)
def test_a_misread_figure_harms_the_entry_that_it_stands_in(dump: Dump, random: Random) -> None:
    done = damage(dump, "digit as another digit", random)
    assert done is not None
    (before,), (after,) = done.changed
    (number,) = done.harmed
    assert len(before) == len(after)
    assert before in {line.text for line in dump.lines if line.entry == number}


def test_a_piece_of_a_golden_dump_is_printed_as_the_dump_is() -> None:
    found = list(islice(pieces(8, each=1), 3))
    texts = {dump.name: dump.text for dump in golden()}
    for piece in found:
        assert piece.text in texts[piece.layout]
        assert {line.part for line in piece.lines} >= {"heading", "header", "budget row", "staff row"}
        for name in ("digit lost", "row dropped", "cell blanked"):
            done = damage(piece, name, Random(1))
            assert done is not None
            assert done.text != piece.text
    assert found


def test_every_kind_of_damage_can_be_done_to_something() -> None:
    done: set[str] = set()

    @given(dumps(layouts=["tabs"]), st.randoms(use_true_random=False))
    @times(3)
    def harm(dump: Dump, random: Random) -> None:
        done.update(name for name in DAMAGES if name not in done and damage(dump, name, random) is not None)

    harm()
    if missing := set(DAMAGES) - done:
        pytest.fail(f"never done: {sorted(missing)}")
