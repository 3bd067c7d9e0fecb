"""Rows whose labels a scan lost, in part or whole: they have the places that are left between those that were read."""

from __future__ import annotations

from itertools import combinations

import pytest

import gentbudget
from gentbudget import Report

from .test_sections import ABOVE, FIGURES, SECTIONS, WHOLE, budget, printed, read


def labelled(report: Report) -> dict[str, str]:
    """What has the labels of a section and a flow."""
    return {label: figures for label, figures in budget(report).items() if label in WHOLE}


SCANNED = [
    f"Uitgaven {FIGURES[0]}",
    "Exploitatie Ont -",
    f"P ene {FIGURES[1]}",
    f"Uitgaven {FIGURES[2]}",
    "Investeri tvang- | EU EE",
    f"8 | Ontvang {FIGURES[3]}",
    "sten",
    f"Uitgaven {FIGURES[4]}",
    "Financierin; -",
    f"{FIGURES[5]}",
]
"""The label of each section between its two rows, and what a scan leaves of a label that a hyphen breaks."""


def test_rows_whose_labels_a_scan_lost_have_the_places_that_are_left() -> None:
    report = read(SCANNED)
    assert budget(report) == WHOLE
    told = [finding.message for finding in report.findings_of("AC31228") if finding.code == "unlabelled-row"]
    assert told == [f"a row without its labels is {s} Ontvangsten: no other place is left for it" for s in SECTIONS]


@pytest.mark.parametrize("lost", range(len(SCANNED)))
def test_a_line_that_a_scan_lost_besides_gives_no_row_to_another_section(lost: int) -> None:
    report = read(SCANNED[:lost] + SCANNED[lost + 1 :])
    assert labelled(report).items() <= WHOLE.items()
    assert report.findings


@pytest.mark.parametrize("lost", [*combinations([0, 3, 7], 2)])
def test_rows_without_labels_have_their_places_where_all_labels_of_sections_stand(lost: tuple[int, int]) -> None:
    bare = [row.removeprefix("Uitgaven ") if number in lost else row for number, row in enumerate(SCANNED)]
    assert budget(read(bare)) == WHOLE


@pytest.mark.parametrize("doubled", [0, 2, 3, 5, 7, 9])
@pytest.mark.parametrize("lost", range(len(SCANNED)))
def test_a_row_that_is_there_twice_gives_no_row_to_another_section(doubled: int, lost: int) -> None:
    rows = [*SCANNED[: doubled + 1], *SCANNED[doubled:]]
    assert labelled(read(rows[:lost] + rows[lost + 1 :])).items() <= WHOLE.items()


def test_a_row_with_a_label_of_its_own_is_no_scrap() -> None:
    saldo = [row.replace("P ene", "Saldo").replace("8 | Ontvang", "Saldo") for row in SCANNED]
    report = read([row for row in saldo if row != FIGURES[5]])
    assert not {"Exploitatie Ontvangsten", "Investering Ontvangsten"} & budget(report).keys()


def test_figures_below_the_head_of_the_staff_are_its_row() -> None:
    text = read(ABOVE).text.replace("VTE 40,88", "40,88")
    assert [str(value) for value in gentbudget.parse(text)["AC31228"].staff.values.values()] == [
        "40.88",
        "33.50",
        "81.9",
        "43.47",
        "77.1",
    ]


def test_a_row_without_labels_whose_figures_are_misread_gets_no_place() -> None:
    misread = SCANNED[0].replace("Uitgaven", "P ene").replace("46,5%", "66,5%")
    report = read([misread, *SCANNED[1:]])
    assert labelled(report) == {label: text for label, text in WHOLE.items() if label != "Exploitatie Uitgaven"}
    assert ("unlabelled-row", "error") in {(finding.code, finding.severity) for finding in report.findings}


@pytest.mark.parametrize("bare", [False, True], ids=["with flows", "bare"])
def test_rows_below_a_head_that_nobody_can_read_have_their_places_as_well(bare: bool) -> None:
    rows = [row.removeprefix("Uitgaven ") for row in SCANNED] if bare else SCANNED
    right, scanned = read(ABOVE).text, read(rows).text.replace("AC31228", "AC31229")
    head = next(line for line in right.split("\n") if line.startswith("Budgettaire"))
    misread = scanned.replace(head, "Jaarreke-\nBptgeanreendedee | paap | HNE VE UNS nes")
    report = gentbudget.parse(right + misread)
    assert {row.label: printed(row) for row in report["AC31229"].budget.rows} == WHOLE
    assert "restored-head" in {finding.code for finding in report.findings_of("AC31229")}


def test_a_row_that_kept_one_figure_takes_its_place_as_well() -> None:
    report = read(["Uitgaven 2.060.616", *SCANNED[1:]])
    others = {label: figures for label, figures in WHOLE.items() if label != "Exploitatie Uitgaven"}
    assert others.items() < labelled(report).items()
    assert labelled(report).keys() == WHOLE.keys()


def test_figures_without_labels_do_not_deny_the_columns_of_a_head_that_nobody_can_read() -> None:
    misread = f"P ene {FIGURES[0].replace('46,5%', '66,5%').replace('105,8%', '205,8%')}"
    right, scanned = read(ABOVE).text, read([misread, *SCANNED[1:]]).text.replace("AC31228", "AC31229")
    head = next(line for line in right.split("\n") if line.startswith("Budgettaire"))
    report = gentbudget.parse(right + scanned.replace(head, "Jaarreke-\nBptgeanreendedee | paap | HNE VE UNS nes"))
    read_rows = {row.label: printed(row) for row in report["AC31229"].budget.rows if row.label in WHOLE}
    assert read_rows == {label: text for label, text in WHOLE.items() if label != "Exploitatie Uitgaven"}
