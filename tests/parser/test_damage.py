"""Damaged reports: whatever happened to the text, no figure is wrong, nothing is lost in silence, nothing is raised.

Small reports are printed, damaged at a place that Hypothesis chooses, and read. What must hold of any reading whatever
is in `tests.parser.checks`; what must hold of one kind of damage is here. Below stand the cases that a random damage
found once and that cost something.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import gentbudget
from gentbudget import Action, Project, Report
from gentbudget.model import Row
from tests.documents.accounts import PrintedReport
from tests.documents.comparison import compare

from . import damage
from .checks import (
    lost_lines,
    problems,
    rows_of,
    wrong_figures,
    wrong_findings,
    wrong_names,
    wrong_places,
)
from .damage import DAMAGES, LABELS, ROW_LABELS, RUNNING_TITLES, Line, Page, page, small_report
from .small import BUDGET, SMALL, STAFF, edited, line_of, without

reports = st.builds(small_report, st.integers(0, 199), negative=st.booleans())
pages = st.builds(page, reports, padded=st.booleans())
randoms = st.randoms(use_true_random=False)


def figures(report: Report) -> list[list[str]]:
    """List every figure that has a value, entry by entry."""
    return [
        [f"{label} {column.label}: {cell.text}" for label, row in rows_of(entry) for column, cell in cells(row)]
        for entry in report.entries
    ]


def cells(row: Row) -> list[tuple[gentbudget.Column, gentbudget.Cell]]:
    return [(column, c) for column, c in zip(row.columns, row.figures, strict=True) if c.value is not None]


def names(report: Report) -> list[tuple[object, ...]]:
    """List what the headers say, entry by entry."""
    return [
        (
            entry.kind,
            entry.code,
            entry.title,
            *(getattr(entry, what, None) for what in ("owner", "status", "phase", "period", "organisation")),
        )
        for entry in report.entries
    ]


def descriptions(report: Report) -> list[list[str]]:
    return [entry.description.split() for entry in report.entries]


def finding_codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


# ---- without damage ----------------------------------------------------------------------------------------


def assert_nothing_changed(damaged: Page, undamaged: Page) -> None:
    """Assert that damage costs nothing at all."""
    clean, report = gentbudget.parse(undamaged.text), gentbudget.parse(damaged.text)
    assert figures(report) == figures(clean), damaged.damage
    assert names(report) == names(clean), damaged.damage
    assert descriptions(report) == descriptions(clean), damaged.damage
    assert report.unclaimed == ()


@given(pages)
def test_an_undamaged_page_is_read_as_it_was_printed(undamaged: Page) -> None:
    assert problems(undamaged) == []
    report = gentbudget.parse(undamaged.text)
    comparison = compare(undamaged.printed, report)
    assert comparison.remarks == []
    assert comparison.right["figure"] == 35 * len(undamaged.printed.entries)
    assert report.unclaimed == ()
    assert [f for f in report.findings if f.severity != "info"] == []


@given(reports, st.booleans())
def test_an_undamaged_page_keeps_its_paragraphs(printed: PrintedReport, padded: bool) -> None:
    report = gentbudget.parse(page(printed, padded=padded).text)
    for entry, expected in zip(report.entries, printed.entries, strict=True):
        assert entry.description.split() == " ".join(expected.description).split()
    assert [row.code for row in report.contents] == [code for code, _, _ in printed.contents]


# ---- any damage --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("harm", DAMAGES, ids=lambda harm: harm.__name__)
@given(undamaged=pages, random=randoms)
def test_one_damage_makes_no_figure_wrong_and_loses_nothing_in_silence(
    harm: Callable[[Page, Random], Page], undamaged: Page, random: Random
) -> None:
    damaged = harm(undamaged, random)
    assert problems(damaged) == [], damaged.damage


FORGING = (damage.drop_line, damage.swap_cells, damage.drop_column, damage.double_cell)
LASTING = tuple(harm for harm in DAMAGES if harm not in FORGING)
"""Damage after which the text still tells whose figures are whose, also if there is more of it. A row that names a
section and one that would have, or a label of the head and another column, can be lost so that nothing shows it; and a
figure that stands twice can stand for one that is lost."""


def heads(damaged: Page) -> set[str]:
    return {line.text for line in damaged.lines if line.role in ("budget head", "staff head")}


@given(pages, st.lists(st.sampled_from(LASTING), min_size=2, max_size=4), randoms)
def test_more_damages_make_no_figure_wrong(
    undamaged: Page, harms: list[Callable[[Page, Random], Page]], random: Random
) -> None:
    damaged = undamaged
    for harm in harms:
        with contextlib.suppress(IndexError):  # nothing is left that it could harm
            more = harm(damaged, random)
            if harm is damage.misread_label or heads(more) == heads(damaged):
                damaged = more
    report = gentbudget.parse(damaged.text)
    found = [
        *wrong_figures(damaged, report),
        *wrong_names(damaged, report),
        *wrong_places(damaged, report),
        *wrong_findings(damaged, report),
        *(problem for problem in lost_lines(damaged, report) if "row" in problem),
    ]
    assert found == [], damaged.damage


# ---- page furniture ----------------------------------------------------------------------------------------


@given(pages, st.sampled_from(RUNNING_TITLES), st.integers(1, 300), randoms, st.data())
def test_furniture_that_recurs_is_in_no_part_of_the_report(
    undamaged: Page, title: str, first: int, random: Random, data: st.DataObject
) -> None:
    start = undamaged.where(lambda line: line.role == "heading")[0] + 1
    places = data.draw(
        st.lists(st.integers(start, len(undamaged.lines) - 1), min_size=5, max_size=8, unique=True).map(sorted),
        label="places",
    )
    places = [at for i, at in enumerate(places) if i == 0 or at - places[i - 1] > 2]
    damaged = damage.repeated_furniture(undamaged, random, title, places, first)
    clean, report = gentbudget.parse(undamaged.text), gentbudget.parse(damaged.text)
    assert figures(report) == figures(clean), damaged.damage
    assert [entry.code for entry in report.entries] == [entry.code for entry in clean.entries]
    if len(places) >= 4:
        assert names(report) == names(clean), damaged.damage
        assert descriptions(report) == descriptions(clean), damaged.damage


@given(pages, randoms)
def test_furniture_anywhere_costs_no_figure(undamaged: Page, random: Random) -> None:
    damaged = damage.insert_furniture(undamaged, random)
    report = gentbudget.parse(damaged.text)
    assert figures(report) == figures(gentbudget.parse(undamaged.text)), damaged.damage


@given(pages, randoms)
def test_a_form_feed_anywhere_changes_nothing(undamaged: Page, random: Random) -> None:
    at = random.randrange(len(undamaged.lines))
    line = undamaged.lines[at]
    feed = random.choice(["\f" + line.text, line.text + "\f"])
    damaged = undamaged.spliced(at, at + 1, [Line(feed, line.role, line.entry, line.row)], "form feed")
    assert_nothing_changed(damaged, undamaged)


@given(pages, randoms)
def test_a_table_that_goes_on_below_a_copy_of_its_head_is_one_table(undamaged: Page, random: Random) -> None:
    damaged = damage.repeat_head(undamaged, random)
    report = gentbudget.parse(damaged.text)
    assert figures(report) == figures(gentbudget.parse(undamaged.text)), damaged.damage


@given(pages, randoms)
def test_a_rule_anywhere_changes_nothing(undamaged: Page, random: Random) -> None:
    damaged = damage.insert_rule(undamaged, random)
    assert_nothing_changed(damaged, undamaged)


@given(pages, randoms)
def test_blank_lines_may_stand_between_any_two_lines_of_tables(undamaged: Page, random: Random) -> None:
    tables = undamaged.where(lambda line: line.role in ("budget head", "row", "staff head", "staff row"))
    at = random.choice(tables)
    blanks = [Line(text, "blank") for text in random.choice([[""], ["", ""], ["\t\t\t"], ["  ", ""]])]
    damaged = undamaged.spliced(at, at, blanks, "blank lines")
    assert_nothing_changed(damaged, undamaged)


@given(pages)
def test_blank_lines_may_be_missing_everywhere(undamaged: Page) -> None:
    kept = [line for line in undamaged.lines if line.role != "blank"]
    damaged = undamaged.spliced(0, len(undamaged.lines), kept, "no blank lines")
    clean, report = gentbudget.parse(undamaged.text), gentbudget.parse(damaged.text)
    assert figures(report) == figures(clean)
    assert [(e.kind, e.code) for e in report.entries] == [(e.kind, e.code) for e in clean.entries]
    assert report.unclaimed == ()


# ---- descriptions ------------------------------------------------------------------------------------------


@given(pages, randoms)
def test_a_paragraph_that_is_cut_in_the_middle_of_a_sentence_is_one_again(undamaged: Page, random: Random) -> None:
    damaged = damage.cut_paragraph(undamaged, random)
    clean, report = gentbudget.parse(undamaged.text), gentbudget.parse(damaged.text)
    assert descriptions(report) == descriptions(clean)
    cut = [i for i, (a, b) in enumerate(zip(damaged.lines, undamaged.lines, strict=False)) if a != b]
    if not cut:
        return
    before, behind = damaged.lines[cut[0]].text, damaged.lines[cut[0] + 2].text
    if behind[0].islower() and before[-1] not in ".:;?!":
        assert [e.paragraphs for e in report.entries] == [e.paragraphs for e in clean.entries]
        (finding,) = [f for f in report.findings if f.code == "joined-paragraph"]
        assert (finding.line, finding.severity) == (cut[0] + 3, "info")
    elif behind[0].isupper():
        assert "joined-paragraph" not in finding_codes(report)


def test_a_bullet_is_not_joined_to_the_paragraph_above_it() -> None:
    text = edited(("Wie huurt, krijgt raad.\n", "Wie huurt krijgt\n"))
    assert gentbudget.parse(text)["AC34485"].paragraphs == (
        "Wie huurt krijgt",
        "- Eerst aan het loket\n- Dan thuis",
    )


# ---- labels and digits -------------------------------------------------------------------------------------


@given(pages, randoms, st.sampled_from([1, 2]))
def test_a_structural_label_with_one_or_two_misread_characters_is_that_label(
    undamaged: Page, random: Random, times: int
) -> None:
    damaged = damage.misread_label(undamaged, random, times)
    report = gentbudget.parse(damaged.text)
    clean = gentbudget.parse(undamaged.text)
    assert figures(report) == figures(clean), damaged.damage
    assert names(report) == names(clean), damaged.damage
    assert descriptions(report) == descriptions(clean), damaged.damage
    assert report.unclaimed == ()
    at = next(i for i, (a, b) in enumerate(zip(damaged.lines, undamaged.lines, strict=True), 1) if a != b)
    assert [(f.code, f.severity, f.line) for f in report.findings if f not in clean.findings] == [
        ("misspelt-label", "info", at)
    ]


@pytest.mark.parametrize(
    ("label", "seen"),
    [
        ("Beleidsdoelstelling SD", "8e1eidsdoelstelling SD"),
        ("Beleidsdoelstelling SD", "Beleidsdoelsteling SD"),
        ("\nActieplan\n", "\nActiepian\n"),
        ("\nActieplan\n", "\nActlepIan\n"),
        ("\nActieplan\n", "\nAct1eplan\n"),
        ("\nActieplan\n", "\n4ctieplan\n"),
        ("\nActies\n", "\nAcites\n"),
        ("\nActies\n", "\nAcbies\n"),
        ("\nActies\n", "\nAct1es\n"),
        ("\nActies\n", "\n4cties\n"),
        ("\nActies\n", "\nActie5\n"),
        ("Budgettaire onderbouwing", "Budgettalre onderbouwing"),
        ("Budgettaire onderbouwing", "8udgettaire onderbouwing"),
        ("Budgettaire onderbouwing", "Budgettaire onderb0uw1ng"),
        ("Budgettaire onderbouwing", "Budgettaire onderbouwning"),
        ("Onderbouwing personeel", "Onderbouwing personl"),
        ("Onderbouwing personeel", "0nderbouwing personeel"),
        ("Onderbouwing personeel", "Onderb0uwing pers0neel"),
        ("Exploitatie", "Expl0itatie"),
        ("Exploitatie", "Exploit4tie"),
        ("Exploitatie", "Explotiatie"),
        ("Investering", "lnvestering"),
        ("Investering", "1nvestering"),
        ("Investering", "Investing"),
        ("Financiering", "Financlering"),
        ("Financiering", "Financ1er1ng"),
        ("Uitgaven", "U1tgaven"),
        ("Uitgaven", "Uitqauen"),
        ("Ontvangsten", "0ntvangsten"),
        ("Ontvangsten", "Ontvan9sten"),
        ("Ontvangsten", "Ontuangsien"),
        ("VTE", "VIE"),
        ("VTE", "UTE"),
        ("VTE", "V7E"),
        ("VTE", "\\/TE"),
    ],
)
def test_every_label_may_be_misread_everywhere_at_once(label: str, seen: str) -> None:
    report = gentbudget.parse(SMALL.replace(label, seen))
    clean = gentbudget.parse(SMALL)
    assert figures(report) == figures(clean)
    assert names(report) == names(clean)
    assert report.unclaimed == ()
    assert finding_codes(report) == {"misspelt-label"}
    assert {f.line for f in report.findings} == {
        number
        for number, (a, b) in enumerate(zip(SMALL.split("\n"), SMALL.replace(label, seen).split("\n"), strict=True), 1)
        if a != b
    }


@pytest.mark.parametrize(
    "words",
    [
        "Uitvoeren",  # four characters from Uitgaven
        "Activiteiten",
        "Acties in de buurt",
        "Actief",
        "Actie",
        "Investeringen",
        "Exploitatie 2024 en later",
        "Actieplan voor de wijk",
        "Onderbouwing van het plan",
        "Beleidsdoelstelling van de stad",
        "Jaarrekening",
        "VTE",
        "Plan 2024",
        "Acties 2024",
    ],
)
def test_words_of_a_description_that_look_like_a_label_stay_in_it(words: str) -> None:
    text = edited(("Wie huurt, krijgt raad.", f"Wie huurt, krijgt raad.\n\n{words}\n\nEn hulp."))
    report = gentbudget.parse(text)
    assert [entry.code for entry in report.entries] == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert figures(report) == figures(gentbudget.parse(SMALL))
    assert words in report["AC34485"].paragraphs
    assert "En hulp." in report["AC34485"].paragraphs


@pytest.mark.parametrize(
    "line",
    [
        "Ontvangsten: 1.200",
        "In 2024 waren er 1.200 bezoekers en 3.400 ontleningen",
        "12",
        "1.234 5.678",
        "AC34486 is een andere actie",
        "De actie AC34486 liep af",
        "Zie AC34486",
        "Zie ook OD10072",
        "Beleidsdoelstelling 2024",
        "Acties AC34486",
        "Totaal\t12\t13",
    ],
)
def test_figures_of_a_description_stay_in_it(line: str) -> None:
    text = edited(("Wie huurt, krijgt raad.", f"Wie huurt, krijgt raad.\n\n{line}\n\nEn hulp."))
    report = gentbudget.parse(text)
    assert list(report) == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert figures(report) == figures(gentbudget.parse(SMALL))
    assert " ".join(line.split()) in " ".join(report["AC34485"].description.split())


@given(pages, randoms)
def test_a_misread_digit_costs_that_figure_and_no_other(undamaged: Page, random: Random) -> None:
    damaged = damage.misread_digit(undamaged, random)
    report = gentbudget.parse(damaged.text)
    lost = Counter(f for entry in figures(gentbudget.parse(undamaged.text)) for f in entry)
    lost.subtract(f for entry in figures(report) for f in entry)
    assert sum(lost.values()) == 1, damaged.damage
    assert min(lost.values()) >= 0
    at = next(i for i, (a, b) in enumerate(zip(damaged.lines, undamaged.lines, strict=True), 1) if a != b)
    (finding,) = [f for f in report.findings if f.severity == "error"]
    assert (finding.code, finding.line) == ("unreadable-figure", at)


# ---- columns -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", range(5))
def test_a_column_that_is_lost_with_its_label_leaves_the_others(column: int) -> None:
    """The head says which columns there are, so nothing is missing."""

    def shortened(line: str) -> str:
        cells = line.split("\t")
        return "\t".join(c for i, c in enumerate(cells) if i != 2 + column or len(cells) != 7)

    text = "\n".join(map(shortened, SMALL.split("\n")))
    report = gentbudget.parse(text)
    for got, whole in zip(report.entries, gentbudget.parse(SMALL).entries, strict=True):
        for (_, row), (_, printed) in zip(rows_of(got), rows_of(whole), strict=True):
            labels = [label for i, label in enumerate(printed.values) if i != column]
            assert list(row.values) == labels
            assert [row[label] for label in labels] == [printed[label] for label in labels]
    assert report.findings == ()


@pytest.mark.parametrize("column", range(5))
def test_a_column_that_is_lost_from_all_rows_is_none_and_no_value_is_under_a_wrong_name(column: int) -> None:
    lines = SMALL.split("\n")
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if len(cells) == 7 and cells[1] in ("Uitgaven", "Ontvangsten"):
            lines[number] = "\t".join([*cells[: 2 + column], *cells[3 + column :]])
    report = gentbudget.parse("\n".join(lines))
    whole = gentbudget.parse(SMALL)
    for got, printed in zip(report.entries, whole.entries, strict=True):
        for row, full in zip(got.budget.rows, printed.budget.rows, strict=True):
            for i, label in enumerate(full.values):
                assert row[label] == (None if i == column else full[label]), (label, row.line)
        missing = [f for f in report.findings if f.code == "missing-column" and f.entry == got.code]
        assert [f.severity for f in missing] == ["error"]
        assert list(whole["SD10041"].budget.rows[0].values)[column] in missing[0].message


def test_a_figure_that_is_lost_from_one_row_takes_no_other_to_a_wrong_column() -> None:
    for entry in ("648.927", "613.509", "94,5%", "511.188", "120,0%"):
        text = edited((f"\t{entry}", ""), text=SMALL.replace("\t120,0%\t1.000", "\t121,0%\t1.000"))
        report = gentbudget.parse(text)
        row = report["AC34485"].budget.operating.expenditure
        whole = gentbudget.parse(SMALL)["AC34485"].budget.operating.expenditure
        for label, value in row.values.items():
            assert value in (None, whole[label]), entry
        assert None in row.values.values()
        assert any(f.line == line_of("Exploitatie\tUitgaven\t648") or f.line == row.line for f in report.findings)


def test_two_figures_that_run_together_into_a_good_one_are_not_read_as_it() -> None:
    """`3` and `30,2%` give 330,2 %, which nothing contradicts where the row stands alone, and nothing confirms."""
    row = "Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%"
    text = edited((row, "Exploitatie\tUitgaven\t10\t330,2%\t0\t0,0%"))
    alone = gentbudget.parse(text[: text.index("\tOntvangsten\t21.020")])
    for report in (alone, gentbudget.parse(text)):
        expenditure = report["AC34485"].budget.operating.expenditure
        assert expenditure.actual is None
        assert expenditure.budget_used is None
        assert any(f.line == line_of("Exploitatie\tUitgaven\t10", text) for f in report.findings)


def test_a_head_that_lost_a_label_does_not_fit_the_one_row_that_lost_a_figure() -> None:
    at = SMALL.rindex("\t\tBudget 2024")
    text = SMALL[:at] + "\t\t" + SMALL[at + len("\t\tBudget 2024") :]
    report = gentbudget.parse(text.replace("\t1.691\t2.507\t148,3%", "\t1.691\t\t148,3%"))
    receipts = report["PR40001"].budget.operating.receipts
    assert receipts.actual is None, "1.691 is the budget"
    assert any(f.entry == "PR40001" and f.severity == "error" for f in report.findings)


def test_a_row_that_is_whole_by_a_double_figure_in_a_table_of_short_ones_is_not_taken_as_printed() -> None:
    start = SMALL.index("Exploitatie\tUitgaven\t648")
    end = SMALL.index("Onderbouwing", start)
    rows = ["\t".join([*(c := line.split("\t"))[:3], *c[4:]]) for line in SMALL[start:end].split("\n")]
    table = "\n".join(rows).replace("21.020\t", "21.020\t21.020\t")
    report = gentbudget.parse(SMALL[:start] + table + SMALL[end:])
    assert report["AC34485"].budget.operating.receipts.actual is None
    assert any(f.entry == "AC34485" and f.severity == "error" for f in report.findings)


# ---- what was found once -----------------------------------------------------------------------------------


def row_of(report: Report, code: str = "AC34485") -> list[str | None]:
    return [cell.text or None for cell in report[code].staff.figures]


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        # 1,20 planned, 0,93 paid, 77,5%, 1,50 paid before, 62,0%: what is lost must not shift the others
        ("VTE\t\t1,20\t77,5%\t1,50\t62,0%", {1: "0,93"}),
        ("VTE\t\t0,93\t77,5%\t1,50\t62,0%", {0: "1,20"}),
        ("VTE\t\t1,20\t0,9377,5%\t1,50\t62,0%", {1: "0,93", 2: "77,5%"}),
        ("VTE\t\t1,20\t0,93\t77,51,50\t62,0%", {2: "77,5%", 3: "1,50"}),
        ("VTE\t1,20\t\t77,5%\t1,50\t62,0%", {1: "0,93"}),
    ],
)
def test_a_staff_row_that_is_a_figure_short_is_not_read_by_its_empty_stub(staff: str, expected: dict[int, str]) -> None:
    whole = ["1,20", "0,93", "77,5%", "1,50", "62,0%"]
    report = gentbudget.parse(edited(("VTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%", staff)))
    for i, text in enumerate(row_of(report)):
        cell = report["AC34485"].staff.figures[i]
        assert cell.value is None or (i not in expected and text == whole[i]), (i, text)
    assert any(f.line == line_of(staff, report.text) and f.severity == "error" for f in report.findings)


@pytest.mark.parametrize(("blanked", "column"), [("1,20", 0), ("0,93", 1), ("77,5%", 2), ("1,50", 3), ("62,0%", 4)])
def test_a_blank_cell_is_empty_and_takes_no_neighbour_to_a_wrong_column(blanked: str, column: int) -> None:
    report = gentbudget.parse(edited((f"\t{blanked}", "\t"), text=SMALL))
    row = report["AC34485"].staff
    texts = ["1,20", "0,93", "77,5%", "1,50", "62,0%"]
    assert all(cell.text in ("", text) for cell, text in zip(row.figures, texts, strict=True))
    assert row.figures[column].value is None
    (finding,) = [f for f in report.findings if f.severity == "error"]
    assert (finding.line, finding.entry) == (line_of("VTE\t\t1,20", SMALL) if column else row.line, "AC34485")


def test_years_in_a_title_stay_in_it() -> None:
    """An action prints no period."""
    title = "Actieprogramma toegankelijkheid 2022-2026 van stations, haltes en openbare gebouwen"
    action = gentbudget.parse(edited(("Begeleiden van huurders", title)))["AC34485"]
    assert isinstance(action, Action)
    assert (action.title, action.owner) == (title, "Dienst Wonen")


def test_years_in_the_title_of_a_project_stay_in_it() -> None:
    title = "Masterplan Muide 2022 - 2026"
    project = gentbudget.parse(edited(("Bouwen van woningen aan de Muide", title)))["PR40001"]
    assert isinstance(project, Project)
    assert (project.title, str(project.period)) == (title, "2022 - 2026")
    assert project.owner == "Dienst Stadsvernieuwing en Groen"


def test_a_title_with_the_words_of_a_status_or_phase_keeps_them() -> None:
    title = "Onderzoek en Ontwerp"
    report = gentbudget.parse(edited(("Begeleiden van huurders", title)))
    assert report["AC34485"].title == title


@pytest.mark.parametrize("order", [(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
def test_the_fields_of_a_tabbed_header_are_known_in_any_order(order: tuple[int, ...]) -> None:
    fields = ("Nog niet gestart", "Ontwerp", "2022 - 2026")
    text = edited(("\t".join(fields), "\t".join(fields[i] for i in order)))
    project = gentbudget.parse(text)["PR40001"]
    assert isinstance(project, Project)
    assert project.title == "Bouwen van woningen aan de Muide"
    assert (project.status, project.phase, str(project.period)) == fields
    assert project.owner == "Dienst Stadsvernieuwing en Groen"


@pytest.mark.parametrize(
    "line",
    [
        "Exploitatie\tUitgaven\tl48.927\t613.509\t94,5%\t511.188\t120,0%",  # a digit read as a letter
        "Exploitatie\tU1tgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%",
        "ExploitatieUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%",
        "Exploitatie\tUitgaven648.927\t613.509\t94,5%\t511.188\t120,0%",
        "120,0%\tUitgaven\t648.927\t613.509\t94,5%\t511.188\tExploitatie",
        "648.927\t613.509\t94,5%\t511.188\t120,0%",
        "x\ty\tz\t648.927\t613.509\t94,5%\t511.188\t120,0%",
    ],
)
def test_a_first_row_that_is_damaged_is_not_taken_for_a_part_of_the_head(line: str) -> None:
    text = edited(("Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", line))
    report = gentbudget.parse(text)
    entry, whole = report["AC34485"], gentbudget.parse(SMALL)["AC34485"]
    assert [c.label for c in entry.budget.columns] == [c.label for c in whole.budget.columns]
    assert not finding_codes(report) & {"unreadable-head", "restored-head", "missing-head"}
    assert [row.values for row in entry.budget.rows[-4:]] == [row.values for row in whole.budget.rows[-4:]]
    number = line_of(line, text)
    assert any(finding.line == number for finding in report.findings)
    for flow in ("expenditure", "receipts"):
        row, printed = getattr(entry.budget.operating, flow), getattr(whole.budget.operating, flow)
        if row.line is not None:
            assert all(value in (None, printed[label]) for label, value in row.values.items())
        else:
            assert any(f.code == "missing-row" and printed.label in f.message for f in report.findings)


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("Exploitatie\tUitgaven\tl48.927\t613.509\t94,5%\t511.188\t120,0%", "Budget 2024"),
        ("Exploitatie\tU1tgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", None),
        ("Expl0itatie\tUitqaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", None),
    ],
)
def test_a_first_row_with_one_misread_cell_keeps_the_others(line: str, lost: str | None) -> None:
    text = edited(("Exploitatie\tUitgaven\t648.927\t613.509\t94,5%\t511.188\t120,0%", line))
    entry, whole = gentbudget.parse(text)["AC34485"], gentbudget.parse(SMALL)["AC34485"]
    for row, printed in zip(entry.budget.rows, whole.budget.rows, strict=True):
        expected = dict(printed.values)
        if lost and row.line == line_of(line, text):
            expected[lost] = None
        assert row.values == expected


@pytest.mark.parametrize("lines", [[title] for title in RUNNING_TITLES] + [["17"], ["Pagina 17"], ["17 / 99"], ["\f"]])
def test_furniture_between_any_two_lines_costs_no_figure_no_column_and_no_entry(lines: list[str]) -> None:
    printed = SMALL.split("\n")
    clean = gentbudget.parse(SMALL)
    for at in range(line_of("Beleidsdoelstelling"), len(printed) + 1):
        report = gentbudget.parse("\n".join([*printed[:at], *lines, *printed[at:]]))
        assert figures(report) == figures(clean), f"{lines} behind line {at}: {printed[at - 1]}"
        assert [e.code for e in report.entries] == [e.code for e in clean.entries], at
        assert [e.budget.columns for e in report.entries] == [e.budget.columns for e in clean.entries], at


def test_a_running_title_inside_a_table_is_said_to_be_left_over() -> None:
    printed = SMALL.split("\n")
    for title in RUNNING_TITLES:
        for row in ("Investering\tUitgaven\t2.000", "Financiering\tUitgaven\t0"):
            at = max(number for number, line in enumerate(printed) if line.startswith(row) and number < 60)
            report = gentbudget.parse("\n".join([*printed[:at], title, *printed[at:]]))
            assert report.unclaimed == (at + 1,)
            assert [(f.code, f.line) for f in report.findings] == [("unclaimed-line", at + 1)]


def test_a_text_that_begins_with_a_table_is_read_from_there() -> None:
    text = without("Beleidsdoelstelling SD10041")
    report = gentbudget.parse(text)
    assert [entry.code for entry in report.entries][-3:] == ["OD10071", "AC34485", "PR40001"]
    assert figures(report)[-3:] == figures(gentbudget.parse(SMALL))[-3:]
    assert [f for f in report.findings if f.severity == "error"] != []


@pytest.mark.parametrize(
    "edit",
    [
        ("Iedereen woont, leert en werkt hier\n\nBudget", "Budget"),
        ("\t2020 - 2027\tGroep Gent", "\tGroep Gent"),
        ("\t2020 - 2027\tGroep Gent", "\t2020 - 2027"),
        ("\tNog niet gestart\t", "\t"),
        ("\tOntwerp\t", "\t"),
        ("\t2022 - 2026\t", "\t"),
        ("\tDienst Wonen", ""),
        ("AC34485 - Begeleiden van huurders", "AC34485 -"),
    ],
)
def test_what_a_header_lacks_has_a_finding(edit: tuple[str, str]) -> None:
    report = gentbudget.parse(edited(edit))
    assert list(report) == ["SD10041", "OD10071", "AC34485", "PR40001"]
    assert len(report.findings) == 1
    assert report.findings[0].severity in ("warning", "error")
    assert report.findings[0].entry in list(report)


@pytest.mark.parametrize("between", ["\n--\t---------\n", "\n--------\t--\t--\n\n"])
def test_a_rule_below_the_heading_of_an_objective_leaves_its_title(between: str) -> None:
    report = gentbudget.parse(edited(("Beleidsdoelstelling SD10041\n", f"Beleidsdoelstelling SD10041{between}")))
    assert names(report) == names(gentbudget.parse(SMALL))
    assert report.findings == ()


def test_a_second_staff_row_with_other_figures_leaves_all_of_them_in_doubt() -> None:
    row = "VTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%"
    other = "VTE\t\t2,40\t1,86\t77,5%\t3,00\t62,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{other}")))
    assert set(report["AC34485"].staff.values.values()) == {None}
    assert ("contradicting-rows", "error", "AC34485") in {(f.code, f.severity, f.entry) for f in report.findings}


def test_a_staff_row_that_stands_there_twice_counts_once() -> None:
    row = "VTE\t\t1,20\t0,93\t77,5%\t1,50\t62,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{row}")))
    assert report["AC34485"].staff.paid == Decimal("0.93")
    assert [(f.code, f.line) for f in report.findings] == [("doubled-row", line_of(row) + 1)]


def test_a_budget_row_that_stands_there_twice_counts_once() -> None:
    row = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{row}")))
    assert figures(report) == figures(gentbudget.parse(SMALL))
    assert [(f.code, f.line) for f in report.findings] == [("doubled-row", line_of(row) + 1)]


def test_a_budget_row_that_stands_there_twice_with_other_figures_has_none() -> None:
    row = "Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%"
    other = "Investering\tUitgaven\t4.000\t5.000\t125,0%\t2.500\t200,0%"
    report = gentbudget.parse(edited((row, f"{row}\n{other}")))
    assert set(report["AC34485"].budget.investment.expenditure.values.values()) == {None}
    assert ("contradicting-rows", "error") in {(f.code, f.severity) for f in report.findings}


@pytest.mark.parametrize("lost", ["Exploitatie\tUitgaven\t648", "Investering\tUitgaven\t2.0", "Financiering\tUitgaven\t0"])
def test_receipts_without_their_section_are_taken_by_no_other_section(lost: str) -> None:
    """The row that names the section is lost; the receipts below it are those of that section or of none."""
    lines = SMALL.split("\n")
    at = max(number for number, line in enumerate(lines) if line.startswith(lost) and number < 60)
    report = gentbudget.parse("\n".join([*lines[:at], *lines[at + 1 :]]))
    whole = gentbudget.parse(SMALL)["AC34485"]
    budget = report["AC34485"].budget
    for section in ("operating", "investment", "financing"):
        for flow in ("expenditure", "receipts"):
            found = getattr(getattr(budget, section), flow)
            expected = getattr(getattr(whole.budget, section), flow)
            assert set(found.values.values()) <= {None} or found.values == expected.values, (section, flow)
    assert "missing-row" in finding_codes(report)


@pytest.mark.parametrize("labels", ["InvesteringUitgaven\t", "x\ty\tz\t", "", "Uitgaven Investering\t", "1nv3st3r1ng\tX\t"])
@pytest.mark.parametrize("receipts", ["", "21.020\t43.270\t205,9%\t20.258\t213,6%\n", "Saldo\t1\t2\t200,0%\t4\t50,0%\n"])
def test_receipts_take_no_section_over_a_row_that_is_not_known(labels: str, receipts: str) -> None:
    """Behind the expenditure of one section, its receipts are lost and the next section's expenditure is not known."""
    text = edited(
        ("\tOntvangsten\t21.020\t43.270\t205,9%\t20.258\t213,6%\n", receipts),
        ("Investering\tUitgaven\t2.000", f"{labels}2.000"),
    )
    report = gentbudget.parse(text)
    budget, whole = report["AC34485"].budget, gentbudget.parse(SMALL)["AC34485"].budget
    for section in ("operating", "investment", "financing"):
        for flow in ("expenditure", "receipts"):
            found = getattr(getattr(budget, section), flow)
            expected = getattr(getattr(whole, section), flow)
            assert set(found.values.values()) <= {None} or found.values == expected.values, (section, flow)
    assert [f for f in report.findings if f.severity == "error"]


