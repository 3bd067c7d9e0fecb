"""Lines whose label is misread are what they would be, in every form that a dump takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import gentbudget
from gentbudget.parser.lines.line import Line
from gentbudget.parser.lines.naming import are_scraps, labels_of, leading_code, row_labels
from tests.parser.small import SMALL

PLAIN = gentbudget.parse(SMALL)
SECTIONS = ("Exploitatie", "Investering", "Financiering")
FLOWS = ("Uitgaven", "Ontvangsten")
FORMS: dict[str, Callable[[str], str]] = {
    "tabs": str,
    "borders": lambda line: f"|{line.replace(chr(9), '|')}|" if "\t" in line else line,
    "bold": lambda line: f"**{line.replace(chr(9), '**' + chr(9) + '**')}**" if line.startswith(("Budg", "Onder")) else line,
}


def last_misread(old: str, new: str, form: str) -> gentbudget.Report:
    """The small report in a form, with the last of these words misread."""
    before, _, behind = SMALL.rpartition(old)
    return gentbudget.parse("\n".join(map(FORMS[form], f"{before}{new}{behind}".split("\n"))))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Budgettaire onderbouwing", "Budgettaire onderbouwning"),
        ("Budgettaire onderbouwing", "Budgetaire onderbouwing"),
        ("Onderbouwing personeel", "Onderbouwning personeel"),
        ("Onderbouwing personeel", "Onderbouwing persneel"),
        ("Financiering\tUitgaven", "Financering\tUitgaven"),
        ("Ontvangsten\t22", "Ontvangesten\t22"),
        ("Exploitatie\tUitgaven", "Exploitatie\tUitqaven"),
    ],
)
def test_a_misread_label_costs_no_figure(form: str, old: str, new: str) -> None:
    report = last_misread(old, new, form)
    assert report["PR40001"].budget == PLAIN["PR40001"].budget
    assert report["PR40001"].staff == PLAIN["PR40001"].staff
    assert {finding.code for finding in report.findings} == {"misspelt-label"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Acties\n\nPR", "Actles\n\nPR"),
        ("Acties\n\nPR", "4cties\n\nPR"),
        ("Acties\n\nPR", "**Actles**\n\nPR"),
        ("Actieplan\n\nOD", "Actieplam\n\nOD"),
        ("Beleidsdoelstelling SD", "Beleidsdoelsteling SD"),
    ],
)
def test_a_misread_heading_is_a_heading(old: str, new: str) -> None:
    report = last_misread(old, new, "tabs")
    assert [entry.code for entry in report.entries] == [entry.code for entry in PLAIN.entries]
    assert report["AC34485"] == PLAIN["AC34485"]
    assert [finding.code for finding in report.findings] == ["misspelt-label"]


def test_a_word_like_a_heading_in_a_description_is_none() -> None:
    report = gentbudget.parse(SMALL.replace("Wie huurt, krijgt raad.", "Wie huurt, krijgt raad.\n\nActie\n\nEn hulp."))
    assert report["AC34485"].paragraphs[:3] == ("Wie huurt, krijgt raad.", "Actie", "En hulp.")
    assert not report.findings


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "line",
    ["Bel SD10041", "Zie AC34485", "Het budget OD10071", "Beleid SD10042", "Beleidsdoelsteling 2024", "Doelstelling 10041"],
)
def test_a_mention_of_a_code_in_a_description_is_no_heading(line: str, gap: str) -> None:
    report = gentbudget.parse(SMALL.replace("Wie huurt, krijgt raad.", f"Wie huurt, krijgt raad.{gap}{line}{gap}En hulp."))
    assert [entry.code for entry in report.entries] == [entry.code for entry in PLAIN.entries]
    assert line in "\n".join(report["AC34485"].paragraphs).split("\n")
    assert not report.findings


@pytest.mark.parametrize(
    ("words", "scraps"),
    [
        (["P", "ene"], True),
        (["Pene"], True),
        (["Penen"], False),
        (["vangst"], True),
        (["Uitga", "P", "Saldo"], False),
        (["P3"], False),
        ([], True),
    ],
)
def test_scraps_of_a_row_s_labels_are_short_or_pieces_of_its_flow(words: list[str], scraps: bool) -> None:
    assert are_scraps(words) is scraps


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("Dienst Wegen,     AC34485 - Titel", "AC34485"),
        ("### **Dienst Wegen AC34485 - Titel**", "AC34485"),
        ("Zie AC34485 - Titel", None),
        ("Zie ook   de AC34485", None),
        ("### **Dienst Wegen**", None),
    ],
)
def test_a_code_leads_a_header_behind_other_words_where_columns_or_bold_type_tell_it(raw: str, code: str | None) -> None:
    assert leading_code(Line("TEXT_LINE", raw, 1, 0)) == code


TABLES = SMALL[SMALL.rindex("Budgettaire") :]


@pytest.mark.parametrize(
    ("above", "below", "is_heading"),
    [
        (TABLES, "De aannemer begint.", True),  # the header is lost
        ("Wie huurt, krijgt raad.", "AC40001 - Bouwen van woningen\tDienst Wonen", True),
        ("Wie huurt, krijgt raad.", "--------", True),
        ("Wie huurt, krijgt raad.", "De aannemer begint.", False),
    ],
)
@pytest.mark.parametrize("printed", ["Acbies", "Actie", "Actiepiam"])
def test_a_misread_heading_stands_behind_a_table_or_above_a_header(
    printed: str, above: str, below: str, *, is_heading: bool
) -> None:
    text = f"Acties\n\nAC40000 - Titel\tDienst Wonen\n\n{above}\n\n{printed}\n\n{below}\n\n{TABLES}"
    report = gentbudget.parse(text)
    assert len(report.entries) == (2 if is_heading else 1)
    assert ("misspelt-label" in {finding.code for finding in report.findings}) is is_heading


def test_a_code_behind_other_words_leads_a_header_only_where_one_may_stand() -> None:
    led = "Dienst Wonen,     PR40001 - Bouwen van woningen aan de Muide"
    header = (
        "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026\tDienst Stadsvernieuwing en Groen"
    )
    assert gentbudget.parse(SMALL.replace(header, led))["PR40001"].budget == PLAIN["PR40001"].budget
    report = gentbudget.parse(SMALL.replace("\tOntvangsten\t22\t42", f"{led}\n\tOntvangsten\t22\t42"))
    assert [entry.code for entry in report.entries] == [entry.code for entry in PLAIN.entries]
    assert [report.text.split("\n")[number - 1] for number in report.unclaimed] == [led]


@pytest.mark.parametrize("misread", ["", "section", "flow"])
def test_the_labels_of_a_row_are_told_by_its_words_alone(misread: str) -> None:
    for section in ("", *SECTIONS):
        for flow in ("", *FLOWS):
            printed = [
                f"{word[:3]}{word[4:]}" if kind == misread else word for kind, word in (("section", section), ("flow", flow))
            ]
            assert labels_of(" ".join(filter(None, printed))) == tuple(filter(None, (section, flow)))
    assert labels_of("VTE") == ("VTE",)
    assert labels_of("Gent") == labels_of("") == ()


def cut(label: str) -> list[str]:
    """The label, and with a blank at each place within it."""
    return [label, *(f"{label[:place]} {label[place:]}" for place in range(1, len(label)))]


@pytest.mark.parametrize("figures", [" 12 1.345", ""])
@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("section", ["", *SECTIONS])
def test_a_row_has_its_labels_wherever_a_blank_cuts_them(section: str, flow: str, figures: str) -> None:
    for printed in [f"{section} {half}" for half in cut(flow)] + [f"{half} {flow}" for half in cut(section)]:
        assert row_labels(f"{printed.strip()}{figures}") == tuple(filter(None, (section, flow)))
