"""Which words of one line are fields, and what stands before and behind them."""

from __future__ import annotations

from typing import Any

import pytest

from gentbudget import Period
from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import (
    Fields,
    Rest,
    begins_status,
    holds_fields,
    may_hold_fields,
    periods_of_titles,
    take_fields,
)


def test_a_word_of_a_field_that_was_found_is_passed_over() -> None:
    fields = Fields(phase="Ontwerp")
    rest = take_fields(fields, "Lopend Dienst Uitvoering", "project", alone=["Lopend", "Dienst Uitvoering"])
    assert (rest, fields.status, fields.phase) == (Rest((), ("Dienst", "Uitvoering")), "Lopend", "Ontwerp")


def test_a_word_of_an_owner_that_looks_like_a_field_is_passed_over() -> None:
    fields, text = Fields(), "Bouwen Afgewerkt Ontwerp 2022 - 2026 Dienst Nazorg"
    assert take_fields(fields, text, "project", alone=[text]) == Rest(("Bouwen",), ("Dienst", "Nazorg"))
    assert (fields.status, fields.phase, str(fields.period)) == ("Afgewerkt", "Ontwerp", "2022 - 2026")


def test_fields_may_stand_before_a_period_that_is_none_of_them() -> None:
    fields, text = Fields(start=2020, period=Period(2020, 2024)), "Lopend Nazorg Plan 2022 - 2026"
    assert take_fields(fields, text, "project", alone=[text]) == Rest((), ("Plan", "2022", "-", "2026"))
    assert (fields.status, fields.phase, str(fields.period)) == ("Lopend", "Nazorg", "2020 - 2024")


def test_fields_may_stand_before_a_period_of_the_title() -> None:
    fields, text = Fields(titled=frozenset({"2022 - 2026"})), "Lopend Nazorg Plan 2022 - 2026"
    assert take_fields(fields, text, "project", alone=[text]) == Rest((), ("Plan", "2022", "-", "2026"))
    assert (fields.status, fields.phase, fields.period) == ("Lopend", "Nazorg", None)


def taken(text: str, kind: Any = "project", *, bordered: bool = False, **before: Any) -> tuple[str, str]:
    """What stands around the fields of a line, `|` where they stood; and all that is known of fields then.

    Cells are parted by ` / `.
    """
    fields, cells = Fields(**before), text.split(" / ")
    rest = take_fields(fields, " ".join(cells), kind, alone=cells, bordered=bordered)
    around = " ".join(rest.before) if rest.whole else " ".join((*rest.before, "|", *rest.behind))
    known = (fields.status, fields.phase, fields.period or fields.start)
    return around, ", ".join(map(str, [*filter(None, known), *fields.unknown.values()]))


FOUND = {"status": "Lopend", "phase": "Ontwerp"}
LONG = "x" * tolerances.LONGEST_FIELD_LINE


@pytest.mark.parametrize(
    ("text", "before", "around", "known"),
    [
        # side by side, in their order
        ("Bouwen Lopend Ontwerp 2022 - 2026 Dienst Wonen", {}, "Bouwen | Dienst Wonen", "Lopend, Ontwerp, 2022 - 2026"),
        ("Lopend Ontwerp Bouwen", {}, "| Bouwen", "Lopend, Ontwerp"),
        ("Bouwen Lopend Ontwerp", {}, "Bouwen |", "Lopend, Ontwerp"),
        ("Lopend Bouwen Ontwerp", {}, "Lopend Bouwen Ontwerp", ""),
        ("Ontwerp van de Kouter", {}, "Ontwerp van de Kouter", ""),
        ("Plan 2020-2021 Lopend Nazorg 2022 - 2026 Dienst", {}, "Plan 2020-2021 | Dienst", "Lopend, Nazorg, 2022 - 2026"),
        # alone in their line or cell
        ("Ontwerp", {}, "|", "Ontwerp"),
        ("Ontwerp / Dienst Wonen", {}, "| Dienst Wonen", "Ontwerp"),
        ("Bouwen / Lopend / Wonen", {}, "Bouwen | Wonen", "Lopend"),
        ("Ontwerp", {"phase": "Nazorg"}, "Ontwerp", "Nazorg"),
        # a period behind the others
        ("2022 - 2026 Dienst Wonen", {}, "2022 - 2026 Dienst Wonen", ""),
        ("2022 - 2026 Dienst Wonen", {"status": "Lopend"}, "2022 - 2026 Dienst Wonen", "Lopend"),
        ("2022 - 2026 Dienst Wonen", FOUND, "| Dienst Wonen", "Lopend, Ontwerp, 2022 - 2026"),
        ("Dienst 2022 - 2026", FOUND, "Dienst 2022 - 2026", "Lopend, Ontwerp"),
        (f"2022 - 2026 {LONG}", FOUND, f"2022 - 2026 {LONG}", "Lopend, Ontwerp"),
        # a period that wraps
        ("2022 -", FOUND, "|", "Lopend, Ontwerp, 2022"),
        ("Uitvoering 2022 -", {}, "|", "Uitvoering, 2022"),
        ("2026", {"start": 2022}, "|", "2022 - 2026"),
        ("2022 Wonen", {"start": 2022}, "| Wonen", "2022 - 2022"),
        ("aan de Muide 2026 Wonen", {"start": 2022}, "aan de Muide | Wonen", "2022 - 2026"),
        ("Lopend Nazorg 2026 Wonen", {"start": 2022}, "| Wonen", "Lopend, Nazorg, 2022 - 2026"),
        ("Lopend Nazorg 2026 Wonen", {"start": 2022, "phase": "Ontwerp"}, "Lopend Nazorg | Wonen", "Ontwerp, 2022 - 2026"),
        ("2021", {"start": 2022}, "2021", "2022"),
        ("2025 2026", {"start": 2022}, "2025 2026", "2022"),
        (f"{LONG} 2026", {"start": 2022}, f"{LONG} 2026", "2022"),
        # each in a cell of its own
        ("Bouwen / Ontwerp / Lopend / 2022 - 2026 / Wonen", {}, "Bouwen | Wonen", "Lopend, Ontwerp, 2022 - 2026"),
        ("Bouwen / Te laat / Ontwerp / 2022 - 2026 / Wonen", {}, "Bouwen | Wonen", "Ontwerp, 2022 - 2026, Te laat"),
        ("Bouwen / Te laat / Later / Ooit / Wonen", {}, "Bouwen Te laat Later Ooit Wonen", ""),
        ("Bouwen / Te laat / Nazorg / 2022 - 2026 / En / Wonen", {}, "Bouwen Te laat | En Wonen", "Nazorg, 2022 - 2026"),
    ],
)  # fmt: skip
def test_the_fields_of_a_project_are_taken_out_of_its_line(text: str, before: dict[str, Any], around: str, known: str) -> None:
    assert taken(text, **before) == (around, known)


