"""Headers that a program writes as headings of Markdown, several lines in one, with words that it joined or broke."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Action
from gentbudget.parser.headers.header import Evidence
from gentbudget.parser.headers.hyphens import Hyphenation
from gentbudget.parser.headers.joined_headings import names_around_titles, names_in_headings
from tests.parser.headers.lines import header, lines
from tests.parser.headers.test_letters import ACTION, BODY, PROJECT
from tests.parser.small import edited
from tests.parser.tolerances.case import actions

PLAN = "OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent\n---------\t--\t-------------\t------------"


def in_markdown(*edits: tuple[str, str]) -> str:
    """The small report with headings of Markdown, and so edited."""
    text = edited(*edits)
    for heading in ("Acties", "Actieplan"):
        text = text.replace(f"\n{heading}\n", f"\n### **{heading}**\n")
    return text


def action(header: str, known: list[str] | None = None, *edits: tuple[str, str]) -> Action:
    """The small report's action with another header."""
    read = gentbudget.parse(in_markdown((ACTION, header), *edits), known=known)["AC34485"]
    assert isinstance(read, Action)
    return read


@pytest.mark.parametrize("mark", ["", "**", "##### **"])
def test_below_a_heading_of_markdown_the_end_of_a_line_may_be_the_title_s(mark: str) -> None:
    """With or without bold letters: the owner is OCMW Gent, and the title ends with Gent, or else it is Stad Gent."""
    line = f"{mark}OD10071 - Inwoners beslissen mee in Stad 2020 - 2027 OCMW Gent Gent{mark[-2:]}"
    plan = gentbudget.parse(in_markdown((PLAN, line)))["OD10071"]
    assert (plan.title, plan.organisation) == (None, None)


def test_a_moment_that_a_browser_prints_above_a_plan_is_none_of_its_title() -> None:
    line = "11/30/26, 9:22 PM\n\n##### **OD10071 Betaalbare huizen**\n\n##### **2020 - 2027 Politiezone Gent (5415)**"
    plan = gentbudget.parse(in_markdown((PLAN, line)), known=["Politiezone Gent (5415)"])["OD10071"]
    assert (plan.title, plan.organisation) == ("Betaalbare huizen", "Politiezone Gent (5415)")


@pytest.mark.parametrize(
    ("header", "read"),
    [
        # the only word before the name is the title
        ("**AC34485 - Wijkpolitie Dienst Sport**", ("Wijkpolitie", "Dienst Sport")),
        ("**AC34485 - Nieuwe Wijkpolitie Bureau Sport**", (None, None)),
        # the name is in two pieces, around the next line of the title, which a capital begins
        (
            "**AC34485 - Uitwerken van de nota Dienst Ruimte voor Gent Sport**",
            ("Uitwerken van de nota Ruimte voor Gent", "Dienst Sport"),
        ),
        ("**AC34485 - Uitwerken van de Dienst Ruimte voor Gent Sport**", (None, None)),
        ("**AC34485 - Uitwerken van de nota Dienst Ruimte**\n\n**voor Gent Sport**", (None, None)),
    ],
)
def test_a_capital_beside_a_name_that_is_known_is_the_title_s_if_nothing_else_is_left(
    header: str, read: tuple[str | None, str | None]
) -> None:
    found = action(header, ["Dienst Sport", "Bureau Sport"])
    assert (found.title, found.owner) == read


def test_the_first_words_of_a_name_that_are_a_name_themselves_may_be_the_owner() -> None:
    header = "**AC34485 - Uitwerken van de nota Dienst Sport Ruimte voor Gent en Jeugd**"
    assert action(header, ["Dienst Sport en Jeugd"]).owner == "Dienst Sport en Jeugd"
    assert action(header, ["Dienst Sport en Jeugd", "Dienst Sport"]).owner is None


@pytest.mark.parametrize(("title", "owner"), [("Beheer van wijken", "Bureau Sport"), ("Beheer van de Muide", None)])
def test_a_name_that_another_header_prints_behind_a_small_letter_begins_there(title: str, owner: str | None) -> None:
    project = f"**PR40001 - {title} Lopend Ontwerp 2022 - 2026 Bureau Sport**"
    found = action("**AC34485 - Nieuwe Wijkpolitie Bureau Sport**", ["Bureau Sport"], (PROJECT, project))
    assert found.owner == owner


