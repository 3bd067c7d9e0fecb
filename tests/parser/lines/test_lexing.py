"""The rules leave room for any line; were one to fit nowhere, the error would be the library's own, and say which."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import ReportError
from gentbudget.parser.lines.lexing import _lexed, _parser
from gentbudget.parser.lines.naming import LineNamer


def test_a_line_that_the_rules_have_no_room_for_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LineNamer, "_name", lambda self, line, accepted: "FIGURES")
    with pytest.raises(ReportError, match="fits nowhere") as caught:
        gentbudget.parse("JAARREKENING 2024\n\nActies\n")
    assert caught.value.line == 1


def test_a_line_that_no_terminal_matches_is_told() -> None:
    """Each ends with its line, and the text that is read always does."""
    text = "Acties\nVTE"
    with pytest.raises(ReportError, match="fits nowhere") as caught:
        list(_lexed(_parser().parse_interactive(text), text))
    assert (caught.value.line, caught.value.column) == (2, 1)
