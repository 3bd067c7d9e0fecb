"""A section's label above its rows, between them, or on the second: the rows are known by their order, if all are there."""

from __future__ import annotations

from itertools import permutations

import pytest

import gentbudget
from gentbudget import BudgetRow, Report

SECTIONS = ("Exploitatie", "Investering", "Financiering")
FIGURES = [
    "2.060.616 958.995 46,5% 906.650 105,8%",
    "471.642 126.754 26,9% 507.262 25,0%",
    "1.000 500 50,0% 400 125,0%",
    "2.000 500 25,0% 400 125,0%",
    "3.000 600 20,0% 400 150,0%",
    "4.000 600 15,0% 400 150,0%",
]
ABOVE = ["Exploitatie", f"Uitgaven {FIGURES[0]}", f"Ontvangsten {FIGURES[1]}"]
ABOVE += ["Investering", f"Uitgaven {FIGURES[2]}", f"Ontvangsten {FIGURES[3]}"]
ABOVE += ["Financiering", f"Uitgaven {FIGURES[4]}", f"Ontvangsten {FIGURES[5]}"]
BETWEEN = [ABOVE[i] for i in (1, 0, 2, 4, 3, 5, 7, 6, 8)]
ON_SECOND = [
    f"{s} {row}" if s else row
    for s, row in zip(("", "Exploitatie", "", "Investering", "", "Financiering"), (r for r in ABOVE if " " in r), strict=True)
]
MIXED = [*ABOVE[:3], *BETWEEN[3:6], *ON_SECOND[4:]]
ON_ONE_LINE = [f"{section} Uitgaven {FIGURES[2 * i]} Ontvangsten {FIGURES[2 * i + 1]}" for i, section in enumerate(SECTIONS)]
LOOKS = {"one line": ON_ONE_LINE, "above": ABOVE, "between": BETWEEN, "on the second": ON_SECOND, "mixed": MIXED}


def read(rows: list[str]) -> Report:
    return gentbudget.parse(
        "\n".join(
            [
                "Acties",
                "AC31228 - Herinrichting van het plein\tDienst Wegen",
                "Budgettaire onderbouwing Budget 2025 Jaarrekening 2025 % Besteding budget 2025 Jaarrekening 2024 "
                "Jaarrekening 2025 t.o.v. 2024",
                *rows,
                "Onderbouwing personeel Plan 2025 Betaald 2025 % Besteding plan 2025 Betaald 2024 Betaald 2025 t.o.v. 2024",
                "VTE 40,88 33,50 81,9% 43,47 77,1%",
                "",
            ]
        )
    )


def budget(report: Report) -> dict[str, str]:
    return {row.label: printed(row) for row in report["AC31228"].budget.rows}


def printed(row: BudgetRow) -> str:
    return " ".join(cell.text for cell in row.figures)


WHOLE = dict(zip((f"{s} {flow}" for s in SECTIONS for flow in ("Uitgaven", "Ontvangsten")), FIGURES, strict=True))


@pytest.mark.parametrize("look", LOOKS)
def test_all_six_rows_have_their_sections(look: str) -> None:
    report = read(LOOKS[look])
    assert budget(report) == WHOLE
    assert not report.findings


def costs(look: str, lost: int) -> list[str]:
    """The rows that a lost line costs: those that it printed, and those whose sections nothing tells without it."""
    labels = list(WHOLE)
    if look == "one line":
        return labels[2 * lost : 2 * lost + 2]
    if look == "on the second":
        return labels[::2] if lost % 2 == 0 else [labels[lost]]  # the other rows have their labels, or the one place left
    if look == "between" and LOOKS[look][lost] not in SECTIONS:
        return [labels[2 * (lost // 3) + (lost % 3) // 2]]
    return labels[:5] if look == "mixed" and lost < 7 else labels  # its last row has its own label


@pytest.mark.parametrize("look", LOOKS)
def test_a_lost_line_gives_no_row_to_another_section(look: str) -> None:
    rows = LOOKS[look]
    for lost in range(len(rows)):
        report = read(rows[:lost] + rows[lost + 1 :])
        missing = costs(look, lost)
        assert {label: text for label, text in budget(report).items() if label in WHOLE} == {
            label: text for label, text in WHOLE.items() if label not in missing
        }
        told = [finding.message for finding in report.findings if finding.code == "missing-row"]
        assert told == [f"no row {label}" for label in missing]


@pytest.mark.parametrize("look", LOOKS)
def test_a_doubled_line_gives_no_row_to_another_section(look: str) -> None:
    rows = LOOKS[look]
    for doubled in range(len(rows)):
        for place in range(len(rows) + 1):
            read_rows = budget(read([*rows[:place], rows[doubled], *rows[place:]]))
            assert {label: text for label, text in read_rows.items() if text.strip()}.items() <= WHOLE.items()


@pytest.mark.parametrize("look", LOOKS)
def test_neighbours_that_swapped_places_give_no_row_to_another_section(look: str) -> None:
    rows = LOOKS[look]
    for first in range(len(rows) - 1):
        swapped = [*rows[:first], rows[first + 1], rows[first], *rows[first + 2 :]]
        assert budget(read(swapped)).items() <= WHOLE.items()


def test_labels_in_another_order_tell_no_sections() -> None:
    for order in set(permutations(range(3))) - {(0, 1, 2)}:
        rows = list(BETWEEN)
        for place, section in zip((1, 4, 7), order, strict=True):
            rows[place] = SECTIONS[section]
        report = read(rows)
        assert budget(report).items() <= WHOLE.items()
        assert "unlabelled-row" in {finding.code for finding in report.findings}


def test_a_line_that_is_not_understood_among_the_rows_leaves_them_untold() -> None:
    report = read([*BETWEEN[:3], "Uitvvvvven 9 9 9,0% 9", *BETWEEN[3:]])
    assert {label: text for label, text in budget(report).items() if label in WHOLE}.items() <= WHOLE.items()
    assert report.findings


@pytest.mark.parametrize("line", ["11/24/26, 3:34 PM\tJaarrekening 2025", "24-11-2026 15:34:07   De stad", "Gent, 2026-11-24"])
@pytest.mark.parametrize("look", LOOKS)
def test_a_day_and_a_time_among_the_rows_are_nothing_that_a_row_prints(look: str, line: str) -> None:
    rows = LOOKS[look]
    for place in range(1, len(rows) + 1):
        assert budget(read([*rows[:place], line, *rows[place:]])) == WHOLE, place


@pytest.mark.parametrize("line", ["Xxxxx\t1/234\t5:678", "2:34 7 8 9", "11/24 3:3"])
def test_figures_with_misread_marks_are_no_day_and_no_time(line: str) -> None:
    report = read([*BETWEEN[:3], line, *BETWEEN[3:]])
    assert {label: text for label, text in budget(report).items() if label in WHOLE}.items() < WHOLE.items()


def test_a_line_that_is_not_understood_above_a_broken_label_leaves_the_rows_untold() -> None:
    def rows(*between: str) -> list[str]:
        return [*ABOVE[:2], *between, "||Ontvang-||||||", f"||sten|{FIGURES[1].replace(' ', '|')}|", *ABOVE[3:]]

    assert budget(read(rows())) == WHOLE
    assert budget(read(rows("Uitvvvvven 9 9 9,0% 9"))).items() < WHOLE.items()
