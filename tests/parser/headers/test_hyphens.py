"""Words, periods and rows that the end of a line breaks; points of lists and running titles below a header."""

from __future__ import annotations

from typing import Any

import pytest

import gentbudget
from gentbudget import Action, Project
from gentbudget.parser.headers.hyphens import Hyphenation, _is_next, _whole_word, mend
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.phrases import without_soft_hyphens
from tests.parser.headers.lines import header, introduction, lines
from tests.parser.small import edited

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
BODY = "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
BROKEN = "De huur-\nders wonen hier. De ver-\nhuurders niet. De gemeen-\nten ook. Alle huurders, verhuurders en gemeenten."


def action(header: str, body: str = BODY) -> Action:
    """The small report's action with another header and description."""
    read = gentbudget.parse(edited((ACTION, header), (BODY, body)))["AC34485"]
    assert isinstance(read, Action)
    return read


@pytest.mark.parametrize(
    "header",
    [
        "AC34485 - Be\u00adge\u00adlei\u00adden van huur\u00adders\tDienst Wo\u00adnen",
        "AC34485 - Begeleiden van huur\u00ad   Dienst Wo\u00ad\nders                             nen",
        "AC34485 - Begeleiden van huur\u00ad\u2010   Dienst Wo\u00ad\u2010\nders                             nen",
    ],
)
def test_a_hyphen_that_is_none_of_the_word_s_own_is_left_out(header: str) -> None:
    read = action(header)
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Dienst Wonen")


@pytest.mark.parametrize(
    "header",
    [
        "AC34485 - Begeleiden van huur-       Dienst Wonen\nders",
        "AC34485 - Begeleiden van huur\ufffeders   Dienst Wonen",
        "|AC34485 - Begeleiden van huur-<br>ders|Dienst Wonen|\n|---|---|",
        "|**AC34485 - Begeleiden van huur-**<br>**ders**|**Dienst Wonen**|\n|---|---|",
    ],
)
def test_a_word_that_the_report_prints_whole_is_put_together(header: str) -> None:
    read = action(header, "Alle huurders.")
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Dienst Wonen")


def test_a_word_of_the_owner_is_put_together_beside_a_title_of_one_line() -> None:
    read = action(f"AC34485 - Begeleiden van huurders      Dienst Ver-\n{'':39}huurders", "Alle verhuurders.")
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Dienst Verhuurders")


def test_a_word_that_a_program_joined_behind_a_blank_is_put_together() -> None:
    introductions = [introduction("AC34485 - Begeleiden van ver- huurders Dienst Wonen"), introduction(f"AC40000\n{BROKEN}")]
    hyphenation = Hyphenation([line for one in introductions for line in one.lines])
    read = introductions[0].header
    assert read is not None
    assert mend(read.evidence, hyphenation, by_lines=False).code_piece.text == "Begeleiden van verhuurders Dienst Wonen"


def test_a_hyphen_that_the_report_prints_within_a_line_is_the_word_s_own() -> None:
    read = action("AC34485 - Begeleiden van co-       Dienst Wonen\nhuurders", "Alle co-huurders, en cohuurders.")
    assert read.title == "Begeleiden van co-huurders"


def test_a_word_that_nothing_tells_is_open_and_one_in_a_text_that_breaks_words_is_said() -> None:
    header = "AC34485 - Begeleiden van kot-       Dienst Wonen\nstudenten"
    assert action(header).title is None
    report = gentbudget.parse(edited((ACTION, header), (BODY, BROKEN)))
    assert report["AC34485"].title == "Begeleiden van kotstudenten"
    assert [f.message for f in report.findings if f.code == "joined-word"] == [
        "broken at the end of a line, and read as 'kotstudenten'"
    ]


def test_a_hyphen_and_a_blank_within_a_line_stay_as_they_are_printed() -> None:
    assert action("AC34485 - Beheer van gebouwen- enveloppe\tDienst Wonen").title == "Beheer van gebouwen- enveloppe"


@pytest.mark.parametrize("header", ["Begeleiden van kot- ders\tDienst Wonen", "Begeleiden van huurders\tDienst Kot- studenten"])
def test_in_a_text_that_breaks_words_a_half_word_within_a_cell_leaves_both_cells_open(header: str) -> None:
    read = action(f"AC34485 - {header}", BROKEN)
    assert (read.title, read.owner) == (None, None)


