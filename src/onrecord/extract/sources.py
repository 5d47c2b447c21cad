"""Sources mended: the one who is told, or is sent a letter, is no source, and a subject that stands right before its
verb is one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution
from onrecord.model.ids import attribution_id
from onrecord.model.span import Span, SpanIndex

Statements = tuple[Attribution, ...]
#: Characters between a subject and its verb.
_NEAR = 2


def sources(layout: Layout, statements: Statements) -> Statements:
    """``statements`` without the sources of passives ("*residents* were told"), and with subjects that the model left
    out."""
    return tuple(_mended(layout, statements))


def _mended(layout: Layout, statements: Statements) -> Iterator[Attribution]:
    words = layout.language.people
    contents = SpanIndex((c, a) for a in statements for c in a.content)
    cues = sorted(s.start for a in statements for s in a.cue[:1])
    for a in (_bare(layout, a) for a in statements):
        if not a.cue:
            yield a
            continue
        verb = a.cue[0].of(layout.text)
        received = re.search(words.received, verb, re.IGNORECASE)
        beside = bool(a.source) and 0 <= a.cue[0].start - a.source[-1].end <= _NEAR
        if received:
            yield _sent(layout, a, received)
        elif beside and re.search(words.told, verb, re.IGNORECASE):
            yield _with(layout, a, ())
        elif not a.source and verb[0].islower() and not re.search(words.no_subject, verb):
            subject = _subject(layout, a.cue[0].start) or _first_subject(layout, a.cue[0], contents, cues)
            yield _with(layout, a, (subject,)) if subject else a
        else:
            yield a


def _bare(layout: Layout, a: Attribution) -> Attribution:
    """A statement whose source does not begin with the quotation mark or conjunction before it."""
    if not a.source:
        return a
    first, *rest = a.source
    before = re.match(layout.language.people.opening, first.of(layout.text))
    if before is None or _closes(first.of(layout.text), before.end()):
        return a
    return _with(layout, a, (Span(first.start + before.end(), first.end), *rest))


def _closes(words: str, opened: int) -> bool:
    """Whether a quotation that begins ``words`` also ends there: a name in quotation marks."""
    return words.endswith(("’", "'")) or any(mark in words[opened:] for mark in '”"»')


def _sent(layout: Layout, a: Attribution, received: re.Match[str]) -> Attribution:
    """A statement whose source was taken to be who received it, with what was received as its source."""
    at = a.cue[0].start
    source, cue = (Span(at + received.start(part), at + received.end(part)) for part in ("source", "cue"))
    return _with(layout, replace(a, cue=(cue, *a.cue[1:])), (source,))


def _with(layout: Layout, a: Attribution, source: tuple[Span, ...]) -> Attribution:
    made = attribution_id(layout.report.version_id, source, a.cue, a.content)
    return replace(a, id=made, source=source)


def _subject(layout: Layout, end: int) -> Span | None:
    """The noun phrase that opens its clause and ends right before ``end``."""
    start = layout.sentences[layout.sentence(end)].start
    found = re.search(layout.language.people.subject, layout.text[start:end])
    return Span(start + found.start(1), start + found.end(1)) if found else None


def _first_subject(layout: Layout, cue: Span, contents: SpanIndex[Attribution], cues: Sequence[int]) -> Span | None:
    """The subject of the verb that ``cue`` is joined to, where that is no cue itself: of the last clause before it, and
    inside the same content."""
    words = layout.language.people
    start = layout.sentences[layout.sentence(cue.start)].start
    if not re.search(words.joined, layout.text[start : cue.start]):
        return None
    around = [content.start for content, _ in contents.overlapping(cue) if content.covers(cue)]
    start = max([start, *around])
    if bisect_left(cues, start) != bisect_left(cues, cue.start):
        return None  # two who speak in one sentence share a subject, if any: extract.speakers
    found = list(re.finditer(words.first_subject, layout.text[start : cue.start]))
    return Span(start + found[-1].start(1), start + found[-1].end(1)) if found else None
