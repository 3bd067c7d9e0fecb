"""The grammar, built once a process, and the pieces of it that the parser reads inside a line.

No pattern of the layout is written in Python: what a code, a figure or a label looks like stands in grammar/report.lark.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark
from lark.lexer import PatternStr

from gentbudget.parser.parts import PartsTransformer

_PIECES = (
    "code",
    "year",
    "period",
    "status",
    "phase",
    "figure",
    "run",
    "gap",
    "border",
    "wrap",
    "column_label",
    "wrapped_column_label",
    "page_number",
    "bullet",
)
_LABELS = ("row_label", "heading_label", "head_label", "head_word", "column_word")
GRAMMAR_OPTIONS: dict[str, Any] = {"start": ["report", *_PIECES, *_LABELS], "parser": "lalr", "lexer": "contextual"}


def grammar_text() -> str:
    """The grammar's source."""
    return files("gentbudget.grammar").joinpath("report.lark").read_text(encoding="utf-8")


@cache
def grammar() -> Lark:
    """The grammar as a parser; its rule ``report`` turns a whole text into a `ReportPart`."""
    return Lark(grammar_text(), transformer=PartsTransformer(), **GRAMMAR_OPTIONS)


@cache
def pattern(terminal: str) -> re.Pattern[str]:
    """The compiled pattern of one of the grammar's terminals."""
    return re.compile(grammar().get_terminal(terminal).pattern.to_regexp())


@cache
def label(terminal: str) -> str:
    """The literal text of a label's terminal, such as ``Uitgaven`` for ``EXPENDITURE``."""
    literal = grammar().get_terminal(terminal).pattern
    if not isinstance(literal, PatternStr):
        raise TypeError(f"{terminal} is no single label")
    return literal.value


def unwrapped(text: str) -> str:
    """The line with blanks for the marks at which a cell's text wraps, so that all else keeps its place."""
    return text.replace(label("WRAP"), " " * len(label("WRAP")))


def words_of(text: str) -> list[str]:
    """The words of a line, or of a part of it: what stands between the gaps."""
    return pattern("GAP").sub(" ", text).split()


def plain(text: str) -> str:
    """The words with one blank between each."""
    return " ".join(words_of(text))
