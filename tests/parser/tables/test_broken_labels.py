"""Labels of a table that came out in pieces: beside their figures, cut by a border, or with their letters shuffled."""

from __future__ import annotations

import pytest

import gentbudget
from gentbudget import Report
from tests.parser.small import SMALL, edited

from .test_sections import FIGURES, SECTIONS, WHOLE, budget

HEAD = (
    "Budgettaire onderbouwing",
    "",
    "Budget 2025",
    "Jaarrekening 2025",
    "% Besteding budget 2025",
    "Jaarrekening 2024",
    "Jaarrekening 2025 t.o.v. 2024",
)
STAFF = "Onderbouwing personeel Plan 2025 Betaald 2025 % Besteding plan 2025 Betaald 2024 Betaald 2025 t.o.v. 2024"
COLUMNS = [*HEAD[2:]]
FLOWS = ("Uitgaven", "Ontvangsten")


def bordered(*cells: str) -> str:
    return f"|{'|'.join(cells)}|"


def row(*labels: str, number: int) -> str:
    return bordered(*labels, *FIGURES[number].split())


def read(head: list[str], rows: list[str]) -> Report:
    header = ["Acties", "AC31228 - Herinrichting van het plein\tDienst Wegen", "Het plein is klaar."]
    return gentbudget.parse("\n".join([*header, *head, *rows, STAFF, "VTE 40,88 33,50 81,9% 43,47 77,1%", ""]))


def assert_is_whole(report: Report) -> None:
    assert budget(report) == WHOLE
    entry = report["AC31228"]
    assert [column.label for column in entry.budget.columns] == COLUMNS
    assert entry.description == "Het plein is klaar."
    assert not [finding for finding in report.findings if finding.severity == "error"]
    for cell in (cell for one in entry.budget.rows for cell in one.figures):
        assert report.text[cell.start : cell.end] == cell.text


STUBS = {
    "cut through between two rows": [("E li t ti", "x po a e"), ("I  t i", "n ves e rng"), ("Fi  i i", "nan ce rng")],
    "the last letters beside the second row": [("Ex loi ta tie", "p"), ("In ves te rin", "g"), ("Fi nan cie rin", "g")],
    "the first half beside the first row": [("Exploi", "tatie"), ("Investe", "ring"), ("Financie", "ring")],
    "a letter with a tail behind the others": [("Exloitatie", "p"), ("Investerin", "g"), ("Financierin", "g")],
    "a ligature's letters twice": [("Elitti", "xpoaie"), ("Iti", "nveserng"), ("Fiii", "nancerng")],
    "a letter more than the whole": [("Exploitatie", "i"), ("Investering", ""), ("Financiering", "i")],
    "the whole beside one row": [("Exploitatie", ""), ("", "Investering"), ("Fi nan cie ring", "")],
}


@pytest.mark.parametrize("stubs", STUBS)
@pytest.mark.parametrize("receipts", ["Ontvangsten", "Ont vang sten", "Ontvang-<br>sten"])
def test_a_section_s_label_in_pieces_beside_its_two_rows_is_that_section_s(stubs: str, receipts: str) -> None:
    rows = [
        line
        for i, (first, second) in enumerate(STUBS[stubs])
        for line in (row(first, "Uitgaven", number=2 * i), row(second, receipts, number=2 * i + 1))
    ]
    assert_is_whole(read([bordered(*HEAD), "|---|---|---|---|---|---|---|"], rows))


def test_pieces_that_are_no_section_s_letters_give_its_rows_to_none() -> None:
    pieces = [("Li qui", "di tei ten"), ("Investering", ""), ("Financiering", "")]
    rows = [
        line
        for i, (first, second) in enumerate(pieces)
        for line in (row(first, "Uitgaven", number=2 * i), row(second, "Ontvangsten", number=2 * i + 1))
    ]
    report = read([bordered(*HEAD)], rows)
    assert budget(report).items() <= WHOLE.items()
    assert "Exploitatie Uitgaven" not in budget(report)
    assert "unlabelled-row" in {finding.code for finding in report.findings}


@pytest.mark.parametrize("lost", range(6))
def test_a_lost_row_gives_no_other_to_its_section_by_pieces(lost: int) -> None:
    rows = [
        line
        for i, (first, second) in enumerate(STUBS["cut through between two rows"])
        for line in (row(first, "Uitgaven", number=2 * i), row(second, "Ontvangsten", number=2 * i + 1))
    ]
    report = read([bordered(*HEAD)], rows[:lost] + rows[lost + 1 :])
    assert {label: text for label, text in budget(report).items() if text}.items() <= WHOLE.items()
    assert report.findings


