"""What is printed of a property that fails."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import told
from tests.parser.small import SMALL


def test_a_property_that_fails_tells_the_smallest_text_and_what_was_read_of_it() -> None:
    @settings(settings(), database=None, print_blob=False)
    @given(st.integers(0, 9))
    def a_text_has_fewer_entries_than_blank_lines(ends: int) -> None:
        assert len(told.parse(SMALL + "\n" * ends).entries) < ends

    with pytest.raises(AssertionError) as caught:
        a_text_has_fewer_entries_than_blank_lines()
    text, read = caught.value.__notes__[-2:]
    assert text == f"the text:\n{SMALL}"
    assert read.startswith("what was read of it:\nobjective SD10041 'Iedereen woont, leert en werkt hier', lines ")
    assert "\n  Exploitatie Uitgaven: Budget 2024 " in read
