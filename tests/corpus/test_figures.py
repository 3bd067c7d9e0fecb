"""Every figure of the two documents is the printed one, in its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.corpus.printed import COLUMNS, LABELS, ROWS, Document, pairs, row_pairs
from tests.documents.accounts import value_of


def test_every_figure_is_exactly_the_printed_one_under_its_column(document: Document) -> None:
    compared = 0
    for printed, row in row_pairs(document):
        assert row.line == printed.line
        assert list(row.cells) == list(printed.figures)
        for name, token in printed.figures.items():
            cell = row.cells[name]
            if token is None:
                assert (cell.value, cell.text) == (None, "")
                assert getattr(row, name) is None
                continue
            assert (cell.text, cell.value) == (token, value_of(token)), printed.line
            assert cell.value is not None
            assert cell.value.as_tuple() == value_of(token).as_tuple(), "as many decimals as printed"
            assert getattr(row, name) == cell.value
            compared += 1
    assert compared == 11_824


def test_every_figure_is_found_under_the_printed_label_of_its_column(document: Document) -> None:
    compared = 0
    for printed, row in row_pairs(document):
        table = "budget" if "budget" in printed.figures else "staff"
        assert tuple(column.label for column in row.columns) == LABELS[table]
        for label, name in zip(LABELS[table], COLUMNS[table], strict=True):
            token = printed.figures[name]
            assert row[label] == (None if token is None else value_of(token))
            compared += token is not None
    assert compared == 11_824


def test_columns_know_their_year_and_whether_they_print_percentages(document: Document) -> None:
    years = {"previous_actual": 2023, "previous_paid": 2023}
    for _, row in row_pairs(document):
        for column in row.columns:
            assert column.year == years.get(str(column.name), 2024)
            assert column.is_share == (column.name in ("budget_used", "plan_used", "vs_previous"))


def test_rows_are_found_by_their_printed_labels(document: Document) -> None:
    sections = {"operating": "Exploitatie", "investment": "Investering", "financing": "Financiering"}
    flows = {"expenditure": "Uitgaven", "receipts": "Ontvangsten"}
    for _, entry in pairs(document):
        assert len(entry.budget.rows) == 6
        for row, (section, flow) in zip(entry.budget.rows, ROWS, strict=True):
            assert (row.section, row.flow) == (sections[section], flows[flow])
            assert entry.budget[sections[section], flows[flow]] is row
            assert getattr(getattr(entry.budget, section), flow) is row


def test_every_span_slices_to_the_printed_text_at_its_line_and_column(document: Document) -> None:
    text, lines = document.report.text, document.lines
    assert text == document.text
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    spans = set()
    for _, row in row_pairs(document):
        for cell in row.cells.values():
            assert text[cell.start : cell.end] == cell.text
            assert starts[cell.line - 1] + cell.column - 1 == cell.start
            assert cell.line == row.line
            if cell.text:
                assert lines[cell.line - 1][cell.column - 1 :].startswith(cell.text)
                spans.add((cell.start, cell.end))
    assert len(spans) == 11_824, "no printed figure serves twice"


def test_the_missing_column_is_none_in_all_six_rows_and_no_value_of_the_others_sits_in_it(document: Document) -> None:
    """By hand from lines 763 to 768."""
    entry = document.report["AC34852"]
    operating = entry.budget.operating
    assert (operating.expenditure.line, operating.receipts.line) == (763, 764)
    assert [operating.expenditure[label] for label in LABELS["budget"]] == [
        Decimal(1_158_616),
        None,
        Decimal("106.2"),
        Decimal(1_178_695),
        Decimal("104.3"),
    ]
    assert [operating.receipts[label] for label in LABELS["budget"]] == [
        Decimal(66_573),
        None,
        Decimal("139.7"),
        Decimal(10_836),
        Decimal("858.3"),
    ]
    for row in entry.budget.rows:
        assert row.actual is None
        assert None not in (row.budget, row.budget_used, row.previous_actual, row.vs_previous)
    assert entry.staff.paid == Decimal("15.37"), "the table below it is whole"


@pytest.mark.parametrize(
    ("code", "row", "column", "value"),
    [
        ("SD10041", 0, 0, "13057602"),  # 53
        ("OD10071", 1, 4, "79.2"),  # 71
        ("AC34485", 0, 1, "663509"),  # 92
        ("AC35123", 0, 4, "2766541.7"),  # 4771
        ("PR40380", 2, 0, "2006645"),  # 680, below Investing
        ("ACO1011", 2, 0, "0"),  # 5629, below Investing
    ],
)
def test_figures_read_by_hand(code: str, row: int, column: int, value: str, document: Document) -> None:
    section, flow = ROWS[row]
    found = getattr(getattr(document.report[code].budget, section), flow)
    assert getattr(found, COLUMNS["budget"][column]) == Decimal(value)


def test_negative_figures_keep_their_sign(document: Document) -> None:
    tokens = {token for printed, _ in row_pairs(document) for token in printed.figures.values() if token}
    assert {"-4.335.322", "-2.303,0%", "-1,3%"} <= tokens
    read = {cell.text: cell.value for _, row in row_pairs(document) for cell in row.cells.values()}
    assert read["-4.335.322"] == Decimal(-4_335_322)
    assert read["-2.303,0%"] == Decimal("-2303.0")
    assert read["-1,3%"] == Decimal("-1.3")
