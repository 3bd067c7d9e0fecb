"""The installed package: all of it is there, it is typed, and importing it is cheap."""

from __future__ import annotations

import doctest
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distribution, requires
from importlib.resources import files
from pathlib import Path

import pytest

import gentbudget
from tests.profiles import left_to_thorough

ROOT = Path(__file__).parent.parent
SMALL = str(ROOT / "tests" / "data" / "dumps" / "small.tabs.txt")


def run(code: str) -> str:
    """Run code in a fresh interpreter, from the folder above the tests, and return what it prints."""
    command = [sys.executable, "-W", "error", "-c", code]
    finished = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S603
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def test_importing_is_fast_and_pulls_in_nothing_that_reading_does_not_need() -> None:
    code = """
import json, sys, time
start = time.perf_counter()
import gentbudget
took = time.perf_counter() - start
print(json.dumps([took, sorted(sys.modules)]))
"""
    tries = (json.loads(run(code)) for _ in range(3))  # a busy machine may be slow once
    modules = next((modules for took, modules in tries if took < 1.0), None)
    assert modules is not None, "importing took a second"
    # interegular is not among them: Lark imports it by itself where it is installed.
    heavy = {"typer", "rich", "click", "hypothesis", "pytest", "pandas", "numpy", "polars", "duckdb"}
    assert heavy.isdisjoint({name.partition(".")[0] for name in modules})


def test_importing_loads_the_library_when_the_first_name_is_used() -> None:
    code = """
import sys
import gentbudget
print(sorted(name for name in sys.modules if name.startswith(("gentbudget", "lark", "babel", "attr"))))
gentbudget.Report
print("lark" in sys.modules, "concurrent.futures.process" in sys.modules, "numbers" in dir(gentbudget))
"""
    assert run(code) == "['gentbudget']\nTrue False True\n"


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'gentbudget' has no attribute 'parse_flie'"):
        gentbudget.parse_flie  # type: ignore[attr-defined] # noqa: B018 - the lookup is the test


def test_importing_loads_no_grammar() -> None:
    """It is loaded when the first text is read, and then once."""
    code = f"""
import gentbudget
from gentbudget.parser.lines.grammar import compiled
print(compiled.cache_info().currsize)
gentbudget.parse_file({SMALL!r})
gentbudget.parse_file({SMALL!r})
print(compiled.cache_info().misses)
"""
    assert run(code).split() == ["0", "1"]


def test_reading_writes_nothing(tmp_path: Path) -> None:
    """No cache of the grammar in a temporary file, which anyone could have put there."""
    code = f"""
import os, tempfile
tempfile.tempdir = {str(tmp_path)!r}
os.environ["HOME"] = os.environ["XDG_CACHE_HOME"] = {str(tmp_path)!r}
import gentbudget
gentbudget.parse_file({SMALL!r})
"""
    run(code)
    assert list(tmp_path.iterdir()) == []


def test_the_package_is_typed() -> None:
    assert files("gentbudget").joinpath("py.typed").is_file()


def test_the_grammar_is_found_as_a_resource_of_the_package() -> None:
    grammar = files("gentbudget.grammar").joinpath("report.lark")
    assert grammar.is_file()
    assert grammar.read_text(encoding="utf-8").lstrip().startswith("//")
    # It stands beside the package, where readers look for it.
    assert (ROOT / "grammar" / "report.lark").read_bytes() == grammar.read_bytes()


def test_the_sample_is_found_as_a_resource_of_the_package() -> None:
    sample = files("gentbudget.samples").joinpath("jaarrekening-2024.txt")
    assert sample.is_file()
    assert len(gentbudget.load_sample()) == 314


