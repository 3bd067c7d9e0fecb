"""The heads of the last tables in every form that programs give them: what stands where, a head is read alike."""

from __future__ import annotations

import re

import pytest

import gentbudget
from tests.parser.tables.changes import (
    CODE,
    DESCRIPTION,
    HEAD,
    LINES,
    STAFF_HEAD,
    STAFF_ROW,
    TABLES,
    Reading,
    Said,
    read,
    with_line,
    with_lines,
)

HEADS = {"budget": HEAD, "staff": STAFF_HEAD}
FIRST_ROWS = {"budget": LINES[0], "staff": STAFF_ROW}
WRAPPED = {
    "budget": (
        "Budgettaire onderbouwing\t\tBudget\tJaarrekening\t% Besteding\tJaarrekening\tJaarrekening",
        "\t\t2024\t2024\tbudget 2024\t2023\t2024 t.o.v. 2023",
    ),
    "staff": (
        "Onderbouwing personeel\t\tPlan\tBetaald\t% Besteding\tBetaald\tBetaald",
        "\t\t2024\t2024\tplan 2024\t2023\t2024 t.o.v. 2023",
    ),
}
RULE = "---\t--\t---"


def lowered(table: str) -> tuple[str, str]:
    """The head on two lines, with the table's label on the second."""
    above, below = WRAPPED[table]
    label = HEADS[table].split("\t")[0]
    return above.removeprefix(label), label + below


@pytest.mark.parametrize("table", HEADS)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\f", "\n---\n", f"\n{RULE}\n"])
def test_a_head_may_go_on_on_another_line_anywhere(table: str, between: str) -> None:
    head = HEADS[table]
    for gap in re.finditer("[\t ]+", head):
        apart = (
            table == "staff" and "---" in between and head[: gap.start()] == "Onderbouwing"
        )  # which is a head's beginning in itself
        said = [Said("unclaimed-line", "warning", "Onderbouwing", "Onderbouwing")] if apart else []
        assert read(with_line(head, f"{head[: gap.start()]}{between}{head[gap.end() :]}")) == Reading({}, said)


@pytest.mark.parametrize("table", HEADS)
@pytest.mark.parametrize("form", ["wrapped", "lowered", "apart", "below"])
@pytest.mark.parametrize("between", [(), ("---",), (RULE,), (RULE, "---")])
def test_a_head_on_two_lines_is_whole_with_rules_between_them_too(table: str, form: str, between: tuple[str, ...]) -> None:
    label, _, columns = HEADS[table].partition("\t")
    first, second = {
        "wrapped": WRAPPED[table],
        "lowered": lowered(table),
        "apart": (label, columns),
        "below": (columns, label),
    }[form]
    assert read(with_line(HEADS[table], "\n".join((first, *between, second)))) == Reading({}, [])


@pytest.mark.parametrize(
    ("between", "paragraphs"),
    [("Stad Gent", ["{}\nStad Gent"]), ("---\nStad Gent", ["{}", "Stad Gent"]), ("---\n", ["{}"])],
)
def test_what_more_than_a_rule_parts_from_a_head_is_none_of_it(between: str, paragraphs: list[str]) -> None:
    """Above the first table it is described, between two it belongs to nothing; the arithmetic tells the columns then."""
    above, head = lowered("budget")
    restored = Said("restored-head", "warning", head, head)
    described = tuple(paragraph.format(above.strip()) for paragraph in paragraphs)
    assert read(with_line(HEAD, f"{above}\n{between}\n{head}")) == Reading({}, [restored], described)
    above, head = lowered("staff")
    lines = [above, *(line for line in between.split("\n") if line.strip("-"))]
    said = [
        *(Said("unclaimed-line", "warning", line, line.strip()) for line in lines),
        Said("restored-head", "warning", head, head),
    ]
    assert read(with_line(STAFF_HEAD, f"{above}\n{between}\n{head}")) == Reading({}, said)


def test_a_head_that_can_be_read_needs_nothing_of_what_stands_above_it() -> None:
    above = WRAPPED["budget"][0].replace("Budgettaire onderbouwing", "")
    assert read(with_line(HEAD, f"{above}\n---\n{HEAD}")) == Reading({}, [], (above.strip(),))
    said = Said("unclaimed-line", "warning", above, above.strip())
    assert read(with_line(STAFF_HEAD, f"{above}\n---\n{STAFF_HEAD}")) == Reading({}, [said])


@pytest.mark.parametrize("table", HEADS)
def test_the_forms_of_a_markdown_table_are_a_head_like_others(table: str) -> None:
    cells = HEADS[table].split("\t")
    for mark in ("", "**"):
        head = f"|{'|'.join(f'{mark}{cell}{mark}' if cell else '' for cell in cells)}|\n|{'---|' * len(cells)}"
        assert read(with_line(HEADS[table], head)) == Reading({}, [])


@pytest.mark.parametrize("table", HEADS)
def test_a_head_may_have_each_cell_on_its_line_or_lack_the_label_of_its_table(table: str) -> None:
    label, *cells = HEADS[table].split("\t")
    assert read(with_line(HEADS[table], "\n".join((label, *cells)))) == Reading({}, [])
    assert read(with_line(HEADS[table], "\t".join(cells))) == Reading({}, [])


@pytest.mark.parametrize("title", ["Jaarrekening 2024", "Budget 2024", "Plan 2024"])
@pytest.mark.parametrize("table", HEADS)
def test_the_label_of_a_column_below_a_whole_head_is_none_of_it(table: str, title: str) -> None:
    head = HEADS[table]
    assert read(with_line(head, f"{head}\n{title}")) == Reading({}, [Said("unclaimed-line", "warning", title, title)])


@pytest.mark.parametrize(
    "lines", [["Budget Jaarrekening"], ["Budget en Jaarrekening 2024"], ["Budget 2024", "Jaarrekening 2024"]]
)
def test_words_of_a_head_belong_to_nothing_behind_tables_and_to_the_description_where_there_is_none(lines: list[str]) -> None:
    said = [Said("unclaimed-line", "warning", line, line) for line in lines]
    assert read(with_lines(*TABLES, *lines)) == Reading({}, said)
    report = gentbudget.parse(with_lines(*lines))
    assert report[CODE].paragraphs == (DESCRIPTION, "\n".join(lines))
    assert report.unclaimed == ()


@pytest.mark.parametrize("table", HEADS)
def test_the_head_of_a_table_that_has_no_rows_is_not_described(table: str) -> None:
    report = gentbudget.parse(with_lines(HEADS[table]))
    assert report[CODE].paragraphs == (DESCRIPTION,)
    assert [finding.code for finding in report.findings] == ["missing-table", "missing-table", "unclaimed-line"]
    assert report.unclaimed == (report.text.count("\n") + 1,)
