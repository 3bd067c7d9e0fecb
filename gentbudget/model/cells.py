"""The printed cell, and the cells of a whole row in one compact object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NoReturn, overload

from attrs import field, frozen
from attrs.exceptions import FrozenInstanceError


@frozen
class Cell:
    """A printed figure: its value, its text, and where both stand.

    ``line`` and ``column`` count from 1, ``report.text[start:end]`` from ``start`` to ``end`` is ``text``, and ``page`` is
    None where the dump does not tell pages. ``value`` is None where nothing is printed (``text`` is empty) or where the
    text is no Dutch number.
    A cell that stands in no text has 0 for its places. Cells are equal if value and text are, wherever they stand.

    >>> Cell(Decimal(1020), "1.020", line=81, column=17) == Cell(Decimal(1020), "1.020")
    True
    """

    value: Decimal | None
    text: str
    line: int = field(default=0, eq=False)
    column: int = field(default=0, eq=False)
    start: int = field(default=0, eq=False)
    end: int = field(default=0, eq=False)
    page: int | None = field(default=None, eq=False)


class PrintedFigures(Sequence[Cell]):
    r"""The figures of one row of a text; a `Cell` is made only where one is asked for.

    ``values`` are the figures by column and ``text`` is the text of the whole report. The row's line has the number
    ``line`` and begins at ``start``; behind that, on the same line or on lines below it, the figures stand at ``places`` and
    have so many characters as ``lengths`` says. A length of 0 is a cell in which nothing is printed. Equal to the same cells in
    a tuple.

    >>> figures = PrintedFigures((Decimal(5), None), "\nVTE\t5\n", 1, (4, 0), (1, 0), line=2)
    >>> figures[0]
    Cell(value=Decimal('5'), text='5', line=2, column=5, start=5, end=6, page=None)
    >>> figures == (Cell(Decimal(5), "5"), Cell(None, ""))
    True
    """

    # A report has thousands of these. One slot is set once, which is the least that an object costs that cannot change.
    __slots__ = ("_printed",)

    _printed: tuple[tuple[Decimal | None, ...], str, int, tuple[int, ...], tuple[int, ...], int, int | None]

    def __init__(  # noqa: PLR0913, PLR0917 - a row's figures are built by the parser alone, thousands of times
        self,
        values: tuple[Decimal | None, ...],
        text: str,
        start: int,
        places: tuple[int, ...],
        lengths: tuple[int, ...],
        line: int,
        page: int | None = None,
    ) -> None:
        _set_once(self, "_printed", (values, text, start, places, lengths, line, page))

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        """The values by column, None where nothing is printed or where the text is no number."""
        return self._printed[0]

    @property
    def texts(self) -> tuple[str, ...]:
        """What is printed, by column; empty where nothing is."""
        _, text, start, places, lengths, _, _ = self._printed
        return tuple([text[start + p : start + p + n] if n > 0 else "" for p, n in zip(places, lengths, strict=True)])

    @property
    def line(self) -> int:
        """The line on which the row begins."""
        return self._printed[5]

    @property
    def page(self) -> int | None:
        """The page on which all of them stand, None where the text does not tell pages."""
        return self._printed[6]

    def _cell(self, index: int) -> Cell:
        values, text, start, places, lengths, line, page = self._printed
        value, place = values[index], places[index]
        first = start + place
        end = first + max(0, lengths[index])
        column = first - text.rfind("\n", 0, first)
        return Cell(value, text[first:end], line + text.count("\n", start, first), column, first, end, page)

    @overload
    def __getitem__(self, index: int) -> Cell: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Cell, ...]: ...
    def __getitem__(self, index: int | slice) -> Cell | tuple[Cell, ...]:
        if isinstance(index, slice):
            return tuple([self._cell(i) for i in range(len(self))[index]])
        return self._cell(index)

    def __len__(self) -> int:
        return len(self._printed[0])

    def __iter__(self) -> Iterator[Cell]:
        return map(self._cell, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PrintedFigures):
            return self.values == other.values and self.texts == other.texts
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type[PrintedFigures], tuple[object, ...]]:
        return PrintedFigures, self._printed

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError


_set_once = object.__setattr__
