"""Runs tests against mutants, each in a fork of a process in which everything is imported and every test collected.

A mutant inside a function is planted by giving the function other code, which costs nothing. One that runs when its module
is imported needs a process of its own (`planted`).
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from cProfile import Profile
from functools import _lru_cache_wrapper
from pathlib import Path
from time import process_time
from types import CodeType, FunctionType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from tests.proof.mutants import Mutant, mutated

ROOT = Path(__file__).parents[2]
PACKAGE = os.path.realpath(ROOT / "gentbudget")
SECONDS = 16
"""The processor's time that the tests of one mutant may take, those chosen more than three times as quick: a loop may never end."""
BYTES = 4 << 30


class Reach(NamedTuple):
    """The processor's time that a test takes, and the functions it calls, each by its file and qualified name."""

    seconds: float
    functions: list[str]


class Killing:
    """A plugin of pytest that runs, instead of all tests once, for each mutant those that may notice it.

    ``reached`` is what each test calls; tests that are not in it are measured first, and ``keep`` is told. ``told`` is
    called with what became of a mutant: the number of tests that may notice it, and the one that did, or None.
    """

    def __init__(
        self,
        found: Sequence[Mutant],
        reached: dict[str, Reach],
        keep: Callable[[], None],
        told: Callable[[Mutant, int, str | None], None],
    ) -> None:
        self.found, self.reached, self.keep, self.told = found, reached, keep, told

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Measure what is not known yet, then try each mutant."""
        items = {item.nodeid: item for item in session.items}
        caches = [o for o in gc.get_objects() if type(o) is _lru_cache_wrapper and _is_ours(o)]
        for number, (nodeid, item) in enumerate(items.items()):
            if nodeid not in self.reached:
                self.reached[nodeid] = _reach(item, caches)
                if number % 500 == 499:
                    self.keep()
        self.keep()
        functions: dict[str, list[FunctionType]] = defaultdict(list)
        for function in gc.get_objects():
            if type(function) is FunctionType:
                functions[os.path.realpath(function.__code__.co_filename)].append(function)
        by_function = _by_function(self.reached)
        gc.collect()
        gc.freeze()
        for mutant in self.found:
            there = functions[os.path.realpath(ROOT / mutant.file)]
            names = {_name(function.__code__) for function in there if function.__code__.co_firstlineno == mutant.function}
            chosen = [items[nodeid] for nodeid in _choose(mutant, names, by_function, self.reached) if nodeid in items]
            killer = _in_own_process(mutant, chosen) if mutant.is_imported else _in_fork(mutant, chosen, there, caches)
            self.told(mutant, len(chosen), killer)
        return True


def _is_ours(cached: _lru_cache_wrapper[object]) -> bool:
    """Whether it keeps what the package says, or what a test has read with it."""
    return str(cached.__module__).partition(".")[0] in {"gentbudget", "tests"}


def _reach(item: pytest.Item, caches: Iterable[_lru_cache_wrapper[object]]) -> Reach:
    for cache in caches:
        cache.cache_clear()
    profile = Profile(builtins=False)
    start = process_time()
    try:
        profile.enable()
        passed = not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))
        profile.disable()
    except ValueError:  # the test profiles itself
        passed = False
    codes = [entry.code for entry in profile.getstats() if isinstance(entry.code, CodeType)] if passed else []
    here = {_name(code) for code in codes if os.path.realpath(code.co_filename).startswith(PACKAGE)}
    return Reach(process_time() - start, sorted(here))


def _name(code: CodeType) -> str:
    return f"{os.path.relpath(os.path.realpath(code.co_filename), ROOT)}:{code.co_qualname}"


def _by_function(reached: dict[str, Reach]) -> dict[str, list[str]]:
    """The tests that call each function, quickest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for nodeid, reach in sorted(reached.items(), key=lambda pair: pair[1].seconds):
        for function in reach.functions:
            found[function].append(nodeid)
    return found


def _choose(mutant: Mutant, names: set[str], by_function: dict[str, list[str]], reached: dict[str, Reach]) -> list[str]:
    """The tests that may notice a mutant, as many as the time allows: the quickest of each file of tests first."""
    if mutant.is_imported:
        names = {name for name in by_function if name.startswith(f"{mutant.file}:")}
    inside = {nodeid for name in names for nodeid in by_function.get(name, ())}
    mirror = f"tests{str(Path(mutant.file).parent).removeprefix('gentbudget')}/"
    of_file: dict[str, int] = defaultdict(int)
    ranks: dict[str, tuple[int, bool, float]] = {}
    for nodeid in sorted(inside, key=lambda nodeid: reached[nodeid].seconds):
        file = nodeid.partition("::")[0]
        ranks[nodeid] = of_file[file], not file.startswith(mirror), reached[nodeid].seconds
        of_file[file] += 1
    chosen, seconds = [], 0.0
    for nodeid in sorted(inside, key=ranks.__getitem__):
        seconds += reached[nodeid].seconds
        if seconds > SECONDS:
            break
        chosen.append(nodeid)
    return chosen


def _in_own_process(mutant: Mutant, items: Sequence[pytest.Item]) -> str | None:
    if not items:
        return None
    plugins = ["-p", "tests.proof.planted", "-p", "no:cacheprovider", "-p", "no:benchmark"]
    done = subprocess.run(  # noqa: S603 - the tests themselves
        [sys.executable, "-m", "pytest", *plugins, "-x", "-n0", "-q", *(item.nodeid for item in items)],
        cwd=ROOT,
        env={**os.environ, "PROOF_MUTANT": f"{mutant.file}:{mutant.index}"},
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS)),
    )
    return None if done.returncode == 0 else "one of the tests of its module"


def _in_fork(
    mutant: Mutant,
    items: Sequence[pytest.Item],
    functions: Sequence[FunctionType],
    caches: Iterable[_lru_cache_wrapper[object]],
) -> str | None:
    codes = _codes_by_place(compile(mutated(ROOT, mutant.file, mutant.index), functions[0].__code__.co_filename, "exec"))
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        for cache in caches:
            cache.cache_clear()
        _plant(codes, functions)
        try:
            os.write(writing, (_first_failing(items) or "").encode())
        except BaseException as error:
            os.write(writing, type(error).__name__.encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    return told or (None if status == 0 else "out of time")


def _plant(codes: dict[tuple[str, int], CodeType], functions: Iterable[FunctionType]) -> None:
    """Give functions the code that they have in another version of their module."""
    for function in functions:
        old = function.__code__
        new = codes.get((old.co_qualname, old.co_firstlineno))
        if new is not None and new.co_freevars == old.co_freevars:
            function.__code__ = new


def _codes_by_place(code: CodeType) -> dict[tuple[str, int], CodeType]:
    return {(inner.co_qualname, inner.co_firstlineno): inner for inner in _codes(code)}


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _first_failing(items: Sequence[pytest.Item]) -> str | None:
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return item.nodeid
    return None
