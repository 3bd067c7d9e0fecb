"""Dumps of one document that lost different things: together they have all that one of them has."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

import pytest
from attrs import evolve

import gentbudget
from gentbudget import Action, Cell, Finding, Reconciled, Report
from tests.documents.accounts import DUMPS
from tests.documents.test_dumps import read
from tests.profiles import left_to_thorough

from . import torn


@pytest.fixture(scope="module")
def truth(sample: Report) -> Report:
    return gentbudget.parse(torn.whole(sample), source="whole.txt")


@pytest.fixture(scope="module")
def tear(truth: Report) -> tuple[Report, tuple[str, ...], tuple[str, ...]]:
    text, headless, gone = torn.torn(truth.text)
    return gentbudget.parse(text, source="torn.txt"), headless, gone


@pytest.fixture(scope="module")
def together(sample: Report, tear: tuple[Report, tuple[str, ...], tuple[str, ...]]) -> Reconciled:
    return gentbudget.reconcile(sample, tear[0])


def cells(report: Report) -> Iterator[Cell]:
    for entry in report.entries:
        for row in (*entry.budget.rows, entry.staff):
            yield from row.figures


def of(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


# ---- what one lost another supplies --------------------------------------------------------------------------


def test_the_dumps_lost_what_they_are_meant_to(
    sample: Report, truth: Report, tear: tuple[Report, tuple[str, ...], object]
) -> None:
    other, headless, _ = tear
    assert len(truth.entries) == len(sample.entries) + 3 == len(other.entries) + 3
    assert [sum(entry.code is None for entry in report.entries) for report in (truth, sample, other)] == [0, 24, 24]
    assert len(headless) == 24
    assert not set(headless) & set(other)
    assert truth["AC34852"].budget.operating.expenditure.actual == Decimal(1229930)
    assert sample["AC34852"].budget.operating.expenditure.actual is None
    assert other["AC34485"].budget.operating.expenditure.previous_actual is None


def test_nothing_that_one_of_them_has_is_missing(truth: Report, together: Reconciled) -> None:
    assert together.same_as(truth)


@left_to_thorough("reads the sample three times")
def test_the_order_of_the_dumps_does_not_matter_to_what_they_say(
    sample: Report, truth: Report, tear: tuple[Report, object, object]
) -> None:
    assert gentbudget.reconcile(tear[0], sample).same_as(truth)


def test_what_another_repaired_is_no_longer_told_as_damage(sample: Report, together: Reconciled) -> None:
    assert {finding.severity for finding in sample.findings} >= {"error"}
    assert not [finding for finding in together.findings if finding.severity == "error"]


def test_a_report_with_itself_says_the_same_and_as_much(sample: Report) -> None:
    same = gentbudget.reconcile(sample, sample)
    assert same.same_as(sample)
    assert len(of(same, "lost-header")) == 24
    assert len(of(same, "missing-column")) == 1
    assert not of(same, "supplied-elsewhere")


@left_to_thorough("reads the sample three times")
def test_three_dumps_are_better_than_two(sample: Report, truth: Report, tear: tuple[Report, object, object]) -> None:
    third = gentbudget.parse(sample.text.replace("AC34485 - ", ""), source="third.txt")
    assert gentbudget.reconcile(third, tear[0], sample).same_as(truth)


def test_what_it_knows_of_its_dumps_is_given_by_name_and_no_part_of_what_it_is(together: Reconciled) -> None:
    """It shows its dumps, not where each word stands, and equals a report that has the same text and entries."""
    shown = repr(together)
    assert "dumps=(" in shown
    assert not any(f"{name}=" in shown for name in ("text", "roots", "word_lines", "spans"))
    bare = Reconciled(text=together.text, roots=together.roots)
    assert bare == together
    with pytest.raises(TypeError):
        Reconciled(together.text, together.roots, None, None, None, (), (), (), "<text>", together.dumps)


# ---- where it was printed ------------------------------------------------------------------------------------


def test_each_span_slices_the_joined_text(together: Reconciled) -> None:
    lines = together.text.split("\n")
    for cell in cells(together):
        assert together.text[cell.start : cell.end] == cell.text
        assert lines[cell.line - 1][cell.column - 1 :].startswith(cell.text)


def test_each_figure_tells_its_dump_and_its_line_there(
    sample: Report, together: Reconciled, tear: tuple[Report, object, object]
) -> None:
    texts = {report.source: report.text.split("\n") for report in (sample, tear[0])}
    for cell in islice(cells(together), 0, None, 7):
        origin = together.origin(cell)
        assert texts[origin.source][origin.line - 1][cell.column - 1 :].startswith(cell.text)
    column = together["AC34852"].budget.operating.expenditure.cells
    assert [together.origin(column[name]).source for name in ("budget", "actual")] == [sample.source, "torn.txt"]


def test_each_word_tells_its_dump(
    sample: Report, together: Reconciled, tear: tuple[Report, tuple[str, ...], tuple[str, ...]]
) -> None:
    other, headless, gone = tear
    for code in headless:
        assert together.origins(code)["title"] == gentbudget.Origin(sample.source, sample[code].lines[0])
    for code in gone:
        assert {origin.source for origin in together.origins(code).values()} == {sample.source}
    assert together.origins("AC99000")["owner"] == gentbudget.Origin("torn.txt", other["AC99000"].lines[0])
    supplied = {finding.entry: finding.message for finding in of(together, "supplied-elsewhere")}
    assert supplied["AC99000"] == "code, title, owner: from torn.txt"
    assert supplied["AC34852"] == "6 figures: from torn.txt"
    assert supplied["AC98000"] == "only torn.txt has this entry"


def test_what_was_reconciled_before_tells_its_dumps_as_well(sound: Report) -> None:
    code, title = "AC34345", sound["AC34345"].title
    without_code = gentbudget.parse(sound.text.replace(f"{code} - {title}", "- "), source="without.txt")
    third = gentbudget.parse("\n" + sound.text, source="third.txt")
    before = gentbudget.reconcile(without_code, sound)
    together = gentbudget.reconcile(before, third)
    assert [dump.source for dump in together.dumps] == ["without.txt", sound.source, "third.txt"]
    assert together.origins(code) == before.origins(code)
    assert together.origins(code)["title"].source == sound.source
    for entry in sound.entries:
        lines = [together.dumps[1].line(entry.lines[0]), together.dumps[2].line(entry.lines[0] + 1)]
        assert [together.at(line) for line in lines] == [together[str(entry.code)]] * 2
    texts = {report.source: report.text.split("\n") for report in (without_code, sound, third)}
    for cell in islice(cells(together), 0, None, 7):
        origin = together.origin(cell)
        assert texts[origin.source][origin.line - 1][cell.column - 1 :].startswith(cell.text)


def test_it_is_an_ordinary_report(sample: Report, together: Reconciled) -> None:
    assert isinstance(together, Report)
    copy = pickle.loads(pickle.dumps(together))  # noqa: S301 - it is ours
    assert copy == together
    assert copy.findings == together.findings
    assert copy.origins(copy["AC99000"]) == together.origins("AC99000")
    assert Report.from_json(together.to_json()).same_as(together)
    for entry in together.entries:
        assert together.at(entry.lines[0]) is entry
        assert together.at(entry.lines[1]) is entry
    assert together.at(together.dumps[1].first_line + 800) is not None
    assert [finding.code for finding in together.findings_of("AC34852")] == ["supplied-elsewhere"]


# ---- figures that differ -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sound() -> Report:
    _, report = read("small.tabs.txt")
    return report


def test_the_arithmetic_decides_where_it_leaves_one_reading(sound: Report) -> None:
    misread = gentbudget.parse(sound.text.replace("\t46.222\t", "\t46.922\t"), source="misread.txt")
    for reports in ((sound, misread), (misread, sound)):
        together = gentbudget.reconcile(*reports)
        assert together.same_as(sound)
        assert not [finding for finding in together.check() if finding.severity == "error"]
        (finding,) = of(together, "differing-figures")
        assert (finding.severity, finding.entry) == ("info", "AC34345")
        assert finding.message.endswith("; the arithmetic leaves 46.222")
        assert together.origin(together["AC34345"].budget.operating.expenditure.cells["budget"]).source == sound.source


def test_each_has_a_misread_figure_and_together_they_have_none(sound: Report) -> None:
    rows = [row for action in sound.actions for row in action.budget.rows if row.line and len(row.cells["budget"].text) > 5]
    texts = []
    for row in rows[:2]:
        cell = row.cells["budget"]
        digit = str((int(cell.text[0]) + 4) % 9 + 1)
        texts.append(sound.text[: cell.start] + digit + sound.text[cell.start + 1 :])
    one, other = map(gentbudget.parse, texts)
    assert not one.same_as(sound)
    assert not other.same_as(sound)
    assert gentbudget.reconcile(one, other).same_as(sound)


def test_what_the_arithmetic_does_not_decide_is_open_and_told(sound: Report) -> None:
    first, last = sound["AC34345"].lines
    alone = "\n".join(sound.text.split("\n")[first - 1 : last]) + "\n"  # no sum binds its figures, and percentages are rounded
    one, other = (gentbudget.parse(alone.replace("46.222", figure), source=f"{figure}.txt") for figure in ("46.222", "46.223"))
    together = gentbudget.reconcile(one, other)
    assert together["AC34345"].budget.operating.expenditure.budget is None
    (finding,) = of(together, "differing-figures")
    assert (finding.severity, finding.readings) == ("error", (Decimal(46222), Decimal(46223)))
    line = alone[: alone.index("46.222")].count("\n") + 1
    assert f"46.222 (46.222.txt:{line}) and 46.223 (46.223.txt:{line})" in finding.message
    assert finding in together.findings_of("AC34345")


def test_entries_that_lost_their_header_are_one_though_all_that_is_no_zero_is_misread(sound: Report) -> None:
    start = sound.text.index("AC34345 - ")
    end = sound.text.index("Actie", start)
    nothing = re.sub(r"\t-?[\d.,]+(%?)(?=\t|$)", r"\t0\1", sound.text[start:end].partition("\n\n")[2], flags=re.MULTILINE)
    texts = [sound.text[:start] + nothing.replace("\t0\t", f"\t{digit}\t", 1) + sound.text[end:] for digit in (0, 6)]
    one, other = (gentbudget.parse(text, source=f"{number}.txt") for number, text in enumerate(texts))
    assert [report.actions[0].code for report in (one, other)] == [None, None]
    together = gentbudget.reconcile(one, other)
    assert len(together.entries) == len(sound.entries)
    assert len(of(together, "differing-figures")) == 1


# ---- golden dumps of one document ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("small.portrait.pdftotext-layout-22.12.0.txt", "small.portrait.pdfplumber-0.11.10.txt"),
        ("small.landscape.pymupdf-sort-2.0.txt", "small.landscape.pdftotext-raw-22.12.0.txt"),
        ("small.portrait.pymupdf4llm-2.0.md.txt", "small.tabs.txt"),
    ],
)
def test_dumps_by_different_programs_have_every_figure_and_no_other(one: str, other: str, sound: Report) -> None:
    together = gentbudget.reconcile(*(read(name)[1] for name in (one, other)))
    assert list(together) == list(sound)
    assert not of(together, "differing-figures")
    for entry in together.entries:
        true = sound[str(entry.code)]
        for row, expected in zip((*entry.budget.rows, entry.staff), (*true.budget.rows, true.staff), strict=True):
            assert row.numbers == expected.numbers


@pytest.mark.parametrize("form", ["200dpi-psm4", "200dpi-psm6-worn", "300dpi-psm3"])
def test_a_scan_takes_nothing_from_the_text_that_stands_beside_it(form: str) -> None:
    text = gentbudget.parse_file(DUMPS / "scanned" / "writer-serif.pdf.pymupdf4llm-2.0.md.txt")
    scan = gentbudget.parse_file(DUMPS / "scans" / f"writer-serif.scan.{form}-5.3.0.txt")
    assert any(finding.severity == "error" for finding in scan.findings)
    for together in (gentbudget.reconcile(text, scan), gentbudget.reconcile(scan, text)):
        assert list(together) == list(text)
        assert [finding for finding in (*together.findings, *together.check()) if finding.severity == "error"] == []
        for entry in together.entries:
            true = text[str(entry.code)]
            for row, expected in zip((*entry.budget.rows, entry.staff), (*true.budget.rows, true.staff), strict=True):
                assert row.values == expected.values


# ---- what are no dumps of one document -----------------------------------------------------------------------


def test_reports_of_different_documents_are_refused(sound: Report) -> None:
    with pytest.raises(ValueError, match="about 2023 and 2024"):
        gentbudget.reconcile(sound, gentbudget.parse(sound.text.replace("2023", "2022").replace("2024", "2023")))
    with pytest.raises(TypeError, match="expected reports, not str"):
        gentbudget.reconcile(sound, sound.text)  # type: ignore[arg-type]  # that is what is tested


def test_reports_that_share_no_entry_are_refused(sound: Report) -> None:
    first, *others = sound.actions
    one, other = (evolve(sound, roots=roots) for roots in ((first,), tuple(others)))
    with pytest.raises(ValueError, match="no entry in common"):
        gentbudget.reconcile(one, other)


def test_a_report_of_no_text_is_refused_with_the_way_to_one(sound: Report) -> None:
    built = Report("", (Action(code="AC34345", title="Wonen", owner="Dienst Wonen"),), year=sound.year)
    for reports in ((built, sound), (sound, built)):
        with pytest.raises(ValueError, match=r"built by hand was read of no dump: gentbudget.parse\(report.to_text\(\)\)"):
            gentbudget.reconcile(*reports)
