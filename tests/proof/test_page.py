"""A table of a page is written anew without a change of what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proof.page import write_table

HEAD = ("module", "killed")
TABLE = "| module | killed |\n| --- | ---: |\n| a | 1 |\n| c | 3 |\n\n"
EMPTY = "Words.\n\n<!-- mutants -->\n\n<!-- end -->\n\nMore words.\n"
BEFORE = EMPTY.replace("<!-- end -->", f"{TABLE}<!-- end -->")


def written(tmp_path: Path, before: str, *rows: tuple[object, ...], kept: bool = False) -> str:
    page = tmp_path / "page.md"
    page.write_text(before, encoding="utf-8")
    write_table("mutants", [HEAD, *rows], kept=kept, page=page)
    return page.read_text(encoding="utf-8")


def test_all_rows_are_new(tmp_path: Path) -> None:
    assert written(tmp_path, BEFORE, ("a", 1), ("c", 3)) == BEFORE
    assert written(tmp_path, BEFORE, ("a", 2)) == BEFORE.replace("| a | 1 |\n| c | 3 |", "| a | 2 |")


def test_rows_of_others_are_kept_in_their_order(tmp_path: Path) -> None:
    after = written(tmp_path, BEFORE, ("b", 2), ("c", 4), kept=True)
    assert after == BEFORE.replace("| c | 3 |", "| b | 2 |\n| c | 4 |")


def test_a_table_may_be_empty_before(tmp_path: Path) -> None:
    assert written(tmp_path, EMPTY, ("a", 1), ("c", 3), kept=True) == BEFORE


def test_a_page_without_a_place_for_the_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no place for the table mutants"):
        written(tmp_path, "Words.\n", ("a", 1))
