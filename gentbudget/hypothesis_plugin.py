"""What Hypothesis is told of the library when it is imported: which strategy makes objects of which class."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from gentbudget.model import Entry, Kind
    from gentbudget.report import Report


def register() -> None:
    """Let ``st.from_type`` know entries and reports. Hypothesis calls this; no strategy may be made before it is ready."""
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415 - whoever calls this has Hypothesis

    from gentbudget.model import Action, ActionPlan, Entry, Objective, Project  # noqa: PLC0415 - loaded for Hypothesis alone
    from gentbudget.report import Report  # noqa: PLC0415 - see above

    register_type_strategy(Report, _reports)
    register_type_strategy(Entry, partial(_entries, None))
    for one in (Objective, ActionPlan, Action, Project):
        register_type_strategy(one, partial(_entries, one.kind))


def _reports(_: type) -> SearchStrategy[Report]:
    from gentbudget.testing import reports  # noqa: PLC0415 - loaded when a strategy is asked for

    return reports()


def _entries(kind: Kind | None, _: type) -> SearchStrategy[Entry]:
    from gentbudget.testing import entries  # noqa: PLC0415 - see above

    return entries(kind)
