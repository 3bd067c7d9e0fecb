"""The words of a line, whatever marks stand between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gentbudget.parser.lines.grammar import plain, unwrapped


@given(st.lists(st.sampled_from(["<br>", "a", "Wonen", "1.234", " ", "|", "<", "br>"]), max_size=12).map("".join))
def test_where_cells_wrap_there_are_blanks_and_all_else_keeps_its_place(text: str) -> None:
    blank = unwrapped(text)
    assert len(blank) == len(text)
    assert "<br>" not in blank
    assert [(a, b) for a, b in zip(text, blank, strict=True) if a != b and (b != " " or a not in "<br>")] == []


@pytest.mark.parametrize("printed", ["Dienst<br>Wonen", "|Dienst|Wonen|", "**Dienst** Wonen", "# Dienst\tWonen"])
def test_marks_are_no_words(printed: str) -> None:
    assert plain(printed) == "Dienst Wonen"
