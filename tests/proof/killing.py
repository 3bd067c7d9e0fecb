"""Runs tests against mutants, each in a fork of a process in which everything is imported and every test collected.

A mutant inside a function is planted by giving the function other code, which costs nothing. One that runs when its module
is imported, as does a function that no test calls, needs a process of its own (`planted`).
"""

from __future__ import annotations

import ast
import gc
import os
import resource
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import _lru_cache_wrapper, lru_cache
from importlib import import_module
from math import ceil
from pathlib import Path
from tempfile import TemporaryFile
from time import process_time
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from tests.proof.mutants import Mutant, mutated

ROOT = Path(__file__).parents[2]
PACKAGE = os.path.realpath(ROOT / "gentbudget")
SECONDS = 16
"""The processor's time that the tests of one mutant take; with it they may take twice as long, for a loop may never end."""
BYTES = 8 << 30
_NONE_FAILED = "none failed"
_Caches = Iterable["_lru_cache_wrapper[object]"]
_Codes = Mapping[tuple[str, int], CodeType]
"""The codes of functions, by their names and first lines."""


class Reach(NamedTuple):
    """The processor's time that a test takes, and the lines of the package that it reaches, by their names."""

    seconds: float
    lines: list[str]


class Killing:
    """A plugin of pytest that runs, instead of all tests once, for each mutant those that may notice it.

    ``reached`` is what each test reaches; tests that are not in it are measured first, and ``keep`` is told. ``told`` is
    called with what became of a mutant: the number of tests that may notice it, and the one that did, or None.
    """

    def __init__(
        self,
        found: Sequence[Mutant],
        reached: dict[str, Reach],
        keep: Callable[[], None],
        told: Callable[[Mutant, int, str | None], None],
        seconds: float = SECONDS,
    ) -> None:
        self.found, self.reached, self.keep, self.told, self.seconds = found, reached, keep, told, seconds
        self._sound: set[str] = set()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure what is not known yet, then try each mutant."""
        items = {item.nodeid: item for item in session.items}
        caches = [o for o in gc.get_objects() if type(o) is _lru_cache_wrapper and _is_ours(o)]
        lines = _Lines()
        for number, (nodeid, item) in enumerate(items.items()):
            if nodeid not in self.reached:
                self.reached[nodeid] = _reach(item, caches, lines)
                if number % 500 == 499:
                    self.keep()
        self.keep()
        for file in {mutant.file for mutant in self.found}:
            import_module(".".join(Path(file).with_suffix("").parts).removesuffix(".__init__"))
        functions: dict[str, list[FunctionType]] = defaultdict(list)
        for function in gc.get_objects():
            if type(function) is FunctionType:
                functions[os.path.realpath(function.__code__.co_filename)].append(function)
        by_line = _by_line({nodeid: self.reached[nodeid] for nodeid in items})
        gc.collect()
        gc.freeze()
        for mutant in self.found:
            there = functions[os.path.realpath(ROOT / mutant.file)]
            line = lines.name(str(ROOT / mutant.file), mutant.line)
            most = self.seconds / 4 if mutant.is_imported else self.seconds  # a process of its own has to import all anew
            chosen = [items[nodeid] for nodeid in _choose(mutant, line, by_line, self.reached, most) if nodeid in items]
            codes = _codes_by_place(compile(mutated(ROOT, mutant.file, mutant.index), str(ROOT / mutant.file), "exec"))
            is_called = any(name.startswith(_function(mutant)) for name in by_line)
            alone = mutant.is_imported or not is_called or not _can_be_planted(codes, there)
            killer = _in_own_process(mutant, chosen) if alone else self._in_forks(chosen, there, codes, caches)
            self.told(mutant, len(chosen), killer)
        return True

    def _in_forks(self, chosen: list[pytest.Item], there: Sequence[FunctionType], codes: _Codes, caches: _Caches) -> str | None:
        """The test that kills a mutant, and that without it does not fail: some do for want of memory, or of threads."""
        while True:
            killer = _in_fork(chosen, there, codes, caches, self.seconds)
            if killer is None or killer in self._sound:
                return killer
            before = [item.nodeid for item in chosen].index(killer)
            failing = _in_fork(chosen[: before + 1], (), {}, caches, self.seconds)
            if failing is None:
                self._sound.add(killer)
                return killer
            print(f"fails without any mutant: {failing}", flush=True)
            chosen = [item for item in chosen if item.nodeid != failing]


def _is_ours(cached: _lru_cache_wrapper[object]) -> bool:
    """Whether it keeps what the package says, or what a test has read with it."""
    return str(cached.__module__).partition(".")[0] in {"gentbudget", "tests"}


def _reach(item: pytest.Item, caches: _Caches, lines: _Lines) -> Reach:
    for cache in caches:
        cache.cache_clear()
    coverage = Coverage(data_file=None, config_file=False, source=[PACKAGE])
    coverage.set_option("run:disable_warnings", ["no-data-collected", "trace-changed"])  # some tests trace themselves
    start = process_time()
    coverage.start()
    passed = not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))
    coverage.stop()
    data = coverage.get_data()
    here = {lines.name(file, line) for file in data.measured_files() for line in data.lines(file) or ()} if passed else set()
    return Reach(process_time() - start, sorted(map(sys.intern, here)))


class _Lines:
    """Names lines of the package so that they keep their names when others change: by file, function and text."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {}

    def name(self, file: str, line: int) -> str:
        """The name of a line."""
        if file not in self._names:
            self._names[file] = list(self._named(Path(file)))
        return self._names[file][line - 1]

    @staticmethod
    def _named(file: Path) -> Iterator[str]:
        source = file.read_text(encoding="utf-8")
        functions: dict[int, str] = {}
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                functions |= dict.fromkeys(range(node.lineno, (node.end_lineno or node.lineno) + 1), node.name)
        name = os.path.relpath(os.path.realpath(file), ROOT)
        for number, text in enumerate(source.split("\n"), 1):
            yield f"{name}:{functions.get(number, '')}:{text.strip()}"


