"""Names known from elsewhere part words that a text prints, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from random import Random

import pytest

import gentbudget
from gentbudget import Action, Report
from gentbudget.parser.headers.known import SHIPPED
from tests.documents.make_names import names
from tests.parser.small import BUDGET, SMALL, edited

from .test_headers import actions, draw, styled

CLEAR = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"


def read(header: str, known: Report | Iterable[str] | None) -> tuple[str | None, str | None]:
    """Title and owner of the small report's action with another header."""
    action = gentbudget.parse(edited((CLEAR, header)), known=known)["AC34485"]
    assert isinstance(action, Action)
    return action.title, action.owner


def test_the_list_that_ships_is_what_the_script_makes_of_the_sample() -> None:
    assert files("gentbudget.samples").joinpath(SHIPPED).read_text(encoding="utf-8") == names()


def test_left_out_the_list_that_ships_is_known_and_none_is_nothing() -> None:
    text = edited((CLEAR, "AC34485 - Begeleiden van huurders Dienst Vastgoed"))
    known, alone = gentbudget.parse(text)["AC34485"], gentbudget.parse(text, known=None)["AC34485"]
    assert isinstance(known, Action)
    assert isinstance(alone, Action)
    assert (known.title, known.owner) == ("Begeleiden van huurders", "Dienst Vastgoed")
    assert alone.owner is None


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_name_may_come_from_a_list_or_from_another_report(gap: str) -> None:
    header = f"AC34485 - Begeleiden van huurders{gap}Cel Huur"
    other = gentbudget.parse(edited((CLEAR, "AC34485 - Begeleiden van huurders\tCel Huur")))
    assert read(header, ["Cel Huur"]) == read(header, other) == ("Begeleiden van huurders", "Cel Huur")


@pytest.mark.parametrize(
    ("text", "known", "why"),
    [
        (edited((CLEAR, "AC34485 - Begeleiden van huurders Cel Huur")), ["Cel Huur"], "the name is known from elsewhere"),
        (
            edited((CLEAR, "AC34485 - Begeleiden van huurders Dienst Stadsvernieuwing en Groen")),
            None,
            "the report prints the name apart",
        ),
    ],
)
def test_it_is_said_where_the_name_comes_from_by_which_title_and_owner_are_told_apart(
    text: str, known: list[str] | None, why: str
) -> None:
    (finding,) = gentbudget.parse(text, known=known).findings_of("AC34485")
    assert (finding.code, finding.message.rpartition(", since ")[2]) == ("run-together-header", why)


def test_a_title_of_another_report_helps_where_what_is_left_is_a_name() -> None:
    other = gentbudget.parse(edited((CLEAR, "AC34485 - Begeleiden Cel Huur\tCel Huur")))
    assert read("AC34485 - Begeleiden Cel Huur Cel Huur", other) == ("Begeleiden Cel Huur", "Cel Huur")


FOOD = ("Voedselstrategie Gent en Garde", "Jeugdwelzijn en Speelpleinwerking")


@pytest.mark.parametrize(
    "header",
    [
        "AC34485 - Voed sel stra te gie Gent en Garde Jeugd wel zijn en Speel plein wer king",
        "AC34485 - Voed sel stra te gie Gent Jeugd wel zijn en\nen Garde Speel plein wer king",  # each may begin with `en`
    ],
)
def test_a_title_and_a_name_that_another_report_prints_are_told_by_their_letters(header: str) -> None:
    assert read(header, gentbudget.parse(edited((CLEAR, "AC34485 - {}\t{}".format(*FOOD))))) == FOOD


@pytest.mark.parametrize(
    "header",
    [
        "AC34485 - Begeleiden van huurders en eigenaars Jeugd wel zijn en Speel plein wer king",
        "AC34485 - Begeleiden van huurders Jeugd wel zijn en Speel plein wer king\nen eigenaars",
    ],
)
def test_a_title_that_has_changed_since_is_not_what_another_report_prints(header: str) -> None:
    other = gentbudget.parse(edited((CLEAR, f"AC34485 - Begeleiden van huurders\t{FOOD[1]}")))
    assert read(header, other)[0] in (None, "Begeleiden van huurders en eigenaars")


