"""Prints how damaged reports are read, by kind of damage: ``python -m tests.testing.measure_damage --trials 100``.

Half of the reports are drawn by the package's strategies, in all layouts, and half are action plans of the sample with
what stands under them, of those whose figures add up. The random numbers are the same on every run.
"""

from __future__ import annotations

import argparse
from collections import Counter
from random import Random

from attrs import evolve
from hypothesis import HealthCheck, Phase, given, seed, settings

import gentbudget
from gentbudget import Report
from gentbudget.exports.text import printed_lines
from gentbudget.testing import DAMAGES, LAYOUTS, Dump, reports
from gentbudget.testing.damage import damage
from tests.testing.reading import Reading, read, whole_report

HEADINGS = ("trials", "refused", "figures kept", "wrong", "by parse", "by check", "invisible", "silent", "lost in silence")


def drawn(number: int) -> list[Report]:
    """Draw reports of several entries."""
    found: list[Report] = []

    @seed(1)
    @settings(
        max_examples=number, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(reports(max_children=3))
    def draw(report: Report) -> None:
        if len(report) > 2:
            found.append(report)

    draw()
    return found


def of_sample(most: int) -> list[Report]:
    """Cut the sample into plans of at most so many actions, each a report of its own."""
    sample = gentbudget.load_sample()
    plans = [
        Report("", (plan,), sample.title, sample.year, sample.previous_year)
        for plan in sample.plans
        if len(plan.actions) <= most
    ]
    pieces = []
    for plan in plans:
        try:
            text = plan.to_text()
        except gentbudget.ReportError:
            continue
        if whole_report(gentbudget.parse(text)):
            pieces.append(evolve(gentbudget.parse(text), text=""))
    return pieces


def trials(name: str, dumps: list[Dump], number: int, random: Random) -> list[tuple[Reading, str]]:
    """Damage dumps until there are so many trials, with what was done in each."""
    done: list[tuple[Reading, str]] = []
    for _ in range(4 * number):
        harmed = damage(random.choice(dumps), name, random)
        if harmed is not None:
            done.append((read(harmed), f"{harmed.dump.layout}: {harmed.changed}"))
        if len(done) == number:
            break
    return done


def main() -> None:
    """Print the table, and below it the shortest example of each kind of silence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=40, help="how many of each kind of damage")
    parser.add_argument("--examples", action="store_true", help="print the silent figures")
    wanted = parser.parse_args()
    dumps = {
        source: [Dump(report, layout, tuple(printed_lines(report))) for report in found for layout in LAYOUTS]
        for source, found in (("generated", drawn(60)), ("sample", of_sample(8)))
    }
    dumps = {source: [dump for dump in some if whole_report(gentbudget.parse(dump.text))] for source, some in dumps.items()}
    print(*(f"{len(some)} dumps {source}" for source, some in dumps.items()), sep=", ")
    print("| damage | " + " | ".join(HEADINGS) + " |\n|---|" + "---:|" * len(HEADINGS))
    total: Counter[str] = Counter()
    silences: dict[tuple[str, str], str] = {}
    for name in DAMAGES:
        random = Random(name)
        done = [one for some in dumps.values() for one in trials(name, some, wanted.trials // len(dumps), random)]
        counts = Counter({"trials": len(done)})
        for reading, what in done:
            read_figures = 0 if reading.refused else reading.figures
            counts.update(figures=read_figures, kept=reading.kept, refused=reading.refused is not None, wrong=reading.wrong)
            counts.update(parse=reading.by_parse, check=reading.by_check)
            counts.update(invisible=len(reading.invisible), silent=len(reading.silent), lost=len(reading.lost_in_silence))
            for kind, said in (("silent", reading.silent), ("lost", reading.lost_in_silence)):
                if said:
                    example = f"{name}, {kind}: {said[0]} in {what}"
                    silences[name, kind] = min(example, silences.get((name, kind), example), key=len)
        total += counts
        print(row(name, counts), flush=True)
    print(row("all", total))
    if wanted.examples:
        print("", *silences.values(), sep="\n")


def row(name: str, counts: Counter[str]) -> str:
    """A row of the table."""
    kept = f"{100 * counts['kept'] / max(1, counts['figures']):.1f} %"
    values = [
        counts["trials"],
        counts["refused"],
        kept,
        *(counts[key] for key in ("wrong", "parse", "check", "invisible", "silent", "lost")),
    ]
    return f"| {name} | " + " | ".join(map(str, values)) + " |"


if __name__ == "__main__":
    main()
