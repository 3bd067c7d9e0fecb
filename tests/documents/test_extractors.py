"""What the extractors that are installed print now, of documents that no golden dump has.

The accounts are of a few pages; the whole sample has hundreds, with the names of real departments, and titles as long as
they are.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

import gentbudget
from tests.profiles import left_to_thorough

from .accounts import PrintedReport, amount_columns, consistent_report
from .comparison import compare
from .extractors import EXTRACTORS, LOST_READING_ORDER
from .from_sample import printed_sample
from .make_dumps import READ_FROM_PRINTERS

PRODUCERS = ("reportlab", "fpdf")
"""What makes the PDFs."""


def unlike_the_golden_ones(seed: int) -> PrintedReport:
    columns = {"budget": amount_columns("Raming 2026", "Raming 2027", "Raming 2028")} if seed % 2 else {}
    return consistent_report(Random(seed), year=2026, objectives=2, plans=3, actions=10, magnitude=6.0, negative=0.2, **columns)


@left_to_thorough("runs programs of others")
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


@left_to_thorough("runs programs of others on hundreds of pages")
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
    assert result.wrongly_read == []
    assert not result.missing["figure"]
    assert not result.missing["entry"]
    assert result.right["title"] > 0.6 * len(printed.entries)
    assert report.unclaimed == ()
