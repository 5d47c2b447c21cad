"""Which expressions of time belong to a statement's own clause: beside the cue, at the clause's head, or behind what is
said. Times inside the content say when something else happened."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from onrecord.extract.dates import DateExpression, planned
from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution, When
from onrecord.model.span import Span

_T = TypeVar("_T")

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|['’][^\W_]+")
#: Ends of clauses within a sentence.
_BREAK = re.compile(r"[,;:()–—]|\s-\s")
#: Stands for what is not looked at.
_HIDDEN = "\x00"
#: Later than any date.
_NEVER = "~"
#: Of several times, those that are no dates are taken last.
_LAST = {"clock": 1, "then": 2, "vague": 2}
#: How many words after a participle its time may stand ("published on").
_NEAR = 2
#: Those who are told have at most so many words; after the time so many characters follow before what they are told.
_TOLD = 7
_ASIDE = 30
#: How far after a day the head of its phrase may stand.
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement's sentence, or what of it lies in the content that reports the statement, without what is said.

    ``dates`` are the expressions of time, whose own words ("shortly after noon") tell nothing of clauses; ``start``
    and ``end`` are those of the cue, or of the source where there is no cue.
    """

    text: str
    sentence: int
    pieces: tuple[Span, ...]
    hidden: tuple[Span, ...]
    dates: tuple[Span, ...]
    start: int
    end: int
    source: Span | None

    def holds(self, span: Span) -> bool:
        """Whether the words belong to the clause."""
        return any(piece.covers(span) for piece in self.pieces) and not any(span.overlaps(h) for h in self.hidden)

    def between(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end``, with a sign for the source, a date, and each stretch that is hidden."""
        out, at = [], start
        source = () if self.source is None else (self.source,)
        for span in sorted((*self.hidden, *self.dates, *source)):
            if span.end > at and span.start < end:
                out += [self.text[at : max(span.start, at)], _HIDDEN]
                at = span.end
        return "".join((*out, self.text[at:end] if at < end else ""))


class Clauses:
    """The times of one report's statements, by their own clauses."""

    def __init__(
        self,
        layout: Layout,
        statements: Sequence[Attribution],
        parents: Mapping[str, str],
        expressions: Mapping[int, Sequence[DateExpression]],
        today: date | None,
    ) -> None:
        """``parents`` are ids by ids, ``expressions`` those of each sentence; nothing was said after ``today``."""
        self._layout = layout
        self._text = layout.text
        self._words = layout.language.times
        self._people = layout.language.people
        self._by_id = {a.id: a for a in statements}
        self._parents = parents
        self._expressions = expressions
        # Where the report was written it may be a day later.
        self._latest = (today + timedelta(days=1)).isoformat() if today else _NEVER
        self._touching = _by_sentence(layout, ((s, a) for a in statements for s in (*a.cue, *a.content)))
        quotes = [Span(q.start, q.end) for q in layout.quotations]
        self._quotes = _by_sentence(layout, zip(quotes, quotes, strict=True))
        self._dependent = re.compile(rf"(?:{self._words.dependent})\b", re.IGNORECASE)
        self._participle = re.compile(self._words.participle)
        self._starts = re.compile(rf"[^.!?;:\"“”«»‘]{{0,{_ASIDE}}}?\s({self._words.contents})\b", re.IGNORECASE)
        self._saying = re.compile(rf"\b(?:{self._words.contents})\b|[\"“”«»‘]", re.IGNORECASE)
        self._heads = re.compile(rf"\W*(?:(?:{self._words.heads})\b|$)", re.IGNORECASE)

    def time(self, a: Attribution) -> When | None:
        """The time that the statement's own clause gives, the nearest to its cue."""
        if not (a.cue or a.source) or words_of(self._text, a.cue) & self._words.coming:
            return None
        clause = self._clause(a)
        found = [
            (_LAST.get(e.rule, 0), min(abs(e.span.start - clause.end), abs(clause.start - e.span.end)), e.when)
            for e in self._expressions.get(clause.sentence, ())
            if e.when.date <= self._latest and clause.holds(e.span) and self._says_when(a, clause, e)
        ]
        return min(found, key=lambda row: row[:2])[2] if found else None

    def _clause(self, a: Attribution) -> Clause:
        place = (a.cue or a.source)[0]
        number = self._layout.sentence(place.start)
        sentence = self._layout.sentences[number]
        parent = self._by_id.get(self._parents[a.id])
        others = [b for b in self._touching.get(number, ()) if not any(span.covers(place) for span in b.content)]
        hidden = [self._told(b, span) for b in others for span in b.content if span.overlaps(sentence)]
        hidden += [q for q in self._quotes.get(number, ()) if not q.covers(place)]
        return Clause(
            self._text,
            number,
            (sentence,) if parent is None else tuple(_cut(parent.content, sentence)),
            tuple(sorted(set(hidden))),
            tuple(e.span for e in self._expressions.get(number, ()) if e.rule != "after"),
            place.start,
            (a.cue or a.source)[-1].end,
            next((s for s in a.source if s.overlaps(sentence)), None),
        )

    def _told(self, a: Attribution, content: Span) -> Span:
        """The content without those who are told and a time before it: "told |the cabinet in May| that ...", which
        may have been taken for its beginning.
        """
        if a.act == "think" or not a.cue or not 0 <= content.start - a.cue[-1].end <= 1:
            return content
        number = self._layout.sentence(content.start)
        cues = [cue for b in self._touching[number] for cue in b.cue if content.covers(cue)]
        for e in self._expressions.get(number, ()):
            before = self._text[content.start : e.span.start]
            if not content.covers(e.span) or len(_WORD.findall(before)) > _TOLD or _BREAK.search(before):
                continue
            opens = self._starts.match(self._text, e.span.end, content.end)
            if opens and any(cue.start < opens.end() for cue in cues):
                break
            if opens and self._holds_told(a, before) and not (self._opens(before) or self._saying.search(before)):
                return Span(opens.start(1), content.end)
        return content

    def _holds_told(self, a: Attribution, before: str) -> bool:
        """Whether ``before`` can be those who are told something, not the subject and verb of what is said."""
        language = self._layout.language
        if a.act == "accuse" or words_of(self._text, a.cue) & language.address.direct:
            return True
        return before.split(maxsplit=1)[:1] in ([], [language.phrases.to])

    def _says_when(self, a: Attribution, clause: Clause, e: DateExpression) -> bool:
        source = clause.source
        if e.rule == "after":
            first = min(clause.start, source.start) if source else clause.start
            return e.span.end <= first and not self._text[e.span.end : first].strip()
        if not self._of_occasion(e):
            return False
        inside = source is not None and source.covers(e.span) and bool(a.cue)
        if planned(self._text, e.span, self._layout.language) and not (source and inside and self._dated(source, e)):
            return False
        if e.rule in _LAST and e.rule != "clock":
            return self._beside(clause, e) and (e.rule != "then" or e.span.start >= clause.end)
        if source is not None and inside:
            return self._of_source(clause, source, e)
        if e.span.start >= clause.end:
            return self._behind(a, clause, e)
        return e.span.end > clause.start or self._before(a, clause, e)

    def _of_source(self, clause: Clause, source: Span, e: DateExpression) -> bool:
        """Whether a time in the words for the source is that of what it says: of its issue, or at their end behind the
        cue ("said the minister on Monday")."""
        before = self._text[source.start : e.span.start]
        if self._text.startswith(("'", "’"), e.span.end) or self._issued(before):
            return True
        return source.start >= clause.end and source.end == e.span.end and not self._opens(before)

    def _of_occasion(self, e: DateExpression) -> bool:
        """False for a day that says which one of several things is spoken of ("Monday's ruling")."""
        owned = re.match(r"['’]s?\b", self._text[e.span.end : e.span.end + 2])
        first = _WORD.match(self._text, e.span.start, e.span.end)
        before = _WORD.findall(self._text[max(e.span.start - 10, 0) : e.span.start].casefold())
        bare = first is not None and first.group().casefold() in self._layout.language.weekdays
        article = bool(before) and before[-1] in self._people.determiners | self._people.indefinite
        if not owned and not (bare and article):
            return True
        after = _BREAK.split(self._text[e.span.end + 2 * bool(owned) : e.span.end + 40])[0]
        if owned and not self._words.editions.isdisjoint(before[-1:]) and after.lstrip()[:1].isupper():
            return True
        return any(word in self._words.occasions for word in _WORD.findall(after.casefold())[:_HEAD])

    def _beside(self, clause: Clause, e: DateExpression) -> bool:
        """Whether it stands right beside or in the cue, or opens the sentence."""
        if e.span.start >= clause.end:
            return not _WORD.search(clause.between(clause.end, e.span.start))
        if e.span.end > clause.start or not _WORD.search(clause.between(e.span.end, clause.start)):
            return True
        opens = any(piece.start == e.span.start for piece in clause.pieces)
        return opens and self._text[e.span.end : e.span.end + 1] == ","

    def _dated(self, source: Span, e: DateExpression) -> bool:
        """Whether a source ends in its own date: "a report of 4 May"."""
        *_, noun, leads = ("", "", *_WORD.findall(self._text[source.start : e.span.start].casefold()))
        return leads in self._words.dating and noun in self._words.issued

    def _issued(self, before: str) -> bool:
        """Whether the time in a source is that of what is said in it: "a report published on Monday"."""
        words = _WORD.findall(before.casefold())
        if any(word in self._words.issued for word in words[-_NEAR:]):
            return True
        met = {number for number, word in enumerate(words) if word in self._words.appearing}
        who = {number for number, word in enumerate(words) if word in self._people.relatives}
        return bool(met and who) and max(met) > max(who) and not self._opens(" ".join(words[max(who) + 1 :]))

    def _behind(self, a: Attribution, clause: Clause, e: DateExpression) -> bool:
        if self._others(a, clause.end, e.span.start):
            return False
        between = clause.between(clause.end, e.span.start)
        *parts, last = _BREAK.split(between)
        if parts and not (_HIDDEN in last or self._heads.match(last)):
            return False
        if any(word in self._words.joiners for word in _WORD.findall(between.casefold())[-1:]):
            return False
        return ";" not in between and not self._opens(between)

    def _before(self, a: Attribution, clause: Clause, e: DateExpression) -> bool:
        source = clause.source if clause.source and clause.source.start < clause.start else None
        start = next(piece.start for piece in clause.pieces if piece.covers(e.span))
        if source is not None and source.end <= e.span.start:
            return self._of_subject(a, clause, e, max(start, source.end))
        if not a.source and self._second(clause.between(e.span.end, clause.start)):
            last = _BREAK.split(clause.between(start, e.span.start))[-1]
            return not self._opens(last) and not self._held(a)
        if not a.source and self._dependent.match(a.cue[0].of(self._text)):
            return self._of_subject(a, clause, e, start)
        if source is not None and source.of(self._text).casefold() in self._people.relatives:
            through = clause.between(e.span.end, source.start)
            acts = not self._words.agents.isdisjoint(_WORD.findall(through.casefold())) and not self._opens(through)
            return acts and not self._held(a)
        lead = clause.between(start, e.span.start).rpartition(";")[2]
        between = clause.between(e.span.end, clause.start)
        when = re.match(r",?\s(\w+)\s", between)
        if when and when[1] in self._words.when:
            return True
        *parts, last = _BREAK.split(lead)
        joins = parts and any(word in self._words.joiners for word in _WORD.findall(last.casefold())[:1])
        if not (joins or self._heads.match(lead)) or self._opens(last):
            return False
        until = source.start if source else clause.start
        joined = _WORD.findall(clause.between(e.span.end, until).casefold())[-1:]
        if (source and joined and joined[0] in self._words.joiners) or self._others(a, e.span.end, clause.start):
            return False
        between = self._without_asides(between)
        return ";" not in between and not self._opens(between)

    def _of_subject(self, a: Attribution, clause: Clause, e: DateExpression, start: int) -> bool:
        """Whether the time stands between the subject and its cue, in no clause of its own."""
        between = self._without_asides(clause.between(e.span.end, clause.start))
        before = _BREAK.split(clause.between(start, e.span.start))[-1]
        if self._second(between) and self._held(a):
            return False
        if self._opens(before) and not self._issued(before):
            return False
        return ";" not in between and not self._opens(between)

    def _second(self, between: str) -> bool:
        """Whether what stands between a time and a cue joins a second verb to the one whose time it is."""
        return between.rpartition(",")[2].strip().casefold() in self._people.conjunctions and ";" not in between

    def _held(self, a: Attribution) -> bool:
        """Whether the cue says what is held, not what was said on some occasion."""
        return bool(words_of(self._text, a.cue) & self._words.standing)

    def _without_asides(self, between: str) -> str:
        """``between`` without clauses between commas: "On Monday, after she had left, ..."."""
        *parts, last = between.split(",")
        kept = [part for part in parts if not set(_WORD.findall(part.casefold())) & self._words.asides]
        return ",".join([*kept, last])

    def _opens(self, words: str) -> bool:
        """Whether a clause opens in ``words``: "after she left", but not "after the meeting" or "while visiting"."""
        found = _WORD.findall(words.casefold())
        for number, word in enumerate(found):
            if word not in self._words.openers:
                continue
            rest = found[number + 1 :]
            if word in self._people.relatives or not (
                (rest and self._participle.fullmatch(rest[0])) or self._occasion(word, rest)
            ):
                return True
        return False

    def _occasion(self, opener: str, rest: Sequence[str]) -> bool:
        """Whether the clause tells of the occasion: "after the meeting", "when we met"."""
        met = opener in self._words.when and any(word in self._words.appearing for word in rest)
        return met or (opener in self._words.asides and any(word in self._words.occasions for word in rest))

    def _others(self, a: Attribution, start: int, end: int) -> bool:
        """Whether somebody else's cue stands between ``start`` and ``end``."""
        return any(
            start <= span.start < end
            for other in self._touching.get(self._layout.sentence(start), ())
            if other.source and other.source != a.source and self._parents[other.id] == self._parents[a.id]
            for span in other.cue
        )


def words_of(text: str, spans: Sequence[Span]) -> set[str]:
    """The words of ``spans``, in lower case."""
    return {word for span in spans for word in _WORD.findall(span.of(text).casefold())}


def _by_sentence(layout: Layout, placed: Iterable[tuple[Span, _T]]) -> dict[int, list[_T]]:
    """What touches each sentence, by its number."""
    out: dict[int, list[_T]] = {}
    for span, what in placed:
        for number in range(layout.sentence(span.start), layout.sentence(span.end - 1) + 1):
            row = out.setdefault(number, [])
            if not row or row[-1] is not what:
                row.append(what)
    return out


def _cut(spans: Sequence[Span], sentence: Span) -> Iterator[Span]:
    for span in spans:
        if span.overlaps(sentence):
            yield Span(max(span.start, sentence.start), min(span.end, sentence.end))
