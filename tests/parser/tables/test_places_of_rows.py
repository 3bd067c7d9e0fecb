"""Which section each row is of, by its place among the others, rule by rule."""

from __future__ import annotations

import pytest

from gentbudget.parser.tables.sections import _is_whole_run, _may_stand, _places

E, V, F = "Exploitatie", "Investering", "Financiering"
OUT, IN = "Uitgaven", "Ontvangsten"
WHOLE = [f"{E} {OUT}", IN, f"{V} {OUT}", IN, f"{F} {OUT}", IN]


def stubs(*rows: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Rows by their labels, and before a `~` the letters that are no label."""
    parts = [row.rpartition("~") for row in rows]
    return tuple((tuple(labels.split()), letters) for letters, _, labels in parts)


@pytest.mark.parametrize(
    "rows",
    [
        WHOLE,
        [OUT, f"{E} {IN}", *WHOLE[2:]],
        [OUT, E, IN, *WHOLE[2:]],
        [E, OUT, IN, *WHOLE[2:]],
        [f"{E} {OUT}", f"{E} {IN}", *WHOLE[2:]],
        [*WHOLE[:2], f"Inves~{OUT}", f"tering~{IN}", *WHOLE[4:]],
        [*WHOLE[:4], f"Financiernig~{OUT}", IN],
    ],
)
def test_rows_of_all_sections_in_order_with_each_label_at_its_own_two_are_whole(rows: list[str]) -> None:
    assert _is_whole_run(stubs(*rows))


@pytest.mark.parametrize(
    "rows",
    [
        [],
        WHOLE[:-1],
        WHOLE[1:],
        [*WHOLE, IN],
        [IN, f"{E} {OUT}", *WHOLE[2:]],
        [OUT, IN, *WHOLE[2:]],  # nothing tells that these are the first section's
        [OUT, IN, E, *WHOLE[2:]],  # the label stands at the next one's rows
        [f"{E} {OUT}", f"{V} {IN}", *WHOLE[2:]],
        [f"{E} {OUT}", IN, f"{E} {OUT}", IN, *WHOLE[4:]],
        [*WHOLE[2:4], *WHOLE[:2], *WHOLE[4:]],
        [E, f"Perso~{OUT}", IN, *WHOLE[2:]],  # beside its rows stands something else
        [*WHOLE[:2], f"Inves~{OUT}", IN, *WHOLE[4:]],
    ],
)
def test_with_anything_less_they_are_not(rows: list[str]) -> None:
    assert not _is_whole_run(stubs(*rows))


@pytest.mark.parametrize(
    ("labels", "has_figures", "place", "may_stand"),
    [
        ((E,), False, (E,), True),
        ((E,), False, (E, OUT), False),
        ((OUT,), False, (E, OUT), False),
        ((OUT,), True, (E, OUT), True),
        ((OUT,), True, (E, IN), False),
        ((E,), True, (E, OUT), True),
        ((E,), True, (E,), False),
        ((E,), True, (V, OUT), False),
        ((E, OUT), True, (E, OUT), True),
        ((E, OUT), True, (E, IN), False),
        (("P", "ene"), True, (E, OUT), True),
        (("Personeel",), True, (E, OUT), False),
        (("Saldo", OUT), True, (E, OUT), True),
    ],
)
def test_a_row_may_stand_where_what_is_left_of_its_labels_is(
    labels: tuple[str, ...], place: tuple[str, ...], *, has_figures: bool, may_stand: bool
) -> None:
    assert _may_stand(labels, has_figures, place) is may_stand


SCRAP = ("P", "ene")


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([(E, OUT), SCRAP, (V, OUT), SCRAP, (F, OUT), SCRAP], [(E, OUT), (E, IN), (V, OUT), (V, IN), (F, OUT), (F, IN)]),
        ([(E, OUT), SCRAP, (V, OUT), (F, OUT)], [(E, OUT), (E, IN), (V, OUT), (F, OUT)]),
        ([(E, OUT), (V, OUT), SCRAP, (F, OUT)], [(E, OUT), (V, OUT), (V, IN), (F, OUT)]),
        ([SCRAP, (E, OUT), (V, OUT), (F, OUT)], []),  # above the first is no place
        ([(E, OUT), SCRAP, SCRAP, (V, OUT), (F, OUT)], []),  # two for one place
        ([(E, OUT), SCRAP, (V, OUT), SCRAP], []),  # a section of which nothing is there
        ([(V, OUT), (E, OUT), (F, OUT)], []),
        ([(OUT,), (IN,), (OUT,), (IN,), (OUT,)], [(E, OUT), (E, IN), (V, OUT), (V, IN), (F, OUT)]),
        ([(OUT,), SCRAP, (OUT,), (OUT,), (IN,)], [(E, OUT), (E, IN), (V, OUT), (F, OUT), (F, IN)]),
    ],
)
def test_rows_have_the_places_that_are_left_between_the_labels_that_were_read(
    rows: list[tuple[str, ...]], places: list[tuple[str, ...]]
) -> None:
    assert _places(tuple((labels, True) for labels in rows)) == tuple(places)


def test_of_two_places_that_are_left_for_a_row_neither_is_its() -> None:
    rows = [((OUT,), True), ((E,), False), (SCRAP, True), ((V,), False), ((IN,), True), ((F,), False)]
    assert _places(tuple(rows)) == ((E, OUT), (E,), None, (V,), (V, IN), (F,))
