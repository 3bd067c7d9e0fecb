"""Finds a dump that needs each tolerance as it is: ``python -m tests.parser.measure_tolerances [EVERY]``.

With a number, only every so many dumps one dump is tried, the shortest first.
"""

from __future__ import annotations

import json
import sys

from tests.parser.changed import DUMPS, FACTORS, NEEDED, changed, factored, names, reading, usual_reading


def main() -> None:
    """Write tests/data/tolerances.json; a dump that it names already is tried first."""
    known = json.loads(NEEDED.read_text(encoding="utf-8")) if NEEDED.exists() else {}
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    paths = sorted(DUMPS.rglob("*.txt"), key=lambda path: path.stat().st_size)[::every]
    dumps = [path.relative_to(DUMPS).as_posix() for path in paths]
    _USUAL.update({dump: usual_reading(dump) for dump in dumps})
    found: dict[str, dict[str, str | None]] = {}
    for name in names():
        found[name] = {}
        for how, factor in FACTORS.items():
            likely = [dump for dump in known.get(name, {}).values() if dump in _USUAL]
            with changed(name, factored(name, factor)):
                read = next((d for d in dict.fromkeys((*likely, *dumps)) if differs(d)), None)
            found[name][how] = read
            sys.stdout.write(f"{name} {how}: {read}\n")
            sys.stdout.flush()
        NEEDED.write_text(json.dumps(known | found, indent=1) + "\n", encoding="utf-8")


def differs(dump: str) -> bool:
    """Whether a dump is read otherwise than it usually is."""
    return reading(dump) != _USUAL[dump]


_USUAL: dict[str, object] = {}

if __name__ == "__main__":
    main()
