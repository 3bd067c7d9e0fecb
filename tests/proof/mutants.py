"""Small changes of a module, such as slips make them: each is one mutant, and tests should notice it.

Left out are what no test can notice or no slip makes: annotations, docstrings and other words, decorators (of which most
are caches), assertions (which tell the type checker what holds anyway), and what only type checkers read.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_NOT_MUTATED = {"annotation", "returns", "decorator_list", "type_params"}
_NOT_NOTICED = {("strict=True", "strict=False"), ("return False", "return")}
"""What makes no difference: an assertion that things are as many, and which of two values that are not true is returned."""


class Mutant(NamedTuple):
    """One change: in which file, its place among all of the file, the line, how it reads before and after.

    What ``is_imported`` runs when the module is imported; all else stands in a ``function``, the outermost if it is in several.
    """

    file: str
    index: int
    line: int
    before: str
    after: str
    is_imported: bool
    function: str


class _Change(NamedTuple):
    node: ast.AST
    before: str
    after: str
    function: str
    make: Callable[[], None]


def mutants(root: Path, file: str, most: int | None = None, seed: str = "") -> list[Mutant]:
    """All mutants of a file or so many, or all if it has fewer; the same ones for the same file and seed.

    Those that make no difference are drawn as well, and left out then.
    """
    changes = list(_changes(ast.parse((root / file).read_text(encoding="utf-8"))))
    numbers = range(len(changes))
    chosen = numbers if most is None else sorted(Random(f"{seed} {file}").sample(numbers, min(most, len(changes))))
    return [_mutant(file, i, changes[i]) for i in chosen if (changes[i].before, changes[i].after) not in _NOT_NOTICED]


def sample(root: Path, files: Iterable[str], size: int, seed: str) -> list[Mutant]:
    """So many mutants of all these files together, each as likely as any other; the same ones for the same seed."""
    found = [mutant for file in files for mutant in mutants(root, file)]
    return Random(seed).sample(found, min(size, len(found)))


def mutated(root: Path, file: str, index: int) -> ast.Module:
    """The module with one of its changes made."""
    tree = ast.parse((root / file).read_text(encoding="utf-8"))
    list(_changes(tree))[index].make()
    return ast.fix_missing_locations(tree)


def _mutant(file: str, index: int, change: _Change) -> Mutant:
    line = getattr(change.node, "lineno", 0)
    return Mutant(file, index, line, change.before, change.after, not change.function, change.function)


def _changes(tree: ast.Module) -> Iterator[_Change]:
    yield from _inside(tree, tree, "", "")


def _inside(node: ast.AST, place: ast.AST, classes: str, function: str) -> Iterator[_Change]:
    """The changes of a node and of all in it; ``place`` is the last with a line, ``function`` the outermost."""
    place = node if hasattr(node, "lineno") else place
    if isinstance(node, ast.Assert) or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
        return
    if not isinstance(node, ast.Module):
        at_first = function or _name(node, classes)  # the first statements of a function are its own
        yield from (_Change(place, *change[:2], at_first, change[2]) for change in _of(node))
    for name, value in ast.iter_fields(node):
        if name in _NOT_MUTATED or _is_switch(node):
            continue
        in_body = name == "body" and not function
        inside = _name(node, classes) if in_body else function
        around = f"{classes}{node.name}." if in_body and isinstance(node, ast.ClassDef) else classes
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_text(child):
                yield from _inside(child, place, around, inside)


def _name(node: ast.AST, classes: str) -> str:
    """The name of a function as its code has it; empty for what is none."""
    if isinstance(node, ast.Lambda):
        return f"{classes}<lambda>"
    return f"{classes}{node.name}" if isinstance(node, ast.FunctionDef) else ""


def _is_switch(node: ast.AST) -> bool:
    """Whether a node is an argument such as ``strict=True``."""
    return isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool)


def _is_text(node: ast.AST) -> bool:
    """Whether a node is words for people: a docstring, or a text with values in it."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _of(node: ast.AST) -> Iterator[tuple[str, str, Callable[[], None]]]:
    """How a node reads before and after each change, and what makes the change."""
    before = ast.unparse(node).partition("\n")[0]
    for part, name in _parts(node):
        holder = getattr(node, name)
        for new in part:
            change = _setter(node, name, new)
            change()
            after = ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0]
            setattr(node, name, holder)
            yield before, after, change
    for statements in (getattr(node, name, None) for name in ("body", "orelse", "finalbody")):
        for place, statement in enumerate(statements if isinstance(statements, list) else ()):
            for new_statement in _instead(statement):
                text = ast.unparse(statement).partition("\n")[0]
                yield text, ast.unparse(new_statement), _setter(statements, place, ast.copy_location(new_statement, statement))


def _setter(holder: object, name: str | int, new: object) -> Callable[[], None]:
    if isinstance(holder, list):
        return lambda: holder.__setitem__(name, new)
    return lambda: setattr(holder, str(name), new)


def _parts(node: ast.AST) -> Iterator[tuple[list[object], str]]:
    """What else may stand in a field of a node."""
    match node:
        case ast.Compare():
            for place, operator in enumerate(node.ops):
                yield [[*node.ops[:place], _OPERATORS[type(operator)](), *node.ops[place + 1 :]]], "ops"
        case ast.BinOp() | ast.AugAssign() | ast.BoolOp() if type(node.op) in _OPERATORS:
            yield [_OPERATORS[type(node.op)]()], "op"
        case ast.If() | ast.IfExp() | ast.While() if not isinstance(node.test, ast.Compare | ast.UnaryOp | ast.BoolOp):
            yield [ast.UnaryOp(ast.Not(), node.test)], "test"
        case ast.UnaryOp(op=ast.Not()):
            yield [ast.UnaryOp(ast.Not(), node.operand)], "operand"
        case ast.Constant(value=bool() as truth) | ast.keyword(value=ast.Constant(value=bool() as truth)):
            yield [ast.Constant(not truth) if isinstance(node, ast.keyword) else not truth], "value"
        case ast.Constant(value=int() as number):
            yield [number + 1], "value"
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield [None], "value"
        case ast.For():
            yield [ast.Tuple([], ast.Load())], "iter"
        case ast.comprehension():
            for place, test in enumerate(node.ifs):
                if not isinstance(test, ast.Compare | ast.UnaryOp | ast.BoolOp):
                    yield [[*node.ifs[:place], ast.UnaryOp(ast.Not(), test), *node.ifs[place + 1 :]]], "ifs"


def _instead(statement: ast.stmt) -> Iterator[ast.stmt]:
    """What else may stand where a statement does."""
    match statement:
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
