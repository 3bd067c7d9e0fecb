"""On which page of the document a place in the text is, where the dump tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from attrs import frozen
from lark import Token

from gentbudget.parser.layout import pattern

_PAGE_BREAK = "\f"


@frozen
class Pages:
    """The places in the text at which a page ends, in order."""

    ends: tuple[int, ...]
    first: int = 1

    @classmethod
    def of(cls, text: str, furniture: Iterable[Token]) -> Pages:
        """The pages that form feeds part; without form feeds, those whose printed numbers stand in the furniture."""
        if _PAGE_BREAK in text:
            return cls(tuple(i for i, character in enumerate(text) if character == _PAGE_BREAK))
        gap = pattern("GAP")
        numbered = [t for t in furniture if pattern("PAGE_NUMBER").fullmatch(" ".join(gap.sub(" ", t).split()))]
        if not numbered:
            return cls(())
        digits = "".join(c if c.isdigit() else " " for c in numbered[0]).split()
        return cls(tuple(token.end_pos or 0 for token in numbered), int(digits[0]))

    def page(self, position: int) -> int | None:
        """The page that this position of the text is on, or None where the dump does not tell pages."""
        return bisect_right(self.ends, position) + self.first if self.ends else None
