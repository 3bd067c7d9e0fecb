"""What objects that show themselves have in common; what they show is written by `gentbudget.show`, loaded when asked for."""

from __future__ import annotations

from typing import Protocol


class _Printer(Protocol):
    def text(self, text: str, /) -> None: ...


class Shown:
    """An object that a notebook shows as HTML. Reading a report loads none of what that takes."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from gentbudget.show.notebook import html_of  # noqa: PLC0415 - loaded when something is shown

        return html_of(self)

    def _repr_pretty_(self, printer: _Printer, _: bool) -> None:
        printer.text(repr(self))  # what Hypothesis, which would print every cell, shows of what fails


class ShownAsTable(Shown):
    """A table, or a row of one: its ``repr`` has the values, its ``str`` is the aligned table in Dutch notation."""

    __slots__ = ()

    def __repr__(self) -> str:
        from gentbudget.show.text import repr_of  # noqa: PLC0415 - loaded when something is shown

        return repr_of(self)

    def __str__(self) -> str:
        from gentbudget.show.text import text_of  # noqa: PLC0415 - loaded when something is shown

        return text_of(self)
