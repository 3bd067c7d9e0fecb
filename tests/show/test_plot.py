"""Plots: the sizes they draw, the figures they write, and that what cannot be drawn is said."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

import gentbudget
from gentbudget import Action, Report, UnknownCodeError, UnknownLabelError
from tests.parser.small import SMALL, edited
from tests.profiles import left_to_thorough
from tests.show.chromium import NoBrowserError, find_chromium
from tests.show.hostile import SCRIPT, hostile_report

plot = pytest.importorskip("gentbudget.plot")
laid_out = pytest.importorskip("gentbudget.plot.style").laid_out
pytest.importorskip("plotly")

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report() -> Report:
    return gentbudget.parse(SMALL)


def amounts(figure) -> dict[str, str]:
    """Give what a treemap writes on its areas, by the first line of their names."""
    trace = figure.data[0]
    return {re.split("<br>|(?<=[0-9]) ", name)[0]: text for name, text in zip(trace.labels, trace.text, strict=True)}


def below_title(figure) -> str:
    return figure.layout.title.subtitle.text or ""


# ---- the treemap -------------------------------------------------------------------------------------------


def test_a_treemap_has_an_area_for_every_entry_with_its_printed_figure(report: Report) -> None:
    figure = plot.treemap(report)
    assert amounts(figure) == {"SD10041": "626.530", "OD10071": "626.530", "AC34485": "613.509", "PR40001": "13.021"}
    assert figure.layout.title.text == "Exploitatie Uitgaven, Jaarrekening 2024"
    assert below_title(figure) == ""


def test_from_an_area_that_was_chosen_a_bar_leads_back(report: Report) -> None:
    assert plot.treemap(report).data[0].pathbar.visible


@pytest.mark.parametrize("by", ["hierarchy", "owner"])
def test_areas_add_up_to_what_is_written_on_what_they_lie_in(report: Report, by: str) -> None:
    trace = plot.treemap(report, by=by).data[0]
    within = dict(zip(trace.ids, trace.parents, strict=True))
    sizes = dict.fromkeys(within, 0)
    for tile, size in zip(trace.ids, trace.values, strict=True):
        around = tile
        while around:
            sizes[around] += size
            around = within[around]
    assert list(sizes.values()) == [int(text.replace(".", "")) for text in trace.text]
    assert sum(sizes[key] for key, parent in within.items() if parent == "") == 626530


@pytest.mark.parametrize(
    ("chosen", "actions"),
    [
        (("staff",), {"AC34485": "0,93", "PR40001": "1,58"}),
        (("operating", "receipts", "budget"), {"AC34485": "21.020", "PR40001": "1.691"}),
    ],
)
def test_any_measure_is_drawn(report: Report, chosen: tuple[str, ...], actions: dict[str, str]) -> None:
    drawn = amounts(plot.treemap(report, *chosen))
    assert {code: drawn[code] for code in actions} == actions


def test_what_is_below_zero_zero_or_missing_is_said(report: Report) -> None:
    assert "below zero: SD10041 (-5.173)" in below_title(plot.treemap(report, "financing", "receipts"))
    assert "zero: SD10041, OD10071, AC34485 and 1 more" in below_title(plot.treemap(report, "financing"))
    sample = gentbudget.load_sample()
    assert "not printed: AC34852" in below_title(plot.treemap(sample))


@pytest.mark.parametrize("lost", ["Exploitatie\tUitgaven\t15.047\t13.021\t86,5%\t16.470\t79,1%\n", "\t13.021"])
def test_an_entry_that_lost_its_row_or_its_figure_has_no_area(lost: str) -> None:
    figure = plot.treemap(gentbudget.parse(edited((lost, "\t" if lost.startswith("\t") else ""))))
    assert "PR40001" not in amounts(figure)
    assert "not printed: PR40001" in below_title(figure)


def test_what_nothing_below_accounts_for_has_an_area_of_its_own() -> None:
    short = gentbudget.parse(edited(("648.927\t613.509", "648.927\t600.000")))
    figure = plot.treemap(short)
    assert amounts(figure)["not below"] == "13.509"
    (trace,) = figure.data
    for label, hover in zip(trace.labels, trace.hovertext, strict=True):
        is_rest = label == "not below"
        assert hover == ("13.509 of OD10071 that no entry printed below accounts for" if is_rest else label)


def test_a_lost_owner_is_a_group_of_its_own(report: Report) -> None:
    plan = report.plans[0]
    orphan = evolve(plan.actions[0], owner=None)
    lost = evolve(report, roots=(evolve(plan, actions=(orphan, *plan.actions[1:])),))
    drawn = amounts(plot.treemap(lost, by="owner"))
    assert (drawn["owner lost"], drawn["AC34485"], drawn["PR40001"]) == ("613.509", "613.509", "13.021")
    assert drawn["Dienst Stadsvernieuwing en"] == "13.021"


@pytest.mark.parametrize("by", ["hierarchy", "owner"])
def test_an_area_has_the_colour_of_what_it_lies_in_and_is_hatched_where_something_is_lost(by: str) -> None:
    trace = plot.treemap(gentbudget.load_sample(), by=by).data[0]
    parents, colours = (dict(zip(trace.ids, values, strict=True)) for values in (trace.parents, trace.marker.colors))
    hatched: dict[bool, set[str]] = {True: set(), False: set()}
    outermost = [colours[area] for area in trace.ids if not parents[area]]
    for area, label, shape in zip(trace.ids, trace.labels, trace.marker.pattern.shape, strict=True):
        is_rest = label == "not below"
        is_entry = not is_rest and (by == "hierarchy" or parents[area] != "")
        is_lost = is_rest or (not re.match(r"(SD|OD|PO|AC|PR)[A-Z]?\d{4,5}\b", label) if is_entry else label == "owner lost")
        assert (shape == "/") == is_lost
        hatched[is_lost].add(label)
        if parents[area]:
            assert colours[area] == ("#8c8c86" if is_rest else colours[parents[area]])
        elif is_lost:
            assert outermost.pop() == "#8c8c86"  # the last, and grey
    assert all(hatched.values())
    assert len(set(outermost)) == min(8, len(outermost))  # as many as there are
    assert "#8c8c86" not in outermost


def test_what_is_not_printed_is_refused(report: Report) -> None:
    with pytest.raises(UnknownLabelError, match="actual"):
        plot.treemap(report, measure="actuel")
    with pytest.raises(UnknownLabelError, match="actual"):
        plot.treemap(evolve(report, roots=report.actions[:1]), measure="actuel")
    with pytest.raises(UnknownLabelError):
        plot.treemap(report, "operational")
    with pytest.raises(ValueError, match="no arrangement 'plan'"):
        plot.treemap(report, by="plan")


def test_printed_words_are_no_markup() -> None:
    figure = plot.treemap(hostile_report())
    assert not [name for name in figure.data[0].labels if "<" in name.replace("<br>", "")]
    assert "&lt;script&gt;" in "".join(figure.data[0].labels)
    page = plot.budget_against_actual(hostile_report().actions[0]).to_html(include_plotlyjs=False)
    assert SCRIPT not in page


def test_each_line_above_a_plot_has_room() -> None:
    figure = pytest.importorskip("plotly.graph_objects").Figure
    title = "Het ondersteunen van de werking van stadsdiensten " * 3
    tops = [
        laid_out(figure(), heading, below).layout.margin.t
        for heading, below in (("Wonen", ""), ("Wonen", "below zero: AC1"), (title, ""), (title, "below zero: AC1"))
    ]
    assert laid_out(figure(), title).layout.title.text.count("<br>") == 1
    assert tops[0] > 30
    assert [top - tops[0] for top in tops] == [0, 26, 26, 52]


# ---- bars and lines ----------------------------------------------------------------------------------------


def test_bars_stand_for_budget_and_actual_row_by_row(report: Report) -> None:
    figure = plot.budget_against_actual(report["AC34485"])
    budget, actual, planned, paid = figure.data
    assert (budget.name, actual.name, planned.name, paid.name) == (
        "Budget 2024",
        "Jaarrekening 2024",
        "Plan 2024",
        "Betaald 2024",
    )
    assert (budget.y[0], budget.text[0], actual.text[0]) == ("Exploitatie Uitgaven", "648.927", "613.509")
    assert figure.layout.xaxis.range[0] < -5000
    assert figure.layout.xaxis.range[1] > 1.1 * 648927  # or the figure behind the longest bar is cut off
    assert (actual.x[5], actual.text[5]) == (-5000, "-5.000")
    assert (planned.text, paid.text) == (("1,20",), ("0,93",))


def test_a_missing_figure_is_no_bar_but_a_word() -> None:
    actual = plot.budget_against_actual(gentbudget.load_sample()["AC34852"]).data[1]
    assert (actual.x[0], actual.text[0]) == (0, "not printed")
    assert plot.budget_against_actual(Action()).data[0].text == ()


def test_a_series_has_a_line_for_each_code_that_breaks_where_nothing_is_printed() -> None:
    rows = [
        {"code": code, "year": year, "title": "Wonen", "value": value}
        for code, values in {"AC1": (Decimal("5.50"), None, Decimal(0)), "AC2": (Decimal(-7), Decimal(8), Decimal(9))}.items()
        for year, value in zip((2022, 2023, 2024), values, strict=True)
    ]
    one, other, missing = plot.series(rows, "value").data
    assert (one.name, one.x, one.text) == ("AC1", (2022, 2023, 2024), ("5,50", "not printed", "0"))
    assert (one.y[1], one.connectgaps) == (None, False)
    assert other.y == (-7, 8, 9)
    assert (missing.name, missing.x, missing.text) == ("not printed", (2023,), ("AC1",))
    assert [trace.name for trace in plot.series(rows, "value", codes=["ac 2"]).data] == ["AC2"]


def test_one_line_writes_its_figures_and_its_title_and_several_do_not() -> None:
    rows = [{"code": f"AC{n}", "year": 2020 + n, "title": f"Titel {n}", "staff_paid": 5} for n in range(1, 11)]
    one, ten = plot.series(rows, "staff_paid", codes=["AC1"]), plot.series(rows, "staff_paid")
    assert (one.data[0].mode, ten.data[0].mode) == ("lines+markers+text", "lines+markers")
    assert (one.layout.title.text, ten.layout.title.text) == ("AC1 Titel 1: staff paid", "staff paid")
    assert (one.layout.yaxis.rangemode, one.layout.yaxis.automargin) == ("tozero", True)
    assert list(ten.layout.xaxis.tickvals) == list(range(2021, 2031))
    colours = [trace.line.color for trace in ten.data]
    assert len(set(colours)) == 8
    assert colours[8:] == colours[:2]


def test_axes_are_marked_as_figures_are_written_and_rows_stand_in_their_order(report: Report) -> None:
    """With a group mark and up to two decimals, Dutch as all that a plot writes; years are no amounts."""
    bars, line = plot.budget_against_actual(report["AC34485"]), plot.series([{"code": "AC1", "year": 2024, "fte": 1}], "fte")
    assert {figure.layout.separators for figure in (bars, line, plot.treemap(report))} == {",."}
    assert [axis.tickformat for axis in (*bars.select_xaxes(), *line.select_yaxes())] == [",.2~f"] * 3
    assert [axis.tickformat for axis in line.select_xaxes()] == ["d"]
    assert [(axis.autorange, axis.automargin) for axis in bars.select_yaxes()] == [("reversed", True)] * 2
    assert (bars.layout.barmode, bars.layout.legend.orientation) == ("group", "h")
    assert [(bar.orientation, bar.textposition, bar.cliponaxis) for bar in bars.data] == [("h", "outside", False)] * 4
    assert [(bar.xaxis, bar.yaxis) for bar in bars.data] == [("x", "y")] * 2 + [("x2", "y2")] * 2


def test_a_series_refuses_what_its_rows_do_not_have() -> None:
    rows = [{"code": "AC1", "year": 2024, "value": Decimal(1)}]
    with pytest.raises(UnknownLabelError):
        plot.series(rows, "worth")
    with pytest.raises(UnknownCodeError):
        plot.series(rows, "value", codes=["AC2"])
    with pytest.raises(TypeError):
        plot.series([{"code": "AC1", "year": 2024, "value": 1.5}], "value")


# ---- files -------------------------------------------------------------------------------------------------


def test_a_page_is_whole_in_itself(report: Report, tmp_path: Path) -> None:
    plot.save(plot.treemap(report), tmp_path / "plot.html")
    page = (tmp_path / "plot.html").read_text(encoding="utf-8")
    assert "<html>" in page[:100]
    assert '<script src="' not in page
    assert "613.509" in page


@left_to_thorough("draws in a browser")
def test_images_have_the_figures_and_the_size_asked_for(report: Report, tmp_path: Path) -> None:
    try:
        find_chromium()
    except NoBrowserError as error:
        pytest.skip(str(error))
    figure = plot.budget_against_actual(report["AC34485"])
    plot.save(figure, tmp_path / "plot.svg", width=800, height=500)
    drawn = ET.parse(tmp_path / "plot.svg").getroot()  # noqa: S314 - our own file
    assert (drawn.get("width"), drawn.get("height")) == ("800", "500")
    assert {"613.509", "-5.000", "0,93"} <= {word.strip() for word in drawn.itertext()}
    plot.save(figure, tmp_path / "plot.png", width=400, height=300)
    head = (tmp_path / "plot.png").read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (800, 600)


class Drawn:
    """A plot that notes how it is drawn, or cannot be."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.asked: list[dict[str, object]] = []

    def to_image(self, **asked: object) -> bytes:
        """Note what is asked for."""
        if self.error:
            raise self.error
        self.asked.append(asked)
        return b"drawn"


