"""Headers whose cells some program mixed, or whose words it cut: read by the letters of the names that are known."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Action, Project
from gentbudget.parser import tolerances
from gentbudget.parser.headers.fields import Words
from gentbudget.parser.headers.hyphens import Hyphenation, mended_lines
from gentbudget.parser.headers.introductions import split_introduction
from gentbudget.parser.headers.letters import _Search, splits
from gentbudget.parser.headers.widths import Columns, Width, breadth
from gentbudget.parser.lines.line import Line
from tests.documents.measuring import DUMPS, Dump
from tests.parser.headers.lines import header as header_of
from tests.parser.small import edited

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
PROJECT = "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
BODY = "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
BROKEN = "De huur-\nders wonen hier. De ver-\nhuurders niet. De gemeen-\nten ook. Alle huurders, verhuurders en gemeenten."
LONG = "Afdeling Vergunningen, Handhaving en Leegstandsbestrijding"


def action(header: str, known: list[str], body: str = BODY) -> Action:
    """The small report's action with another header and description."""
    read = gentbudget.parse(edited((ACTION, header), (BODY, body)), known=known)["AC34485"]
    assert isinstance(read, Action)
    return read


def project(header: str, known: list[str]) -> Project:
    """The small report's project with another header."""
    read = gentbudget.parse(edited((PROJECT, header)), known=known)["PR40001"]
    assert isinstance(read, Project)
    return read


@pytest.mark.parametrize(
    "header",
    [
        "Afdeling Vergunningen,\nAC34485 - Begeleiden van huurders en ver-\nHandhaving en Leegstands-\nhuurders\nbestrijding",
        "AC34485 - Begeleiden van huurders en ver-\nhuurders\nAfdeling Vergunningen,\nHandhaving en Leegstands-\nbestrijding",
        "Afdeling Vergunningen,\nAC34485 - Begeleiden van huurders en verhuurders Handhaving en\nLeegstands-\nbestrijding",
    ],
)
def test_the_lines_of_title_and_owner_that_are_mixed_are_told_apart(header: str) -> None:
    read = action(header, [LONG], BROKEN)
    assert (read.title, read.owner) == ("Begeleiden van huurders en verhuurders", LONG)


@pytest.mark.parametrize(
    ("header", "name", "title"),
    [
        (
            "AC34485 - Begeleiden van huurders met Dienst FM Beleidsondersteu-\nassistentiewoningen en kamers ning",
            "Dienst FM Beleidsondersteuning",
            "Begeleiden van huurders met assistentiewoningen en kamers",
        ),
        (
            "AC34485 - Begeleiden van huurders in de Rog- Dienst Ontmoeten en\ngestraat na de heropening Verbinden",
            "Dienst Ontmoeten en Verbinden",
            "Begeleiden van huurders in de Roggestraat na de heropening",
        ),
    ],
)
def test_a_title_s_line_may_end_anywhere_where_it_goes_on_between_two_lines_of_the_name(
    header: str, name: str, title: str
) -> None:
    read = action(header, [name], f"{BROKEN} Ook in de Roggestraat.")
    assert (read.title, read.owner) == (title, name)


def test_a_line_of_the_code_may_end_with_a_point_of_the_name() -> None:
    header = "PR40001 - Leveren van de partituren van de huur- Nog niet Museum Dr.\nNazorg 2016 - 2026\nders gestart Guislain"
    report = gentbudget.parse(edited((PROJECT, header), (BODY, BROKEN)), known=["Museum Dr. Guislain"])
    read = report.project("PR40001")
    assert (read.title, read.owner) == ("Leveren van de partituren van de huurders", "Museum Dr. Guislain")


def test_a_word_that_holds_the_mark_of_a_hyphen_is_whole_in_a_title_that_letters_tell() -> None:
    header = "PR40001 - Bouwen van huur\ufffeders - vervolg\nNog niet ge\ufffestart\nOntwerp 2022 - 2026\nDienst Wonen"
    report = gentbudget.parse(edited((PROJECT, header), (BODY, BROKEN)), known=["Dienst Wonen"])
    read = report.project("PR40001")
    assert (read.title, read.owner) == ("Bouwen van huurders - vervolg", "Dienst Wonen")


