"""JSON of a report of several dumps: it tells the dump of each figure and word, and comes back so."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

import gentbudget
from gentbudget import Reconciled, Report, ReportError
from tests.documents.test_dumps import read
from tests.exports.test_json import everything, validator
from tests.parser.small import SMALL


@pytest.fixture(scope="module")
def together() -> Reconciled:
    _, whole = read("small.tabs.txt")
    torn = whole.text.replace("AC34345 - ", "").replace("\t46.222\t", "\t46.922\t").replace("AC36718", "AC36778")
    return gentbudget.reconcile(gentbudget.parse(torn, source="torn.txt"), whole)


def test_it_comes_back_with_its_origins(together: Reconciled) -> None:
    back = Report.from_json(together.to_json())
    assert isinstance(back, Reconciled)
    assert back == together
    assert everything(back) == everything(together)
    assert back.dumps == together.dumps
    for mine, theirs in zip(back.entries, together.entries, strict=True):
        assert back.origins(mine) == together.origins(theirs)
        assert back.findings_of(mine) == together.findings_of(theirs)
    for line in range(1, together.text.count("\n") + 1):
        assert back.at(line) == together.at(line)
        assert back.origin(line) == together.origin(line)


def test_texts_that_begin_with_an_entry_come_back() -> None:
    text = SMALL[SMALL.index("Beleidsdoelstelling SD10041") :]
    whole = gentbudget.reconcile(gentbudget.parse(text, source="one.txt"), gentbudget.parse(text, source="other.txt"))
    back = Report.from_json(whole.to_json())
    assert isinstance(back, Reconciled)
    assert whole.spans[1][0][0] == back.spans[1][0][0] == 1
    assert everything(back) == everything(whole)


def test_only_what_needs_it_has_the_newer_version(together: Reconciled) -> None:
    assert json.loads(together.to_json())["version"] == 2
    assert json.loads(read("small.tabs.txt")[1].to_json())["version"] == 1


def test_it_fits_the_schema(together: Reconciled) -> None:
    validator().validate(json.loads(together.to_json()))


def of_one_dump(data: Any) -> None:
    data["version"] = 1


def without_dumps(data: Any) -> None:
    del data["dumps"]


def in_disorder(data: Any) -> None:
    data["dumps"].reverse()


def not_from_the_beginning(data: Any) -> None:
    data["dumps"][0]["first_line"] = 2


def behind_the_end(data: Any) -> None:
    data["roots"][0]["words"][0]["line"] = 100_000


def before_the_beginning(data: Any) -> None:
    data["roots"][0]["stretches"][0][0] = 0


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (of_one_dump, "version 1 of the schema has no dumps"),
        (without_dumps, "version 2 of the schema has dumps"),
        (in_disorder, r"no dumps that begin at lines \[\d+, 1\]"),
        (not_from_the_beginning, r"no dumps that begin at lines \[2, \d+\]"),
        (behind_the_end, "has lines .*100000.* of dumps"),
        (before_the_beginning, "has lines .*0.* of dumps"),
    ],
)
def test_what_does_not_go_together_is_refused(together: Reconciled, damage: Callable[[Any], None], message: str) -> None:
    data = deepcopy(json.loads(together.to_json()))
    damage(data)
    with pytest.raises(ReportError, match=message):
        Report.from_json(json.dumps(data))


@pytest.mark.parametrize(
    "of_dumps", [{"words": [{"name": "title", "line": 1}]}, {"words": [{"name": "title", "line": 3}]}, {"stretches": [[1, 1]]}]
)
def test_words_and_lines_of_dumps_are_refused_in_a_report_of_one(of_dumps: dict[str, Any]) -> None:
    data = json.loads(read("small.tabs.txt")[1].to_json())
    data["roots"][0] |= of_dumps
    with pytest.raises(ReportError, match="of dumps, which are in none"):
        Report.from_json(json.dumps(data))
