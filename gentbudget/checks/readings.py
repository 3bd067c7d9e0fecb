"""Which column of a table is the missing one, by its percentages.

Where every row of a table lacks the same cell, the values that are left can be read under other columns too, as long as
their order and the places of the percentages are kept. Each such reading is tested like a table of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from gentbudget.checks.identities import Identity
from gentbudget.checks.inference import infer
from gentbudget.checks.ledger import read_ledger
from gentbudget.checks.results import Reading
from gentbudget.checks.wording import both_sides, identity_text
from gentbudget.model import Action, BudgetRow, BudgetTable, Entry, Row, StaffRow


def readings_of(rows: Sequence[Row], entry: Entry) -> tuple[Reading, ...]:
    """Test every reading of a table of an entry that lacks one whole column; empty where it does not lack one."""
    place = _missing_place(rows)
    if place is None:
        return ()
    columns = rows[0].columns
    kinds = [column.is_share for column in columns]
    contradictions = {
        column.label: _contradiction([_reread(row, place, other) for row in rows], entry)
        for other, column in enumerate(columns)
        if _without(kinds, other) == _without(kinds, place)
    }
    left = [label for label, contradiction in contradictions.items() if contradiction is None]
    return tuple(
        Reading(label, "confirmed" if left == [label] else "possible")
        if contradiction is None
        else Reading(label, "contradicted", contradiction)
        for label, contradiction in contradictions.items()
    )


def _missing_place(rows: Sequence[Row]) -> int | None:
    """Where every row has its only empty cell."""
    empty = {tuple(place for place, cell in enumerate(row.figures) if not cell.text) for row in rows}
    places = empty.pop() if len(empty) == 1 else ()
    return places[0] if len(places) == 1 else None


def _reread(row: Row, place: int, other: int) -> Row:
    """Move the empty cell to another place, and the values between with it."""
    cells = list(row.figures)
    cells.insert(other, cells.pop(place))
    return evolve(row, figures=tuple(cells))


def _contradiction(rows: Sequence[Row], entry: Entry) -> str | None:
    """Say which percentage of these rows cannot hold; None if all can."""
    budget = tuple(row for row in rows if isinstance(row, BudgetRow))
    staff = next((row for row in rows if isinstance(row, StaffRow)), StaffRow(""))
    # An entry of its own, with nothing above or below: its parent's sums are not part of the question.
    table = Action(code=entry.code, budget=BudgetTable(rows=budget), staff=staff, lines=entry.lines)
    ledger = read_ledger([table])
    broken: list[Identity] = []
    ledger.test_percentages(broken)
    if broken:
        return both_sides(broken[0], table)
    bounds = infer(ledger.missing, ledger)
    return next((identity_text(one.contradiction) for one in bounds.values() if one.contradiction), None)


def _without(kinds: Sequence[bool], place: int) -> Sequence[bool]:
    return [*kinds[:place], *kinds[place + 1 :]]
