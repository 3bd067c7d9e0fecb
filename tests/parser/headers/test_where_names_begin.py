"""Names that are learnt where none can begin on a line above, and what may be above or below all the same."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.headers.header import Split
from gentbudget.parser.headers.hyphens import Hyphenation, with_whole_words
from gentbudget.parser.headers.names import may_go_on_below, names_behind_words, stands_between
from gentbudget.parser.headers.own_lines import by_itself
from gentbudget.parser.headers.whole import joined_lines
from gentbudget.parser.headers.widths import Columns, Width, breadth
from tests.parser.headers.lines import header, introduction
from tests.parser.small import SMALL

NAME = ("Dienst", "Wonen", "en", "Welzijn")
DESCRIBED = "Wie een woning huurt of verhuurt, krijgt aan het loket raad van de medewerkers van de stad."


def learnt(*texts: str) -> set[tuple[str, ...]]:
    """The names that headers of these texts tell, each with a description of one long line."""
    return set(names_behind_words([header(f"{text}\n{DESCRIBED}") for text in texts], "blanks"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Behind fields that end their lines.
        ("PR40001 - Huren Lopend Ontwerp 2022 - 2026\n{}", "PR40002 - Bouwen Lopend Ontwerp 2023 - 2027\n{}"),
        ("PR40001 - Huren van\nlokalen Lopend Ontwerp 2022 - 2026\n{}", "PR40002 - Bouwen Lopend Ontwerp 2023 - 2027\n{}"),
        # Below lines of the title alone, even if they are the same.
        ("AC40001 - Huren van lokalen in de\nwijk\n{}", "AC40002 - Bouwen van woningen in de\nwijk\n{}"),
        # At the end of a line that goes on with the title's.
        ("AC40001 - Huren van lokalen voor\ngezinnen {}", "AC40002 - Bouwen van zalen, ook voor\njongeren {}"),
        # Below half a word of the title, whose rest follows.
        ("AC40001 - Huren van de kot-\n{}\nkamers", "AC40002 - Bouwen van de boven-\n{}\nzalen"),
        # One so, one so.
        ("AC40001 - Huren van lokalen in de\nwijk\n{}", "PR40002 - Bouwen Lopend Ontwerp 2023 - 2027\n{}"),
    ],
)
@pytest.mark.parametrize("name", ["Dienst Wonen en Welzijn", "Dienst Wonen en\nWelzijn", "Dienst\nWonen en\nWelzijn"])
def test_a_name_is_learnt_where_none_can_begin_above(first: str, second: str, name: str) -> None:
    assert learnt(first.format(name), second.format(name)) == {NAME}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # The line above may hold the name's first word.
        ("AC40001 - Huren van lokalen in de\nwijk Stedelijke\n{}", "AC40002 - Bouwen van woningen in de\nwijk Stedelijke\n{}"),
        ("AC40001 - Huren\n{}", "AC40002 - Bouwen\n{}"),
        # A name begins behind the fields already.
        ("PR40001 - Huren Lopend Ontwerp 2022 - 2026 Cel\n{}", "PR40002 - Bouwen Lopend Ontwerp 2023 - 2027 Cel\n{}"),
        # A blank line parts the header from what follows, or the name from the title.
        ("AC40001 - Huren van lokalen in de\n\nwijk\n{}", "AC40002 - Bouwen van woningen in de\n\nwijk\n{}"),
        # A line that no title goes on with.
        ("AC40001 - Huren van lokalen\ngezinnen {}", "AC40002 - Bouwen van zalen\njongeren {}"),
    ],
)
def test_no_name_is_learnt_where_it_may_begin_above_or_another_paragraph_may(first: str, second: str) -> None:
    name = "Dienst Wonen en Welzijn"
    assert NAME not in learnt(first.format(name), second.format(name))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Dienst Wonen en\nAC40001 - Huren van lokalen\nWelzijn", "Dienst Wonen en\nAC40002 - Bouwen van zalen\nWelzijn"),
        (
            "Dienst\nWonen en\nAC40001 - Huren van lokalen\nWelzijn",
            "Dienst\nWonen en\nPR40002 - Bouwen van zalen Lopend Ontwerp 2023 - 2027\nWelzijn",
        ),
        # Once it stands beside the code, on two lines.
        (
            "Dienst Wonen en\nAC40001 - Huren van lokalen\nWelzijn",
            "AC40002 - Bouwen van zalen Dienst Wonen en\nvoor feesten Welzijn",
        ),
    ],
)
def test_a_name_that_is_centred_is_learnt_around_the_code(first: str, second: str) -> None:
    assert learnt(first, second) == {NAME}


@pytest.mark.parametrize(
    ("above", "below", "learns"),
    [
        ("Dienst Wonen,", "Zorg en", True),
        ("Dienst Wonen", "Zorg en", False),  # the name may end, and this be a description's line
        ("Dienst Wonen,", "Zorg", False),  # here it may end, too
    ],
)
def test_the_title_stands_between_lines_of_a_name_that_cannot_end_there(above: str, below: str, *, learns: bool) -> None:
    header = f"{above}\nAC4000{{}} - {{}}\n{below}\n{{}}\nWelzijn"
    found = learnt(header.format(1, "Huren van", "zalen in de wijk"), header.format(2, "Bouwen voor", "huurders van de stad"))
    assert found == ({("Dienst", "Wonen,", "Zorg", "en", "Welzijn")} if learns else found - {NAME})
    assert bool(found) is (above[-1] == ",")


def test_no_name_is_learnt_of_the_last_words_of_a_line_that_a_program_joined_of_several() -> None:
    header = "**Dienst Wonen, AC4000{} - {} Zorg en {} Welzijn**"
    texts = header.format(1, "Huren van", "zalen in de wijk"), header.format(2, "Bouwen voor", "huurders van de stad")
    assert read(*texts) == [(None, None), (None, None)]


def test_the_only_word_before_a_name_is_the_title_s_though_it_has_a_capital() -> None:
    assert learnt("AC40001 - Wijkpolitie Informatica", "AC40002 - Feesten Informatica") == {("Informatica",)}
    assert not learnt("AC40001 - Huren Wijkpolitie Informatica", "AC40002 - Bouwen Feesten Informatica")


def test_a_title_is_read_between_the_lines_of_a_name() -> None:
    """It goes on in the middle of a phrase alone: `Pleinen` may be another cell's, or a description's."""
    header = "Dienst Wonen,\nAC4000{} - {}\nZorg en\n{}\nWelzijn"
    owner = "Dienst Wonen, Zorg en Welzijn"
    texts = header.format(1, "Huren van", "zalen in de wijk"), header.format(2, "Bouwen voor", "huurders van de stad")
    assert read(*texts, header.format(3, "Spelen", "Pleinen")) == [
        ("Huren van zalen in de wijk", owner),
        ("Bouwen voor huurders van de stad", owner),
        (None, None),
    ]


@pytest.mark.parametrize("below", ["(Huisvesting)", "Huisvesting"])
def test_what_goes_on_below_every_time_is_the_name_s(below: str) -> None:
    name = f"Dienst Wonen\n{below}"
    first, second = "PR40001 - Huren Lopend Ontwerp 2022 - 2026\n{}", "PR40002 - Bouwen Lopend Ontwerp 2023 - 2027\n{}"
    assert learnt(first.format(name), second.format(name)) == {("Dienst", "Wonen", below)}


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        ("(Huisvesting)", True),  # no description begins with a bracket
        ("Huisvesting", False),  # this is all that is left for one
        ("Huisvesting\nWie huurt, krijgt raad.", True),
        ("(huisvesting)\nWie huurt, krijgt raad.", False),
        ("Huisvesting in alle wijken\nWie huurt, krijgt raad.", False),
    ],
)
def test_a_name_may_go_on_with_capitals_and_in_brackets(below: str, *, goes_on: bool) -> None:
    assert may_go_on_below(header(f"AC40001 - Huren van lokalen Dienst Wonen\n{below}"), 1) is goes_on


def read(*headers: str) -> list[tuple[str | None, str | None]]:
    """Titles and owners of actions with these headers, nothing known; each has a description of one long line."""
    start = SMALL.index("Acties")
    _, _, tables = SMALL[start : SMALL.index("Acties", start + 1)].partition("- Dan thuis")
    entries = "".join(f"Acties\n{header}\n{DESCRIBED}{tables}" for header in headers)
    report = gentbudget.parse(f"{SMALL[:start]}{entries}".replace("\t", " "), known=None)
    return [(entry.title, entry.owner) for entry in report.actions]


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Dienst Wonen en\nWelzijn", "Dienst Wonen en Welzijn"),
        ("Afdeling Bouwen,\nWonen en\nWelzijn", "Afdeling Bouwen, Wonen en Welzijn"),
        ("Dienst Wonen en\n\nWelzijn", None),  # another paragraph
        ("Dienst Wonen\nWelzijn", None),  # perhaps the description
    ],
)
def test_behind_fields_a_name_whose_words_lead_on_goes_on_below(name: str, owner: str | None) -> None:
    found = header(f"PR40001 - Bouwen van woningen Lopend Ontwerp 2022 - 2026 {name}\n{DESCRIBED}")
    split = by_itself(found._replace(columns=Columns(title=Width(2 * breadth("Bouwen van woningen")))), "blanks")
    assert (split and joined_lines(split.owner)) == owner


@pytest.mark.parametrize("above", ["", "Stedelijke\n"])
def test_on_lines_of_its_own_behind_fields_a_name_may_begin_on_the_line_above(above: str) -> None:
    """Two headers tell a name; a third has a line before it, with which a longer one may begin."""
    name, whole = "Dienst Wonen en\nWelzijn", "Dienst Wonen en Welzijn"
    first, second = "PR40001 - Huren Lopend Ontwerp 2022 - 2026", "PR40002 - Bouwen Lopend Ontwerp 2023 - 2027"
    third = "PR40003 - Spelen Lopend Ontwerp 2023 - 2027"
    assert read(f"{first}\n{name}", f"{second}\n{name}", f"{third}\n{above}{name}") == [
        ("Huren", whole),
        ("Bouwen", whole),
        (None, None) if above else ("Spelen", whole),
    ]


def test_a_name_goes_on_with_what_stands_in_brackets_below() -> None:
    """Elsewhere the shorter name is printed; here it is the beginning of another."""
    first, second = "AC40001 - Huren van lokalen Dienst Wonen", "AC40002 - Bouwen van zalen Dienst Wonen"
    assert read(first, second, "AC40003 - Spelen op pleinen Dienst Wonen\n(Huisvesting)") == [
        ("Huren van lokalen", "Dienst Wonen"),
        ("Bouwen van zalen", "Dienst Wonen"),
        (None, None),
    ]


def test_no_title_goes_on_over_a_border_with_a_capital() -> None:
    """The name that two headers tell stands below a cell that may hold the first words of a longer one."""
    lines = "AC40003 - Taxivergunningen", "Stedelijke Sociale Zaken"
    rule = "| --- | --- |\nDepartement Bomen &\nBelastingen"
    first, second = ("AC40001 - Huren van lokalen", "AC40002 - Bouwen van zalen")
    name = "Departement Bomen &\nBelastingen"
    *_, last = read(f"{first} {name}", f"{second} {name}", f"| {' | '.join(lines)} |\n{rule}")
    assert last == (None, None)


@pytest.mark.parametrize("breaks", [True, False])
def test_a_word_of_a_name_that_the_end_of_its_line_breaks_is_whole_in_a_text_that_breaks_words(*, breaks: bool) -> None:
    """That the two lines are one cell, the name tells; whether the hyphen is the word's own, only the rest of the text can."""
    fields = "Lopend Ontwerp 2022 - 2026\nDienst Kot-\nstudenten"
    texts = "De huur-\nders wonen hier. De ver-\nhuurders niet. De gemeen-\nten ook. Alle huurders, verhuurders en gemeenten."
    first, second = f"PR40001 - Huren {fields}", f"PR40002 - Bouwen {fields}\n{DESCRIBED}\n{texts if breaks else ''}"
    owner = "Dienst Kotstudenten" if breaks else None
    assert [whose for _, whose in read(first, second)] == [owner, owner]


