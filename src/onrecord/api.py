"""Reading and analysing in one call: what ``import onrecord`` offers, and what the command line stands on."""

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from pathlib import Path, PurePath

from onrecord.analyse import Analyser
from onrecord.errors import EmptyInput, InputError, MissingInput, UsageError
from onrecord.export.plain import encodable
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report
from onrecord.readers.base import Hints
from onrecord.readers.fetch import fetch
from onrecord.readers.registry import read_bytes, read_path, readers
from onrecord.readers.text import TextReader
from onrecord.render.notebook import fragment

Source = str | bytes | os.PathLike[str]

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def read(
    source: Source, *, strict: bool = False, hints: Hints | None = None, analyser: Analyser | None = None
) -> Ledger:
    """The ledger of the one report in ``source``.

    Args:
        source: a path; bytes in any format that a reader knows; or a string: an http(s) address on its own is
            fetched, the name of an existing file is read, anything else is the report's text, taken as it is
            character for character (a lone surrogate becomes U+FFFD; a page's markup goes in as bytes).
        strict: raise for a language that is not analysed, instead of flagging it.
        hints: what you know of the report; it outranks what the report says.
        analyser: one with a bundle of your own; the shipped one by default.

    Raises:
        InputError: the source cannot be read; MissingInput for a string that can only be a file's name and is none.
        UsageError: the source holds several reports; ``read_all`` yields them.
        BundleError: the model bundle is missing or damaged.
    """
    found = reports(source, hints)
    first = next(found, None)
    if first is None:
        raise EmptyInput("there is no report in it", name=_name(source))
    if isinstance(first, InputError):
        raise first
    if next(found, None) is not None:
        raise UsageError(f"{_name(source)} holds several reports: use onrecord.read_all()")
    return (analyser or default_analyser()).analyse(first, strict=strict)


def read_all(
    source: Source, *, strict: bool = False, hints: Hints | None = None, analyser: Analyser | None = None
) -> Iterator[Ledger | InputError]:
    """The ledgers of all reports in ``source``, a table for instance; arguments as for ``read``.

    What cannot be read is yielded as the error, in its place, so that one bad row does not cost the others.

    Raises:
        BundleError: the model bundle is missing or damaged.
    """
    for item in reports(source, hints):
        yield item if isinstance(item, InputError) else analysed(item, analyser, strict=strict)


def analysed(report: Report, analyser: Analyser | None = None, *, strict: bool = False) -> Ledger | InputError:
    """The ledger of ``report``, or the reason that there is none."""
    try:
        return (analyser or default_analyser()).analyse(report, strict=strict)
    except InputError as error:
        return error


@cache
def default_analyser(source_types: Path | None = None) -> Analyser:
    """The analyser with the shipped bundle, loaded once a process; with source types of the user's own.

    Raises:
        BundleError: the bundle is missing or damaged.
        UsageError: the file of source types is.
    """
    return Analyser.load(source_types=source_types)


def reports(source: Source, hints: Hints | None = None) -> Iterator[Report | InputError]:
    """The reports in ``source``, not analysed; what cannot be read is yielded as the error, in its place."""
    hints = hints or Hints()
    if isinstance(source, bytes):
        return read_bytes(source, hints)
    if not isinstance(source, str):
        return read_path(Path(source), hints)
    if is_address(source):
        return _fetched(source.strip(), hints)
    if _is_file(source):
        return read_path(source, hints)
    if _can_only_be_a_path(source):
        return iter((MissingInput("there is no such file", name=source),))
    return _text(source, hints)


def is_address(text: str) -> bool:
    """Whether ``text`` is an http(s) address and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def _fetched(url: str, hints: Hints) -> Iterator[Report | InputError]:
    try:
        raw, served = fetch(url)
    except InputError as error:
        yield error
        return
    said = {item.name: value for item in fields(hints) if (value := getattr(hints, item.name))}
    yield from read_bytes(raw, replace(served, **said))


def _text(text: str, hints: Hints) -> Iterator[Report | InputError]:
    raw = encodable(text).encode()
    try:
        yield from TextReader().read(raw, replace(hints, encoding="utf-8"))
    except InputError as error:
        yield error


def _is_file(text: str) -> bool:
    try:
        return "\n" not in text and Path(text).is_file()
    except (OSError, ValueError):  # too long for a name, or a NUL in it
        return False


def _can_only_be_a_path(text: str) -> bool:
    return not re.search(r"\s", text) and PurePath(text).suffix.lower() in known_extensions()


def known_extensions() -> frozenset[str]:
    """The file name endings that readers know, in lower case, with the dot."""
    return frozenset(extension for reader in readers() for extension in reader.extensions)


def _name(source: Source) -> str:
    return "the input" if isinstance(source, bytes) else os.fspath(source)


def _show_in_notebooks() -> None:
    """Let a running IPython show a ledger as a table; the model itself knows nothing of rendering."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        shell.display_formatter.formatters["text/html"].for_type(Ledger, fragment)


_show_in_notebooks()
