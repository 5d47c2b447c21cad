"""Who says what: the record of one statement."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.span import Span

Kind = Literal["direct", "indirect", "mixed"]
Tier = Literal["sure", "check"]
Act = Literal["state", "ask", "order", "promise", "threaten", "accuse", "deny", "decline", "think"]
Naming = Literal["named", "described", "bare", "none"]
Unresolved = Literal["", "unnamed", "absent", "unclear"]
ChannelKind = Literal[
    "broadcast",
    "press",
    "agency",
    "letter",
    "statement",
    "social",
    "appearance",
    "court",
    "parliament",
    "document",
    "interpreter",
]
Precision = Literal["day", "month", "year", "range", "none"]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who was spoken or written to: the words, and the actor that they stand for (empty where not resolved)."""

    span: Span
    actor: str


@dataclass(frozen=True, slots=True)
class Channel:
    """How the words went out: a kind, the channel's own name (empty where it has none), the words that say so."""

    kind: ChannelKind
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carried the words on their way to the reader; ``span`` is empty for what the report's metadata says."""

    name: str
    span: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class When:
    """When something was said.

    Attributes:
        date: ISO 8601: a day, a month (2022-05), a year, or a range "from/to"; empty where the words could not be
            resolved.
        precision: of the date; "none" where it is empty.
        span: the words that say when.
        resolved: how: "stated" where the words hold the whole date, otherwise against what it was worked out
            ("published_at", "dateline"); empty where it was not.
    """

    date: str
    precision: Precision
    span: Span
    resolved: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement: the words that name its source, the words that report the saying, and what was said; who spoke,
    to whom, how and when.

    Terms as in PARC and PolNeAR (Pareti 2012; Newell, Margolin and Ruths, LREC 2018): *source*, *cue*,
    *content*. Each role is a tuple of spans in text order; a role may be discontinuous. ``source`` is empty
    where the report names none, ``cue`` where there is none (a speaker label in a transcript); ``content``
    never is.

    Attributes:
        id: digest of the report's version and the spans.
        confidence: the calibrated probability that source and content are right.
        tier: confidence, as two.
        act: what is done in saying it; ``think`` for what is inside a head and not reported as said.
        speakers: ids of the actors who speak.
        unresolved: why there are no speakers: ``unnamed`` (the report leaves the source unnamed), ``absent`` (there is
            no source), ``unclear`` (which actor is meant is not certain); empty where there are.
        candidates: for ``unclear``, the actors that may be meant, the likeliest first.
        naming: how the report names the speaker: ``named`` here or elsewhere, ``described`` ("a senior official"),
            ``bare`` ("sources"), ``none`` where there is no source.
        reason: the words that say why the source is not named.
        addressees, channels: to whom and how it was said.
        via: who carried it, innermost first; the last is this outlet, where it is known.
        said_at: when it was said, where the report says so.
        parent: the id of the statement whose content reports this one; empty where there is none.
        distanced: words from which the outlet keeps its distance: scare quotes, "what he called", "so-called",
            "alleged".
    """

    id: str
    kind: Kind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    tier: Tier
    act: Act = "state"
    speakers: tuple[str, ...] = ()
    unresolved: Unresolved = ""
    candidates: tuple[str, ...] = ()
    naming: Naming = "none"
    reason: tuple[Span, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    channels: tuple[Channel, ...] = ()
    via: tuple[Carrier, ...] = ()
    said_at: When | None = None
    parent: str = ""
    distanced: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where the statement first touches the text; statements are listed in this order."""
        return min(span.start for spans in (self.source, self.cue, self.content) for span in spans)