def test_the_receipts_of_a_section_that_is_not_known_are_taken_by_no_other() -> None:
    rows = [bordered(section, "Uitgaven", *FIGURES[2 * i].split()) for i, section in enumerate(SECTIONS)]
    rows.insert(1, row("Exploitatie", "Ontvangsten", number=1))
    rows.insert(3, row("Liquiditeiten", "Ontvangsten", number=3))
    assert "Investering Ontvangsten" not in budget(read([bordered(*HEAD)], rows))


BESIDE = {
    "behind its first half": ["{section} Ontvang- {figures}", "sten"],
    "between its halves": ["{section} Ontvang-", "{figures}", "sten"],
    "between its halves, in a table": ["|{section}|Ontvang-||||||", "|||{bars}|", "|---|---|", "sten"],
    "below both": ["{section} Ontvang-", "sten", "{figures}"],
    "behind both": ["{section} Ontvang- sten {figures}"],
    "behind its second half, with the section": ["Ontvang-", "{section} sten {figures}"],
    "behind its second half, below the section": ["{section} Ontvang-", "sten {figures}"],
    "behind its second half, in a table": ["||Ontvang-||||||", "|{section}|sten|{bars}|"],
}


@pytest.mark.parametrize("place", BESIDE)
def test_a_label_that_hyphenation_broke_is_that_of_the_figures_beside_it(place: str) -> None:
    rows = []
    for i, section in enumerate(SECTIONS):
        rows.append(f"{section} Uitgaven {FIGURES[2 * i]}")
        figures = FIGURES[2 * i + 1]
        rows += [line.format(section=section, figures=figures, bars=figures.replace(" ", "|")) for line in BESIDE[place]]
    report = read([" ".join(HEAD)], rows)
    assert_is_whole(report)
    assert report.unclaimed == ()


@pytest.mark.parametrize("row", ["Investering gen {}", "Budget sten {}", "sten gen {}", "Exploitatie Investering sten {}"])
def test_a_row_that_ends_another_word_is_not_that_of_the_label_above_it(row: str) -> None:
    rows = [f"Exploitatie Uitgaven {FIGURES[0]}", "Ontvang-", row.format(FIGURES[1])]
    report = read([" ".join(HEAD)], rows)
    assert not budget(report).get("Exploitatie Ontvangsten", "").strip()
    assert "missing-row" in {finding.code for finding in report.findings}


SPACED = {
    "on its row": ["{section} Uitgaven {expenditure}", "Ont vang sten {receipts}"],
    "on the second row": ["Uitgaven {expenditure}", "{section} Ont vang sten {receipts}"],
    "above its rows": ["{section}", "Uit ga ven {expenditure}", "Ont vangs ten {receipts}"],
    "between its rows": ["Uitgaven {expenditure}", "{section}", "Ont vangs ten {receipts}"],
}


@pytest.mark.parametrize("place", SPACED)
@pytest.mark.parametrize("pieces", [("Ex ploit at ie", "In ves ter ing", "Fin anc ier ing"), SECTIONS])
def test_a_label_with_blanks_between_its_letters_is_that_label(place: str, pieces: tuple[str, str, str]) -> None:
    rows = [
        line.format(section=section, expenditure=FIGURES[2 * i], receipts=FIGURES[2 * i + 1])
        for i, section in enumerate(pieces)
        for line in SPACED[place]
    ]
    report = read([" ".join(HEAD)], rows)
    assert_is_whole(report)
    assert report.unclaimed == ()


def test_the_rest_of_a_label_that_no_label_lacks_belongs_to_no_part() -> None:
    rows = [f"{section} {flow} {FIGURES[2 * i + j]}" for i, section in enumerate(SECTIONS) for j, flow in enumerate(FLOWS)]
    report = read([" ".join(HEAD)], [*rows[:2], "sten", *rows[2:]])
    assert [report.text.split("\n")[number - 1] for number in report.unclaimed] == ["sten"]


