"""The accounts that most tests of the checks begin with."""

from __future__ import annotations

import pytest

from gentbudget.report import Report
from tests.checks.reports import action, objective, plan, report


@pytest.fixture
def accounts() -> Report:
    """Print a plan of three actions under an objective, and nothing wrong with it.

    The objective begins at line 1, the plan at 9, the actions at 17, 25 and 33; *Exploitatie* follows one and two lines
    below, staff seven.
    """
    return report(
        objective(
            "SD1",
            plan(
                "OD1",
                action(
                    "AC1",
                    spent="4.120 4.000 97,1% 3.800 105,3%",
                    received="1.000 900 90,0% 850 105,9%",
                    staff="2,00 1,90 95,0% 1,80 105,6%",
                ),
                action(
                    "AC2",
                    spent="6.310 6.500 103,0% 6.400 101,6%",
                    received="2.000 2.100 105,0% 0 0,0%",
                    staff="3,50 3,25 92,9% 3,00 108,3%",
                ),
                action("AC3", spent="70.250 61.480 87,5% 59.000 104,2%", staff="10,00 9,41 94,1% 9,00 104,6%"),
                spent="80.680 71.980 89,2% 69.200 104,0%",
                received="3.000 3.000 100,0% 850 352,9%",
                staff="15,50 14,56 93,9% 13,80 105,5%",
            ),
            spent="80.680 71.980 89,2% 69.200 104,0%",
            received="3.000 3.000 100,0% 850 352,9%",
            staff="15,50 14,56 93,9% 13,80 105,5%",
        )
    )
