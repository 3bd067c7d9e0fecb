"""What ``compare`` says of two editions."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from gentbudget import load_sample
from tests.cli.running import invoke
from tests.editions.years import year_before
from tests.parser.small import SMALL, edited, line_of

EDITS = (
    ("Begeleiden van huurders", "Helpen van huurders"),
    ("Dienst Wonen", "Dienst Huisvesting"),
    ("\t511.188\t", "\t511.288\t"),
    ("\t16.470\t", "\t16.471\t"),
    ("PR40001", "PR40002"),
)


@pytest.fixture
def editions(tmp_path: Path) -> tuple[str, str]:
    older, newer = tmp_path / "2023.txt", tmp_path / "2024.txt"
    older.write_text(year_before(), encoding="utf-8")
    newer.write_text(edited(*EDITS), encoding="utf-8")
    return str(older), str(newer)


def test_it_says_what_was_edited_and_nothing_else(editions: tuple[str, str]) -> None:
    outcome = invoke("compare", *editions)
    line = line_of("Exploitatie\tUitgaven\t648.927")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        f"{editions[0]} (2023) → {editions[1]} (2024)",
        "",
        "Appeared (1)",
        "  PR40002  Bouwen van woningen aan de Muide",
        "",
        "Vanished (1)",
        "  PR40001  Bouwen van woningen aan de Muide",
        "",
        "Renamed (1)",
        "  AC34485  title: Begeleiden van huurders → Helpen van huurders",
        "",
        "Changed (1)",
        "  AC34485  owner: Dienst Wonen → Dienst Huisvesting",
        "",
        "Restated, the largest first (1)",
        f"  AC34485: Exploitatie Uitgaven, Jaarrekening 2023: 511.188 (line {line}) became 511.288 (line {line})",
        "",
        "Exploitatie Uitgaven, Jaarrekening 2023 → Jaarrekening 2024, the largest movements (1)",
        "  AC34485  511.188  613.509  +102.321  Helpen van huurders",
    ]


def test_two_editions_that_agree_have_no_differences(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(SMALL, encoding="utf-8")
    assert invoke("compare", str(file), str(file)).out == f"{file} (2024) → {file} (2024)\n\nNo differences\n"


def test_figures_that_are_not_told_are_counted(tmp_path: Path) -> None:
    """Of figures that moved only the operating expenditure of actions is told; here it is a percentage."""
    older, newer = tmp_path / "older.txt", tmp_path / "newer.txt"
    older.write_text(SMALL, encoding="utf-8")
    newer.write_text(SMALL.replace("148,3%", "148,4%", 1), encoding="utf-8")
    *_, said = invoke("compare", str(older), str(newer)).out.splitlines()
    assert said == "No differences that are told here; figures that moved: 1; --format csv lists them"


def test_many_of_a_kind_are_told_on_request(tmp_path: Path) -> None:
    newer = tmp_path / "newer.txt"
    text = load_sample().text
    newer.write_text(text.replace("\t0\t0\t0,0%\t", "\t1\t1\t100,0%\t"), encoding="utf-8")
    brief, whole = invoke("compare", "sample", str(newer)), invoke("compare", "sample", str(newer), "--all")
    assert "Without a code (48)\n" in brief.out
    assert "  and 38 more; --all shows them\n" in brief.out
    assert whole.out.count("\n  older, line ") == whole.out.count("\n  newer, line ") == 24


def test_json_has_every_difference_and_every_figure(editions: tuple[str, str]) -> None:
    document = json.loads(invoke("compare", *editions, "--format", "json").out)
    assert (document["older"]["year"], document["newer"]["year"]) == (2023, 2024)
    assert [one["code"] for one in document["appeared"]] == ["PR40002"]
    assert [(one["attribute"], one["after"]) for one in document["changed"]] == [("owner", "Dienst Huisvesting")]
    (restated,) = document["restated"]
    assert (restated["before"], restated["after"], restated["difference"], restated["year"]) == (
        "511188",
        "511288",
        "100",
        2023,
    )
    assert len(document["movements"]) == 3 * 7 * 5


def test_csv_has_a_row_for_each_figure(editions: tuple[str, str]) -> None:
    rows = list(csv.DictReader(io.StringIO(invoke("compare", *editions, "--format", "csv").out)))
    assert len(rows) == 3 * 7 * 5
    (paid,) = (row for row in rows if (row["code"], row["row"], row["measure"]) == ("AC34485", "VTE", "paid"))
    assert (paid["older_column"], paid["before"]) == ("Betaald 2023", "1.50")
    assert (paid["newer_column"], paid["after"], paid["difference"]) == ("Betaald 2024", "0.93", "-0.57")


def test_editions_in_the_wrong_order_are_refused(editions: tuple[str, str]) -> None:
    outcome = invoke("compare", *reversed(editions))
    assert outcome == (2, "", "Error: the older report is about 2024 and the newer about 2023: give the older one first\n")
