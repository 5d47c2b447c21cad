"""onrecord: who said what, and who says so.

::

    import onrecord

    ledger = onrecord.read("report.txt")      # a path, an address, bytes, or the text itself
    for statement in ledger.attributions:
        print(statement.tier, onrecord.quote(ledger.report.text, statement.content))

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.analyse import Analyser
    from onrecord.api import read, read_all
    from onrecord.errors import (
        BundleError,
        EmptyInput,
        FetchError,
        InputError,
        MalformedInput,
        MissingInput,
        OnrecordError,
        UnknownLanguage,
        UsageError,
    )
    from onrecord.model.attribution import Attribution
    from onrecord.model.ledger import Flag, Ledger
    from onrecord.model.profile import Profile, profile
    from onrecord.model.report import Block, Dateline, Report
    from onrecord.model.schema import json_schema
    from onrecord.model.span import Span, quote
    from onrecord.readers.base import Hints

    __version__: str

_HOMES = {
    "Analyser": "analyse",
    "Attribution": "model.attribution",
    "Block": "model.report",
    "BundleError": "errors",
    "Dateline": "model.report",
    "EmptyInput": "errors",
    "FetchError": "errors",
    "Flag": "model.ledger",
    "Hints": "readers.base",
    "InputError": "errors",
    "Ledger": "model.ledger",
    "MalformedInput": "errors",
    "MissingInput": "errors",
    "OnrecordError": "errors",
    "Profile": "model.profile",
    "Report": "model.report",
    "Span": "model.span",
    "UnknownLanguage": "errors",
    "UsageError": "errors",
    "json_schema": "model.schema",
    "profile": "model.profile",
    "quote": "model.span",
    "read": "api",
    "read_all": "api",
}

__all__ = [
    "Analyser",
    "Attribution",
    "Block",
    "BundleError",
    "Dateline",
    "EmptyInput",
    "FetchError",
    "Flag",
    "Hints",
    "InputError",
    "Ledger",
    "MalformedInput",
    "MissingInput",
    "OnrecordError",
    "Profile",
    "Report",
    "Span",
    "UnknownLanguage",
    "UsageError",
    "__version__",
    "json_schema",
    "profile",
    "quote",
    "read",
    "read_all",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        value: object = import_module("importlib.metadata").version("onrecord")
    elif name in _HOMES:
        value = getattr(import_module(f"onrecord.{_HOMES[name]}"), name)
    else:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
