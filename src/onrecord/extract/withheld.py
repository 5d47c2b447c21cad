"""Why somebody is not named: the words of a stretch of text that give the reason."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.extract.layout import Layout
from onrecord.model.span import Span, trim

TOKEN = re.compile(r"\d+(?:,\d{3})+|\w+(?:[-.’'&]\w+)*|[,;:()–—]")
BREAKS = frozenset(",;:()–—")
#: A clause that gives a reason begins at most so many words before what is not allowed.
_OPENS_WITHIN = 8
#: What may stand between a wish and its reason.
_BETWEEN = " \n,"
_CLAUSE_END = re.compile(
    r"[,;:()–—]|[.!?][”’\"')]*(?:\s|$)|\s(?:and|but)\s(?:who|asked|spoke|requested|has|have|therefore|so)\b"
)


def why(layout: Layout, part: Span, within: int | None = None) -> tuple[Span, ...]:
    """The reason given in ``part`` of the text, if there is one; with ``within``, only where what it is the reason
    for begins at most so many characters behind the start."""
    text, words = layout.text, layout.language.naming
    low = part.of(text).lower()
    if not any(hint in low for hint in words.hints):
        return ()
    opens = part if within is None else Span(part.start, min(part.start + within, part.end))
    wish = _first(text, part, words.anonymity)
    asked = wish or _first(text, part, words.unwilling)
    if asked and asked.start < opens.end:
        rest = Span(asked.end, part.end) if asked.end < part.end else None
        # The first kind of ground is sure wherever it stands; the others only right after the wish.
        ground = _first(text, rest, words.grounds[:1]) if rest else None
        if rest and not ground:
            ground = _first(text, rest, words.grounds[1:])
            ground = ground if ground and not text[rest.start : ground.start].strip(_BETWEEN) else None
        if ground:
            return _clause(text, ground.start, ground.end, part.end)
    barred = _first(text, part, words.unauthorised)
    if barred and barred.start < opens.end:
        return _clause(text, _opening(layout, part, barred.start), barred.end, part.end)
    return (wish,) if wish and wish.start < opens.end else ()


def relative(layout: Layout, part: Span, found: Span) -> bool:
    """Whether the words found in ``part`` stand in a relative clause, and so with another source."""
    tokens = [m.group().lower() for m in TOKEN.finditer(layout.text, part.start, found.end)]
    start = len(TOKEN.findall(layout.text[part.start : found.start]))
    while start and tokens[start - 1] not in BREAKS:
        start -= 1
    return bool(layout.language.people.relatives.intersection(tokens[start : start + _OPENS_WITHIN]))


def outside(sentence: Span, content: Sequence[Span]) -> Iterator[Span]:
    """The parts of a sentence that are not said by the source."""
    at = sentence.start
    for span in content:
        if at < min(span.start, sentence.end):
            yield Span(at, min(span.start, sentence.end))
        at = max(at, span.end)
    if at < sentence.end:
        yield Span(at, sentence.end)


def _first(text: str, part: Span, patterns: Sequence[str]) -> Span | None:
    found = [m.span() for pattern in patterns if (m := _expression(pattern).search(text, part.start, part.end))]
    return Span(*min(found)) if found else None


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _clause(text: str, start: int, after: int, end: int) -> tuple[Span, ...]:
    """The clause from ``start`` to the first end of one behind ``after``."""
    stop = _CLAUSE_END.search(text, after, end)
    span = trim(text, start, stop.start() if stop else end)
    return (span,) if span else ()


def _opening(layout: Layout, part: Span, at: int) -> int:
    """Where the clause begins that ``at`` stands in."""
    low = max(part.start, at - 100)
    tokens = list(TOKEN.finditer(layout.text, low, at))[-_OPENS_WITHIN:]
    openers = layout.language.naming.clause_openers
    return next((token.start() for token in reversed(tokens) if token.group().lower() in openers), at)
