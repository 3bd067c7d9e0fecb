"""Where knowledge of the layout stands: patterns in the grammar, words in the vocabulary, and imports that go one way."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import gentbudget
from gentbudget.vocabulary import COMPARED, FLOWS, HEADINGS, MEASURES, PHASES, SECTIONS, STAFF_ROW, STATUSES, TABLES

PACKAGE = Path(gentbudget.__file__).parent

PATTERNS = {
    "parser/lines/grammar.py": "compiles the patterns of the grammar, and writes none",
    "parser/lines/mending.py": "joins the words of the grammar with a pattern of the grammar",
    "parser/lines/unseen.py": "names the type of a match of a pattern of the grammar",
    "parser/lines/phrases.py": "names the type of a match of a pattern of the grammar",
    "testing/cells.py": "damages figures of texts that tests make, and reads none",
    "testing/headers.py": "damages codes and periods of texts that tests make, and reads none",
    "testing/numbers.py": "makes numbers that tests print",
    "numbers.py": "what a number looks like is the same in any document; this module reads and writes numbers alone",
    "codes.py": "what a user may type between the letters and the digits of a code, which no document prints",
    "exports/json.py": "the form of decimals in the library's own JSON",
    "cli/process.py": "characters that steer a terminal, in whatever is printed to one",
}
"""The modules that use `re`, each with its reason."""

SPELT = {
    "cli/tree.py": "the heading of a list, which says which row it shows",
    "testing/lines.py": "damage that prints a misleading line into a text, as a test would write it out",
    "model/tables.py": "an example in a message",
    "show/notebook.py": "the row that an overview shows where no entry has any",
    "exports/datapackage.py": "an English sentence, in which a word of the document has its English meaning",
}
"""The modules in which a word of the vocabulary stands in a string, each with its reason."""

WORDS = {
    *(word.label for word in (*SECTIONS, *FLOWS)),
    *HEADINGS.values(),
    *(word for table in TABLES.values() for word in table.split()),
    *(measure.word for measure in MEASURES),
    *STATUSES,
    *PHASES,
    STAFF_ROW,
    COMPARED,
}


@cache
def modules() -> list[tuple[str, list[ast.AST]]]:
    """What the modules of the package are made of, but for the vocabulary and the grammar, by their paths."""
    paths = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
    return [
        (name, list(ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
        for name, path in paths.items()
        if name != "vocabulary.py" and not name.startswith("grammar/")
    ]


def strings(module: list[ast.AST]) -> Iterator[str]:
    """The strings of a module, docstrings excepted."""
    docstrings = {id(node.value) for node in module if isinstance(node, ast.Expr)}
    for node in module:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def imports(module: list[ast.AST]) -> Iterator[str]:
    """The modules that a module imports, wherever in it."""
    for node in module:
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_patterns_are_written_in_the_grammar_and_where_they_are_no_layout() -> None:
    assert {name for name, module in modules() if "re" in set(imports(module))} == set(PATTERNS)


def test_the_words_of_the_document_are_spelt_in_the_vocabulary_alone() -> None:
    spelt = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in WORDS))
    assert {name for name, module in modules() if any(spelt.search(text) for text in strings(module))} == set(SPELT)


STAGES = {
    "tolerances.py": set[str](),
    "lines": set[str](),
    "tables": {"lines"},
    "headers": {"lines"},
    "entries": {"lines", "tables", "headers"},
    "report.py": {"lines", "tables", "headers", "entries"},
}
"""The parser's parts, in the order in which a text goes through them, each with those that it may know."""


def test_the_parser_s_parts_know_only_those_before_them() -> None:
    for name, module in modules():
        folder, _, inside = name.partition("/")
        stage = inside.partition("/")[0]
        if folder == "parser" and stage != "__init__.py":
            known = {part.split(".")[2] for part in imports(module) if part.startswith("gentbudget.parser.")}
            assert known <= STAGES[stage] | {stage}, name


def test_nothing_outside_the_parser_knows_its_inside() -> None:
    """Exports and the command line use its door, `gentbudget.parser`; the model, the checks and what is shown not even that."""
    for name, module in modules():
        known = {part for part in imports(module) if part.startswith("gentbudget.parser")}
        if name.startswith(("checks/", "model/", "show/", "plot/")):
            assert not known, name
        elif not name.startswith("parser/"):
            assert known <= {"gentbudget.parser"}, name
