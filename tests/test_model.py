"""Rows, cells, columns, tables, periods and findings: how they are asked, and that nobody can change them."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from decimal import Decimal

import pytest
from attrs import asdict, evolve, fields, has
from attrs.exceptions import FrozenInstanceError

import gentbudget
from gentbudget import (
    Action,
    ActionPlan,
    BudgetRow,
    BudgetTable,
    Cell,
    Column,
    ContentsRow,
    Finding,
    Objective,
    Period,
    Project,
    Report,
    StaffRow,
    UnknownLabelError,
)
from gentbudget.model import PrintedFigures
from tests.parser.small import SMALL, edited, line_of


@pytest.fixture(scope="module")
def report() -> Report:
    return gentbudget.parse(SMALL)


@pytest.fixture(scope="module")
def table(report: Report) -> BudgetTable:
    return report["AC34485"].budget


# ---- rows --------------------------------------------------------------------------------------------------


def test_a_budget_row_has_its_five_figures_by_name(table: BudgetTable) -> None:
    row = table.operating.expenditure
    assert isinstance(row, BudgetRow)
    assert row.budget == Decimal(648_927)
    assert row.actual == Decimal(613_509)
    assert row.budget_used == Decimal("94.5")
    assert row.previous_actual == Decimal(511_188)
    assert row.vs_previous == Decimal("120.0")


def test_a_staff_row_has_its_five_figures_by_name(report: Report) -> None:
    row = report["AC34485"].staff
    assert isinstance(row, StaffRow)
    assert row.planned == Decimal("1.20")
    assert row.paid == Decimal("0.93")
    assert row.plan_used == Decimal("77.5")
    assert row.previous_paid == Decimal("1.50")
    assert row.vs_previous == Decimal("62.0")


def test_values_have_as_many_decimals_as_printed(report: Report) -> None:
    row = report["AC34485"].staff
    assert str(row.planned) == "1.20"
    assert str(row.vs_previous) == "62.0"
    assert str(report["AC34485"].budget.operating.expenditure.budget) == "648927"


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Budget 2024", 648_927),
        ("Jaarrekening 2024", 613_509),
        ("Jaarrekening 2023", 511_188),
        ("% Besteding budget 2024", Decimal("94.5")),
        ("Jaarrekening 2024 t.o.v. 2023", Decimal("120.0")),
        ("jaarrekening 2023", 511_188),
        ("JAARREKENING  2023", 511_188),
        (" Jaarrekening 2023 ", 511_188),
    ],
)
def test_a_row_gives_the_value_under_a_printed_label(label: str, value: Decimal | int, table: BudgetTable) -> None:
    assert table.operating.expenditure[label] == value


@pytest.mark.parametrize("label", ["Jaarrekening 2022", "Jaarrekening", "2024", "", "Plan 2024"])
def test_a_label_that_is_not_printed_is_a_key_error_that_names_close_ones(label: str, table: BudgetTable) -> None:
    with pytest.raises(KeyError) as caught:
        table.operating.expenditure[label]
    assert isinstance(caught.value, UnknownLabelError)
    assert caught.value.wanted == label
    if label == "Jaarrekening 2022":
        assert "Jaarrekening 2023" in caught.value.close_matches
        assert "Jaarrekening 2023" in str(caught.value)


def test_cells_are_a_mapping_by_name_in_printed_order(table: BudgetTable) -> None:
    cells = table.operating.expenditure.cells
    assert isinstance(cells, Mapping)
    assert list(cells) == ["budget", "actual", "budget_used", "previous_actual", "vs_previous"]
    assert [cell.text for cell in cells.values()] == ["648.927", "613.509", "94,5%", "511.188", "120,0%"]
    assert cells["budget"].value == Decimal(648_927)


def test_cells_cannot_be_written(table: BudgetTable) -> None:
    row = table.operating.expenditure
    cell = row.cells["budget"]
    with pytest.raises(TypeError):
        row.cells["budget"] = cell  # type: ignore[index]
    with pytest.raises(TypeError):
        del row.cells["budget"]  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        row.values["Budget 2024"] = None  # type: ignore[index]
    assert not hasattr(row.cells, "update")
    assert row.cells["budget"] == cell


def test_a_cell_knows_its_line_column_text_and_span(report: Report, table: BudgetTable) -> None:
    cell = table.operating.expenditure.cells["actual"]
    line = line_of("Exploitatie\tUitgaven\t648.927")
    assert (cell.line, cell.text, cell.value) == (line, "613.509", Decimal(613_509))
    assert SMALL.split("\n")[line - 1][cell.column - 1 :].startswith("613.509")
    assert report.text[cell.start : cell.end] == "613.509"
    assert cell.start == SMALL.index("613.509")


def test_a_figure_that_cannot_be_read_has_a_cell_with_its_text_and_no_value() -> None:
    report = gentbudget.parse(edited(("\t613.509", "\t613.5O9")))
    cell = report["AC34485"].budget.operating.expenditure.cells["actual"]
    assert (cell.value, cell.text) == (None, "613.5O9")
    assert report.text[cell.start : cell.end] == "613.5O9"
    assert report["AC34485"].budget.operating.expenditure.actual is None


@pytest.mark.parametrize("text", ["12.34", "1..234", "1234.567", "01", "1,2,3", "1 234", "+5", "1e5", "--5", "5-", "1.234.56"])
def test_a_figure_that_is_no_dutch_number_has_no_value(text: str) -> None:
    report = gentbudget.parse(edited(("\t613.509", f"\t{text}")))
    row = report["AC34485"].budget.operating.expenditure
    assert row.actual is None
    assert [f for f in report.findings if f.severity == "error" and f.line == row.line]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("-1", "-1"),
        ("1.234", "1234"),
        ("12.345.678", "12345678"),
        ("-4.335.322", "-4335322"),
    ],
)
def test_a_figure_is_exactly_what_is_printed(text: str, value: str) -> None:
    """Whether the percentages agree with it is not for the reading to say."""
    report = gentbudget.parse(edited(("\t613.509", f"\t{text}")))
    assert report["AC34485"].budget.operating.expenditure.actual == Decimal(value)


def test_rows_know_their_label_section_and_flow(table: BudgetTable) -> None:
    assert [(row.label, row.section, row.flow) for row in table.rows] == [
        ("Exploitatie Uitgaven", "Exploitatie", "Uitgaven"),
        ("Exploitatie Ontvangsten", "Exploitatie", "Ontvangsten"),
        ("Investering Uitgaven", "Investering", "Uitgaven"),
        ("Investering Ontvangsten", "Investering", "Ontvangsten"),
        ("Financiering Uitgaven", "Financiering", "Uitgaven"),
        ("Financiering Ontvangsten", "Financiering", "Ontvangsten"),
    ]
    first = line_of("Exploitatie\tUitgaven\t648.927")
    assert [row.line for row in table.rows] == list(range(first, first + 6))


# ---- tables ------------------------------------------------------------------------------------------------


def test_rows_are_found_by_section_and_flow(table: BudgetTable) -> None:
    sections = {"Exploitatie": table.operating, "Investering": table.investment, "Financiering": table.financing}
    for name, section in sections.items():
        assert table[name, "Uitgaven"] is section.expenditure
        assert table[name, "Ontvangsten"] is section.receipts
        assert table[name.upper(), " uitgaven "] is section.expenditure
    assert table["operating", "Receipts"] is table.operating.receipts


@pytest.mark.parametrize("labels", [("Exploitatie", "Saldo"), ("Investing", "Uitgaven"), ("", ""), ("operating", "Saldo")])
def test_a_row_that_is_not_printed_is_a_key_error(labels: tuple[str, str], table: BudgetTable) -> None:
    with pytest.raises(UnknownLabelError):
        table[labels]


def test_a_misspelt_label_is_found_by_its_right_name() -> None:
    report = gentbudget.parse(SMALL.replace("Investering", "Investing"))
    row = report["AC34485"].budget["Investering", "Uitgaven"]
    assert (row.section, row.budget) == ("Investering", Decimal(2000))


def test_a_table_iterates_over_its_rows(table: BudgetTable) -> None:
    assert tuple(table) == table.rows
    assert isinstance(table.rows, tuple)


def test_a_lost_row_is_there_by_name_and_empty() -> None:
    report = gentbudget.parse(edited(("Investering\tUitgaven\t2.000\t5.000\t250,0%\t2.500\t200,0%\n", "")))
    table = report["AC34485"].budget
    row = table.investment.expenditure
    assert (row.budget, row.actual, row.line) == (None, None, None)
    assert dict(row.cells) == {}
    assert len(table.rows) < 6
    with pytest.raises(UnknownLabelError):
        table["Investering", "Uitgaven"]


def test_columns_have_label_name_and_year(table: BudgetTable) -> None:
    assert [(c.label, c.name, c.year, c.is_share) for c in table.columns] == [
        ("Budget 2024", "budget", 2024, False),
        ("Jaarrekening 2024", "actual", 2024, False),
        ("% Besteding budget 2024", "budget_used", 2024, True),
        ("Jaarrekening 2023", "previous_actual", 2023, False),
        ("Jaarrekening 2024 t.o.v. 2023", "vs_previous", 2024, True),
    ]
    assert all(row.columns == table.columns for row in table.rows)


# ---- entries -----------------------------------------------------------------------------------------------


def test_kinds_are_words(report: Report) -> None:
    assert [entry.kind for entry in report.entries] == ["objective", "plan", "action", "project"]


def test_entries_have_what_their_kind_prints(report: Report) -> None:
    objective, plan, action, project = report.entries
    assert isinstance(objective, Objective)
    assert isinstance(plan, ActionPlan)
    assert isinstance(action, Action)
    assert isinstance(project, Project)
    assert isinstance(project, Action)
    assert not isinstance(action, Project)
    assert (plan.organisation, plan.period) == ("Groep Gent", Period(2020, 2027))
    assert action.owner == "Dienst Wonen"
    assert (project.owner, project.status, project.phase) == (
        "Dienst Stadsvernieuwing en Groen",
        "Nog niet gestart",
        "Ontwerp",
    )
    assert project.period == Period(2022, 2026)
    assert not any(hasattr(entry, "owner") for entry in (objective, plan))
    assert not any(hasattr(entry, "organisation") for entry in (objective, action, project))
    assert not any(hasattr(action, name) for name in ("status", "phase", "period"))


def test_an_entry_s_lines_go_from_its_heading_to_its_last_row(report: Report) -> None:
    lines = SMALL.split("\n")
    for entry, heading in zip(report.entries, ("Beleidsdoelstelling", "Actieplan", "Acties", "Acties"), strict=True):
        first, last = entry.lines
        assert lines[first - 1].startswith(heading)
        assert lines[last - 1].startswith("VTE")


def test_pages_are_counted_by_form_feeds_and_unknown_without_them(report: Report) -> None:
    assert {entry.page for entry in report.entries} == {None}
    assert report["AC34485"].staff.cells["paid"].page is None
    at = SMALL.index("Investering\tUitgaven\t2.000")
    text = SMALL[:at].replace("Beleidsdoelstelling SD", "\fBeleidsdoelstelling SD") + "\f" + SMALL[at:]
    paged = gentbudget.parse(text)
    assert [entry.page for entry in paged.entries] == [2, 2, 2, 3]
    budget = paged["AC34485"].budget
    assert budget.operating.expenditure.cells["budget"].page == 2
    assert budget.investment.expenditure.cells["budget"].page == 3
    assert budget.rows[2].values == report["AC34485"].budget.rows[2].values


def test_a_description_is_its_paragraphs_parted_by_a_blank_line(report: Report) -> None:
    action = report["AC34485"]
    assert action.paragraphs == ("Wie huurt, krijgt raad.", "- Eerst aan het loket\n- Dan thuis")
    assert action.description == "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
    assert (report["SD10041"].description, report["SD10041"].paragraphs) == ("", ())


def test_a_period_prints_as_the_document_does() -> None:
    period = Period(2020, 2027)
    assert str(period) == "2020 - 2027"
    assert (period.start, period.end) == (2020, 2027)


# ---- values ------------------------------------------------------------------------------------------------


def everything(report: Report) -> list[object]:
    """One of each class that a report is made of."""
    project = report["PR40001"]
    assert isinstance(project, Project)
    row = project.budget.operating.expenditure
    return [
        *report.entries,
        project.budget,
        project.budget.operating,
        row,
        row.cells["budget"],
        row.columns[0],
        project.staff,
        project.period,
        report.contents[0],
        Finding("lost-header", "error", "lost", 3),
    ]


def test_every_part_is_frozen(report: Report) -> None:
    for part in everything(report):
        cls = type(part)
        assert has(cls)
        for field in fields(cls):
            with pytest.raises(FrozenInstanceError):
                setattr(part, field.name, None)
            with pytest.raises(FrozenInstanceError):
                delattr(part, field.name)
        with pytest.raises((FrozenInstanceError, AttributeError)):
            part.nieuw = 1  # type: ignore[attr-defined]


def test_every_part_is_equal_by_value_hashable_and_picklable(report: Report) -> None:
    twins = everything(gentbudget.parse(SMALL))
    for part, twin in zip(everything(report), twins, strict=True):
        assert part == twin
        assert hash(part) == hash(twin)
        assert pickle.loads(pickle.dumps(part)) == part  # noqa: S301 - pickled a moment ago
    assert len(set(map(type, twins))) == len(twins)


def test_parts_that_differ_are_not_equal(report: Report, table: BudgetTable) -> None:
    row = table.operating.expenditure
    assert row != table.operating.receipts
    assert row != evolve(row, label="Saldo")
    assert row.cells["budget"] != evolve(row.cells["budget"], text="1")
    assert Column("Budget 2024") != Column("Budget 2025")
    assert Period(2020, 2021) != Period(2020, 2022)
    assert ContentsRow("SD1", "Titel", 1) != ContentsRow("SD1", "Titel", 2)
    assert report["AC34485"] != report["PR40001"]


def test_an_entry_becomes_plain_data(report: Report) -> None:
    plain = asdict(report["AC34485"], value_serializer=lambda _, __, v: tuple(v) if isinstance(v, PrintedFigures) else v)
    assert plain["code"] == "AC34485"
    assert plain["budget"]["rows"][0]["figures"][0]["text"] == "648.927"


def test_reprs_are_short_enough_to_read(sample: Report) -> None:
    assert len(repr(sample)) < 400
    assert len(repr(sample["OD10071"])) < 400
    assert "OD10071" in repr(sample["OD10071"])


def test_a_cell_may_be_empty() -> None:
    cell = Cell(None, "", 3, 8, 20, 20)
    assert (cell.value, cell.text, cell.start == cell.end, cell.page) == (None, "", True, None)


# ---- findings ----------------------------------------------------------------------------------------------


def test_a_finding_prints_file_line_severity_code_entry_and_message() -> None:
    finding = Finding(
        "missing-column", "error", "no value for Jaarrekening 2024", 762, "AC34852", source="jaarrekening-2024.txt"
    )
    assert str(finding).startswith("jaarrekening-2024.txt:762: error: missing-column")
    assert str(finding).endswith("no value for Jaarrekening 2024")
    assert "AC34852" in str(finding)


def test_a_finding_without_entry_prints_none() -> None:
    finding = Finding("missing-entry", "error", "the contents list OD10099", 1)
    assert str(finding) == "<text>:1: error: missing-entry: the contents list OD10099"


def test_findings_of_a_report_have_a_stable_code_a_severity_a_line_and_a_sentence(sample: Report) -> None:
    for finding in sample.findings:
        assert finding.severity in ("error", "warning", "info")
        assert finding.code.replace("-", "").islower()
        assert finding.code == finding.code.strip("-")
        assert 1 <= finding.line <= sample.text.count("\n") + 1
        assert len(finding.message) > 5
        assert finding.entry is None or finding.entry in sample
        assert str(finding).startswith(f"jaarrekening-2024.txt:{finding.line}: {finding.severity}: {finding.code}")
        assert "\n" not in str(finding)


def test_findings_of_the_parser_have_a_span_on_their_line(sample: Report) -> None:
    lines = sample.text.split("\n")
    for finding in sample.findings:
        assert finding.start is not None
        assert finding.end is not None
        span = sample.text[finding.start : finding.end]
        assert span == span.strip() != ""
        assert sample.text.count("\n", 0, finding.start) + 1 == finding.line
        assert span in lines[finding.line - 1]


def test_equal_findings_of_two_files_are_equal() -> None:
    one = Finding("lost-header", "error", "lost", 3, source="a.txt")
    assert one == evolve(one, source="b.txt")
    assert one != evolve(one, line=4)