ROW = "|**AC34485 - {}**|**{}**|\n|---|---|\n"


@pytest.mark.parametrize("title", ["Werken aan hetplan", "Werken enbouwen", "Werken,bouwen", "Wijbouwen"])
def test_a_title_whose_words_a_program_joined_is_open(title: str) -> None:
    assert action(ROW.format(title, "Dienst Sport"), None, (BODY, f"{BODY} en bouwen")).title is None


@pytest.mark.parametrize("title", ["Werken met hetgeen er is", "Energie", "Wijkwerk", "Voorbeelden", "Van 1,5 tot 2,5 meter"])
def test_a_title_whose_words_only_begin_like_others_is_whole(title: str) -> None:
    found = action(ROW.format(title, "Dienst Sport"), None, (BODY, f"{BODY} en bouwen"))
    assert (found.title, found.owner) == (title, "Dienst Sport")


def test_a_name_whose_words_a_program_joined_is_spelt_as_it_is_known_or_open() -> None:
    row = ROW.format("Begeleiden van huurders", "Dienst Sport<br>enJeugd")
    assert action(row).owner is None
    assert action(row, ["Dienst Sport en Jeugd"]).owner == "Dienst Sport en Jeugd"
    assert action(row, None, ("Dienst Stadsvernieuwing en Groen", "Dienst Sport en Jeugd")).owner == "Dienst Sport en Jeugd"


@pytest.mark.parametrize(("between", "breaks"), [("\n\n", True), ("\n", True), ("\n\n\n", False)])
def test_words_are_broken_between_headings_as_well(between: str, breaks: bool) -> None:
    halves = [("ver-", "huurders"), ("gemeen-", "ten"), ("won-", "ingen")]
    text = "".join(f"**Voor {first}**{between}**{rest} en zo**\n\nEn\n\n" for first, rest in halves)
    assert Hyphenation(lines(f"{text}Voor verhuurders, gemeenten en woningen is er raad.")).breaks_words is breaks


def test_a_name_that_is_cut_in_a_word_is_no_name_of_others_either() -> None:
    """The project's last cell has no room for `Horecaondersteuning`; by its letters, the action's pieces would be read so."""
    cell = "Dienst<br>Horecaondersteun<br>ing"
    project = f"|**PR40001 - Fietspaden**|**Lopend**|**Ontwerp**|**2022 - 2026**|**{cell}**|\n|---|---|---|---|---|"
    report = gentbudget.parse(in_markdown((PROJECT, project)))
    assert report["PR40001"].title == "Fietspaden"
    assert report["PR40001"].owner is None


def test_a_row_of_a_table_is_none_of_an_objective_s_title() -> None:
    title = "Iedereen woont, leert en werkt hier"
    text = edited((f"{title}\n\nBudget", f"{title}\n\n|**dti**|**t bi**|**d**|**Jaarrekening**|\n\nBudget"))
    assert gentbudget.parse(text)["SD10041"].title == title


@pytest.mark.parametrize("organisation", ["Stad Gent", "Politiezone Gent"])
def test_the_organisations_of_plans_need_not_be_known_from_elsewhere(organisation: str) -> None:
    """Three of them are words of the document. Any other might be the end of the title."""
    line = f"##### **OD10071 Ruimte voor water in de 2020 - 2027 {organisation} binnenstad**"
    plan = gentbudget.parse(in_markdown((PLAN, line)), known=None)["OD10071"]
    is_read = organisation == "Stad Gent"
    assert (plan.title, plan.organisation) == (("Ruimte voor water in de binnenstad", "Stad Gent") if is_read else (None, None))


def headings(*headers: str) -> list[Evidence]:
    """Headers that a program made headings of, joined of several lines."""
    found = [header(f"AC4000{n} - {text}\nWie huurt, krijgt raad.") for n, text in enumerate(headers)]
    return [one._replace(pieces=tuple(p._replace(marked=True) for p in one.pieces)) for one in found]


def in_headings(*headers: str) -> dict[tuple[str, ...], int]:
    """The names that are learnt from such."""
    return names_in_headings(headings(*headers))


WATER = "Beheer van water Loket Sport en Zee tijdens de zomer"


