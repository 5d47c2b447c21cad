"""The sourcing profile of a ledger: how many of a report's words are somebody's, and whose."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from onrecord.model.actor import Actor
from onrecord.model.attribution import Attribution, Naming
from onrecord.model.ledger import Ledger
from onrecord.model.nesting import depths
from onrecord.model.report import SPOKEN
from onrecord.model.span import quote
from onrecord.model.values import plain

#: The label of the row for statements without a source, and of the one for those of which a table has nothing to say.
NO_SOURCE = "no source"
NONE_GIVEN = "none given"

# The encoder's words, less punctuation and what begins with an underscore.
_WORD = re.compile(r"\w+")
_LABELS: dict[Naming, str] = {"named": "named", "described": "described", "bare": "bare", "none": NO_SOURCE}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements, and how many words in their contents; of nested ones the words count to the outermost."""

    statements: int
    words: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. A statement of several speakers counts to each of them.

    Attributes:
        key: what the row is of: an actor's id, a country's code, a type, a kind; empty where it has none of these.
        label: what to call it.
        statements: all of its statements, nested ones too.
        words: in the contents of those that are nested in no other.
        share: of all words that are said, 0 to 1.
    """

    key: str
    label: str
    statements: int
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Profile:
    """How much of a report is attributed, and to whom.

    Attributes:
        words: of the report's headline, paragraphs, captions and the like; punctuation marks are none.
        attributed: those inside the content of a statement, each once.
        unattributed: the others: the report's own.
        said: statements of what is said, and their words. The tables are about these alone.
        thought: statements of what is thought and not said.
        speakers: by actor; sources that are not resolved by their words ("unnamed: a senior official").
        countries, source_types: by what the report says of the speakers.
        naming: by how the speaker is named; always all four.
        channels: by kind of channel.
    """

    words: int
    attributed: int
    unattributed: int
    said: Tally
    thought: Tally
    speakers: tuple[Row, ...]
    countries: tuple[Row, ...]
    source_types: tuple[Row, ...]
    naming: tuple[Row, ...]
    channels: tuple[Row, ...]

    def to_dict(self) -> dict[str, Any]:
        """The profile as plain JSON values."""
        made: dict[str, Any] = plain(self)
        return made


def profile(ledger: Ledger) -> Profile:
    """The sourcing profile of ``ledger``: of all statements in it, whatever their tier."""
    text, listed = ledger.report.text, ledger.attributions
    actors = {actor.id: actor for actor in ledger.actors}
    total, owned = _words(ledger)
    said, thought = _tally(listed, owned, thought=False), _tally(listed, owned, thought=True)
    counted = [(a, n) for a, n in zip(listed, owned, strict=True) if a.act != "think"]

    def table(named: Iterable[dict[str, str]]) -> tuple[Row, ...]:
        return _table(zip(named, counted, strict=True), said.words)

    spoke = [[actors[id] for id in a.speakers if id in actors] for a, _ in counted]
    naming = table({a.naming: _LABELS[a.naming]} for a, _ in counted)
    return Profile(
        words=total,
        attributed=sum(owned),
        unattributed=total - sum(owned),
        said=said,
        thought=thought,
        speakers=table(_speakers(text, a, actors) for a, _ in counted),
        countries=table(_given(actor.country for actor in who) for who in spoke),
        source_types=table(_given(actor.source_type for actor in who) for who in spoke),
        naming=tuple(_row_of(kind, naming) for kind in get_args(Naming)),
        channels=table(_given(channel.kind for channel in a.channels) for a, _ in counted),
    )


def _words(ledger: Ledger) -> tuple[int, list[int]]:
    """How many words the report has, and how many of them each statement has to itself.

    A word belongs to the content that its first character lies in; to the outermost where there are several, of
    those equally far out the longest, of these the first.
    """
    report, listed = ledger.report, ledger.attributions
    spoken = sorted(block.span for block in report.blocks if block.kind in SPOKEN)
    found = (m for span in spoken for m in _WORD.finditer(report.text, span.start, span.end))
    starts = [m.start() for m in found if m[0][0].isalnum()]
    depth = depths(listed)
    length = [sum(span.end - span.start for span in a.content) for a in listed]
    owner = [-1] * len(starts)
    # What is written later covers what was there.
    for n in sorted(range(len(listed)), key=lambda n: (-depth[n], length[n], -n)):
        for span in listed[n].content:
            low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
            owner[low:high] = [n] * (high - low)
    owned = [0] * len(listed)
    for n in owner:
        if n >= 0:
            owned[n] += 1
    return len(starts), owned


def _tally(listed: tuple[Attribution, ...], owned: list[int], *, thought: bool) -> Tally:
    counted = [n for a, n in zip(listed, owned, strict=True) if (a.act == "think") == thought]
    return Tally(len(counted), sum(counted))


def _speakers(text: str, a: Attribution, actors: Mapping[str, Actor]) -> dict[str, str]:
    """Keys to labels of who speaks; a key that is no actor's begins with a blank."""
    if a.speakers:
        return {id: (actors[id].label if id in actors else "") or id for id in a.speakers}
    words = quote(text, a.source).strip(",;: ")
    if not words:
        return {" ": NO_SOURCE}
    label = f"{a.unresolved}: {words}" if a.unresolved else words
    return {f" {label.casefold()}": label}


def _given(values: Iterable[str]) -> dict[str, str]:
    return {value: value or NONE_GIVEN for value in values} or {"": NONE_GIVEN}


def _table(lines: Iterable[tuple[dict[str, str], tuple[Attribution, int]]], whole: int) -> tuple[Row, ...]:
    """Rows, those with most words first; what is not given comes last."""
    labels: dict[str, str] = {}
    counts: dict[str, list[int]] = {}
    for named, (_, words) in lines:
        for key, label in named.items():
            labels.setdefault(key, label)
            counts.setdefault(key, []).append(words)
    rows = [
        Row(
            "" if key.startswith(" ") else key,
            label,
            len(counts[key]),
            sum(counts[key]),
            round(sum(counts[key]) / whole, 4) if whole else 0.0,
        )
        for key, label in labels.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.label == NONE_GIVEN, -row.words, -row.statements)))


def _row_of(kind: Naming, rows: tuple[Row, ...]) -> Row:
    return next((row for row in rows if row.key == kind), Row(kind, _LABELS[kind], 0, 0, 0.0))
