"""Make the pictures of docs/gallery.md: ``python -m tests.show.make_pictures``. Needs Chromium, and the extra ``test``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import gentbudget
from gentbudget import Report, plot
from gentbudget.show.notebook import in_report
from gentbudget.show.page import write_page
from tests.show.chromium import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

IMAGES = Path(__file__).parents[2] / "docs" / "images"


def make_pictures(folder: Path = IMAGES) -> None:
    """Make all pictures anew."""
    folder.mkdir(exist_ok=True)
    report = gentbudget.load_sample()
    plot.save(plot.treemap(report), folder / "treemap.svg", width=1000, height=620)
    plot.save(plot.budget_against_actual(report["SD10041"]), folder / "bars.svg", width=1000, height=560)
    with TemporaryDirectory() as work, chromium() as browser:
        page = Path(work) / "report.html"
        page.write_text(write_page(report), encoding="utf-8")
        desktop = {"width": 1200, "height": 1000}
        picture(browser, page.as_uri(), folder / "page.png", viewport=desktop)
        picture(browser, f"{page.as_uri()}#OD10089", folder / "entry.png", viewport=desktop)
        telephone = {"width": 390, "height": 844}
        picture(browser, page.as_uri(), folder / "telephone.png", viewport=telephone, is_mobile=True, color_scheme="dark")
        picture(browser, notebook(report, Path(work)), folder / "notebook.png", viewport={"width": 1000, "height": 560})


def notebook(report: Report, work: Path) -> str:
    """Write what a notebook shows of an action, on a ground as a notebook has it."""
    page = work / "notebook.html"
    shown = in_report(report, "AC34852")._repr_html_()
    page.write_text(f'<!doctype html><meta charset="utf-8"><body style="margin: 1rem">{shown}', encoding="utf-8")
    return page.as_uri()


def picture(browser: Browser, address: str, path: Path, **settings: object) -> None:
    """Take a picture of what is to be seen first at an address."""
    context = browser.new_context(**settings)  # type: ignore[arg-type] - mypy is told no settings one by one
    page = context.new_page()
    page.goto(address)
    page.screenshot(path=path)
    context.close()


if __name__ == "__main__":
    make_pictures()
