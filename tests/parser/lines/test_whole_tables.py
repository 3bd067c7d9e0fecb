"""Well-printed tables are one terminal, and are built at once; line by line and row by row the same comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark

import gentbudget
from gentbudget.parser.lines import lexing
from gentbudget.parser.lines.grammar import compiled, pattern
from gentbudget.parser.lines.parts import PartsTransformer
from gentbudget.parser.tables.building import TableBuilder
from gentbudget.testing import damaged, dumps
from tests.parser.small import SMALL

DUMPS = Path(__file__).parents[2] / "data" / "dumps"
Read = Callable[[str], object]


def read(text: str) -> object:
    """All that is read of a text, places and findings included; or why it is refused."""
    try:
        report = gentbudget.parse(text)
    except gentbudget.ReportError as error:
        return type(error), str(error)
    cells = [cell for entry in report.entries for row in (*entry.budget.rows, entry.staff) for cell in row.figures]
    places = [(cell.line, cell.column, cell.start, cell.end, cell.page) for cell in cells]
    return report, report.findings, report.unclaimed, [entry.lines for entry in report.entries], places


def _without_whole_tables() -> Lark:
    grammar = compiled()
    memo = dict(grammar.memo)
    for number, item in memo.items():
        if item.get("name") == "TABLES":
            memo[number] = {**item, "pattern": {**item["pattern"], "value": "(?!)"}}
    load: Any = Lark._load_from_dict
    parser: Lark = load(grammar.data, memo, transformer=PartsTransformer())
    return parser


@pytest.fixture(scope="module")
def read_slowly() -> Read:
    slow = _without_whole_tables()

    def reading(text: str) -> object:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(lexing, "_parser", lambda: slow)
            patch.setattr(TableBuilder, "_well_printed", lambda _, __: None)
            return read(text)

    return reading


def test_the_slow_way_has_no_whole_tables(sample_text: str) -> None:
    """Or else these tests would compare the fast way with itself."""
    whole = pattern("TABLES").search(sample_text)
    assert whole is not None
    assert {token.type for token in lexing._parser().lex(whole[0])} == {"TABLES"}
    assert "TABLES" not in {token.type for token in _without_whole_tables().lex(whole[0])}


@pytest.mark.parametrize(
    "dump", ["small.tabs.txt", "other-years.portrait.pdftotext-layout-22.12.0.txt", "sample.landscape.pymupdf-2.0.txt"]
)
def test_a_dump_is_read_the_same_both_ways(read_slowly: Read, dump: str) -> None:
    text = (DUMPS / dump).read_text(encoding="utf-8")
    assert read(text) == read_slowly(text)


def test_the_sample_is_read_the_same_both_ways(read_slowly: Read, sample_text: str) -> None:
    assert read(sample_text) == read_slowly(sample_text)


@pytest.mark.parametrize("every", [1, 2, 3])
def test_a_page_may_end_each_line_of_a_table(read_slowly: Read, every: int) -> None:
    """A form feed ends the line, and begins no new one where lines are counted."""
    rows = SMALL.split("\n")
    is_table = ["\t" in row and before != "" and before[:1] != "-" for row, before in zip(rows, ["", *rows], strict=False)]
    text = rows[0]
    for number, row in enumerate(rows[1:], 1):
        text += ("\f" if is_table[number] and number % every == 0 else "\n") + row
    assert "\f" in text
    assert read(text) == read_slowly(text)
    for cell in (cell for entry in gentbudget.parse(text).entries for row in entry.budget.rows for cell in row.figures):
        line_start = text.rfind("\n", 0, cell.start) + 1
        assert (cell.line, cell.column) == (text.count("\n", 0, cell.start) + 1, cell.start - line_start + 1)


@given(data=st.data())
def test_a_damaged_text_is_read_the_same_both_ways(read_slowly: Read, data: st.DataObject) -> None:
    dump = data.draw(dumps())
    text = data.draw(damaged(dump)).text if data.draw(st.booleans()) else dump.text
    assert read(text) == read_slowly(text)
