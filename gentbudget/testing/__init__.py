"""Hypothesis strategies: printed numbers, codes, entries, whole reports that add up, their text, and damage to it.

Needs the extra ``testing``; without it, importing this module raises `MissingExtraError`. Where gentbudget and Hypothesis
are both installed, ``st.from_type(gentbudget.Report)`` works without importing anything from here. docs/fuzzing.md shows how
to test a parser or a pipeline of one's own.
"""

from __future__ import annotations

from gentbudget.exports.extras import needing

with needing("testing", "gentbudget.testing"):
    import hypothesis  # noqa: F401 - asked for first, so that the error names the extra and not one of our modules

from gentbudget.testing.damage import DAMAGES, Damaged, damaged
from gentbudget.testing.entries import codes, entries, reports
from gentbudget.testing.layouts import LAYOUTS, Dump, dumps
from gentbudget.testing.numbers import Printed, dutch_numbers, dutch_percentages

__all__ = [
    "DAMAGES",
    "LAYOUTS",
    "Damaged",
    "Dump",
    "Printed",
    "codes",
    "damaged",
    "dumps",
    "dutch_numbers",
    "dutch_percentages",
    "entries",
    "reports",
]
