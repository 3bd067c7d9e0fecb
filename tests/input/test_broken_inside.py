"""Texts that broke something inside once, each in its shortest form: they are read, or refused, and never a traceback."""

from __future__ import annotations

import pytest

import gentbudget

FIELDS_ALONE = """\
PR39044 - Fiet sen stal lin gen aan stations en bushaltes
2025-2027
Nog niet gestart
Uit voe ring
2020 - 2030
Dienst HR Co ör di na tie en
Sodigent
Bud get tai re on der bou wing
In ves te ring
0,0%"""

LABELS_ALONE = """\
|     | Uitgaven | 18.196 |     | 22.037 |     | 121,1% | 53.005 | 41,6% |
Ex ploi ta tie
|     | Ont vang sten | -449.804 |     | 381.809 |     | -84,9% | 451.479 | 84,6% |
|     | Uitgaven      | -34.128  |     | 31.732  |     | -93,0% | 34.233  | 92,7% |
On der bou wing personeel Plan 2028 Betaald 2028 % Besteding plan 2028 Betaald 2027 Betaald 2028 t.o.v. 2027
In ves te ring
|     | Ont vang sten | 1.871 |     | 2.408 |     | 128,7% | 1.458 | 165,1% |
|     | Uitgaven      | 0     |     | 0     |     | 0,0%   | 0     | 0,0%   |
Fi nan cie ring
|     | Ont vang sten | 0   |     | 0   |     | 0,0% | 0   | 0,0% |"""


def test_a_line_of_a_header_that_has_fields_alone_is_no_line_of_its_title() -> None:
    """What is left of this text is no report; in a whole one, the title stays open."""
    with pytest.raises(gentbudget.NotAReportError):
        gentbudget.parse(FIELDS_ALONE)


def test_a_table_without_its_head_may_begin_with_a_section_s_label_alone() -> None:
    """No head tells its columns, so its figures are missing, and the finding stands at the label."""
    report = gentbudget.parse(LABELS_ALONE)
    assert {value for entry in report.entries for row in entry.budget.rows for value in row.numbers} <= {None}
    assert ("missing-head", 6) in {(finding.code, finding.line) for finding in report.findings}
