"""The grammar, loaded once a process, and its patterns for the pieces that the parser reads inside a line.

No pattern of the layout is written in Python: what a code, a figure or a label looks like stands in grammar/.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lark.lexer import Pattern, TerminalDef
from lark.load_grammar import FromPackageLoader, Grammar, GrammarBuilder

_PACKAGE = "gentbudget.grammar"
_SOURCE = "report.lark"


@cache
def grammar() -> Grammar:
    """The three files of the grammar as one."""
    loader = FromPackageLoader(_PACKAGE)
    source: Any
    source, text = loader(None, _SOURCE)
    builder = GrammarBuilder(import_paths=[loader])
    builder.load_grammar(text, source)
    return builder.build()


@cache
def _terminals() -> dict[str, Pattern]:
    """The patterns of all terminals, those included that no rule uses, by the names that they have where they are defined."""
    terminals: list[TerminalDef]
    terminals, _, _ = grammar().compile([], "*")
    return {terminal.name.rpartition("__")[2]: terminal.pattern for terminal in terminals}


@cache
def pattern(terminal: str) -> re.Pattern[str]:
    """The compiled pattern of one of the grammar's terminals."""
    return re.compile(_terminals()[terminal].to_regexp())


def unwrapped(text: str) -> str:
    """The line with blanks for the marks at which a cell's text wraps, so that all else keeps its place."""
    return pattern("WRAP").sub(lambda mark: " " * len(mark[0]), text)


def words_of(text: str) -> list[str]:
    """The words of a line, or of a part of it: what stands between the gaps."""
    return pattern("GAP").sub(" ", text).split()


def plain(text: str) -> str:
    """The words with one blank between each."""
    return " ".join(words_of(text))
