"""What is said on one occasion after another: who goes on speaking through the same channel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.extract.frames import Frames
from onrecord.extract.media import media_of
from onrecord.extract.outings import MEDIA, Outing
from onrecord.extract.tokens import Token, tokens
from onrecord.extract.turns import Turns
from onrecord.model.attribution import Channel

#: How many words behind a setting that opens its sentence may name who speaks there.
_SUBJECT = 8
#: Abbreviations of weekdays are no longer; some are words too ("sun").
_SHORT = 4
#: How many characters stand at most before a setting that opens its sentence.
_LEAD = 8


@dataclass(slots=True)
class Occasion:
    """What is said on one occasion, as far as the report has been read: through what, by whom, up to where."""

    channels: list[Channel]
    noun: str
    speakers: tuple[str, ...]
    words: set[str]
    sentence: int
    anyone: bool = False
    held: bool = False
    days: frozenset[int] = frozenset()


class Occasions:
    """Finds the statements that are made on the occasion of the one before.

    ``own`` has the outings of each statement; ``settings``, by sentence, what no statement in it owns: "testified
    before the committee".
    """

    def __init__(self, frames: Frames, own: Mapping[int, list[Outing]], settings: Mapping[int, Outing]) -> None:
        self._frames = frames
        self._layout = frames.layout
        self._text = frames.layout.text
        self._words = frames.layout.language.channels
        self._people = frames.layout.language.people
        self._statements = frames.statements
        self._turns = Turns(frames.layout, frames.statements)
        self._media = media_of(frames.layout)
        self._own = own
        self._settings = settings

    def inherited(self, given: dict[int, list[Channel]]) -> None:
        """Fill in ``given``, the statements' own channels, for those in the report's own words that have none."""
        occasion: Occasion | None = None
        before: int | None = None
        for number in sorted(given, key=lambda n: self._frames.anchors[n]):
            if self._frames.homes[number] is not None:
                continue
            if given[number]:
                occasion = self._begun(number, given[number], before)
            else:
                occasion = self._set(number) or occasion
                if occasion is not None and self._beside(occasion, number):
                    occasion.sentence = self._last_sentence(number)
                    continue
                if occasion is not None and self._goes_on(occasion, number):
                    given[number] = list(occasion.channels)
                    occasion.words |= self._turns.words(number)
                    occasion.sentence = self._last_sentence(number)
                else:
                    occasion = None
            before = number

    def _begun(self, number: int, found: list[Channel], before: int | None) -> Occasion:
        """The occasion that a statement with channels of its own begins, or goes on with."""
        words = self._turns.words(number)
        if before is not None and words <= set(self._people.pronouns) and self._near(before, number):
            words |= self._turns.words(before)
        noun = next((o.noun for o in self._own.get(number, []) if o.noun), "")
        own = self._own.get(number, [])
        held = any(
            o.opens is not None and self._layout.sentence(o.opens) == self._layout.sentence(o.span.start) for o in own
        )
        last, days = self._last_sentence(number), frozenset(self._days(number))
        return Occasion(found, noun, self._statements[number].speakers, words, last, held=held, days=days)

    def _near(self, before: int, number: int) -> bool:
        return self._first_sentence(number) - self._last_sentence(before) <= 1

    def _set(self, number: int) -> Occasion | None:
        """What the sentence before says of where somebody speaks, where no statement in it is said there."""
        sentence = self._first_sentence(number)
        setting = self._settings.get(sentence - 1)
        if setting is None:
            return None
        said = self._layout.sentences[sentence - 1]
        row = tokens(self._text, said.start, setting.span.start)
        if len(row) <= 1:  # "In parliament, the minister was milder."
            row = [*row, *tokens(self._text, setting.span.end, said.end)[:_SUBJECT]]
        spoken_to = setting.channel.kind in MEDIA and row[-1].low == self._layout.language.phrases.to
        anyone = spoken_to or setting.span.start - said.start <= _LEAD
        words = {t.low for t in row if t.word[0].isalpha()}
        days = frozenset(self._weekdays(tokens(self._text, said.start, said.end)))
        return Occasion([setting.channel], setting.noun, (), words, sentence - 1, anyone, days=days)

    def _goes_on(self, occasion: Occasion, number: int) -> bool:
        """Whether a statement is the next one on an occasion."""
        statement = self._statements[number]
        gap = self._first_sentence(number) - occasion.sentence
        if statement.act == "think" and statement.source:
            return False
        if gap > 1 or (gap == 1 and not self._may_cross(occasion, number)):
            return False
        if self._by_noun(occasion, number):
            return True
        subject = self._turns.subject(number)
        if not subject or (gap <= 0 and not statement.source and self._joined(number)):
            return gap <= 0 or not statement.cue
        if occasion.speakers and statement.speakers:
            return occasion.speakers == statement.speakers
        if statement.kind == "direct" and (occasion.anyone or self._turns.described(subject[0])):
            return True
        return self._turns.refers(subject[0], occasion.words)

    def _joined(self, number: int) -> bool:
        """Whether a cue is joined to the one before: "and asked them to wait"."""
        start = self._statements[number].start
        return (
            self._text[max(start - _LEAD, 0) : start].rpartition(" ")[0].rpartition(" ")[2]
            in self._layout.language.phrases.clauses
        )

    def _beside(self, occasion: Occasion, number: int) -> bool:
        """Whether a statement stands between those made on an occasion: a question, or what one would not say."""
        statement = self._statements[number]
        gap = self._first_sentence(number) - occasion.sentence
        if self._questioned(number):
            return gap <= 1
        if statement.act not in ("think", "decline") or gap != 1 or not statement.source:
            return False
        here, there = (self._layout.sentences[n].start for n in (self._first_sentence(number), occasion.sentence))
        same = self._layout.paragraph(here) == self._layout.paragraph(there)
        return same and self._turns.refers(statement.source[0], occasion.words)

    def _questioned(self, number: int) -> bool:
        """Whether a statement is what the speaker is asked, by nobody in particular: "asked whether the dam held"."""
        statement = self._statements[number]
        cue = tokens(self._text, statement.cue[0].start, statement.cue[0].end) if statement.cue else []
        asked = not statement.source and any(t.low in self._words.asked for t in cue)
        return asked and not self._joined(number)

    def _may_cross(self, occasion: Occasion, number: int) -> bool:
        """Whether an occasion may go on into the statement's sentence."""
        statement = self._statements[number]
        if statement.act == "decline" or statement.act == "think":
            return False
        cue = statement.cue[0].of(self._text).lower() if statement.cue else ""
        days = self._days(number)
        if occasion.held or cue.startswith(self._words.reopening) or (days and not days <= occasion.days):
            return False
        if any(c.kind in self._words.closed for c in occasion.channels):
            return False
        if statement.source and statement.addressees and any(c.kind in MEDIA for c in occasion.channels):
            return False
        low, high = (
            self._layout.paragraph(self._layout.sentences[n].start)
            for n in (occasion.sentence, self._first_sentence(number))
        )
        ours = any(self._media.ours(c) for c in occasion.channels)
        return low == high or (high == low + 1 and not ours)

    def _by_noun(self, occasion: Occasion, number: int) -> bool:
        """Whether the statement is the channel's own: "the statement read"."""
        source = self._statements[number].source
        row = tokens(self._text, source[0].start, source[0].end) if source else []
        return len(row) == 2 and row[1].low == occasion.noun and row[0].low in self._people.determiners

    def _days(self, number: int) -> set[int]:
        """The days of the week that are named in a statement's frame."""
        statement = self._statements[number]
        row = self._layout.rows[self._frames.sentences[number]]
        return self._weekdays(t for t in row if not any(c.start <= t.start < c.end for c in statement.content))

    def _weekdays(self, row: Iterable[Token]) -> set[int]:
        weekdays = self._layout.language.weekdays
        return {weekdays[t.low] for t in row if t.low in weekdays and len(t.low) > _SHORT}

    def _first_sentence(self, number: int) -> int:
        """The sentence in which a statement begins."""
        return self._layout.sentence(self._statements[number].start)

    def _last_sentence(self, number: int) -> int:
        """The sentence in which a statement ends."""
        ends = [self._layout.sentence(max(c.end - 1, c.start)) for c in self._statements[number].content]
        return max(self._frames.sentences[number], *ends)
