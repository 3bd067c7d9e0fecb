"""The JSON Schema of a report's JSON, made from the classes of `gentbudget.exports.document`.

``python -m gentbudget.exports.schema`` prints it; docs/report.schema.json is what it prints.
"""

from __future__ import annotations

import json
from decimal import Decimal
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from gentbudget.exports.document import ReportDocument, Version
from gentbudget.exports.json import DECIMAL_PATTERN

Schema = dict[str, Any]

_PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": DECIMAL_PATTERN},
}


def json_schema() -> Schema:
    """Give the schema."""
    definitions: dict[str, Schema] = {}
    _of(ReportDocument, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A report of gentbudget, version {' or '.join(map(str, get_args(Version)))}",
        "$ref": f"#/$defs/{_name(ReportDocument)}",
        "$defs": definitions,
    }


def _of(wanted: Any, definitions: dict[str, Schema]) -> Schema:
    """Give the schema of a type; classes go into the definitions."""
    if wanted in _PLAIN:
        return _PLAIN[wanted]
    if has(wanted):
        if _name(wanted) not in definitions:
            definitions[_name(wanted)] = {}
            definitions[_name(wanted)].update(_object(wanted, definitions))
        return {"$ref": f"#/$defs/{_name(wanted)}"}
    arguments = get_args(wanted)
    if get_origin(wanted) is Literal:
        return {"enum": list(arguments)}
    if get_origin(wanted) is tuple:
        length = {} if ... in arguments else {"minItems": len(arguments), "maxItems": len(arguments)}
        return {"type": "array", "items": _of(arguments[0], definitions), **length}
    return {"anyOf": [_of(one, definitions) for one in arguments]}


def _object(wanted: Any, definitions: dict[str, Schema]) -> Schema:
    types = get_type_hints(wanted)
    return {
        "type": "object",
        "description": " ".join((wanted.__doc__ or "").split("\n\n")[0].split()),
        "properties": {field.name: _of(types[field.name], definitions) for field in fields(wanted)},
        "required": [field.name for field in fields(wanted) if field.default is NOTHING],
        "additionalProperties": False,
    }


def _name(wanted: type) -> str:
    return wanted.__name__.removesuffix("Document")


def main() -> None:
    """Print the schema."""
    print(json.dumps(json_schema(), indent=2))


if __name__ == "__main__":
    main()
