"""How each statement went out: broadcast, letter, news conference and so on."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.frames import Frames
from onrecord.extract.layout import Layout
from onrecord.extract.media import media_of
from onrecord.extract.occasions import Occasions
from onrecord.extract.outings import MEDIA, Outing, Outings, outings_of
from onrecord.extract.tokens import Token, tokens
from onrecord.model.attribution import Attribution, Channel
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]


def channels(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their channels.

    Looks at their addressees, for a medium that is told something is a channel, and at their speakers, where these are
    known already, to tell who goes on speaking.
    """
    return _Channels(layout, statements).filled()


#: How many words stand before an outing at the start of a content; how far back the word before it is looked for.
_LEADING = 3
_REACH = 40


class _Channels:
    def __init__(self, layout: Layout, statements: Statements) -> None:
        self._layout = layout
        self._text = layout.text
        self._words = layout.language.channels
        self._statements = statements
        self._frames = Frames(layout, statements)
        self._media = media_of(layout)
        self._outings = Outings(layout, self._frames.begins, self._media)
        self._reached = self._words.asked | layout.language.address.speaking.keys()
        self._own: dict[int, list[Outing]] = defaultdict(list)
        #: By sentence, what no statement in it owns: "testified before the committee".
        self._settings: dict[int, Outing] = {}

    def filled(self) -> Statements:
        self._assign()
        for number, statement in enumerate(self._statements):
            for addressee in statement.addressees:
                told = self._told(number, addressee.span)
                if told:
                    kept = [o for o in self._own[number] if not self._same_words(o, told)]
                    self._own[number] = [*kept, told]
            self._settle(number)
        for number in range(len(self._statements)):
            self._recorded(number)
        given = {n: [o.channel for o in self._own[n]] for n in range(len(self._statements))}
        self._shared(given)
        Occasions(self._frames, self._own, self._settings).inherited(given)
        for number in sorted(given, key=lambda n: self._frames.anchors[n]):
            if self._frames.homes[number] is not None:
                self._nested(number, given)
        return tuple(
            replace(s, channels=tuple(sorted(given[n], key=lambda c: c.span))) for n, s in enumerate(self._statements)
        )

    def _told(self, number: int, span: Span) -> Outing | None:
        """The channel that an addressee is, if it stands by the cue of a telling."""
        statement = self._statements[number]
        cue = [t for s in statement.cue for t in tokens(self._text, s.start, s.end)]
        if not any(t.low in self._words.telling for t in cue):
            return None
        if any(o.span.covers(span) and o.channel.kind not in MEDIA for o in self._own[number]):
            return None
        if span.of(self._text).lower() in self._words.ourselves:
            outside = self._frames.homes[number] is None and not self._layout.quoted(span.start)
            return Outing(Channel(self._media.ourselves(span.of(self._text)), "", span), "") if outside else None
        channel = self._outings.told(span)
        return Outing(channel, "") if channel else None

    def _settle(self, number: int) -> None:
        """Leave out the outlet that was told something by letter or telephone, and the interview that a medium had."""
        own = self._own[number]
        kinds = {o.channel.kind for o in own}
        if kinds & self._words.private:
            own = [o for o in own if not (o.channel.kind in MEDIA and self._media.ours(o.channel))]
        if kinds & MEDIA:
            own = [o for o in own if not (o.channel.kind == "appearance" and o.noun in self._words.interviews)]
        self._own[number] = own

    def _shared(self, given: dict[int, list[Channel]]) -> None:
        """What somebody does in saying something goes out with it: "urged them to wait, saying in a letter that"."""
        for numbers in self._frames.by_sentence.values():
            for one, other in pairwise(numbers):
                statement = self._statements[other]
                if (
                    given[one]
                    or not given[other]
                    or not statement.cue
                    or self._frames.homes[one] != self._frames.homes[other]
                ):
                    continue
                cue = statement.cue[0].of(self._text).lower().split()
                joined = self._text[max(statement.cue[0].start - 2, 0) : statement.cue[0].start] == ", "
                before = self._statements[one]
                if joined and cue[0].endswith(self._words.gerund) and before.cue and before.act != "think":
                    given[one] = list(given[other])

    def _recorded(self, number: int) -> None:
        """A letter that says something is its own channel; and a letter or recording by which it is known that
        somebody said something is the channel of that."""
        source = self._statements[number].source[:1]
        found = self._outings.text(source[0]) if source else None
        if found is None:
            return
        cue = self._statements[number].cue
        if not cue or cue[0].start >= source[0].end:
            if found.channel.kind == "letter" and not self._own[number]:
                self._own[number].append(found)
        else:
            for inner in self._frames.by_sentence[self._frames.sentences[number]]:
                told = self._statements[inner].act != "think" and not self._own[inner]
                if told and self._frames.homes[inner] == number:
                    self._own[inner].append(found)

    @staticmethod
    def _same_words(one: Outing, other: Outing) -> bool:
        return one.channel.kind == other.channel.kind and one.span.overlaps(other.span)

    def _assign(self) -> None:
        """Give each outing to the statement to whose frame it belongs."""
        antecedents: list[Outing] = []
        for found in outings_of(self._frames):
            if not self._frames.at(found.span) and self._layout.quoted(found.span.start):
                continue
            if found.relayed and self._media.ours(found.channel):
                continue
            outing = self._antecedent(found, antecedents)
            antecedents.append(outing)
            owner = None if found.staged else self._owner(found)
            if owner is None and found.relayed:
                owner = self._sourced(found.span)
            if owner is not None:
                if self._closed(found.span, owner) if found.relayed else self._antecedes(found, owner):
                    continue
                if not found.relayed or not self._own[owner]:
                    self._own[owner].append(outing)
            elif self._frames.enclosing(found.span) is None:
                self._settings.setdefault(self._layout.sentence(found.span.start), outing)

    def _antecedes(self, outing: Outing, number: int) -> bool:
        """Whether an outing stands in the clause before a statement's: "spoke to the paper and that ...", or is what
        its relative clause is about: "replied to X, a daily, which reported"; or belongs to what it speaks of: "denied
        | a report in X | that"."""
        statement, phrases = self._statements[number], self._layout.language.phrases
        if outing.channel.kind in MEDIA and any(
            a.end <= outing.span.start
            and outing.span.end <= b.start
            and not any(a.end <= c.start < b.start for c in statement.cue)
            for a, b in pairwise(statement.content)
        ):
            return True
        start = min(s.start for s in (*statement.source, *statement.cue, *statement.content))
        if start < outing.span.end or outing.opens is not None:
            return False
        row = tokens(self._text, outing.span.end, start)
        source = statement.source[0].of(self._text).lower() if statement.source else ""
        if source in self._words.relatives and outing.channel.kind in MEDIA:
            return True
        return any(a.low in phrases.clauses and b.low in self._words.reporting for a, b in pairwise(row))

    def _closed(self, span: Span, number: int) -> bool:
        """Whether a clause ends between words and the cue that follows them: "quoted by X, and he said"."""
        row = tokens(self._text, span.end, max(self._frames.anchors[number].start, span.end))
        return any(a.word == "," and b.low in self._layout.language.phrases.clauses for a, b in pairwise(row))

    def _owner(self, outing: Outing) -> int | None:
        if outing.opens is None:
            owner = self._within(outing.span)
            owner = self._frames.owner(outing.span) if owner is None else owner
            if owner is not None and self._opened(owner, outing.span):
                owner = self._frames.first_after(outing.span.start)
            return self._trailing(outing) if owner is None else self._reported(outing.span, owner)
        return self._frames.first_after(outing.opens)

    def _reported(self, span: Span, owner: int) -> int:
        """Who spoke through an outing before a statement between commas: "In a call, he said, X told him"."""
        statement = self._statements[owner]
        last = max(s.end for s in (*statement.cue, *statement.source))
        between = tokens(self._text, span.end, max(statement.start, span.end))
        if not between or between[-1].word != "," or self._text[last : last + 1] != ",":
            return owner
        sentence = self._frames.by_sentence[self._layout.sentence(span.start)]
        return next((n for n in sentence if self._frames.homes[n] == owner), owner)

    def _sourced(self, span: Span) -> int | None:
        """The statement in whose source a phrase stands, not at its head: "a poll published by X"."""
        for number in self._frames.at(span):
            for source in self._statements[number].source:
                if source.covers(span) and source.start < span.start:
                    before = tokens(self._text, source.start, span.start)
                    return number if any(t.low in self._words.publishing for t in before) else None
        return None

    def _within(self, span: Span) -> int | None:
        """The statement that an outing belongs to that was read as a part of its source or of what was said.

        "X, reached by telephone, said"; "Reached by telephone, X said"; and what is said "In an interview", where that
        was read as a source of its own.
        """
        sentence = self._layout.sentence(span.start)
        for number in self._frames.by_sentence[sentence]:
            statement = self._statements[number]
            cue = statement.cue
            source = next((s for s in statement.source if s.covers(span)), None)
            if source is not None and cue and cue[0].of(self._text).lower() in self._words.leads:
                return next((n for n in self._frames.by_sentence[sentence] if self._frames.homes[n] == number), None)
            if source is not None and source.start == span.start and cue and source.end <= cue[0].start:
                return number if span.end < source.end else None
            if source is not None and cue and cue[-1].of(self._text).endswith(":"):
                return number
            if source is not None and self._opens(tokens(self._text, source.start, span.start), apposed=True):
                return number
            content = next((c for c in statement.content if c.covers(span)), None)
            led = content is not None and cue and content.end <= cue[0].start and not self._layout.quoted(span.start)
            if content and led and self._opens(tokens(self._text, content.start, span.start), apposed=False):
                return number
        return None

    def _opens(self, row: Sequence[Token], *, apposed: bool) -> bool:
        """Whether the words before an outing say of somebody that they were reached or speak through it."""
        comma = next((i for i in range(len(row) - 1, -1, -1) if row[i].word == ","), -1)
        if comma < 1 if apposed else comma >= 0:
            return False
        rest = row[comma + 1 :]
        return bool(rest) and (rest[0].low in self._reached or (apposed and len(rest) == 1))

    def _antecedent(self, outing: Outing, antecedents: list[Outing]) -> Outing:
        """What "the same interview" points to, or what kind of text "the text" is."""
        row = tokens(self._text, outing.span.start, outing.span.end)
        if any(t.low in self._words.same for t in row):
            return next((a for a in reversed(antecedents) if a.noun == outing.noun and a.noun), outing)
        if " ".join(t.low for t in row) in self._words.texts:
            kinds = (a.channel.kind for a in reversed(antecedents) if a.channel.kind in self._words.written)
            return outing._replace(channel=replace(outing.channel, kind=next(kinds, outing.channel.kind)))
        return outing

    def _trailing(self, outing: Outing) -> int | None:
        """The statement whose content was read on over the words that say how it went out ("... in a statement")."""
        home = self._frames.enclosing(outing.span)
        if home is None or self._layout.quoted(outing.span.start):
            return None
        if self._leading(outing, home):
            return home
        before = tokens(self._text, max(outing.span.start - _REACH, 0), outing.span.start)[:-1]
        be = self._layout.language.address.be
        if (before and before[-1].low in be) or not (outing.noun in self._words.trailing or self._short(outing, home)):
            return None
        end = max(c.end for c in self._statements[home].content if c.covers(outing.span))
        rest = tokens(self._text, outing.span.end, end)
        times = self._layout.language.phrases.times
        return (
            home if all(t.low in times or t.low in self._words.leads or not t.word[0].isalpha() for t in rest) else None
        )

    def _opened(self, number: int, span: Span) -> bool:
        """Whether a colon stands between a cue and words, and another cue follows: "denied that: in ..."."""
        row = tokens(self._text, self._frames.anchors[number].end, max(span.start, self._frames.anchors[number].end))
        return any(t.word == ":" for t in row) and self._frames.first_after(span.start) is not None

    def _leading(self, outing: Outing, home: int) -> bool:
        """Whether the content was read from who was told on, and the outing follows: "told | him by phone that"."""
        statement = self._statements[home]
        start = next(c.start for c in statement.content if c.covers(outing.span))
        row = tokens(self._text, start, outing.span.start)[:-1]
        told = [a.span for a in statement.addressees]
        return (
            bool(row) and len(row) <= _LEADING and any(t.start <= row[0].start and row[-1].end <= t.end for t in told)
        )

    def _short(self, outing: Outing, home: int) -> bool:
        """Whether what was said is a noun phrase with the outing behind it: "rejected | the claim in parliament"."""
        start = next(c.start for c in self._statements[home].content if c.covers(outing.span))
        row = tokens(self._text, start, outing.span.start)[:-1]
        phrases = self._layout.language.phrases
        opened = bool(row) and row[0].low in phrases.determiners
        return opened and len(row) <= _LEADING and outing.channel.kind in self._words.spoken

    def _nested(self, number: int, given: dict[int, list[Channel]]) -> None:
        """Inside another's content: a broadcaster that quotes somebody is the channel."""
        if given[number]:
            return
        home = self._frames.homes[number]
        outer = self._statements[home if home is not None else number]
        cue = [t for s in outer.cue for t in tokens(self._text, s.start, s.end)]
        if outer.source and any(t.low in self._words.quoting for t in cue):
            channel = self._outings.told(outer.source[0])
            if channel and channel.kind == "broadcast":
                given[number] = [channel]
