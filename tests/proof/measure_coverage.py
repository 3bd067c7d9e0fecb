"""Puts into docs/proof.md which lines and branches the tests reach, by module: ``python -m tests.proof.measure_coverage``.

It reads what ``pytest --cov=gentbudget --cov-branch`` left. With ``--missing`` it lists what no test reaches.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from coverage import Coverage

from tests.proof.page import ROOT, part, write_table

MEASURED = ("numbers", "codes", "intervals", "checks", "parser")


def report() -> dict[str, Any]:
    """What coverage tells of each file of the package."""
    measured = Coverage(config_file=False)
    measured.load()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "coverage.json"
        measured.json_report(outfile=str(file))
        files: dict[str, Any] = json.loads(file.read_text())["files"]
    return {str((ROOT / name).relative_to(ROOT)): told for name, told in files.items()}


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missing", action="store_true")
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for file, told in sorted(report().items()):
        if part(file).partition("/")[0] not in MEASURED:
            continue
        counts[part(file)].update({k: n for k, n in told["summary"].items() if isinstance(n, int)})
        if options.missing and (told["missing_lines"] or told["missing_branches"]):
            print(file, *told["missing_lines"], *("->".join(map(str, branch)) for branch in told["missing_branches"]))
    rows = [
        (
            name,
            n["num_statements"],
            n["missing_lines"],
            n["num_branches"],
            n["missing_branches"],
            f"{(n['covered_lines'] + n['covered_branches']) / (n['num_statements'] + n['num_branches']):.1%}",
        )
        for name, n in sorted(counts.items())
        if n["num_statements"]
    ]
    write_table("coverage", [("module", "statements", "not reached", "branches", "not reached", "share reached"), *rows])


if __name__ == "__main__":
    main()
