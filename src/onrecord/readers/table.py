"""Tables of reports: JSONL (also one JSON array or object) and CSV with any usual delimiter. A row is a
report."""

import csv
import io
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.errors import EmptyInput, InputError, MalformedInput
from onrecord.model.report import JSONValue, Report
from onrecord.readers.assemble import Found
from onrecord.readers.base import Hints
from onrecord.readers.decoding import decode, fold
from onrecord.readers.text import report_from

#: The names that columns go by, best first; compared without case, spaces, dots and underscores.
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "url": ("url", "link", "uri", "articleurl", "sourceurl", "canonicalurl", "weburl", "permalink", "href"),
    "title": ("title", "headline", "articletitle", "heading", "subject"),
    "date": (
        "publishedat", "published", "date", "publicationdate", "publishdate", "datepublished",
        "publisheddate", "pubdate", "articledate", "timestamp", "datetime", "createdat",
    ),
    "outlet": (
        "outlet", "publisher", "publication", "sourcename", "newspaper", "medium", "media", "site", "sitename",
        "source", "domain",
    ),
    "text": (
        "text", "body", "content", "article", "fulltext", "articletext", "articlebody", "bodytext", "maintext",
        "story", "transcript",
    ),
    "byline": ("author", "authors", "byline", "writer", "creator"),
}  # fmt: skip
#: onrecord's names for columns, and the report's fields that they fill.
_FIELDS = {"url": "url", "title": "headline", "date": "published_at", "outlet": "outlet", "byline": "byline"}
_DELIMITERS = ",\t;|"
_JSON_START = re.compile(rb'\s*(?:\[\s*)?\{\s*(?:"|\})|\s*\[\s*\]')
_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST = 64
_NAMES_IN_MESSAGE = 12


class JsonReader:
    """The reader of JSON objects with a text: one a line, in an array, or one alone."""

    name = "json"
    version = "1"
    extensions = (".jsonl", ".ndjson", ".json")
    content_types = (
        "application/json",
        "application/x-ndjson",
        "application/jsonl",
        "application/json-lines",
    )

    def sniff(self, head: bytes) -> bool:
        """Whether an object, or an array of them, begins."""
        return _JSON_START.match(head) is not None

    def read(self, raw: bytes, hints: Hints) -> Iterator[Report | InputError]:
        """A report for every object.

        Raises:
            MalformedInput: the bytes are no text.
        """
        empty = True
        for where, record in _records(decode(raw, hints.encoding).text):
            empty = False
            if isinstance(record, InputError):
                yield record
            elif not isinstance(record, dict):
                yield MalformedInput("not an object with named values", where=where)
            else:
                source = json.dumps(record, ensure_ascii=False, sort_keys=True).encode()
                yield _report(record, source, hints, where, f"{self.name} {self.version}")
        if empty:
            yield EmptyInput("there are no records to read", name=hints.name)


class CsvReader:
    """The reader of delimited tables with a header."""

    name = "csv"
    version = "1"
    extensions = (".csv", ".tsv", ".tab")
    content_types = ("text/csv", "text/tab-separated-values", "application/csv")

    def sniff(self, head: bytes) -> bool:
        """Whether the first line names a column for the text and one more that is known."""
        first = head.decode("utf-8", "replace").lstrip("\ufeff").partition("\n")[0]
        known = _known_columns(_header(first, _delimiter(first)))
        return "text" in known and len(known) > 1

    def read(self, raw: bytes, hints: Hints) -> Iterator[Report | InputError]:
        """A report for every row.

        Raises:
            MalformedInput: the bytes are no text, or no column holds the text.
        """
        text = decode(raw, hints.encoding).text
        # The limit is the process's; it guards against unclosed quotation marks, which are found here anyway.
        csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.lstrip().partition("\n")[0]))
        header: list[str] = []
        number = line = 0
        while True:
            try:
                row = next(rows)
            except StopIteration:
                if not number:
                    yield EmptyInput("the table has no rows", name=hints.name)
                return
            except csv.Error as error:
                yield MalformedInput(f"not a table: {error}", where=f"line {rows.line_num}")
                return
            line, began = rows.line_num, line + 1
            if not any(cell.strip() for cell in row):
                continue
            if not header:
                header = [cell.strip() for cell in row]
                _choose_columns(header, hints)
                continue
            number += 1
            where = f"row {number} (line {began})"
            if len(row) > len(header):
                yield MalformedInput(f"{len(row)} cells under {len(header)} columns", where=where)
                continue
            record: dict[str, JSONValue] = dict(zip(header, row, strict=False))
            source = json.dumps(record, ensure_ascii=False).encode()
            yield _report(record, source, hints, where, f"{self.name} {self.version}")


