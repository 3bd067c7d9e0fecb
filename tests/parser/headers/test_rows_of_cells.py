"""Headers in Markdown whose cells wrap: over rows of a table, over paragraphs, and within a line that was joined of several."""

from __future__ import annotations

from typing import cast

import pytest

import gentbudget
from gentbudget import Action, Project
from gentbudget.model import Period
from gentbudget.parser.headers.header import Split
from gentbudget.parser.headers.introductions import split_introduction
from gentbudget.parser.headers.names import begins_inside, names_behind_words
from gentbudget.parser.headers.own_lines import by_columns
from gentbudget.parser.lines.line import Line
from tests.parser.headers.lines import HEADINGS, header, texts
from tests.parser.headers.test_letters import ACTION, PROJECT
from tests.parser.headers.test_wrong_names import PLAN
from tests.parser.small import edited

RULE = "|---|---|---|---|---|"


def markdown(header: str, *edits: tuple[str, str], known: list[str] | None = None, plain: str = PROJECT) -> Action:
    """The small report's project, or its action, with another header below a heading of Markdown."""
    text = edited((plain, f"{header}\n"), *edits).replace("Acties\n", "#### **Acties**\n")
    return cast(Action, gentbudget.parse(text, known=known)[plain.split(maxsplit=1)[0]])


ROWS = {
    "broken": [
        "|**PR40001 - Aankopen en**|**Afgewer**|**Uitvoeri**|**2026 -**|**Dienst**|",
        RULE,
        "|**plaatsen van huizen**|**kt**|**ng**|**2029**|**Bibliotheken**|",
    ],
    "hyphens": [
        "|PR40001 - Aankopen en plaatsen|Afge-|Uitvoe-|2026 -|Dienst|",
        RULE,
        "|van huizen|werkt|ring|2029|Bibliotheken|",
    ],
    "title longer": [
        "|**PR40001 - Aankopen**|**Afgewer**|**Uitvoeri**|**2026 -**|**Dienst**|",
        RULE,
        "|**en plaatsen**|**kt**|**ng**|**2029**|**Bibliotheken**|",
        "|**van huizen**|||||",
    ],
    "centred": [
        "|||||**Dienst**|",
        RULE,
        "|**PR40001 - Aankopen en plaatsen**|**Afgewer**|**Uitvoeri**|**2026 -**||",
        "|**van huizen**|**kt**|**ng**|**2029**|**Bibliotheken**|",
    ],
}


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_fields_that_stand_over_rows_of_a_table_are_read_column_by_column(rows: list[str]) -> None:
    read = markdown("\n".join(rows))
    assert isinstance(read, Project)
    assert (read.title, read.owner) == ("Aankopen en plaatsen van huizen", "Dienst Bibliotheken")
    assert (read.status, read.phase, read.period) == ("Afgewerkt", "Uitvoering", Period(2026, 2029))
    assert not any(word in read.description for word in ("huizen", "Dienst", "kt"))


@pytest.mark.parametrize(
    "rows",
    [
        # the columns between title and owner are not those of the fields, so that a title may hold their cells
        [
            "|**PR40001 - Aankopen en**|**Afgewer**|**Uitvoe**|**2026 -**|**Dienst**|",
            RULE,
            "|**plaatsen**|**kt**|**r**|**2029**|**Wonen**|",
        ],
        # the cells go on behind the end of a page, where the borders are lost
        [
            "|**PR40001 - Begeleiden van wie aan**|**Afgewer**|**Uitvoeri**|**2026 -**|**Dienst**|",
            RULE,
            "|**steunpunten voor wonen en aan**|**kt**|**ng**|**2029**|**Straatmeu**|",
            "bilair",
        ],
        # the period's dash begins the second row
        ["|PR40001 - Aankopen|Afge-|Uitvoe-|2026|Dienst|", RULE, "|van huizen|werkt|ring|- 2029|Bibliotheken|"],
        # of a word that the owner's line breaks, nothing tells that it is one, nor that it is two
        [
            "|**PR40001 - Huizen**|**Afgewer**|**Uitvoeri**|**2026 -**|**Straatmeu**|",
            RULE,
            "||**kt**|**ng**|**2029**|**bilair**|",
        ],
    ],
    ids=["no fields", "page", "dash below", "half a name"],
)
def test_rows_whose_cells_cannot_be_told_give_no_owner(rows: list[str]) -> None:
    assert markdown("\n".join(rows)).owner is None


