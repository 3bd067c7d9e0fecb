"""A plugin of pytest that plants one mutant before its module is imported: ``PROOF_MUTANT=file:index pytest -p …``."""

from __future__ import annotations

import ast
import os
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from tests.proof.mutants import mutated

ROOT = Path(__file__).parents[2]


class _MutatingLoader(SourceFileLoader):
    tree: ast.Module

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.tree, self.path, "exec")


class _Finder(MetaPathFinder):
    """Finds one module, and gives it other code."""

    def __init__(self, file: str, index: int) -> None:
        self.file, self.index = ROOT / file, index
        parts = Path(file).with_suffix("").parts
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def find_spec(self, fullname: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        spec = PathFinder.find_spec(fullname, path)  # type: ignore[arg-type]
        if spec is not None:
            loader = _MutatingLoader(fullname, str(self.file))
            loader.tree = mutated(ROOT, str(self.file.relative_to(ROOT)), self.index)
            spec.loader = loader if isinstance(spec.loader, Loader) else spec.loader
        return spec


if planted := os.environ.get("PROOF_MUTANT"):
    file, _, index = planted.partition(":")
    sys.meta_path.insert(0, _Finder(file, int(index)))
