"""Which reader reads what. Built-in readers and installed ones (entry points ``onrecord.readers``) enter
alike."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path, PurePath
from urllib.parse import urlsplit

from onrecord.errors import EmptyInput, InputError, MissingInput, UsageError
from onrecord.model.report import Report
from onrecord.readers.base import Hints, Reader
from onrecord.readers.decoding import head_as_utf8

_GROUP = "onrecord.readers"
_BUILT_IN = tuple(
    EntryPoint(name, value, _GROUP)
    for name, value in (
        ("html", "onrecord.readers.html:HtmlReader"),
        ("json", "onrecord.readers.table:JsonReader"),
        ("csv", "onrecord.readers.table:CsvReader"),
        ("text", "onrecord.readers.text:TextReader"),
    )
)
_FALLBACK = "text"


@cache
def readers() -> tuple[Reader, ...]:
    """All readers, installed ones first so that they can take over a format; the one for plain text is last.

    Raises:
        UsageError: an installed reader does not load.
    """
    installed = sorted(entry_points(group=_GROUP), key=lambda entry: entry.name)
    return tuple(_load(entry) for entry in (*installed, *_BUILT_IN))


def choose(raw: bytes, hints: Hints) -> Reader:
    """The reader for ``raw``. Content outranks the extension and the content type, which are often wrong."""
    known = readers()
    head = head_as_utf8(raw)
    for reader in known:
        if reader.name != _FALLBACK and reader.sniff(head):
            return reader
    claimed = next((reader for reader in known if _claims(reader, hints)), known[-1])
    # Servers and file managers say "HTML" of anything; text without a tag is read as text.
    return known[-1] if claimed.name == "html" and b"</" not in head else claimed


def read_bytes(raw: bytes, hints: Hints | None = None) -> Iterator[Report | InputError]:
    """The reports in ``raw``; what cannot be read is yielded as the error, never raised, with the input's
    name."""
    hints = hints or Hints()
    if not raw.strip():
        yield EmptyInput("there is no text to read", name=hints.name)
        return
    try:
        for item in choose(raw, hints).read(raw, hints):
            yield _named(item, hints.name) if isinstance(item, InputError) else item
    except InputError as error:
        yield _named(error, hints.name)


def read_path(path: str | Path, hints: Hints | None = None) -> Iterator[Report | InputError]:
    """The reports in the file at ``path``; errors as in ``read_bytes``, a missing file among them."""
    named = replace(hints or Hints(), name=(hints.name if hints and hints.name else str(path)))
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        yield MissingInput(_REASONS.get(type(error), error.strerror or "cannot be opened"), name=named.name)
        return
    except ValueError:
        yield MissingInput("this cannot be the name of a file", name=named.name)
        return
    yield from read_bytes(raw, named)


_REASONS = {
    FileNotFoundError: "there is no such file",
    IsADirectoryError: "this is a folder, not a file",
    PermissionError: "you may not open it",
}


def _load(entry: EntryPoint) -> Reader:
    try:
        reader: Reader = entry.load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise UsageError(f"the reader {entry.name} ({entry.value}) does not load: {error}") from error
    return reader


def _claims(reader: Reader, hints: Hints) -> bool:
    content_type = hints.content_type.partition(";")[0].strip().lower()
    if content_type:
        return content_type in reader.content_types
    name = urlsplit(hints.name).path if "://" in hints.name[:10] else hints.name
    return PurePath(name).suffix.lower() in reader.extensions


def _named(error: InputError, name: str) -> InputError:
    return error if error.name else type(error)(error.problem, name=name, where=error.where)