def test_words_that_a_program_joined_behind_their_hyphen_are_whole_in_either_cell() -> None:
    title, owner = "Begeleiden van huur- ders", "Dienst Ver- huurders"
    read = action(f"AC34485 - {title}\t{owner}", BROKEN)
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Dienst Verhuurders")
    fields = "Lopend Uitvoering 2020 - 2030"
    project = gentbudget.parse(edited((ACTION, f"PR34485 - {title} {fields} {owner}"), (BODY, BROKEN)))["PR34485"]
    assert (project.title, project.owner) == ("Begeleiden van huurders", "Dienst Verhuurders")


@pytest.mark.parametrize("bullet", ["\uf0b7     ", "\u2022  ", "\uf0a7\t", "o   ", "\u25aa ", "-   "])
def test_points_of_a_list_are_no_cells_of_a_header(bullet: str) -> None:
    read = action("AC34485 - Begeleiden van huurders   Dienst Wonen", f"{bullet}Eerst aan het loket\n{bullet}Dan thuis")
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Dienst Wonen")
    assert "Eerst aan het loket" in read.description


@pytest.mark.parametrize(
    "header",
    [
        "PR40001 - Bouwen van woningen   Lopend   Ontwerp   2022 -   Dienst Wonen\naan de Muide" + 33 * " " + "2026",
        "PR40001 - Bouwen van woningen aan de Muide\nLopend\nOntwerp\n2022 -\n2026\n\nDienst Wonen",
    ],
)
def test_a_period_in_a_narrow_cell_goes_on_in_the_next_line(header: str) -> None:
    project = gentbudget.parse(edited((PROJECT, header)))["PR40001"]
    assert isinstance(project, Project)
    assert (project.status, project.phase, str(project.period)) == ("Lopend", "Ontwerp", "2022 - 2026")
    assert project.title in ("Bouwen van woningen aan de Muide", None)
    assert project.owner in ("Dienst Wonen", None)


def test_a_row_that_a_program_breaks_within_a_cell_is_one_row() -> None:
    read = action("AC34485 - Begeleiden van huurders| Dienst\nWonen  \n---|---  ")
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Dienst Wonen")


def test_a_running_title_below_a_header_is_not_the_header_s() -> None:
    read = action("AC34485 - Begeleiden van huurders     Dienst Wonen\n\n\nGent, stad voor iedereen | Jaarrekening 2024")
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Dienst Wonen")


def test_a_text_with_blanks_inside_its_words_gives_no_title_and_no_owner() -> None:
    body = "De huur ders in de stad wo nen bij de ver huur ders van de ge meen te en be ta len el ke maand.\n" * 12
    report = gentbudget.parse(edited((ACTION, "AC34485 - Be ge lei den van huur ders\tDienst Wo nen"), (BODY, body)))
    read = report["AC34485"]
    assert isinstance(read, Action)
    assert (read.title, read.owner) == (None, None)
    assert "undecidable-header" in {finding.code for finding in report.findings if finding.entry == "AC34485"}


def test_soft_hyphens_are_found_in_one_pass() -> None:
    assert without_soft_hyphens("a\u00ad" * 10_000) == "a" * 10_000 + "\u2010"


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("Alle huurders wonen", "huurders"),
        ("Alle huurders wo-", "huurders"),
        ("huurders wonen", None),  # the first word may be the rest of another
        ("huurders", None),
        ("Alle huurders-", None),  # and the last the beginning of one
    ],
)
def test_a_word_is_known_to_be_whole_where_its_line_goes_on_at_both_ends(printed: str, whole: str | None) -> None:
    assert Hyphenation(lines(printed)).joined("huur-", "ders") == (whole and (whole, True))


@pytest.mark.parametrize(
    ("whole", "hyphened", "breaks"), [(2, 0, False), (3, 0, True), (3, 2, True), (3, 3, False), (4, 3, True)]
)
def test_a_text_breaks_words_if_more_of_those_at_line_ends_are_printed_without_a_hyphen_than_with(
    whole: int, hyphened: int, *, breaks: bool
) -> None:
    printed = []
    for n, hyphen in enumerate([""] * whole + ["-"] * hyphened):
        printed += [f"Zij zien bouw{n * 'a'}-", f"kunst, en ook bouw{n * 'a'}{hyphen}kunst is er."]
    assert Hyphenation(lines("\n".join(printed))).breaks_words is breaks


