"""What hostile titles become in files: text, whatever it looks like, or an error of the library's own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve

import gentbudget
from gentbudget import ExportError, Report
from tests.parser.small import SMALL
from tests.show.hostile import hostile_report

TITLES = (
    "'); DROP TABLE entries; --",
    'x" OR "1"="1',
    "NEAR(* AND)",
    '=HYPERLINK("http://x";"y")',
    "[link](javascript:x) ![](x) `code` | cell | <b>",
    "\x1b[31m\u202e",
)


def titled(title: str) -> Report:
    """Give the small report with another title everywhere."""
    report = gentbudget.parse(SMALL)
    (objective,) = report.objectives
    (plan,) = objective.plans
    actions = tuple(evolve(action, title=title, owner=title, paragraphs=(title,)) for action in plan.actions)
    return evolve(report, roots=(evolve(objective, title=title, plans=(evolve(plan, title=title, actions=actions),)),))


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_looks_like_a_command_is_text_in_sqlite(tmp_path: Path, title: str) -> None:
    pytest.importorskip("sqlite_utils")
    path = tmp_path / "report.sqlite"
    gentbudget.export(titled(title), path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("select distinct title, owner from entries where kind = 'action'").fetchall() == [
            (title, title)
        ]
        assert database.execute("select count(*) from figures").fetchone() == (140,)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx", "sqlite"])
def test_words_that_no_file_can_hold_are_refused(tmp_path: Path, form: str) -> None:
    """They have a NUL, half a surrogate pair, and marks that turn the direction of writing."""
    path = tmp_path / f"report.{form}"
    with pytest.raises(ExportError, match="no file can hold"):
        gentbudget.export(hostile_report(), path)
    assert not path.exists()


@pytest.mark.parametrize("form", ["json", "html"])
def test_words_that_no_file_can_hold_are_escaped(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"report.{form}"
    gentbudget.export(hostile_report(), path)
    assert b"\0" not in path.read_bytes()
    path.read_bytes().decode("utf-8")