def _by_line(reached: dict[str, Reach]) -> dict[str, list[str]]:
    """The tests that reach each line."""
    found: dict[str, list[str]] = defaultdict(list)
    for nodeid, reach in reached.items():
        for line in reach.lines:
            found[line].append(nodeid)
    return found


def _function(mutant: Mutant) -> str:
    """How the names begin of the lines of the function that a mutant is in."""
    return f"{mutant.file}:{mutant.function.rpartition('.')[2]}:"


def _choose(mutant: Mutant, line: str, by_line: dict[str, list[str]], reached: dict[str, Reach], most: float) -> list[str]:
    """The tests that may notice a mutant, as many as these seconds allow, the quickest of every file.

    Those of one file, which share what they read, come together, and first those of the module's own file and folder.
    """
    starts = (f"{mutant.file}:",) if mutant.is_imported else (line, _function(mutant), f"{mutant.file}:")
    inside: set[str] = set()
    for start in starts:
        inside = inside or {nodeid for name in by_line if name.startswith(start) for nodeid in by_line[name]}
    mirror = f"tests{str(Path(mutant.file).parent).removeprefix('gentbudget')}/"
    own = f"{mirror}test_{Path(mutant.file).name}"
    if mutant.is_imported or not inside:  # what is in force once the module is imported may be noticed without reaching it
        inside |= {nodeid for tests in by_line.values() for nodeid in tests if nodeid.startswith(mirror)}
    chosen: dict[str, list[str]] = defaultdict(list)
    seconds = 0.0
    places: Counter[str] = Counter()  # of each test among those of its file
    order = []
    for nodeid in sorted(inside, key=lambda nodeid: reached[nodeid].seconds):
        file = nodeid.partition("::")[0]
        order.append((not nodeid.startswith(mirror), file != own, places[file], reached[nodeid].seconds, nodeid))
        places[file] += 1
    for *_, taken, nodeid in sorted(order):
        if seconds + taken <= most:
            seconds += taken
            chosen[nodeid.partition("::")[0]].append(nodeid)
    return [nodeid for tests in chosen.values() for nodeid in tests]


def _in_own_process(mutant: Mutant, items: Sequence[pytest.Item]) -> str | None:
    """What tells that tests of a module notice a mutant of it: they fail, or do not end, and without it they pass."""
    nodeids = tuple(item.nodeid for item in items)
    if not items or _pass(nodeids, f"{mutant.file}:{mutant.index}") or not _pass(nodeids):
        return None
    return "one of the tests of its module"


@lru_cache
def _pass(nodeids: Sequence[str], planted: str = "") -> bool:
    """Whether tests pass in a process of their own, with a mutant planted or without."""
    plugins = ["-p", "tests.proof.planted", "-p", "no:cacheprovider", "-p", "no:benchmark"]
    done = subprocess.run(  # noqa: S603 - the tests themselves
        [sys.executable, "-m", "pytest", *plugins, "-x", "-n0", "-q", *nodeids],
        cwd=ROOT,
        env={**os.environ, "PROOF_MUTANT": planted},
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS)),
    )
    return done.returncode == 0


def _in_fork(
    items: Sequence[pytest.Item],
    functions: Sequence[FunctionType],
    codes: _Codes,
    caches: _Caches,
    seconds: float,
) -> str | None:
    """The first test that fails, or does not end, where these functions have other code; or None."""
    with TemporaryFile("w+") as told:
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            most = ceil(2 * max(seconds, SECONDS))
            resource.setrlimit(resource.RLIMIT_CPU, (most, most))
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
            signal.alarm(10 * most)  # where it waits for what never comes; on a busy machine it takes long as well
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            for cache in caches:
                cache.cache_clear()
            _plant(codes, functions)
            try:
                _run(items, lambda line: print(line, file=told, flush=True))
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # what its tests began and did not end
        told.seek(0)
        last = told.read().rstrip("\n").rpartition("\n")[2]
    return None if last == _NONE_FAILED else last


def _can_be_planted(codes: _Codes, functions: Iterable[FunctionType]) -> bool:
    """Whether functions can be given these codes: not where one needs other variables from around it, as `super()` does."""
    return all(new.co_freevars == function.__code__.co_freevars for function, new in _with_codes(codes, functions))


def _plant(codes: _Codes, functions: Iterable[FunctionType]) -> None:
    """Give functions the code that they have in another version of their module."""
    for function, new in _with_codes(codes, functions):
        function.__code__ = new


def _with_codes(codes: _Codes, functions: Iterable[FunctionType]) -> Iterator[tuple[FunctionType, CodeType]]:
    for function in functions:
        new = codes.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
        if new is not None:
            yield function, new


def _codes_by_place(code: CodeType) -> dict[tuple[str, int], CodeType]:
    return {(inner.co_qualname, inner.co_firstlineno): inner for inner in _codes(code)}


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _run(items: Sequence[pytest.Item], told: Callable[[str], object]) -> None:
    """Run tests until one fails; tell each before it runs, and at the end that all of them pass."""
    for place, item in enumerate(items):
        told(item.nodeid)
        following = items[place + 1] if place + 1 < len(items) else None
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return
    told(_NONE_FAILED)
