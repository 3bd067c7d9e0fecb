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


def write_table(name: str, rows: Sequence[Sequence[object]]) -> None:
    """Put these rows, the first of which is the head, where the page marks the place of this table."""
    head, *others = [[str(cell) for cell in row] for row in rows]
    rule = ["---", *(["---:"] * (len(head) - 1))]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *others))
    place = re.compile(rf"(<!-- {name} -->\n\n)(?:\|.*\n)*\n?(<!-- end -->)")
    page, count = place.subn(lambda found: f"{found[1]}{table}\n\n{found[2]}", PAGE.read_text(encoding="utf-8"))
    assert count == 1, f"{PAGE} has no place for the table {name}"
    PAGE.write_text(page, encoding="utf-8")
