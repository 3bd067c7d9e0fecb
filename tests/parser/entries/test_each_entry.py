"""Each entry of a report loses its heading, its header or both: what is lost is told, and every figure keeps its place."""

from __future__ import annotations

from itertools import combinations

import pytest

import gentbudget
from gentbudget.model import Entry
from tests.parser.small import SMALL, edited

HEADINGS = {
    "OD10071": "Actieplan\n\n",
    "AC34485": "Acties\n\n",
    "PR40001": "Acties\n\n",
}
HEADERS = {
    "OD10071": "OD10071\tBetaalbaar wonen versnellen\t2020 - 2027\tGroep Gent\n---------\t--\t-------------\t------------\n\n",
    "AC34485": "AC34485 - Begeleiden van huurders\tDienst Wonen\n--\t------\n\n",
    "PR40001": "PR40001 - Bouwen van woningen aan de Muide\tNog niet gestart\tOntwerp\t2022 - 2026"
    "\tDienst Stadsvernieuwing en Groen\n\n",
}
LOST = [(code, what) for code in HEADERS for what in ("heading", "header", "both")]


def cut(code: str, what: str, text: str = SMALL) -> str:
    """Leave out the heading of an entry, its header, or both."""
    whole = HEADINGS[code] + HEADERS[code]
    return edited((whole, {"heading": HEADERS[code], "header": HEADINGS[code], "both": ""}[what]), text=text)


def first_lines(text: str) -> list[int]:
    """Number the lines where each entry begins: the first below the staff of the entry above that is not blank."""
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines, 1) if line.startswith("VTE")]
    starts = [lines.index("Beleidsdoelstelling SD10041") + 1, *(end + 1 for end in ends[:-1])]
    return [next(number for number in range(start, len(lines)) if lines[number - 1]) for start in starts]


def figures(entry: Entry) -> list[object]:
    return [cell.value for row in (*entry.budget.rows, entry.staff) for cell in row.figures]


@pytest.mark.parametrize(("first", "second"), [pair for pair in combinations(LOST, 2) if pair[0][0] != pair[1][0]])
def test_entries_that_lost_their_beginning_are_entries_still(first: tuple[str, str], second: tuple[str, str]) -> None:
    plain = gentbudget.parse(SMALL)
    text = cut(*first, cut(*second))
    report = gentbudget.parse(text)
    lost = dict((first, second))
    assert [entry.code for entry in report.entries] == [
        None if lost.get(entry.code or "") in ("header", "both") else entry.code for entry in plain.entries
    ]
    assert list(map(figures, report.entries)) == list(map(figures, plain.entries))
    assert [entry.paragraphs for entry in report.entries] == [entry.paragraphs for entry in plain.entries]
    assert report.unclaimed == ()
    assert [entry.lines[0] for entry in report.entries] == first_lines(text)
    assert [text.split("\n")[entry.lines[1] - 1][:3] for entry in report.entries] == ["VTE"] * 4
    told = {"heading": {"lost-heading"}, "header": {"lost-header"}, "both": {"lost-heading", "lost-header"}}
    for entry, was in zip(report.entries, plain.entries, strict=True):
        said = {finding.code for finding in report.findings if entry.lines[0] <= finding.line <= entry.lines[1]}
        assert said == told.get(lost.get(was.code or "", ""), set())


@pytest.mark.parametrize("code", HEADERS)
def test_a_heading_below_its_header_is_of_the_same_entry(code: str) -> None:
    """As where a program prints what is large after what is small."""
    plain = gentbudget.parse(SMALL)
    report = gentbudget.parse(edited((HEADINGS[code] + HEADERS[code], HEADERS[code] + HEADINGS[code])))
    assert report.entries == plain.entries
    assert [entry.lines for entry in report.entries] == [entry.lines for entry in plain.entries]
    assert report.findings == ()
