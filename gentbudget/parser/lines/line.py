"""A line of the text: what the grammar calls it, where it stands, and what stands in it."""

from __future__ import annotations

from attrs import define, field

from gentbudget.parser.lines.grammar import plain


@define(eq=False)
class Line:
    """One line, without its end. ``type`` is the terminal of the grammar; ``start`` is its place in the text.

    ``number`` and ``column`` count from 1; the column is another where a form feed ends a line in the middle.
    """

    type: str
    raw: str = field(repr=False)
    number: int
    start: int
    column: int = 1
    _text: str | None = field(default=None, init=False, repr=False)

    @property
    def text(self) -> str:
        """Its words with one blank between each, without what parts and surrounds them."""
        if self._text is None:
            self._text = plain(self.raw)
        return self._text

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.raw)

    @property
    def is_rule(self) -> bool:
        """Whether this is a rule: what is left of a border; below a header, it ends it."""
        return self.type == "RULE_LINE"
