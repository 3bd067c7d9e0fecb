"""What a notebook shows: safe, without script, in Dutch notation, findings at their figures."""

from __future__ import annotations

import html.parser
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve, field, frozen
from hypothesis import given
from hypothesis import strategies as st

import gentbudget
from gentbudget import BudgetTable, Cell, Entry, Report
from gentbudget.show.html import element, markup
from gentbudget.show.notebook import html_of
from gentbudget.shown import Shown
from tests.parser.small import BUDGET, SMALL, edited
from tests.show.hostile import BREAKOUT, IMAGE, SCRIPT, hostile_report

ROOT = Path(__file__).parents[2]
VOID = {"br"}


class Read(html.parser.HTMLParser):
    """A piece of HTML as a browser would take it apart."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is begun."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """See that what ends was begun last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self) -> str:
        """All words in their order."""
        return "".join(self.words)


@pytest.fixture(scope="module")
def report() -> Report:
    return gentbudget.parse(SMALL)


def shown(thing: Shown) -> Read:
    read = Read(thing._repr_html_())
    assert read.open == []
    return read


def cells(source: str, row: str) -> list[str]:
    """Give what stands in the cells of the row with this label."""
    line = next(line for line in re.findall("<tr.*?</tr>", source) if f">{row}<" in line)
    return [re.sub("<[^>]*>", "", cell) for cell in re.findall("<td.*?</td>", line)]


# ---- safety ------------------------------------------------------------------------------------------------


def hostile_things() -> list[Shown]:
    report = hostile_report()
    return [report, *report.entries, report.audit(), report.objectives[0].budget]


@pytest.mark.parametrize("place", range(len(hostile_things())))
def test_nothing_printed_becomes_markup(place: int) -> None:
    read = shown(hostile_things()[place])
    assert read.tags.isdisjoint({"script", "img", "svg", "iframe", "link", "object"})
    assert not {name for name in read.attributes if name.startswith("on") or name in ("src", "href", "style")}


def test_hostile_words_are_shown_as_they_are_printed() -> None:
    report = hostile_report()
    assert BREAKOUT in shown(report).text
    assert IMAGE in shown(report.plans[0]).text
    assert SCRIPT in shown(report.actions[0]).text


def test_control_and_bidirectional_characters_are_shown_as_such() -> None:
    text = shown(hostile_report().actions[0]).text
    assert "rood\N{REPLACEMENT CHARACTER}[31m" in text
    assert not {"\x1b", "\x00", "\u202e", "\u2066", "\ud800"} & set(text)


@given(st.text(), st.text())
def test_any_text_comes_out_of_an_element_as_it_went_in(text: str, attribute: str) -> None:
    read = Read(markup(element("p", text, element("b", text), text, title=attribute)))
    assert read.tags == {"p", "b"}
    assert read.open == []


