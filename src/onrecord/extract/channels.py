"""How each statement went out: broadcast, letter, news conference and so on."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.frames import Frames, Token, tokens
from onrecord.extract.layout import Layout
from onrecord.extract.media import media_of
from onrecord.extract.outings import MEDIA, Outing, Outings, outings_of
from onrecord.model.attribution import Attribution, Channel
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]


def channels(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their channels.

    Looks at their addressees, for a medium that is told something is a channel, and at their speakers, where these are
    known already, to tell who goes on speaking.
    """
    return _Channels(layout, statements).filled()


@dataclass(slots=True)
class _Occasion:
    """What is said on one occasion, as far as the report has been read: through what, by whom, up to where."""

    channels: list[Channel]
    noun: str
    speakers: tuple[str, ...]
    words: set[str]
    sentence: int
    anyone: bool = False
    held: bool = False


class _Channels:
    def __init__(self, layout: Layout, statements: Statements) -> None:
        self._layout = layout
        self._text = layout.text
        self._words = layout.language.channels
        self._people = layout.language.people
        self._statements = statements
        self._frames = Frames(layout, statements)
        self._media = media_of(layout)
        self._outings = Outings(layout, self._frames.begins, self._media)
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
        given = self._inherited()
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
            return Outing(Channel(self._media.outlet_kind(), "", span), "") if outside else None
        channel = self._outings.told(span)
        return Outing(channel, "") if channel else None

    @staticmethod
    def _same_words(one: Outing, other: Outing) -> bool:
        return one.channel.kind == other.channel.kind and one.span.overlaps(other.span)

    def _assign(self) -> None:
        """Give each outing to the statement to whose frame it belongs."""
        antecedents: list[Outing] = []
        for found in outings_of(self._frames):
            if not self._frames.at(found.span) and self._layout.quoted(found.span.start):
                continue
            if found.relayed and self._media.is_outlet(found.channel.name):
                continue
            outing = self._antecedent(found, antecedents)
            antecedents.append(outing)
            owner = self._owner(found)
            if owner is not None:
                if not found.relayed or not self._own[owner]:
                    self._own[owner].append(outing)
            elif self._frames.enclosing(found.span) is None:
                self._settings.setdefault(self._layout.sentence(found.span.start), outing)

    def _owner(self, outing: Outing) -> int | None:
        if outing.opens is None:
            owner = self._frames.owner(outing.span)
            return self._trailing(outing) if owner is None else owner
        return self._frames.first_after(outing.opens)

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
        if home is None or outing.noun not in self._words.trailing or self._layout.quoted(outing.span.start):
            return None
        end = max(c.end for c in self._statements[home].content if c.covers(outing.span))
        rest = tokens(self._text, outing.span.end, end)
        times = self._layout.language.phrases.times
        return (
            home if all(t.low in times or t.low in self._words.leads or not t.word[0].isalpha() for t in rest) else None
        )

    def _inherited(self) -> dict[int, list[Channel]]:
        """The channels of every statement, own and taken over from the one before."""
        given = {n: [o.channel for o in self._own[n]] for n in range(len(self._statements))}
        occasion: _Occasion | None = None
        before: int | None = None
        for number in sorted(given, key=lambda n: self._frames.anchors[n]):
            if self._frames.homes[number] is not None:
                self._nested(number, given)
                continue
            if given[number]:
                occasion = self._begun(number, given[number], before)
            else:
                occasion = self._set(number) or occasion
                if occasion is not None and self._goes_on(occasion, number):
                    given[number] = list(occasion.channels)
                    occasion.words |= self._subject_words(number)
                    occasion.sentence = self._last_sentence(number)
                else:
                    occasion = None
            before = number
        return given

    def _nested(self, number: int, given: dict[int, list[Channel]]) -> None:
        """Inside another's content: a medium that quotes is the channel, and the speaker's next verb has it too."""
        if given[number]:
            return
        home = self._frames.homes[number]
        outer = self._statements[home if home is not None else number]
        cue = [t for s in outer.cue for t in tokens(self._text, s.start, s.end)]
        if outer.source and any(t.low in self._words.quoting for t in cue):
            channel = self._outings.told(outer.source[0])
            if channel and channel.kind in MEDIA:
                given[number] = [channel]
        mine = self._statements[number].source
        for other in self._frames.peers(number):
            if other != number and given[other] and mine and self._statements[other].source == mine:
                given[number] = list(given[other])

    def _begun(self, number: int, found: list[Channel], before: int | None) -> _Occasion:
        """The occasion that a statement with channels of its own begins, or goes on with."""
        words = self._subject_words(number)
        if before is not None and words <= set(self._people.pronouns) and self._near(before, number):
            words |= self._subject_words(before)
        noun = next((o.noun for o in self._own[number] if o.noun), "")
        held = any(o.opens is not None for o in self._own[number])
        return _Occasion(found, noun, self._statements[number].speakers, words, self._last_sentence(number), held=held)

    def _near(self, before: int, number: int) -> bool:
        return self._frames.sentences[number] - self._last_sentence(before) <= 1

    def _set(self, number: int) -> _Occasion | None:
        """What the sentence before says of where somebody speaks, where no statement in it is said there."""
        sentence = self._frames.sentences[number]
        setting = self._settings.get(sentence - 1)
        if setting is None:
            return None
        said = self._layout.sentences[sentence - 1]
        row = tokens(self._text, said.start, setting.span.start)
        anyone = len(row) <= 1 or (setting.channel.kind in MEDIA and row[-1].low == self._layout.language.phrases.to)
        words = {t.low for t in row if t.word[0].isalpha()}
        return _Occasion([setting.channel], setting.noun, (), words, sentence - 1, anyone)

    def _goes_on(self, occasion: _Occasion, number: int) -> bool:
        """Whether a statement is the next one on an occasion."""
        statement = self._statements[number]
        sentence = self._frames.sentences[number]
        gap = sentence - occasion.sentence
        if gap > 1 or (gap == 1 and not self._may_cross(occasion, number)):
            return False
        if self._by_noun(occasion, number):
            return True
        subject = self._subject(number)
        if not subject:
            return gap <= 0 or not statement.cue
        if occasion.speakers and statement.speakers:
            return occasion.speakers == statement.speakers
        return (occasion.anyone and statement.kind == "direct") or self._refers(subject[0], occasion.words)

    def _may_cross(self, occasion: _Occasion, number: int) -> bool:
        """Whether an occasion may go on into the statement's sentence."""
        statement = self._statements[number]
        if statement.act == "decline" or statement.act == "think":
            return False
        cue = statement.cue[0].of(self._text).lower() if statement.cue else ""
        if occasion.held or cue.startswith(self._words.reopening):
            return False
        if any(c.kind in self._words.closed for c in occasion.channels):
            return False
        if statement.source and statement.addressees and not all(c.kind == "letter" for c in occasion.channels):
            return False
        low, high = (
            self._layout.paragraph(self._layout.sentences[n].start)
            for n in (occasion.sentence, self._frames.sentences[number])
        )
        ours = any(self._media.is_outlet(c.name) or self._ourselves(c) for c in occasion.channels)
        return low == high or (high == low + 1 and not ours)

    def _ourselves(self, channel: Channel) -> bool:
        return channel.span.of(self._text).lower() in self._words.ourselves

    def _by_noun(self, occasion: _Occasion, number: int) -> bool:
        """Whether the statement is the channel's own: "the statement read"."""
        source = self._statements[number].source
        row = tokens(self._text, source[0].start, source[0].end) if source else []
        return len(row) == 2 and row[1].low == occasion.noun and row[0].low in self._people.determiners

    def _last_sentence(self, number: int) -> int:
        """The sentence in which a statement ends."""
        ends = [self._layout.sentence(max(c.end - 1, c.start)) for c in self._statements[number].content]
        return max(self._frames.sentences[number], *ends)

    def _subject(self, number: int) -> tuple[Span, ...]:
        """Whose turn it is: the source, or who is asked where it is not said by whom."""
        statement = self._statements[number]
        return statement.source or tuple(a.span for a in statement.addressees)

    def _subject_words(self, number: int) -> set[str]:
        rows = [[t for t in self._row(s) if t.word[0].isalpha()] for s in self._subject(number)]
        phrases = self._layout.language.phrases
        owners = phrases.determiners & phrases.objects  # "her coach" is not who "her" is
        return {t.low for row in rows for at, t in enumerate(row) if at or len(row) == 1 or t.low not in owners}

    def _row(self, span: Span) -> Iterator[Token]:
        yield from tokens(self._text, span.start, span.end)

    def _refers(self, subject: Span, words: set[str]) -> bool:
        """Whether a phrase stands for who was called by ``words``: a pronoun, a name or a noun of it."""
        people = self._people
        row = [t for t in self._row(subject) if t.word[0].isalnum()]
        if row and len(row) > 1 and all(t.low in words for t in row):
            return True
        if not row or row[0].low in self._words.others:
            return False
        if len(row) == 1 and row[0].low in people.pronouns:
            mine, said = people.pronouns[row[0].low], {people.pronouns.get(w, "") for w in words}
            one = said & {"he", "she"}
            return mine in one if one else mine in said or not words <= set(people.pronouns) or mine == "other"
        names = {t.low for t in row if t.capital and t.low not in people.determiners}
        nouns = {t.low.removesuffix("s") for t in row if not t.capital} - people.determiners - people.after_head
        theirs = {w.removesuffix("s") for w in words}
        return bool(names & words) if names else bool(nouns & theirs - people.determiners)
