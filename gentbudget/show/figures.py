"""How figures and printed words are written for people: in Dutch notation, with what is missing or unreadable told apart."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from attrs import frozen

from gentbudget.model import Cell, Column, Entry, Row
from gentbudget.numbers import format_number
from gentbudget.vocabulary import TABLES

MISSING = "\N{EM DASH}"
"""Stands for what the text does not print."""

BUDGET_HEADING, STAFF_HEADING = TABLES["budget"], TABLES["staff"]

_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDDEN_CATEGORIES = frozenset(("Cc", "Cs", "Co", "Cn"))


@frozen
class Written:
    """A figure as people read it. ``unreadable`` is what is printed and no number, ``missing`` what is not printed."""

    text: str
    state: Literal["printed", "missing", "unreadable"] = "printed"


def written(column: Column, cell: Cell) -> Written:
    """Write a figure with the decimals that it is printed with.

    >>> from decimal import Decimal
    >>> written(Column("% Besteding budget 2024", is_share=True), Cell(Decimal("91.7"), "91,7%", 1, 1, 0, 5)).text
    '91,7%'
    >>> written(Column("Budget 2024"), Cell(None, "12.3O4", 1, 1, 0, 6))
    Written(text='12.3O4 ?', state='unreadable')
    """
    if cell.value is not None:
        return Written(_in_dutch(str(cell.value)) + ("%" if column.is_share else ""))
    return Written(f"{visible(cell.text)} ?", "unreadable") if cell.text else Written(MISSING, "missing")


def written_row(row: Row) -> list[Written]:
    """Write the figures of a row, in printed order."""
    return [written(column, cell) for column, cell in zip(row.columns, row.figures, strict=True)]


def visible(text: str) -> str:
    r"""Show what a dump may hold and no reader sees: each control or bidirectional character becomes U+FFFD.

    Line breaks and tabs are blanks here.

    >>> visible("Huur\x1b[2J\u202eners\tin Gent")
    'Huur�[2J�ners in Gent'
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def name_of(entry: Entry) -> str:
    """Name an entry by its code or, where that is lost, by its line.

    >>> import gentbudget
    >>> [name_of(action) for action in gentbudget.load_sample().plans[0].actions[:2]]
    ['AC34485', 'no code, line 102']
    """
    return visible(entry.code) if entry.code else f"no code, line {entry.lines[0]}"


@lru_cache(maxsize=4096)
def _in_dutch(value: str) -> str:
    """Write a number; most of a report's are zeros. By its text, which tells 1 and 1.0 apart, and not by its value."""
    return format_number(Decimal(value))


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    hidden = character in _BIDIRECTIONAL or unicodedata.category(character) in _HIDDEN_CATEGORIES
    return "\N{REPLACEMENT CHARACTER}" if hidden else character
