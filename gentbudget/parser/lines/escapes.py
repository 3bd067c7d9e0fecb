"""Markdown's backslashes before signs that have a meaning there, such as quotes."""

from __future__ import annotations

from re import Match

from gentbudget.parser.lines.grammar import pattern


def without_escapes(text: str) -> str:
    r"""The text without them; what stands behind one in its cell moves up, and all other characters keep their places.

    >>> without_escapes('AC34485 - Het \\"loket\\"   Dienst Burgerzaken')
    'AC34485 - Het "loket"     Dienst Burgerzaken'
    """
    return pattern("ESCAPED").sub(_unescaped, text) if "\\" in text else text


def _unescaped(cell: Match[str]) -> str:
    return pattern("ESCAPE").sub(lambda sign: sign[0][1], cell[0]).ljust(len(cell[0])) if "\\" in cell[0] else cell[0]
