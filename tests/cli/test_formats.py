"""What ``show``, ``tree`` and ``find`` say to programs: the same as to people, value by value."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import gentbudget
from gentbudget import Report
from tests.cli.running import invoke
from tests.parser.small import SMALL, edited, line_of

LOST = "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n\n"


@pytest.fixture
def small(tmp_path: Path) -> str:
    file = tmp_path / "small.txt"
    file.write_text(SMALL, encoding="utf-8")
    return str(file)


@pytest.fixture
def lost(tmp_path: Path) -> str:
    """Give the small report with a header lost, so that one of its entries has no code."""
    file = tmp_path / "lost.txt"
    file.write_text(edited((LOST, "")), encoding="utf-8")
    return str(file)


def document(*arguments: str) -> Any:
    outcome = invoke(*arguments, "--format", "json")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.isascii()
    return json.loads(outcome.out)


def rows(*arguments: str) -> list[dict[str, str]]:
    outcome = invoke(*arguments, "--format", "csv")
    assert (outcome.status, outcome.err) == (0, "")
    return list(csv.DictReader(io.StringIO(outcome.out)))


def test_find_gives_what_headers_say(small: str) -> None:
    wanted = {
        "kind": "project",
        "code": "PR40001",
        "title": "Bouwen van woningen aan de Muide",
        "parent_code": "OD10071",
        "owner": "Dienst Stadsvernieuwing en Groen",
        "organisation": None,
        "period_start": 2022,
        "period_end": 2026,
        "status": "Nog niet gestart",
        "phase": "Ontwerp",
        "line": line_of("PR40001") - 2,
        "page": None,
    }
    assert document("find", small, "--kind", "project") == [wanted]
    assert rows("find", small, "--kind", "project") == [
        {key: "" if value is None else str(value) for key, value in wanted.items()}
    ]


def test_finding_nothing_is_an_empty_list_with_its_head(small: str) -> None:
    nothing = invoke("find", small, "--owner", "nobody", "--format", "csv")
    assert (nothing.status, nothing.out) == (0, ",".join(document("find", small)[0]) + "\n")
    assert json.loads(invoke("find", small, "--owner", "nobody", "--format", "json").out) == []


def test_show_gives_every_figure(small: str) -> None:
    figures = rows("show", small, "AC34485", "OD10071")
    assert len(figures) == 2 * 7 * 5
    assert (figures[1]["code"], figures[1]["measure"], figures[1]["value"]) == ("AC34485", "actual", "613509")
    records = [record for record in gentbudget.parse(SMALL).records() if record["code"] in ("AC34485", "OD10071")]
    wanted = [{key: "" if value is None else str(value) for key, value in record.items()} for record in records]
    assert sorted(figures, key=str) == sorted(wanted, key=str)
    units = {(one["section"], one["measure"]): one["unit"] for one in figures}
    assert (units["staff", "paid"], units["staff", "plan_used"]) == ("fte", "percent")
    assert [one["value"] for one in figures if one["section"] == "staff"][:2] == ["1.20", "0.93"]


def test_show_gives_an_entry_as_an_object(small: str) -> None:
    (entry,) = document("show", small, "AC34485")
    report = gentbudget.parse(SMALL)
    assert entry["description"] == report["AC34485"].description
    assert entry["lines"] == list(report["AC34485"].lines)
    assert (entry["owner"], entry["parent_code"]) == ("Dienst Wonen", "OD10071")
    row = entry["budget"][5]
    assert (row["label"], row["section"], row["flow"]) == ("Financiering Ontvangsten", "financing", "receipts")
    assert [(one["measure"], one["value"]) for one in row["figures"]][:2] == [("budget", "-1500"), ("actual", "-5000")]
    assert entry["staff"]["figures"][1]["text"] == "0,93"


def test_show_gives_inferences_and_findings_of_the_entry(sample: Report) -> None:
    (entry,) = document("show", "sample", "AC34852")
    assert [finding["code"] for finding in entry["findings"]] == ["missing-column"]
    bounds = [Decimal(entry["inferences"][0][side]) for side in ("lower", "upper")]
    assert bounds == [sample.inferences()[0].lower, sample.inferences()[0].upper]
    assert entry["budget"][0]["figures"][1] == {
        "measure": "actual", "column": "Jaarrekening 2024", "value_year": 2024, "value": None, "unit": "eur", "text": "",
        "line": entry["budget"][0]["figures"][0]["line"],
    }  # fmt: skip


def test_tree_gives_the_hierarchy(small: str, sample: Report) -> None:
    (objective,) = document("tree", small)
    (plan,) = objective["children"]
    assert [(child["code"], child["children"]) for child in plan["children"]] == [("AC34485", []), ("PR40001", [])]
    assert plan["operating_expenditure_actual"] == "626530"
    flat = rows("tree", "sample")
    assert [one["code"] for one in flat] == [entry.code or "" for entry in sample.entries]
    assert [one["parent_code"] for one in rows("tree", small)] == ["", "SD10041", "OD10071", "OD10071"]


# ---- entries that lost their code --------------------------------------------------------------------------


def test_an_entry_that_lost_its_code_is_shown_by_any_of_its_lines(lost: str) -> None:
    text = edited((LOST, ""))
    first, row = line_of("Acties", text), line_of("Exploitatie\tUitgaven\t648.927", text)
    shown = invoke("show", lost, str(row))
    assert shown.status == 0
    assert shown.out == invoke("show", lost, str(first)).out
    assert "\nExploitatie Uitgaven          648.927" in shown.out
    assert f"lost.txt:{first}: error: lost-header" in shown.out
    assert document("show", lost, str(first))[0]["code"] is None


def test_its_findings_are_its_own() -> None:
    """Two entries without a code share nothing."""
    said = invoke("show", "sample", "102").out
    assert ":102: error: lost-header" in said
    assert ":408: error: lost-header" not in said


def test_a_line_shows_an_entry_that_has_a_code_as_its_code_does(small: str) -> None:
    assert invoke("show", small, str(line_of("PR40001"))).out == invoke("show", small, "PR40001").out


@pytest.mark.parametrize("line", ["1", "0", "99999"])
def test_a_line_without_an_entry_is_refused(line: str, small: str) -> None:
    assert invoke("show", small, line) == (2, "", f"Error: {small}: line {line} belongs to no entry\n")