def test_a_notebook_without_any_extra_shows_html() -> None:
    code = """
import sys
import gentbudget
assert not [name for name in sys.modules if name.startswith("gentbudget.show.")]
for extra in ("jinja2", "markupsafe", "plotly", "rich", "typer", "IPython"):
    sys.modules[extra] = None
row = gentbudget.StaffRow("VTE", (gentbudget.Column("Plan"),), [2753762])
print("2.753.762" in row._repr_html_())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
    assert done.stdout.startswith("True")


# ---- what is shown -----------------------------------------------------------------------------------------


def test_a_table_shows_its_figures_in_dutch_notation(report: Report) -> None:
    source = report["SD10041"].budget._repr_html_()
    assert cells(source, "Exploitatie Uitgaven") == ["663.974", "626.530", "94,4%", "527.658", "118,7%"]
    assert cells(source, "Financiering Ontvangsten")[1] == "-5.173"
    assert "not printed" in shown(BudgetTable()).text


def test_a_row_shows_itself_under_its_labels(report: Report) -> None:
    source = report["SD10041"].staff._repr_html_()
    assert cells(source, "VTE") == ["3,40", "2,51", "73,7%", "3,31", "75,8%"]
    assert "Betaald 2024 t.o.v. 2023" in source


def test_an_entry_shows_its_header_tables_description_and_children(report: Report) -> None:
    text = shown(report["OD10071"]).text
    assert {"Betaalbaar wonen versnellen", "Groep Gent"} <= set(shown(report["OD10071"]).words)
    assert "2020 - 2027" in text
    assert "We bouwen, en we verbouwen wat er staat." in text
    assert "Begeleiden van huurders" in text


def test_a_report_shows_its_objectives_and_plans(report: Report) -> None:
    source = report._repr_html_()
    assert "Iedereen woont, leert en werkt hier" in source
    assert "663.974" in source
    assert "AC34485" not in Read(source.partition("</table>")[0]).text


@pytest.mark.parametrize("lost", [[], [0], [1], [0, 1]])
def test_an_overview_is_headed_as_the_first_row_that_is_printed(lost: list[int]) -> None:
    rows = [line for line in SMALL.split("\n") if line.startswith("Exploitatie\tUitgaven")]
    lines = SMALL.split("\n")
    for row in [rows[0]] * (0 in lost) + [rows[1]] * (1 in lost):  # of the objective and of the plan
        lines.remove(row)
    source = gentbudget.parse("\n".join(lines))._repr_html_()
    headings = [re.sub("<[^>]*>", "", cell) for cell in re.findall("<th .*?</th>", source.partition("</thead>")[0])]
    assert headings == ["code", "title; Exploitatie Uitgaven", *(BUDGET.split("\t")[2:] if len(lost) < 2 else [])]


def test_what_is_missing_or_no_number_says_so_without_colour(report: Report) -> None:
    row = report["AC34485"].staff
    lost = (Cell(None, "", 9, 1, 0, 0), Cell(None, "0,9E", 9, 1, 0, 4), *row.figures[2:])
    source = evolve(row, figures=lost)._repr_html_()
    assert cells(source, "VTE")[:2] == ["\N{EM DASH}", "0,9E ?"]
    assert re.findall('<td class="([a-z]+)"', source) == ["missing", "unreadable"]


def test_a_finding_is_numbered_and_its_number_stands_at_the_row_that_it_is_about() -> None:
    misread = gentbudget.parse(edited(("648.927\t613.509", "698.927\t613.509")))
    source = misread["AC34485"]._repr_html_()
    marked = next(line for line in re.findall("<tr.*?</tr>", source) if ">Exploitatie Uitgaven<" in line)
    assert re.findall(r"<sup[^>]*>(\d)</sup>", marked) == ["1"]
    assert "<sup" not in next(line for line in re.findall("<tr.*?</tr>", source) if ">Investering Uitgaven<" in line)
    assert "94,5% is printed and 613.509 of 698.927 is 87,8%, 6,7 less" in Read(source).text


def test_an_audit_shows_its_tallies_and_findings(report: Report) -> None:
    source = report.audit()._repr_html_()
    assert cells(source, "sums")[1] == str(report.audit().sums.held)
    assert cells(source, "percentages")[2] == "0"


# ---- objects of which only the fields are known ------------------------------------------------------------


@frozen
class Change(Shown):
    """What changed in an entry."""

    entry: Entry
    before: str | None
    after: Cell


@frozen
class Comparison(Shown):
    """Two editions."""

    older: Report = field(repr=False)
    appeared: tuple[Entry, ...]
    changed: tuple[Change, ...]
    uncompared: tuple[str, ...] = ()


def test_a_comparison_shows_a_list_for_each_of_its_fields() -> None:
    report = hostile_report()
    cell = report.actions[0].staff.figures[0]
    comparison = Comparison(report, report.actions, tuple(Change(entry, None, cell) for entry in report.actions))
    read = shown(comparison)
    assert read.tags.isdisjoint({"script", "img", "svg"})
    assert "appeared (2)" in read.text
    assert "changed (2)" in read.text
    assert "uncompared (0)" in read.text
    assert cell.text in read.words
    assert SCRIPT in read.text


def test_a_list_of_words_shows_each_of_them(report: Report) -> None:
    read = shown(Comparison(report, (), (), ("Budget 2023", "Raming 2024")))
    assert {"Budget 2023", "Raming 2024"} <= set(read.words)
    assert "uncompared (2)" in read.text


def test_a_long_list_is_cut_and_says_so(report: Report) -> None:
    read = shown(Comparison(report, report.actions * 200, ()))
    assert "and 300 more" in read.text


def test_what_is_no_such_object_has_no_view() -> None:
    with pytest.raises(TypeError, match="there is no view of int"):
        html_of(3)
