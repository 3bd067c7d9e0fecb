"""Many files: in order, whatever becomes of each, in any executor, and never more than a few at once."""

from __future__ import annotations

import gc
import tracemalloc
import weakref
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

import gentbudget
from gentbudget import NotAReportError, Parsed, Report
from tests.parser.small import SMALL
from tests.profiles import left_to_thorough


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Give files of which the second is no report and the fourth is not there."""
    folder = tmp_path_factory.mktemp("editions")
    texts = [SMALL, "Het was een dag in oktober.", SMALL.replace("2024", "2025"), None, SMALL]
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        if text is not None:
            path.write_text(text, encoding="utf-8")
    return paths


def outcomes(parsed: Iterator[Parsed]) -> list[tuple[Any, ...]]:
    return [(one.path, one.report and one.report.year, type(one.error)) for one in parsed]


def expected(paths: list[Path]) -> list[tuple[Any, ...]]:
    none = type(None)
    years = (2024, None, 2025, None, 2024)
    errors = (none, NotAReportError, none, FileNotFoundError, none)
    return list(zip(paths, years, errors, strict=True))


def test_each_file_has_its_result_in_order_and_a_failure_stops_nothing(paths: list[Path]) -> None:
    assert outcomes(gentbudget.parse_files(paths)) == expected(paths)


def test_a_result_is_that_of_parse_file(paths: list[Path]) -> None:
    first = next(iter(gentbudget.parse_files(map(str, paths))))
    assert first == Parsed(str(paths[0]), gentbudget.parse_file(paths[0]))
    assert first.report is not None
    assert first.report.source == "0.txt"


@pytest.mark.parametrize("executor", [None, ProcessPoolExecutor])
def test_what_is_known_helps_with_every_file(executor: type[Executor] | None, tmp_path: Path) -> None:
    file = tmp_path / "unparted.txt"
    file.write_text(SMALL.replace("\tDienst Wonen\n--\t------", " Cel Huur"), encoding="utf-8")
    with executor() if executor else nullcontext() as pool:
        read = [one.report for one in gentbudget.parse_files([file, file], pool, known=iter(["Cel Huur"]))]
    assert [report and report.action("AC34485").owner for report in read] == ["Cel Huur", "Cel Huur"]


def test_what_cannot_be_known_is_told_at_once() -> None:
    with pytest.raises(TypeError, match="known is a Report"):
        gentbudget.parse_files([], known="Cel Huur")


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_an_executor_gives_the_same_in_the_same_order(executor: type[Executor], paths: list[Path]) -> None:
    with executor(max_workers=2) as pool:  # type: ignore[call-arg]
        many = outcomes(gentbudget.parse_files(paths * 3, pool, in_flight=4))
    assert many == expected(paths) * 3


@left_to_thorough("starts a cluster")
def test_a_dask_cluster_is_an_executor(paths: list[Path]) -> None:
    distributed = pytest.importorskip("distributed", reason="dask.distributed is not installed")
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert outcomes(gentbudget.parse_files(paths, client.get_executor())) == expected(paths)


# ---- how much is held at once ------------------------------------------------------------------------------


class Counting(Executor):
    """An executor that runs each task when its result is asked for, and counts how many wait."""

    def __init__(self) -> None:
        self.waiting = self.most = self.begun = 0

    def submit(self, call: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        """Take a task that begins when its result is asked for."""
        executor = self
        self.waiting += 1
        self.most = max(self.most, self.waiting)

        class Lazy(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                executor.waiting -= 1
                executor.begun += 1
                return call(*arguments, **named)

        return Lazy()


@pytest.mark.parametrize("in_flight", [1, 3])
def test_no_more_are_in_flight_than_may_be(in_flight: int) -> None:
    counting = Counting()
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "gone.txt"

    results = gentbudget.parse_files(endless(), counting, in_flight=in_flight)
    for _ in range(1000):
        next(results)
    assert counting.most == in_flight
    assert taken <= 1000 + in_flight


def test_nothing_is_opened_before_it_is_asked_for() -> None:
    counting = Counting()
    results = gentbudget.parse_files(iter(["gone.txt"] * 5), counting, in_flight=2)
    assert (counting.waiting, counting.begun) == (0, 0)
    next(results)
    assert counting.begun == 1


def test_what_has_not_begun_is_cancelled_when_nobody_wants_it_any_more(paths: list[Path]) -> None:
    submitted: list[Future[Any]] = []

    class Recording(Executor):
        def submit(self, call: Any, /, *arguments: Any, **_: Any) -> Future[Any]:
            future: Future[Any] = Future()
            if not submitted:
                future.set_result(call(*arguments))
            submitted.append(future)
            return future

    results = gentbudget.parse_files(paths, Recording(), in_flight=3)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert [future.cancelled() for future in submitted] == [False, True, True]


def test_no_report_is_kept_once_the_next_is_there(paths: list[Path]) -> None:
    seen: list[weakref.ref[Report]] = []
    for parsed in gentbudget.parse_files([paths[0]] * 10):
        assert parsed.report
        seen.append(weakref.ref(parsed.report))
        assert sum(one() is not None for one in seen) <= 2


def test_memory_stays_flat(paths: list[Path]) -> None:
    def kept(count: int) -> int:
        """How many bytes are in use after so many files, while the last of them is at hand."""
        for _ in gentbudget.parse_files(paths[0] for _ in range(count)):
            pass
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    gc.freeze()  # what was there before is not gone through
    kept(2)  # what is cached once for a process
    tracemalloc.start()
    try:
        few = kept(3)
        assert kept(11) < few + 10_000
    finally:
        tracemalloc.stop()
        gc.unfreeze()


# ---- what goes wrong outside the files ---------------------------------------------------------------------


def test_a_worker_that_dies_is_told_for_each_file_that_it_cannot_read(paths: list[Path]) -> None:
    class Broken(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            raise BrokenExecutor("a worker died")

    results = list(gentbudget.parse_files(paths, Broken()))
    assert [result.path for result in results] == paths
    assert {str(result.error) for result in results} == {"a worker died"}


def test_a_result_that_cannot_be_sent_is_an_error_of_that_file(paths: list[Path]) -> None:
    class Losing(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(TypeError("cannot be pickled"))
            return future

    (result,) = gentbudget.parse_files(paths[:1], Losing())
    assert (result.report, str(result.error)) == (None, "cannot be pickled")


@pytest.mark.parametrize("one", ["jaarrekening-2024.txt", b"jaarrekening-2024.txt", Path("jaarrekening-2024.txt")])
def test_one_path_in_place_of_several_is_refused_at_once(one: Any) -> None:
    with pytest.raises(TypeError, match="several paths"):
        gentbudget.parse_files(one)


def test_an_executor_that_is_shut_down_is_the_caller_s_mistake(paths: list[Path]) -> None:
    pool = ThreadPoolExecutor()
    pool.shutdown()
    with pytest.raises(RuntimeError, match="after shutdown"):
        next(gentbudget.parse_files(paths, pool))


def test_something_has_to_be_in_flight(paths: list[Path]) -> None:
    with pytest.raises(ValueError, match="at least one file"):
        gentbudget.parse_files(paths, in_flight=0)
