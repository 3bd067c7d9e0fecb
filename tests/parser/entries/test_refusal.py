"""Texts whose tables were printed column by column are refused, however damaged."""

from __future__ import annotations

import pytest

import gentbudget
from tests.documents.measuring import LOST_READING_ORDER, Dump, golden

COLUMN_BY_COLUMN = [dump for dump in golden() if dump.form in LOST_READING_ORDER]


@pytest.mark.parametrize("dump", COLUMN_BY_COLUMN, ids=lambda dump: dump.path.name)
@pytest.mark.parametrize("lines", [300, 500])
def test_a_part_of_such_a_text_is_refused(dump: Dump, lines: int) -> None:
    printed = dump.text.split("\n")
    for first in range(0, len(printed) - lines, 150):
        with pytest.raises(gentbudget.NotAReportError):
            gentbudget.parse("\n".join(printed[first : first + lines]), known=None)
