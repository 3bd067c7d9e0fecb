"""Each line of the last tables lost or printed twice, and others between them: what is not sure is not read, and it is said."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from tests.parser.tables.changes import (
    BUDGET_ROWS,
    HEAD,
    LABELS,
    STAFF_HEAD,
    STAFF_ROW,
    TABLES,
    Reading,
    Said,
    Spot,
    read,
    with_line,
    with_lines,
)

SECTIONS = ("Exploitatie", "Investering", "Financiering")
LABELLED = (
    HEAD,
    *("\t".join((label.split()[0], *row.split("\t")[1:])) for label, row in zip(LABELS, BUDGET_ROWS, strict=False)),
)
"""The budget's lines with the label of the section at both of its rows."""
REST = ("", STAFF_HEAD, STAFF_ROW)


def lost(*labels: str) -> dict[Spot, None]:
    """The figures of these rows."""
    return {(label, column): None for label in labels for column in range(5)}


def missing(*labels: str) -> list[Said]:
    return [Said("missing-row", "error", HEAD, HEAD) for _ in labels]


@pytest.mark.parametrize("place", range(6))
def test_a_row_that_is_lost_costs_itself_and_the_other_where_it_named_the_section_of_both(place: int) -> None:
    rows = [*BUDGET_ROWS[:place], *BUDGET_ROWS[place + 1 :]]
    labels = LABELS[place : place + (1 if place % 2 else 2)]
    said = missing(*labels) + [Said("unlabelled-row", "error", rows[place], rows[place].strip()) for _ in labels[1:]]
    assert read(with_lines(HEAD, *rows, *REST)) == Reading(lost(*labels), said)


@pytest.mark.parametrize("place", range(1, 7))
def test_a_row_that_names_its_section_and_is_lost_costs_itself(place: int) -> None:
    label = LABELS[place - 1]
    assert read(with_lines(*LABELLED[:place], *LABELLED[place + 1 :], *REST)) == Reading(lost(label), missing(label))


@pytest.mark.parametrize("first", range(1, 7))
def test_rows_that_name_their_sections_may_stand_in_any_order(first: int) -> None:
    assert read(with_lines(HEAD, *LABELLED[first:], *LABELLED[1:first], *REST)) == Reading({}, [])
    assert read(with_lines(HEAD, *LABELLED[:first:-1], *LABELLED[first:0:-1], *REST)) == Reading({}, [])


@pytest.mark.parametrize("place", range(1, 7))
@pytest.mark.parametrize("behind", range(1, 7))
def test_a_row_that_names_its_section_counts_once_wherever_it_stands_again(place: int, behind: int) -> None:
    row = LABELLED[place]
    text = with_lines(*LABELLED[: behind + 1], row, *LABELLED[behind + 1 :], *REST)
    assert read(text) == Reading({}, [Said("doubled-row", "warning", row, row)])


@pytest.mark.parametrize("place", range(1, 7))
def test_a_row_that_stands_again_with_other_figures_has_none(place: int) -> None:
    other = "\t".join([*LABELLED[place].split("\t")[:-1], "7,7%"])
    text = with_lines(*LABELLED[: place + 1], other, *LABELLED[place + 1 :], *REST)
    assert read(text) == Reading(lost(LABELS[place - 1]), [Said("contradicting-rows", "error", other, other)])


def test_a_staff_row_that_stands_twice_counts_once() -> None:
    assert read(with_lines(*TABLES, STAFF_ROW)) == Reading({}, [Said("doubled-row", "warning", STAFF_ROW, STAFF_ROW)])


@pytest.mark.parametrize("section", SECTIONS)
def test_the_second_row_of_a_section_printed_twice_is_told_where_nothing_names_it(section: str) -> None:
    row = BUDGET_ROWS[2 * SECTIONS.index(section) + 1]
    assert read(with_line(row, f"{row}\n{row}")) == Reading({}, [Said("unlabelled-row", "error", row, row.strip())])


@pytest.mark.parametrize(("head", "first"), [(HEAD, BUDGET_ROWS[0]), (STAFF_HEAD, STAFF_ROW)])
def test_a_head_that_is_lost_is_restored_by_the_arithmetic_and_one_that_stands_twice_is_told(head: str, first: str) -> None:
    kept = [line for line in TABLES if line != head]
    assert read(with_lines(*kept)) == Reading({}, [Said("restored-head", "warning", first, first)])
    assert read(with_line(head, f"{head}\n{head}")) == Reading({}, [Said("unclaimed-line", "warning", head, head)])


@pytest.mark.parametrize(
    "line", ["Stad Gent", "Een zin, die niets met de tabel te maken heeft.", "Dienst Wonen\t12", "Exploitatie gebouwen"]
)
def test_another_line_between_the_rows_is_told_and_costs_nothing(line: str) -> None:
    for place in range(1, len(TABLES)):
        text = with_lines(*TABLES[:place], line, *TABLES[place:])
        assert read(text) == Reading({}, [Said("unclaimed-line", "warning", line, line)])


