"""Everything that a kind of damage may do: instead of one draw, every one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import TypeVar

from gentbudget.exports.text import PrintedLine
from gentbudget.testing import Dump
from gentbudget.testing.damage import damage

Drawn = TypeVar("Drawn")
MANY = 10
"""Of so many characters or more the first and the last stand for all."""


class EveryDraw(Random):
    """A source of randomness that draws one thing after another, each time that it is begun again."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: list[tuple[int, int]] = []  # the number that was drawn, and of how many
        self._at = 0

    def rounds(self) -> Iterator[None]:
        """Begin again for as long as something was not drawn yet."""
        while True:
            self._at = 0
            yield
            while self._drawn and self._drawn[-1][0] + 1 == self._drawn[-1][1]:
                self._drawn.pop()
            if not self._drawn:
                return
            number, size = self._drawn[-1]
            self._drawn[-1] = number + 1, size

    def _draw(self, among: Sequence[Drawn]) -> Drawn:
        if self._at == len(self._drawn):
            self._drawn.append((0, len(among)))
        self._at += 1
        return among[self._drawn[self._at - 1][0]]

    # what of a source of randomness damage asks for

    def choice(self, seq: Sequence[Drawn]) -> Drawn:  # type: ignore[override]  # noqa: D102
        return self._draw((seq[0], seq[-1]) if isinstance(seq, str) and len(seq) >= MANY else seq)

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:  # noqa: D102
        return self._draw(range(start) if stop is None else range(start, stop, step))

    def randint(self, a: int, b: int) -> int:  # noqa: D102
        return self._draw(range(a, b + 1))

    def sample(self, population: Sequence[Drawn], k: int) -> list[Drawn]:  # type: ignore[override]  # noqa: D102
        found: list[Drawn] = []
        for _ in range(k):
            found.append(self._draw([one for one in population if one not in found]))
        return found


def all_that_comes_of(name: str, dump: Dump) -> list[tuple[PrintedLine, ...]]:
    """The lines of a dump after each that a kind of damage may do to it."""
    draw = EveryDraw()
    return [done.lines for _ in draw.rounds() if (done := damage(dump, name, draw)) is not None]