def test_a_title_s_next_line_is_no_broader_than_its_first_with_the_code_before_it() -> None:
    lines = "PR40001 - Inrichten van de post bij de Rog-\ngestraat volgens de meerjaren- en gebieds-\ngerichte werking"
    header = f"{lines} On hold Nazorg 2021 - 2031 Kunsthal Bij- lokekaai"
    report = gentbudget.parse(edited((PROJECT, header), (BODY, f"{BROKEN} De Roggestraat.")), known=["Kunsthal Bijlokekaai"])
    assert (
        report["PR40001"].title == "Inrichten van de post bij de Roggestraat volgens de meerjaren- en gebiedsgerichte werking"
    )


def test_words_of_a_heading_that_a_program_joined_line_by_line_are_told_apart() -> None:
    header = "**Afdeling Vergunningen, AC34485 - Begeleiden van huurders in het Handhaving en centrum Leegstandsbestrijding**"
    read = action(header, [LONG])
    assert (read.title, read.owner) == ("Begeleiden van huurders in het centrum", LONG)


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (
            "**AC34485 - Begeleiden van wie huurt bij de Dienst Wonen maatschappij**",
            "Begeleiden van wie huurt bij de maatschappij",
        ),
        # The title prints the name as it may: what leads on there goes on from it.
        ("**AC34485 - Begeleiden van wie huurt bij de Dienst Wonen voor een jaar**", None),
        ("AC34485 - Begeleiden van wie huurt bij de Dienst Wonen maatschappij", None),  # one line of print
        # The owner may be another.
        ("**AC34485 - Begeleiden van wie huurt bij de Dienst Wonen gedaan Sport**", None),
    ],
)
@pytest.mark.parametrize("body", [BODY, "Dienst Sport"])
def test_a_title_that_cannot_end_goes_on_behind_the_name_in_a_heading_of_joined_lines(
    header: str, body: str, title: str | None
) -> None:
    read = action(header, ["Dienst Wonen"], body)
    title = title if body == BODY else None  # what stands below may be the owner
    assert (read.title, read.owner) == (title, title and "Dienst Wonen")


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (
            "huurders en verHandhaving en Leegstandshuurders in het bestrijding centrum",
            "huurders en verhuurders in het centrum",
        ),
        # Its own hyphen, which nothing prints, and a word of which no rest stands behind.
        ("huurders in OostHandhaving en LeegstandsVlaanderen bestrijding", None),
        ("huurders en verHandhaving en Leegstandshuurders in het centrum", None),
        # A word of the title may begin as one of the name.
        ("wie Leegstandsheffing Handhaving en betaalt Leegstandsbestrijding", "wie Leegstandsheffing betaalt"),
    ],
)
def test_words_that_a_program_made_of_those_of_two_cells_are_parted_again(header: str, title: str | None) -> None:
    read = action(f"**Afdeling Vergunningen, AC34485 - Begeleiden van {header}**", [LONG], BROKEN)
    assert (read.title, read.owner) == (title and f"Begeleiden van {title}", title and LONG)


def test_a_year_is_parted_from_half_a_word_before_it() -> None:
    read = project(
        "**PR40001 - Bouwen van ver2022 - Regiehuis VerLopend Ontwerp huurkantoren 2026 bouwen**", ["Regiehuis Verbouwen"]
    )
    assert (read.title, read.owner, str(read.period)) == (None, None, "None")
    report = gentbudget.parse(
        edited(
            (PROJECT, "**PR40001 - Bouwen voor ver2022 - Regiehuis VerLopend Ontwerp huurders 2026 bouwen**"), (BODY, BROKEN)
        ),
        known=["Regiehuis Verbouwen"],
    )
    assert report["PR40001"].title == "Bouwen voor verhuurders"


