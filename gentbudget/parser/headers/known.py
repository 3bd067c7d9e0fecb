"""Names and titles known from elsewhere: from another edition, another dump, or the list that ships with the package.

Departments persist from year to year, so a name that one text prints clearly helps to part the words of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from attrs import field, frozen

from gentbudget.parser.headers.fields import Words

SHIPPED: Final = "names.txt"
"""The list that ships: a name a line, and behind a tab the lines of the sample that print it first."""


@frozen
class Known:
    """What is known: names of owners, word by word, and titles by code."""

    names: frozenset[Words] = frozenset()
    titles: Mapping[str, str] = field(factory=dict)

    @classmethod
    def of(cls, names: Iterable[str], titles: Mapping[str, str] | None = None) -> Known:
        """The names as words. What does not begin with a capital is none: it would begin in the middle of a phrase."""
        return cls(frozenset(tuple(name.split()) for name in names if name.strip()[:1].isupper()), titles or {})

    def with_names(self, names: Iterable[str]) -> Known:
        """The same with these names as well."""
        return Known(self.names | Known.of(names).names, self.titles)


@cache
def shipped() -> Known:
    """The list that ships with the package."""
    lines = files("gentbudget.samples").joinpath(SHIPPED).read_text(encoding="utf-8").splitlines()
    return Known.of(line.partition("\t")[0] for line in lines if not line.startswith("#"))
