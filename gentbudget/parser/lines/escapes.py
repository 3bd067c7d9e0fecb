"""What Markdown prints that no reader sees: backslashes before signs that have a meaning there, and tags of letters' looks."""

from __future__ import annotations

from re import Match

from gentbudget.parser.lines.grammar import pattern


def without_escapes(text: str) -> str:
    r"""The text without them. Blanks stand for tags; what is behind a backslash in its cell moves up; no other place changes.

    >>> without_escapes('AC34485 - Het \"loket\"   <u>Dienst Burgerzaken</u>')
    'AC34485 - Het "loket"        Dienst Burgerzaken    '
    """
    if "</" in text:
        text = pattern("TAG").sub(lambda tag: " " * len(tag[0]), text)
    return pattern("ESCAPED").sub(_unescaped, text) if "\\" in text else text


def _unescaped(cell: Match[str]) -> str:
    return pattern("ESCAPE").sub(lambda sign: sign[0][1], cell[0]).ljust(len(cell[0])) if "\\" in cell[0] else cell[0]
