"""Pages as a scanner gives them, and as Tesseract reads them."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib import import_module
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import frozen

from .accounts import PrintedReport, consistent_report
from .printing import version_of
from .vocabulary import TOWN


@frozen
class Scan:
    """How a page is scanned and read: dots an inch, Tesseract's way to segment pages, and whether it is askew and blurred."""

    dpi: int
    psm: int
    worn: bool = False

    def version(self) -> str:
        """Return the version of Tesseract."""
        return version_of("tesseract")

    def read(self, pdf: Path) -> str:
        """Read all pages of a PDF, with a form feed between them, as Tesseract ends its pages."""
        with TemporaryDirectory() as folder:
            command = ["pdftoppm", "-r", str(self.dpi), "-gray", "-png", str(pdf), f"{folder}/page"]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603
            return "".join(self._page(picture) for picture in sorted(Path(folder).glob("page*.png")))

    def _page(self, picture: Path) -> str:
        if self.worn:
            _wear(picture)
        command = ["tesseract", str(picture), "-", "-l", "nld", "--psm", str(self.psm), "--dpi", str(self.dpi)]
        one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        return subprocess.run(command, check=True, capture_output=True, env=one_thread).stdout.decode("utf-8")  # noqa: S603


def _wear(picture: Path) -> None:
    """Turn a page by half a degree, and blur it."""
    image, filters = import_module("PIL.Image"), import_module("PIL.ImageFilter")
    with image.open(picture) as page:
        turned = page.rotate(0.5, resample=image.Resampling.BICUBIC, fillcolor=255)
        turned.filter(filters.GaussianBlur(0.8)).save(picture)


def available() -> bool:
    """Tell whether Tesseract and what makes its pictures are installed."""
    return all(map(shutil.which, ("tesseract", "pdftoppm")))


def scanned_account() -> PrintedReport:
    """Draw an account of a few pages; reading one takes seconds."""
    return consistent_report(Random(100), year=2025, objectives=1, plans=2, actions=6, zero_share=0.3, vocabulary=TOWN)


SCANS: dict[str, Scan] = {
    "150dpi-psm6": Scan(150, 6),
    "200dpi-psm4": Scan(200, 4),
    "200dpi-psm6-worn": Scan(200, 6, worn=True),
    "300dpi-psm3": Scan(300, 3),
    "300dpi-psm4-worn": Scan(300, 4, worn=True),
    "300dpi-psm6": Scan(300, 6),
}

SCANNED: dict[str, tuple[str, ...]] = {
    "writer-serif": tuple(SCANS),
    "chromium-lengthwise": ("150dpi-psm6", "200dpi-psm4", "200dpi-psm6-worn"),
}
"""The looks that are scanned, and how: one with a grid of borders, and one without any."""
