"""Every form of text that the extractors make of the same document gives the same objects.

The golden dumps hold what the extractors printed; the live tests run those extractors that are installed on a document that
no golden file has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

import gentbudget
from gentbudget.report import Report

from .accounts import PrintedReport, amount_columns, consistent_report, load_expected
from .comparison import Comparison, compare
from .extractors import EXTRACTORS, LOST_READING_ORDER
from .from_sample import printed_sample
from .make_dumps import READ_FROM_PRINTERS

DUMPS = Path(__file__).parent.parent / "data" / "dumps"
GOLDEN = sorted(path.name for path in DUMPS.glob("*.txt"))
REFUSED = [name for name in GOLDEN if re.split(r"-[0-9]", name.split(".", 2)[-1], maxsplit=1)[0] in LOST_READING_ORDER]
READ = [name for name in GOLDEN if name not in REFUSED]

PRODUCERS = ("reportlab", "fpdf")
"""What makes the PDFs of the live tests."""

KEEPS_COLUMNS = ("tabs", "pdftotext-layout")
"""Forms in which nothing at all may be lost."""


@cache
def read(name: str) -> tuple[PrintedReport, Report]:
    return load_expected(name.split(".", maxsplit=1)[0]), gentbudget.parse_file(DUMPS / name)


def cells(report: Report) -> Iterator[gentbudget.Cell]:
    for entry in report.entries:
        for row in (*entry.budget.rows, entry.staff):
            yield from row.cells.values()


def assert_nothing_is_wrong(comparison: Comparison) -> None:
    wrong = [remark for remark in comparison.remarks if "got None" not in remark]
    assert wrong == []


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
    assert_nothing_is_wrong(compare(*read(name)))


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


def unlike_the_golden_ones(seed: int) -> PrintedReport:
    columns = {"budget": amount_columns("Raming 2026", "Raming 2027", "Raming 2028")} if seed % 2 else {}
    return consistent_report(Random(seed), year=2026, objectives=2, plans=3, actions=10, magnitude=6.0, negative=0.2, **columns)


@pytest.mark.parametrize("look", ["portrait", "landscape"])
@pytest.mark.parametrize("name", EXTRACTORS)
@pytest.mark.parametrize("seed", [7, 8])
def test_the_extractors_that_are_installed_lose_no_figure(name: str, look: str, seed: int, tmp_path: Path) -> None:
    extractor = EXTRACTORS[name]
    if not extractor.available() or not all(map(find_spec, PRODUCERS)):
        pytest.skip(f"{name}, or what makes its PDF, is not installed")
    printed, path = unlike_the_golden_ones(seed), tmp_path / "accounts.pdf"
    getattr(import_module(".pdf", __package__), look)(printed, path)
    text = extractor.extract(path)
    if name in LOST_READING_ORDER:
        with pytest.raises(gentbudget.NotAReportError):
            gentbudget.parse(text)
        return
    result = compare(printed, gentbudget.parse(text))
    assert not result.wrong["figure"]
    if name != "pymupdf4llm":  # its Markdown loses figures of its own: cells merged, and cut in the middle of a figure
        assert not result.missing["figure"]


@pytest.fixture(scope="module", params=["portrait", "landscape"])
def whole_sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[PrintedReport, Path]:
    """Print the whole sample in a look."""
    if not all(map(find_spec, PRODUCERS)):
        pytest.skip("what makes PDFs is not installed")
    printed, path = printed_sample(), tmp_path_factory.mktemp("sample") / "sample.pdf"
    getattr(import_module(".pdf", __package__), request.param)(printed, path)
    return printed, path


@pytest.mark.parametrize("name", [name for name in READ_FROM_PRINTERS if name not in (*LOST_READING_ORDER, "pymupdf4llm")])
def test_the_whole_sample_is_read_from_its_pdf_and_nothing_in_it_is_wrong(
    name: str, whole_sample: tuple[PrintedReport, Path]
) -> None:
    """Names of real departments, titles as long as they are, and hundreds of pages; pymupdf4llm takes a minute for them."""
    printed, path = whole_sample
    extractor = EXTRACTORS[name]
    if not extractor.available():
        pytest.skip(f"{name} is not installed")
    report = gentbudget.parse(extractor.extract(path))
    result = compare(printed, report)
    assert_nothing_is_wrong(result)
    assert not result.missing["figure"]
    assert not result.missing["entry"]
    assert result.right["title"] > 0.6 * len(printed.entries)
    assert report.unclaimed == ()
