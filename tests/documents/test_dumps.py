"""Every form of text that the extractors make of the same document gives the same objects.

The golden dumps hold what the extractors printed; test_extractors.py runs those that are installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import gentbudget
from gentbudget.report import Report

from .accounts import PrintedReport, load_expected
from .comparison import compare
from .extractors import LOST_READING_ORDER

DUMPS = Path(__file__).parent.parent / "data" / "dumps"
GOLDEN = sorted(path.name for path in DUMPS.glob("*.txt"))
REFUSED = [name for name in GOLDEN if re.split(r"-[0-9]", name.split(".", 2)[-1], maxsplit=1)[0] in LOST_READING_ORDER]
READ = [name for name in GOLDEN if name not in REFUSED]

KEEPS_COLUMNS = ("tabs", "pdftotext-layout")
"""Forms in which nothing at all may be lost."""


@cache
def read(name: str) -> tuple[PrintedReport, Report]:
    """What a dump prints, and what is read of it: once for all tests that read it."""
    return load_expected(name.split(".", maxsplit=1)[0]), gentbudget.parse_file(DUMPS / name)


def cells(report: Report) -> Iterator[gentbudget.Cell]:
    for entry in report.entries:
        for row in (*entry.budget.rows, entry.staff):
            yield from row.cells.values()


@pytest.mark.parametrize("name", READ)
def test_every_figure_of_a_golden_dump_is_read_in_its_place(name: str) -> None:
    printed, report = read(name)
    result = compare(printed, report)
    assert result.right["figure"] == sum(5 * 7 for _ in printed.entries)
    assert not result.missing["figure"]
    assert not result.wrong["figure"]


@pytest.mark.parametrize("name", READ)
def test_every_entry_of_a_golden_dump_has_its_code_in_document_order(name: str) -> None:
    printed, report = read(name)
    assert [entry.code for entry in report.entries] == [entry.code for entry in printed.entries]


@pytest.mark.parametrize("name", READ)
def test_no_title_owner_or_field_of_a_golden_dump_is_wrong(name: str) -> None:
    assert compare(*read(name)).wrongly_read == []


@pytest.mark.parametrize("name", READ)
def test_what_a_golden_dump_leaves_open_has_a_finding(name: str) -> None:
    printed, report = read(name)
    told = {finding.entry for finding in report.findings}
    for entry in printed.entries:
        got = report[entry.code]
        if got.title is None or (entry.owner and getattr(got, "owner", None) is None):
            assert entry.code in told


@pytest.mark.parametrize("name", [name for name in READ if any(form in name for form in KEEPS_COLUMNS)])
def test_forms_that_keep_columns_lose_nothing(name: str) -> None:
    result = compare(*read(name))
    assert result.remarks == []


@pytest.mark.parametrize("name", READ)
def test_spans_of_a_golden_dump_slice_to_the_printed_text_and_no_line_is_unclaimed(name: str) -> None:
    _, report = read(name)
    assert [cell for cell in cells(report) if report.text[cell.start : cell.end] != cell.text] == []
    assert report.unclaimed == ()


@pytest.mark.parametrize("name", READ)
def test_page_furniture_is_in_no_description(name: str) -> None:
    _, report = read(name)
    for entry in report.entries:
        assert "Gent, stad voor en door Gentenaars" not in entry.description
        assert "Pagina " not in entry.description


@pytest.mark.parametrize("name", [name for name in READ if "pdftotext" in name or "sort" in name])
def test_form_feeds_tell_the_page_of_each_entry(name: str) -> None:
    _, report = read(name)
    pages = [entry.page for entry in report.entries]
    assert None not in pages
    assert pages == sorted(pages, key=lambda page: page or 0)
    for cell in cells(report):
        assert cell.page == report.text.count("\f", 0, cell.start) + 1


@pytest.mark.parametrize("name", REFUSED)
def test_a_dump_that_lost_its_reading_order_is_refused_with_advice(name: str) -> None:
    with pytest.raises(gentbudget.NotAReportError, match="pdftotext -layout"):
        gentbudget.parse_file(DUMPS / name)
