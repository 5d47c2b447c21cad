"""Sources mended: the one who is told, or is sent a letter, is no source, and a subject that stands right before its
verb is one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution
from onrecord.model.ids import attribution_id
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]
#: Characters between a subject and its verb.
_NEAR = 2


def sources(layout: Layout, statements: Statements) -> Statements:
    """``statements`` without the sources of passives ("*residents* were told"), and with subjects that the model left
    out."""
    return tuple(_mended(layout, statements))


def _mended(layout: Layout, statements: Statements) -> Iterator[Attribution]:
    words = layout.language.people
    for a in statements:
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
            subject = _subject(layout, a.cue[0].start)
            yield _with(layout, a, (subject,)) if subject else a
        else:
            yield a


def _sent(layout: Layout, a: Attribution, received: re.Match[str]) -> Attribution:
    """A statement whose source was taken to be who received it, with what was received as its source."""
    at = a.cue[0].start
    source, cue = (Span(at + received.start(part), at + received.end(part)) for part in ("source", "cue"))
    made = attribution_id(layout.report.version_id, (source,), (cue,), a.content)
    return replace(a, id=made, source=(source,), cue=(cue, *a.cue[1:]))


def _with(layout: Layout, a: Attribution, source: tuple[Span, ...]) -> Attribution:
    made = attribution_id(layout.report.version_id, source, a.cue, a.content)
    return replace(a, id=made, source=source)


def _subject(layout: Layout, end: int) -> Span | None:
    """The noun phrase that opens its clause and ends right before ``end``."""
    start = layout.sentences[layout.sentence(end)].start
    found = re.search(layout.language.people.subject, layout.text[start:end])
    return Span(start + found.start(1), start + found.end(1)) if found else None