@pytest.mark.parametrize(
    ("headers", "is_learnt"),
    [
        (["Zorg om de Loket Sport en Zee haven"], True),
        (["Zorg om de Loket Sport en Zee"], True),
        (["Zorg voor water Loket Sport en Zee haven"], False),  # with another word before it, it might begin there
        (["Zorg om de Loket Sport en Zee tijdens de winter"], False),  # with another behind it, it might end there
        (["Zorg om de Loket Sport en Zee haven en de zomer"], False),  # the same end of all might be its next line
        ([], False),
    ],
)
def test_a_name_between_different_words_of_headings_is_learnt(headers: list[str], *, is_learnt: bool) -> None:
    assert in_headings(WATER, *headers) == ({("Loket", "Sport", "en", "Zee"): 2} if is_learnt else {})


def test_a_name_in_headings_stands_behind_a_word_that_titles_end_with() -> None:
    """A phrase of several titles may stand behind words that lead on to it: `in Oud Gent`."""
    assert in_headings("Feesten in Oud Gent voor jong", "Wandelen door Oud Gent tijdens de zomer") == {}


@pytest.mark.parametrize(
    ("before", "name", "is_learnt"),
    [
        ("Muide", "Dienst Sport en Zee", True),  # no other name that ends so would begin with the word for a unit
        ("Muide", "Loket Sport en Zee", False),
        ("de", "Dienst Sport en Zee", False),  # behind words that lead on, it may be the title's
        ("haven", "Dienst Lokaal beleid", True),
        ("haven", "Dienst Lokaal lang beleid", True),
    ],
)
def test_a_name_that_begins_as_those_of_units_do_may_stand_behind_capitals_and_have_small_words(
    before: str, name: str, *, is_learnt: bool
) -> None:
    found = in_headings(f"Zorg om de {name} dijken", f"Bouw aan de {before} {name}")
    assert found == ({tuple(name.split()): 2} if is_learnt else {})


def test_small_words_that_no_heading_ends_with_may_be_those_of_the_title() -> None:
    assert (
        in_headings("Zorg om water Dienst Sport met beleid voor jong", "Bouw aan de haven Dienst Sport met beleid en zo") == {}
    )


@pytest.mark.parametrize(
    ("headers", "is_learnt"),
    [
        (["Zorg om Dienst Nacht en pleinen Horeca", "Bouw aan Dienst Nacht en grote havens Horeca"], True),
        (["Zorg om Dienst Nacht en pleinen Horeca"], False),
        (["Zorg om Dienst Nacht en pleinen Horeca", "Bouw aan Dienst Nacht en pleinen Horeca"], False),
        # between the two, the name may have another line, and behind a capital, it may begin earlier
        (["Zorg om Dienst Nacht en pleinen Feest Horeca", "Bouw aan Dienst Nacht en grote havens Horeca"], False),
        (["Zorg om Juridische Dienst Nacht en pleinen Horeca", "Bouw aan Dienst Nacht en grote havens Horeca"], False),
        # the same words may end both titles
        (["Zorg om Dienst Nacht en pleinen voor jong Horeca", "Bouw aan Dienst Nacht en havens voor jong Horeca"], False),
    ],
)
def test_a_name_of_a_unit_around_the_ends_of_different_titles_is_learnt(headers: list[str], *, is_learnt: bool) -> None:
    assert names_around_titles(headings(*headers)) == ({("Dienst", "Nacht", "en", "Horeca"): 2} if is_learnt else {})


def test_where_a_name_could_end_before_the_title_three_headings_tell_that_it_does_not() -> None:
    headers = [
        "Zorg om Dienst Nacht pleinen Horeca",
        "Bouw aan Dienst Nacht havens Horeca",
        "Werk in Dienst Nacht straten Horeca",
    ]
    assert names_around_titles(headings(*headers)) == {("Dienst", "Nacht", "Horeca"): 3}
    assert names_around_titles(headings(*headers[:2])) == {}


