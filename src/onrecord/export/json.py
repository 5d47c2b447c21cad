"""JSON: ``Ledger.to_dict()`` as it is; several ledgers are an array."""

import json
import re
from collections.abc import Iterable
from typing import Any, TextIO

from onrecord.export.plain import encodable
from onrecord.model.ledger import Ledger

#: JSON allows them in strings, but many programs end a line at them.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


class JsonExporter:
    """One ledger is one object; none or several are an array of objects."""

    name = "json"
    extension = "json"

    def write(self, ledgers: Iterable[Ledger], out: TextIO) -> None:
        """Write the ledgers, indented, holding no more than two at a time."""
        write_values((ledger.to_dict() for ledger in ledgers), out)


def write_values(values: Iterable[dict[str, Any]], out: TextIO) -> None:
    """Write one object as it is, none or several as an array, indented; no more than two are held at a time."""
    rest = iter(values)
    first, second = next(rest, None), next(rest, None)
    if first is None:
        out.write("[]\n")
    elif second is None:
        out.write(dumps(first, indent=1) + "\n")
    else:
        out.write("[\n" + dumps(first, indent=1))
        out.write(",\n" + dumps(second, indent=1))
        for value in rest:
            out.write(",\n" + dumps(value, indent=1))
        out.write("\n]\n")


def dumps(value: Any, indent: int | None = None) -> str:
    """``value`` as JSON that any parser reads and any codec for Unicode encodes.

    Numbers that JSON does not know (NaN, infinities, from a user's column) become null.
    """
    try:
        written = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    except ValueError:
        finite = json.loads(json.dumps(value), parse_constant=lambda _: None)
        written = json.dumps(finite, ensure_ascii=False, allow_nan=False, indent=indent)
    return _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", encodable(written))
