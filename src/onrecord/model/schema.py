"""The JSON Schema of ``Ledger.to_dict()``, generated from the dataclasses and their docstrings."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import fields
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from onrecord.model.ledger import SCHEMA_VERSION, Ledger
from onrecord.model.report import JSONValue

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    JSONValue: {},
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every ``Ledger.to_dict()`` of this version is valid against.

    Objects may gain properties without a new version; none that is listed here goes away or changes.
    """
    definitions: dict[str, Any] = {}
    ledger = _definition(Ledger, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:onrecord:ledger:{SCHEMA_VERSION}",
        **ledger,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one annotation; the dataclasses that it names are added to ``definitions``."""
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, UnionType):
        return {"anyOf": [_of(argument, definitions) for argument in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], definitions)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(arguments[1], definitions)}
    return _reference(annotation, definitions)


def _reference(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # holds the place, should a class name itself
        definitions[cls.__name__] = _definition(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _definition(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    summary, explained = _docstring(cls)
    properties = {}
    for item in fields(cls):
        description = {"description": explained[item.name]} if item.name in explained else {}
        properties[item.name] = {**_of(item.type, definitions), **description}
    return {
        "title": cls.__name__,
        "description": summary,
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def _docstring(cls: Any) -> tuple[str, dict[str, str]]:
    """The prose of a class's docstring, and what its ``Attributes:`` section says of each field.

    An entry such as ``first, second: text`` explains both fields. Other sections are for callers in Python.
    """
    prose, *sections = re.split(r"^(\w+):\n", inspect.getdoc(cls) or "", flags=re.MULTILINE)
    listed = dict(zip(sections[::2], sections[1::2], strict=True)).get("Attributes", "")
    explained = {}
    for entry in re.split(r"\n(?=    \w)", "\n" + listed)[1:]:
        names, _, text = entry.partition(":")
        for name in names.split(","):
            explained[name.strip()] = _line(text)
    return _line(prose), explained


def _line(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
