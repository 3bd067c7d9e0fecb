"""Headers that are read by names."""

from __future__ import annotations

import pytest

from gentbudget.parser.headers.by_names import Parts, by_names
from gentbudget.parser.headers.names import CERTAIN, KNOWN
from tests.parser.headers.lines import header, texts


def test_behind_which_words_another_stands_right_before_a_name_is_known() -> None:
    headers = [header(f"AC4000{n} - {title} Stedelijke Dienst Wonen") for n, title in enumerate(["Huren", "Bouwen"])]
    headers.append(header("AC40009 - Beheer van Dienst Wonen"))
    names = {("Dienst", "Wonen"): 3, ("Dienst", "Bouwen"): 1, ("Archief",): 1}
    parts = Parts.of(names, headers)
    name = ("Dienst", "Wonen")
    behind_a_title = {("Huren", "Stedelijke"): {""}, ("Bouwen", "Stedelijke"): {""}}  # the whole of it
    assert parts.before == {(("Stedelijke",), name): {"Huren", "Bouwen"}} | {(a, name): b for a, b in behind_a_title.items()}
    assert parts.beginnings == {"Dienst": 2, "Archief": 0}


@pytest.mark.parametrize(
    ("below", "read"),
    [
        ("huurders", ("Begeleiden van huurders", "Archief Gent")),
        ("Directie Feesten", (None, None)),  # the name may be the title's, and the line below it the owner's
    ],
)
def test_a_title_that_stands_open_before_a_name_goes_on_below_with_a_small_letter(
    below: str, read: tuple[str | None, str | None]
) -> None:
    found = header(f"AC34485 - Begeleiden van Archief Gent\n{below}\n\nTekst.")
    names = {("Archief", "Gent"): CERTAIN}
    assert texts(found, by_names(found, names, "blanks", Parts.of(names, [found]))) == read


@pytest.mark.parametrize(
    ("below", "read"),
    [
        ("Wij bouwen.", ("Bouwen van woningen", "Dienst Wonen")),
        ("en huizen", (None, None)),  # it is the owner that goes on, or the title
    ],
)
def test_behind_fields_on_a_line_of_their_own_a_title_does_not_go_on(below: str, read: tuple[str | None, str | None]) -> None:
    found = header(f"PR40001 - Bouwen van woningen\nLopend Ontwerp 2022 - 2026 Dienst Wonen\n{below}")
    names = {("Dienst", "Wonen"): CERTAIN}
    assert texts(found, by_names(found, names, "blanks", Parts.of(names, [found]))) == read


def test_a_name_goes_on_with_one_word_on_a_line_of_its_own() -> None:
    found = header("AC34485 - Huren van lokalen Dienst\nWonen\n\nTekst.")
    names = {("Dienst", "Wonen"): CERTAIN}
    assert texts(found, by_names(found, names, "blanks", Parts.of(names, [found]))) == ("Huren van lokalen", "Dienst Wonen")


def test_of_two_names_of_which_one_is_a_part_of_the_other_the_whole_one_is_read() -> None:
    found = header("AC34485 - Begeleiden van huurders Dienst sociale Zaken\n\nTekst.")
    names = {("Zaken",): CERTAIN, ("Dienst", "sociale", "Zaken"): 2}
    assert texts(found, by_names(found, names, "blanks", Parts.of(names, [found]))) == (
        "Begeleiden van huurders",
        "Dienst sociale Zaken",
    )


@pytest.mark.parametrize(("between", "is_read"), [("", True), ("van de wijk\n", False)])
def test_a_name_goes_on_with_the_very_next_line(between: str, *, is_read: bool) -> None:
    found = header(f"AC34485 - Huren van lokalen Dienst\n{between}Wonen\n\nTekst.")
    names = {("Dienst", "Wonen"): CERTAIN}
    assert (by_names(found, names, "blanks", Parts.of(names, [found])) is not None) is is_read


@pytest.mark.parametrize("mixed", ["Dienst huizen Wonen", "Dienst Wonen huizen", "Dienst huizen Wonen in Gent"])
def test_behind_the_fields_a_name_stands_before_or_around_the_rest_of_the_title(mixed: str) -> None:
    found = header(f"PR40001 - Bouwen van Lopend Ontwerp 2022 - 2026 {mixed}\n\nTekst.")
    names = {("Dienst", "Wonen"): CERTAIN}
    rest = [word for word in mixed.split() if word not in ("Dienst", "Wonen")]
    assert texts(found, by_names(found, names, "blanks", Parts.of(names, [found]))) == (
        " ".join(["Bouwen van", *rest]),
        "Dienst Wonen",
    )


@pytest.mark.parametrize(
    ("above", "is_whole"),
    [("Dienst", False), ("Dienst van huurders", False), ("van huurders", True), ("met Dienst en huurders", True)],
)
def test_a_name_may_begin_on_the_line_above_where_that_begins_as_another_does(above: str, *, is_whole: bool) -> None:
    found = header(f"AC34485 - Begeleiden\n{above}\nStadsarcheologie\n\nTekst.")
    names = {("Stadsarcheologie",): CERTAIN, ("Dienst", "Wonen"): CERTAIN}
    read = texts(found, by_names(found, names, "blanks", Parts.of(names, [found])))
    assert read == ((f"Begeleiden {above}", "Stadsarcheologie") if is_whole else (None, None))


def test_a_word_that_is_all_of_a_title_is_no_first_word_of_a_name() -> None:
    """Where it stands before the name behind other words again and again, it may be."""
    names = {("Dienst", "Wonen"): 2}
    others = [header(f"AC4000{n} - {title} Feesten Dienst Wonen\n\nTekst.") for n, title in enumerate(["Huren", "Bouwen"])]
    alone = header("AC40009 - Feesten Dienst Wonen\n\nTekst.")
    parts = Parts.of(names, others)
    assert texts(alone, by_names(alone, names, "blanks", parts)) == ("Feesten", "Dienst Wonen")
    assert [by_names(one, names, "blanks", parts) for one in others] == [None, None]


@pytest.mark.parametrize(("below", "is_all"), [("\nWie huurt, krijgt raad.", True), ("helpt wie huurt.", False)])
@pytest.mark.parametrize("seen", [KNOWN, CERTAIN])
def test_a_name_from_elsewhere_on_lines_of_its_own_is_all_of_its_paragraph(below: str, seen: int, *, is_all: bool) -> None:
    found = header(f"AC34485 - Huren van lokalen\n\nDienst Wonen\n{below}\n\nTekst.")
    names = {("Dienst", "Wonen"): seen}
    read = by_names(found, names, "blanks", Parts.of(names, [found]))
    assert (read is not None) is (is_all or seen == CERTAIN)


@pytest.mark.parametrize(("between", "is_read"), [("De bus rijdt op zondag", True), ("De bus rijdt op zondag.", False)])
def test_no_line_of_a_title_below_its_first_ends_a_sentence(between: str, *, is_read: bool) -> None:
    """A running title behind a page's end may be printed as an owner is."""
    found = header(f"AC34485 - Vervoer\n{between}\nStad Gent\n\nTekst.")
    names = {("Stad", "Gent"): CERTAIN}
    assert (by_names(found, names, "lines", Parts.of(names, [found])) is not None) is is_read
