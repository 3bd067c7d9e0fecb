"""Headers that are read by the letters of a title that is known."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget.model import ActionPlan
from gentbudget.parser import tolerances
from gentbudget.parser.headers.spelt import by_spelling, fields_of
from tests.parser.headers.lines import header, settled, texts
from tests.parser.small import SMALL, edited

TITLE = "Herstel van liften, verwarmingen (fase 2) en zonnepanelen"
NAME = ("Dienst", "Wonen", "en", "Zorg")


@pytest.mark.parametrize(
    "lines",
    [
        "Her stel van lif ten, ver war min gen (fase 2) en zonne pane len Dienst Wo nen en Zorg",
        "Herstel van liften, verwarmingen(fase2)en zonnepanelenDienst Wonen enZorg",
        "Herstel van liften, verwarDienst Wonen\nmingen (fase 2) en zonnepanelenen Zorg",
        "Herstel van liften, verwar-\nDienst Wonen en\nmingen (fase 2) en zonnepanelen\nZorg",
        "Herstel van liften,<br>verwarmingen (fase 2)|Dienst<br>Zorg|Wonen en|<br>en zonnepanelen",
    ],
)
def test_letters_tell_what_is_whose_wherever_blanks_hyphens_and_borders_stand(lines: str) -> None:
    found = header(f"AC34485 - {lines}")
    assert texts(found, by_spelling(found, [NAME, ("Stad", "Gent")], [TITLE])) == (TITLE, "Dienst Wonen en Zorg")


@pytest.mark.parametrize(
    "lines",
    [
        "Herstel van liften, verwarmingen (fase 3) en zonnepanelen Dienst Wonen en Zorg",  # another title
        "Herstel van liften, verwarmingen (fase 2) Dienst Wonen en Zorg",  # a part of it
        "Herstel van liften, verwarmingen (fase 2) en zonnepanelen Dienst Zorg en Wonen",  # another name
        "Herstel van liften, zonnepanelen (fase 2) en verwarmingen Dienst Wonen en Zorg",  # the same letters
        "Herstel van liften, verwarmingen (fase 2) en zonnepanelen Dienst Wonen en Zorg\nvoor ouderen",  # it goes on
        "Herstel van liften, verwarmingen (fase 2) en zonnepanelen Directie Dienst Wonen en Zorg",
    ],
)
def test_letters_tell_nothing_of_what_has_changed(lines: str) -> None:
    found = header(f"AC34485 - {lines}")
    assert not by_spelling(found, [NAME], [TITLE])


@pytest.mark.parametrize("names", [[NAME[:2]], [NAME[:2], ("Sociale", "Dienst", "Wonen")]])
def test_the_end_of_a_known_title_is_no_beginning_of_a_longer_name(names: list[tuple[str, ...]]) -> None:
    found = header("AC34485 - Hulp Sociale Dienst Wonen")
    assert (by_spelling(found, names, ["Hulp Sociale"]) is not None) == (len(names) == 1)


def test_of_several_titles_the_first_that_is_printed_counts() -> None:
    found = header("AC34485 - Hulp aan huisDienst Wonen en Zorg")
    split = by_spelling(found, [NAME], ["Hulp aan hui- zen", "Hulp aan wonen", "Hulp aan huis"])
    assert texts(found, split) == ("Hulp aan huis", "Dienst Wonen en Zorg")


@pytest.mark.parametrize(
    "lines",
    [
        "Bouw 2020-2024 aan de LysLo pendOnt werp2022 - 2026Dienst Wonen en Zorg",
        "Bouw 2020-2024<br>aan de Lys|Lo<br>pend|Ont werp|202<br>2026|2 -|Dienst Wo<br>Zorg|nen en",
    ],
)
def test_fields_are_told_by_the_letters_that_are_left(lines: str) -> None:
    evidence = header(f"PR34485 - {lines}")
    found = settled(evidence, by_spelling(evidence, [NAME], ["Bouw 2020-2024 aan de Lys"]))
    assert (found.title, found.owner) == ("Bouw 2020-2024 aan de Lys", "Dienst Wonen en Zorg")
    assert (found.fields.status, found.fields.phase, str(found.fields.period)) == ("Lopend", "Ontwerp", "2022 - 2026")


def test_a_title_that_the_contents_print_parts_a_plan_s_cells() -> None:
    plan = gentbudget.parse(edited(("versnellen\t2020 - 2027", "versnellen2020 - 2027")))["OD10071"]
    whole = gentbudget.parse(SMALL)["OD10071"]
    assert isinstance(plan, ActionPlan)
    assert isinstance(whole, ActionPlan)
    assert (plan.title, plan.organisation, plan.period) == (whole.title, whole.organisation, whole.period)


def test_cells_of_more_lines_than_any_has_are_not_mixed(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "|".join(f"{letter}<br>{letter}" for letter in "abcd")
    found = header(f"AC34485 - {lines}|Dienst Wonen en Zorg")
    assert by_spelling(found, [NAME], ["aabbccdd"])
    monkeypatch.setattr(tolerances, "MOST_STEPS", 100)
    assert not by_spelling(found, [NAME], ["aabbccdd"])


def test_an_objective_s_scattered_title_is_spelt_as_another_report_prints_it() -> None:
    words = "De huur ders wo nen hier graag en be ta len wei nig voor hun wo ning in de stad van mor gen. "
    title = next(entry.title for entry in gentbudget.parse(SMALL).objectives)
    assert title is not None
    scattered = title.replace("n", "n ").strip()
    edits = (f"SD10041 - {title}\t1\n", ""), (title, scattered), ("Wie huurt, krijgt raad.", words * 5)
    report = gentbudget.parse(edited(*edits), known=gentbudget.parse(SMALL))
    assert report.objectives[0].title == title


@pytest.mark.parametrize(("known", "title"), [("Hulp aan huis", "Hulp aan huis"), ("Hulp aan huizen", "Hulp aanhuis")])
def test_blanks_that_a_program_dropped_from_a_title_are_put_back(known: str, title: str) -> None:
    text, lost = (
        edited(("Begeleiden van huurders\tDienst Wonen", f"{name}\tDienst Wonen")) for name in (known, "Hulp aanhuis")
    )
    report = gentbudget.parse(lost.replace("\t", "    "), known=gentbudget.parse(text))
    assert report["AC34485"].title == title
    assert gentbudget.parse(lost, known=gentbudget.parse(text))["AC34485"].title == "Hulp aanhuis"


def test_a_name_without_a_letter_is_none() -> None:
    assert not by_spelling(header("AC34485 - Hulp aan huis"), [("-",)], ["Hulp aan huis"])


@pytest.mark.parametrize(("least", "known"), [(1, True), (2, False)])
def test_letters_tell_nothing_while_a_short_line_of_the_header_is_left(least: int, *, known: bool) -> None:
    """The title may have changed since it was known."""
    one = header("AC40001 - Huren van lokalen Dienst Wonen\nVoor gezinnen")._replace(least=least)
    split = by_spelling(one, [("Dienst", "Wonen")], ["Huren van lokalen"])
    assert (split is not None) is known


@pytest.mark.parametrize(("below", "title"), [("", "Begeleiden van huurders"), ("\n# Sint-Amandsberg", None)])
def test_a_heading_below_a_known_title_may_be_its_new_end(below: str, title: str | None) -> None:
    printed = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------"
    text = edited((printed, f"# AC34485 - Begeleiden van huurders Dienst Wonen{below}"))
    assert gentbudget.parse(text, known=gentbudget.parse(SMALL)).action("AC34485").title == title


@pytest.mark.parametrize(
    ("digits", "periods"),
    [("20222026", ["2022 - 2026"]), ("20262022", ["2022 - 2026"]), ("20222022", ["2022 - 2022"]), ("2022", [])],
)
def test_the_digits_of_two_years_are_those_of_a_period(digits: str, periods: list[str]) -> None:
    assert [fields["period"] for fields in fields_of("plan", digits)] == periods
