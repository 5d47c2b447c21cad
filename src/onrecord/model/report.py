"""A report as it was read: its text, the blocks it is made of, and what is known about it."""

import copyreg
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from onrecord.model.span import Span

BlockKind = Literal[
    "headline",
    "subheading",
    "caption",
    "byline",
    "dateline",
    "paragraph",
    "speaker_label",
    "credit",
    "correction",
    "related",
    "boilerplate",
]
BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)

#: The kinds of block whose words are the report's own and are searched for statements.
SPOKEN: frozenset[BlockKind] = frozenset({"headline", "subheading", "caption", "paragraph", "correction"})

JSONValue = None | bool | int | float | str | list["JSONValue"] | dict[str, "JSONValue"]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a report's anatomy. Blocks do not overlap and stand in reading order; what lies
    between them is white space or markup (the ``## `` of a saved page)."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and by whom a report was filed, as its first words say.

    ``date`` is ISO 8601: ``2022-06-08``, or ``--06-08`` where neither the dateline nor the publication
    date gives a year. ``credit`` is the agency or outlet named there. Empty where the dateline is silent.
    """

    place: str
    date: str
    credit: str
    span: Span


#: Where a field came from: a span of the text, or a path into metadata ("json-ld:headline", "column:title").
Origin = Span | str


@dataclass(frozen=True, slots=True)
class Report:
    """One report, as read. All offsets anywhere in a ledger are code points into ``text``.

    For text input ``text`` is the decoded input itself (without a byte-order mark, ``\\r\\n`` read as
    ``\\n``); for pages it is the extracted blocks joined by blank lines. Strings are empty where the report
    does not say.

    Attributes:
        document_id: the canonical address, or the digest of the raw input where there is none.
        version_id: digest of what was read: text, blocks, metadata and the reader's version.
        published_at: ISO 8601 date or date-time.
        language: ISO 639-1 code; ``und`` where there is too little text to tell.
        original_language, translated: set where the report says that it is a translation.
        meta: whatever columns the user brought, untouched.
        origins: for each field that is set, where it came from.
        raw_digest: SHA-256 of the bytes that were read, in hex.
        reader: name and version of the reader.
        folded: positions in ``text`` of line breaks that were two characters in the input.
        skipped: characters of the decoded input before ``text`` begins (1 for a byte-order mark).
    """

    document_id: str
    version_id: str
    text: str
    blocks: tuple[Block, ...]
    raw_digest: str
    reader: str
    language: str = "und"
    url: str = ""
    outlet: str = ""
    headline: str = ""
    byline: str = ""
    dateline: Dateline | None = None
    published_at: str = ""
    original_language: str = ""
    translated: bool = False
    meta: Mapping[str, JSONValue] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    folded: tuple[int, ...] = ()
    skipped: int = 0

    def input_offset(self, offset: int) -> int:
        """The offset in the decoded input (text input only) of ``offset`` in ``text``."""
        return offset + self.skipped + bisect_left(self.folded, offset)

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in reading order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    def paragraph_number(self, offset: int) -> int:
        """The number of the paragraph block that holds ``offset``, counted from 1; 0 before the first.

        A speaker label or dateline counts to the paragraph that it introduces.
        """
        starts = [block.span.start for block in self.blocks if block.kind == "paragraph"]
        block = next((b for b in self.blocks if b.span.start <= offset < b.span.end), None)
        introduces = block is not None and block.kind in ("speaker_label", "dateline")
        return bisect_left(starts, offset + 1) + introduces


def frozen(mapping: Mapping[str, JSONValue]) -> MappingProxyType[str, JSONValue]:
    """A read-only view of a copy of ``mapping``."""
    return MappingProxyType(dict(mapping))


# Reports travel to worker processes and back; the standard library does not pickle read-only views by itself.
copyreg.pickle(MappingProxyType, lambda view: (frozen, (dict(view),)))
