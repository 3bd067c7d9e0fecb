"""Records: which there are, what they hold, and that the page describes them as they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import gentbudget
from gentbudget import Report
from gentbudget.exports.columns import ENTRY, FIGURES, FINDINGS, usual_figure_fields
from gentbudget.exports.records import entry_fields, finding_records
from gentbudget.numbers import format_number
from tests.parser.small import SMALL, edited

PAGE = Path(__file__).parents[2] / "docs" / "records.md"
PROMISED = [
    *("edition", "kind", "code", "title", "parent_code", "plan_code", "objective_code", "owner", "organisation"),
    *("period_start", "period_end", "status", "phase", "section", "flow", "measure", "column", "value_year"),
    *("value", "unit", "line", "page"),
]
TYPES = {"int": int, "str": str, "decimal": Decimal}


def test_a_record_has_the_promised_columns_in_order(small: Report) -> None:
    assert [field.name for field in FIGURES] == PROMISED
    assert {tuple(record) for record in small.records()} == {tuple(PROMISED)}


def test_records_are_the_figures_of_the_text_in_order(small: Report) -> None:
    """Every line of figures in the small report prints them behind two tabs, so that the text itself tells them."""
    rows = [
        (number, line.split("\t")[2:])
        for number, line in enumerate(SMALL.split("\n"), start=1)
        if re.match(r"(\w+\tUitgaven|\tOntvangsten|VTE\t)\t?", line)
    ]
    printed = [(number, text.strip()) for number, texts in rows for text in texts if text.strip()]
    written = [
        (r["line"], format_number(Decimal(str(r["value"]))) + ("%" if r["unit"] == "percent" else "")) for r in small.records()
    ]
    assert written == printed
    assert len(printed) == 4 * 35


def test_a_record_says_where_a_figure_belongs(small: Report) -> None:
    record = next(r for r in small.records() if r["code"] == "PR40001" and r["measure"] == "previous_actual")
    assert record == {
        "edition": 2024,
        "kind": "project",
        "code": "PR40001",
        "title": "Bouwen van woningen aan de Muide",
        "parent_code": "OD10071",
        "plan_code": "OD10071",
        "objective_code": "SD10041",
        "owner": "Dienst Stadsvernieuwing en Groen",
        "organisation": None,
        "period_start": 2022,
        "period_end": 2026,
        "status": "Nog niet gestart",
        "phase": "Ontwerp",
        "section": "operating",
        "flow": "expenditure",
        "measure": "previous_actual",
        "column": "Jaarrekening 2023",
        "value_year": 2023,
        "value": Decimal(16470),
        "unit": "eur",
        "line": SMALL.split("\n").index("Exploitatie\tUitgaven\t15.047\t13.021\t86,5%\t16.470\t79,1%") + 1,
        "page": None,
    }


def test_plans_and_objectives_name_themselves_at_their_own_level(small: Report) -> None:
    places = {r["code"]: (r["parent_code"], r["plan_code"], r["objective_code"]) for r in small.records()}
    assert places["SD10041"] == (None, None, "SD10041")
    assert places["OD10071"] == ("SD10041", "OD10071", "SD10041")


def test_sections_flows_and_units_are_named(sample: Report) -> None:
    counted = Counter((r["section"], r["flow"], r["unit"]) for r in sample.records() if r["kind"] == "objective")
    money = [(s, f) for s in ("operating", "investment", "financing") for f in ("expenditure", "receipts")]
    expected = {(*one, "eur"): 12 for one in money} | {(*one, "percent"): 8 for one in money}
    assert counted == {**expected, ("staff", None, "fte"): 12, ("staff", None, "percent"): 8}


@pytest.mark.parametrize("wide", [False, True])
def test_values_are_of_the_documented_types_and_never_floats(sample: Report, odd: Report, *, wide: bool) -> None:
    for report in (sample, odd):
        fields = entry_fields(report) if wide else FIGURES
        for record in report.records(wide=wide):
            assert list(record) == [field.name for field in fields]
            for field in fields:
                assert record[field.name] is None or type(record[field.name]) is TYPES[field.type]


def test_there_is_a_record_for_each_printed_figure_and_none_for_a_lost_one(sample: Report) -> None:
    assert len(sample.records()) == sample.audit().figures
    assert not [r for r in sample.records() if r["value"] is None]


def test_a_figure_that_is_no_number_is_a_record_without_value() -> None:
    report = gentbudget.parse(edited(("\t613.509", "\t613.5O9")))
    records = [r for r in report.records() if r["value"] is None]
    assert [(r["code"], r["measure"]) for r in records] == [("AC34485", "actual")]


def test_values_keep_the_decimals_that_are_printed(small: Report) -> None:
    values = {(r["measure"], str(r["value"])) for r in small.records() if r["code"] == "AC34485"}
    assert {("planned", "1.20"), ("plan_used", "77.5"), ("budget", "648927")} <= values


def test_wide_records_have_all_figures_of_an_entry_beside_each_other(small: Report) -> None:
    wide = small.records(wide=True)
    assert [record["code"] for record in wide] == ["SD10041", "OD10071", "AC34485", "PR40001"]
    action = wide[2]
    assert action["description"] == "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis"
    assert (action["line"], action["last_line"]) == small["AC34485"].lines
    assert action["operating_expenditure_budget"] == Decimal(648_927)
    assert action["financing_receipts_vs_previous"] == Decimal("200.0")
    assert action["staff_paid"] == Decimal("0.93")


def test_wide_records_agree_with_the_long_ones(sample: Report) -> None:
    wide = {record["line"]: record for record in sample.records(wide=True)}
    starts = sorted(line for line in wide if isinstance(line, int))
    for record in sample.records():
        line = starts[bisect_right(starts, int(str(record["line"]))) - 1]
        name = "_".join(str(record[part]) for part in ("section", "flow", "measure") if record[part])
        assert wide[line][name] == record["value"]
        assert line <= int(str(record["line"])) <= int(str(wide[line]["last_line"]))


def test_the_usual_columns_of_a_wide_record_are_there_whatever_is_printed() -> None:
    report = gentbudget.parse(SMALL.replace("Financiering\tUitgaven\t0\t0\t0,0%\t0\t0,0%\n", ""))
    names = [*(f.name for f in ENTRY), *(f.name for f in usual_figure_fields())]
    assert [list(record) for record in report.records(wide=True)] == [names] * 4
    assert {record["financing_expenditure_budget"] for record in report.records(wide=True)} == {None}


def test_what_has_no_name_here_is_called_by_its_label(odd: Report) -> None:
    records = [r for r in odd.records() if r["code"] == "AC1000" and r["section"] == "Liquiditeiten"]
    assert {r["flow"] for r in records} == {"Saldo"}
    assert [r["measure"] for r in records][-1] == "Raming 2031"
    wide = next(r for r in odd.records(wide=True) if r["code"] == "AC1000")
    assert wide["liquiditeiten_saldo_raming_2031"] == 3
    assert wide["operating_expenditure_raming_2031"] == 7


def test_columns_with_one_label_are_told_apart_in_wide_records() -> None:
    text = SMALL.replace("Jaarrekening 2023\tJaarrekening 2024 t.o.v. 2023", "Budget 2024\tJaarrekening 2024 t.o.v. 2023")
    report = gentbudget.parse(text)
    values = [r["value"] for r in report.records() if r["code"] == "AC34485" and r["column"] == "Budget 2024"]
    wide = next(r for r in report.records(wide=True) if r["code"] == "AC34485")
    found = {wide[name] for name in wide if name.startswith("operating_expenditure_budget_2024")}
    assert found == set(values[:2]) == {Decimal(648_927), Decimal(511_188)}


def test_findings_of_parser_and_arithmetic_are_records(sample: Report) -> None:
    records = finding_records(sample)
    assert len(records) == len(sample.findings) + len(sample.check())
    assert [list(record) for record in records] == [[field.name for field in FINDINGS]] * len(records)
    assert {"missing-column", "ended-entries"} <= {str(record["code"]) for record in records}


def test_the_page_describes_the_columns_as_they_are() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| (int|str|decimal) \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [(field.name, field.type, field.meaning) for table in (FIGURES, ENTRY, FINDINGS) for field in table]
