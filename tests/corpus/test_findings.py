"""What is found in the two documents is what is damaged in them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import gentbudget
from gentbudget import Action, Report, ReportError
from tests.corpus.printed import CUT_PARAGRAPHS, LOST_HEADERS, MISREAD_OWNERS, RUN_TOGETHER, Document, lines_with


def test_nothing_else_is_found_than_what_is_damaged(document: Document) -> None:
    counts = Counter((finding.code, finding.severity) for finding in document.report.findings)
    joined = counts.pop(("joined-paragraph", "info"))
    assert counts == {
        ("lost-header", "error"): 24,
        ("missing-column", "error"): 1,
        ("misspelt-label", "info"): 40,
        ("run-together-header", "info"): 3,
        ("owner-variant", "warning"): 9,
    }
    assert joined in (len(CUT_PARAGRAPHS), len(CUT_PARAGRAPHS) + 1)


def test_every_lost_header_is_found_where_it_should_be(document: Document) -> None:
    assert lines_with("lost-header", document.report) == list(LOST_HEADERS)


def test_every_misspelt_label_is_found_on_its_line(document: Document) -> None:
    misspelt = [n for n, line in enumerate(document.lines, 1) if re.search(r"\bInvesting\t|[Oo]nderbouwning\b", line)]
    assert len(misspelt) == 34 + 6
    assert lines_with("misspelt-label", document.report) == misspelt


def test_a_misspelt_label_is_quoted_with_the_label_that_it_was_read_as(document: Document) -> None:
    for finding in document.report.findings:
        if finding.code == "misspelt-label":
            line = document.lines[finding.line - 1]
            assert ("investering" if line.startswith("Investing") else "onderbouwing") in finding.message.lower()
            if line.startswith("Investing"):
                assert "'Investing'" in finding.message


def test_the_missing_column_is_found_at_the_head_of_its_table(document: Document) -> None:
    (finding,) = [finding for finding in document.report.findings if finding.code == "missing-column"]
    assert (finding.line, finding.entry, finding.severity) == (762, "AC34852", "error")
    assert "Jaarrekening 2024" in finding.message
    assert "Jaarrekening 2023" not in finding.message


def test_run_together_headers_are_found_with_what_was_made_of_them(document: Document) -> None:
    found = {f.line: f for f in document.report.findings if f.code == "run-together-header"}
    assert list(found) == list(RUN_TOGETHER)
    for line, (code, title, owner, *_) in RUN_TOGETHER.items():
        assert found[line].entry == code
        assert title in found[line].message
        assert owner in found[line].message


def test_owners_that_look_misread_are_found_and_kept_as_printed(document: Document) -> None:
    report = document.report
    found = {finding.entry: finding for finding in report.findings if finding.code == "owner-variant"}
    assert found.keys() == MISREAD_OWNERS.keys()
    for code, owner in MISREAD_OWNERS.items():
        entry = report[code]
        assert isinstance(entry, Action)
        assert entry.owner == owner
        assert owner in found[code].message
        assert "Dienst Organisatiebrede budgetten" in found[code].message


def test_joined_paragraphs_are_found_where_they_go_on(corpus: Report) -> None:
    assert set(lines_with("joined-paragraph", corpus)) - {3095} == set(CUT_PARAGRAPHS)


def test_every_finding_names_the_entry_whose_lines_it_is_on(document: Document) -> None:
    for finding in document.report.findings:
        entry = next(e for e in document.report.entries if e.lines[0] <= finding.line <= e.lines[1])
        assert finding.entry in (entry.code, None)
        if finding.code not in ("misspelt-label", "lost-header"):
            assert finding.entry == entry.code


def test_findings_stand_in_the_order_of_the_text_and_name_the_file(corpus: Report, corpus_path: Path) -> None:
    lines = [finding.line for finding in corpus.findings]
    assert lines == sorted(lines)
    assert {finding.source for finding in corpus.findings} == {corpus_path.name}


def test_strict_reading_raises_at_the_first_error_with_its_line(corpus_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        gentbudget.parse_file(corpus_path, strict=True)
    assert caught.value.line == 102
    assert caught.value.excerpt == "Acties"
    assert "lost-header" in str(caught.value)
    assert str(caught.value).startswith("jaarrekening-2024.txt: line 102")


def test_strict_reading_of_text_and_of_bytes_raises_as_well(sample_text: str) -> None:
    part = "\n".join(sample_text.split("\n")[46:200])  # behind the contents
    for text in (part, part.encode()):
        with pytest.raises(ReportError) as caught:
            gentbudget.parse(text, strict=True)
        assert caught.value.line == 102 - 46


def test_strict_reading_of_what_has_no_error_returns_the_same_report(sample_text: str) -> None:
    """Up to line 100 the sample has nothing lost: one objective, one plan, one action."""
    whole = "\n".join(sample_text.split("\n")[46:100])
    report = gentbudget.parse(whole, strict=True)
    assert list(report) == ["SD10041", "OD10071", "AC34485"]
    assert report == gentbudget.parse(whole)
