"""What ``show`` says of an entry, against what stands in the text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from gentbudget import Report
from tests.cli.running import Outcome, invoke
from tests.documents.accounts import DUMPS

TITLE = (
    "Het ondersteunen van de stadsregionale en internationale werking van stadsdiensten met het oog op het realiseren "
    "van hun doelstellingen"
)
FIGURE = r"-?\d[\d.,]*%?"


@pytest.fixture(scope="module")
def shown() -> Outcome:
    return invoke("show", "sample", "OD10071", "AC34485")


def words(outcome: Outcome, start: str) -> list[list[str]]:
    """Give the words of all lines that begin like this."""
    return [line.removeprefix(start).split() for line in outcome.out.splitlines() if line.startswith(start)]


def test_entries_are_shown_in_the_order_asked_for(shown: Outcome) -> None:
    assert shown.status == 0
    assert shown.err == ""
    assert shown.out.index("\nkind          plan\n") < shown.out.index("\nkind     action\n")
    assert invoke("show", "sample", "ac34485", "od 10071").out.startswith(f"AC34485  {TITLE}\n")


def test_figures_stand_under_their_printed_columns_in_dutch_notation(shown: Outcome) -> None:
    assert words(shown, "Exploitatie Uitgaven") == [
        ["2.753.762", "2.352.673", "85,4%", "2.827.741", "83,2%"],
        ["648.927", "663.509", "102,2%", "591.188", "112,2%"],
    ]
    assert words(shown, "VTE") == [
        ["22,50", "18,98", "84,4%", "19,42", "97,7%"],
        ["4,80", "4,70", "97,9%", "4,04", "116,3%"],
    ]
    lines = shown.out.splitlines()
    for row, label, figure in (
        ("Budgettaire", "Jaarrekening 2024", "2.352.673"),
        ("Budgettaire", "Jaarrekening 2024 t.o.v. 2023", "83,2%"),
        ("Onderbouwing", "Betaald 2024", "18,98"),
    ):
        head = next(line for line in lines if line.startswith(row))
        below = next(line for line in lines if figure in line)
        assert below.index(figure) + len(figure) == re.search(rf"{label}(?= {{2}}|$)", head).end()  # type: ignore[union-attr]


def test_both_tables_stand_in_the_same_columns(shown: Outcome) -> None:
    lines = shown.out.splitlines()
    budget, staff = (next(line for line in lines if line.startswith(row)) for row in ("Exploitatie Uitgaven", "VTE"))
    assert [m.end() for m in re.finditer(FIGURE, budget)] == [m.end() for m in re.finditer(FIGURE, staff)]


def test_every_figure_of_every_entry_with_a_code_is_shown_as_it_is_printed(sample: Report) -> None:
    outcome = invoke("show", "sample", *sample)

    printed = Counter(
        tuple(figures)
        for line in sample.text.splitlines()
        if re.match(r"(Exploitatie|Investe?r?ing|Financiering)?\tUitgaven|\tOntvangsten|VTE\t|(Exp|Inv|Fin)\w+\t", line)
        and (figures := re.findall(rf"(?<=\t){FIGURE}(?=\t|$)", line))
    )
    rows = re.findall(r"^(?:(?:Exploitatie|Investering|Financiering) (?:Uitgaven|Ontvangsten)|VTE) (.*)", outcome.out, re.M)
    seen = Counter(tuple(re.findall(FIGURE, row)) for row in rows)
    assert sum(seen.values()) == 7 * len(sample)
    assert not seen - printed


def test_the_header_tells_what_the_text_says_of_an_entry() -> None:
    outcome = invoke("show", "sample", "OD10071", "PR41009")
    assert words(outcome, "organisation") == [["Groep", "Gent"]]
    assert words(outcome, "status") == [["Stopgezet"]]
    assert words(outcome, "phase") == [["Onderzoek"]]
    assert words(outcome, "owner") == [["Dienst", "Internationale", "Netwerken", "en", "Subsidies"]]
    assert words(outcome, "period")[0] == ["2020", "-", "2027"]
    assert words(outcome, "lines")[0][0] == "62-78"


def test_the_place_leads_from_the_objective_to_the_entry(shown: Outcome) -> None:
    (plan, action) = (line.split(maxsplit=1)[1] for line in shown.out.splitlines() if line.startswith("place"))
    assert plan == "SD10041 We maken Gent samen met haar burgers en partners › OD10071"  # noqa: RUF001
    assert re.fullmatch("SD10041 We maken .* › OD10071 Een scherpgesteld .* › AC34485", action)  # noqa: RUF001


def test_children_are_counted_by_kind() -> None:
    outcome = invoke("show", "sample", "SD10041", "OD10071", "AC34485")
    assert words(outcome, "children") == [["4", "plans"], ["5", "actions,", "1", "project"]]


def test_a_missing_figure_is_seen_to_be_missing_and_its_bounds_stand_apart() -> None:
    outcome = invoke("show", "sample", "AC34852")
    assert words(outcome, "Exploitatie Uitgaven") == [["1.158.616", "—", "106,2%", "1.178.695", "104,3%"]]
    assert outcome.out.count("—") == 6
    table, bounds = outcome.out.split("Inferred, not printed\n")
    assert "1.229.9" not in table
    assert "Exploitatie Uitgaven, Jaarrekening 2024: from 1.229.921,5 to 1.229.938,5" in bounds


def test_findings_are_those_of_the_entry_by_parser_and_arithmetic(shown: Outcome) -> None:
    plan, action = shown.out.split("\nAC34485 ")
    assert "info: ended-entries OD10071" in plan.partition("\nFindings\n")[2]
    assert action.endswith("\nNo findings\n")
    lost = invoke("show", "sample", "AC34852").out.partition("\nFindings\n")[2]
    assert "jaarrekening-2024.txt:762: error: missing-column AC34852" in lost
    assert "OD10071" not in lost


def test_a_figure_that_is_no_number_is_shown_as_it_stands(tmp_path: Path, sound: Path) -> None:
    file = tmp_path / "misread.txt"
    file.write_text(sound.read_text(encoding="utf-8").replace("\t46.222\t", "\t4G.222\t"), encoding="utf-8")
    assert words(invoke("show", str(file), "AC34345"), "Exploitatie Uitgaven")[0][:3] == ["4G.222", "?", "60.741"]


def test_what_a_cut_text_does_not_print_is_not_made_up(tmp_path: Path, sound: Path) -> None:
    file = tmp_path / "cut.txt"
    file.write_text("".join(sound.read_text(encoding="utf-8").splitlines(keepends=True)[:57]), encoding="utf-8")
    outcome = invoke("show", str(file), "AC34345")
    assert outcome.status == 0
    assert words(outcome, "Exploitatie Uitgaven") == [["46.222", "60.741", "131,4%", "39.193", "155,0%"]]
    assert words(outcome, "Onderbouwing personeel") == [["not", "printed"]]


def test_pages_are_told_where_the_text_tells_them() -> None:
    outcome = invoke("show", str(DUMPS / "small.landscape.pdftotext-layout-22.12.0.txt"), "PRN3280")
    assert words(outcome, "page") == [["5"]]


def test_an_unknown_code_is_refused_with_codes_that_come_near_it() -> None:
    outcome = invoke("show", "sample", "AC34485", "OD1071")
    assert outcome.status == 2
    assert outcome.out == ""
    assert re.fullmatch("Error: sample: no entry 'OD1071'; did you mean .*OD10071.*\n", outcome.err)
