"""Tells which small changes of the package its tests notice: ``python -m tests.proof.measure_mutants``.

For each module a sample of its mutants is drawn, always the same; for each, the tests that call its function run, quickest
first, until one fails. ``--modules`` chooses modules, ``--most`` how many mutants of each, ``--tests`` folders of tests.
``--evenly`` draws so many of all mutants outside the command line instead, each as likely as any other. What is known
already is not measured again (``--results``); ``--write`` puts the scores into docs/proof.md, where the rows of modules of
which nothing is known stay as they are.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.proof.killing import ROOT, SECONDS, Killing, Reach
from tests.proof.mutants import Mutant, mutants, sample
from tests.proof.page import part, write_table

SEED = "gentbudget"
"""Of the sample in docs/proof.md."""


def modules(wanted: Iterable[str]) -> list[str]:
    """The files of the package whose path begins with one of these, or all."""
    files = sorted(str(file.relative_to(ROOT)) for file in (ROOT / "gentbudget").rglob("*.py"))
    starts = [f"gentbudget/{name}" for name in wanted] or ["gentbudget/"]
    return [file for start in starts for file in files if file.startswith(start) and "/grammar/" not in file]


def is_scored(file: str) -> bool:
    """Whether a file is none of the command line, nor what starts it."""
    return not file.startswith(("gentbudget/cli/", "gentbudget/__main__"))


def main() -> None:
    """Measure, and write what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", nargs="*", default=[])
    parser.add_argument("--tests", nargs="*", default=["tests"])
    parser.add_argument("--most", type=int, default=10)
    parser.add_argument("--evenly", type=int, metavar="N", help="draw N of all mutants outside the command line instead")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="as long as the tests of a mutant take")
    parser.add_argument("--seed", default=SEED, help="draw another sample, for which no test was written")
    parser.add_argument("--results", type=Path, default=Path("build/mutants.json"))
    parser.add_argument("--again", action="store_true", help="try those once more that survived")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    options.results.parent.mkdir(exist_ok=True)
    reaches = options.results.with_suffix(".reached.json")
    known: dict[str, str | None] = json.loads(options.results.read_text()) if options.results.exists() else {}
    reached = _kept(reaches.read_text()) if reaches.exists() else {}
    if options.evenly:
        found = sample(ROOT, filter(is_scored, modules(options.modules)), options.evenly, options.seed)
    else:
        found = [m for file in modules(options.modules) for m in mutants(ROOT, file, options.most, options.seed)]

    def told(mutant: Mutant, tried: int, killer: str | None) -> None:
        known[_key(mutant)] = killer
        print(f"{'killed  ' if killer else 'SURVIVED'} {_key(mutant)}  [{killer or tried}]", flush=True)
        options.results.write_text(json.dumps(known, indent=1))

    if left := [m for m in found if _key(m) not in known or (options.again and known[_key(m)] is None)]:
        killing = Killing(left, reached, lambda: _ignore(reaches.write_text(_to_keep(reached))), told, options.seconds)
        pytest.main(["-n0", "-q", "-p", "no:cacheprovider", "-p", "no:benchmark", *options.tests], plugins=[killing])
    killed = [known[_key(mutant)] is not None for mutant in found]
    print(f"{sum(killed)} of {len(killed)} killed, {sum(killed) / len(killed):.1%}")
    if options.write:
        write_table("mutants", _table(known, options.most), kept=True)


def _to_keep(reached: Mapping[str, Reach]) -> str:
    """What tests reach, the lines by their numbers among all, since each of thousands of tests reaches thousands."""
    numbers: dict[str, int] = {}
    tests = {test: (r.seconds, [numbers.setdefault(line, len(numbers)) for line in r.lines]) for test, r in reached.items()}
    return json.dumps({"lines": list(numbers), "tests": tests})


def _kept(text: str) -> dict[str, Reach]:
    kept = json.loads(text)
    return {test: Reach(seconds, [kept["lines"][n] for n in numbers]) for test, (seconds, numbers) in kept["tests"].items()}


def _ignore(_: object) -> None:
    return None


def _key(mutant: Mutant) -> str:
    return f"{mutant.file}:{mutant.line}: {mutant.before}  ->  {mutant.after}"


def _table(known: dict[str, str | None], most: int) -> list[tuple[object, ...]]:
    """The scores of what is known, by the folder or file right inside the package, or inside the parser."""
    counts: dict[str, list[bool]] = defaultdict(list)
    for mutant in (m for file in modules(()) for m in mutants(ROOT, file, most, SEED)):
        if _key(mutant) in known:
            counts[part(mutant.file)].append(known[_key(mutant)] is not None)
    rows = [(name, len(killed), sum(killed), f"{sum(killed) / len(killed):.0%}") for name, killed in counts.items()]
    return [("module", "mutants", "killed", "share"), *rows]


if __name__ == "__main__":
    main()
