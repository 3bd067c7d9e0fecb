"""What is kept, and said, of a header that names do not tell."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.parser.headers.header import Header, Split
from gentbudget.parser.headers.hyphens import Hyphenation
from gentbudget.parser.headers.known import Known
from gentbudget.parser.headers.names import Parting
from gentbudget.parser.headers.owners import _may_be_cut, _measure_columns, _mend, _title_in_its_cell, resolve_owners
from gentbudget.parser.headers.widths import breadth
from tests.parser.headers.lines import header, lines, settled, texts
from tests.parser.small import edited

ACTION = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"


def test_of_a_header_whose_cells_are_mixed_it_is_said() -> None:
    line = "AC34485 - Begeleiden van      Dienst      huurders      Wonen"
    report = gentbudget.parse(edited((ACTION, line)).replace("\t", "  "), known=None)
    (message,) = [finding.message for finding in report.findings_of("AC34485") if finding.code == "undecidable-header"]
    assert "its words are cut, or stand in no order that tells" in message
    assert report["AC34485"].paragraphs[0] == "Wie huurt, krijgt raad."


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("Wij helpen wie huurt.", "Begeleiden van huurders"),
        ("Gent en Brugge", None),  # the title may go on there
    ],
)
def test_without_an_owner_a_title_in_a_cell_of_its_own_is_kept_where_it_is_whole(below: str, title: str | None) -> None:
    found = header(f"AC34485 - Begeleiden van huurders\n{below}")
    assert texts(found, _title_in_its_cell(found, {}, one_cell=True)) == (title, None)


def test_halves_of_title_and_owner_in_their_columns_are_told_by_letters_with_those_below() -> None:
    text = edited((ACTION, "AC34485 - Begeleiden van huurders en      Dienst\nbouwers Wonen"))
    read = gentbudget.parse(text, known=["Dienst Wonen"])["AC34485"]
    assert (read.title, getattr(read, "owner", None)) == ("Begeleiden van huurders en bouwers", "Dienst Wonen")


@pytest.mark.parametrize(
    ("known", "elsewhere", "owner"),
    [
        ([], "", None),
        ([], "Alle eer", "Gebouwenbeh eer"),  # its second line is a word
        ([("Gebouwenbeheer",)], "", "Gebouwenbeheer"),
    ],
)
def test_a_name_whose_first_line_is_full_may_be_cut_in_a_word_unless_it_is_known_or_the_rest_is_a_word(
    known: list[tuple[str, ...]], elsewhere: str, owner: str | None
) -> None:
    found = settled(header("AC34485 - Huren"), Split((), (("Gebouwenbeh",), ("eer",))))
    found.rest = lines(elsewhere)
    _mend([found], known, Hyphenation([]))
    assert found.owner == owner


@pytest.mark.parametrize(
    ("name", "other", "is_cut"),
    [
        ("Toneelkunst/en, Dans", "", True),  # no comma stands behind *en*
        ("Toneelkunst/en Dans", "", False),
        ("Tentoonstelling/en, Dans", "Beeld en, Dans", False),
        ("Beeldengroepen/kunsten, Dans", "", True),
        ("Beeldengroepen/kunsten, Dans", "Huis der kunsten", False),
    ],
)
def test_the_second_line_of_a_name_may_begin_with_the_rest_of_a_word(name: str, other: str, *, is_cut: bool) -> None:
    printed = settled(header("AC34485 - Huren"), Split((), tuple(tuple(line.split()) for line in name.split("/"))))
    beside = settled(header("OD10071 Bouwen", "P"), Split((), (tuple(other.split()),)))
    assert _may_be_cut(printed, [printed, beside], Hyphenation([])) is is_cut


@pytest.mark.parametrize("cuts_cells", [True, False])
def test_where_cells_cut_words_a_scrap_in_a_name_may_be_the_rest_of_one(*, cuts_cells: bool) -> None:
    printed = settled(header("AC34485 - Huren"), Split((), (("Wijkbur", "eau", "van", "Oost"),)))
    assert _may_be_cut(printed, [printed], Hyphenation([], cuts_cells=cuts_cells)) is cuts_cells


def test_each_kind_of_header_has_columns_of_its_own() -> None:
    printed = {"PR40001 - Bouwen": 40, "AC34485 - Bouwen": 60, "OD10071 Bouwen": 80}
    headers = []
    for text, length in printed.items():
        found = header(text, "P" if text.startswith("OD") else "A")
        found = found._replace(pieces=(found.code_piece._replace(prefix=""),))
        split = Split((("n" * length,), ("n" * 30,)), (("n" * (length // 2),), ("n" * 15,)))
        headers += [Header(found, split) for _ in range(4)]
    _measure_columns(headers)
    told = [
        tuple(round(width.broadest / breadth("n")) for width in (one.evidence.columns.title, one.evidence.columns.owner))
        for one in headers
    ]
    assert told == [(length, length // 2) for length in printed.values() for _ in range(4)]


@pytest.mark.parametrize(("parting", "is_measured"), [("blanks", True), ("lines", True), ("tabs", False)])
def test_columns_are_measured_where_no_tabs_part_the_cells(parting: Parting, *, is_measured: bool) -> None:
    headers = [Header(header(f"AC4000{n} - {'n' * 40}      Dienst Wonen")) for n in range(4)]
    resolve_owners(headers, {}, parting, Known(), Hyphenation([]))
    assert [one.owner for one in headers] == ["Dienst Wonen"] * 4
    assert all((one.evidence.columns.title.broadest > 0) is is_measured for one in headers)


@pytest.mark.parametrize(("parting", "is_alone"), [("tabs", True), ("blanks", False), ("some lines", False), ("lines", True)])
@pytest.mark.parametrize("named", [True, False])
def test_a_title_has_a_cell_of_its_own_where_cells_are_lines_or_tabs_would_tell_an_owner(
    parting: Parting, *, is_alone: bool, named: bool
) -> None:
    """Tabs tell nothing where other headers have owners and this one lost its own."""
    headers = [Header(header("AC34485 - Begeleiden van huurders\nWij helpen wie huurt."))]
    headers += [Header(header("AC34486 - Bouwen van huizen\tDienst Wonen\n\nTekst."))] if named else []
    resolve_owners(headers, {}, parting, Known(), Hyphenation([]))
    is_told = is_alone and not (named and parting == "tabs")
    assert (headers[0].title, headers[0].owner) == ("Begeleiden van huurders" if is_told else None, None)


@pytest.mark.parametrize(
    "printed",
    [
        "Be taal baar wonen ver snellen Groep Eau",
        "Betaalbaar wonen\nversnellen Iets Anders",
        "Be taal baar wonen ver snellen",
    ],
)
@pytest.mark.parametrize("gap", ["  ", " "])
def test_a_title_that_the_contents_print_is_told_without_an_owner_by_its_letters_or_what_stands_beside_it(
    printed: str, gap: str
) -> None:
    plan = "OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent\n---------\t--\t-------------\t------------"
    read = gentbudget.parse(edited((plan, f"OD10071 {printed}")).replace("\t", gap), known=None).plan("OD10071")
    assert (read.title, read.organisation) == ("Betaalbaar wonen versnellen", None)


def test_a_name_that_is_cut_is_none_where_letters_were_read_as_it_either() -> None:
    printed = settled(header("AC34485 - Huren"), Split((), (("Gebouwenbeh",), ("eer",))))
    spelt = settled(header("AC34486 - Bouwen"), Split((), (("Gebou", "wenbeheer"),), spelt=(None, ("Gebouwenbeh", "eer"))))
    _mend([printed, spelt], [], Hyphenation([]))
    assert (printed.owner, spelt.owner) == (None, None)


@pytest.mark.parametrize(
    ("other", "line", "is_cut"),
    [
        ("AC34486 - Bouwen", "Dienst Stadsontwikkeling", False),  # there was room for another letter
        ("AC34486 - Bouwen", "Gebouwenbehe", True),  # but for a small drift there was none
        ("AC34486 - Bouwen", "Wonen", True),
        ("OD10071 Bouwen", "Dienst Stadsontwikkeling", True),  # a plan's column is another
    ],
)
def test_a_word_of_a_name_may_be_cut_where_no_line_of_its_column_is_broader(other: str, line: str, *, is_cut: bool) -> None:
    printed = settled(header("AC34485 - Huren"), Split((), (("Gebouwenbeh",), ("eer",))))
    beside = settled(header(other, "P" if other.startswith("OD") else "A"), Split((), (tuple(line.split()),)))
    assert _may_be_cut(printed, [printed, beside], Hyphenation([])) is is_cut