def test_an_image_has_the_size_asked_for_and_a_photograph_twice_as_many_points(tmp_path: Path) -> None:
    drawn = Drawn()
    plot.save(drawn, tmp_path / "plot.SVG")
    plot.save(drawn, tmp_path / "plot.png", width=400, height=300)
    assert drawn.asked == [
        {"format": "svg", "width": 1200, "height": 750, "scale": 1},
        {"format": "png", "width": 400, "height": 300, "scale": 2},
    ]
    assert (tmp_path / "plot.SVG").read_bytes() == (tmp_path / "plot.png").read_bytes() == b"drawn"


@pytest.mark.parametrize(
    ("error", "told", "said"),
    [
        (
            ValueError("Image export requires the Kaleido package: pip install --upgrade kaleido"),
            ImportError,
            r"gentbudget\[plot\]",
        ),
        (
            RuntimeError("Kaleido needs Google Chrome to be installed"),
            RuntimeError,
            "needs Chromium or Chrome, and none was found",
        ),
        (RuntimeError("The browser was closed: chrome crashed"), RuntimeError, "needs Chromium or Chrome"),
        (ValueError("Invalid format"), ValueError, "^Invalid format$"),
        (RuntimeError("Kaleido went away"), RuntimeError, "^Kaleido went away$"),
        (RuntimeError("install something"), RuntimeError, "^install something$"),
    ],
)
def test_what_images_lack_is_said_and_nothing_is_written(
    error: Exception, told: type[Exception], said: str, tmp_path: Path
) -> None:
    with pytest.raises(told, match=said):
        plot.save(Drawn(error), tmp_path / "plot.svg")
    assert list(tmp_path.iterdir()) == []


def test_another_suffix_is_refused_and_nothing_is_written(report: Report, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"there are \.svg, \.png, \.html"):
        plot.save(plot.treemap(report), tmp_path / "plot.gif")
    assert list(tmp_path.iterdir()) == []


def test_without_plotly_the_error_names_the_extra() -> None:
    code = """
import sys
sys.modules["plotly"] = None
import gentbudget
from gentbudget import plot
try:
    plot.treemap(gentbudget.Report(text="", roots=()))
except gentbudget.MissingExtraError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)  # noqa: S603
    assert "pip install 'gentbudget[plot]'" in done.stdout
