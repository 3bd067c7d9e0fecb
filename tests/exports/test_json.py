"""JSON: there and back, the schema that is published, and what does not fit it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, evolve
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import ExportError, Report, ReportError
from gentbudget.exports import schema
from tests.documents.test_dumps import READ, read
from tests.exports.built import awkward
from tests.parser.small import SMALL
from tests.profiles import times

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"


def everything(report: Report) -> Any:
    """Give all that a report says down to the places of its cells, which equality may pass over."""
    cells = [
        (asdict(cell), row.line, row.label)
        for entry in report.entries
        for row in (*entry.budget.rows, entry.staff)
        for cell in row.figures
    ]
    entries = [(entry, entry.kind, entry.lines, entry.page, entry.children) for entry in report.entries]
    findings = [asdict(finding) for finding in report.findings]
    rest = (report.text, report.title, report.year, report.previous_year, report.contents, report.unclaimed, report.source)
    return cells, entries, findings, rest


def test_a_report_comes_back_as_it_was(small: Report, odd: Report, sample: Report) -> None:
    for report in (small, odd, sample):
        back = Report.from_json(report.to_json())
        assert back == report
        assert everything(back) == everything(report)


@pytest.mark.parametrize("name", [name for name in READ if name.startswith("small.")])
def test_dumps_of_every_form_come_back(name: str) -> None:
    _, report = read(name)
    assert everything(Report.from_json(report.to_json())) == everything(report)


def test_values_keep_their_decimals(small: Report) -> None:
    back = Report.from_json(small.to_json())
    assert [str(record["value"]) for record in back.records()] == [str(record["value"]) for record in small.records()]


def test_json_is_ascii_and_has_no_number_with_decimals(odd: Report) -> None:
    text = odd.to_json()
    assert text.isascii()
    json.loads(text, parse_float=pytest.fail)


def test_bytes_are_read_as_well(small: Report) -> None:
    assert Report.from_json(small.to_json().encode()) == small


def test_a_file_of_json_comes_back(small: Report, tmp_path: Path) -> None:
    gentbudget.export(small, tmp_path / "out.json")
    assert Report.from_json((tmp_path / "out.json").read_text(encoding="utf-8")) == small


def test_a_figure_that_is_no_finite_number_is_refused(odd: Report) -> None:
    row = odd.roots[0].staff
    broken = evolve(row, figures=(evolve(row.figures[0], value=Decimal("NaN")), *row.figures[1:]))
    with pytest.raises(ExportError, match="NaN is no figure"):
        evolve(odd, roots=(evolve(odd.roots[0], staff=broken),)).to_json()


# ---- the schema ------------------------------------------------------------------------------------------------------


@cache
def validator() -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_published_schema_is_that_of_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m gentbudget.exports.schema > docs/report.schema.json`` writes it."""
    schema.main()
    assert SCHEMA.read_text(encoding="utf-8") == capsys.readouterr().out


def test_what_a_report_does_not_have_is_not_written_where_it_may_be_left_out(small: Report) -> None:
    def members(data: Any) -> Iterator[tuple[str, object]]:
        if isinstance(data, dict):
            yield from data.items()
        for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
            yield from members(one)

    shape = schema.json_schema()
    required = {name for one in (shape, *shape["$defs"].values()) for name in one.get("required", ())}
    written = {name for name, value in members(json.loads(small.to_json())) if value in (None, [])}
    assert written <= required


def test_what_is_written_fits_the_schema(small: Report, odd: Report) -> None:
    for report in (small, odd):
        validator().validate(json.loads(report.to_json()))


# ---- what does not fit -----------------------------------------------------------------------------------------------


def reads(data: object) -> bool:
    """Tell whether JSON is read; anything but a report or a `ReportError` fails the test."""
    try:
        report = Report.from_json(json.dumps(data))
    except ReportError:
        return False
    assert report.records() is not None
    return True


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this is no JSON"),
        ("{", "this is no JSON"),
        ("[]", "this is no report"),
        ("{}", "this is no report"),
        ('{"format": "gentbudget-report"}', "version None of the schema cannot be read, only 1 and 2"),
        ('{"format": "gentbudget-report", "version": 3}', "version 3 of the schema"),
        ('{"format": "gentbudget-report", "version": true}', "version True of the schema"),
        ('{"format": "gentbudget-report", "version": 1}', "'source' is missing @ report.source"),
        ('{"format": "gentbudget-report", "format": "gentbudget-report"}', "a name stands twice"),
        ('{"format": NaN}', "NaN is no JSON"),
        ("9" * 5000, "this is no JSON"),
        ("[" * 100_000, "this is no JSON"),
    ],
)
def test_what_is_no_report_is_a_clear_error(text: str, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        Report.from_json(text)


def test_bytes_that_are_no_text_are_a_clear_error() -> None:
    with pytest.raises(ReportError, match="this is no JSON"):
        Report.from_json(b"\xff\xfe\xfd")


@pytest.mark.parametrize("value", [None, 3, {}])
def test_what_is_no_text_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError, match="expected str or bytes, not"):
        Report.from_json(value)


def first_cell(data: Any) -> Any:
    return data["roots"][0]["budget"]["rows"][0]["cells"][0]


