"""The entry point, and what becomes of it without the extra."""

from __future__ import annotations

import subprocess
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

from gentbudget.__main__ import main
from tests.cli.running import Outcome, invoke, run, start

TREE = "sys.argv = ['gentbudget', 'tree', 'sample']; from gentbudget.__main__ import main; main()"


def test_the_module_runs_the_command_line(damaged: Path) -> None:
    assert run("--version") == (0, f"gentbudget {version('gentbudget')}\n", "")
    for arguments, status in ((("check", str(damaged), "--format", "github"), 1), (("show", str(damaged), "nothing"), 2)):
        outcome = run(*arguments)
        assert outcome.status == status
        assert outcome == invoke(*arguments)


def test_the_console_script_is_the_same() -> None:
    (script,) = entry_points(group="console_scripts", name="gentbudget")
    assert script.load() is main


@pytest.mark.parametrize("package", ["click", "rich"])
def test_without_the_extra_it_says_what_to_install(package: str) -> None:
    done = python(f"import sys; sys.modules[{package!r}] = None; {TREE}")
    assert done.status == 2
    assert done.out == ""
    assert done.err == "Error: the command line needs more packages: pip install 'gentbudget[cli]'\n"


def test_a_module_that_is_missing_for_another_reason_is_not_covered_up() -> None:
    done = python(f"import sys; sys.modules['gentbudget.cli.tree'] = None; {TREE}")
    assert done.status == 1
    assert "ModuleNotFoundError: import of gentbudget.cli.tree halted" in done.err


def test_the_library_needs_neither_click_nor_rich(sound: Path) -> None:
    done = python(
        f"import gentbudget, sys; gentbudget.parse_file({str(sound)!r}); print({{'click', 'rich'}} & set(sys.modules))"
    )
    assert (done.out, done.err) == ("set()\n", "")


@pytest.mark.parametrize(
    ("arguments", "spared"),
    [
        (("--help",), {"rich", "lark", "babel", "pydantic", "asyncio"}),
        (("completion", "zsh"), {"rich", "lark", "babel", "pydantic"}),
        (("find", "FILE", "--format", "csv", "--kind", "objective"), {"rich", "pydantic"}),
        (("show", "FILE", "AC34345"), {"pydantic", "typer", "asyncio", "concurrent", "rich.progress", "rich.markdown"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(arguments: tuple[str, ...], spared: set[str], sound: Path) -> None:
    given = [str(sound) if argument == "FILE" else argument for argument in arguments]
    done = python(
        f"import atexit, sys; sys.argv = ['gentbudget', *{given!r}]; "
        f"atexit.register(lambda: print(sorted({spared!r} & set(sys.modules)), file=sys.stderr)); "
        "from gentbudget.__main__ import main; main()"
    )
    assert (done.status, done.err) == (0, "[]\n")


def python(code: str) -> Outcome:
    with start("-c", code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        out, err = process.communicate()
    return Outcome(process.returncode, out.decode(), err.decode())
