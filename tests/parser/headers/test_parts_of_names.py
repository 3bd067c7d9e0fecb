"""Names of which a part was read as a whole: each is the smallest text of a look in which an owner was wrong."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.headers.by_letters import by_letters
from gentbudget.parser.headers.hyphens import Hyphenation
from gentbudget.parser.headers.names import has_longer, may_go_on_below
from tests.parser.headers.lines import header
from tests.parser.headers.test_wrong_names import action, plan, project, read_of
from tests.parser.tolerances.case import actions

TITLES = ["Huren van lokalen", "Bouwen van woningen", "Loket voor wie huurt", "Lessen in alle wijken", "Zalen"]


def headers_of(owners: list[str], between: str = " ") -> list[str]:
    """The headers of actions with these owners."""
    return [f"AC4000{n} - {title}{between}{owner}" for n, (title, owner) in enumerate(zip(TITLES, owners, strict=False))]


# ---- names that are learnt ---------------------------------------------------------------------------------


@pytest.mark.parametrize("rest", [("Feesten", "Markten"), ("Feesten en Toerisme", "Wonen")])
def test_a_name_must_be_seen_to_end(rest: tuple[str, str]) -> None:
    owners = [f"Cel\n{rest[n % 2]}" for n in range(4)]
    report = gentbudget.parse(actions(headers_of(owners, "\n")).replace("\t", "\n"), known=None)
    assert {getattr(entry, "owner", None) for entry in report.actions} <= {None, *(f"Cel {name}" for name in rest)}


def test_a_title_s_last_line_is_no_name_because_it_recurs() -> None:
    titles = [f"{verb} van lokalen met steun van Agentschap Onroerend" for verb in ("Huren", "Bouwen")]
    headers = [
        f"AC4000{n} - {title}\nErfgoed\n{name}"
        for n, (title, name) in enumerate(zip(titles, ["Cel Wonen", "Cel Werk"], strict=True))
    ]
    report = gentbudget.parse(actions(headers).replace("\t", "\n"), known=None)
    assert "Erfgoed" not in {getattr(entry, "owner", None) for entry in report.actions}


@pytest.mark.parametrize("below", ["Energie", "Energie en Water", "Groep Gent"])
def test_a_name_may_go_on_with_a_line_of_capitals(below: str) -> None:
    headers = [*headers_of(["Archief Gent"] * 3), f"AC40003 - {TITLES[3]}\nArchief Gent\n{below}"]
    assert read_of(headers, "AC40000") == (TITLES[0], "Archief Gent")
    assert read_of(headers, "AC40003")[1] in (None, f"Archief Gent {below}")


def test_a_short_description_is_no_line_of_a_name() -> None:
    headers = [*headers_of(["Archief Gent"] * 3), f"AC40003 - {TITLES[3]}\nArchief Gent\nLopende zaak"]
    assert read_of(headers, "AC40003", "Er is een nota.\n\nEr is er nog een.")[1] == "Archief Gent"


@pytest.mark.parametrize(
    ("below", "may"), [("Energie", True), ("Lopende zaak", False), ("Botermarkt 1", False), ("Nota. Verslag", False)]
)
def test_what_a_name_may_go_on_with(below: str, may: bool) -> None:
    assert may_go_on_below(header(f"AC40000 - Huren\nArchief Gent\n{below}\nDe aannemer begint."), 2) is may
    assert not may_go_on_below(header(f"AC40000 - Huren\nArchief Gent\n{below}"), 2)  # no description would be left


# ---- names behind capitals ---------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["Stedelijke", "Pedagogische"])
def test_no_title_ends_with_what_must_stand_before_a_noun(before: str) -> None:
    headers = headers_of(["Dienst Wonen", "Dienst Wonen", "Dienst Werk", f"{before} Dienst Wonen", "Dienst Werk"])
    assert read_of(headers, "AC40003") in ((None, None), (TITLES[3], f"{before} Dienst Wonen"))
    assert read_of(headers, "AC40000") == (TITLES[0], "Dienst Wonen")


def test_a_word_that_recurs_before_a_name_that_begins_like_no_other_may_be_its_first() -> None:
    owners = ["FM Onderwijs", "FM Onderwijs", "FM Onderwijs", "Dienst FM Onderwijs", "Dienst FM Onderwijs"]
    headers = [header.replace("Lessen in alle wijken", "Lessen in de Brugse Poort") for header in headers_of(owners)]
    assert read_of(headers, "AC40003")[1] in (None, "Dienst FM Onderwijs")
    assert read_of(headers, "AC40000") in ((None, None), (TITLES[0], "FM Onderwijs"))


def test_a_line_that_begins_with_and_may_be_the_name_s_as_well_as_the_title_s() -> None:
    headers = headers_of(["Dienst Water - Parken"] * 3)
    headers[2] += "\nen Zwembaden"
    assert read_of(headers, "AC40002") in ((None, None), (TITLES[2], "Dienst Water - Parken en Zwembaden"))


# ---- cells that a program mixed ----------------------------------------------------------------------------


def test_the_foot_of_a_page_beside_a_title_is_no_owner() -> None:
    assert action("**AC34485 - Begeleiden van huurders** Pagina 12 van 14\n\n**Dienst Wonen**")[1] in (None, "Dienst Wonen")


def test_a_name_in_the_place_of_a_period_may_be_a_part_of_the_owner() -> None:
    row = "|PR40001 - Bouwen van woningen|On hold|Nazorg<br>2024 - 2032|Loket<br>Gent|Facility van de Groep|"
    assert project(f"{row}\n|---|---|---|---|---|").owner is None


def test_a_name_whose_words_are_cut_at_the_end_of_a_line_is_none_though_the_contents_print_its_title() -> None:
    cell = "Autonoom\n{0}Gemeentebedri\n{0}jf Kunsten en\n{0}Design".format(" " * 52)
    title = "Betaalbaar wonen versnellen"
    assert plan(f"OD10071     {title}     2020 - 2027    {cell}") in ((title, None), (None, None))


@pytest.mark.parametrize(
    ("title", "may"),
    [
        ("hergebruik vanbouwen", True),
        ("wonen enbouwen", True),
        ("veel energie", False),
        ("volgens degebruikers", True),
        ("degelijk", False),
    ],
)
def test_a_program_may_leave_out_the_blank_behind_a_small_word(title: str, may: bool) -> None:
    lines = header("AC40000 - Huren\nWe bouwen en bouwen.").behind
    assert Hyphenation(lines).may_lack_blank(title) is may
    row = f"|AC34485 - Begeleiden van {title}|Dienst Wonen|\n|---|---|"
    assert action(f"{row}\nWe zien bouwen en wonen.")[0] == (None if may else f"Begeleiden van {title}")


def test_a_dash_of_the_name_is_no_word_of_the_title() -> None:
    text = "##### **AC34485 - Begeleiden van het Dienst Wonen - Museum op de site Kunst**"
    assert action(text, ["Dienst Wonen - Kunst"])[0] in (None, "Begeleiden van het Museum op de site")


def test_a_name_may_be_the_owner_s_where_it_stands_twice() -> None:
    header = "AC34485 - Bou wen van hal tes door Di rec tie Dienst Wo nen van de\nGroep Gent Dienst Wo nen van de Groep Gent"
    known = ["Dienst Wonen van de Groep Gent", "Directie Dienst Wonen van de Groep Gent"]
    assert action(header, known)[1] in (None, known[0])


@pytest.mark.parametrize(
    ("below", "is_whole"),
    [("\nHandhaving", False), ("\n\nHandhaving", True), ("\nEr is een nota.", True), ("", True)],
)
def test_a_name_that_letters_tell_may_go_on_with_a_line_of_capitals(below: str, *, is_whole: bool) -> None:
    found = header(f"AC34485 - Bouwen van huizen\n\nAf de ling Ver gunningen{below}\nWie huurt, krijgt raad.")
    assert (by_letters(found, [("Afdeling", "Vergunningen")], Hyphenation([])) is not None) is is_whole


@pytest.mark.parametrize(
    ("name", "has_more"), [("Dienst Wonen", True), ("Archief Gent", False), ("Dienst Wonen en Bouwen", False)]
)
def test_a_header_prints_more_than_a_name_that_is_a_part_of_a_known_one(name: str, *, has_more: bool) -> None:
    found = header("AC34485 - Begeleiden van huurders Dienst Wonen en Bouwen")
    assert has_longer(found.pieces, {tuple(name.split())}, [("Dienst", "Wonen", "en", "Bouwen")]) == has_more
