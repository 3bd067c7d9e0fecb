"""HTML: the self-contained page."""

from __future__ import annotations

from pathlib import Path

from gentbudget.report import Report
from gentbudget.show.page import write_page


def write(report: Report, path: Path) -> None:
    """Write the page that `gentbudget.show.page.write_page` makes."""
    path.write_text(write_page(report), encoding="utf-8", newline="\n")
