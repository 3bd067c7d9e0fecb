"""Any attrs object as HTML: a heading for each of its fields, and a table where a field lists objects of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import cast
from xml.etree.ElementTree import Element

import attrs

from gentbudget.model import Cell, Column, Entry
from gentbudget.numbers import format_number
from gentbudget.report import Report
from gentbudget.show.figures import MISSING, name_of
from gentbudget.show.html import Child, element
from gentbudget.show.tables import column_heading, scrolling, words_heading

_MOST_LINES = 100


def records_of(shown: object) -> Iterator[Child]:
    """Give the fields of an attrs object; raises TypeError for anything else."""
    if not _is_record(shown):
        raise TypeError(f"there is no view of {type(shown).__name__}")
    yield element("header", element("strong", type(shown).__name__))
    for name, value in _fields(shown).items():
        if isinstance(value, Sequence) and not isinstance(value, str):
            yield _listed(name, value)
        else:
            yield element("p", element("b", name), ": ", _words(value))


def _listed(label: str, values: Sequence[object]) -> Element:
    summary = element("summary", f"{label} ", element("span", f"({format_number(len(values))})"))
    if not values:
        return element("p", summary.text, *summary)
    shown = values[:_MOST_LINES]
    records = [_fields(value) for value in shown]
    names = list(dict.fromkeys(name for record in records for name in record))
    numeric = {name for name in names if any(isinstance(record.get(name), Decimal | int | Cell) for record in records)}
    head = element("tr", *(column_heading(name) if name in numeric else words_heading(name) for name in names))
    lines = (
        element("tr", *(element("td", _words(one.get(n)), class_=None if n in numeric else "words") for n in names))
        for one in records
    )
    more = len(values) - len(shown)
    return element(
        "details",
        summary,
        scrolling(element("thead", head), element("tbody", *lines)),
        element("p", f"and {format_number(more)} more", class_="faint") if more else None,
    )


def _is_record(value: object) -> bool:
    return hasattr(value, "__attrs_attrs__")


def _fields(value: object) -> Mapping[str, object]:
    """Give what a line says of a value: its fields or, of what has a name or says itself in a few words, the value."""
    if isinstance(value, Entry):
        return {"code": name_of(value), "title": value.title}
    if _is_record(value):
        names = [field.name for field in cast("Sequence[attrs.Attribute[object]]", getattr(value, "__attrs_attrs__", ()))]
        return {name.replace("_", " "): getattr(value, name) for name in names}
    return {"": value}


def _words(value: object) -> str:
    """Write a value in a few words, or say that there is none."""
    said: str | None
    match value:
        case None:
            said = None
        case Decimal():
            said = format_number(value)
        case Cell():
            said = value.text
        case Column():
            said = value.label
        case Entry():
            said = " ".join(filter(None, (name_of(value), value.title)))
        case Report():
            said = " ".join(filter(None, (value.source, value.title, str(value.year or ""))))
        case tuple() | list():
            said = ", ".join(map(_words, value))
        case _:
            said = str(value)
    return said or MISSING
