"""Status, phase and period: the fields of a header that are known by what they look like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import define, frozen

from gentbudget.model import Period
from gentbudget.parser.lines.grammar import pattern

Words = tuple[str, ...]

_NAMES = ("status", "phase", "period")
_LONGEST_LINE = 60
"""Longer lines than this, with a period before the owner, are a description's."""


@define
class Fields:
    """The fields found so far. ``status_rest`` is what a status that wraps still lacks."""

    status: str | None = None
    phase: str | None = None
    period: Period | None = None
    status_rest: str = ""

    def missing(self, kind: str) -> list[str]:
        """The terminals of the fields that a header of this kind has, and that were not found."""
        wanted = {"project": _NAMES, "plan": ("period",)}.get(kind, ())
        return [name.upper() for name in wanted if getattr(self, name) is None]


@frozen
class Rest:
    """What a line holds before and behind the fields in it; ``whole`` if there are none."""

    before: Words
    behind: Words = ()
    whole: bool = False


def take_fields(fields: Fields, text: str, kind: str, *, alone: Sequence[str] = ()) -> Rest:
    """Take the fields out of a line of a header: of a project all three, of a plan its period, of an action none.

    They stand side by side, in this order. A title may hold the same words; as fields they stand side by side, or fill
    the line or one of its cells (``alone``), or begin a line behind the others. The period of a plan stands between title
    and organisation.
    """
    if kind == "action":
        return Rest(tuple(text.split()), whole=True)
    if cells := _cells_of_fields(fields, alone, kind):
        first, last = cells
        return Rest(tuple(" ".join(alone[:first]).split()), tuple(" ".join(alone[last + 1 :]).split()))
    for found in reversed(list(_run().finditer(text))):
        if not found[0]:
            continue
        named = {name: value for name, value in found.groupdict().items() if value}
        if any(getattr(fields, name if name != "part" else "status") is not None for name in named):
            continue
        printed = found[0].strip()
        if kind == "plan" and list(named) != ["period"]:
            continue
        is_last = list(named) == ["period"] and fields.missing(kind) == ["PERIOD"]
        begins = is_last and found.start() == 0 and len(text) <= _LONGEST_LINE
        if not (kind == "plan" or len(named) > 1 or printed in alone or printed == text or begins):
            continue
        before, behind = text[: found.start()], text[found.end() :]
        if fields.status_rest and before.split()[-1:] == [fields.status_rest]:
            before = _complete_status(fields, before)[0]
        _set(fields, named)
        if "part" in named and fields.status_rest in behind.split():  # the next line, joined to this one
            behind = " ".join(_complete_status(fields, behind))
        return Rest(tuple(before.split()), tuple(behind.split()))
    if fields.status_rest and fields.status_rest in text.split():
        before, behind = _complete_status(fields, text)
        return Rest(tuple(before.split()), tuple(behind.split()))
    return Rest(tuple(text.split()), whole=True)


def _cells_of_fields(fields: Fields, cells: Sequence[str], kind: str) -> tuple[int, int] | None:
    """Take the fields out of a line that has each in a cell of its own, in whatever order: the first and the last of them."""
    if kind != "project" or fields.period is not None:
        return None
    found = {name: i for i, cell in enumerate(cells) for name in _NAMES if pattern(name.upper()).fullmatch(cell)}
    if len(found) < len(_NAMES):
        return None
    _set(fields, {name: cells[i] for name, i in found.items()})
    return min(found.values()), max(found.values())


def _complete_status(fields: Fields, text: str) -> tuple[str, str]:
    """Take the rest of a status that wraps out of a text; what stands before and behind it."""
    before, _, behind = f" {text} ".partition(f" {fields.status_rest} ")
    fields.status = f"{fields.status} {fields.status_rest}"
    fields.status_rest = ""
    return before, behind


def _set(fields: Fields, named: dict[str, str]) -> None:
    fields.status = named.get("status", fields.status)
    fields.phase = named.get("phase", fields.phase)
    if "part" in named:
        fields.status = named["part"]
        whole = next(status for status in _statuses() if status.startswith(named["part"] + " "))
        fields.status_rest = whole.removeprefix(named["part"]).strip()
    if "period" in named:
        start, end = (int(year[0]) for year in pattern("YEAR").finditer(named["period"]))
        fields.period = Period(start, end)


@cache
def _statuses() -> tuple[str, ...]:
    """The statuses, word by word as the grammar lists them."""
    return tuple(s.replace("\\ ", " ") for s in re.findall(r"[A-Z][a-z]+(?:\\ [a-z]+)*", pattern("STATUS").pattern))


@cache
def _beginnings() -> frozenset[str]:
    """The first words of statuses that have more than one."""
    return frozenset(" ".join(s.split()[:n]) for s in _statuses() for n in range(1, len(s.split())))


@cache
def _run() -> re.Pattern[str]:
    """Fields side by side: a status, or the first words of one that wraps, a phase, a period."""
    part = "|".join(sorted(map(re.escape, _beginnings()), key=len, reverse=True))
    status, phase, period = (pattern(name).pattern for name in ("STATUS", "PHASE", "PERIOD"))
    return re.compile(
        rf"(?<!\S)(?:(?:(?P<status>{status})|(?P<part>{part})(?= (?:{phase})|$))(?:$| ))?"
        rf"(?:(?P<phase>{phase})(?:$| ))?(?P<period>{period})?"
    )
