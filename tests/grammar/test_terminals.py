"""The grammar as Lark builds it: free of conflicts and collisions, all of it in use, and no pattern that backtracks."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.resources import files
from typing import Any

import interegular
import pytest
from lark import Lark, LarkError
from lark.load_grammar import FromPackageLoader
from regexploit.ast.sre import SreOpParser
from regexploit.redos import find

from gentbudget.parser.lines import grammar
from gentbudget.parser.lines.grammar import OPTIONS, PACKAGE, build, compiled, digest, pattern
from gentbudget.vocabulary import COMPARED, FLOWS, HEADINGS, MEASURES, PHASES, SECTIONS, STAFF_ROW, STATUSES, TABLES
from tests.profiles import left_to_thorough

SOURCES = {name: files(PACKAGE).joinpath(f"{name}.lark").read_text(encoding="utf-8") for name in ("report", "cells", "labels")}
DECLARED = set(re.findall(r"^%declare (\w+)", SOURCES["report"], re.MULTILINE))
"""Terminals that no pattern makes, but the stage behind the lexer."""


def strictly(report: str = SOURCES["report"]) -> Lark:
    """Build the grammar so that conflicts and collisions raise."""
    loader = FromPackageLoader(PACKAGE)
    path, _ = loader(None, "report.lark")
    return Lark(report, strict=True, import_paths=[loader], source_path=path, **OPTIONS)


@pytest.fixture(scope="module")
def strict() -> Lark:
    return strictly()


@left_to_thorough("builds the parser anew")
def test_the_grammar_is_lalr_with_a_contextual_lexer_and_no_terminals_collide(strict: Lark) -> None:
    assert (strict.options.parser, strict.options.lexer, strict.options.strict) == ("lalr", "contextual", True)
    assert len(strict.terminals) > 15


@left_to_thorough("builds automata")
def test_the_strict_build_would_have_noticed_a_collision() -> None:
    """The check is only worth something if it fails where it should."""
    ambiguous = SOURCES["report"].replace("TEXT_LINE.1 :", "TEXT_LINE.7 :")
    assert ambiguous != SOURCES["report"]
    with pytest.raises(LarkError, match="TEXT_LINE"):
        strictly(ambiguous)


@left_to_thorough("builds automata")
def test_every_terminal_of_the_lexer_could_be_checked_for_collisions(strict: Lark) -> None:
    """Lark passes over terminals that interegular cannot compile, without a word; here none may be."""
    checked = 0
    for terminal in strict.terminals:
        if terminal.name not in DECLARED and terminal.name != "TABLE":
            automaton: Any = interegular.parse_pattern(terminal.pattern.to_regexp()).to_fsm()
            assert not automaton.empty(), terminal.name
            checked += 1
    assert checked > 12


@left_to_thorough("builds the parser anew")
def test_no_terminal_of_the_lexer_matches_nothing(strict: Lark) -> None:
    for terminal in strict.terminals:
        if terminal.name not in DECLARED:
            assert re.fullmatch(terminal.pattern.to_regexp(), "") is None, terminal.name


# ---- time --------------------------------------------------------------------------------------------------


def blow_ups(regexp: str) -> list[str]:
    """The ways in which matching takes exponential or cubic time: repeats that share characters, and what makes them fail."""
    return [str(redos) for redos in find(SreOpParser().parse_sre(regexp))]


@pytest.mark.parametrize("regexp", ["(a+)+b", r"(?:[0-9]+%?)*x", r"\s*\s*\s*x", "[a-z]*a*[a-z]*1"])
def test_the_search_for_backtracking_finds_what_backtracks(regexp: str) -> None:
    assert blow_ups(regexp)


@pytest.mark.parametrize("terminal", sorted(compiled().patterns))
def test_no_terminal_backtracks(terminal: str) -> None:
    assert blow_ups(compiled().patterns[terminal]) == []


# ---- names -------------------------------------------------------------------------------------------------


def without_strings(source: str) -> str:
    """A grammar's source without its comments, literals and patterns."""
    return re.sub(r'"[^"\n]*"|/(?:\\.|[^/\\\n])+/', "", re.sub(r"(^|\s)//.*", "", source))


