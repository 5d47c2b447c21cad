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
        self._same = re.compile(self._words.same_occasion, re.IGNORECASE)
        self.said_at: dict[str, When] = {}
        today = calendar_of(layout.report, layout.language).today
        clauses = Clauses(layout, statements, self._parents, self._expressions, today)
        self._own = {a.id: clauses.time(a) for a in statements}
        done: list[Attribution] = []
        for a in sorted(statements, key=lambda a: (_place(a), a.id)):
            when = self._seen_from(a) or self._shared(a, done) or self._carried(a, done) or self._staged(a, done)
            if when is not None:
                self.said_at[a.id] = when
                self._ask(done, a)
            done.append(a)

    def _seen_from(self, a: Attribution) -> When | None:
        """The time in its own clause as the speaker who is quoted means it: "yesterday" is a day before they spoke."""
        when, outer = self._own[a.id], self._parents[a.id]
        spoken = (self.said_at.get(outer) or self._own[outer]) if outer else None
        if when is None or spoken is None or spoken.precision != "day" or not self._layout.quoted(when.span.start):
            return when
        calendar = Calendar(self._layout.language, date.fromisoformat(spoken.date), spoken.resolved)
        return next((e.when for e in date_expressions(self._text, when.span, calendar)), when)

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
        """The time of the statement before, where its speaker goes on."""
        if self._parents[a.id] or self._standing(a) or a.act in ("think", "decline"):
            return None
        b = next((b for b in reversed(done) if not self._parents[b.id] and (b.source or not b.cue)), None)
        when = self.said_at.get(b.id) if b else None
        if b is None or when is None or when.precision != "day":
            return None
        last = self._layout.sentence(max(s.end - 1 for s in (*b.cue, *b.content)))
        if self._layout.sentence(a.start) - last > 1:
            return None
        sentence = self._layout.sentences[self._sentence(a)]
        same = self._same.search(self._text, sentence.start, sentence.end)
        return when if (same and not a.source) or self._same_speaker(a, b) else None

    def _staged(self, a: Attribution, done: Sequence[Attribution]) -> When | None:
        """The time of what the speaker does in the sentence before: "She toured the camp on Monday. She said ..."."""
        source = words_of(self._text, a.source)
        number = self._sentence(a)
        if self._parents[a.id] or self._standing(a) or a.act in ("think", "decline") or not number:
            return None
        if not source or not source <= self._pronouns.keys():
            return None
        stage, paragraph = self._layout.sentences[number - 1], self._layout.paragraph(a.start)
        if self._layout.paragraph(stage.start) != paragraph or (done and self._sentence(done[-1]) >= number - 1):
            return None
        if not words_of(self._text, [stage]) & self._words.appearing:
            return None
        days = [e.when for e in self._expressions.get(number - 1, ()) if e.when.precision == "day"]
        return next((day for day in days if not planned(self._text, day.span, self._layout.language)), None)

    def _ask(self, done: Sequence[Attribution], a: Attribution) -> None:
        """Give a question that nobody in particular asks the time of the answer, which follows in its sentence."""
        question = done[-1] if done else a
        if question.source or not question.cue or question.id in self.said_at or self._parents[question.id]:
            return
        if self._sentence(question) == self._sentence(a) and not self._parents[a.id]:
            self.said_at[question.id] = self.said_at[a.id]

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


def _place(a: Attribution) -> Span:
    """Where the statement is made: its cue, or what stands for it."""
    return (a.cue or a.source or a.content)[0]
