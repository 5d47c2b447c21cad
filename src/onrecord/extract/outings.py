"""The words in a report that say how something went out: "in a letter to the council", "on state television"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from onrecord.extract.frames import LONGEST, Frames, noun_phrase
from onrecord.extract.layout import Layout
from onrecord.extract.media import Media, Medium, media_of
from onrecord.extract.tokens import Token, tokens
from onrecord.model.attribution import Channel, ChannelKind
from onrecord.model.span import Span

#: How many words before "in which" a channel's noun is looked for; and how many outings may stand inside another.
_BACK = 10
MEDIA: frozenset[ChannelKind] = frozenset({"broadcast", "press", "agency"})


class Outing(NamedTuple):
    """One such phrase. ``noun`` is what it is ("interview"; empty for a medium), ``to`` the one that it is directed
    to, ``relayed`` whether it names who passed the words on ("quoted by"), ``opens`` where what it held is
    told in a relative clause ("a letter in which he ..."), ``staged`` whether somebody is only said to hold it."""

    channel: Channel
    noun: str
    to: Span | None = None
    relayed: bool = False
    opens: int | None = None
    staged: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.channel.span


def outings_of(frames: Frames) -> tuple[Outing, ...]:
    """Every outing in a report, in text order: found once for all that ask, and forgotten with the next report."""
    return _outings(frames.layout, frames.begins)


@lru_cache(maxsize=1)
def _outings(layout: Layout, begins: frozenset[int]) -> tuple[Outing, ...]:
    return tuple(Outings(layout, begins, media_of(layout)).all())


class Outings:
    """Finds the outings of a report's sentences."""

    def __init__(self, layout: Layout, begins: frozenset[int], media: Media) -> None:
        self._begins = begins
        self._layout = layout
        self._text = layout.text
        self._words = layout.language.channels
        phrases = layout.language.phrases
        times = phrases.times - layout.language.channels.parts_of_day
        self._phrases = replace(phrases, times=times, periods=phrases.periods | phrases.times)
        self._media = media
        self._social = self._words.platforms - self._words.messengers
        self._endings = {noun.rpartition(" ")[2] for noun in self._words.nouns}

    def all(self) -> list[Outing]:
        """Every outing in the report, in text order. Inside another's words only who they were sent to counts."""
        out: list[Outing] = []
        for outing in (outing for row in self._layout.rows for outing in self._in(row)):
            around = next((o for o in reversed(out[-_BACK:]) if o.span.overlaps(outing.span)), None)
            if around is None or self._beside(around, outing):
                out.append(outing)
        return out

    def _beside(self, around: Outing, outing: Outing) -> bool:
        """Whether an outing inside the words of another is one of its own: a medium, a platform."""
        if outing.relayed or self.pointed(outing):
            return True
        kind, own = outing.channel.kind, outing.channel.name
        to = around.to if around.channel.kind == "letter" else None
        if self._media.is_outlet(own) or (to and to.overlaps(outing.span)):
            return False
        named = own and own != around.channel.name and not outing.noun
        return kind != around.channel.kind and bool(named or self._media.official(outing.span))

    def pointed(self, outing: Outing) -> bool:
        """Whether an outing stands in a sentence before the statement that it belongs to."""
        number = self._layout.sentence(outing.span.start)
        return outing.opens is not None and self._layout.sentence(outing.opens) != number

    def _in(self, row: Sequence[Token]) -> Iterator[Outing]:
        for at, token in enumerate(row[:-1]):
            if token.low in self._words.relatives and at:
                carried = self._carried(row, at)
                if carried:
                    yield carried
            if token.low in self._words.staging:
                staged = self._staged(row, at)
                if staged:
                    yield staged
            if token.low not in self._words.leads or (at and token.low in self._words.parted.get(row[at - 1].low, ())):
                continue
            relative = row[at + 1].low in self._words.relatives
            found = self._before_relative(row, at) if relative else self._led(row, at)
            if found:
                yield found

    def _staged(self, row: Sequence[Token], at: int) -> Outing | None:
        """The occasion that somebody is said to give or address: "is giving a press conference"."""
        span = self._phrase(row, at + 1)
        inner = list(takewhile(lambda t: span and t.end <= span.end, row[at + 1 : at + 1 + LONGEST]))
        for end, _, noun in self._heads(inner) if span else ():
            kind = self._kind(self._words.nouns[noun], inner[:end])
            own = not at and row[at].low.endswith(self._words.gerund)
            fits = noun in self._words.told or noun in self._words.speeches or own
            if fits and kind in self._words.spoken:
                return Outing(Channel(kind, "", Span(inner[0].start, inner[end - 1].end)), noun, staged=not own)
        return None

    def _carried(self, row: Sequence[Token], at: int) -> Outing | None:
        """Who passed on what stands before a relative clause: ", which X published", "of which X holds a copy"."""
        name = list(takewhile(lambda t: t.low not in self._words.carrying, row[at + 1 : at + 1 + LONGEST]))
        if not name or at + 1 + len(name) == len(row) or len(name) == LONGEST:
            return None
        span = self._phrase([*row[: at + 1], *name], at + 1)
        medium = self._media.read(span) if span and span.end == name[-1].end else None
        return Outing(Channel(medium.kind, medium.name, span), "", relayed=True) if span and medium else None

    def _relayed(self, row: Sequence[Token], at: int) -> bool:
        """Whether the preposition at ``row[at]`` leads to who passed something on ("published on Monday by")."""
        before = at - 1
        while before > max(at - _BACK, 0) and self._between(row[before]):
            before -= 1
        if before < 0 or row[before].low not in self._words.relayed:
            return False
        adverbs = self._phrases.adverbs | self._phrases.relative_times
        start = before - 1
        while start > 0 and row[start].low in adverbs:
            start -= 1
        passive = start >= 0 and row[start].low in self._layout.language.address.be
        passive = passive and not (start and row[start - 1].low in self._phrases.relatives)
        return not passive or row[before].low in self._words.quoting

    def _between(self, token: Token) -> bool:
        """Whether a word may stand between a participle and its agent: a time or a place."""
        groups = (self._phrases.times, self._phrases.periods, self._phrases.adverbs, self._phrases.relative_times)
        return token.capital or any(token.low in group for group in groups) or token.low in self._words.hung_times

    def _asking(self, row: Sequence[Token], at: int) -> bool:
        """Whether the preposition at ``row[at]`` leads to who asked a speaker: "Asked about the dam by X, he said"."""
        clause = list(takewhile(lambda t: t.word != ",", reversed(row[max(at - LONGEST, 0) : at])))
        return any(t.low in self._words.asked for t in clause) and any(t.word == "," for t in row[at:])

    def _phrase(self, row: Sequence[Token], first: int) -> Span | None:
        begins = self._begins
        if first + 1 < len(row) and row[first + 1].low in self._words.parts_of_day:
            begins = begins - {row[first + 1].start}
        ranked = first + 2 < len(row) and row[first + 1].low in self._words.ranks
        start = first + 2 if ranked and row[first].low in self._phrases.determiners else first
        found = noun_phrase(self._text, row, start, self._phrases, apposed=False, begins=begins)
        return Span(row[first].start, found.end) if found else None

    def _before_relative(self, row: Sequence[Token], at: int) -> Outing | None:
        """The outing before "in which", which belongs to what is told in the clause."""
        for end in range(at, max(at - _BACK, 0), -1):
            for length in (3, 2, 1):
                noun = " ".join(t.low for t in row[max(end - length, 0) : end])
                found = next((n for n in (noun, noun.removesuffix("s")) if n in self._words.nouns), None)
                if found is None or length > end or self._words.nouns[found] not in self._words.holding:
                    continue
                start = end - length
                while start and end - start < _BACK and self._modifies(row[start - 1]):
                    start -= 1
                    if row[start].low in self._phrases.determiners:
                        break
                kind = self._kind(self._words.nouns[found], row[start:end])
                outing = self._extended(row, end, Span(row[start].start, row[end - 1].end), kind, found)
                return outing._replace(opens=row[at].start)
        return None

    def _modifies(self, token: Token) -> bool:
        """Whether a word before a channel's noun may belong to it."""
        if token.low in self._phrases.determiners:
            return True
        return token.word[0].isalnum() and token.low.endswith(self._words.adjective_endings)

    def _led(self, row: Sequence[Token], at: int) -> Outing | None:
        """The outing after the preposition at ``row[at]``."""
        preposition = row[at].low
        heard = at and (row[at - 1].low in self._words.telling or row[at - 1].low in self._words.interviews)
        title = self._media.titled(row, at + 1) if heard and preposition in self._words.aired else None
        if title:
            return Outing(Channel("broadcast", title.of(self._text), title), "")
        if row[at + 1].low in self._words.it and not at:
            return self._pointed(row)
        span = self._phrase(row, at + 1)
        if span is None:
            return None
        inner = list(takewhile(lambda t: t.end <= span.end, row[at + 1 : at + 1 + LONGEST]))
        by = self._layout.language.address.by
        medium = self._media.read(span)
        relayed = preposition in self._words.relays and at > 0 and self._relayed(row, at)
        if relayed or (preposition == by and self._asking(row, at)):
            if medium:
                return Outing(Channel(medium.kind, medium.name, span), "", relayed=relayed)
            if row[at - 1].low in self._words.quoting and preposition != by and all(t.capital for t in inner):
                return Outing(Channel("press", self._text[span.start : span.end], span), "")
        named = self._named(preposition, span, inner, medium)
        if (medium and medium.name) or self._platform(inner):
            return named
        return self._noun(row, at, inner) or named

    def _pointed(self, row: Sequence[Token]) -> Outing | None:
        """What "In it" at the head of a sentence points back to: the last letter or document of the one before."""
        number = self._layout.sentence(row[0].start)
        words = self._layout.rows[number - 1] if number else ()
        if not words or self._layout.paragraph(words[0].start) != self._layout.paragraph(row[0].start):
            return None
        opening = (i for i in range(len(words) - 1, -1, -1) if words[i].low in self._phrases.determiners)
        for at in opening:
            span = self._phrase(words, at)
            inner = [t for t in words[at : at + LONGEST] if span and t.end <= span.end]
            for end, _, noun in self._heads(inner):
                kind = self._kind(self._words.nouns[noun], inner[:end])
                if kind in self._words.written:
                    found = Channel(kind, "", Span(inner[0].start, inner[end - 1].end))
                    return Outing(found, "", opens=row[0].start)
        return None

    def _noun(self, row: Sequence[Token], at: int, inner: Sequence[Token]) -> Outing | None:
        """An outing by its noun: the longest one that ends the phrase, or is followed by what ends its head."""
        for end, length, noun in self._heads(inner):
            kind = self._words.nouns[noun]
            opened = end > length or length > 1 or noun in self._words.bare
            opened = opened or (kind == "letter" and row[at].low in self._words.by_means)
            if not opened and not inner[end - 1].low.endswith("s"):
                return None
            kind = self._kind(kind, inner[:end])
            if row[at].low not in self._words.prepositions[kind]:
                return None
            if kind == "social" and inner[end - 1].low != noun.rpartition(" ")[2] and length == 1:
                return None  # "one of its posts"
            head = at + 1 + end
            return self._extended(row, head, Span(inner[0].start, inner[end - 1].end), kind, noun)
        return None

    def _heads(self, inner: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Where a channel's noun may end the head of the phrase: end, length, the noun."""
        for end in range(1, len(inner) + 1):
            after = inner[end] if end < len(inner) else None
            plain = after is not None and after.word[0].isalpha() and not after.capital
            if self._endings.isdisjoint((inner[end - 1].low, inner[end - 1].low.removesuffix("s"))):
                continue
            ed = self._layout.language.address.ed
            if plain and after is not None and after.low not in self._words.follows and not after.low.endswith(ed):
                continue
            if after is not None and after.capital and inner[end - 1].word[0].isupper():
                continue  # "Radio X"
            for length in (3, 2, 1):
                noun = " ".join(t.low for t in inner[max(end - length, 0) : end])
                found = next((n for n in (noun, noun.removesuffix("s")) if n in self._words.nouns), None)
                small = not inner[end - 1].capital and self._words.nouns.get(found or "") == "parliament"
                if small and found in self._words.proper:
                    continue
                if found and length <= end:
                    yield end, length, found
                    break

    def _kind(self, kind: ChannelKind, inner: Sequence[Token]) -> ChannelKind:
        """The kind, where an adjective overrules the noun's: a televised speech, a Senate hearing."""
        words = {t.low for t in inner}
        if kind in ("appearance", "statement") and words & self._words.on_air:
            return "broadcast"
        proper = any(t.capital and t.low in self._words.proper for t in inner)
        heard = bool(proper or words & self._words.heard or (kind == "court" and words & self._words.committees))
        if heard and kind in ("appearance", "court", "document", "statement"):
            return "parliament"
        if kind in ("statement", "document", "letter") and words & self._words.legal:
            return "court"
        if kind in ("letter", "appearance", "press", "broadcast") and any(t.word in self._social for t in inner):
            return "social"
        return kind

    def _extended(self, row: Sequence[Token], head: int, span: Span, kind: ChannelKind, noun: str) -> Outing:
        """The outing whose head ends before ``row[head]``, with what is hung on it."""
        name, to, at, directed = "", None, head, True
        while at < len(row):
            token = row[at]
            after = self._phrase(row, at + 1)
            if token.low in self._words.participles:
                directed = token.low in self._words.directed
                if token.low in self._words.on_air and kind in ("letter", "statement", "appearance"):
                    kind = "broadcast"
                at += 1 + (at + 1 < len(row) and row[at + 1].low in self._words.particles)
                span = Span(span.start, row[at - 1].end)
                continue
            if token.low not in self._words.hung:
                break
            if at + 1 < len(row) and self._timed(row, at + 1):
                published = row[at - 1].low in self._words.participles
                if not published:
                    break
                span = Span(span.start, self._time_end(row, at + 1))
                at = next((i for i in range(at, len(row)) if row[i].start >= span.end), len(row))
                continue
            if after is None:
                break
            leads = token.low == self._phrases.to and directed
            leads = leads or (noun in self._words.mutual and token.low == self._words.mutual[noun])
            if leads and to is None:
                to = after
            elif token.low not in self._words.hung_media and at == head:
                break
            medium = self._media.read(after) if kind in ("appearance", "press", "broadcast") else None
            if medium and (noun in self._words.interviews or kind in MEDIA):
                kind, name = (medium.kind if kind == "appearance" else kind), medium.name
            span = Span(span.start, after.end)
            at = next((i for i in range(at, len(row)) if row[i].start >= after.end), len(row))
        if kind in ("appearance", "court", "document", "letter"):
            kind = self._kind(kind, tokens(self._text, span.start, span.end))
        if noun in self._words.mutual and to and tokens(self._text, to.start, to.end)[-1].low in self._words.public:
            kind = "appearance"
        if noun in self._words.filings and any(t.low in self._words.markets for t in row[head:at]):
            kind = "document"
        if noun in self._words.answers and to and self._assembly(to):
            kind = "parliament"
        if noun in self._words.circulars and to and tokens(self._text, to.start, to.end)[-1].low in self._words.clients:
            kind = "document"
        if kind in MEDIA and not name:
            own = self._media.read(span)
            name = own.name if own else ""
        return Outing(Channel(kind, name, span), noun, to)

    def _assembly(self, span: Span) -> bool:
        """Whether a phrase stands for a parliament."""
        inner = tokens(self._text, span.start, span.end)
        return any(
            self._kind(self._words.nouns[noun], inner[:end]) == "parliament" for end, _, noun in self._heads(inner)
        )

    def _timed(self, row: Sequence[Token], at: int) -> bool:
        """Whether a time begins at ``row[at]``."""
        return row[at].word[0].isdigit() or row[at].low in self._phrases.times or row[at].low in self._phrases.periods

    def _time_end(self, row: Sequence[Token], at: int) -> int:
        """Where the time ends that begins at ``row[at]``."""
        while at + 1 < len(row) and self._timed(row, at + 1):
            at += 1
        return row[at].end

    def _named(self, preposition: str, span: Span, inner: Sequence[Token], medium: Medium | None) -> Outing | None:
        """An outing by a name: a medium, or a platform."""
        platform = self._platform(inner)
        if platform and preposition in self._words.prepositions["social"]:
            return Outing(Channel("letter" if platform in self._words.messengers else "social", platform, span), "")
        if medium and preposition in self._words.prepositions[medium.kind]:
            return Outing(Channel(medium.kind, medium.name, span), "")
        return None

    def _platform(self, inner: Sequence[Token]) -> str:
        """The platform that a phrase ends with, or has an account on."""
        for length in (2, 1):
            for at in range(len(inner) - length + 1):
                name = " ".join(t.word for t in inner[at : at + length])
                ends = at + length == len(inner) or inner[-1].low in self._words.accounts
                if ends and name in self._words.platforms:
                    return name
        return ""

    def text(self, span: Span) -> Outing | None:
        """The letter or record of what was said that a phrase stands for."""
        closed = (self._phrases.stops, self._phrases.participles, self._phrases.relatives)
        row = tokens(self._text, span.start, span.end)
        inner = list(takewhile(lambda t: t.word != "," and not any(t.low in group for group in closed), row))
        for end, _, noun in self._heads(inner):
            kind = self._kind(self._words.nouns[noun], inner[:end])
            named = end > 1 and inner[end - 1].capital
            if end == len(inner) and not named and (kind == "letter" or noun in self._words.records):
                return Outing(Channel(kind, "", span), noun)
        return None

    def told(self, span: Span) -> Channel | None:
        """The channel that somebody is who is told something: a medium, a news conference, a parliament."""
        medium = self._media.read(span)
        if medium:
            return Channel(medium.kind, medium.name, span)
        inner = tokens(self._text, span.start, span.end)
        comma = next((i for i, t in enumerate(inner) if t.word == ","), len(inner))
        for _, _, noun in self._heads(inner[:comma]):
            kind = self._kind(self._words.nouns[noun], inner[:comma])
            return Channel(kind, "", span) if noun in self._words.told else None
        return None