def test_fields_in_narrow_cells_are_told_apart_as_well() -> None:
    header = "Dienst Toeris-\nPR40001 - Bouwen van woningen aan 2022 -\nOn hold Uitvoering me en Gast-\nde Muide 2026\nvrijheid"
    read = project(header, ["Dienst Toerisme en Gastvrijheid"])
    assert (read.title, read.owner) == ("Bouwen van woningen aan de Muide", "Dienst Toerisme en Gastvrijheid")
    assert (read.status, read.phase, str(read.period)) == ("On hold", "Uitvoering", "2022 - 2026")


def test_an_owner_whose_words_are_cut_is_known_by_its_letters_and_what_was_made_of_it_is_said() -> None:
    report = gentbudget.parse(
        edited((ACTION, "AC34485 - Begeleiden van huurders Af de ling Ver gun nin gen")), known=["Afdeling Vergunningen"]
    )
    read = report["AC34485"]
    assert isinstance(read, Action)
    assert (read.title, read.owner) == ("Begeleiden van huurders", "Afdeling Vergunningen")
    assert [finding.code for finding in report.findings if finding.entry == "AC34485"] == ["run-together-header"]


@pytest.mark.parametrize(
    "header",
    [
        "AC34485 - Begeleiden van Dienst\nSport",  # the name's first word, or the title's last
        "AC34485 - Begeleiden van huurders Dienst\nSport en\nJeugd",  # a longer name
        "AC34485 - Begeleiden van huurders\nSport en Jeugd",
    ],
)
def test_what_can_be_read_otherwise_is_open(header: str) -> None:
    read = action(header, ["Sport"])
    assert read.owner is None


def test_a_point_of_a_list_is_no_line_of_a_title() -> None:
    read = action(
        "Afdeling Vergunningen, Handhaving\nAC34485 - Begeleiden van huurders aan het loket\nen Leegstandsbestrijding",
        [LONG],
        "o Eerst thuis\no Dan aan het loket",
    )
    assert (read.title, read.owner) == ("Begeleiden van huurders aan het loket", LONG)


@pytest.mark.parametrize("mark", ["", "**"])
def test_the_dashes_below_a_row_tell_its_cells(mark: str) -> None:
    cells = [
        (f"{mark}PR40001 - Bouwen van", f"woningen aan de Muide{mark}"),
        (f"{mark}Stopgezet{mark}", ""),
        (f"{mark}Ontwerp{mark}", ""),
        (f"{mark}2022 -", f"2026{mark}"),
        (f"{mark}Dienst", f"Onbekend{mark}"),
    ]
    widths = [max(map(len, cell)) for cell in cells]
    rows = ["  " + " ".join(cell[i].ljust(width) for cell, width in zip(cells, widths, strict=True)) for i in (0, 1)]
    rule = "-" * (sum(widths) + 4)
    read = project(f"  {rule}\n{rows[0]}\n{rows[1]}\n  {' '.join('-' * width for width in widths)}\n\n  {rule}", [])
    assert (read.title, read.owner) == ("Bouwen van woningen aan de Muide", "Dienst Onbekend")
    assert (read.status, read.phase, str(read.period)) == ("Stopgezet", "Ontwerp", "2022 - 2026")


def test_dashes_that_words_stand_across_tell_nothing() -> None:
    header = "AC34485 - Begeleiden van huurders Dienst Wonen\n------------------ ----------------"
    assert action(header, []).title is None


def test_backslashes_of_markdown_are_no_part_of_a_title() -> None:
    read = action('AC34485 - Begeleiden van \\"nieuwe\\" huurders\tDienst Wonen\n--\t------', [])
    assert (read.title, read.owner) == ('Begeleiden van "nieuwe" huurders', "Dienst Wonen")