@pytest.mark.parametrize("line", ["", "---", "--- --- ---", "|---|---|", "\t\t", "\u00a0"])
def test_a_rule_or_a_blank_line_between_the_rows_is_nothing(line: str) -> None:
    for place in range(1, len(TABLES)):
        assert read(with_lines(*TABLES[:place], line, *TABLES[place:])) == Reading({}, [])


@pytest.mark.parametrize("place", range(6))
def test_of_the_rows_without_their_flow_the_second_of_a_section_has_no_other_place(place: int) -> None:
    flow = LABELS[place].split()[1]
    for form in (BUDGET_ROWS, LABELLED[1:]):
        line = form[place].replace(flow, "")
        text = with_lines(HEAD, *form[:place], line, *form[place + 1 :], *REST)
        if flow == "Ontvangsten":
            assert read(text) == Reading({}, [Said("unlabelled-row", "warning", line, line.strip())])
        else:
            said = [*missing(LABELS[place]), Said("unlabelled-row", "error", line, line)]
            assert read(text) == Reading(lost(LABELS[place]), said)


@pytest.mark.parametrize("section", SECTIONS)
def test_rows_of_which_nothing_tells_the_section_are_not_read(section: str) -> None:
    place = 2 * SECTIONS.index(section)
    rows = [BUDGET_ROWS[place].replace(section, ""), BUDGET_ROWS[place + 1]]
    labels = LABELS[place : place + 2]
    said = [*missing(*labels), *(Said("unlabelled-row", "error", row, row.strip()) for row in rows)]
    assert read(with_lines(HEAD, *BUDGET_ROWS[:place], *rows, *BUDGET_ROWS[place + 2 :], *REST)) == Reading(lost(*labels), said)


@pytest.mark.parametrize("place", range(1, 7))
def test_a_section_that_one_of_its_rows_names_is_that_of_both(place: int) -> None:
    section = LABELS[place - 1].split()[0]
    rows = [*LABELLED[1:place], LABELLED[place].replace(section, ""), *LABELLED[place + 1 :]]
    assert read(with_lines(HEAD, *rows, *REST)) == Reading({}, [])


@pytest.mark.parametrize(
    ("line", "is_doubtful"),
    [
        ("Bladzijde 7", False),
        ("Bladzijde 7 van 9", False),
        ("Bladzijde 7 van 9 deel 3", True),  # more figures than a page and how many there are
        ("Bladzijde 1234", False),
        ("Bladzijde 12345", True),
        ("Xxxxxxxxxx 1.234", True),
        ("Xxxxxxxxxx\t12%", True),
        ("In 2024 en in 2025 op 31/12/2024, om 12:30", False),
    ],
)
def test_behind_a_line_that_may_be_a_row_the_second_row_of_a_section_may_be_another_s(line: str, *, is_doubtful: bool) -> None:
    unclaimed = Said("unclaimed-line", "warning", line, line)
    for place in range(1, 7):
        text = with_lines(*TABLES[:place], line, *TABLES[place:])
        if is_doubtful and place % 2 == 0:
            row = TABLES[place]
            said = [*missing(LABELS[place - 1]), unclaimed, Said("unlabelled-row", "error", row, row.strip())]
            assert read(text) == Reading(lost(LABELS[place - 1]), said)
        else:
            assert read(text) == Reading({}, [unclaimed])
        assert read(with_lines(*LABELLED[:place], line, *LABELLED[place:], *REST)) == Reading({}, [unclaimed])


@pytest.mark.parametrize("label", ["VIE", "Personeel"])
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_line_below_the_head_of_the_staff_is_its_row_if_it_has_so_many_figures(label: str, count: int) -> None:
    line = "\t".join([label, "", *STAFF_ROW.split("\t")[2 : 2 + count]])
    changed, said, _ = read(with_line(STAFF_ROW, line))
    if count >= tolerances.FEWEST_STAFF_FIGURES:
        assert said[0] == Said("misspelt-label", "info", line, label)
        assert changed == ({} if count == 5 else lost("VTE"))
    else:
        assert (changed, [(one.code, one.words) for one in said]) == (
            lost("VTE"),
            [("missing-table", "Acties"), ("unclaimed-line", STAFF_HEAD), ("unclaimed-line", line)],
        )


@pytest.mark.parametrize("figures", ["", "5", "5\t6"])
def test_figures_beside_a_section_s_label_between_its_rows_are_another_row_s(figures: str) -> None:
    first, *others = BUDGET_ROWS
    label, _, rest = first.partition("\t")
    between = f"{label}\t{figures}"
    reading = read(with_lines(HEAD, f"\t{rest}", between, *others, "", STAFF_HEAD, STAFF_ROW))
    lost = {("Exploitatie Uitgaven", column): None for column in range(5)} if figures else {}
    assert reading.changed == lost
    assert {said.line for said in reading.said} == ({HEAD, f"\t{rest}", between} if figures else set())
