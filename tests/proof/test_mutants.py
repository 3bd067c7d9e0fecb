"""Mutants are the same each time, differ from the code in one place, and leave alone what no test can notice."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.proof.mutants import mutants, mutated, sample

CODE = {
    "a < b": {"a <= b"},
    "a < b == c": {"a <= b == c", "a < b != c"},
    "a and b": {"a or b"},
    "not a": {"not not a"},
    "a + 1": {"a - 1", "a + 2"},
    "[a for b in c if a]": {"[a for b in c if not a]"},
    "f(x=True)": {"f(x=False)"},
    "zip(a, b, strict=True)": set(),
    "a if b else c": {"a if not b else c"},
    "a: int = b": set(),
    "assert a < b": set(),
    "'words'": set(),
}


def written(tmp_path: Path, code: str) -> str:
    (tmp_path / "module.py").write_text(code, encoding="utf-8")
    return "module.py"


@pytest.mark.parametrize("code", CODE)
def test_what_a_slip_makes_of_it(tmp_path: Path, code: str) -> None:
    file = written(tmp_path, code)
    found = mutants(tmp_path, file, 100, "seed")
    assert {ast.unparse(mutated(tmp_path, file, mutant.index)) for mutant in found} == CODE[code]


def test_statements_lose_their_sense(tmp_path: Path) -> None:
    code = "def f(a):\n    for b in a:\n        if b:\n            continue\n        g(b)\n    return a\n    return False"
    file = written(tmp_path, code)
    texts = {ast.unparse(mutated(tmp_path, file, mutant.index)) for mutant in mutants(tmp_path, file, 100, "seed")}
    assert texts == {
        code.replace("in a", "in ()"),
        code.replace("if b", "if not b"),
        code.replace("continue", "break"),
        code.replace("g(b)", "pass"),
        code.replace("return a", "return"),
        code.replace("False", "True"),
    }


def test_a_mutant_knows_the_function_that_it_is_in(tmp_path: Path) -> None:
    code = "N = 1\n@cache\ndef f(a: int = 2) -> str | None:\n    return a\nclass C:\n    def g(a):\n        return lambda: 2"
    found = mutants(tmp_path, written(tmp_path, code), 100, "seed")
    assert [(m.line, m.function) for m in found] == [(1, ""), (3, ""), (4, "f"), (7, "C.g"), (7, "C.g")]
    assert [m.is_imported for m in found] == [not m.function for m in found]


def test_the_first_statements_of_a_function_do_not_run_at_import(tmp_path: Path) -> None:
    code = "def g():\n    f()\nclass C:\n    f()\n    def g(self):\n        f()"
    found = mutants(tmp_path, written(tmp_path, code), 100, "seed")
    assert [(m.function, m.is_imported) for m in found] == [("g", False), ("", True), ("C.g", False)]


def test_a_sample_is_the_same_each_time(tmp_path: Path) -> None:
    file = written(tmp_path, "\n".join(f"a{i} = {i}" for i in range(50)))
    few = mutants(tmp_path, file, 5, "seed")
    assert len(few) == 5
    assert few == mutants(tmp_path, file, 5, "seed")
    assert few != mutants(tmp_path, file, 5, "other")


def test_a_sample_of_all_files_asks_more_of_long_ones(tmp_path: Path) -> None:
    lines = {"short.py": 20, "long.py": 180}
    for file, count in lines.items():
        (tmp_path / file).write_text("\n".join(f"a{i} = {i}" for i in range(count)), encoding="utf-8")
    assert {(m.file, m.line) for m in sample(tmp_path, lines, 200, "seed")} == {
        (f, i + 1) for f in lines for i in range(lines[f])
    }
    drawn = sample(tmp_path, lines, 100, "seed")
    assert len(set(drawn)) == 100
    assert 80 <= sum(mutant.file == "long.py" for mutant in drawn) <= 99  # nine in ten, and not as many of each file
    assert drawn == sample(tmp_path, lines, 100, "seed")
    assert drawn != sample(tmp_path, lines, 100, "other")
