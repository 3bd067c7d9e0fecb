"""A mutant is planted where functions take its code, and tried in a process of its own where they cannot."""

from __future__ import annotations

from types import FunctionType

import pytest

from tests.proof.killing import _can_be_planted, _codes_by_place, _plant

CODE = "class A(list):\n    def f(self, a):\n        super().append(a)\n        return len(self) + 1"


def function_of(code: str) -> FunctionType:
    names: dict[str, type] = {}
    exec(code, names)  # noqa: S102 - it is what stands above
    found = vars(names["A"])["f"]
    assert isinstance(found, FunctionType)
    return found


@pytest.mark.parametrize(("old", "new", "is_planted"), [("+ 1", "- 1", True), ("super().append(a)", "pass", False)])
def test_a_function_takes_other_code_unless_that_needs_other_variables_from_around_it(
    old: str, new: str, *, is_planted: bool
) -> None:
    function, changed = function_of(CODE), CODE.replace(old, new)
    codes = _codes_by_place(compile(changed, "<string>", "exec"))
    assert _can_be_planted(codes, [function]) is is_planted
    if is_planted:
        _plant(codes, [function])
        assert function.__code__.co_code == function_of(changed).__code__.co_code != function_of(CODE).__code__.co_code
