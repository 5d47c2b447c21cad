"""The inputs that a user named: what they stand for, and the reports in them."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.api import is_address, known_extensions, reports
from onrecord.errors import InputError, MissingInput
from onrecord.model.report import Report
from onrecord.readers.base import Hints

STDIN = "-"


def listed(arguments: Sequence[str]) -> list[str]:
    """The arguments with each folder replaced by the files below it that a reader knows, in order of their names.

    Hidden files and folders are left out, links to folders are not followed. A folder without such files stays,
    and fails when it is read.
    """
    found: list[str] = []
    for argument in arguments:
        is_folder = argument != STDIN and not is_address(argument) and Path(argument).is_dir()
        found += (_below(argument) if is_folder else []) or [argument]
    return found


def _below(folder: str) -> list[str]:
    known, found = known_extensions(), []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(parent, name) for name in sorted(files) if not name.startswith("."))
        found += [str(path) for path in paths if path.suffix.lower() in known]
    return found


def reports_in(argument: str, hints: Hints) -> Iterator[Report | InputError]:
    """The reports in one input; what cannot be read is yielded as the error, in its place."""
    if argument == STDIN:
        return reports(sys.stdin.buffer.read(), replace(hints, name="standard input"))
    if is_address(argument):
        return reports(argument, hints)
    path = Path(argument)
    if path.is_dir():
        return iter((MissingInput("no file in this folder has a known ending", name=argument),))
    return reports(path, hints)
