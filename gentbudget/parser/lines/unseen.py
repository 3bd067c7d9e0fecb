"""What stands in a text and no reader sees: marks for the program that shows it, and what was put before every line.

What comes out is as long as the text, and has its figures where they are: blanks stand for what is taken out, there or behind
the words that it stood in.
"""

from __future__ import annotations

import html
from itertools import takewhile
from re import Match
from unicodedata import is_normalized, normalize

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern

UNKNOWN = "\ufffd"
"""What stands for a letter that a program could not read."""


def as_seen(text: str) -> str:
    r"""The text without all that, and with one sign for a letter and its accent.

    >>> as_seen('AC34485 - Het \\"loket\\" &amp; meer   <u>Dienst Burgerzaken</u>')
    'AC34485 - Het "loket" & meer             Dienst Burgerzaken    '
    """
    if pattern("UNSEEN").search(text) or not is_normalized("NFC", text):
        text = pattern("CONTROL").sub(UNKNOWN, text)
        text = pattern("BESIDE_GAP").sub(lambda marks: " " * len(marks[0]), text)
        text = pattern("WORDS_ALONE").sub(_composed, text)
    if "</" in text:
        text = pattern("TAG").sub(lambda tag: " " * len(tag[0]), text)
    text = _without_prefix(text)
    if "\\" in text or pattern("ENTITY").search(text):
        text = pattern("ESCAPED").sub(_unescaped, text)
    return text


def _without_prefix(text: str) -> str:
    """The text without what stands before each of its lines, as mail and comparisons print it: `> `, `+`, a tab.

    A border, or a quote, is a part of the first cell.
    """
    if not _mark_before(text.lstrip("\r\n\f")):  # a quick test
        return text
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    if len(filled) < tolerances.FEWEST_PREFIXED_LINES:
        return text
    # What the first and the last line in their order begin with, all lines between these do.
    same = takewhile(lambda pair: pair[0] == pair[1], zip(min(filled), max(filled), strict=False))
    mark = _mark_before("".join([sign for sign, _ in same]))
    if not mark:
        return text
    return "\n".join([" " * len(mark) + line[len(mark) :] if line.startswith(mark) else line for line in lines])


def _mark_before(line: str) -> str:
    """What stands before a line that may be no part of it."""
    found = pattern("PREFIX").match(line)
    return found[0].rstrip(" ") if found else ""


def _composed(words: Match[str]) -> str:
    seen = normalize("NFC", pattern("INVISIBLE").sub("", words[0]))
    return seen.ljust(len(words[0]))


def _unescaped(cell: Match[str]) -> str:
    text = pattern("ESCAPE").sub(lambda sign: sign[0][1], cell[0])
    return pattern("ENTITY").sub(_named, text).ljust(len(cell[0]))


def _named(name: Match[str]) -> str:
    """The sign with this name; a blank for a line end, and for what else no line holds."""
    sign = html.unescape(name[0])
    return sign if sign.isprintable() else " "
