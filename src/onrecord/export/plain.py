"""What every file format needs: text that can be encoded, and files that are written whole or not at all."""

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

_SURROGATES = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """``text`` with U+FFFD for each lone surrogate, which cannot be encoded; offsets stay what they are."""
    return _SURROGATES.sub("\ufffd", text)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A text file in UTF-8 that takes the place of ``path`` when the block ends without an exception.

    Until then whatever stood there stays. What is no ordinary file (a pipe, a device) is written to directly.

    Raises:
        OSError: the file cannot be made or written.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    target = path.resolve()
    part = target.with_name(f".onrecord-{secrets.token_hex(6)}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as out:
            yield out
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
