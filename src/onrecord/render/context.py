"""What is known around a statement, in lines for people: who the speakers are, to whom, how, when, through whom."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.model.actor import Actor
from onrecord.model.attribution import Act, Attribution, Channel, ChannelKind, When
from onrecord.model.ledger import Ledger
from onrecord.model.report import Report
from onrecord.model.span import Span, quote
from onrecord.render.spoken import spoken_when

#: What is done in saying something, where it is more than saying it.
ACTS: dict[Act, str] = {
    "ask": "asks",
    "order": "orders",
    "promise": "promises",
    "threaten": "threatens",
    "accuse": "accuses",
    "deny": "denies",
    "decline": "declines",
    "think": "thinks",
}
_CHANNELS: dict[ChannelKind, str] = {
    "social": "social media",
    "appearance": "in public",
    "interpreter": "through an interpreter",
}
_RECKONED = {"published_at": "counted from the day of publication", "dateline": "counted from the dateline"}


@dataclass(frozen=True, slots=True)
class Party:
    """A speaker: what to call them, and what the report says of them (roles, country, type of source)."""

    label: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known of a statement: what it is, in what words, and how it came to be known."""

    term: str
    words: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a statement.

    Attributes:
        speakers: the actors who speak.
        words: the source's own words, where they are not what the speakers are called.
        briefly: when and where, in a few words; empty where neither is known.
        lines: everything else, in the order in which people ask. Who carried the words is left out where it is who
            carries most of the report's (``carriers``).
    """

    speakers: tuple[Party, ...]
    words: str
    briefly: str
    lines: tuple[Line, ...]


def context(ledger: Ledger) -> tuple[Context, ...]:
    """The context of each statement, in the ledger's order."""
    actors = {actor.id: actor for actor in ledger.actors}
    usual = carriers(ledger)
    return tuple(_of(ledger.report, a, actors, usual) for a in ledger.attributions)


def carriers(ledger: Ledger) -> tuple[str, ...]:
    """Who carries the report's statements, innermost first, where most of them came the same way; else nobody."""
    chains = Counter(_chain(a) for a in ledger.attributions)
    chain, times = chains.most_common(1)[0] if chains else ((), 0)
    return chain if 2 * times > len(ledger.attributions) else ()


def _chain(a: Attribution) -> tuple[str, ...]:
    return tuple(carrier.name for carrier in a.via if carrier.name)


def source_words(text: str, a: Attribution) -> str:
    """The words that name a statement's source, without the marks that set them off; empty where there are none."""
    return quote(text, a.source).strip(",;: ")


def _of(report: Report, a: Attribution, actors: Mapping[str, Actor], usual: tuple[str, ...]) -> Context:
    speakers = [actors[id] for id in a.speakers if id in actors and actors[id].label]
    words = source_words(report.text, a)
    called = " & ".join(actor.label for actor in speakers)
    # A day in the year of the report needs no year.
    year = f" {report.published_at[:4]}"
    when = [spoken_when(a.said_at.date).replace(year, "") or quote(report.text, (a.said_at.span,))] if a.said_at else []
    where = [by.name or _CHANNELS.get(by.kind, by.kind) for by in a.channels]
    return Context(
        speakers=tuple(Party(actor.label, _about(actor)) for actor in speakers),
        words=words if called and words.casefold() != called.casefold() else "",
        briefly=", ".join([*when, *where]),
        lines=tuple(_lines(report.text, a, actors, usual)),
    )


def _about(actor: Actor) -> tuple[str, ...]:
    roles = (role for role in actor.roles if role.casefold() != actor.label.casefold())
    return tuple(filter(None, (*roles, actor.country, actor.source_type)))


def _lines(text: str, a: Attribution, actors: Mapping[str, Actor], usual: tuple[str, ...]) -> Iterator[Line]:
    candidates = [actors[id].label for id in a.candidates if id in actors]
    if any(candidates):
        yield Line("may be", " or ".join(filter(None, candidates)))
    if a.reason:
        yield Line("reason", _quoted(text, *a.reason))
    if a.addressees:
        yield Line("to", ", ".join(_called(text, to.span, actors.get(to.actor)) for to in a.addressees))
    if a.channels:
        yield Line("how", ", ".join(_channel(text, by) for by in a.channels))
    if _chain(a) not in ((), usual):
        yield Line("via", " → ".join(_chain(a)))
    if a.said_at:
        yield _when(text, a.said_at)
    if a.distanced:
        yield Line("set apart", ", ".join(_quoted(text, span) for span in a.distanced))


def _called(text: str, span: Span, actor: Actor | None) -> str:
    """The words, and the actor whom they stand for where that says more."""
    words, label = quote(text, (span,)), actor.label if actor else ""
    return f"{label} ({_quoted(text, span)})" if label and label.casefold() != words.casefold() else words


def _channel(text: str, by: Channel) -> str:
    """The kind, the channel's name, and the words that say so unless they say no more."""
    kind = _CHANNELS.get(by.kind, by.kind)
    words = quote(text, (by.span,))
    name = f"{kind}, {by.name}" if by.name else kind
    told = (by.name or kind).casefold() in words.casefold()
    return name if told else f"{name} ({_quoted(text, by.span)})"


def _when(text: str, when: When) -> Line:
    words, date = _quoted(text, when.span), spoken_when(when.date)
    told = f"{date} ({words})" if date else f"{words}, no date"
    return Line("when", date if words == f"“{date}”" else told, _RECKONED.get(when.resolved, ""))


def _quoted(text: str, *spans: Span) -> str:
    words = quote(text, spans).strip()
    return words if words[:1] in "“‘\"'«„" else f"“{words}”"