def test_a_title_has_no_cells_of_fields_that_cannot_be_told() -> None:
    row = "|**PR40001 - Aankopen en**|**Afgewer**|**Uitvoe**|**2026 -**|**Dienst**|"
    read = markdown(f"{row}\n{RULE}\n|**plaatsen**|**kt**|**r**|**2029**|**Wonen**|")
    assert read.title is None


@pytest.mark.parametrize(
    ("title", "begins"),
    [
        ("Preventie van schulden, ook via Netheid en sociale media", True),
        ("Energiescans bij kwetsbare Dienst Wegen, gezinnen", True),
        ("Werking van Dienst Netheid en sociale media", True),
        ("Netheid en sociale media", False),  # the first word is the title's
        ("Tramhaltes op de Korenmarkt met subsidies", False),  # no name goes on so
        ("Lokaal Energie- en Klimaatpact", False),
        ("Samenwerking met Personeel en sociale media", False),  # it has a word of the name
    ],
)
def test_a_name_may_begin_in_the_middle_of_a_title_that_a_program_joined(title: str, *, begins: bool) -> None:
    assert begins_inside(tuple(title.split()), ("Personeel",)) is begins


@pytest.mark.parametrize("marks", ["", "#### "])
def test_no_name_is_learnt_that_may_begin_inside_a_title_that_a_program_joined(marks: str) -> None:
    headers = []
    for number, title in enumerate(
        ("Scans bij kwetsbare Netheid en gezinnen", "Raad voor Wegen, en huurders", "Huur van zalen")
    ):
        line = Line("CODE_LINE", f"{marks}AC3448{number} - {title} Personeel", 2, 0)
        found = split_introduction([line], HEADINGS["A"]).header
        assert found is not None
        headers.append(found.evidence)
    assert (("Personeel",) in names_behind_words(headers, "blanks")) == (not marks)


def test_a_name_with_a_blank_in_a_word_is_none_where_the_title_above_it_has_one() -> None:
    """The contents print the title whole."""
    row = "|OD10071|{}|2020 - 2027|AGB Er fgoed|\n|---|---|---|---|"
    cut, whole = (gentbudget.parse(edited((PLAN, row.format(title))), known=None).plan("OD10071") for title in TITLES)
    assert (cut.title, cut.organisation) == ("Betaalbaar wonen versnellen", None)
    assert (whole.title, whole.organisation) == ("Betaalbaar wonen versnellen", "AGB Er fgoed")


TITLES = ("Betaalbaar wo nen versnellen", "Betaalbaar wonen versnellen")


def test_a_title_that_the_contents_print_is_read_beside_a_name_that_letters_tell() -> None:
    row = "|**OD10071**|**Betaalbaar wonen ver**|**snellen**||**2020 - 202**|**7**<br>**Groep**|**Gent**|"
    read = gentbudget.parse(edited((PLAN, f"{row}\n|---|---|---|---|---|---|---|")), known=["Groep Gent"]).plan("OD10071")
    assert (read.title, read.organisation) == ("Betaalbaar wonen versnellen", "Groep Gent")


@pytest.mark.parametrize(
    ("title", "read"), [("Herzieningvan het plan", None), ("Tijdelijke opvang hiervan", "Tijdelijke opvang hiervan")]
)
def test_a_title_may_lack_the_blank_before_a_word_that_only_some_end_with(title: str, read: str | None) -> None:
    row = f"|**PR40001 - {title}**|**Lopend**|**Uitvoering**|**2025 - 2027**|**Dienst Wonen**|"
    assert markdown(row, ("Wie huurt, krijgt raad.", "Wie van hier huurt, krijgt raad.")).title == read


def test_a_field_that_lacks_a_blank_tells_that_a_title_may() -> None:
    row = "|**PR40001 - Bouwen van bijkomendeplaatsen**|**{}**|**Uitvoering**|**2025 - 2027**|**Dienst Wonen**|"
    assert markdown(row.format("Nog niet gestart")).title == "Bouwen van bijkomendeplaatsen"
    assert markdown(row.format("Nog nietgestart")).title is None


def test_of_two_paragraphs_of_capitals_below_a_title_neither_is_the_owner_for_certain() -> None:
    paragraphs = ("AC34485 - Begeleiden van het Lokaal", "Energie- en Klimaatpact", "Dienst Burgerzaken")
    assert markdown("\n\n".join([*(f"##### **{text}**" for text in paragraphs), "Tekst."]), plain=ACTION).owner is None
    told = "##### **AC34485 - Begeleiden van het pact**\n\n##### **Dienst Burgerzaken**\n\nTekst."
    assert markdown(told, plain=ACTION).owner == "Dienst Burgerzaken"


