"""A line that holds several cells of a header, told by letters: in print each cell's words stand together there."""

from __future__ import annotations

import pytest

from gentbudget.parser.headers.letters import splits
from gentbudget.parser.headers.widths import Columns, Width, breadth
from tests.parser.headers.lines import header
from tests.parser.headers.test_letters import SHORT, project

TITLE = ("Bouwen", "van", "woningen", "aan", "de", "Muide")
FIELDS = ("Lopend", "Ontwerp", "2022 - 2026")


@pytest.mark.parametrize("cut", range(1, len(TITLE)))
@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_title_goes_on_behind_fields_in_a_line_of_joined_lines_only(cut: int, before: int) -> None:
    title, rest = " ".join(TITLE[:cut]), " ".join(TITLE[cut:])
    line = " ".join([f"PR40001 - {title}", *FIELDS[:before], rest, *FIELDS[before:]])
    printed = project(f"Afdeling\n{line}\nVergunningen", [SHORT])
    assert (printed.title, printed.owner) == (None, None)
    joined = project(f"**Afdeling {line} Vergunningen**", [SHORT])
    assert (joined.title, joined.owner) == (" ".join(TITLE), SHORT)
    assert (joined.status, joined.phase, str(joined.period)) == FIELDS


@pytest.mark.parametrize(
    ("title", "broadest", "is_told"),
    [
        (("Bouwen", "van huizen"), "Bouwen", True),
        (("Bouwen", "van huizen"), "Bouwen van het", False),  # the first line has room for the next word
        (("Bouwen van woningen", "van huizen"), "Bouwen van woningen", True),
    ],
)
@pytest.mark.parametrize("name", [("Afdeling Vergunningen, Handhaving", "en Leegstand"), ("Dienst", "Wonen")])
def test_lines_of_a_title_that_a_program_joined_are_full_whatever_the_name_s_are(
    title: tuple[str, ...], broadest: str, name: tuple[str, ...], *, is_told: bool
) -> None:
    found = header(f"AC34485 - {'   '.join([*title, *name])}")
    found = found._replace(columns=Columns(Width(breadth(f"AC34485 - {broadest}"), certain=True)))
    told = [tuple(" ".join(line) for line in one.title) for one in splits(found, [tuple(" ".join(name).split())])]
    assert told == ([title] if is_told else [])


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Bouwen   van huizen   Dienst   Wonen", ("Bouwen", "van huizen")),
        ("Bouwen   van huizen voor   Dienst Wonen   jongeren", ("Bouwen", "van huizen voor", "jongeren")),
        ("Bouwen   van huizen voor   Dienst   Wonen   jongeren", ("Bouwen", "van huizen voor", "jongeren")),
        ("Bouwen van   huizen   Dienst   Wonen", ("Bouwen van", "huizen")),
        ("Bouwen van   huizen Dienst   Wonen", None),
        ("Bouwen   van huizen voor Dienst   Wonen   jongeren", None),
        ("Bouwen   van huizen voor   Dienst   Wonen jongeren", None),
        ("Bouwen   van   huizen voor Dienst Wonen   jongeren", None),
    ],
)
def test_words_between_which_there_is_one_blank_are_of_one_cell_in_a_line_of_joined_lines(
    line: str, title: tuple[str, ...] | None
) -> None:
    found = header(f"AC34485 - {line}")
    found = found._replace(columns=Columns(Width(breadth(f"AC34485 - {line.partition('   ')[0]}"), certain=True)))
    told = [tuple(" ".join(words) for words in one.title if words) for one in splits(found, [("Dienst", "Wonen")])]
    assert told == ([title] if title else [])
