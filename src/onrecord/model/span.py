"""Half-open stretches of a report's text."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` (inclusive) to ``end`` (exclusive) of ``Report.text``; never empty.

    Raises:
        ValueError: unless ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class SpanIndex(Generic[Item]):
    """Things that stand at spans, found by place: in time that grows with what is near, not with all there is."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=lambda row: row[0])
        self._starts = [span.start for span, _ in self._items]
        # How far what begins up to here reaches: beyond it nothing need be looked for.
        self._reach = list(accumulate((span.end for span, _ in self._items), max))

    def overlapping(self, span: Span) -> Iterator[tuple[Span, Item]]:
        """What shares a character with ``span``, the last to begin first."""
        at = bisect_left(self._starts, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            if self._items[at][0].end > span.start:
                yield self._items[at]
            at -= 1


def trim(text: str, start: int, end: int) -> Span | None:
    """The span ``start``..``end`` of ``text`` without white space at its ends; None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def quote(text: str, spans: Iterable[Span]) -> str:
    """The words of several spans on one line, ``…`` where something between them is left out."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