def test_the_package_s_own_files_are_all_declared() -> None:
    """What setuptools is not told of is not in the wheel, though an editable install finds it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = set(project["tool"]["setuptools"]["packages"])
    folders = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in (ROOT / "gentbudget").rglob("*.py")
        if "__pycache__" not in path.parts and "grammar" not in path.parts
    }
    assert folders <= packages
    assert "gentbudget.grammar" in packages


def test_the_metadata_says_what_is_needed() -> None:
    metadata = distribution("gentbudget").metadata
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT"
    needed = {re.split(r"[\s<>=;\[]", line)[0].lower() for line in requires("gentbudget") or [] if "extra ==" not in line}
    assert needed == {"lark", "attrs", "babel"}


@pytest.mark.parametrize(
    "name",
    [
        "parse", "parse_file", "load_sample", "Report", "Objective", "ActionPlan", "Action", "Project", "BudgetTable",
        "BudgetRow", "StaffRow", "Cell", "Column", "Period", "Finding", "ReportError", "NotAReportError",
        "UnknownCodeError", "compare", "Comparison", "series", "parse_files", "Parsed",
    ],
)  # fmt: skip
def test_the_public_names_are_public(name: str) -> None:
    assert name in gentbudget.__all__
    assert hasattr(gentbudget, name)


def test_all_names_that_are_said_to_be_public_exist_and_are_sorted() -> None:
    assert [name for name in gentbudget.__all__ if not hasattr(gentbudget, name)] == []
    assert sorted(gentbudget.__all__) == sorted(set(gentbudget.__all__))


def test_reading_is_the_same_in_a_fresh_process_with_another_hash_seed(sample: gentbudget.Report) -> None:
    """Nothing depends on the order of a set."""
    code = """
import gentbudget, json
report = gentbudget.load_sample()
names = [[e.code, getattr(e, 'owner', None), e.title] for e in report.entries]
print(json.dumps([hash("a"), names, [str(f) for f in report.findings]]))
"""
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    command, environment = [sys.executable, "-c", code], {"PYTHONHASHSEED": seed}
    finished = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=environment)  # noqa: S603
    seeded, names, findings = json.loads(finished.stdout)
    assert seeded != hash("a")
    assert names == [[entry.code, getattr(entry, "owner", None), entry.title] for entry in sample.entries]
    assert findings == [str(finding) for finding in sample.findings]


# ---- type checkers -----------------------------------------------------------------------------------------


@left_to_thorough("runs a type checker")
def test_type_checkers_know_what_the_readme_s_snippets_lookups_and_searches_give(tmp_path: Path) -> None:
    """In a folder from where only the installed package can be found, an editable install too."""
    pytest.importorskip("mypy")
    examples = doctest.DocTestParser().get_examples((ROOT / "README.md").read_text(encoding="utf-8"))
    readme = "".join(example.source for example in examples if not example.exc_msg)
    assert "gentbudget.load_sample()" in readme
    code = """
import gentbudget
report = gentbudget.load_sample()
reveal_type(report.find(kind="project"))
reveal_type(report.find(owner="Dienst"))
reveal_type(report.plan("OD10071").organisation)
reveal_type(report.project("PR41009").status)
reveal_type(report["OD10071"].staff["paid"])
gentbudget.BudgetRow("Saldo", (gentbudget.Column("Krediet"),), [5])
report.find(kind="actie")
gentbudget.Action("AC1")
gentbudget.BudgetRow("Saldo", (gentbudget.Column("Krediet"),), [0.5])
"""
    (tmp_path / "readme.py").write_text(readme, encoding="utf-8")
    (tmp_path / "lookups.py").write_text(code, encoding="utf-8")
    options = ["--strict", "--no-error-summary", "--cache-dir", str(tmp_path)]
    command = [sys.executable, "-m", "mypy", *options, "readme.py", "lookups.py"]
    environment = {name: value for name, value in os.environ.items() if name != "MYPYPATH"}
    finished = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment
    )
    said = finished.stdout + finished.stderr
    assert "readme.py" not in said
    revealed = re.findall(r'Revealed type is "([^"]+)"', said)
    assert [re.sub(r"\b\w+\.", "", one) for one in revealed] == [
        "tuple[Project, ...]", "tuple[Entry, ...]", "str | None", "str | None", "Decimal | None",
    ]  # fmt: skip
    assert [int(line) for line in re.findall(r"lookups.py:(\d+): error", said)] == [10, 11, 12]
