"""How rows, columns and sections are looked up: by name or by printed label alike, however these are cased and spaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from attrs import field, frozen

from gentbudget.errors import UnknownLabelError

Value = TypeVar("Value")


def folded(label: str) -> str:
    """The label as labels are compared: without regard to case and to how it is spaced.

    >>> folded("JAARREKENING  2023 ")
    'jaarrekening 2023'
    """
    return " ".join(label.split()).casefold()


def distinct(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels, each of them once: where one stands again, its number is set behind it.

    >>> distinct(["Krediet", "Saldo", "krediet"])
    ('Krediet', 'Saldo', 'krediet (2)')
    """
    found: dict[str, str] = {}
    for label in labels:
        number, unique = 1, label
        while folded(unique) in found:
            number += 1
            unique = f"{label} ({number})"
        found[folded(unique)] = unique
    return tuple(found.values())


@frozen
class Spellings:
    """Every name and label under which the parts of something are found, with the place of each."""

    known: tuple[str, ...]
    places: Mapping[str, int] = field(eq=False, repr=False)

    @classmethod
    def of(cls, *names: Sequence[str]) -> Spellings:
        """Several names for the same parts, the ones to look at first in front."""
        places: dict[str, int] = {}
        for alternative in names:
            for place, name in enumerate(alternative):
                places.setdefault(folded(name), place)
        return cls(tuple(dict.fromkeys(name for alternative in names for name in alternative)), places)

    def place(self, label: str) -> int:
        """Where the part with this name stands; raises `UnknownLabelError`, and TypeError for what is no str."""
        try:
            return self.places[folded(label)]
        except KeyError:
            raise UnknownLabelError(label, self.known) from None
        except AttributeError:
            raise TypeError(f"expected a name or a printed label, a str, not {type(label).__name__}") from None


class Labelled(Mapping[str, Value]):
    """A mapping that cannot be changed, whose keys are found under every spelling."""

    __slots__ = ("_keys", "_spellings", "_values")

    def __init__(self, keys: tuple[str, ...], spellings: Spellings, values: Sequence[Value]) -> None:
        self._keys = keys
        self._spellings = spellings
        self._values = values

    def __getitem__(self, label: str) -> Value:
        return self._values[self._spellings.place(label)]

    def __contains__(self, label: object) -> bool:
        return isinstance(label, str) and folded(label) in self._spellings.places

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __repr__(self) -> str:
        return repr(dict(self))