def test_a_lost_table_has_a_finding() -> None:
    lines = SMALL.split("\n")
    at = len(lines) - 2
    assert lines[at] == STAFF
    report = gentbudget.parse("\n".join(lines[:at]))
    assert report["PR40001"].staff.values == {}
    assert [(f.code, f.severity, f.entry) for f in report.findings] == [("missing-table", "error", "PR40001")]


def test_entries_whose_heading_is_lost_are_known_by_their_code() -> None:
    report = gentbudget.parse(edited(("Actieplan\n\nOD10071", "OD10071")))
    assert [(e.kind, e.code) for e in report.entries] == [
        ("objective", "SD10041"),
        ("plan", "OD10071"),
        ("action", "AC34485"),
        ("project", "PR40001"),
    ]
    assert [(f.code, f.entry) for f in report.findings] == [("lost-heading", "OD10071")]


def test_an_entry_that_lost_heading_and_header_is_not_merged_into_the_one_before() -> None:
    """Its tables follow upon those of another entry: they are no part of it."""
    text = edited(("Acties\n\nAC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n\n", ""))
    report = gentbudget.parse(text)
    whole = gentbudget.parse(SMALL)
    assert figures(report)[1] == figures(whole)[1], "the plan keeps its own figures"
    assert figures(report)[-1] == figures(whole)[-1]
    assert len(report.entries) == 4
    assert figures(report)[2] == figures(whole)[2]
    assert [f.severity for f in report.findings if f.code == "lost-header"] == ["error"]


