"""Codes, entries and whole reports whose figures add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import count
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from gentbudget.model import Action, ActionPlan, ContentsRow, Entry, Kind, Objective, Period, Project
from gentbudget.report import Report
from gentbudget.testing.figures import Figures, budget_table, columns_of, figures, staff_row, total
from gentbudget.testing.words import OWNERS, descriptions, titles
from gentbudget.vocabulary import KINDS, ORGANISATIONS, PHASES, STATUSES

TITLE = "Overzicht van alle beleidsdoelstellingen, met de bijbehorende actieplannen en acties"

_PREFIXES: dict[Kind, tuple[str, ...]] = {
    "objective": ("SD",),
    "plan": ("OD", "PO"),
    "action": ("AC",),
    "project": ("PR",),
}
_FIRST, _LAST = 10_000, 99_999
_LETTERS = ("", "C", "I", "N", "P", "Q", "V", "X")
"""What stands behind AC and PR: nothing, or the letter of a series of its own."""

_SERIES = st.integers(0, len(_LETTERS) - 1)

_YEAR = 2024

# Made once: a strategy costs more to make than a draw of it does.
_ACTION_OR_PROJECT: st.SearchStrategy[Kind] = st.sampled_from(("action", "project"))
_ORGANISATION, _OWNER = st.sampled_from(ORGANISATIONS), st.sampled_from(OWNERS)
_STATUS, _PHASE = st.sampled_from(STATUSES), st.sampled_from(PHASES)
_up_to = cache(partial(st.integers, 0))


def codes(kind: Kind | None = None) -> st.SearchStrategy[str]:
    """Codes of entries as printed, of one kind or of any.

    >>> from hypothesis import find
    >>> find(codes("plan"), lambda code: True)
    'OD10000'
    """
    kinds = st.sampled_from(KINDS if kind is None else (kind,))
    return st.builds(_code, kinds, st.integers(_FIRST, _LAST), _SERIES)


def _code(kind: Kind, number: int, series: int) -> str:
    """The code of an entry; an action of a series has a number of four digits."""
    if kind in ("objective", "plan"):
        return f"{_PREFIXES[kind][series % len(_PREFIXES[kind])]}{number}"
    letter = _LETTERS[series]
    return f"{_PREFIXES[kind][0]}{letter}{number % _FIRST:04}" if letter else f"{_PREFIXES[kind][0]}{number}"


@st.composite
def entries(draw: st.DrawFn, kind: Kind | None = None, *, max_children: int = 2) -> Entry:
    """Entries with their figures and, below objectives and plans, up to ``max_children`` children that they add up to."""
    wanted = draw(st.sampled_from(tuple(reversed(KINDS)) if kind is None else (kind,)))
    drawing = _Drawing(draw, _YEAR + draw(st.integers(0, 10)), count(draw(st.integers(_FIRST, _FIRST + 1000))), max_children)
    return drawing.entry(wanted)[0]


@st.composite
def reports(draw: st.DrawFn, *, max_objectives: int = 2, max_children: int = 2) -> Report:
    """Reports in which every percentage and every sum holds, up to the rounding of what is printed.

    An objective has up to ``max_children`` plans, a plan up to so many actions and projects. The text is empty, as
    that of a report that is built by hand: `dumps` prints it.
    """
    year = _YEAR + draw(st.integers(0, 10))
    drawing = _Drawing(draw, year, count(draw(st.integers(_FIRST, _FIRST + 1000))), max_children)
    roots = tuple(root for root, _ in draw(st.lists(_entries(drawing, "objective"), min_size=1, max_size=max_objectives)))
    report = Report("", roots, TITLE, year, year - 1)
    listed = [e for e in report.entries if isinstance(e, Objective | ActionPlan)]
    contents = draw(st.sampled_from([(), tuple(_contents(listed))]))
    return evolve(report, contents=contents)


def _contents(listed: Sequence[Entry]) -> Iterator[ContentsRow]:
    for page, entry in enumerate(listed, start=1):
        yield ContentsRow(entry.code or "", entry.title or "", page)


@st.composite
def _entries(draw: st.DrawFn, drawing: _Drawing, kind: Kind | None) -> tuple[Entry, Figures]:
    """Entries of a kind, or actions and projects, with their figures."""
    return drawing.entry(kind if kind is not None else draw(_ACTION_OR_PROJECT))


@frozen
class _Drawing:
    """One draw of entries: they share the year, and no two have a number in common."""

    draw: st.DrawFn
    year: int
    numbers: Iterator[int]
    max_children: int

    def entry(self, kind: Kind) -> tuple[Entry, Figures]:
        """Draw an entry of a kind and all below it, with its exact figures."""
        code = _code(kind, next(self.numbers), self.draw(_SERIES))
        match kind:
            case "objective":
                plans = self._below("plan")
                exact = self._exact(plans)
                return Objective(
                    **self._common(code, exact), plans=tuple(e for e, _ in plans if isinstance(e, ActionPlan))
                ), exact
            case "plan":
                actions = self._below()
                exact = self._exact(actions)
                return ActionPlan(
                    **self._common(code, exact),
                    paragraphs=self.draw(descriptions()),
                    period=self._period(),
                    organisation=self.draw(_ORGANISATION),
                    actions=tuple(e for e, _ in actions if isinstance(e, Action)),
                ), exact
        exact = self.draw(figures())
        words = {
            **self._common(code, exact),
            "paragraphs": self.draw(descriptions()),
            "owner": self.draw(_OWNER),
        }
        if kind == "action":
            return Action(**words), exact
        status, phase = self.draw(_STATUS), self.draw(_PHASE)
        return Project(**words, status=status, phase=phase, period=self._period()), exact

    def _below(self, kind: Kind | None = None) -> list[tuple[Entry, Figures]]:
        """Draw entries below one: plans, or actions and projects. Of a list, shrinking can leave out any."""
        return self.draw(st.lists(_entries(self, kind), max_size=self.max_children))

    def _exact(self, children: Sequence[tuple[Entry, Figures]]) -> Figures:
        """The sum of the children; an entry that has none has figures of its own."""
        return total([exact for _, exact in children]) if children else self.draw(figures())

    def _common(self, code: str, exact: Figures) -> dict[str, Any]:
        return {
            "code": code,
            "title": self.draw(titles()),
            "budget": budget_table(exact, columns_of("budget", self.year)),
            "staff": staff_row(exact, columns_of("staff", self.year)),
        }

    def _period(self) -> Period:
        start = self.year - self.draw(_up_to(5))
        return Period(start, start + 1 + self.draw(_up_to(5)))