@pytest.mark.parametrize(
    ("kind", "text", "around", "known"),
    [
        ("plan", "Betaalbaar wonen 2020 - 2027 Groep Gent", "Betaalbaar wonen | Groep Gent", "2020 - 2027"),
        ("plan", "Lopend 2020 - 2027 Groep Gent", "Lopend 2020 - 2027 Groep Gent", ""),
        ("plan", "Ontwerp / Groep Gent", "Ontwerp Groep Gent", ""),
        ("plan", "2020 -", "|", "2020"),
        ("action", "Bouwen Lopend Ontwerp 2022 - 2026 Wonen", "Bouwen Lopend Ontwerp 2022 - 2026 Wonen", ""),
        ("action", "2022 - 2026", "2022 - 2026", ""),
        ("objective", "Lopend", "Lopend", ""),
    ],
)
def test_a_plan_has_a_period_and_others_have_no_fields(kind: str, text: str, around: str, known: str) -> None:
    assert taken(text, kind) == (around, known)


def test_where_borders_part_cells_those_between_title_and_owner_are_fields_that_nobody_knows() -> None:
    assert taken("Bouwen / Te laat / Later / Ooit / Wonen", bordered=True) == ("Bouwen | Wonen", "Te laat, Later, Ooit")
    assert taken("Bouwen / Ooit / Groep", "plan", bordered=True) == ("Bouwen | Groep", "Ooit")
    assert taken("Bouwen / 2022 - / Groep", "plan", bordered=True)[1] in ("2022", "")
    assert taken("Bouwen / Ooit / Groep", "plan") == ("Bouwen Ooit Groep", "")


def test_a_period_of_the_title_is_no_field() -> None:
    assert periods_of_titles(["Stallingen", "2025-2027", "Nazorg 2020 - 2030"]) == {"2025-2027"}
    assert periods_of_titles(["2025-2027", "2025-2028"]) == set()
    assert periods_of_titles(["2025-2027 en later", "Nazorg 2020 - 2030"]) == set()
    assert taken("2025-2027", titled=frozenset({"2025-2027"})) == ("2025-2027", "")


@pytest.mark.parametrize(
    ("text", "fields", "torn", "perhaps"),
    [
        ("Bouwen Lopend Ontwerp 2022 - 2026 Wonen", True, False, True),
        ("Lopend 2022 - 2026", False, False, True),
        ("Ontwerp Lopend 2022 - 2026", False, False, True),
        ("Lopend Ontwerp", False, False, True),
        ("Bouwen Nog niet Ontwerp 2022 - 2026 Wonen", True, True, True),
        ("Bouwen van niet Ontwerp 2022 - 2026 Wonen", False, False, True),
        ("Nog niet bouwen gestart", False, True, True),
        ("Nog niet ge- bouwen", False, True, True),
        ("Nog nieter bouwen", False, True, True),
        ("Nogal bouwen", False, False, True),
        ("Bouwen in 2024", False, False, True),
        ("Bouwen in Gent", False, False, False),
    ],
)
def test_what_a_text_holds_of_fields(text: str, *, fields: bool, torn: bool, perhaps: bool) -> None:
    assert (holds_fields(text), begins_status(text), may_hold_fields(text)) == (fields, torn, perhaps)


def test_what_is_missing_and_whether_others_agree_is_told_by_name() -> None:
    fields = Fields(phase="Ontwerp")
    assert fields.missing("project") == ["status", "period"]
    assert (fields.missing("plan"), fields.missing("action")) == (["period"], [])
    assert fields.agree({"phase": "Ontwerp", "status": "Lopend"})
    assert not fields.agree({"phase": "Nazorg", "status": "Lopend"})