def test_an_entry_that_stands_there_twice_is_reported_and_the_first_is_found() -> None:
    start = SMALL.index("Acties\n\nAC34485")
    end = SMALL.index("Acties\n\nPR40001")
    text = SMALL[:end] + SMALL[start:end].replace("648.927", "648.928") + SMALL[end:]
    report = gentbudget.parse(text)
    assert len(report.entries) == 5
    assert report["AC34485"].budget.operating.expenditure.budget == Decimal(648_927)
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.entry) == ("duplicate-code", "error", "AC34485")


def test_an_entry_that_only_the_contents_have_is_reported() -> None:
    report = gentbudget.parse(edited(("versnellen\t2\n", "versnellen\t2\nOD10072 - Iets anders\t9\n")))
    (finding,) = report.findings
    assert (finding.code, finding.entry) == ("missing-entry", "OD10072")
    assert "OD10072" not in report


def test_a_table_without_its_head_is_read_where_the_arithmetic_bears_out_its_columns() -> None:
    lines = SMALL.split("\n")
    at = max(number for number, line in enumerate(lines) if line == BUDGET)
    report = gentbudget.parse("\n".join([*lines[:at], *lines[at + 1 :]]))
    assert figures(report) == figures(gentbudget.parse(SMALL))
    assert "restored-head" in finding_codes(report)


