"""What a reader is, and what it may be told about the bytes that it gets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.errors import InputError
from onrecord.model.report import JSONValue, Report


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows of an input. What the user says outranks what the input says of itself.

    ``name`` is the input as the user named it (for error messages and sniffing by extension); ``content_type``
    the media type a server gave, ``encoding`` the charset it gave. ``columns`` maps onrecord's names (url, title,
    date, outlet, text) to the user's column names in tables. Empty where nothing is known.
    """

    name: str = ""
    content_type: str = ""
    encoding: str = ""
    url: str = ""
    outlet: str = ""
    headline: str = ""
    published_at: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    meta: Mapping[str, JSONValue] = field(default_factory=dict)


class Reader(Protocol):
    """One input format.

    ``read`` yields the reports in ``raw`` in order; an error that spoils one report of many is yielded in its
    place, so that the rest is not lost. One that spoils the whole input is raised.
    """

    name: str
    version: str
    extensions: tuple[str, ...]
    content_types: tuple[str, ...]

    def sniff(self, head: bytes) -> bool:
        """Whether the first bytes (up to 4,096) look like this format."""
        ...

    def read(self, raw: bytes, hints: Hints) -> Iterator[Report | InputError]:
        """The reports in ``raw``.

        Raises:
            EmptyInput: there is no text.
            MalformedInput: the bytes are not of this format.
        """
        ...
