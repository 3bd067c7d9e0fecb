"""Headers whose owner's name begins as those of a town's units do, and which nothing else tells."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.headers.by_names import Parts, by_names
from gentbudget.parser.headers.by_units import begins_at_unit, by_unit
from gentbudget.parser.headers.names import names_behind_words
from gentbudget.vocabulary import UNITS
from tests.parser.headers.lines import header, texts
from tests.parser.tolerances.case import actions

TAB = "\t"
SAID = "Wie huurt, krijgt raad."


def read(text: str) -> tuple[str | None, str | None]:
    found = header(text)
    split = by_unit(found)
    assert split is None or len(split.title) == len(split.owner) == split.lines
    return texts(found, split)


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_a_name_that_nothing_else_prints_begins_with_the_word_for_a_unit(unit: str) -> None:
    assert read(f"AC34485 - Begeleiden van huurders {unit} Wonen\n{SAID}") == ("Begeleiden van huurders", f"{unit} Wonen")


@pytest.mark.parametrize(
    ("text", "title", "owner"),
    [
        ("Begeleiden van huurders\nDienst Wonen", "Begeleiden van huurders", "Dienst Wonen"),
        ("Begeleiden van huurders in\nde stad\nDienst Wonen", "Begeleiden van huurders in de stad", "Dienst Wonen"),
        ("Huren\nDienst\nWonen", "Huren", "Dienst Wonen"),
        ("Huren\nDienst Wonen, Zorg en\nSport", "Huren", "Dienst Wonen, Zorg en Sport"),
        ("Huren\nDienst\nWonen en\nSport", "Huren", "Dienst Wonen en Sport"),
        ("Huren\nDienst HR Partners en Projecten", "Huren", "Dienst HR Partners en Projecten"),
        ("Huren Dienst Lokaal sociaal beleid", "Huren", "Dienst Lokaal sociaal beleid"),
        # A title may tell of a unit, too.
        ("Verhuis van de Dienst Zorg Dienst Wonen", "Verhuis van de Dienst Zorg", "Dienst Wonen"),
        ("Werking Dienst Wonen Dienst Wonen", "Werking Dienst Wonen", "Dienst Wonen"),
    ],
)
def test_what_stands_before_it_is_the_title(text: str, title: str, owner: str) -> None:
    assert read(f"AC34485 - {text}\n{SAID}") == (title, owner)


@pytest.mark.parametrize(
    "text",
    [
        "Verhuis van de Dienst Wonen",  # the title stands open before it
        "Subsidies\nStudio Dienst Wonen",  # the name may begin earlier
        "Adviseren van scholen Juridische Dienst en Kennisbeheer",  # it does
        "Werking Departement Zorg Loket Beheer",  # behind the unit that the title tells of, another name
        "Werking Dienst Wonen Jeugd",
        "Huren van lokalen Dienst",  # no name
        "Huren\nDienst Wonen\nZwembaden",  # it may go on, or be the title's
        "Huren van lokalen Dienst Wonen\nin de stad",
        "Huren van lokalen Dienst Wonen en\nSport",  # where lines of both cells may be joined, it may go on anywhere
        "Huren\nDienst Wonen werkte een voorstel uit.",  # a description
        "Huren van lokalen\nWij bouwen huizen Dienst Wonen",  # perhaps one, too
    ],
)
def test_a_name_that_may_begin_earlier_or_go_on_is_none(text: str) -> None:
    assert read(f"AC34485 - {text}\n{SAID}") == (None, None)


def test_a_description_that_says_something_is_no_line_of_the_name() -> None:
    broad = "Het Huis van Alijn, het Museum voor Industrie, de Gentse Feesten en meer"
    for below, is_told in ((SAID, True), ("\u2022 Museum", True), (broad, True), ("Museum", False), ("", True)):
        found = read(f"AC34485 - Huren van lokalen Dienst Wonen\n{below}".strip())
        assert found == (("Huren van lokalen", "Dienst Wonen") if is_told else (None, None)), below


def test_a_row_in_markdown_may_hold_lines_of_both_cells() -> None:
    found = header(f"AC34485 - Huren van lokalen Dienst Wonen\n{SAID}")
    assert by_unit(found)
    assert by_unit(found._replace(pieces=(found.code_piece._replace(in_table=True), *found.pieces[1:]))) is None


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Huren van lokalen Dienst Wonen", "Dienst Wonen"),
        ("Huren van lokalen Dienst Wonen en Sport", "Dienst Wonen en Sport"),
        ("Huren van lokalen Dienst Lokaal sociaal beleid", None),  # a small word may be of the title's next line
        ("Huren van lokalen Dienst Wonen Jeugd", None),
        ("Huren van lokalen\nDienst Zorg voor de Jeugd", "Dienst Zorg voor de Jeugd"),
        ("Huren van lokalen\nDienst Wonen Jeugd", "Dienst Wonen Jeugd"),
        ("Huren van lokalen\nDienst Lokaal sociaal beleid", None),
    ],
)
def test_a_heading_in_markdown_may_hold_lines_of_both_cells_unless_its_words_can_be_the_name_s_alone(
    text: str, owner: str | None
) -> None:
    found = header(f"AC34485 - {text}\n{SAID}")
    marked = found._replace(pieces=tuple(piece._replace(marked=True) for piece in found.pieces))
    assert texts(marked, by_unit(marked)) == (("Huren van lokalen", owner) if owner else (None, None))


def test_words_for_units_side_by_side_are_one_beginning() -> None:
    text = "AC34485 - Huren van lokalen Staf Departement Zorg"
    assert read(f"{text}\n{SAID}") == ("Huren van lokalen", "Staf Departement Zorg")
    assert read(f"AC34485 - Huren van lokalen\nStaf\nDepartement Zorg\n{SAID}") == (
        "Huren van lokalen",
        "Staf Departement Zorg",
    )
    assert read(f"AC34485 - Huren van lokalen Staf\nDepartement Zorg\n{SAID}") == (None, None)


def test_a_name_goes_on_behind_and_with_a_capital() -> None:
    """As a page ended in the middle of both cells: `Onderwijs en` / `sancties en parkeertoezicht Jeugd`."""
    assert read(f"AC34485 - Beheer van\nstraten\nDienst Zorg en\npleinen Jeugd\n{SAID}") == (None, None)


def test_names_on_lines_of_their_own_are_learnt_without_a_blank_line_before_them() -> None:
    titles, name = ["Toelagen voor Jong", "Bruggen over de Leie"], "Dienst Lokaal\nsociaal beleid"
    headers = [f"AC4000{n} - {title}\n{name}\n" for n, title in enumerate(titles)]
    report = gentbudget.parse(actions(headers).replace("\t", " ").replace("\n\n", "\n"), known=None)
    assert [(action.title, action.owner) for action in report.actions] == [
        (title, "Dienst Lokaal sociaal beleid") for title in titles
    ]


@pytest.mark.parametrize("before", ["Stedelijke Sociale Zaken", "Personeel"])
def test_words_before_a_unit_that_stand_there_behind_other_words_too_may_be_the_name_s(before: str) -> None:
    titles = ["Toelagen Jong", "Vlaggen en versiering"]
    headers = [f"AC4000{n} - {title} {before} Dienst Wonen" for n, title in enumerate(titles)]
    headers += [f"AC4001{n} - {title} Dienst Wonen" for n, title in enumerate(["Beheer van water", "Werken aan stages"])]
    report = gentbudget.parse(actions(headers).replace("\t", " ").replace("\n\n", "\n"), known=None)
    read = [(action.title, action.owner) for action in report.actions]
    assert read == [(None, None)] * 2 + [("Beheer van water", "Dienst Wonen"), ("Werken aan stages", "Dienst Wonen")]


@pytest.mark.parametrize("owner", ["FIN Beheer en Ondersteuning", "Dienst Financi\u00ebn en Loonadministratie"])
def test_a_word_that_titles_end_with_is_no_beginning_of_a_name_that_has_it_too_or_begins_as_another_does(owner: str) -> None:
    """As the accounts of 2024 print it: `Departement Financi\u00ebn FIN Beheer en Ondersteuning`."""
    titles = [
        "Corrigeren personeelsbudget Departement Financi\u00ebn",
        "Organiseren interne werking departement Financi\u00ebn",
    ]
    titles += ["Opvolgen van de schuld", "Innen van belastingen"]
    headers = [f"AC4000{n} - {title} {owner}" for n, title in enumerate(titles)]
    headers += [f"AC4001{n} - {title} FIN Heffingen" for n, title in enumerate(titles[2:])]
    report = gentbudget.parse(actions(headers).replace("\t", " ").replace("\n\n", "\n"), known=None)
    assert [(action.title, action.owner) for action in report.actions[: len(titles)]] == [(title, owner) for title in titles]


def test_a_unit_on_the_line_that_a_title_goes_on_with_may_be_the_rest_of_the_name_above() -> None:
    found = header(f"AC40000 - Verhuren van grachten en Sociale Zaken\nbeken in Gent Departement Bomen\n{SAID}")
    names = {("Sociale", "Zaken"): 2}
    assert texts(found, by_names(found, names, "blanks", Parts.of(names, [found]))) == (None, None)
    below = header(f"AC40000 - Verhuren van grachten en Sociale Zaken\nbeken in Gent\n{SAID}")
    assert by_names(below, names, "blanks", Parts.of(names, [below]))


def test_a_name_behind_a_word_for_a_unit_is_the_rest_of_a_longer_one() -> None:
    headers = [
        f"AC4000{n} - {title}\n"
        for n, title in enumerate(["Ondersteunen van Staf Havens", "Bouwen aan Staf Havens", "Bouw van Havens"])
    ]
    found = [header(f"{text}{SAID}") for text in headers]
    assert ("Havens",) not in names_behind_words(found, "blanks")
    plain = [header(f"{text.replace('Staf', 'oude')}{SAID}") for text in headers]
    assert ("Havens",) in names_behind_words(plain, "blanks")


@pytest.mark.parametrize(
    ("title", "name", "begins"),
    [
        ("Bieden van overleg Dienst HR en Sociaal", "Overleg", True),
        ("Bieden van overleg Dienst HR", "Loket Overleg", True),
        ("Bieden van overleg Dienst HR", "Dienst Overleg", False),  # a unit's name itself
        ("Verhuis van de Dienst HR", "Overleg", False),  # the title leads on to it
        ("Dienst HR", "Overleg", False),
        ("Bieden van overleg", "Overleg", False),
        ("Bieden van overleg Dienst HR aan scholen", "Overleg", False),
    ],
)
def test_a_name_may_begin_with_that_of_a_unit_at_the_end_of_a_title(title: str, name: str, *, begins: bool) -> None:
    assert begins_at_unit(tuple(title.split()), tuple(name.split())) is begins


@pytest.mark.parametrize(
    ("titles", "known", "is_told"),
    [
        (["Zorg om veilige FIN Beheer havens"], None, False),
        (["Zorg om veilige FIN Beheer havens", "Bouw van FIN Beheer pleinen"], None, False),
        (["Zorg om veilige FIN Beheer havens", "Bouw van pleinen"], None, True),  # the name is read without it, too
        (["Zorg om veilige FIN Beheer havens"], ["Economie en Zee"], True),
        (["Zorg om veilige havens"], None, True),
    ],
)
def test_a_name_that_may_be_the_rest_of_a_units_wherever_it_is_read_is_none(
    titles: list[str], known: list[str] | None, *, is_told: bool
) -> None:
    headers = [f"AC4000{n} - {title}\tEconomie en Zee" for n, title in enumerate(titles)]
    told = [(title, "Economie en Zee") for title in titles]
    for form in (headers, [f"|{row.replace(TAB, '|')}|\n|---|---|" for row in headers]):  # here nothing mixes the cells
        cells = gentbudget.parse(actions(form), known=known)
        assert [(action.title, action.owner) for action in cells.actions] == told
    report = gentbudget.parse(actions(headers).replace("\t", "     "), known=known)
    assert [(action.title, action.owner) for action in report.actions] == (told if is_told else [(None, None)] * len(titles))
    found = [finding for finding in report.findings if "may be the rest of a name" in finding.message]
    assert {finding.entry for finding in found} == (set() if is_told else {action.code for action in report.actions})