HEADS = {
    "borders that cut labels": "|Budgettaire onde|rbouwing|Budget 2025|Jaarrekening 2025<br>% B|esteding budget<br>2025|"
    "Jaarrekening 2024<br>Jaarre|kening 2025 t.o.v.<br>2024|",
    "blanks in words": "|Bud get tai re o|n der bou wing|Budget 2025|Jaar re ke ning<br>2025|% Besteding<br>budget 2025|"
    "Jaar re ke ning<br>2024|Jaar re ke ning<br>2025 t.o.v. 2024|",
    "hyphens where cells wrap": "|Budgettaire onderbou-<br>wing||Budget 2025|Jaarreke-<br>ning 2025|% Besteding<br>budget 2025|"
    "Jaarreke-<br>ning 2024|Jaarreke-<br>ning 2025<br>t.o.v. 2024|",
    "a cut through a cell that wraps": "|Budgettaire o<br>wing|nderbou-|Budget 2025|Jaarreke-<br>ning 2025|"
    "% Besteding<br>budget 2025|Jaarreke-<br>ning 2024|Jaarreke-<br>ning 2025<br>t.o.v. 2024|",
    "labels below a rule": "| | |Jaarrekening|% Besteding|Jaarrekening|Jaarrekening|\n|---|---|---|---|---|---|\n"
    "|Budgettaire onderbouwing|Budget 2025| | | | |\n| | |2025|budget 2025|2024|2025 t.o.v. 2024|",
    "cells cut into two rows": "|Budgettaire o|nderbouwing|Budget|Jaarrekenin|%|Jaarrekenin|Jaarrekenin|\n|---|---|---|\n"
    "|||2025|g 2025|Besteding<br>budget<br>2025|g 2024|g 2025 t.o.v.<br>2024|",
    "a cut below the letters, whose tails come behind": "|Budettaire onde|t rbouwin|Budet 2025|Jaarrekenin 2025|"
    "% Besteding budget|"
    "Jaarrekenin 2024|Jaarrekening 2025 t.o.v.|\n|---|---|---|---|---|---|---|\n|gt|t g|g|g|2025|g|<br>2024|",
    "a ligature's letters twice": "|Budgettaire onde|t rbouwing|Budget 2025|Jaarrekening 2025|% Besteding budget<br>2025|"
    "Jaarrekening 2024 Ja|arrekening 2025 t.o.v.<br>2024|",
    "hyphens in columns side by side": "Jaarreke-\nBudgettaire onderbou-       Jaarreke-  % Besteding  Jaarreke-\n"
    "                      Budget 2025                                   ning 2025\n"
    "wing                                ning 2025  budget 2025  ning 2024\nt.o.v. 2024",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_head_in_pieces_has_the_columns_of_the_accounts(head: str) -> None:
    rows = [row(section, flow, number=2 * i + j) for i, section in enumerate(SECTIONS) for j, flow in enumerate(FLOWS)]
    assert_is_whole(read([HEADS[head]], rows))


@pytest.mark.parametrize("specks", ["'", "De stad"])
def test_the_rest_of_a_broken_label_is_told_below_what_a_scan_put_between(specks: str) -> None:
    """The rest stands alone before the figures, so nothing else of the line is a label."""
    report = gentbudget.parse(edited(("\tOntvangsten\t500", f"\tOntvang-\n{specks}\nsten\t500")))
    assert report["AC34485"].budget == gentbudget.parse(SMALL)["AC34485"].budget
    assert [report.text.split("\n")[number - 1] for number in report.unclaimed] == [specks]


@pytest.mark.parametrize(("section", "flow"), [("Exploitatei", "Uitgaven"), ("Exploitatie", "Uitgavem")])
def test_a_misspelt_label_is_told_with_its_place(section: str, flow: str) -> None:
    report = gentbudget.parse(edited(("Exploitatie\tUitgaven\t15.047", f"{section}\t{flow}\t15.047")))
    (told,) = report.findings
    misspelt = section if flow == "Uitgaven" else flow
    assert (told.code, report.text[told.start : told.end]) == ("misspelt-label", misspelt)


@pytest.mark.parametrize(
    ("printed", "misread"),
    [
        ("Exploitatie\tUitgaven\t648.927", "Exploitatie\t6itgaven\t648.927"),
        ("\n\tOntvangsten\t21.020", "\n\t0ntvangsten\t21.020"),
    ],
)
def test_a_misread_label_may_begin_with_a_digit_as_figures_do(printed: str, misread: str) -> None:
    report = gentbudget.parse(edited((printed, misread)))
    assert report["AC34485"].budget.operating == gentbudget.parse(SMALL)["AC34485"].budget.operating
    assert [finding.code for finding in report.findings_of("AC34485")] == ["misspelt-label"]
