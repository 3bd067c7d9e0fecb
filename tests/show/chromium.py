"""A real browser for the tests of the page and for the pictures in the documentation."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowserError(RuntimeError):
    """There is no browser to test with; the message says what is missing."""


def find_chromium() -> str:
    """Give the path of an installed Chromium, or raise `NoBrowserError`."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        raise NoBrowserError(f"none of {', '.join(_NAMES)} is on the path")
    return path


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a headless Chromium that is installed on this machine, or raise `NoBrowserError`."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the reason to skip is told where it is missing
    except ModuleNotFoundError:
        raise NoBrowserError("playwright is not installed") from None
    path = find_chromium()
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        # Chromium's sandbox refuses to run as root, as which the gate does.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if is_root else [])
        try:
            yield browser
        finally:
            browser.close()
