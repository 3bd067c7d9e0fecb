"""Spreadsheets saved as text: CSV with semicolons, commas or tabs, its cells quoted or not.

What comes out is the text with tabs between its cells, which are borders to the grammar, and blanks for the quotes around
them and the line ends in them. Every other character keeps its place, so that a place in the one is the same in the other;
but in a cell with doubled quotes, which holds no figure, the text behind them moves up.
"""

from __future__ import annotations

from collections import Counter

from gentbudget.parser import tolerances
from gentbudget.parser.lines.grammar import pattern

_SEPARATORS = ";,\t"


def with_tabs(text: str) -> str:
    r"""The text of a spreadsheet with tabs between its cells; any other text as it is.

    >>> with_tabs('Exploitatie;Uitgaven;"19,6"\n;Ontvangsten;0\n')
    'Exploitatie\tUitgaven\t 19,6 \n\tOntvangsten\t0\n'
    """
    separator = _separator(text)
    if separator is None or (separator == "\t" and '"\t' not in text):
        return text
    written: list[str] = []
    record: list[tuple[str, bool]] = []  # cells, and whether they are quoted
    for cell in pattern({";": "SEMICOLON_CELL", ",": "COMMA_CELL", "\t": "TAB_CELL"}[separator]).finditer(text):
        quoted = cell["quoted"]
        record.append((cell["bare"], False) if quoted is None else (quoted, True))
        if cell["end"] != separator:
            written += (_record(record), cell["end"])
            record = []
    return "".join(written)


def _separator(text: str) -> str | None:
    """What parts the cells, if nearly every line has as many of them; blank lines do not count."""
    start = text[: tolerances.LOOKED_AT]
    bare = pattern("QUOTED_CELL").sub("", start) if '"' in start else start
    lines = list(filter(None, bare.split("\n")))
    for separator in _SEPARATORS:
        if not 0 < len(lines) <= start.count(separator):
            continue
        counts = Counter(line.count(separator) for line in lines)
        usual, count = counts.most_common()[0]
        if usual < tolerances.FEWEST_SEPARATORS or count < tolerances.LEAST_ALIKE_LINES * counts.total():
            continue
        # In a spreadsheet a comma ends the cell of a label, or an empty one; those within figures alone part nothing.
        alike = [line for line in lines if line.count(separator) == usual]
        if separator != "," or 2 * sum(pattern("COMMA_OF_LABEL").search(line) is not None for line in alike) > len(alike):
            return separator
    return None


def _record(cells: list[tuple[str, bool]]) -> str:
    return "\t".join(_unquoted(cell) if quoted else cell for cell, quoted in cells)


def _unquoted(cell: str) -> str:
    """A quoted cell on one line and without its quotes, and with one for two that stand in it."""
    inside = cell[1:-1].translate(_BLANKS)
    if '""' in inside:
        inside = inside.replace('""', '"').ljust(len(inside))
    return f" {inside} "


_BLANKS = str.maketrans("\t\n\r\f", "    ")
