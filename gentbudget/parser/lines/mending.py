"""Labels that hyphenation broke, whole again: `onderbou-` at the end of a line, `Jaar re ke ning`, and soft hyphens in them.

A word is mended only in a line that is one of a table, or a heading, with it. What comes out is as long as the text and has as
many lines, and every other character keeps its place: a mended word stands behind the line end that was in it, and blanks
stand for its marks.
"""

from __future__ import annotations

import re
from functools import cache
from re import Match

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern
from gentbudget.vocabulary import FLOWS, HEADINGS, MEASURES, SECTIONS, TABLES

_MARKS = ("\u00ad", "\ufffe")
_SIGNS = ("HYPHEN_IN_LABEL", "BLANKS_IN_LABEL", "END_IN_LABEL")


def with_whole_labels(text: str) -> str:
    """The text with its broken labels mended; a text without such as it is."""
    if not any(mark in text for mark in _MARKS) and not any(pattern(sign).search(text) for sign in _SIGNS):
        return text
    written: list[str] = []
    done = 0
    for start, end, words in _broken(text):
        if mended := _mended(text, start, end, words):
            written += (text[done:start], mended)
            done = end
    return "".join((*written, text[done:]))


@cache
def _words_of_labels() -> re.Pattern[str]:
    """The words that labels are made of, broken anywhere or whole."""
    labels = [
        *(word.label for word in (*SECTIONS, *FLOWS)),
        *TABLES.values(),
        *HEADINGS.values(),
        *(word for measure in MEASURES for word in measure.words),
    ]
    words = {word for label in labels for word in label.split() if word.isalpha()}
    return re.compile("|".join(pattern("BREAK").pattern.join(word) for word in sorted(words, key=len, reverse=True)))


def _broken(text: str) -> list[tuple[int, int, list[Match[str]]]]:
    """The runs of lines that broken words hold together, with these words."""
    runs: list[tuple[int, int, list[Match[str]]]] = []
    for word in _words_of_labels().finditer(text):
        if word[0].isalpha():
            continue
        end = _line_end(text, word.end())
        if runs and word.start() < runs[-1][1]:
            start, _, words = runs.pop()
            runs.append((start, end, [*words, word]))
        else:
            runs.append((_line_start(text, word.start()), end, [word]))
    return runs


def _mended(text: str, start: int, end: int, words: list[Match[str]]) -> str | None:
    """These lines with their words whole, if all of them are a table's or a heading then."""
    parts: list[str] = []
    for word in words:
        whole = "".join(filter(str.isalpha, word[0]))
        breaks = "\n" * word[0].count("\n")
        parts += (text[start : word.start()], breaks, whole.ljust(len(word[0]) - len(breaks)))
        start = word.end()
    mended = "".join((*parts, text[start:end]))
    lines = [line for line in pattern("LINE_END").split(mended) if line.strip()]
    return mended if all(pattern("TABLE_LINE").fullmatch(f"{line}\n") for line in lines) else None


def _line_start(text: str, position: int) -> int:
    return max(text.rfind(mark, max(0, position - tolerances.LONGEST_MENDED_LINE), position) for mark in "\n\f") + 1


def _line_end(text: str, position: int) -> int:
    last = min(len(text), position + tolerances.LONGEST_MENDED_LINE)
    end = pattern("LINE_END").search(text, position, last)
    return end.start() if end else last