def change(path: str, value: object) -> Callable[[Any], None]:
    """Give a change that puts a value at a place such as ``roots.0.title``."""
    *steps, last = path.split(".")

    def changed(data: Any) -> None:
        for step in steps:
            data = data[int(step) if isinstance(data, list) else step]
        data[int(last) if isinstance(data, list) else last] = value

    return changed


CELL = "roots.0.budget.rows.0.cells.0"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (f"{CELL}.value", 663974, r"a figure is expected as a string .* @ report.roots\[0\].budget.rows\[0\].cells\[0\].value"),
        (f"{CELL}.value", "1e5", "a figure is expected"),
        (f"{CELL}.value", "NaN", "a figure is expected"),
        (f"{CELL}.value", "1\n", "a figure is expected"),
        (f"{CELL}.value", "\u0661", "a figure is expected"),
        (f"{CELL}.line", "12", "a whole number is expected, not a string"),
        (f"{CELL}.line", True, "a whole number is expected, not true or false"),
        (f"{CELL}.line", 12.0, "a whole number is expected, not a number"),
        (f"{CELL}.colour", "red", "no colour is known"),
        ("roots.0.title", 3, "a string is expected"),
        ("roots.0.paragraphs", "one", "a list is expected, not a string"),
        ("roots.0.paragraphs", {"one": 1}, "a list is expected, not an object"),
        ("roots.0.lines", [1, 2, 3], "2 values are expected, not 3"),
        ("roots.0.kind", "chapter", "chapter"),
        ("roots.0.owner", "Dienst Wonen", "objective SD10041 has 'owner', which no objective has"),
        ("roots.0.children.0.children.0.children", [], None),
        ("roots.0", "SD10041", "an object is expected, not a string"),
        ("roots.0.budget.rows.0.cells", [], "row 'Exploitatie Uitgaven' of objective SD10041 has 0 cells under 5 columns"),
        ("findings", [{"code": "a", "severity": "fatal", "message": "", "line": 1}], "fatal"),
    ],
)
def test_what_does_not_fit_says_where(small: Report, path: str, value: object, message: str | None) -> None:
    data = json.loads(small.to_json())
    change(path, value)(data)
    if message is None:
        assert reads(data)
        return
    with pytest.raises(ReportError, match=message):
        Report.from_json(json.dumps(data))


@pytest.mark.parametrize(("faults", "said"), [(3, "c is known @ report.roots[2]"), (4, "; and 1 more"), (5, "; and 2 more")])
def test_of_many_faults_three_are_told_and_the_others_counted(small: Report, faults: int, said: str) -> None:
    data = json.loads(small.to_json())
    data["roots"] = [{**data["roots"][0], "abcde"[number]: 0} for number in range(faults)]
    with pytest.raises(ReportError) as caught:
        Report.from_json(json.dumps(data))
    assert caught.value.message.count(" is known @ report.roots[") == 3
    assert caught.value.message.endswith(said)


def test_an_entry_stands_only_under_what_it_can_stand_under(small: Report) -> None:
    data = json.loads(small.to_json())
    action = data["roots"][0]["children"][0]["children"][0]
    action["children"] = [deepcopy(data["roots"][0])]
    with pytest.raises(ReportError, match="action AC34485 has children of a kind that no action has"):
        Report.from_json(json.dumps(data))


def test_entries_nested_without_end_are_a_clear_error(small: Report) -> None:
    data = json.loads(small.to_json())
    top = data["roots"][0]
    top["children"] = []
    text = json.dumps(data)
    entry = json.dumps(top)
    inner = entry.replace('"children": []', '"children": [%s]')
    for _ in range(400):
        entry = inner.replace("%s", entry)
    with pytest.raises(ReportError):
        Report.from_json(text.replace(json.dumps(top), entry))


def places(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Give the places of all values in JSON."""
    items: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for name, value in items for place in places(value, (*path, name)))]


WHOLE = json.loads(awkward().to_json())
VALUES = st.sampled_from([None, True, 0, -1, 1.5, "", "x", "12.5", [], ["x"], [0, 0], {}, {"kind": "action"}])


@times(4)
@given(place=st.sampled_from(places(WHOLE)[1:]), value=VALUES, delete=st.booleans())
def test_code_and_schema_agree_on_what_fits(place: tuple[str | int, ...], value: object, *, delete: bool) -> None:
    """Any one value of a report replaced, or left out: what is read fits the schema, and what is refused does not."""
    data = deepcopy(WHOLE)
    parent: Any = data
    for step in place[:-1]:
        parent = parent[step]
    if delete:
        del parent[place[-1]]
    else:
        parent[place[-1]] = value
    fits = validator().is_valid(data)
    if reads(data):
        assert fits
    elif fits:
        assert "has " in refusal(data)  # what no schema can say: cells and columns, kinds and what they have


def refusal(data: object) -> str:
    with pytest.raises(ReportError) as caught:
        Report.from_json(json.dumps(data))
    return caught.value.message


def test_the_small_report_is_read_whatever_is_said_about_it() -> None:
    assert reads(json.loads(gentbudget.parse(SMALL).to_json()))
