"""Which words of one line are fields, and what stands before and behind them."""

from __future__ import annotations

from gentbudget.parser.headers.fields import Fields, Rest, take_fields


def test_a_word_of_a_field_that_was_found_is_passed_over() -> None:
    fields = Fields(phase="Ontwerp")
    rest = take_fields(fields, "Lopend Dienst Uitvoering", "project", alone=["Lopend", "Dienst Uitvoering"])
    assert (rest, fields.status, fields.phase) == (Rest((), ("Dienst", "Uitvoering")), "Lopend", "Ontwerp")


def test_a_word_of_an_owner_that_looks_like_a_field_is_passed_over() -> None:
    fields, text = Fields(), "Bouwen Afgewerkt Ontwerp 2022 - 2026 Dienst Nazorg"
    assert take_fields(fields, text, "project", alone=[text]) == Rest(("Bouwen",), ("Dienst", "Nazorg"))
    assert (fields.status, fields.phase, str(fields.period)) == ("Afgewerkt", "Ontwerp", "2022 - 2026")


def test_behind_the_rest_of_a_status_a_phase_may_fill_the_line() -> None:
    fields = Fields(status="Nog niet", status_rest="gestart")
    assert take_fields(fields, "gestart Ontwerp", "project", alone=["gestart Ontwerp"]) == Rest((), ())
    assert (fields.status, fields.status_rest, fields.phase) == ("Nog niet gestart", "", "Ontwerp")


def test_before_the_end_of_a_period_the_rest_of_a_status_may_stand_behind_a_title_s_words() -> None:
    fields, text = Fields(status="Nog niet", status_rest="gestart", start=2022), "aan de Muide gestart 2026 Wonen"
    assert take_fields(fields, text, "project", alone=[text]) == Rest(("aan", "de", "Muide"), ("Wonen",))
    assert (fields.status, str(fields.period)) == ("Nog niet gestart", "2022 - 2026")
