"""The small report as an earlier year would have printed it, so that what differs is what a test edits."""

from __future__ import annotations

import re

from tests.parser.small import SMALL

_ROW = re.compile(r"^(.*\t)[-\d.,]+\t[-\d.,]+\t[-\d.,]+%\t([-\d.,]+)\t[-\d.,]+%$", re.M)


def year_before(text: str = SMALL) -> str:
    """The edition of the year before: it prints for its own year what ``text`` prints for its previous one.

    Its budget and the year before it are the same figures, so that all its percentages are 100,0%.
    """
    rows = _ROW.sub(r"\1\2\t\2\t100,0%\t\2\t100,0%", text)
    return re.sub(r"(?<=\D)20(2[34])(?!\d)(?! -)(?<!- 2024)", lambda year: f"20{int(year[1]) - 1}", rows)
