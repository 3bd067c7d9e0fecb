"""The parser with one of its tolerances changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gentbudget.parser import tolerances

FACTORS = {"halved": 0.5, "doubled": 2}

_KEPT = ("gentbudget.parser.lines.grammar", "gentbudget.parser.lines.lexing", "gentbudget.parser.headers.known")
"""What these modules keep, no tolerance has a part in."""


def names() -> list[str]:
    """The tolerances, without the bounds on work that stand below the last banner."""
    source = Path(tolerances.__file__).read_text(encoding="utf-8").partition("# Bounds on work")[0]
    return [line.partition(" = ")[0] for line in source.splitlines() if line[:1].isupper() and " = " in line]


def factored(name: str, factor: float) -> int | float:
    """A tolerance times a factor; one that counts stays a whole number, and another than it was."""
    value: int | float = getattr(tolerances, name)
    return value * factor if isinstance(value, float) else int(value * factor)


@contextmanager
def changed(name: str, value: float) -> Iterator[None]:
    """The parser with another value of a tolerance."""
    usual = getattr(tolerances, name)
    setattr(tolerances, name, value)
    _forget()
    try:
        yield
    finally:
        setattr(tolerances, name, usual)
        _forget()


def _forget() -> None:
    for module in [m for n, m in sys.modules.items() if n.startswith("gentbudget.parser") and n not in _KEPT]:
        for function in vars(module).values():
            if hasattr(function, "cache_clear") and function.__module__ == module.__name__:
                function.cache_clear()
