"""What ``find`` lists."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from gentbudget.cli.commands.find import KINDS
from gentbudget.model import Kind
from tests.cli.running import invoke


def codes(*conditions: str) -> list[str]:
    outcome = invoke("find", "sample", *conditions)
    assert (outcome.status, outcome.err) == (0, "")
    return [line.split()[0] for line in outcome.out.splitlines()]


def test_an_entry_is_one_line_that_says_what_it_is_and_where() -> None:
    outcome = invoke("find", "sample", "--text", "BGTS North Sea Port")
    assert re.fullmatch(
        r"PR41009  project  line \d+  Stopgezet, Onderzoek  Dienst Internationale Netwerken en Subsidies  "
        r"Reguliere verankering van de BGTS North Sea Port District binnen de Stad Gent\n",
        outcome.out,
    )


@pytest.mark.parametrize(("kind", "count"), [("objective", 4), ("plan", 21), ("action", 271), ("project", 42), ("PROJECT", 42)])
def test_kinds_are_counted_as_the_document_has_them(kind: str, count: int) -> None:
    assert len(codes("--kind", kind)) == count


def test_without_conditions_every_entry_is_listed() -> None:
    assert len(codes()) == 338


def test_conditions_are_met_together_whatever_their_case_and_accents() -> None:
    assert codes("--status", "STOPGEZET", "--phase", "onderzoek", "--owner", "internationale") == ["PR41009"]
    assert codes("--text", "coordineren stadsbreed") == codes("--text", "Coördineren stadsbreed") == ["AC34604"]
    assert codes("--kind", "plan", "--text", "site zuid") == ["PO10045"]


def test_finding_nothing_is_said_and_is_no_error() -> None:
    outcome = invoke("find", "sample", "--owner", "nobody at all")
    assert outcome == (0, "", "sample: no entry meets these conditions\n")


def test_an_unknown_kind_is_refused_with_those_that_there_are() -> None:
    outcome = invoke("find", "sample", "--kind", "actie")
    assert outcome.status == 2
    assert outcome.out == ""
    assert all(kind in outcome.err for kind in get_args(Kind))


def test_the_option_knows_all_kinds() -> None:
    assert get_args(Kind) == KINDS
