"""What an audit counts and says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gentbudget.checks import Tally
from gentbudget.checks.results import interval_text
from gentbudget.report import Report


@pytest.mark.parametrize(
    ("lower", "upper", "text"),
    [
        ("1229921.5", "1229938.5", "from 1.229.921,5 to 1.229.938,5"),
        ("-0.5", None, "at least -0,5"),
        (None, "2000", "at most 2.000"),
        (None, None, "any value"),
    ],
)
def test_an_interval_written_out(lower: str | None, upper: str | None, text: str) -> None:
    assert interval_text(lower and Decimal(lower), upper and Decimal(upper)) == text  # type: ignore[arg-type]


def test_what_is_not_counted_is_none() -> None:
    assert Tally() == Tally(held=0, failed=0, untestable=0)
    assert Tally().tested == 0


def test_an_audit_shows_its_counts_and_not_its_findings(accounts: Report) -> None:
    assert repr(accounts.audit()) == (
        "Audit(entries=5, figures=175, percentages=Tally(held=70, failed=0, untestable=0),"
        " sums=Tally(held=42, failed=0, untestable=0))"
    )
