"""What parsing and checking cost, beside a plain loop over the same text: ``pytest tests/benchmarks/bench_parse.py``.

The name keeps it out of the tests, since it takes minutes and wants an idle machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from statistics import median
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import gentbudget

from .plain_loop import read

SIZES = (1, 8, 64)
ROUNDS = {1: 9, 8: 3, 64: 1}
ROUNDS_OF_SIZES = {8: 7, 64: 1}

MOST_FOR_PARSE = 22.0
MOST_FOR_CHECK = 9.0
MOST_FOR_SIZE = {8: 8.5, 64: 75.0}
"""Loops of that kind that parsing and checking the sample cost at most, and times the sample that longer texts cost.

The aims were 12 and 7 of a loop that does more: the code of then cost 40 and 10.5 of it, and 74 and 19.4 of this one, which
is a factor of 1.85 both times. Processors differ: some run the loop's patterns faster, others the parser's objects.
"""

_CODE = re.compile(r"\b([A-Z]{2,3})([0-9]{4,5})\b")


def sample(times: int) -> str:
    """The sample's text so many times over, each time with other codes, behind one table of contents."""
    text = gentbudget.load_sample().text
    start = text.index("Beleidsdoelstelling SD")
    bodies = (_CODE.sub(partial(_shifted, by=137 * i), text[start:]) for i in range(times))
    return text[:start] + "\n".join(bodies)


def _shifted(code: re.Match[str], by: int) -> str:
    letters, digits = code.groups()
    return f"{letters}{(int(digits) + by) % 10 ** len(digits):0{len(digits)}}"


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The median of the processor's time that some work takes."""
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times)


@pytest.mark.parametrize("times", SIZES)
@pytest.mark.parametrize("work", [read, gentbudget.parse], ids=["loop", "parse"])
def test_reading(benchmark: BenchmarkFixture, work: Callable[[str], object], times: int) -> None:
    benchmark.group = f"{times} times the sample"
    benchmark.pedantic(work, (sample(times),), rounds=ROUNDS[times], warmup_rounds=int(times == 1))


@pytest.mark.parametrize("times", SIZES)
def test_checking(benchmark: BenchmarkFixture, times: int) -> None:
    benchmark.group = f"{times} times the sample"
    benchmark.pedantic(
        lambda report: report.check(), setup=lambda: ((gentbudget.parse(sample(times)),), {}), rounds=ROUNDS[times]
    )


def test_costs_compared_with_the_loop() -> None:
    text = sample(1)
    gentbudget.parse(text)
    loop = seconds(lambda: read(text), 15)
    assert seconds(lambda: gentbudget.parse(text), 9) <= MOST_FOR_PARSE * loop
    reports = iter([gentbudget.parse(text) for _ in range(9)])
    assert seconds(lambda: next(reports).check(), 9) <= MOST_FOR_CHECK * loop


@pytest.mark.parametrize("times", SIZES[1:])
def test_longer_texts_take_their_share(times: int) -> None:
    """One after the other, since the speed of a processor changes from minute to minute."""
    text, long = sample(1), sample(times)
    gentbudget.parse(text)
    shares = []
    for _ in range(ROUNDS_OF_SIZES[times]):
        short = seconds(lambda: gentbudget.parse(text), 3)
        shares.append(2 * seconds(lambda: gentbudget.parse(long), 1) / (short + seconds(lambda: gentbudget.parse(text), 3)))
    assert median(shares) <= MOST_FOR_SIZE[times]
