"""The Fiscal Data Package, validated and read back with frictionless."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import gentbudget
from gentbudget import ExportError, Report

frictionless = pytest.importorskip("frictionless")

COLUMN_TYPES = {
    "fiscal_year": "date:fiscal-year",
    "program_code": "activity:generic:program:code",
    "program": "activity:generic:program:label",
    "subprogram_code": "activity:generic:subprogram:code",
    "subprogram": "activity:generic:subprogram:label",
    "project_code": "activity:generic:project:code",
    "project": "activity:generic:project:label",
    "owner": "administrative-classification:generic:code",
    "section": "economic-classification:generic:level1:code",
    "direction": "direction",
    "phase": "phase:id",
    "value": "value",
}


def rows_of(path: Path, resource: str) -> list[dict[str, Any]]:
    package = frictionless.Package(str(path / "datapackage.json"))
    with package.get_resource(resource) as opened:
        return [row.to_dict() for row in opened.row_stream]


@pytest.mark.parametrize("name", ["package", "package.zip"])
def test_frictionless_validates_it(small: Report, odd: Report, tmp_path: Path, name: str) -> None:
    for report in (small, odd):
        gentbudget.export(report, tmp_path / name, "datapackage")
        where = tmp_path / name if name.endswith(".zip") else tmp_path / name / "datapackage.json"
        validated = frictionless.validate(str(where), type="package")
        assert validated.flatten() == []
        assert validated.stats["tasks"] == 2


def test_columns_have_the_types_of_openspending(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "package", "datapackage")
    descriptor = json.loads((tmp_path / "package" / "datapackage.json").read_text(encoding="utf-8"))
    budget, staff = descriptor["resources"]
    assert (budget["name"], staff["name"]) == ("budget", "staff")
    fields = budget["schema"]["fields"]
    assert {field["name"]: field["columnType"] for field in fields if "columnType" in field} == COLUMN_TYPES
    for label in (type_ for type_ in COLUMN_TYPES.values() if type_.endswith(":label")):
        assert label.replace(":label", ":code") in COLUMN_TYPES.values()
    assert all(field["description"] for resource in (budget, staff) for field in resource["schema"]["fields"])
    assert budget["schema"]["extraFields"] == [
        {"name": "currency", "type": "string", "columnType": "value-currency:code", "constant": "EUR"}
    ]


def test_actions_and_projects_are_the_projects_of_plans_and_objectives(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "package", "datapackage")
    rows = rows_of(tmp_path / "package", "budget")
    assert {(r["program_code"], r["subprogram_code"], r["project_code"]) for r in rows} == {
        ("SD10041", "OD10071", "AC34485"),
        ("SD10041", "OD10071", "PR40001"),
    }
    spent = [r for r in rows if (r["project_code"], r["section"], r["direction"]) == ("AC34485", "operating", "expenditure")]
    assert [(r["fiscal_year"], r["phase"], r["value"]) for r in spent] == [
        (2024, "adjusted", Decimal(648_927)),
        (2024, "executed", Decimal(613_509)),
        (2023, "executed", Decimal(511_188)),
    ]
    assert {r["owner"] for r in spent} == {"Dienst Wonen"}


def test_staff_is_a_second_resource(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "package", "datapackage")
    rows = [r for r in rows_of(tmp_path / "package", "staff") if r["project_code"] == "AC34485"]
    assert [(r["fiscal_year"], r["phase"], r["fte"]) for r in rows] == [
        (2024, "adjusted", Decimal("1.20")),
        (2024, "executed", Decimal("0.93")),
        (2023, "executed", Decimal("1.50")),
    ]


def test_sums_are_those_of_the_actions(sample: Report, tmp_path: Path) -> None:
    gentbudget.export(sample, tmp_path / "package", "datapackage")
    rows = rows_of(tmp_path / "package", "budget")
    for direction, flow in (("expenditure", "expenditure"), ("revenue", "receipts")):
        executed = sum(
            r["value"]
            for r in rows
            if (r["section"], r["direction"], r["phase"], r["fiscal_year"]) == ("operating", direction, "executed", 2024)
        )
        by_hand = [getattr(action.budget.operating, flow).actual for action in sample.actions]
        assert executed == sum(value for value in by_hand if value is not None)


def test_the_zip_holds_what_the_folder_holds(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "package", "datapackage")
    gentbudget.export(small, tmp_path / "package.zip")
    with ZipFile(tmp_path / "package.zip") as archive:
        zipped = {name: archive.read(name) for name in archive.namelist()}
    assert zipped == {path.name: path.read_bytes() for path in (tmp_path / "package").iterdir()}


def test_a_folder_is_replaced_by_the_next_package(small: Report, odd: Report, tmp_path: Path) -> None:
    gentbudget.export(odd, tmp_path / "package", "datapackage")
    gentbudget.export(small, tmp_path / "package", "datapackage")
    assert {r["project_code"] for r in rows_of(tmp_path / "package", "budget")} == {"AC34485", "PR40001"}
    assert [path.name for path in tmp_path.iterdir()] == ["package"]


def test_a_folder_that_holds_something_else_is_left_alone(small: Report, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"precious")
    with pytest.raises(FileExistsError, match="holds something else"):
        gentbudget.export(small, tmp_path, "datapackage")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_what_frictionless_refuses_is_not_written(
    small: Report, odd: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gentbudget.export(odd, tmp_path / "package", "datapackage")
    monkeypatch.setattr("gentbudget.exports.datapackage.plain", lambda _: "no number")
    with pytest.raises(ExportError, match="frictionless does not accept the package"):
        gentbudget.export(small, tmp_path / "package", "datapackage")
    assert {r["project_code"] for r in rows_of(tmp_path / "package", "budget")} == {"AC1000", None}
    assert [path.name for path in tmp_path.iterdir()] == ["package"]