def _records(text: str) -> Iterator[tuple[str, JSONValue | InputError]]:
    """Every object with its place: of the whole as one JSON value if it is one, else line by line."""
    stripped = text.strip()
    if "\n" not in stripped or stripped.startswith(("[", "{\n")):
        try:
            whole = _parse(stripped)
        except (ValueError, RecursionError) as error:
            if stripped.startswith("[") or "\n" not in stripped:
                yield "", _not_json(error, "")
                return
        else:
            records = whole if isinstance(whole, list) else [whole]
            yield from ((f"row {number}" if len(records) > 1 else "", r) for number, r in enumerate(records, 1))
            return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"line {number}"
            try:
                yield where, _parse(line)
            except (ValueError, RecursionError) as error:
                yield where, _not_json(error, where)


def _parse(text: str) -> JSONValue:
    # NaN is what data frames write for nothing; JSON has neither it nor infinities.
    value: JSONValue = json.loads(text, parse_constant=lambda _: None, parse_float=_finite)
    return _sound(value)


def _finite(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def _sound(value: JSONValue, depth: int = 0) -> JSONValue:
    """``value`` with U+FFFD for half characters, which JSON can escape and nothing can write out again.

    Raises:
        RecursionError: it is nested deeper than any table's cell; what can be read must be writable too.
    """
    if depth > _DEEPEST:
        raise RecursionError
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_sound(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {_SURROGATE.sub("\ufffd", key): _sound(item, depth + 1) for key, item in value.items()}
    return value


def _not_json(error: Exception, where: str) -> MalformedInput:
    if isinstance(error, json.JSONDecodeError):
        place = f"line {error.lineno}, column {error.colno}" if not where else f"{where}, column {error.colno}"
        return MalformedInput(f"not JSON: {error.msg}", where=place)
    deep = isinstance(error, RecursionError)
    return MalformedInput("nested too deeply" if deep else f"not JSON: {error}", where=where)


def _report(
    record: Mapping[str, JSONValue], source: bytes, hints: Hints, where: str, reader: str
) -> Report | InputError:
    """The report of one row, or what is wrong with the row."""
    try:
        columns = _choose_columns(list(record), hints)
        cells = {
            name: _words(record[column], column, "\n\n" if name == "text" else ", ")
            for name, column in columns.items()
            if column in record
        }
        column = columns["text"]
        if not cells["text"].strip():
            raise EmptyInput("there is no text", where=f"column {column}")
        found = {
            _FIELDS[name]: Found(cell, f"column:{columns[name]}")
            for name, cell in cells.items()
            if name in _FIELDS and cell.strip()
        }
        meta = {key: value for key, value in record.items() if key != column}
        # The address of the whole file names no row in it.
        own = replace(hints, url="", headline="")
        return report_from(source, fold(cells["text"]), own, reader, found, meta)
    except InputError as error:
        places = ", ".join(place for place in (where, error.where) if place)
        return type(error)(error.problem, name=hints.name, where=places)


def _words(value: JSONValue, column: str, joint: str) -> str:
    """A cell as text: a list is one of paragraphs or names, an object goes by its name (as in NewsAPI)."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return str(value["name"])
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return joint.join(str(item) for item in value)
    if isinstance(value, bool | int | float):
        return str(value)
    raise MalformedInput("neither text nor a list of paragraphs", where=f"column {column}")


def _choose_columns(header: list[str], hints: Hints) -> dict[str, str]:
    """onrecord's names to the columns that hold them: the user's mapping first.

    Raises:
        MalformedInput: a column that the user names is missing, or none holds the text.
    """
    columns = _known_columns(header)
    listed = ", ".join(header[:_NAMES_IN_MESSAGE]) + (", …" if len(header) > _NAMES_IN_MESSAGE else "")
    for name, column in hints.columns.items():
        if column not in header:
            raise MalformedInput(f"there is no column {column}; there are: {listed}")
        columns[name] = column
    if "text" not in columns:
        raise MalformedInput(f"no column is known to hold the text; there are: {listed}")
    return columns


def _known_columns(header: list[str]) -> dict[str, str]:
    plain: dict[str, str] = {}
    for column in header:
        plain.setdefault(re.sub(r"[\W_]+", "", column).casefold(), column)
    return {name: plain[alias] for name, aliases in _ALIASES.items() for alias in reversed(aliases) if alias in plain}


def _delimiter(first_line: str) -> str:
    """The delimiter under which the header has the most columns that are known, then the most columns."""
    return max(
        _DELIMITERS,
        key=lambda mark: (
            len(_known_columns(_header(first_line, mark))),
            len(_header(first_line, mark)),
            -_DELIMITERS.index(mark),
        ),
    )


def _header(first_line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"').strip() for cell in first_line[:10_000].split(delimiter)]
