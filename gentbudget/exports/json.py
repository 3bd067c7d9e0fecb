"""JSON: all that a report holds, there and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, get_args, get_origin

from attrs import AttrsInstance, has

from gentbudget.errors import ExportError, ReportError, expect
from gentbudget.exports.document import FORMAT, ReportDocument, Version
from gentbudget.exports.documenting import to_document, to_report
from gentbudget.exports.extras import needing
from gentbudget.exports.records import plain
from gentbudget.report import Report

if TYPE_CHECKING:
    from cattrs import Converter

DECIMAL_PATTERN = "^-?[0-9]+([.][0-9]+)?$"
"""How a figure is written: as a string, so that no reader makes a float of it."""

_is_decimal = re.compile(DECIMAL_PATTERN[1:-1], re.ASCII).fullmatch
_MOST_FAULTS = 3
_NAMES: Mapping[type, str] = MappingProxyType(
    {dict: "an object", list: "a list", str: "a string", int: "a whole number", bool: "true or false", float: "a number"}
)

Hook = Callable[[Any, Any], Any]


def write(report: Report, path: Path) -> None:
    """Write the JSON of a report as a file."""
    path.write_text(to_json(report), encoding="utf-8", newline="\n")


def to_json(report: Report) -> str:
    """Give the report as JSON, in ASCII; raises `ExportError` for a figure that is no finite number."""
    return json.dumps(_converter().unstructure(to_document(report)), separators=(",", ":"))


def from_json(text: str | bytes) -> Report:
    """Read a report that `to_json` wrote; raises `ReportError` for anything that does not fit the schema."""
    expect(text, str | bytes, "str or bytes")
    data = _loaded(text)
    converter = _converter()
    from cattrs import BaseValidationError, transform_error

    try:
        return to_report(converter.structure(data, ReportDocument))
    except BaseValidationError as error:
        faults = transform_error(error, path="report", format_exception=_said)
        more = f"; and {len(faults) - _MOST_FAULTS} more" if len(faults) > _MOST_FAULTS else ""
        raise ReportError(f"the JSON does not fit the schema: {'; '.join(faults[:_MOST_FAULTS])}{more}") from None
    except (ValueError, TypeError) as error:
        raise ReportError(f"the JSON does not fit the schema: {error}") from None
    except RecursionError:
        raise ReportError("the JSON is nested too deeply") from None


def _loaded(text: str | bytes) -> dict[str, Any]:
    """Read JSON that says that it is a report, and of this version."""
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ReportError(f"this is no JSON: {error}") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ReportError(f'this is no report: a JSON object with "format": "{FORMAT}" is expected')
    if data.get("version") not in get_args(Version) or isinstance(data.get("version"), bool):
        known = " and ".join(map(str, get_args(Version)))
        raise ReportError(f"version {data.get('version')!r} of the schema cannot be read, only {known}")
    return data


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


@cache
def _converter() -> Converter:
    """Give a converter that takes each value for what it is: no number for a string, no string for a list."""
    with needing("json", "JSON of a report"):
        from cattrs import Converter
        from cattrs.cols import list_structure_factory
        from cattrs.gen import make_dict_structure_fn

    converter = Converter(omit_if_default=True)
    converter.register_unstructure_hook(Decimal, _figure_text)
    converter.register_structure_hook(Decimal, _figure)
    for exact in (str, int, bool):
        converter.register_structure_hook(exact, _checked)

    @converter.register_structure_hook_factory(has)
    def object_hook(wanted: type[AttrsInstance], converter: Converter) -> Hook:
        structure = make_dict_structure_fn(wanted, converter, _cattrs_forbid_extra_keys=True)
        return lambda value, wanted: structure(_checked(value, dict), wanted)

    @converter.register_structure_hook_factory(_is_tuple)
    def list_hook(wanted: type, converter: Converter) -> Hook:
        _, *rest = get_args(wanted)
        structure = list_structure_factory(wanted, converter)

        def hook(value: object, _: type) -> object:
            items = tuple(structure(_checked(value, list), wanted))
            if rest != [...] and len(items) != 1 + len(rest):
                raise ValueError(f"{1 + len(rest)} values are expected, not {len(items)}")
            return items

        return hook

    return converter


def _is_tuple(wanted: Any) -> bool:
    return get_origin(wanted) is tuple


def _checked(value: object, wanted: type) -> Any:
    if type(value) is not wanted:
        raise ValueError(f"{_NAMES[wanted]} is expected, not {_NAMES.get(type(value), 'null')}")
    return value


def _figure(value: object, _: type) -> Decimal:
    if not isinstance(value, str) or not _is_decimal(value):
        raise ValueError('a figure is expected as a string such as "22.50"')
    return Decimal(value)


def _figure_text(value: Decimal) -> str:
    if not value.is_finite():
        raise ExportError(f"{value} is no figure that JSON can hold")
    return plain(value)


def _said(error: BaseException, _: type | None) -> str:
    """Say what is wrong at one place; cattrs puts the place behind it."""
    if isinstance(error, KeyError):
        return f"{error} is missing"
    fields = getattr(error, "extra_fields", None)
    return f"no {', '.join(sorted(fields))} is known" if fields else str(error)
