"""From text to parts: runs the grammar, and tells its lexer the three things that no pattern can tell."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from attrs import define, field
from lark import Token, UnexpectedInput

from gentbudget.errors import ReportError
from gentbudget.parser.labels import nearest, starts_near
from gentbudget.parser.layout import grammar, label, pattern, words_of
from gentbudget.parser.parts import ReportPart

_HEADINGS = {"PLAN_LABEL": "PLAN_HEADING", "ACTIONS_LABEL": "ACTIONS_HEADING"}
_LABELLED = 80
_ROWS = frozenset({"ROW", "LOOSE_ROW", "FIGURES", "ROW_LABEL"})
_SECTION_TERMINALS = ("OPERATING", "INVESTMENT", "FINANCING")
_FLOW_TERMINALS = ("EXPENDITURE", "RECEIPTS")


@define
class ReadText:
    """What reading a text gave: its parts, the lines set aside as furniture, and the labels that were misread."""

    parts: ReportPart
    furniture: list[Token]
    misread: list[tuple[Token, str]]


@cache
def section_labels() -> tuple[str, ...]:
    """The labels of the budget's sections, as printed."""
    return tuple(map(label, _SECTION_TERMINALS))


@cache
def flow_labels() -> tuple[str, ...]:
    """The labels of the two flows of money, as printed."""
    return tuple(map(label, _FLOW_TERMINALS))


def read_lines(text: str, furniture: AbstractSet[int]) -> ReadText:
    """The parts of the text. ``furniture`` holds the positions at which lines of page furniture start."""
    whole = text if text.endswith("\n") else text + "\n"
    session: Any = grammar().parse_interactive(whole, start="report")
    namer = _LineNamer(whole)
    set_aside: list[Token] = []
    try:
        for token in session.lexer_thread.lex(session.parser_state):
            if token.start_pos in furniture:
                set_aside.append(token)
                continue
            session.feed_token(namer.name(token, session))
        parts: ReportPart = session.feed_eof()
    except UnexpectedInput as error:  # the rules leave room for any line, so this is a fault of the grammar
        raise ReportError("this line fits nowhere in the layout", line=error.line, column=error.column) from None
    return ReadText(parts, set_aside, namer.misread)


@define
class _LineNamer:
    """Gives lines the terminal that they would have if their labels were not misread."""

    text: str
    misread: list[tuple[Token, str]] = field(factory=list)
    previous: str = ""

    def name(self, token: Token, session: Any) -> Token:
        """The token, perhaps with another type."""
        terminal = token.type
        if terminal == "TEXT_LINE":
            terminal = self._name_text(token, session)
        elif terminal == "FIGURES" and (row_labels(token) or len(_words(token)) == 1):
            # The label may begin with a misread letter: `0ntvangsten`, `4cties`.
            terminal = "ROW" if row_labels(token) else self._name_heading(token, _words(token)) or terminal
        elif terminal == "ROW" and not row_labels(token):
            terminal = self._name_head(token, _words(token)) or "LOOSE_ROW"
        self.previous = terminal
        return token if terminal == token.type else Token.new_borrow_pos(terminal, token, token)

    def _name_text(self, token: Token, session: Any) -> str:
        words = _words(token)
        if not words:
            return token.type
        named = self._name_heading(token, words) or self._name_head(token, words)
        if named is None and "ROW" in session.choices():
            named = self._name_row(token, words)
        return named or token.type

    def _name_heading(self, token: Token, words: list[str]) -> str | None:
        if len(words) > 1:
            if pattern("CODE").fullmatch(words[-1]) and nearest(" ".join(words[:-1]), (label("OBJECTIVE_LABEL"),)):
                return self._note(token, "OBJECTIVE_HEADING", label("OBJECTIVE_LABEL"))
        elif words[0].isalnum() and not words[0].isdecimal():
            for terminal, heading in _HEADINGS.items():
                # Other words come as near to so short a label; only between entries can it be one.
                if nearest(words[0], (label(terminal),)) and self._between_entries(token):
                    return self._note(token, heading, label(terminal))
        return None

    def _between_entries(self, token: Token) -> bool:
        position = token.end_pos or 0
        while blank := pattern("BLANK_LINE").match(self.text, position):
            position = blank.end()
        return any(pattern(t).match(self.text, position) for t in ("CODE_LINE", "RULE_LINE")) or self.previous in _ROWS

    def _name_head(self, token: Token, words: list[str]) -> str | None:
        letters = "".join(c for c in "".join(words[:6]) if c.isalnum()).casefold()
        for terminal, printed in _head_labels().items():
            if starts_near(letters, printed.replace(" ", "").casefold()):
                return self._note(token, terminal, printed)
        return None

    def _name_row(self, token: Token, words: list[str]) -> str | None:
        """A row, or its labels, whose label begins with a digit (`1nvestering`) or is misread."""
        labels = row_labels(token)
        if labels and len(labels) == len(words):
            return "ROW_LABEL"
        return "ROW" if labels and len(pattern("FIGURE").findall(token)) > 1 else None

    def _note(self, token: Token, terminal: str, printed: str) -> str:
        self.misread.append((token, printed))
        return terminal


def _words(token: Token) -> list[str]:
    """The first words of the line: more than any label has."""
    return words_of(token.strip()[:_LABELLED])


@cache
def _head_labels() -> dict[str, str]:
    return {
        "BUDGET_HEAD": f"{label('BUDGETARY')} {label('SUBSTANTIATION')}",
        "STAFF_HEAD": f"{label('SUBSTANTIATION').capitalize()} {label('STAFF')}",
    }


def row_labels(token: Token) -> tuple[str, ...]:
    """The labels that a row begins with, spelt as they should be: section and flow, one of them, VTE, or none."""
    words = words_of(token)
    if words[0] == label("VTE"):
        return (label("VTE"),)
    section = nearest(words[0], section_labels())
    behind = words[1:] if section else words
    flow = nearest(behind[0], flow_labels()) if behind else None
    return tuple(filter(None, (section, flow)))
