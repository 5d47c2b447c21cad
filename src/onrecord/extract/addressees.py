"""To whom each statement was addressed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.frames import Frames, noun_phrase
from onrecord.extract.layout import Layout
from onrecord.extract.outings import outings_of
from onrecord.extract.tokens import Token, tokens
from onrecord.model.attribution import Addressee, Attribution
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]

#: How far into a content the object of its cue may reach, and what follows it, in characters.
_OBJECT = 200
#: How many words behind who is told may stand before what they are told ("staff at a meeting in May to ...").
_ADJUNCT = 8


def addressees(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their addressees; which actors these are is not told here."""
    return _Addressees(layout, statements).filled()


class _Addressees:
    def __init__(self, layout: Layout, statements: Statements) -> None:
        self._layout = layout
        self._text = layout.text
        self._statements = statements
        self._frames = Frames(layout, statements)
        self._words = layout.language.address
        self._phrases = layout.language.phrases

    def filled(self) -> Statements:
        found = [list(self._of(n)) for n in range(len(self._statements))]
        for number, span in self._adjuncts():
            if not found[number] and not self._covered(number, span):
                found[number].append(span)
        return tuple(
            replace(s, addressees=tuple(Addressee(span, "") for span in spans))
            for s, spans in zip(self._statements, found, strict=True)
        )

    def _covered(self, number: int, span: Span) -> bool:
        return any(span.overlaps(s) for s in self._statements[number].source)

    def _of(self, number: int) -> Iterator[Span]:
        """Whom the cue itself says: its object, or the subject of its passive."""
        statement = self._statements[number]
        if not statement.cue:
            return
        cue = [t for span in statement.cue for t in tokens(self._text, span.start, span.end)]
        if not cue:
            return
        direct = next((i for i in range(len(cue) - 1, -1, -1) if cue[i].low in self._words.direct), None)
        span = None
        if direct is not None and self._passive(cue, direct):
            span = self._subject(number)
        elif direct == 0 and self._reduced(number, cue[direct]):
            span = statement.source[-1]
        elif cue[-1].low in self._words.hearing:
            span = self._hearing(number)
        elif cue[-1].low in self._words.known_by and statement.source:
            span = self._let_know(number)
        elif direct == 0 and self._participle(number, cue[direct]):
            span = self._asked(number)
        else:
            span = self._object(number, cue, direct is not None)
        if span is not None:
            yield span

    def _passive(self, cue: Sequence[Token], verb: int) -> bool:
        if cue[verb].low not in self._words.participles:
            return False
        return any(t.low in self._words.be for t in cue[:verb])

    def _hearing(self, number: int) -> Span | None:
        """The court or committee that heard what was said ("..., the inquest heard")."""
        span = self._subject(number)
        row = tokens(self._text, span.start, span.end) if span else []
        return span if any(t.low.removesuffix("s") in self._layout.language.channels.told for t in row) else None

    def _let_know(self, number: int) -> Span | None:
        """Who is let know something, which may be taken for the one who knows."""
        source = self._statements[number].source[-1]
        before = self._text[: source.start].rsplit(None, 1)
        return source if before and before[-1].lower() in self._words.letting else None

    def _participle(self, number: int, verb: Token) -> bool:
        """Whether the cue is a participle that opens a clause ("Asked whether ..., she said")."""
        statement = self._statements[number]
        if verb.low not in self._words.participles or any(s.start < verb.start for s in statement.source):
            return False
        before = [t for t in self._frames.head(number) if t.end <= verb.start]
        opens = not before or not before[-1].word[0].isalnum() or before[-1].low in self._words.before_participle
        between = self._text[verb.end : statement.source[0].start].split() if statement.source else []
        return opens and (not statement.source or self._words.by in between)

    def _reduced(self, number: int, verb: Token) -> bool:
        """Whether the cue is a participle about the source before it, where no auxiliary stands: "Hronec, asked
        whether ..., replied", and in headlines "Thousands told to leave"."""
        statement = self._statements[number]
        if verb.low not in self._words.participles or not statement.source or not statement.content:
            return False
        source, content = statement.source[-1], statement.content[0]
        if source.end > verb.start or content.start < verb.end or self._text[verb.end : content.start].strip():
            return False
        between = self._text[source.end - 1 : verb.start]
        if not between[1:].strip(", ") and "," in between:
            peers = self._frames.peers(number)
            return any(self._frames.anchors[n].start > content.end for n in peers)
        first = next(iter(tokens(self._text, content.start, content.end)), None)
        if between[1:].strip() or first is None or verb.low not in self._words.bound:
            return False
        return first.low in self._words.infinitives

    def _subject(self, number: int) -> Span | None:
        """The subject of a passive: what stands before its cue, back to a mark or the word that opens the clause."""
        statement = self._statements[number]
        cue = statement.cue[0]
        before = [s for s in statement.source if s.end <= cue.start]
        if before:
            return before[-1]
        row = self._frames.head(number)
        start = len(row)
        while start and self._part_of_subject(row[start - 1]):
            start -= 1
        while start < len(row) and (row[start].low in self._phrases.joins or row[start].low in self._phrases.adverbs):
            start += 1
        if start == len(row):
            return self._before_comma(row)
        return Span(row[start].start, row[-1].end)

    def _before_comma(self, row: Sequence[Token]) -> Span | None:
        """The subject with an apposition: "Hronec, a retired officer, was asked"."""
        if not row or row[-1].word != ",":
            return None
        opening = next((i for i in range(len(row) - 2, -1, -1) if row[i].word == ","), None)
        if not opening:
            return None
        start = opening
        while start and self._part_of_subject(row[start - 1]):
            start -= 1
        return Span(row[start].start, row[-2].end) if start < opening else None

    def _part_of_subject(self, token: Token) -> bool:
        if not token.word[0].isalnum():
            return False
        return token.low not in self._words.clause_openers

    def _asked(self, number: int) -> Span | None:
        """Whom a participle is about: the source of the next statement of the sentence, else the subject after the
        comma that ends the participle's clause."""
        peers = self._frames.peers(number)
        at = peers.index(number)
        for other in (*peers[at + 1 :], *reversed(peers[:at])):
            source = self._statements[other].source
            if source and source != self._statements[number].source:
                return source[0]
        end = max(c.end for c in self._statements[number].content)
        sentence = self._layout.sentences[self._frames.sentences[number]]
        row = tokens(self._text, min(end, sentence.end), sentence.end)
        if len(row) > 1 and row[0].word == ",":
            first = row[1]
            if first.low in self._phrases.subjects:
                return Span(first.start, first.end)
            if first.low in self._phrases.determiners and len(row) > 2:
                return Span(first.start, row[2].end)
            if first.capital:
                last = next((t for t in row[1:] if not t.capital), None)
                return Span(first.start, max(t.end for t in row[1:] if last is None or t.start < last.start))
        return None

    def _object(self, number: int, cue: Sequence[Token], direct: bool) -> Span | None:
        """What stands behind the cue, or between its parts: an object, or what "to" leads to."""
        statement = self._statements[number]
        stretches = [(cue[i].end, cue[-1].end) for i in self._verbs(cue) if i + 1 < len(cue)]
        stretches += [(a.end, b.start) for a, b in pairwise(statement.cue)]
        stretches.append(self._frames.tail(number))
        if not cue[0].word[0].isalnum():  # "Sources to X: ..."
            stretches += [(s.end, cue[0].start) for s in statement.source if s.end < cue[0].start]
        to = any(t.low in self._words.to for t in cue) or not cue[0].word[0].isalnum()
        loose = any(t.low in self._words.loose for t in cue)
        particles = {p for t in cue for p in self._words.particles.get(t.low, ())}
        taken = any(t.low in particles for t in cue)
        for start, end in stretches:
            row = self._without_adverbs(tokens(self._text, start, end))
            if not row:
                continue
            span = None
            if row[0].low in particles:
                span = noun_phrase(self._text, row, 1, self._phrases)
            elif direct or taken:
                span = noun_phrase(self._text, row, 0, self._phrases)
                span = span if span and (not loose or self._person(span)) else None
            if span is None and to and row[0].low == self._phrases.to:
                span = noun_phrase(self._text, row, 1, self._phrases)
                span = span if span and (not loose or self._person(span)) else None
            if span is not None:
                return span
        taken = taken or (to and cue[-1].low == self._phrases.to)
        return self._in_content(number, direct or taken, to, loose)

    def _verbs(self, cue: Sequence[Token]) -> Iterator[int]:
        """The verbs of a cue that whom they say may follow within it ("wrote to him only this:")."""
        for i, token in enumerate(cue):
            if token.low in self._words.direct or token.low in self._words.to or token.low in self._words.particles:
                yield i

    def _without_adverbs(self, row: Sequence[Token]) -> Sequence[Token]:
        """The words after adverbs and times ("on Monday", "again")."""
        at = 0
        while at < len(row):
            token = row[at]
            timed = at + 1 < len(row) and row[at + 1].low in self._phrases.times
            adverb = (
                token.low.endswith(self._words.adverb_ending) and not token.capital and token.low not in self._words.to
            )
            if token.low in self._phrases.adverbs or token.low in self._phrases.times or adverb:
                at += 1
            elif (token.low in self._words.time_leads and timed) or self._relative_time(row, at):
                at += 2
            else:
                break
        return row[at:]

    def _relative_time(self, row: Sequence[Token], at: int) -> bool:
        """Whether "last week" or "this year" stands there."""
        opens = row[at].low in self._phrases.relative_times or row[at].low in self._phrases.determiners
        return opens and at + 1 < len(row) and row[at + 1].low in self._phrases.periods

    def _person(self, span: Span) -> bool:
        """Whether a phrase is about somebody who can be spoken to."""
        row = tokens(self._text, span.start, span.end)
        listed = {w for t in row for w in (t.low, t.low.removesuffix("s"))}
        return any(t.capital for t in row) or bool(listed & (self._words.people | self._phrases.objects))

    def _in_content(self, number: int, direct: bool, to: bool, loose: bool) -> Span | None:
        """The one who is spoken to where the content opens with them ("ordered them back to work", "urged Oslo to
        wait", "said to me")."""
        statement = self._statements[number]
        content = next((c for c in statement.content if c.start >= statement.cue[-1].end), None)
        if content is None or self._text[statement.cue[-1].end : content.start].strip():
            return None
        row = tokens(self._text, content.start, min(content.end, content.start + _OBJECT))
        begins = self._frames.begins - {content.start}
        if to and len(row) > 1 and row[0].low == self._phrases.to:
            span = noun_phrase(self._text, row, 1, self._phrases, apposed=False, begins=begins)
            named = row[1].capital or row[1].low in self._phrases.determiners | self._phrases.objects
            return span if span and named and (not loose or self._person(span)) else None
        if not direct:
            return None
        for apposed in (False, True):
            span = noun_phrase(self._text, row, 0, self._phrases, apposed=apposed, begins=begins)
            rest = [t for t in row if span and t.start >= span.end]
            if span and self._told_something(span, rest[apposed and bool(rest) and rest[0].word == "," :]):
                return span
        if len(row) > 1 and row[0].low in self._words.clear_objects and not row[1].low.endswith(self._words.ed):
            return Span(row[0].start, row[0].end)
        return None

    def _told_something(self, span: Span, rest: Sequence[Token]) -> bool:
        """Whether ``rest`` is what the phrase before it is told: a clause, right behind it or behind a few words of
        another phrase, or a thing."""
        rest = self._without_adverbs(rest)
        if rest and not rest[0].word.isalnum():
            rest = rest[1:] if rest[0].word not in ",.;:" else []
        person = self._person(span)
        if not rest or not (person or self._whole(span)):
            return False
        if _stem(rest[0]) in self._words.after_object:
            return True
        if person and (rest[0].low in self._words.about | self._phrases.determiners or rest[0].word[0].isdigit()):
            return True
        if rest[0].low not in self._words.inner:
            return rest[0].capital and self._text[span.start : span.end].lower() in self._phrases.objects
        for token in rest[1 : 1 + _ADJUNCT]:
            if _stem(token) in self._words.after_object and _stem(token) not in self._phrases.subjects:
                return True
            if not token.word[0].isalnum():
                break
        return False

    def _receives(self, span: Span) -> bool:
        """Whether what follows "to" is somebody, and no thing or infinitive ("a reply to questions", "in a letter to
        resign")."""
        row = tokens(self._text, span.start, span.end)
        if not any(t.low in self._words.things for t in row):
            return row[0].low in self._phrases.determiners or not row[0].word[0].isalnum() or self._person(span)
        return False

    def _whole(self, span: Span) -> bool:
        """Whether a phrase is about something known, or all of some: "the gallery", "both sides"."""
        row = tokens(self._text, span.start, span.end)
        return row[0].low in self._words.known

    def _adjuncts(self) -> Iterator[tuple[int, Span]]:
        """Whom the words around a statement say: "speaking to reporters", "in a letter to the council"."""
        for row in self._layout.rows:
            for at in range(len(row)):
                opens = self._words.speaking.get(row[at].low)
                if opens is None or (opens and (at + 1 == len(row) or row[at + 1].low != opens)):
                    continue
                span = noun_phrase(self._text, row, at + 1 + bool(opens), self._phrases, begins=self._frames.begins)
                owner = self._frames.owner(Span(row[at].start, row[at].end))
                if span is not None and owner is not None:
                    yield owner, span
        for outing in outings_of(self._frames):
            within = outing.opens
            owner = self._frames.owner(outing.span) if within is None else self._frames.first_after(within)
            if outing.to is not None and owner is not None and self._receives(outing.to):
                yield owner, outing.to


def _stem(token: Token) -> str:
    """A word without what is joined to it by an apostrophe ("there'd")."""
    return token.low.replace("’", "'").partition("'")[0]
