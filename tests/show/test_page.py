"""The page as text: one file that needs nothing else, its data safe and exact. A browser reads it in the tests beside these."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import ActionPlan, Project, Report
from gentbudget.show.page import write_page
from tests.parser.small import SMALL, edited
from tests.show.hostile import BREAKOUT, hostile_report

REPORT = gentbudget.parse(SMALL)


def data_of(page: str) -> Any:
    block = re.search(r'<script type="application/json" id="report">(.*?)</script>', page, re.DOTALL)
    assert block
    return json.loads(block[1])


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = write_page(REPORT)
    assert not re.findall(r'\b(?:src|srcset|href|action|data|poster)="(?!#)', page)
    assert not re.findall(r"url\(|@import|\bfetch\(|XMLHttpRequest|https?://|import\(", page)


def test_the_security_policy_names_this_style_and_this_script_and_nothing_else() -> None:
    page = write_page(REPORT)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    for directive, tag in (("style-src", "style"), ("script-src", 'script type="module"')):
        source = re.search(rf"<{tag}>(.*?)</", page, re.DOTALL)
        assert source
        digest = b64encode(hashlib.sha256(source[1].encode()).digest()).decode()
        assert f"{directive} &#x27;sha256-{digest}&#x27;;" in policy[1]
    assert policy[1].startswith("default-src &#x27;none&#x27;;")
    assert "unsafe" not in policy[1]


def test_hostile_words_stay_inside_the_data() -> None:
    page = write_page(hostile_report())
    assert page.count("<script") == page.count("</script>") == 2
    assert "<img" not in page
    assert "<svg" not in page
    assert page.count("</title>") == 1
    assert data_of(page)["title"] == BREAKOUT
    page.encode()


@given(title=st.text())
def test_any_title_comes_out_of_the_data_as_it_is_shown(title: str) -> None:
    page = write_page(evolve(REPORT, title=title, roots=()))
    assert page.count("<script") == 2
    shown = data_of(page)["title"]
    assert shown == "Report" if not title else len(shown) == len(title)


def test_the_data_has_every_entry_with_its_figures_as_they_are_printed() -> None:
    data = data_of(write_page(REPORT))
    assert [entry["code"] for entry in data["entries"]] == [entry.code for entry in REPORT.entries]
    assert [entry["parent"] for entry in data["entries"]] == [None, 0, 1, 1]
    assert data["entries"][2]["rows"][0]["figures"] == ["648.927", "613.509", "94,5%", "511.188", "120,0%"]
    assert data["entries"][2]["rows"][6]["figures"][:2] == ["1,20", "0,93"]


def test_the_data_has_what_children_come_to_and_by_how_much_that_is_off() -> None:
    data = data_of(write_page(gentbudget.parse(edited(("648.927\t613.509", "698.927\t613.509")))))
    budget, actual = (data["entries"][1]["rows"][0]["below"][place] for place in "01")
    assert budget == ["713.974", "-50.000"]  # 698.927 and 15.047, where 663.974 is printed
    assert actual == ["626.530", None]


def test_a_finding_stands_at_its_figure_and_leads_to_its_entry() -> None:
    data = data_of(write_page(gentbudget.parse(edited(("648.927\t613.509", "698.927\t613.509")))))
    marked = {
        (entry["code"], row["label"], row["figures"][int(place)])
        for entry in data["entries"]
        for row in entry["rows"]
        for place in row["figure_marks"]
    }
    assert ("AC34485", "Exploitatie Uitgaven", "698.927") in marked
    assert "AC34485" in {data["entries"][finding["entry"]]["code"] for finding in data["findings"]}


def test_a_finding_of_the_parser_stands_at_the_row_of_its_line() -> None:
    data = data_of(write_page(gentbudget.parse(edited(("VTE\t\t1,20\t0,93", "VTA\t\t1,20\t0,93")))))
    marks = {row["line"]: row["marks"] for entry in data["entries"] for row in entry["rows"] if row["marks"]}
    assert marks
    assert all(data["findings"][number]["line"] == line for line, numbers in marks.items() for number in numbers)


def test_a_report_is_exported_as_this_page(tmp_path: Path) -> None:
    gentbudget.export(REPORT, tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == write_page(REPORT)


def test_the_data_has_what_a_header_says_and_what_it_lost() -> None:
    facts = [dict(entry["facts"]) for entry in data_of(write_page(REPORT))["entries"]]
    assert facts == [
        {},
        {"organisation": "Groep Gent", "period": "2020 - 2027"},
        {"owner": "Dienst Wonen"},
        {
            "owner": "Dienst Stadsvernieuwing en Groen",
            "status": "Nog niet gestart",
            "phase": "Ontwerp",
            "period": "2022 - 2026",
        },
    ]
    lost = Report("", (Project(code="PR10001", page=7), ActionPlan(code="OD10001")), year=2024)
    facts = [dict(entry["facts"]) for entry in data_of(write_page(lost))["entries"]]
    assert facts == [
        {**dict.fromkeys(("owner", "status", "phase", "period"), "lost"), "page": "7"},
        {"organisation": "lost", "period": "lost"},
    ]


def test_the_page_is_called_as_the_report_and_writes_its_letters() -> None:
    page = write_page(evolve(REPORT, title="Co\u00f6rdinatie", year=2024))
    assert "<title>Co\u00f6rdinatie 2024</title>" in page
    assert '"title":"Co\u00f6rdinatie"' in page
    assert "<title>Report</title>" in write_page(Report("", ()))


def test_an_empty_report_makes_a_page() -> None:
    data = data_of(write_page(Report(text="", roots=())))
    assert (data["entries"], data["findings"]) == ([], [])


@pytest.fixture(scope="module")
def sample_page(sample: Report) -> str:
    return write_page(sample)


def test_the_page_of_the_sample_is_small(sample_page: str) -> None:
    assert len(sample_page.encode()) < 1_000_000


def test_without_script_there_is_an_overview(sample_page: str) -> None:
    inside = sample_page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "OD10089" in inside
    assert "37.094.837" in inside
