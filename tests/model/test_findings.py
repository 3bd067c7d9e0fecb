"""Findings: how they print, and what they know."""

from __future__ import annotations

from attrs import evolve

from gentbudget import Finding, Report


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