def test_a_table_without_its_head_that_the_arithmetic_contradicts_has_no_figures() -> None:
    """One percentage of the thirty is another: with these columns, the table would be wrong."""
    at = SMALL.rindex(BUDGET)
    behind = SMALL[at + len(BUDGET) + 1 :]
    report = gentbudget.parse(SMALL[:at] + behind.replace("148,3%", "168,3%"))
    assert figures(report)[:3] == figures(gentbudget.parse(SMALL))[:3]
    assert all(value is None for row in report["PR40001"].budget.rows for value in row.values.values())
    assert [(f.code, f.severity) for f in report.findings] == [("missing-head", "error")]
    assert figures(report)[3] == figures(gentbudget.parse(SMALL))[3][-5:], "its staff table is another matter"


def test_rows_without_head_of_which_the_arithmetic_tells_nothing_have_no_figures() -> None:
    zeros = "\t".join(["0", "0", "0,0%", "0", "0,0%"])
    rows = [line for line in SMALL.split("\n")[-10:] if line.startswith(("Expl", "Inv", "Fin", "\t"))]
    text = SMALL
    for row in rows:
        text = text.replace(row, "\t".join([*row.split("\t")[:2], zeros]))
    at = text.rindex(BUDGET)
    report = gentbudget.parse(text[:at] + text[at + len(BUDGET) + 1 :])
    assert figures(report)[:3] == figures(gentbudget.parse(SMALL))[:3]
    assert finding_codes(report) & {"missing-head", "restored-head"}