def test_headings_are_read_by_a_name_around_their_titles() -> None:
    titles = {"AC40000": ("Zorg om", "stille pleinen"), "AC40001": ("Bouw aan", "grote havens")}
    headers = [f"##### **{code} - {a} Dienst Nacht en {b} Horeca**" for code, (a, b) in titles.items()]
    report = gentbudget.parse(actions(headers).replace("\t", " "), known=None)
    assert [(one.title, one.owner) for one in report.actions] == [
        (f"{a} {b}", "Dienst Nacht en Horeca") for a, b in titles.values()
    ]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Zorg om pleinen**<br>**Dienst Wonen", ("Zorg om pleinen", "Dienst Wonen")),
        ("Zorg om pleinen**<br>**en straten**<br>**Dienst Wonen", ("Zorg om pleinen en straten", "Dienst Wonen")),
        ("Zorg om pleinen Dienst**<br>**Wonen", (None, None)),  # the title may go on behind the first line of the name
        ("Zorg om de**<br>**Dienst Wonen", (None, None)),
    ],
)
def test_a_row_with_one_cell_tells_where_its_lines_end(cell: str, read: tuple[str | None, str | None]) -> None:
    report = gentbudget.parse(actions([f"|**AC40000 - {cell}**|\n|---|\n"]).replace("\t", " "), known=None)
    assert (report["AC40000"].title, report.action("AC40000").owner) == read


def test_words_of_a_heading_that_look_different_are_no_cell_of_their_own() -> None:
    found = action("##### **AC34485 - Zorg om pleinen en** **<u>straten</u>**\n\n##### **Dienst Wonen**", ["Dienst Wonen"])
    assert (found.title, found.owner) == ("Zorg om pleinen en straten", "Dienst Wonen")


def test_headings_of_which_others_print_the_name_between_other_words_are_read() -> None:
    headers = [f"##### **AC40000 - {WATER}**", "##### **AC40001 - Zorg om de stille Loket Sport en Zee haven**"]
    report = gentbudget.parse(actions(headers).replace("\t", " "), known=None)
    read = [(one.title, one.owner) for one in report.actions]
    assert read == [(title, "Loket Sport en Zee") for title in ("Beheer van water tijdens de zomer", "Zorg om de stille haven")]
    alone = gentbudget.parse(actions([headers[0], "##### **AC40001 - Zorg**"]).replace("\t", " "), known=None)
    assert alone["AC40000"].title is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # *en* alone is no line of a name
        ("Bouw aan de haven Dienst Sport pleinen en parken en Zee", "Bouw aan de haven pleinen en parken"),
        # no name begins with a word before a colon
        ("Feesten in de Muide: Dienst Sport eerste fase en Zee", "Feesten in de Muide: eerste fase"),
        ("Feesten in de Muide Dienst Sport eerste fase en Zee", None),
        # the title names another unit
        ("Werking Departement Zorg Dienst Sport fase en Zee", "Werking Departement Zorg fase"),
        ("Werking Stad Zorg Dienst Sport fase en Zee", None),
    ],
)
def test_what_is_the_title_s_around_a_name_that_is_known(text: str, title: str | None) -> None:
    found = action(f"##### **AC34485 - {text}**", ["Dienst Sport en Zee"])
    assert (found.title, found.owner) == (title, title and "Dienst Sport en Zee")


@pytest.mark.parametrize(
    ("word", "description", "is_read"),
    [
        ("eigengarage", "Wie een eigen garage heeft, parkeert daar.", False),
        ("dehaven", "Aan de haven komt een park.", False),
        ("inkoop", "Wie iets in koop neemt, betaalt.", True),  # two short words may well be one
        ("eigengarage", "Wie een garage heeft, parkeert daar.", True),
        ("eigengarage", "|Wie een eigen|garage heeft|", True),  # a border may cut a word
    ],
)
def test_a_word_that_is_printed_elsewhere_in_two_may_lack_its_blank(word: str, description: str, *, is_read: bool) -> None:
    described = ("Wie huurt, krijgt raad.", description)
    found = action(f"##### **AC34485 - Zorg om {word}**\n\n##### **Dienst Wonen**", ["Dienst Wonen"], described)
    assert found.title == (f"Zorg om {word}" if is_read else None)


def test_a_colon_without_a_blank_behind_it_may_lack_one() -> None:
    found = action("##### **AC34485 - Online betalen:proef**\n\n##### **Dienst Wonen**", ["Dienst Wonen"])
    assert (found.title, found.owner) == (None, "Dienst Wonen")