def test_a_word_that_is_put_together_so_is_told_unless_the_text_prints_it_whole() -> None:
    split = Split(title=(("Huren", "van", "kot-"), ("kamers",)), owner=(("Dienst", "Ver-"), ("huurders",)))
    lines = introduction(
        "AC40001 - De huur-\nders, de ver-\nhuurders, de gemeen-\nten. Huurders, verhuurders en gemeenten."
    ).lines
    whole = with_whole_words(split, Hyphenation(lines))
    assert [joined_lines(cell) for cell in whole.cells] == ["Huren van kotkamers", "Dienst Verhuurders"]
    assert whole.joined == ("kotkamers",)
    assert with_whole_words(split, Hyphenation(lines[:1])) == split  # this text breaks no words


@pytest.mark.parametrize(
    ("i", "split", "between"),
    [(1, None, False), (2, None, True), (2, 0, False), (3, None, False), (4, None, True), (4, 0, False)],
)
def test_a_line_of_the_title_stands_between_those_of_a_name_from_the_code_on(
    i: int, split: int | None, *, between: bool
) -> None:
    """Right below the code it goes on with the title, and so does the name with its own line above the code."""
    found = header("Dienst Wonen,\nZorg en\nAC40001 - Huren van\nWelzijn en\nzalen in de wijk\nSport\n\nTekst.")
    pieces = [piece._replace(split=split if n == i else None) for n, piece in enumerate(found.pieces)]
    assert stands_between(found._replace(pieces=tuple(pieces)), i) is between
    assert not stands_between(found._replace(pieces=tuple(pieces), own=1), i)