@given(pages, st.integers(0, 10_000))
@example(page(small_report(1)), 12)
def test_any_two_lines_may_trade_places_without_an_exception(undamaged: Page, seed: int) -> None:
    random = Random(seed)
    lines = list(undamaged.lines)
    first, second = random.sample(range(len(lines)), 2)
    lines[first], lines[second] = lines[second], lines[first]
    damaged = undamaged.spliced(0, len(lines), lines, f"swapped lines {first + 1} and {second + 1}")
    report = gentbudget.parse(damaged.text)
    assert not list(wrong_findings(damaged, report))
    assert not list(wrong_places(damaged, report))


def test_the_labels_that_are_misread_are_those_that_carry_the_structure() -> None:
    """The tests above are worth what this list is worth."""
    labels = {label for group in LABELS.values() for label in group}
    assert labels == {
        *("Beleidsdoelstelling", "Actieplan", "Acties", "Budgettaire", "onderbouwing", "Onderbouwing", "personeel"),
        *("Exploitatie", "Investering", "Financiering", "Uitgaven", "Ontvangsten", "VTE"),
    }
    assert ROW_LABELS == (
        "Exploitatie Uitgaven",
        "Exploitatie Ontvangsten",
        "Investering Uitgaven",
        "Investering Ontvangsten",
        "Financiering Uitgaven",
        "Financiering Ontvangsten",
    )
