"""Each letter of the labels of the last tables misread: nothing is lost, and the label is told with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

import pytest

from tests.parser.tables.changes import BUDGET_ROWS, HEAD, STAFF_HEAD, STAFF_ROW, Reading, Said, read, with_line

Slip = Callable[[str, int], str]

SLIPS: dict[str, Slip] = {
    "another": lambda word, place: f"{word[:place]}w{word[place + 1 :]}",
    "lost": lambda word, place: word[:place] + word[place + 1 :],
}
LABELS = (
    *((line, word) for line in (*BUDGET_ROWS[:3], BUDGET_ROWS[4]) for word in line.split("\t")[:2] if word),
    (STAFF_ROW, "VTE"),
)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_letter_of_a_row_s_label_costs_nothing_and_the_label_is_told(slip: str) -> None:
    for line, label in LABELS:
        for place in range(len(label)):
            printed = SLIPS[slip](label, place)
            new = line.replace(label, printed)
            assert read(with_line(line, new)) == Reading({}, [Said("misspelt-label", "info", new, printed)])


@pytest.mark.parametrize(("line", "slip"), [(HEAD, "lost"), (STAFF_HEAD, "another")], ids=["budget", "staff"])
def test_every_other_letter_of_a_head_costs_nothing_and_the_head_is_told(line: str, slip: str) -> None:
    for letter in islice(re.finditer("[A-Za-z]", line.replace("w", " ")), 0, None, 2):
        new = SLIPS[slip](line, letter.start())
        reading = read(with_line(line, new))
        assert reading.changed == {}
        assert [told[:3] for told in reading.said] == [("misspelt-label", "info", new)]


@pytest.mark.parametrize(("line", "cut"), [(HEAD, "|"), (STAFF_HEAD, " ")], ids=["budget", "staff"])
def test_a_border_or_a_blank_within_a_label_of_a_column_is_nothing(line: str, cut: str) -> None:
    for letter in re.compile("[A-Za-z](?=[A-Za-z])").finditer(line, line.index("\t")):
        assert read(with_line(line, f"{line[: letter.end()]}{cut}{line[letter.end() :]}")) == Reading({}, [])
