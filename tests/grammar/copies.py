"""Copies of the package with another grammar or vocabulary, and texts read with them in a process of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from attrs import define, field

ROOT = Path(__file__).parents[2]
WITHOUT_THE_LINK = shutil.ignore_patterns("grammar")


@define
class Copy:
    """A copy of the package. ``edited`` are the files that were changed, by their paths in the project."""

    folder: Path
    edited: set[str] = field(factory=set)

    @classmethod
    def of_the_package(cls, folder: Path) -> Copy:
        """A copy as it would be installed: the grammar inside the package, and all compiled, so that it is not done again.

        What is edited is newer than what was compiled of it, and is compiled anew.
        """
        shutil.copytree(ROOT / "gentbudget", folder / "gentbudget", ignore=WITHOUT_THE_LINK)
        shutil.copytree(ROOT / "grammar", folder / "gentbudget" / "grammar")
        return cls(folder)

    def edit(self, file: str, old: str, new: str) -> None:
        """Change one place of a file, which must be there once."""
        path = self.folder / (f"gentbudget/{file}" if file.startswith("grammar/") else file)
        source = path.read_text(encoding="utf-8")
        assert source.count(old) == 1, f"{old!r} stands {source.count(old)} times in {file}"
        path.write_text(source.replace(old, new), encoding="utf-8")
        self.edited.add(file)

    def run(self, code: str, text: str = "") -> Any:
        """What a program prints as JSON; it finds the text to read in ``text``."""
        (self.folder / "text.txt").write_text(text, encoding="utf-8")
        program = "import json, pathlib, gentbudget\ntext = pathlib.Path('text.txt').read_text(encoding='utf-8')\n" + code
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
        }
        command = [sys.executable, "-c", f"{program}\nassert gentbudget.__file__.startswith({str(self.folder)!r})"]
        finished = subprocess.run(  # noqa: S603 - this Python, and a program written in the tests
            command, capture_output=True, check=False, cwd=self.folder, env=environment, encoding="utf-8"
        )
        assert finished.returncode == 0, finished.stderr
        return json.loads(finished.stdout)