@pytest.mark.parametrize(
    ("lines", "whole", "joined"),
    [
        ([("van", "ver-"), ("huurders", "hier")], [("van",), ("verhuurders", "hier")], []),
        ([("van", "her-"), ("ziening",)], [("van",), ("herziening",)], ["herziening"]),
        ([("ver-",), (), ("huurders",)], [("verhuurders",)], []),
        ([("jeugd-",), ("en", "sportraad")], [("jeugd-",), ("en", "sportraad")], []),
    ],
)
def test_words_that_lines_break_are_whole_in_the_lower_line(lines: list[Words], whole: list[Words], joined: list[str]) -> None:
    printed = [Line("TEXT_LINE", text, number, 0) for number, text in enumerate(BROKEN.splitlines(), 1)]
    assert mended_lines(lines, Hyphenation(printed)) == (whole, joined)


def test_a_name_that_a_page_breaks_off_is_taken_on_if_it_is_known_and_open_otherwise() -> None:
    header = "AC34485 - Begeleiden van huurders\tDienst Coördinatie\n\n\fen Sodigent"
    assert action(header, []).owner is None
    read = action(header, ["Dienst Coördinatie en Sodigent"])
    assert (read.title, read.owner, read.paragraphs[0]) == (
        "Begeleiden van huurders",
        "Dienst Coördinatie en Sodigent",
        "Wie huurt, krijgt raad.",
    )


def test_half_a_word_before_the_beginning_of_a_name_is_no_word() -> None:
    read = action("**Afdeling Vergunningen, AC34485 - Begeleiden van verHandhaving en huurders Leegstandsbestrijding**", [LONG])
    assert (read.title, read.owner) == (None, None)


def test_a_description_that_is_justified_with_wide_blanks_below_a_header_is_none_of_it() -> None:
    body = "Het  gemiddelde  bedrag  per  toelage  bedroeg  1.860  euro,  en  onze  medewerkers  volgden  een\ntraject."
    report = edited((PROJECT, "PR40001 - Bouwen van woningen Gent On hold Ontwerp 2022 - 2026 Regiehuis Verbou- wen\n" + body))
    read = gentbudget.parse(report, known=["Regiehuis Verbouwen"])["PR40001"]
    assert isinstance(read, Project)
    assert (read.title, read.owner) == ("Bouwen van woningen Gent", "Regiehuis Verbouwen")


SHORT = "Afdeling Vergunningen"
KOT = "Afdeling Vergunningen\nAC34485 - Begeleiden van huurders en kot-\nstudenten"


@pytest.mark.parametrize(
    "header",
    [
        "Afdeling\nAC34485 - Begeleiden van huurders Vergunningen\nMoscou   Handhaving",  # two cells below
        "**AC34485 - Begeleiden van huurders Af de ling Vergun nin gen**\n**en Handhaving**",  # the heading goes on
    ],
)
def test_letters_tell_no_name_where_something_else_may_stand_in_its_cell(header: str) -> None:
    read = action(header, [SHORT])
    assert (read.title, read.owner) == (None, None)


@pytest.mark.parametrize(
    ("body", "read"), [(BROKEN, ("Begeleiden van huurders en kotstudenten", SHORT)), (BODY, (None, SHORT))]
)
def test_a_word_broken_below_the_name_s_lines_is_put_together_or_open(body: str, read: tuple[str | None, str | None]) -> None:
    found = action(KOT, [SHORT], body)
    assert (found.title, found.owner) == read


def test_a_word_of_a_title_on_a_line_of_its_own_may_be_a_phase_as_well() -> None:
    read = project("PR40001 - Masterplan en\nOntwerp\nLopend Ontwerp 2022 - 2026 Af de ling Ver gun nin gen", [SHORT])
    assert (read.title, read.owner, read.phase) == ("Masterplan en Ontwerp", SHORT, "Ontwerp")


def test_a_point_of_a_list_between_title_and_owner_is_no_line_of_the_title() -> None:
    read = action("AC34485 - Begeleiden van huurders\n1) eerst thuis\nAf de ling Ver gun nin gen", [SHORT])
    assert read.title is None


