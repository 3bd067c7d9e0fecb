"""The tests of the parser stand where its parts do."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
PARTS = Path(__file__).parents[2] / "gentbudget" / "parser"


def test_every_part_of_the_parser_has_its_folder_of_tests_and_every_folder_its_part() -> None:
    tested = {path.parent.name for path in TESTS.glob("*/test_*.py")}
    packages = {path.parent.name for path in PARTS.glob("*/__init__.py")}
    assert packages == {"lines", "tables", "headers", "entries"}
    assert packages <= tested
    assert tested <= packages | {path.stem for path in PARTS.glob("*.py")}
