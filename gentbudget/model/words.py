"""The words of the printed tables that the model knows by a name of its own."""

from __future__ import annotations

from gentbudget import vocabulary

SECTION_NAMES = {section.name: section.label for section in vocabulary.SECTIONS}
FLOW_NAMES = {flow.name: flow.label for flow in vocabulary.FLOWS}

SECTIONS = tuple(SECTION_NAMES.values())
FLOWS = tuple(FLOW_NAMES.values())
STAFF = vocabulary.STAFF_ROW

SHARES = tuple((m.name, m.part, m.whole) for m in vocabulary.MEASURES if m.part is not None and m.whole is not None)
"""The columns that print percentages: of which part, over which whole."""

PREVIOUS = tuple(m.name for m in vocabulary.MEASURES if m.is_previous)
"""The columns that print amounts of the year before."""

STAFF_DECIMALS = next(m.decimals for m in vocabulary.MEASURES if m.unit == "fte")
SHARE_DECIMALS = next(m.decimals for m in vocabulary.MEASURES if m.unit == "percent")
