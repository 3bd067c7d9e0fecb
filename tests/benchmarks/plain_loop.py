"""The least that reading the text can cost: a plain loop over its lines that returns tuples.

It knows the tab-separated print of the sample and nothing else: no damage, no places, no findings, no objects. What
`gentbudget.parse` costs above it is the price of those.
"""

from __future__ import annotations

import re
from decimal import Decimal

_HEADING = re.compile(r"(Beleidsdoelstelling|Actieplan|Acties)\b[ \t]*([A-Z]+[0-9]+)?")
_HEADER = re.compile(r"([A-Z]{2,4}[0-9]{4,5})(?: - |\t)([^\t]*)\t?(.*)")
_ROW = re.compile(r"(?:(\w+)\t)?(Uitgaven|Ontvangsten|VTE)\t+([-0-9.,%\t]+)")

Entry = tuple[str, str | None, list[str], list[tuple[str, str, tuple[Decimal, ...]]]]


def read(text: str) -> list[Entry]:
    """The entries: heading, code and title, description lines, and rows of numbers."""
    entries: list[Entry] = []
    heading, code, lines, rows = "", None, [], []
    section = ""
    for line in text.split("\n"):
        if not line:
            continue
        if match := _ROW.match(line):
            section = match[1] or section
            figures = match[3].split("\t")
            rows.append(
                (section, match[2], tuple(Decimal(f.rstrip("%").replace(".", "").replace(",", ".")) for f in figures if f))
            )
        elif match := _HEADING.match(line):
            if heading:
                entries.append((heading, code, lines, rows))
            heading, code, lines, rows = match[1], match[2], [], []
        elif code is None and (match := _HEADER.match(line)):
            code = match[1]
            lines.append(match[2])
        else:
            lines.append(line)
    entries.append((heading, code, lines, rows))
    return entries
