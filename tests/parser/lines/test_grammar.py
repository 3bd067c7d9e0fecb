"""The grammar, built from its sources; here a small one, since the whole takes seconds."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lark import Lark

from gentbudget.grammar.__main__ import source
from gentbudget.parser.lines import grammar

SOURCES = {
    "report.lark": '%import .cells (LINE_END, DAY)\nreport : line+\nline : WORD LINE_END\nWORD : LETTER+\nLETTER : "a" | "b"\n',
    "cells.lark": "LINE_END : /[\\n\\f]/\nDAY : /[0-9]+/\n",
    "labels.lark": "",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with such a grammar, in the place of the one that is shipped."""
    package = tmp_path / tmp_path.name  # another name for each test: a module is imported once
    package.mkdir()
    for name, text in {**SOURCES, "__init__.py": ""}.items():
        (package / name).write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(grammar, "PACKAGE", package.name)
    return package


def test_what_is_built_has_every_terminal_by_its_own_name_those_included_that_no_rule_uses(folder: Path) -> None:
    patterns = grammar.build().patterns
    assert set(patterns) == {"LINE_END", "DAY", "WORD", "LETTER"}
    assert patterns["DAY"] == "[0-9]+"


def test_what_is_built_can_be_written_into_a_module_and_reads_texts_then(folder: Path) -> None:
    built = grammar.build()
    data, memo = ast.literal_eval(repr((built.data, built.memo)))
    load: Any = Lark._load_from_dict
    assert [str(line.children[0]) for line in load(data, memo).parse("ab\nb\n").children] == ["ab", "b"]


@pytest.mark.parametrize("edited", ["report.lark", "cells.lark", "labels.lark"])
def test_what_was_stored_is_used_until_one_of_the_sources_changes(folder: Path, edited: str) -> None:
    stored = grammar.build()
    (folder / "compiled.py").write_text(source(evolve(stored, patterns={"STORED": ""})), encoding="utf-8")
    assert list(grammar.compiled.__wrapped__().patterns) == ["STORED"]
    (folder / edited).write_text(f"{SOURCES[edited]}// Another.\n", encoding="utf-8")
    assert grammar.compiled.__wrapped__().patterns == stored.patterns
