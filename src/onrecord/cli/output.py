"""Where ledgers go: the terminal, a file, or a folder."""

import io
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from onrecord.errors import UsageError
from onrecord.export.base import FolderExporter
from onrecord.export.plain import replacing
from onrecord.export.registry import exporter, names
from onrecord.model.ledger import Ledger
from onrecord.render.terminal import ledger_text, legend

_TERMINAL = "terminal"
FORMATS = (_TERMINAL, *names())


def write(ledgers: Iterable[Ledger], format_: str | None, path: Path | None) -> None:
    """Write the ledgers to ``path``, whole or not at all, or to the standard output.

    Without a format, the ending of ``path`` tells; what it does not tell is written for the terminal.

    Raises:
        UsageError: the format or the path will not do.
    """
    ending = path.suffix.lower().lstrip(".") if path else ""
    format_ = format_ or (ending if ending in FORMATS else _TERMINAL)
    if path is None or str(path) == "-":
        _to_standard_output(ledgers, format_)
        return
    try:
        _to_path(ledgers, format_, path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error


def _to_standard_output(ledgers: Iterable[Ledger], format_: str) -> None:
    if format_ == _TERMINAL:
        width, encoding = shutil.get_terminal_size().columns, sys.stdout.encoding or "utf-8"
        for text in _glances(ledgers, width, encoding, colour=True):
            click.echo(text, nl=False)  # without colour where the output is no terminal
        return
    with _standard_output() as out:
        exporter(format_).write(ledgers, out)


def _to_path(ledgers: Iterable[Ledger], format_: str, path: Path) -> None:
    if format_ == _TERMINAL:
        with replacing(path) as out:
            out.writelines(_glances(ledgers, 80, "utf-8", colour=False))
        return
    chosen = exporter(format_)
    if isinstance(chosen, FolderExporter):
        chosen.write_folder(ledgers, path)
        return
    with replacing(path) as out:
        chosen.write(ledgers, out)


def _glances(ledgers: Iterable[Ledger], width: int, encoding: str, *, colour: bool) -> Iterator[str]:
    count = 0
    for ledger in ledgers:
        yield ("\n" if count else "") + ledger_text(ledger, width=width, encoding=encoding, colour=colour)
        count += 1
    if count:
        yield "\n" + legend(width=width, encoding=encoding)


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """The standard output in UTF-8 with line ends left alone, whatever the terminal's encoding is."""
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    try:
        yield out
    finally:
        out.detach()
