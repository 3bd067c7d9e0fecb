"""What is read of documents as word processors, browsers, spreadsheets and scanners give them.

What is not as it should be stands in shortcomings.json beside the dumps, and may only become less;
``python -m tests.documents.measure_dumps --shortcomings`` writes it anew.
"""

from __future__ import annotations

import csv
import io
import json
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

import gentbudget
from gentbudget import NotAReportError
from tests.profiles import is_quick, left_to_thorough

from .accounts import consistent_report, dump_expected, value_of
from .comparison import compare
from .extractors import EXTRACTORS, FROM_DOCX, FROM_HTML, LOST_READING_ORDER
from .looks import ACCOUNTS, KEPT, LOOKS
from .measuring import SHORTCOMINGS, Dump, golden, read, shortcomings
from .printing import browser_available, office_available, print_look
from .scans import SCANNED, scanned_account
from .sheets import SHEETS

DUMPS = golden("looks") + golden("scans")
TRIED = DUMPS[:: 7 if is_quick() else 1]
"""The dumps that are read: with the quick profile, some of each look."""
TOLERATED = json.loads(SHORTCOMINGS.read_text(encoding="utf-8"))["dumps"]


# ---- golden dumps ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dump", TRIED, ids=lambda dump: dump.name)
def test_nothing_in_a_golden_dump_is_worse_than_it_was(dump: Dump) -> None:
    tolerated = TOLERATED.get(dump.name, {})
    counted = shortcomings(read(dump))
    if dump.form in LOST_READING_ORDER:
        assert counted == {"refused": 1}
    elif tolerated != {"refused": 1}:  # what was refused and is read now may be read with shortcomings
        assert {what: count for what, count in counted.items() if count > tolerated.get(what, 0)} == {}


@pytest.mark.parametrize("dump", [dump for dump in TRIED if dump.source != "scan"], ids=lambda dump: dump.name)
def test_no_figure_is_wrong_in_a_look_that_was_printed_and_not_scanned(dump: Dump) -> None:
    known = TOLERATED.get(dump.name, {}).get("figure wrong", 0)
    assert read(dump).comparison.wrong["figure"] <= known


@pytest.mark.parametrize("dump", golden("scans"), ids=lambda dump: dump.name)
def test_a_figure_that_was_scanned_wrong_has_a_finding_on_its_entry(dump: Dump) -> None:
    wrong = [one for one in read(dump).comparison.mistakes if one.what == "figure" and one.got is not None]
    assert [str(one) for one in wrong if not one.told] == []


@pytest.mark.parametrize("dump", TRIED, ids=lambda dump: dump.name)
def test_places_of_figures_slice_to_what_is_printed(dump: Dump) -> None:
    report = read(dump).report
    if report is None:
        pytest.skip("it is refused")
    cells = [cell for entry in report.entries for row in (*entry.budget, entry.staff) for cell in row.cells.values()]
    assert [cell for cell in cells if report.text[cell.start : cell.end] != cell.text] == []


def test_every_tolerated_shortcoming_is_of_a_dump_and_has_a_cause_that_is_told() -> None:
    told = json.loads(SHORTCOMINGS.read_text(encoding="utf-8"))
    assert set(told["dumps"]) <= {dump.name for dump in DUMPS}
    assert set(told["causes"]) == {dump.source_and_form for dump in DUMPS if dump.name in told["dumps"]}
    assert all(told["causes"].values())


@pytest.mark.parametrize("name", LOOKS)
def test_the_account_of_a_look_on_disk_is_the_one_that_is_drawn(name: str) -> None:
    (path,) = {dump.path.with_name(f"{name}.json") for dump in golden("looks") if dump.document == name}
    assert path.read_text(encoding="utf-8") == dump_expected(ACCOUNTS[name]())


@pytest.mark.parametrize("name", SCANNED)
def test_the_account_of_a_scan_on_disk_is_the_one_that_is_drawn(name: str) -> None:
    (path,) = {dump.path.with_name(f"{name}.json") for dump in golden("scans") if dump.document == name}
    assert path.read_text(encoding="utf-8") == dump_expected(scanned_account())


def test_looks_that_are_kept_say_nothing_that_the_others_say() -> None:
    def titles(*, kept: bool) -> set[str]:
        return {entry.title for name in LOOKS if name.startswith(KEPT) is kept for entry in ACCOUNTS[name]().entries}

    assert titles(kept=True)
    assert not titles(kept=True) & titles(kept=False)


def test_every_form_of_a_document_has_golden_dumps_of_two_looks() -> None:
    documents: dict[tuple[str, str], set[str]] = {}
    for dump in golden("looks"):
        documents.setdefault((dump.source, dump.form), set()).add(dump.document)
    assert {source for source, _ in documents} == {"pdf", "docx", "html", "sheet"}
    assert [form for form, of in documents.items() if len(of) < 2] == []


# ---- the programs, where they are --------------------------------------------------------------------------


@pytest.mark.parametrize("form", SHEETS)
def test_a_spreadsheet_holds_every_title_and_the_figures_of_every_row(form: str) -> None:
    printed = consistent_report(Random(3), objectives=1, plans=1, actions=2)
    rows = list(csv.reader(io.StringIO(SHEETS[form].save(printed), newline=""), delimiter=SHEETS[form].separator))
    assert {len(row) for row in rows} == {7}
    assert {entry.owner for entry in printed.entries if entry.owner} <= {cell for row in rows for cell in row}
    values = [value_of(figure) for row in rows if row[1] in ("Uitgaven", "Ontvangsten") for figure in row[2:]]
    assert values == [value_of(figure) for entry in printed.entries for row in entry.budget for figure in row]


def may_be_refused(source: str, form: str, look: str) -> bool:
    """Whether the golden dump of this form and look is refused as well."""
    found = [dump for dump in DUMPS if (dump.source, dump.form, dump.document) == (source, form, look)]
    return [TOLERATED.get(dump.name) for dump in found] == [{"refused": 1}]


@left_to_thorough("starts a word processor and a browser")
@pytest.mark.parametrize("look", ["writer-serif", "chromium-lengthwise"])
def test_what_the_installed_programs_print_and_write_now_is_read_without_a_wrong_figure(look: str, tmp_path: Path) -> None:
    """A document that no golden dump has, of a page or two: made, printed, extracted and read."""
    writer = LOOKS[look].program == "writer"
    if not (office_available() if writer else browser_available()) or (writer and find_spec("docx") is None):
        pytest.skip(f"{LOOKS[look].program}, or what writes its documents, is not installed")
    printed = consistent_report(Random(5), year=2026, objectives=1, plans=1, actions=1, zero_share=0.2)
    source, pdf = print_look(printed, LOOKS[look], tmp_path / "account")
    quick = {form: EXTRACTORS[form] for form in ("pdftotext-layout", "mutool", "pypdf", "pypdfium2")}
    for path, extractors in ((pdf, quick), (source, FROM_DOCX if writer else FROM_HTML)):
        for form, extractor in extractors.items():
            if extractor.available():
                try:
                    report = gentbudget.parse(extractor.extract(path))
                except NotAReportError:
                    assert may_be_refused(path.suffix[1:], form, look), form
                    continue
                assert compare(printed, report).wrong["figure"] == 0, form
