"""HTML: the self-contained page."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from gentbudget.report import Report


def write(report: Report, path: Path) -> None:
    """Write the page that `gentbudget.show.page.write_page` makes."""
    page: str = import_module("gentbudget.show.page").write_page(report)
    path.write_text(page, encoding="utf-8", newline="\n")