def test_a_heading_of_a_description_that_recurs_is_no_owner_below_what_may_be_one() -> None:
    """`Lopende zaak` recurs in headings below the owners, so it may be a name on lines of its own."""
    one = "##### **AC34485 - Begeleiden van huurders**\n\n**Musea en Wonen**\n\n#### Lopende zaak\n\nTekst van de dienst."
    other = "##### **PR40001 - Bouwen van huizen Lopend Ontwerp 2020 - 2027**\n\n#### Lopende zaak\n\nTekst van de dienst."
    read = markdown(one, (PROJECT, other), plain=ACTION)
    assert read.owner != "Lopende zaak"
    assert "Musea" not in (read.title or "")


@pytest.mark.parametrize(
    ("line", "known"),
    [
        # the first word of a longer name stands behind the fields of the first lines
        ("**PR40001 - Deelname Afgewer Onderzo 2020 - Buurtwerk Belgische netwerken kt ek 2029 Dienst Wonen**", "Dienst Wonen"),
        # the name is the title's, and what stands below is the owner's, though both end alike
        (
            "#### **PR40001 - Werk met Directie Groen en Zorg**\n\n#### **Lopend Ontwerp 2020 - 2027 Voor Water en Zorg**",
            "Directie Groen en Zorg",
        ),
    ],
)
def test_a_name_is_not_read_of_words_that_may_be_others(line: str, known: str) -> None:
    read = markdown(line, known=[known])
    assert (read.title, read.owner) != ("Deelname Buurtwerk Belgische netwerken", "Dienst Wonen")
    assert read.owner is None or read.owner == "Voor Water en Zorg"


def test_what_follows_bold_words_is_a_description_not_an_owner() -> None:
    said = (
        "De subsidieaanvraag bij het Agentschap Onroerend Erfgoed is ontvankelijk. De eerste fase begon, en de rest volgt nog."
    )
    assert markdown(f"**AC34485 - Begeleiden van huurders**  {said}", plain=ACTION).owner is None


def test_a_name_that_another_header_prints_below_a_whole_title_has_no_blank_in_a_word() -> None:
    rows = [f"|OD1007{n}|{title}|2020 - 2027|AGB en wie er woont|\n|---|---|---|---|" for n, title in enumerate(TITLES, 1)]
    text = edited((PLAN, rows[0]))
    one = text[text.index("Actieplan\n") : text.index("Acties\n")]
    text = text.replace("Acties\n", f"{one.replace(rows[0], rows[1])}Acties\n", 1)
    report = gentbudget.parse(text, known=None)
    assert report.plan("OD10071").organisation == report.plan("OD10072").organisation == "AGB en wie er woont"


@pytest.mark.parametrize(("owner", "is_told"), [("Dienst<br>Wonen", False), ("Dienst Wonen", True)])
def test_where_both_cells_are_full_a_line_below_may_be_of_either(owner: str, *, is_told: bool) -> None:
    row = Line("CODE_LINE", f"|AC34485 - Begeleiden van<br>huurders aan|{owner}|", 2, 0)
    found = split_introduction([row, Line("TEXT_LINE", "het loket", 3, 0)], HEADINGS["A"]).header
    assert found is not None
    assert (by_columns(found.evidence, "blanks") is not None) == is_told


def test_a_title_in_cells_of_fields_that_nothing_tells_is_none() -> None:
    found = header("PR40001 - Bouwen van|woningen aan|de Muide|Dienst Wonen|\n|---|---|---|---|")
    words = found.code_piece.words
    assert texts(found, Split([words[:-2]], [words[-2:]])) == (None, None)


def test_beside_an_owner_that_is_told_a_title_that_the_contents_print_is_read_by_its_letters() -> None:
    row = "|OD10071|Betaalbaar wonen versnel-<br>len|2020 - 2027|Groep Gent|\n|---|---|---|---|"
    report = gentbudget.parse(edited((PLAN, row)), known=None)
    assert (report.plan("OD10071").title, report.plan("OD10071").organisation) == ("Betaalbaar wonen versnellen", "Groep Gent")


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("**AC34485 - Begeleiden van huurders**<br>-", "Begeleiden van huurders"),
        ("**AC34485 - Begeleiden van huurders**<br>**-**", None),  # the rest of it stands elsewhere
    ],
)
def test_the_dash_of_who_had_nothing_to_say_is_none_of_the_title(cell: str, title: str | None) -> None:
    row = f"|{cell}|**Dienst Wonen**|\n|---|---|"
    report = gentbudget.parse(edited(("AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------", row)), known=None)
    assert report["AC34485"].title == title
