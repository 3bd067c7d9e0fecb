"""How much the suite tries: little by default, more in the gate and by hand, and as much as an hour takes.

``HYPOTHESIS_PROFILE=thorough pytest`` and ``pytest --hypothesis-profile=thorough`` choose another profile than `quick`. The
gate tries what it has time for with the profile `gate`: as much as `thorough` does, but the same each time.
What a profile stands for is its number of examples; tests that count in other things than examples ask `is_quick`.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

_ALL = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
_QUICK = 5
_THOROUGH = 40


def register() -> None:
    """Make the profiles known, and load the one that the environment asks for."""
    settings.register_profile("quick", max_examples=_QUICK, derandomize=True, **_ALL)
    settings.register_profile("gate", max_examples=_THOROUGH, derandomize=True, **_ALL)
    settings.register_profile("thorough", max_examples=_THOROUGH, print_blob=True, **_ALL)
    settings.register_profile("long", max_examples=2_000, print_blob=True, **_ALL)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def times(factor: float) -> settings:
    """So many times the examples of the profile: more for what is quick to try, fewer for what is slow."""
    return settings(max_examples=max(1, round(factor * settings().max_examples)))


def is_quick() -> bool:
    """Whether no more is asked for than what is tried by default."""
    return settings().max_examples <= _QUICK


def left_to_thorough(reason: str) -> pytest.MarkDecorator:
    """Mark tests that take long and are the same on every machine; `quick` leaves them out."""
    return pytest.mark.skipif(is_quick(), reason=f"{reason}: HYPOTHESIS_PROFILE=thorough does it")
