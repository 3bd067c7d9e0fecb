"""The stage behind the lexer: gives lines the names that no pattern can give them.

A line whose label is misspelt by a character or two gets the name of that label; words and figures are a row only if the
words are near the labels of a row; page furniture is set aside before the rules see it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from attrs import define, field
from lark import Token

from gentbudget.parser.lines.grammar import pattern, words_of
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.misreading import nearest, starts_near
from gentbudget.vocabulary import FLOWS, HEADINGS, OPTIONAL_SECTIONS, SECTIONS, STAFF_ROW, TABLES

_HEADINGS = {HEADINGS["plan"]: "PLAN_HEADING", HEADINGS["action"]: "ACTIONS_HEADING"}
_HEADS = {TABLES["budget"]: "BUDGET_HEAD", TABLES["staff"]: "STAFF_HEAD"}
SECTION_LABELS = tuple(section.label for section in (*SECTIONS, *OPTIONAL_SECTIONS))
_FLOW_LABELS = tuple(flow.label for flow in FLOWS)
_LABELLED = 80
_ROWS = frozenset({"ROW", "LOOSE_ROW", "FIGURES", "ROW_LABEL"})


class Misread(NamedTuple):
    """A line with a label that was misread, and that label as it should be."""

    line: Line
    label: str


@define
class LineNamer:
    """Turns the lexer's tokens into named lines. ``furniture`` holds the positions at which lines of it start."""

    text: str
    furniture: AbstractSet[int]
    set_aside: list[Line] = field(factory=list)
    misread: list[Misread] = field(factory=list)
    previous: str = ""

    def process(self, tokens: Iterable[Token], accepted: Callable[[], Container[str]]) -> Iterator[Line]:
        """The lines, without the furniture. ``accepted`` tells which names the rules have room for at this place."""
        for token in tokens:
            line = Line(token.type, token[:-1], token.line or 0, token.start_pos or 0, token.column or 1)
            if line.start in self.furniture:
                self.set_aside.append(line)
                continue
            self.previous = line.type = self._name(line, accepted)
            yield line

    def _name(self, line: Line, accepted: Callable[[], Container[str]]) -> str:
        """The line's name, perhaps another than the grammar's."""
        terminal = line.type
        if terminal == "TEXT_LINE":
            terminal = self._name_text(line, accepted)
        elif terminal == "FIGURES" and (row_labels(line) or len(_words(line)) == 1):
            # The label may begin with a misread letter: `0ntvangsten`, `4cties`.
            terminal = "ROW" if row_labels(line) else self._name_heading(line, _words(line)) or terminal
        elif terminal == "ROW" and not row_labels(line):
            terminal = self._name_head(line, _words(line)) or "LOOSE_ROW"
        return terminal

    def _name_text(self, line: Line, accepted: Callable[[], Container[str]]) -> str:
        words = _words(line)
        if not words:
            return line.type
        named = self._name_heading(line, words) or self._name_head(line, words)
        if named is None and "ROW" in accepted():
            named = self._name_row(line, words)
        return named or line.type

    def _name_heading(self, line: Line, words: list[str]) -> str | None:
        if len(words) > 1:
            if pattern("CODE").fullmatch(words[-1]) and nearest(" ".join(words[:-1]), (HEADINGS["objective"],)):
                return self._note(line, "OBJECTIVE_HEADING", HEADINGS["objective"])
        elif words[0].isalnum() and not words[0].isdecimal():
            for printed, heading in _HEADINGS.items():
                # Other words come as near to so short a label; only between entries can it be one.
                if nearest(words[0], (printed,)) and self._between_entries(line):
                    return self._note(line, heading, printed)
        return None

    def _between_entries(self, line: Line) -> bool:
        position = line.end + 1
        while blank := pattern("BLANK_LINE").match(self.text, position):
            position = blank.end()
        return any(pattern(t).match(self.text, position) for t in ("CODE_LINE", "RULE_LINE")) or self.previous in _ROWS

    def _name_head(self, line: Line, words: list[str]) -> str | None:
        letters = "".join(c for c in "".join(words[:6]) if c.isalnum()).casefold()
        for printed, terminal in _HEADS.items():
            if starts_near(letters, printed.replace(" ", "").casefold()):
                return self._note(line, terminal, printed)
        return None

    def _name_row(self, line: Line, words: list[str]) -> str | None:
        """A row, or its labels, whose label begins with a digit (`1nvestering`) or is misread."""
        labels = row_labels(line)
        if labels and len(labels) == len(words):
            return "ROW_LABEL"
        return "ROW" if labels and len(pattern("FIGURE").findall(line.raw)) > 1 else None

    def _note(self, line: Line, terminal: str, printed: str) -> str:
        self.misread.append(Misread(line, printed))
        return terminal


def _words(line: Line) -> list[str]:
    """The first words of the line: more than any label has."""
    return words_of(line.raw.strip()[:_LABELLED])


def row_labels(line: Line) -> tuple[str, ...]:
    """The labels that a row begins with, spelt as they should be: section and flow, one of them, VTE, or none."""
    words = words_of(line.raw)
    if words[0] == STAFF_ROW:
        return (STAFF_ROW,)
    section = nearest(words[0], SECTION_LABELS)
    behind = words[1:] if section else words
    flow = nearest(behind[0], _FLOW_LABELS) if behind else None
    return tuple(filter(None, (section, flow)))
