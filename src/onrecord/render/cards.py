"""What every view says of a ledger: one card a statement, the counts, the facts about the report."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from urllib.parse import urlsplit

from onrecord.model.attribution import Act, Kind, Tier, Unresolved
from onrecord.model.ledger import Ledger
from onrecord.model.nesting import depths, parents
from onrecord.model.report import BlockKind, Report
from onrecord.model.span import Span, quote
from onrecord.render.context import ACTS, Context, context, source_words
from onrecord.render.spoken import spoken_date

#: What is shown for the speaker of a statement that has none in the text.
NOBODY = "—"

# Nothing that a report holds may act on a screen. Control characters become the pictures that Unicode has for
# them, white space a space; marks that turn the direction of the writing, and lone surrogates, say nothing.
_SHOWN_AS: dict[int, str] = (
    {code: chr(0x2400 + code) for code in range(0x20)}
    | dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")
    | {0x7F: "␡"}
    | dict.fromkeys((*range(0x80, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000)), "\ufffd")
    | dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF), "")
)


def printable(text: str) -> str:
    """``text`` without anything that could steer a terminal or a page: safe to show, though not to parse."""
    return text.translate(_SHOWN_AS)


@dataclass(frozen=True, slots=True)
class Card:
    """One statement in the words of the report; ``place`` is a paragraph's number or another kind of block.

    Attributes:
        who: who speaks: the actors' names, or where there are none the source's words.
        speakers: the actors' ids; empty where ``who`` is words.
        depth: how many other statements it is reported in; ``inside`` is the number of the innermost, 0 where there
            is none, and ``holds`` has the numbers of those that it reports itself.
        context: what else is known of it.
    """

    number: int
    id: str
    place: int | BlockKind
    kind: Kind
    tier: Tier
    confidence: float
    act: Act
    who: str
    speakers: tuple[str, ...]
    unresolved: Unresolved
    verb: str
    what: str
    depth: int
    inside: int
    holds: tuple[int, ...]
    context: Context

    @property
    def doing(self) -> str:
        """What is done in saying it ("denies"); empty where it is only said, or the verb is that very word."""
        act = ACTS.get(self.act, "")
        said = any(word.casefold().startswith(act[:3]) for word in self.verb.split())
        return "" if said else act


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is in a ledger. ``speakers`` counts actors, and wordings that nobody has resolved; ``unnamed``
    different wordings of sources without a name; ``unclear`` statements of which it is not certain who speaks."""

    statements: int
    speakers: int
    unnamed: int
    unclear: int
    sure: int
    check: int

    def __str__(self) -> str:
        return " · ".join(self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """The counts as words: "16 statements", "9 speakers", "2 unnamed", "1 unclear", "14 sure", "2 to check"."""
        return (
            _several(self.statements, "statement"),
            _several(self.speakers, "speaker"),
            *((f"{self.unnamed} unnamed",) if self.unnamed else ()),
            *((f"{self.unclear} unclear",) if self.unclear else ()),
            f"{self.sure} sure",
            f"{self.check} to check",
        )


def cards(ledger: Ledger) -> tuple[Card, ...]:
    """A card for each statement, in the ledger's order, numbered from 1."""
    text, where, listed = ledger.report.text, Places(ledger.report), ledger.attributions
    above, depth = parents(listed), depths(listed)
    below: dict[int, list[int]] = {}
    for n, parent in enumerate(above, 1):
        below.setdefault(parent, []).append(n)
    labels = {actor.id: actor.label for actor in ledger.actors}
    around = context(ledger)
    return tuple(
        Card(
            number=n + 1,
            id=a.id,
            place=where.of(a.start),
            kind=a.kind,
            tier=a.tier,
            confidence=a.confidence,
            act=a.act,
            who=" & ".join(filter(None, map(labels.get, a.speakers))) or source_words(text, a) or NOBODY,
            speakers=tuple(id for id in a.speakers if labels.get(id)),
            unresolved=a.unresolved,
            verb=quote(text, a.cue),
            what=quote(text, a.content),
            depth=depth[n],
            inside=above[n] + 1,
            holds=tuple(below.get(n, ())),
            context=around[n],
        )
        for n, a in enumerate(listed)
    )


def nested(listed: tuple[Card, ...]) -> tuple[Card, ...]:
    """All the cards of a ledger, each followed by those that are reported in it."""
    found: list[Card] = []
    waiting = [card for card in reversed(listed) if not card.inside]
    while waiting:
        card = waiting.pop()
        found.append(card)
        waiting.extend(listed[n - 1] for n in reversed(card.holds))
    return tuple(found)


def counts(listed: tuple[Card, ...]) -> Counts:
    """The counts of some cards."""
    sure = sum(card.tier == "sure" for card in listed)
    ids = {id for card in listed for id in card.speakers}
    worded = [card for card in listed if not card.speakers and card.who != NOBODY]
    told = {card.who.casefold() for card in worded if not card.unresolved}
    unnamed = {card.who.casefold() for card in worded if card.unresolved == "unnamed"}
    unclear = sum(card.unresolved == "unclear" for card in listed)
    return Counts(len(listed), len(ids) + len(told), len(unnamed), unclear, sure, len(listed) - sure)


def nothing_found(ledger: Ledger) -> str:
    """Why a ledger has no statements, as a sentence; empty where it has some."""
    if ledger.attributions:
        return ""
    if any(flag.kind == "language_not_analysed" for flag in ledger.flags):
        return "Read, but not searched for statements."
    return "No statements found."


class Places:
    """Where in a report an offset lies, as a reader would say it."""

    def __init__(self, report: Report) -> None:
        number = 0
        self._starts: list[int] = []
        self._labels: list[int | BlockKind] = [0]
        for block in report.blocks:
            number += block.kind == "paragraph"
            self._starts.append(block.span.start)
            # What a label introduces is the paragraph that follows it.
            labels = {"paragraph": number, "speaker_label": number + 1, "dateline": number + 1}
            self._labels.append(labels.get(block.kind, block.kind))

    def of(self, offset: int) -> int | BlockKind:
        """The number of the paragraph that holds ``offset``, or the kind of the block if it is another."""
        return self._labels[bisect_right(self._starts, offset)]

    def of_all(self, spans: tuple[Span, ...]) -> tuple[int | BlockKind, ...]:
        """The different places of several spans, in order."""
        return tuple(dict.fromkeys(self.of(span.start) for span in spans))


def facts(report: Report) -> tuple[str, ...]:
    """What a reader wants to know of a report besides its headline: outlet, day, place, translation."""
    line = report.dateline
    day = report.published_at or (line.date if line else "")
    translated = f"translated from {report.original_language or 'another language'}" if report.translated else ""
    return tuple(filter(None, (report.outlet, spoken_date(day), line.place if line else "", translated)))


def web_address(url: str) -> str:
    """``url`` if it is an http or https address that may become a link, else the empty string."""
    if re.search(r"[\x00-\x20\x7f-\xa0\ud800-\udfff]", url):
        return ""
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:  # a bracket that never closes, where an IPv6 address would stand
        return ""


def _several(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