def test_a_name_behind_a_sentence_stands_in_the_description() -> None:
    sentence = "en raad geven aan wie die vraagt. Af de ling Ver gunningen"
    read = action(f"AC34485 - Begeleiden van huurders\n{sentence}", [SHORT])
    assert (read.title, read.owner, read.paragraphs[0]) == (None, None, sentence)


def test_a_search_that_is_given_up_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("Afdeling", "AC34485 - Begeleiden van huurders Vergunningen", "De huurders in de wijk")
    lines = [Line("CODE_LINE" if "AC34485" in text else "TEXT_LINE", text, number, 0) for number, text in enumerate(texts, 1)]
    read = split_introduction(lines, Line("ACTIONS_HEADING", "Acties", 0, 0)).header
    assert read is not None
    header = read.evidence
    (found,) = (search := _Search(header, ("Afdeling", "Vergunningen"), frozenset())).splits()
    assert found.title == ((), ("Begeleiden", "van", "huurders"))
    monkeypatch.setattr(tolerances, "MOST_STEPS", search.steps - 1)
    assert _Search(header, ("Afdeling", "Vergunningen"), frozenset()).splits() == []


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("writer-serif.pdf.pypdf-7.1.1", "PRX6741"),  # a learnt name is broken in its line, where `Ver- bouwen` stands
        ("writer-serif.pdf.markitdown-0.1.9.md", "PRX6741"),  # what letters tell of a period is no field of the next round
        ("chromium-upright.pdf.pymupdf-sort-2.0", "PR34844"),  # a small letter goes on with a title: `en socialehuis…`
    ],
)
def test_a_header_that_names_leave_open_is_read_by_letters(form: str, code: str) -> None:
    dump = Dump.named(DUMPS / "looks" / f"{form}.txt")
    printed = next(entry for entry in dump.printed.entries if entry.code == code)
    entry = gentbudget.parse(dump.text, known=[printed.owner or ""]).project(code)
    assert (entry.title, entry.owner, str(entry.period)) == (printed.title, printed.owner, printed.period)


@pytest.mark.parametrize(
    ("broadest", "below", "title"),
    [
        ("Bouwen", "van huizen", ["Bouwen", "van huizen"]),
        ("Bouwen van woningen", "van huizen", None),
        ("", "van huizen in de binnenstad", None),
    ],
    ids=["full", "with room", "narrower"],
)
def test_a_title_goes_on_below_a_line_only_if_that_is_full_and_as_broad(
    broadest: str, below: str, title: list[str] | None
) -> None:
    header = header_of(f"AC34485 - Bouwen\n{below}\nAfdeling Vergun-\nningen")
    if broadest:
        header = header._replace(columns=Columns(Width(breadth(f"AC34485 - {broadest}"), certain=True)))
    found = [[" ".join(line) for line in one.title if line] for one in splits(header, [("Afdeling", "Vergunningen")])]
    assert found == ([title] if title else [])


def test_an_owner_without_a_letter_is_made_of_no_words() -> None:
    """A dash that stands for no owner: once, any header was tried with it, and had no word to be it."""
    staff = "Onderbouwing personeel\t\tPlan 2031\tBetaald 2031\nVTE\t\t0,00\t0,00\n"
    text = f"Acties\nAC10001 - Beheren van scholen\t—\n{staff}Acties\nAC10002 - \ta\n{staff}"
    report = gentbudget.parse(text)
    assert [(action.code, action.title) for action in report.actions] == [("AC10001", "Beheren van scholen"), ("AC10002", None)]
    assert report.findings_of("AC10002")


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("van de stad", "Begeleiden van huurders van de stad"),
        ("en kotstudenten", None),  # the name may go on so, as well
        ("\nen kotstudenten", "Begeleiden van huurders"),  # another paragraph
    ],
)
def test_a_title_goes_on_below_a_name_around_its_code_unless_that_may_go_on_so(below: str, title: str | None) -> None:
    header = f"Afdeling\nAC34485 - Begeleiden van huurders\nVergunningen\n{below}"
    assert action(header, ["Afdeling Vergunningen"]).title == title
