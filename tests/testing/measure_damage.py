"""Measures how damaged reports are read, by kind of damage.

``python -m tests.testing.measure_damage --store FILE --chunks 5`` does five times ten trials of every kind of damage to every
source of reports, keeps what came of them in the file, and prints the table. What the file has already is not done again,
so that a run may be stopped and go on; ``--only TEXT`` does those kinds alone whose name holds the text. The random numbers
of a chunk are the same on every run.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from gentbudget.testing import DAMAGES, Dump
from gentbudget.testing.damage import damage
from tests.testing.reading import Reading, read
from tests.testing.sources import sources

COLUMNS = {
    "trials": "trials",
    "refused": "refused",
    "kept": "figures kept",
    "wrong": "wrong",
    "by_parse": "by parse",
    "by_check": "by check",
    "by_remark": "by a remark",
    "invisible": "invisible",
    "silent": "silent",
    "lost_in_silence": "lost in silence",
    "cost": "cost to others",
    "broken": "exceptions",
}
SAID = ("by_remark", "invisible", "silent", "lost_in_silence", "cost", "broken")
"""What examples are kept of."""

TRIALS = 10

Record = dict[str, Any]


def chunk(name: str, source: str, number: int, dumps: Sequence[Dump]) -> Record:
    """Do one kind of damage ten times, and count what came of it."""
    random = Random(f"{name} {source} {number}")
    counts: Counter[str] = Counter(dict.fromkeys(COLUMNS, 0))
    examples: dict[str, str] = {}
    for _ in range(4 * TRIALS):
        harmed = damage(random.choice(dumps), name, random)
        if harmed is None:
            continue
        reading = read(harmed)
        counts.update(_counts(reading))
        for what in SAID:
            if said := getattr(reading, what):
                first = said if isinstance(said, str) else f"{said[0]} ({len(said)})"
                example = f"{first} in {harmed.dump.layout} {harmed.dump.report.source}: {harmed.changed}"
                examples[what] = min(example, examples.get(what, example), key=len)
        if counts["trials"] == TRIALS:
            break
    return {"damage": name, "source": source, "chunk": number, "counts": counts, "examples": examples}


def _counts(reading: Reading) -> Counter[str]:
    counted = {what: len(getattr(reading, what)) for what in SAID if what != "broken"}
    return Counter(
        trials=1,
        refused=reading.refused is not None,
        broken=reading.broken is not None,
        figures=0 if reading.refused else reading.figures,
        kept=reading.kept,
        wrong=reading.wrong,
        by_parse=reading.by_parse,
        by_check=reading.by_check,
        **counted,
    )


def table(records: Sequence[Record], by: str = "damage") -> Iterator[str]:
    """The table in Markdown: a row for each kind of damage, or each source, and one for all."""
    yield f"| {by} | " + " | ".join(COLUMNS.values()) + " |\n|---|" + "---:|" * len(COLUMNS)
    totals: dict[str, Counter[str]] = {}
    for record in records:
        totals.setdefault(record[by], Counter()).update(record["counts"])
    order = [name for name in DAMAGES if name in totals] if by == "damage" else list(totals)
    for name in order:
        yield row(name, totals[name])
    yield row("all", sum(totals.values(), Counter()))


def row(name: str, counts: Mapping[str, int]) -> str:
    """A row of the table."""
    values = {column: f"{counts[column]:,}".replace(",", ".") for column in COLUMNS}
    values["kept"] = f"{100 * counts['kept'] / max(1, counts['figures']):.1f} %"
    return f"| {name} | " + " | ".join(values.values()) + " |"


def main() -> None:
    """Do what is not done yet, and print the tables; then the shortest example of each kind of loss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, default=Path("damage.jsonl"), help="where to keep what came of the trials")
    parser.add_argument("--chunks", type=int, default=1, help="how many times ten trials of each kind and source")
    parser.add_argument("--only", default="", help="kinds of damage whose name holds this")
    parser.add_argument("--examples", action="store_true", help="print examples of what is silent or lost")
    wanted = parser.parse_args()
    stored = wanted.store.read_text(encoding="utf-8").splitlines() if wanted.store.exists() else []
    records: list[Record] = [json.loads(line) for line in stored]
    done = {(record["damage"], record["source"], record["chunk"]) for record in records}
    names = [name for name in DAMAGES if wanted.only in name]
    left = [(n, s, c) for c in range(wanted.chunks) for n in names for s in ("generated", "sample", "golden")]
    left = [one for one in left if one not in done]
    found = sources() if left else {}
    with wanted.store.open("a", encoding="utf-8") as store:
        for name, source, number in left:
            records.append(chunk(name, source, number, found[source]))
            store.write(json.dumps(records[-1], ensure_ascii=False) + "\n")
            store.flush()
    chosen = [record for record in records if wanted.only in record["damage"]]
    print(*table(chosen), "", *table(chosen, by="source"), sep="\n")
    if wanted.examples:
        for record in chosen:
            for what, example in record["examples"].items():
                print(f"\n{record['damage']}, {what}: {example}")


if __name__ == "__main__":
    main()
