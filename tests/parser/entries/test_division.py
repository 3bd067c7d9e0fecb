"""Which parts are one entry: a line that stands in the middle of it cuts it in two."""

from __future__ import annotations

import gentbudget
from tests.parser.small import SMALL, edited


def test_words_of_a_head_between_heading_and_header_part_no_entry() -> None:
    """A running title that looks like the labels of columns: the heading alone is no entry, nor is what stands behind it."""
    report = gentbudget.parse(edited(("AC34485 - Begeleiden", "Budget 2024\tJaarrekening 2024\n\nAC34485 - Begeleiden")))
    plain = gentbudget.parse(SMALL)
    assert [entry.code for entry in report.entries] == [entry.code for entry in plain.entries]
    assert report["AC34485"].title == plain["AC34485"].title
    assert report["AC34485"].lines[0] == plain["AC34485"].lines[0]
    assert report["AC34485"].budget == plain["AC34485"].budget
    assert not report.findings