@pytest.mark.parametrize(("wrap", "breaks"), [("-<br>", True), ("-**<br>**", True), ("- ", False)])
def test_a_text_breaks_words_where_the_text_of_its_cells_wraps(wrap: str, *, breaks: bool) -> None:
    cells = [f"|**AC4000{n} - Zij zien bouw{n * 'a'}{wrap}kunst**|**en ook bouw{n * 'a'}kunst is er**|" for n in range(3)]
    assert Hyphenation(lines("\n".join(cells))).breaks_words is breaks


@pytest.mark.parametrize(("mark", "scattered"), [("\u00ad ", False), (" ", True)])
def test_pieces_that_soft_hyphens_part_are_no_words(mark: str, *, scattered: bool) -> None:
    word = mark.join(("be", "ge", "ven"))
    assert Hyphenation(lines("\n".join([f"Wij {word} ons hier en {word} ons daar."] * 40))).scatters_words is scattered


@pytest.mark.parametrize(
    ("line", "scattered"),
    [
        ("ge ven wij ons hu ur ders raad", True),
        ("geven wij onze huurders raad", False),
        ("geven onze huurders raad: A B C D E F G H", False),  # short, and no words in small letters
        ("geven onze huurders raad, de 1e 2e 3e 4e 5e 6e", False),
    ],
)
def test_short_words_in_small_letters_tell_that_words_are_scattered(line: str, *, scattered: bool) -> None:
    assert Hyphenation(lines("\n".join([f"{line}."] * 40))).scatters_words is scattered


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("ver\ufffehuurders", ("verhuurders", ())),
        ("her\ufffeziening", ("herziening", ("herziening",))),  # nothing else prints it whole
        ("huurders", ("huurders", ())),
        ("\ufffeziening", ("\ufffeziening", ())),  # its beginning stands elsewhere
    ],
)
def test_a_word_with_a_mark_for_its_hyphen_is_whole_and_told_where_nothing_else_prints_it(
    word: str, read: tuple[str, tuple[str, ...]]
) -> None:
    assert _whole_word(word, Hyphenation(lines(BROKEN))) == read


@pytest.mark.parametrize("marked", [(True, True), (True, False), (False, True), (False, False)])
@pytest.mark.parametrize("distance", [1, 2, 3])
def test_a_line_follows_another_with_a_blank_one_between_headings_alone(marked: tuple[bool, bool], distance: int) -> None:
    line, after = (
        Line("TEXT_LINE", f"**{text}**" if is_marked else text, number, 0)
        for text, is_marked, number in zip(("huur-", "ders"), marked, (1, 1 + distance), strict=True)
    )
    assert _is_next(line, after) is (distance <= (2 if all(marked) else 1))


@pytest.mark.parametrize("other", [{"columns": True, "split": 2}, {"columns": False, "split": 0}])
def test_the_owner_s_column_is_where_lines_of_both_cells_have_it(other: dict[str, Any]) -> None:
    """A line that is all of one cell, whatever it ends with, does not tell where the other begins."""
    printed = lines(
        "De huur-\nders wonen hier. De ver-\nhuurders niet. De gemeen-\nten ook. Alle huurders, verhuurders en gemeenten."
    )
    found = header("AC34485 - Huren van de kot-      Dienst Wonen\nkamers\nin Gent\n\nTekst.")
    pieces = list(found.pieces)
    pieces[2] = pieces[2]._replace(end=4, **other)
    mended = mend(found._replace(pieces=tuple(pieces)), Hyphenation(printed), by_lines=False)
    assert [piece.text for piece in mended.pieces[:2]] == ["Huren van de Dienst Wonen", "kotkamers"]


@pytest.mark.parametrize(("before", "after"), [("negentiende-", "eeuwse"), ("auto-", "ongeval"), ("zo-", "iets")])
def test_a_hyphen_between_vowels_that_would_be_read_as_one_may_be_the_word_s_own(before: str, after: str) -> None:
    assert Hyphenation(lines(BROKEN)).joined(before, after) is None
