"""Whatever Python calls a blank parts the cells of a line, and never makes a row, a header or a figure unreadable."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from tests.parser.small import SMALL

ENDS = "\n\f"
BLANKS = [c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace() and c not in ENDS]
"""What `str.split` parts words at; line ends and page ends are none."""

PLAIN = gentbudget.parse(SMALL)


def parted(text: str, blank: str) -> str:
    """The text with this blank twice between its cells, where it has tabs."""
    return text.replace("\t", blank * 2)


@pytest.mark.parametrize("blank", BLANKS, ids=lambda c: f"U+{ord(c):04X}")
def test_any_blank_parts_cells(blank: str) -> None:
    report = gentbudget.parse(parted(SMALL, blank))
    assert figures(report) == figures(PLAIN)
    assert [(e.kind, e.code, e.title) for e in report.entries] == [(e.kind, e.code, e.title) for e in PLAIN.entries]


@given(st.data())
def test_blanks_may_stand_anywhere_in_a_gap(data: st.DataObject) -> None:
    runs = st.text(st.sampled_from(BLANKS), min_size=2, max_size=5)
    pieces = SMALL.split("\t")
    text = pieces[0] + "".join(data.draw(runs) + piece for piece in pieces[1:])
    assert figures(gentbudget.parse(text)) == figures(PLAIN)


def figures(report: gentbudget.Report) -> list[list[str]]:
    return [[c.text for row in (*e.budget.rows, e.staff) for c in row.figures] for e in report.entries]
