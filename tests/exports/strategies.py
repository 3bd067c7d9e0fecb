"""Hypothesis strategies for reports that are built by hand."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from gentbudget import Action, ActionPlan, BudgetTable, Column, Entry, Objective, Period, Project, Report, StaffRow
from tests.exports.built import ROWS, budget, budget_columns, staff, staff_columns

VERBS = ("Begeleiden", "Uitbouwen", "Beheren", "Versterken", "Organiseren")
THINGS = ("huurders", "buurten", "sterke verenigingen", "groene ruimten", "gebouwen", "scholen")
OWNERS = ("Dienst Wonen", "Dienst Aankoop en Logistiek", "Ombudsdienst van de Stad Gent", "Archief Gent", "Facility Management")

phrases = st.lists(st.sampled_from(THINGS), min_size=1, max_size=3, unique=True).map(" en ".join)
titles = st.builds("{} van {}".format, st.sampled_from(VERBS), phrases)
sentences = st.builds("Het team zorgt voor {}, {} inbegrepen.".format, phrases, phrases)
bullets = st.lists(sentences.map(lambda text: f"- {text}"), min_size=1, max_size=3).map("\n".join)
ordinary_paragraphs = st.lists(sentences | bullets, max_size=3).map(tuple)
amounts = st.integers(-(10**9), 10**10).map(Decimal)
statuses = st.sampled_from(["Lopend", "Afgewerkt", "Stopgezet", "On hold", "Nog niet gestart"])
phases = st.sampled_from(["Onderzoek", "Ontwerp", "Uitvoering", "Nazorg"])
periods = st.builds(Period, st.integers(2014, 2030), st.integers(2031, 2040))


def hundredths(most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, most).map(lambda n: Decimal(n).scaleb(-2))


def tenths(most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(-most, most).map(lambda n: Decimal(n).scaleb(-1))


@st.composite
def tables(draw: st.DrawFn, year: int, others: tuple[str, ...] = ()) -> tuple[BudgetTable, StaffRow]:
    """Draw both tables of an entry, whole, under the usual columns and these others."""
    columns = (*budget_columns(year), *(Column(label, None, int(label[-4:])) for label in others))
    rows = [[draw(tenths(10_000) if column.is_share else amounts) for column in columns] for _ in ROWS]
    vte = staff_columns(year)
    return budget(rows, columns), staff([draw(tenths(10_000) if c.is_share else hundredths(10**6)) for c in vte], vte)


@st.composite
def reports(
    draw: st.DrawFn,
    *,
    texts: st.SearchStrategy[str] = titles,
    paragraphs: st.SearchStrategy[tuple[str, ...]] = ordinary_paragraphs,
    owners: st.SearchStrategy[str] | None = None,
) -> Report:
    """Draw a report of a few objectives, plans, actions and projects."""
    year = draw(st.integers(2015, 2039))
    others = draw(st.sampled_from([(), (f"Krediet {year}",)]))
    owned = draw(st.booleans()) if owners is None else True
    names = st.sampled_from(OWNERS) if owners is None else owners
    numbers = count(draw(st.integers(10_000, 40_000)))
    lines = count(1)

    def common(prefix: str) -> dict[str, object]:
        table, vte = draw(tables(year, others))
        line = next(lines)
        return {
            "code": f"{prefix}{next(numbers)}",
            "title": draw(texts),
            "paragraphs": draw(paragraphs),
            "budget": table,
            "staff": vte,
            "lines": (line, line),
        }

    def action() -> Action:
        owner = draw(names) if owned else None
        match draw(st.sampled_from(["action", "action", "project", "lost"])):
            case "project":
                status, phase = (
                    draw(st.sampled_from(["Lopend", "Afgewerkt", "On hold"])),
                    draw(st.sampled_from(["Ontwerp", "Nazorg"])),
                )
                return Project(**common("PR"), owner=owner, status=status, phase=phase, period=draw(periods))
            case "lost":
                return Action(**{**common("AC"), "code": None, "title": None, "paragraphs": ()})
        return Action(**common("AC"), owner=owner)

    def plan() -> ActionPlan:
        actions = tuple(action() for _ in range(draw(st.integers(0, 3))))
        return ActionPlan(**common("OD"), period=draw(periods), organisation="Groep Gent", actions=actions)

    def objective() -> Objective:
        own = common("SD")
        return Objective(**own, plans=tuple(plan() for _ in range(draw(st.integers(1, 2)))))

    roots: tuple[Entry, ...] = tuple(objective() for _ in range(draw(st.integers(1, 2))))
    return Report("", roots, draw(st.none() | st.just("Overzicht van alle beleidsdoelstellingen")), year, year - 1)
