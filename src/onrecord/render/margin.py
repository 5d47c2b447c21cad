"""The margin of a report: for each passage, a bar beside the lines of every statement.

Which lines these are only a browser knows, so this estimates them from the number of characters; the page's
script, where it runs, sets them right.
"""

from dataclasses import dataclass

from onrecord.model.ledger import Ledger
from onrecord.model.span import Span
from onrecord.render.marked import MarkedBlock, marked_spans

#: Characters in a line of the page's report at its full width.
MEASURE = 66
#: Bars side by side at most; more lie over each other.
LANES = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks that share a line: nearly always one, two where a dateline or a speaker's label runs on."""

    blocks: tuple[MarkedBlock, ...]

    @property
    def main(self) -> MarkedBlock:
        """The block that the others only introduce."""
        return self.blocks[-1]

    @property
    def span(self) -> Span:
        """From the first block's start to the last one's end."""
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end)


@dataclass(frozen=True, slots=True)
class Bar:
    """A statement's bar: ``top`` and ``height`` in per cent of the passage, ``lane`` counted from the text.

    ``first`` is set in the first passage that the statement's content reaches; there the bar has its number.
    """

    statement: int
    first: bool
    top: float
    height: float
    lane: int


@dataclass(frozen=True, slots=True)
class Note:
    """A flag beside the passage in which it is raised, ``top`` per cent down."""

    flag: int
    top: float


def passages(blocks: tuple[MarkedBlock, ...]) -> tuple[Passage, ...]:
    """The blocks, those together that run on in one line."""
    found: list[Passage] = []
    waiting: list[MarkedBlock] = []
    for block in blocks:
        waiting.append(block)
        if not block.runs_on:
            found.append(Passage(tuple(waiting)))
            waiting = []
    return tuple(found)


def bars(ledger: Ledger, listed: tuple[Passage, ...]) -> tuple[tuple[Bar, ...], ...]:
    """For each passage its bars, in the order of the statements."""
    begun: set[int] = set()
    margins = []
    for passage in listed:
        inside = {n for block in passage.blocks for segment in block.segments for n in segment.statements}
        lanes: list[int] = [-1] * LANES  # the last line that each lane's bars take
        margin = []
        for n in sorted(inside):
            reach = _reach(ledger.attributions[n].content, passage.span)
            if reach is None:
                continue
            first, last, lines = reach
            lane = next((k for k in range(LANES) if lanes[k] < first), LANES - 1)
            lanes[lane] = max(lanes[lane], last)
            top, height = _percent(first, lines), _percent(last + 1 - first, lines)
            margin.append(Bar(n, n not in begun, top, height, lane))
            begun.add(n)
        margins.append(tuple(margin))
    return tuple(margins)


def notes(ledger: Ledger, listed: tuple[Passage, ...]) -> tuple[tuple[Note, ...], ...]:
    """For each passage the flags whose first span begins in it."""
    margins = []
    for passage in listed:
        raised = {n for block in passage.blocks for segment in block.segments for n in segment.flags}
        margin = []
        for n in sorted(raised):
            span = marked_spans(ledger.flags[n])[0]
            if passage.span.overlaps(span):
                first, _, lines = _lines(span, passage.span)
                margin.append(Note(n, _percent(first, lines)))
        margins.append(tuple(margin))
    return tuple(margins)


def _reach(content: tuple[Span, ...], passage: Span) -> tuple[int, int, int] | None:
    """The first and the last line that a content takes of a passage, and how many the passage has."""
    inside = [span for span in content if span.overlaps(passage)]
    if not inside:
        return None
    return _lines(Span(inside[0].start, inside[-1].end), passage)


def _lines(span: Span, passage: Span) -> tuple[int, int, int]:
    first = max(span.start - passage.start, 0) // MEASURE
    last = (min(span.end, passage.end) - 1 - passage.start) // MEASURE
    return first, last, (passage.end - passage.start - 1) // MEASURE + 1


def _percent(lines: int, of: int) -> float:
    return round(100 * lines / of, 2)
