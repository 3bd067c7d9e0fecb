"""Each cell of a header lost, empty or misread: what is lost is that field, or what it ended, and it is said."""

from __future__ import annotations

from typing import NamedTuple

import pytest

import gentbudget
from gentbudget import Period
from tests.parser.small import SMALL

FIELDS: dict[str, dict[str, object]] = {
    "SD10041": {"title": "Iedereen woont, leert en werkt hier"},
    "OD10071": {"title": "Betaalbaar wonen versnellen", "period": Period(2020, 2027), "organisation": "Groep Gent"},
    "AC34485": {"title": "Begeleiden van huurders", "owner": "Dienst Wonen"},
    "PR40001": {
        "title": "Bouwen van woningen aan de Muide",
        "status": "Nog niet gestart",
        "phase": "Ontwerp",
        "period": Period(2022, 2026),
        "owner": "Dienst Stadsvernieuwing en Groen",
    },
}
DESCRIPTIONS = {
    "SD10041": "",
    "OD10071": "We bouwen, en we verbouwen wat er staat.",
    "AC34485": "Wie huurt, krijgt raad.\n\n- Eerst aan het loket\n- Dan thuis",
    "PR40001": "De aannemer begint in het najaar.",
}
HEADERS = {
    line[:7]: line for line in SMALL.split("\n") if line[:7] in FIELDS and "\t" in line and not line.endswith(("\t1", "\t2"))
}


SHOWN = {"status": "Nog niet gestart", "phase": "Ontwerp", "period": "2022 - 2026"}
"""How the fields of the project are printed."""


class Reading(NamedTuple):
    """The fields that are read otherwise than they are printed, the findings, and what is described besides."""

    changed: dict[str, object]
    said: list[tuple[str, str]]
    described: str = ""


def read(code: str, printed: str) -> Reading:
    """What is read where this header prints something else; all other entries are as they were."""
    report = gentbudget.parse(SMALL.replace(HEADERS[code], printed), known=None)
    changed: dict[str, object] = {}
    described = ""
    for entry, (of, fields) in zip(report.entries, FIELDS.items(), strict=True):
        got = {"code": entry.code, **{name: getattr(entry, name, None) for name in fields}}
        other = {name: value for name, value in got.items() if value != {"code": of, **fields}[name]}
        assert of == code or not other
        changed |= other
        assert entry.description.endswith(DESCRIPTIONS[of])
        described += entry.description.removesuffix(DESCRIPTIONS[of])
    return Reading(changed, [(finding.code, finding.severity) for finding in report.findings], described)


ALL = [(code, place) for code, line in HEADERS.items() for place in range(1, line.count("\t") + 1)]
NAMES = {
    "OD10071": ("title", "period", "organisation"),
    "AC34485": ("owner",),
    "PR40001": ("status", "phase", "period", "owner"),
}


def test_headers_as_they_should_be_are_read_as_they_are_printed() -> None:
    for code, line in HEADERS.items():
        assert read(code, line) == Reading({}, [])


@pytest.mark.parametrize("between", ["\t\t", "   ", "|", "\t|\t", " \t "])
def test_whatever_parts_the_cells_of_a_header_they_are_the_same(between: str) -> None:
    for code, line in HEADERS.items():
        assert read(code, line.replace("\t", between)) == Reading({}, [])


@pytest.mark.parametrize("is_empty", [False, True])
@pytest.mark.parametrize(("code", "place"), ALL)
def test_a_cell_that_is_lost_or_empty_costs_its_field_and_what_it_ended(code: str, place: int, *, is_empty: bool) -> None:
    cells = HEADERS[code].split("\t")
    new = "\t".join([*cells[:place], *([""] if is_empty else []), *cells[place + 1 :]])
    name = NAMES[code][place - 1]
    if name == "owner":
        assert read(code, new) == Reading({"title": None, "owner": None}, [("undecidable-header", "warning")])
    elif name == "title":
        assert read(code, new) == Reading({"title": None}, [("undecidable-header", "warning")])
    else:
        assert read(code, new) == Reading({name: None}, [("missing-field", "warning")])


@pytest.mark.parametrize("code", HEADERS)
@pytest.mark.parametrize("slip", ["lost", "a letter", "small", "parted"])
def test_a_header_whose_code_is_misread_is_described_and_nothing_of_it_is_read(code: str, slip: str) -> None:
    first, _, rest = HEADERS[code].partition("\t")
    printed = {
        "lost": first[7:].lstrip(" -"),
        "a letter": first.replace("0", "O").replace("4", "A"),
        "small": first.replace(code, code.lower()),
        "parted": f"{first[:2]} {first[2:]}",
    }[slip]
    line = f"{printed}\t{rest}"
    listed = [("missing-entry", "error")] if code == "OD10071" else []  # the contents have it
    lost = dict.fromkeys(("code", *FIELDS[code]))
    assert read(code, line) == Reading(lost, [*listed, ("lost-header", "error")], f"{line.strip()}\n\n")


FIELDS_OF_PROJECTS = {
    "status": ("Lopend", "Afgewerkt", "Stopgezet", "On hold", "Nog niet gestart"),
    "phase": ("Onderzoek", "Ontwerp", "Uitvoering", "Nazorg"),
    "period": ("2020 - 2027", "2024-2024", "2019 \u2013 2030"),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in FIELDS_OF_PROJECTS.items() for text in texts])
@pytest.mark.parametrize("parted", ["\t", " ", "   ", "|"])
def test_every_field_of_a_project_is_read_however_it_is_parted_from_the_others(name: str, text: str, parted: str) -> None:
    line = HEADERS["PR40001"].replace(SHOWN[name], text).replace("\t", parted)
    value: object = Period(*(int(year) for year in (text[:4], text[-4:]))) if name == "period" else text
    changed = {} if value == FIELDS["PR40001"][name] else {name: value}
    assert read("PR40001", line) == Reading(changed, [])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("status", "Uitgesteld"),
        ("phase", "Uitgesteld"),
        *((name, text) for name in FIELDS_OF_PROJECTS for text in ("2022", "x")),
    ],
)
def test_what_is_none_of_the_fields_and_stands_in_the_cell_of_one_costs_that_one(name: str, text: str) -> None:
    line = HEADERS["PR40001"].replace(f"\t{SHOWN[name]}\t", f"\t{text}\t")
    assert read("PR40001", line) == Reading({name: None}, [("missing-field", "warning"), ("unknown-field", "warning")])


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Begeleiden"], "Begeleiden"),
        (["Begeleiden van", "huurders in de stad"], "Begeleiden van huurders in de stad"),
        (["Begeleiden van", "huurders van de", "kleinste huizen"], "Begeleiden van huurders van de kleinste huizen"),
        (["Begeleiden van", "huurders van"], None),  # there it cannot end
    ],
)
def test_where_each_cell_has_a_line_a_title_goes_on_while_it_is_open_though_no_owner_is_printed(
    lines: list[str], title: str | None
) -> None:
    """The lines that are the title's are not described."""
    header = f"{HEADERS['AC34485']}\n--\t------"
    text = SMALL.replace(header, "\n".join([f"AC34485 - {lines[0]}", *lines[1:]]))
    rows = {line: line.replace("\t", "\n").strip("\n") for line in SMALL.split("\n") if line.endswith("%")}
    stacked = "\n".join(rows.get(line, line) for line in text.split("\n")).replace("\n\n\n", "\n\n")
    action = gentbudget.parse(stacked, known=None).action("AC34485")
    assert (action.title, action.owner, action.description) == (title, None, DESCRIPTIONS["AC34485"])
