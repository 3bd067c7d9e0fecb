"""Builds the parser from the grammar and stores it: ``python -m gentbudget.grammar``."""

from __future__ import annotations

from pathlib import Path

from attrs import asdict

from gentbudget.parser.lines.grammar import Compiled, build


def source(compiled: Compiled) -> str:
    """The module that holds what was built."""
    items = "\n".join(f"    {name!r}: {value!r}," for name, value in asdict(compiled, recurse=False).items())
    return f'"""What Lark built from the grammar. Made by ``python -m gentbudget.grammar``."""\n\nCOMPILED = {{\n{items}\n}}\n'


if __name__ == "__main__":
    Path(__file__).with_name("compiled.py").write_text(source(build()), encoding="utf-8")