def test_every_terminal_is_used() -> None:
    """By a rule, by another terminal, or by the parser, which asks for it by its name."""
    everywhere = "\n".join(without_strings(source) for source in SOURCES.values())
    imported = re.sub(r"%import[^\n]*", "", everywhere)
    package = files("gentbudget")
    python = "\n".join(p.read_text(encoding="utf-8") for p in _python_files(package))
    for name in re.findall(r"^([A-Z_]+)(?:\.\d+)?\s*:", everywhere, re.MULTILINE):
        used = len(re.findall(rf"\b{name}\b(?!(?:\.\d+)?\s*:)", imported)) or f'"{name}"' in python
        assert used, f"{name} is defined and not used"


def _python_files(folder: Any) -> list[Any]:
    found = []
    for path in folder.iterdir():
        if path.is_dir() and path.name not in ("grammar", "__pycache__"):
            found += _python_files(path)
        elif path.name.endswith(".py"):
            found.append(path)
    return found


@left_to_thorough("builds the parser anew")
def test_every_rule_is_reached_from_the_report(strict: Lark) -> None:
    rules = {rule.lstrip("?!") for rule in re.findall(r"^([a-z_?!]+)\s*:", SOURCES["report"], re.MULTILINE)}
    assert rules == {str(rule.origin.name) for rule in strict.rules if not str(rule.origin.name).startswith("__")}


def words_of_terminal(name: str) -> set[str]:
    """The literals of one of the terminals in labels.lark."""
    definition = re.search(rf"^{name}\s*:(.*(?:\n +\|.*)*)", SOURCES["labels"], re.MULTILINE)
    assert definition is not None, name
    return set(re.findall(r'"([^"]*)"', definition[1]))


def test_the_vocabulary_and_the_labels_of_the_grammar_are_the_same_words() -> None:
    for terminal, words in {
        "OBJECTIVE_LABEL": {HEADINGS["objective"]},
        "PLAN_LABEL": {HEADINGS["plan"]},
        "ACTIONS_LABEL": {HEADINGS["action"]},
        "SECTION_LABEL": {section.label for section in SECTIONS},
        "FLOW_LABEL": {flow.label for flow in FLOWS},
        "STAFF_LABEL": {STAFF_ROW},
        "COMPARED": {COMPARED},
        "STATUS": set(STATUSES),
        "PHASE": set(PHASES),
    }.items():
        assert words_of_terminal(terminal) == words, terminal
    for table, terminals in {"budget": ("BUDGETARY", "SUBSTANTIATION"), "staff": ("SUBSTANTIATION_CAPITAL", "STAFF")}.items():
        assert " ".join(words_of_terminal(terminal).pop() for terminal in terminals) == TABLES[table]  # type: ignore[index]


def test_a_word_of_every_column_s_label_is_a_word_of_heads() -> None:
    for measure in MEASURES:
        for word in measure.printed(2024, 2023).split():
            assert pattern("HEAD_WORD").fullmatch(word) or pattern("YEAR").fullmatch(word), (measure.label, word)


@pytest.mark.parametrize(
    ("terminal", "words"),
    [
        ("OBJECTIVE_HEADING", r"Beleidsdoelstelling SD\d{5}"),
        ("PLAN_HEADING", r"Actieplan\t*"),
        ("ACTIONS_HEADING", r"Acties\t*"),
    ],
)
def test_the_headings_of_the_sample_are_their_terminals(sample_text: str, terminal: str, words: str) -> None:
    for line in sample_text.split("\n"):
        assert bool(pattern(terminal).fullmatch(line + "\n")) == bool(re.fullmatch(words, line)), line


# ---- what is stored ----------------------------------------------------------------------------------------


@left_to_thorough("builds the parser anew")
def test_the_stored_parser_is_what_the_grammar_builds() -> None:
    stored = import_module(f"{PACKAGE}.compiled").COMPILED
    built = build()
    assert stored["digest"] == digest() == built.digest
    assert stored["patterns"] == built.patterns
    assert sorted(stored) == ["data", "digest", "memo", "patterns"]


def test_the_stored_parser_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError("the grammar was built")

    monkeypatch.setattr(grammar, "build", never)
    assert grammar.compiled.__wrapped__().digest == digest()
