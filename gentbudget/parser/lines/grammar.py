"""The grammar, loaded once a process, and its patterns for the pieces that the parser reads inside a line.

No pattern of the layout is written in Python: what a code, a figure or a label looks like stands in grammar/. Building the
parser from there takes ten times as long as loading it built, so grammar/compiled.py holds what was built last. It is used
as long as it was made from these files by this version of Lark; ``python -m gentbudget.grammar`` makes it anew.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from typing import Any

import lark
from attrs import frozen
from lark import Lark
from lark.grammar import Rule
from lark.lexer import TerminalDef
from lark.load_grammar import FromPackageLoader, GrammarBuilder

PACKAGE = "gentbudget.grammar"
_SOURCES = ("report.lark", "cells.lark", "labels.lark")
OPTIONS: dict[str, Any] = {"start": "report", "parser": "lalr", "lexer": "contextual"}


@frozen
class Compiled:
    """The grammar as built: the parser's tables, as Lark stores them, and the pattern of every terminal by its name."""

    digest: str
    data: dict[str, Any]
    memo: dict[int, Any]
    patterns: dict[str, str]


def digest() -> str:
    """What tells these sources of the grammar, and the version of Lark that builds it, from all others."""
    sources = files(PACKAGE)
    return sha256(b"\0".join((lark.__version__.encode(), *(sources.joinpath(s).read_bytes() for s in _SOURCES)))).hexdigest()


def build() -> Compiled:
    """Build the grammar from its sources."""
    loader = FromPackageLoader(PACKAGE)
    source: Any
    source, text = loader(None, _SOURCES[0])
    builder = GrammarBuilder(import_paths=[loader])
    builder.load_grammar(text, source)
    grammar = builder.build()
    data, memo = Lark(grammar, **OPTIONS).memo_serialize([TerminalDef, Rule])
    terminals: list[TerminalDef]
    terminals, _, _ = grammar.compile([], "*")  # those included that no rule uses
    patterns = {terminal.name.rpartition("__")[2]: terminal.pattern.to_regexp() for terminal in terminals}
    return Compiled(digest(), _plain(data), _plain(memo), _plain(patterns))


def _plain(value: Any) -> Any:
    """The value with tokens, which are text, as text."""
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


@cache
def compiled() -> Compiled:
    """The grammar: as it was built last, if that was from these sources, and else built now."""
    stored = getattr(import_module(f"{PACKAGE}.compiled"), "COMPILED", {})
    return Compiled(**stored) if stored.get("digest") == digest() else build()


@cache
def pattern(terminal: str) -> re.Pattern[str]:
    """The compiled pattern of one of the grammar's terminals."""
    return re.compile(compiled().patterns[terminal])


def unwrapped(text: str) -> str:
    """The line with blanks for the marks at which a cell's text wraps, so that all else keeps its place."""
    return pattern("WRAP").sub(lambda mark: " " * len(mark[0]), text)


def words_of(text: str) -> list[str]:
    """The words of a line, or of a part of it: what stands between the gaps."""
    if pattern("MARK").search(text):
        text = pattern("GAP").sub(" ", text)
    return text.split()


def plain(text: str) -> str:
    """The words with one blank between each."""
    return " ".join(words_of(text))
