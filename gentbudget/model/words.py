"""The words of the printed tables that the model knows by a name of its own."""

from __future__ import annotations

SECTION_NAMES = {"operating": "Exploitatie", "investment": "Investering", "financing": "Financiering"}
FLOW_NAMES = {"expenditure": "Uitgaven", "receipts": "Ontvangsten"}

SECTIONS = tuple(SECTION_NAMES.values())
FLOWS = tuple(FLOW_NAMES.values())
STAFF = "VTE"

SHARES = (
    ("budget_used", "actual", "budget"),
    ("vs_previous", "actual", "previous_actual"),
    ("plan_used", "paid", "planned"),
    ("vs_previous", "paid", "previous_paid"),
)
"""The columns that print percentages: of which part, over which whole."""

PREVIOUS = ("previous_actual", "previous_paid")
"""The columns that print amounts of the year before."""

STAFF_DECIMALS = 2
SHARE_DECIMALS = 1
