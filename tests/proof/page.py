"""Writes the tables of docs/proof.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "proof.md"


def part(file: str) -> str:
    """The part of the package that a file belongs to: what stands right inside it, or right inside the parser."""
    _, *parts = Path(file).with_suffix("").parts
    return "/".join(parts[: 2 if parts[0] == "parser" else 1]).removesuffix("/__init__")


def write_table(name: str, rows: Sequence[Sequence[object]], *, kept: bool = False, page: Path = PAGE) -> None:
    """Put these rows, the first of which is the head, where the page marks the place of this table.

    Rows that are there already and begin with another cell than all of these go, or are ``kept``.
    """
    written = page.read_text(encoding="utf-8")
    found = re.search(rf"(?<=<!-- {name} -->\n\n)((?:\|.*\n)*)\n?(?=<!-- end -->)", written)
    assert found, f"{page} has no place for the table {name}"
    head, *others = [[str(cell) for cell in row] for row in rows]
    there = [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()[2:]]
    body = {row[0]: row for row in [*(there if kept else ()), *others]}
    rule = ["---", *(["---:"] * (len(head) - 1))]
    table = "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *(body[cell] for cell in sorted(body))))
    page.write_text(f"{written[: found.start()]}{table}\n{written[found.end() :]}", encoding="utf-8")
