"""When each statement was made, where the report says so.

A statement without a time of its own has that of the one before where the same speaker plainly goes on.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.extract.clauses import Clauses, words_of
from onrecord.extract.dates import Calendar, DateExpression, calendar_of, date_expressions, planned
from onrecord.extract.layout import Layout
from onrecord.extract.nesting import nesting
from onrecord.model.attribution import Attribution, When
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]

_NAME = re.compile(r"(?!The\b)\b[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")
#: Channels that are texts.
_TEXTS = frozenset({"statement", "letter", "document", "court", "social"})
#: Rules of expressions that look back.
_PAST = frozenset({"ago", "day", "unit"})
#: The most words before a time at the end of what is said, and characters of a relative clause before its cue.
_SHORT, _CLAUSE = 8, 150
#: How many paragraphs back "two days later" may look.
_PARAGRAPHS = 2


def times(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their times. Whether a speaker goes on is told best where speakers are known."""
    occasions = _Occasions(layout, statements)
    return tuple(replace(a, said_at=occasions.said_at.get(a.id)) for a in statements)


def dates_of(layout: Layout) -> dict[int, list[DateExpression]]:
    """The expressions of time in a report's own words, in order, by the number of their sentence."""
    calendar = calendar_of(layout.report, layout.language)
    out: dict[int, list[DateExpression]] = {}
    last: list[date | None] = []
    for paragraph in layout.paragraphs:
        anchor = next((day for day in reversed(last[-_PARAGRAPHS:]) if day), None)
        found = date_expressions(layout.text, paragraph, calendar, anchor)
        days = [e.when.date for e in found if e.when.precision == "day" and e.rule not in ("clock", "then")]
        last.append(date.fromisoformat(days[-1]) if days else None)
        for e in found:
            out.setdefault(layout.sentence(e.span.start), []).append(e)
    return out