@pytest.mark.parametrize(
    ("owner", "known"),
    [
        ("Dienst Jeugd en Sport", ["Sport"]),
        ("Dienst Sport", ["Sport", "Dienst Jeugd"]),
        ("Dienst Jeugd en Sport", ["Jeugd en Sport", "Dienst Wonen"]),
        ("Dienst Jeugd en Sport", ["Dienst Jeugd"]),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\t", "\n", "\n\n"])
def test_a_known_name_does_not_cut_a_longer_one(gap: str, owner: str, known: list[str]) -> None:
    assert read(f"AC34485 - Begeleiden van huurders{gap}{owner}", known)[1] in (None, owner)


@pytest.mark.parametrize(
    ("capitals", "read"),
    [
        (("Interne ", "Interne "), (False, False, True)),
        (("Gentbrugge ", ""), (True, True, True)),
        (("Gentbrugge ", "Ledeberg "), (True, True, True)),
        (("Interne\n", "Interne\n"), (True, True, True)),  # on a line of its own a name is whole
    ],
)
def test_a_known_name_behind_the_same_capital_in_several_headers_may_be_the_rest_of_a_longer_one(
    capitals: tuple[str, str], read: tuple[bool, bool, bool]
) -> None:
    name = "Dienst Preventie"
    titles = [*map(str.__add__, ("Keuren van liften ", "Plaatsen van melders "), capitals), "Opleiden van brandwachten "]
    row = "Exploitatie\tUitgaven\t1.000\t1.100\t110,0%\t1.100\t100,0%"
    entries = [f"\nActies\n\nAC1000{i} - {title}{name}\n\nTekst.\n\n{BUDGET}\n{row}\n" for i, title in enumerate(titles)]
    report = gentbudget.parse(SMALL + "".join(entries), known=[name, "Dienst Jeugd"])
    whole = [(title.strip(), name) if is_read else (None, None) for title, is_read in zip(titles, read, strict=True)]
    found = [entry for entry in report.entries if isinstance(entry, Action) and entry.code.startswith("AC1000")]
    assert [(entry.title, entry.owner) for entry in found] == whole
    assert {f.entry for f in report.findings if f.code == "undecidable-header"} == {
        entry.code for entry, is_read in zip(found, read, strict=True) if not is_read
    }


def test_what_is_known_puts_no_word_into_a_header() -> None:
    header = "AC34485 - Begeleiden van huurders\tDienst Won"
    other = gentbudget.parse(SMALL)
    assert read(header, other) == ("Begeleiden van huurders", "Dienst Won")
    assert read("AC34485 - Begeleiden van", other)[1] is None


@pytest.mark.parametrize("seed", range(12))
def test_names_that_are_only_parts_of_the_printed_ones_part_nothing_wrongly(seed: int) -> None:
    printed = draw(seed, 0.3)
    random = Random(seed)
    owners = sorted({entry.owner or "" for entry in actions(printed)})
    parts = [" ".join(words[random.randrange(len(words)) :]) for words in map(str.split, owners)]
    parts += [" ".join(words[: random.randrange(len(words))]) for words in map(str.split, owners)]
    styles = {entry.code: random.choice(["single spaces", "own line", "two lines", "tabs"]) for entry in actions(printed)}
    report = gentbudget.parse(styled(printed, styles, random), known=parts)
    for entry in actions(printed):
        action = report[entry.code]
        assert isinstance(action, Action)
        assert action.owner in (entry.owner, None), styles[entry.code]


@pytest.mark.parametrize("known", ["Dienst Wonen", 3, [3]])
def test_what_is_no_report_and_no_names_is_told(known: object) -> None:
    with pytest.raises(TypeError, match="known is a Report, an iterable of names, or None"):
        gentbudget.parse(SMALL, known=known)  # type: ignore[arg-type]  # that is what is tested
