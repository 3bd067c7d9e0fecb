"""How many examples a property is tried with: few at hand, more where ``GENTBUDGET_EXAMPLES`` asks for them."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

quick = settings(
    max_examples=int(os.environ.get("GENTBUDGET_EXAMPLES", "15")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