class _Occasions:
    """The times of one report's statements, worked out in reading order."""

    def __init__(self, layout: Layout, statements: Statements) -> None:
        self._layout = layout
        self._text = layout.text
        self._words = layout.language.times
        self._pronouns = layout.language.people.pronouns
        self._expressions = dates_of(layout)
        self._parents = {a.id: a.parent for a in nesting(statements)}
        self._by_id = {a.id: a for a in statements}
        self._same = re.compile(self._words.same_occasion, re.IGNORECASE)
        self._clause = re.compile(rf"(?:{self._words.clause})\b", re.IGNORECASE)
        self._opening = re.compile(
            rf"\b(?:{'|'.join(sorted(self._words.openers))}|{self._words.clause})\b", re.IGNORECASE
        )
        self._object = re.compile(rf"(?:{self._words.objects})\b", re.IGNORECASE)
        self._at_which = re.compile(self._words.at_which)
        self._by_sentence: dict[int, list[Attribution]] = {}
        for a in statements:
            self._by_sentence.setdefault(self._sentence(a), []).append(a)
        self.said_at: dict[str, When] = {}
        self._today = calendar_of(layout.report, layout.language).today
        clauses = Clauses(layout, statements, self._parents, self._expressions, self._today)
        self._own = {a.id: clauses.time(a) for a in statements}
        for a in statements:
            if a.cue and self._aside(a):
                self._own[a.id] = None
        for a in statements:
            self._hand_on(a)
        done: list[Attribution] = []
        for a in sorted(statements, key=lambda a: (_place(a), a.id)):
            when = self._at_hand(a) or self._shared(a, done) or self._carried(a, done) or self._staged(a, done)
            if when is not None:
                self.said_at[a.id] = when
                self._ask(done, a, when)
            done.append(a)

    def _aside(self, a: Attribution) -> bool:
        """Whether its time stands in a gap of what is said, or goes on with it after a comma: it says when something
        else happened."""
        when, cue = self._own[a.id], a.cue[-1].end
        if when is None or a.kind == "direct" or when.span.start <= cue:
            return False
        if any(self._text[c.end : when.span.start].strip() == "," for c in a.content if c.end <= when.span.start):
            return True
        first, last = a.content[0], a.content[-1]
        clause = len(first.of(self._text).split()) > 1
        return clause and cue <= first.end <= when.span.start < last.start

    def _hand_on(self, a: Attribution) -> None:
        """Leave a time at the head of what is reported, before a cue that stands behind or between commas, to the one
        who is reported: "At a meeting in May, she said, he had promised ..."."""
        outer = self._by_id.get(self._parents[a.id])
        when = self._own[outer.id] if outer else None
        if outer is None or when is None or not outer.cue or not a.cue or self._own[a.id] is not None:
            return
        if when.span.end > outer.cue[0].start or when.span.end >= a.cue[0].start:
            return
        parts = (*outer.source, *outer.cue, *outer.content, *a.source, *a.cue)
        after = min((s.start for s in parts if s.end > when.span.end), default=when.span.end)
        between = outer.content[0].start < outer.cue[-1].end or self._text.startswith(",", outer.cue[-1].end)
        if between and self._text[when.span.end : max(after, when.span.end)].strip() == ",":
            self._own[a.id], self._own[outer.id] = when, None

    def _at_hand(self, a: Attribution) -> When | None:
        """The time in its own clause, or that this clause is about."""
        return self._seen_from(a) or self._behind(a) or self._told_of(a)

    def _seen_from(self, a: Attribution) -> When | None:
        """The time in its own clause as the speaker who is quoted means it: "yesterday" is a day before they spoke."""
        when, outer = self._own[a.id], self._parents[a.id]
        spoken = (self.said_at.get(outer) or self._own[outer]) if outer else None
        if when is None or spoken is None or spoken.precision != "day" or not self._layout.quoted(when.span.start):
            return when
        calendar = Calendar(self._layout.language, date.fromisoformat(spoken.date), spoken.resolved)
        return next((e.when for e in date_expressions(self._text, when.span, calendar)), when)

    def _behind(self, a: Attribution) -> When | None:
        """The time at the end of what is said, where it can only be that of saying it: "declined to comment on Monday",
        "had warned him about it a week ago"."""
        content = a.content[-1]
        found = [e for e in self._expressions.get(self._sentence(a), ()) if e.span.end == content.end and e.when.date]
        if not found or a.act == "think" or planned(self._text, found[0].span, self._layout.language):
            return None
        before = self._text[content.start : found[0].span.start]
        if a.act == "decline":
            return None if self._opening.search(before) else found[0].when
        if self._today is None or _not_over(found[0].when, self._today) or found[0].rule not in _PAST:
            return None
        told = any(to.span.start == content.start for to in a.addressees) or self._object.match(before)
        short = len(before.split()) <= _SHORT and not self._clause.search(before)
        return found[0].when if told and short else None

    def _told_of(self, a: Attribution) -> When | None:
        """The time of the occasion that a relative clause tells of: "a rally on May 5, at which he said ..."."""
        number = self._sentence(a)
        if not a.cue or a.content[0] < a.cue[0]:
            return None
        # Not those that stand between commas: "at which, she says, he promised".
        others = [b.cue[0].start for b in self._by_sentence[number] if b.cue and b.cue[0] < b.content[0]]
        before = max((start for start in others if start < a.cue[0].start), default=0)
        for e in reversed(self._expressions.get(number, ())):
            between = self._text[e.span.end : a.cue[0].start]
            if before < e.span.end and e.when.date and 0 < len(between) < _CLAUSE and self._at_which.search(between):
                return e.when
        return None

    def _shared(self, a: Attribution, done: Sequence[Attribution]) -> When | None:
        """The time of what the same subject says before in the same sentence."""
        if self._standing(a) or (not a.source and words_of(self._text, a.cue) & self._words.passive):
            return None
        number = self._sentence(a)
        for b in reversed(done):
            if self._sentence(b) != number:
                return None
            if (not a.source or b.source == a.source) and self._parents[b.id] == self._parents[a.id]:
                return self.said_at.get(b.id)
        return None

    def _carried(self, a: Attribution, done: Sequence[Attribution]) -> When | None:
        """The time of what the same speaker says before, in this sentence or the last, where they go on."""
        if self._parents[a.id] or a.act in ("think", "decline") or (a.cue and not a.source):
            return None
        sentence = self._layout.sentences[self._sentence(a)]
        same = self._same.search(self._text, sentence.start, sentence.end)
        for b in reversed(done):
            if self._parents[b.id] or (b.cue and not b.source):
                continue
            last = self._layout.sentence(max(s.end - 1 for s in (*b.cue, *b.content)))
            if self._layout.sentence(a.start) - last > 1:
                return None
            if not (same or self._same_speaker(a, b) or self._written(a, b)):
                continue
            if self._apart(a, b) or not (same or self._same_channel(a, b)):
                return None
            when = self.said_at.get(b.id)
            if when is None and self._sentence(b) == self._sentence(a):
                continue
            if when is None or (self._standing(a) and not self._standing(b)):
                return None
            if when.precision != "day" and not self._near(a, b, when):
                return None
            return when
        return None

    def _apart(self, a: Attribution, b: Attribution) -> bool:
        """Whether ``a`` stands in a clause about another time behind ``b``: "hours after she threatened"."""
        if not a.source or self._sentence(a) != self._sentence(b) or b.start > a.source[0].start:
            return False
        return not self._words.apart.isdisjoint(self._text[b.start : a.source[0].start].split()[-1:])

    def _same_channel(self, a: Attribution, b: Attribution) -> bool:
        """False where a new paragraph of the body names a channel of its own: that is another occasion."""
        before = self._layout.paragraph(b.start)
        if before <= self._layout.lead or before == self._layout.paragraph(a.start):
            return True
        own = [c.span for c in a.channels if self._layout.sentence(c.span.start) == self._sentence(a)]
        return not own or any(c.span in own for c in b.channels)

    def _near(self, a: Attribution, b: Attribution, when: When) -> bool:
        """Whether a time that is no day, and may be that of more than one occasion, is also that of ``a``."""
        if when.precision == "range":
            return self._layout.paragraph(a.start) == self._layout.paragraph(b.start)
        return when.precision != "none" and self._sentence(a) == self._sentence(b)

    def _written(self, a: Attribution, b: Attribution) -> bool:
        """Whether ``a`` is from the text in which ``b`` was said: "the statement read"."""
        people = self._layout.language.people
        words = [word for s in a.source for word in s.of(self._text).casefold().split()]
        definite = len(words) == 2 and words[0] in people.determiners and words[1] in people.documents
        return definite and any(c.kind in _TEXTS for c in b.channels)

    def _staged(self, a: Attribution, done: Sequence[Attribution]) -> When | None:
        """The time of the sentence before, which tells of the occasion: "She toured the camp on Monday. She said"."""
        source = words_of(self._text, a.source)
        number = self._sentence(a)
        if self._standing(a) or a.act in ("think", "decline") or not number:
            return None
        if not source or not source <= self._pronouns.keys():
            return None
        stage, paragraph = self._layout.sentences[number - 1], self._layout.paragraph(a.start)
        if self._layout.paragraph(stage.start) != paragraph or words_of(self._text, [stage]) & self._words.coming:
            return None
        if any(self._sentence(b) >= number - 1 and self._parents[b.id] != a.id for b in done):
            return None
        if not self._of_somebody(stage, number - 1):
            return None
        days = [e.when for e in self._expressions.get(number - 1, ()) if e.when.precision == "day"]
        return next((day for day in days if not planned(self._text, day.span, self._layout.language)), None)

    def _of_somebody(self, sentence: Span, number: int) -> bool:
        """Whether a sentence tells of somebody: it has a pronoun or, inside it, a name."""
        if words_of(self._text, [sentence]) & (self._pronouns.keys() | self._layout.language.phrases.objects):
            return True
        times = [e.span for e in self._expressions.get(number, ())]
        names = (Span(*m.span()) for m in _NAME.finditer(self._text, sentence.start + 1, sentence.end))
        return any(not any(name.overlaps(time) for time in times) for name in names)

    def _ask(self, done: Sequence[Attribution], a: Attribution, when: When) -> None:
        """Give a question that nobody in particular asks the time of the answer, which its sentence gives."""
        question, number = done[-1] if done else a, self._sentence(a)
        if question.source or not question.cue or question.id in self.said_at or self._parents[question.id]:
            return
        sentence = self._layout.sentences[number]
        given = sentence.covers(when.span) or self._same.search(self._text, sentence.start, sentence.end)
        if given and self._sentence(question) == number and not self._parents[a.id]:
            self.said_at[question.id] = when

    def _standing(self, a: Attribution) -> bool:
        """Whether the cue says what is held, not what was said on some occasion."""
        return bool(words_of(self._text, a.cue) & self._words.standing)

    def _sentence(self, a: Attribution) -> int:
        return self._layout.sentence(_place(a).start)

    def _same_speaker(self, a: Attribution, b: Attribution) -> bool:
        if a.speakers and b.speakers:
            return a.speakers == b.speakers
        mine, theirs = words_of(self._text, a.source), words_of(self._text, b.source)
        if mine and mine <= self._pronouns.keys():
            return mine == theirs or not theirs <= self._pronouns.keys()
        if mine == theirs:
            return bool(mine)
        names = [{w for s in x.source for w in _NAME.findall(s.of(self._text))} for x in (a, b)]
        return bool(names[0] & names[1])


def _not_over(when: When, today: date) -> bool:
    """Whether a time goes on, or is still to come, on the day of the report."""
    end = when.date.rpartition("/")[2]
    return end >= today.isoformat()[: len(end)]


def _place(a: Attribution) -> Span:
    """Where the statement is made: its cue, or what stands for it."""
    return (a.cue or a.source or a.content)[0]
