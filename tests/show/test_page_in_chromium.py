"""The page in a real browser: read from disk, without a network, by keyboard, and on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import gentbudget
from gentbudget import Report
from gentbudget.numbers import format_number
from gentbudget.show.page import write_page
from tests.parser.small import SMALL
from tests.profiles import left_to_thorough
from tests.show.chromium import NoBrowserError, chromium
from tests.show.hostile import BREAKOUT, SCRIPT, hostile_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = left_to_thorough("a browser shows the whole sample")

TELEPHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    try:
        with chromium() as found:
            yield found
    except NoBrowserError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def address(sample: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    return saved(sample, tmp_path_factory.mktemp("page"))


def saved(report: Report, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text(write_page(report), encoding="utf-8")
    return path.as_uri()


class Opened:
    """A page, and what it complained of and asked for while it was open."""

    def __init__(self, browser: Browser, address: str, **settings: object) -> None:
        context = browser.new_context(offline=True, **{**DESKTOP, **settings})  # type: ignore[arg-type]
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)
        self.page.wait_for_selector("#tree")

    def codes(self) -> list[str]:
        """The codes in the table, from the top."""
        return self.page.locator("#tree tbody .code").all_inner_texts()

    def status(self) -> str:
        """What is said of what was found."""
        return self.page.locator("#status").inner_text()

    def focused(self) -> str:
        """The code in the row that has the focus."""
        found: str = self.page.evaluate("document.activeElement.querySelector('.code')?.textContent ?? ''")
        return found

    def close(self) -> None:
        """Close the page."""
        self.page.context.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    one = Opened(browser, address)
    yield one
    assert one.complaints == []
    assert [url for url in one.requests if url != address] == []
    one.close()


# ---- what there is to see ----------------------------------------------------------------------------------


def test_it_opens_with_objectives_and_plans_and_their_printed_figures(opened: Opened, sample: Report) -> None:
    above = [entry.code for entry in sample.entries if entry.kind in ("objective", "plan")]
    assert opened.codes() == above
    row = opened.page.locator("#tree tr", has_text="OD10071").first
    assert row.locator(".figure").all_text_contents()[:4] == ["2.753.762", "2.352.673", "85,4%", "2.827.741 (info)"]


def test_the_sum_of_what_is_found_is_exact(opened: Opened, sample: Report) -> None:
    opened.page.fill("#query", "dienst internationale netwerken")
    found = sample.find(owner="dienst internationale netwerken")
    total = sum(entry.budget.operating.expenditure.actual or 0 for entry in found)
    assert format_number(total) in opened.status()
    opened.page.select_option("#row", "VTE")
    staff = sum(entry.staff.paid or 0 for entry in found)
    assert format_number(staff) in opened.status()


@pytest.mark.parametrize("query", ["ac 34485", "AC34485", "stadsregionale internationale werking", "INTERNATIONALE NETWERKEN"])
def test_search_finds_by_code_title_and_owner(opened: Opened, query: str) -> None:
    opened.page.fill("#query", query)
    assert "AC34485" in opened.codes()
    assert len(opened.codes()) < 10


def test_search_that_finds_nothing_says_so(opened: Opened) -> None:
    opened.page.fill("#query", "qqqq")
    assert opened.codes() == []
    assert opened.status().startswith("0 of 338 entries")


def test_one_list_sorts_by_any_column(opened: Opened, sample: Report) -> None:
    opened.page.click("#as-list")
    opened.page.click("#tree th[data-key=previous_actual] button")
    entries = [entry for entry in sample.entries if entry.code]
    most = max(entries, key=lambda entry: entry.budget.operating.expenditure.previous_actual or 0)
    assert opened.codes()[0] == most.code
    assert opened.page.get_attribute("#tree th[data-key=previous_actual]", "aria-sort") == "descending"
    opened.page.click("#tree th[data-key=previous_actual] button")
    least = min(entry.budget.operating.expenditure.previous_actual or 0 for entry in sample.entries)
    assert opened.page.locator("#tree tbody tr").first.locator("td").nth(4).inner_text() == format_number(least)
    opened.page.click("#tree th[data-key=entry] button")
    assert opened.page.get_attribute("#tree th[data-key=entry]", "aria-sort") == "ascending"


def test_a_figure_that_is_missing_comes_last_and_says_what_is_inferred(opened: Opened) -> None:
    opened.page.click("#as-list")
    opened.page.click("#tree th[data-key=actual] button")
    assert opened.codes()[-1] == "AC34852"
    opened.page.click("#tree tbody tr:last-child")
    assert "inferred: from 1.229.921,5 to 1.229.938,5" in opened.page.inner_text("#entry")


def test_an_entry_shows_its_tables_the_sums_below_and_its_findings(opened: Opened) -> None:
    opened.page.click("#tree tr:has-text('OD10089')")
    shown = opened.page.inner_text("#entry")
    assert "37.094.837" in shown
    assert "36.470.277\nshort 624.560" in shown
    assert "missing-entry" in shown
    assert opened.page.evaluate("location.hash") == "#OD10089"
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible("#entry")


def test_an_address_with_a_code_opens_the_entry(browser: Browser, address: str) -> None:
    one = Opened(browser, f"{address}#AC34485")
    assert one.page.inner_text("#entry-title").startswith("Het ondersteunen van de stadsregionale")
    one.close()


def test_findings_are_listed_and_lead_to_their_entries(opened: Opened) -> None:
    listed = opened.page.inner_text("#findings")
    assert "missing-entry" in listed
    assert "misspelt-label" not in listed
    opened.page.click("#severities .info")
    assert "misspelt-label" in opened.page.inner_text("#findings")
    opened.page.locator("#findings .link", has_text="OD10082").first.click()
    assert opened.page.is_visible("#entry")


def test_the_treemap_goes_down_and_up_and_tells_what_it_cannot_draw(opened: Opened) -> None:
    tiles = opened.page.locator("#treemap .tile")
    assert tiles.count() >= 20
    opened.page.click("#treemap .tile[title^='SD10044']")
    assert opened.page.inner_text("#crumbs").split() == ["Everything", "SD10044"]
    opened.page.click("#treemap .tile[title^='OD10089']")
    assert "624.560" in opened.page.inner_text("#treemap .rest")
    opened.page.click("#crumbs button >> nth=0")
    opened.page.select_option("#row", "Financiering Uitgaven")
    assert "zero" in opened.page.inner_text("#undrawn")


# ---- by keyboard -------------------------------------------------------------------------------------------


def test_the_tree_is_moved_through_by_keys(opened: Opened) -> None:
    press = opened.page.keyboard.press
    opened.page.locator("#tree tbody tr").first.focus()
    press("ArrowDown")
    assert opened.focused() == "OD10071"
    press("ArrowRight")
    press("ArrowRight")
    assert opened.focused() == "AC34485"
    press("Enter")
    assert opened.page.is_visible("#entry")
    press("Escape")
    assert opened.focused() == "AC34485"
    press("ArrowLeft")
    press("ArrowLeft")
    press("End")
    assert opened.focused() == "OD10090"
    press("Home")
    press("ArrowLeft")
    assert opened.page.locator("#tree tbody tr").first.get_attribute("aria-expanded") == "false"


def test_everything_is_reached_with_the_tab_key_alone(opened: Opened) -> None:
    reached = []
    for _ in range(40):
        opened.page.keyboard.press("Tab")
        reached.append(opened.page.evaluate("document.activeElement.closest('[id]')?.id"))
    wanted = ["query", "row", "column", "treemap", "as-tree", "as-list", "expand", "tree"]
    assert [name for name in dict.fromkeys(reached) if name in wanted] == wanted


# ---- on a telephone, in the dark ---------------------------------------------------------------------------


@pytest.mark.parametrize("settings", [DESKTOP, TELEPHONE], ids=["desktop", "telephone"])
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, settings: dict[str, object]) -> None:
    one = Opened(browser, address, **settings)
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert one.page.evaluate(wide) <= 0
    one.page.click("#expand")
    assert one.page.evaluate(wide) <= 0
    one.page.locator("#tree tbody tr").first.click()
    assert one.page.evaluate("document.querySelector('dialog').getBoundingClientRect().width <= innerWidth")
    one.close()


CONTRAST = """selector => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => linear(byte / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return /rgba\\(.*, 0\\)|transparent/.test(colour) && element.parentElement ? ground(element.parentElement) : colour;
  };
  const element = document.querySelector(selector);
  const [one, other] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
  return (one + 0.05) / (other + 0.05);
}"""


WORDS = (
    "#title", "#standfirst", "#keys", "#tree .owner", "#tree .code", "#treemap .tile", ".severity.error",
    ".severity.warning", "#findings .link",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, address: str, scheme: str) -> None:
    one = Opened(browser, address, color_scheme=scheme)
    contrasts = {selector: one.page.evaluate(CONTRAST, selector) for selector in WORDS}
    assert not {selector: contrast for selector, contrast in contrasts.items() if contrast < 4.5}
    one.close()


# ---- safety ------------------------------------------------------------------------------------------------


def test_nothing_printed_runs(browser: Browser, tmp_path: Path) -> None:
    report = hostile_report()
    one = Opened(browser, saved(report, tmp_path))
    one.page.click("#expand")
    for row in range(len(report.entries)):
        one.page.locator("#tree tbody tr").nth(row).click()
        one.page.keyboard.press("Escape")
    one.page.fill("#query", SCRIPT[:10])
    assert "taken" not in one.page.title().removeprefix(BREAKOUT)
    assert one.page.evaluate("document.querySelectorAll('img, svg, iframe').length") == 0
    assert one.complaints == []
    one.close()


def test_a_report_whose_only_figures_are_below_zero_says_so(browser: Browser, tmp_path: Path) -> None:
    one = Opened(browser, saved(gentbudget.parse(SMALL), tmp_path))
    one.page.select_option("#row", "Financiering Ontvangsten")
    assert "below zero: SD10041 (-5.173)" in one.page.inner_text("#undrawn")
    assert "Nothing above zero" in one.page.inner_text("#treemap")
    one.close()
