"""A ledger as marked text: its report cut, block by block, wherever something begins or ends."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.model.attribution import Attribution
from onrecord.model.ledger import Flag, FlagKind, Ledger
from onrecord.model.report import Block, BlockKind
from onrecord.model.span import Span

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")

#: What else the words around a statement say of it.
Aside = Literal["addressee", "channel", "time", "distanced", "reason"]
ASIDES: tuple[Aside, ...] = ("addressee", "channel", "time", "distanced", "reason")

_ORDER: tuple[Role | Aside, ...] = (*ROLES, *ASIDES)

#: Flags that speak of the report as a whole, and not of some of its words.
_WHOLE: frozenset[FlagKind] = frozenset({"language_not_analysed", "one_voice"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch of text is to one statement, by its index in ``Ledger.attributions``."""

    statement: int
    role: Role | Aside


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that all belong to the same things.

    ``marks`` are of source, verb and content, and have the statement with the shortest content first, so that of
    nested statements the innermost leads; ``asides`` are of everything around a statement, in the same order;
    ``flags`` are indices in ``Ledger.flags``.
    """

    span: Span
    text: str
    marks: tuple[Mark, ...] = ()
    flags: tuple[int, ...] = ()
    asides: tuple[Mark, ...] = ()

    @property
    def roles(self) -> tuple[Role, ...]:
        """The different roles that the characters play."""
        return tuple(role for role in ROLES if any(mark.role == role for mark in self.marks))

    @property
    def statements(self) -> tuple[int, ...]:
        """The different statements that they belong to, innermost first."""
        return tuple(dict.fromkeys(mark.statement for mark in self.marks))


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block of the report; its segments, joined, are its text.

    ``number`` counts paragraphs from 1 and is 0 for other kinds; ``runs_on`` says that the next block goes on
    in the same line (a dateline or a speaker's label before the paragraph that it opens).
    """

    kind: BlockKind
    span: Span
    number: int
    runs_on: bool
    segments: tuple[Segment, ...]


def marked_spans(flag: Flag) -> tuple[Span, ...]:
    """The spans of a flag that are worth marking; none where it speaks of the report as a whole."""
    return () if flag.kind in _WHOLE else flag.spans


def mark(ledger: Ledger) -> tuple[MarkedBlock, ...]:
    """The report's blocks in reading order, each cut into segments.

    Takes time in proportion to the text and the number of spans, not to their product.
    """
    report = ledger.report
    borders, covering = _sweep(ledger)
    rank = [sum(span.end - span.start for span in a.content) for a in ledger.attributions]
    blocks, number = [], 0
    for block, following in zip(report.blocks, (*report.blocks[1:], None), strict=True):
        number += block.kind == "paragraph"
        cuts = [block.span.start, *_between(borders, block.span), block.span.end]
        segments = []
        for start, end in pairwise(cuts):
            layers = covering[bisect_right(borders, start)]
            found = sorted(
                (layer for layer in layers if isinstance(layer, Mark)),
                key=lambda m: (rank[m.statement], m.statement, _ORDER.index(m.role)),
            )
            marks = tuple(m for m in found if m.role in ROLES)
            asides = tuple(m for m in found if m.role in ASIDES)
            flags = tuple(sorted(layer for layer in layers if isinstance(layer, int)))
            segments.append(Segment(Span(start, end), report.text[start:end], marks, flags, asides))
        blocks.append(
            MarkedBlock(
                block.kind,
                block.span,
                number if block.kind == "paragraph" else 0,
                _runs_on(report.text, block, following),
                tuple(segments),
            )
        )
    return tuple(blocks)


def _layers(ledger: Ledger) -> Iterator[tuple[Span, Mark | int]]:
    for n, a in enumerate(ledger.attributions):
        for role, spans in (*zip(ROLES, (a.source, a.cue, a.content), strict=True), *_asides(a)):
            yield from ((span, Mark(n, role)) for span in spans)
    for n, flag in enumerate(ledger.flags):
        yield from ((span, n) for span in marked_spans(flag))


def _asides(a: Attribution) -> Iterator[tuple[Aside, tuple[Span, ...]]]:
    yield "addressee", tuple(to.span for to in a.addressees)
    yield "channel", tuple(by.span for by in a.channels)
    yield "time", (a.said_at.span,) if a.said_at else ()
    yield "distanced", a.distanced
    yield "reason", a.reason


def _sweep(ledger: Ledger) -> tuple[list[int], list[tuple[Mark | int, ...]]]:
    """All borders in order, and what covers the text before the first, between two, and after the last."""
    opening, closing = defaultdict(list), defaultdict(list)
    for span, layer in _layers(ledger):
        opening[span.start].append(layer)
        closing[span.end].append(layer)
    borders = sorted({*opening, *closing})
    open_now: Counter[Mark | int] = Counter()
    covering: list[tuple[Mark | int, ...]] = [()]
    for border in borders:
        open_now.update(opening[border])
        open_now.subtract(closing[border])
        for layer in closing[border]:
            if not open_now[layer]:
                del open_now[layer]
        covering.append(tuple(open_now))
    return borders, covering


def _between(borders: list[int], span: Span) -> list[int]:
    return borders[bisect_right(borders, span.start) : bisect_left(borders, span.end)]


def _runs_on(text: str, block: Block, following: Block | None) -> bool:
    return (
        block.kind in ("dateline", "speaker_label")
        and following is not None
        and following.kind == "paragraph"
        and "\n" not in text[block.span.end : following.span.start]
    )
