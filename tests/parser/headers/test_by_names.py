"""Headers that are read by names."""

from __future__ import annotations

from gentbudget.parser.headers.by_names import Parts
from tests.parser.headers.lines import header


def test_how_often_a_word_stands_right_before_a_name_is_counted() -> None:
    headers = [header(f"AC4000{n} - {title} Stedelijke Dienst Wonen") for n, title in enumerate(["Huren", "Bouwen"])]
    headers.append(header("AC40009 - Beheer van Dienst Wonen"))
    names = {("Dienst", "Wonen"): 3, ("Dienst", "Bouwen"): 1, ("Archief",): 1}
    parts = Parts.of(names, headers)
    assert parts.before == {("Stedelijke", ("Dienst", "Wonen")): 2, ("van", ("Dienst", "Wonen")): 1}
    assert parts.beginnings == {"Dienst": 2, "Archief": 0}
