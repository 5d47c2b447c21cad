"""A statement's frame: its sentence without what is said in it; and the noun phrases that stand there."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from onrecord.extract.layout import Layout
from onrecord.extract.tokens import Token, tokens
from onrecord.languages.base import PhraseWords
from onrecord.model.attribution import Attribution
from onrecord.model.span import Span, SpanIndex

_MARKS = frozenset("“”\"„«»‘’'")
#: No noun phrase, without its apposition, has more words and marks.
LONGEST = 24
#: How far from a cue, or back from some words, anything is looked for, in characters.
_REACH = 600


def noun_phrase(
    text: str,
    row: Sequence[Token],
    first: int,
    words: PhraseWords,
    *,
    apposed: bool = True,
    begins: AbstractSet[int] = frozenset(),
) -> Span | None:
    """The noun phrase that begins at ``row[first]``, as far as closed classes of words show it; None where none does.

    It takes in an "of" and what follows, and, where ``apposed``, an apposition between commas; it does not go on into
    another phrase that is known to begin at one of the offsets in ``begins``.
    """
    if first >= len(row) or not _opens(row[first], words):
        return None
    if row[first].low in words.objects and not _possessive(row, first, words):
        return Span(row[first].start, row[first].end)
    at = first + 1
    while at < min(len(row), first + LONGEST) and row[at].start not in begins and _goes_on(text, row, first, at, words):
        at += 1
    while at - 1 > first and row[at - 1].low in words.joins:
        at -= 1
    if at == first + 1 and row[first].low in words.determiners and row[first].low not in words.alone:
        return None
    if apposed:
        at = _apposition(row, at, words)
    return Span(row[first].start, row[at - 1].end)


def _opens(token: Token, words: PhraseWords) -> bool:
    if not token.word[0].isalnum():
        return token.word in _MARKS
    closed = token.low in words.stops or token.low in words.adverbs or token.low in words.subjects
    return token.low in words.objects or not (closed or token.low in words.times or token.low in words.joins)


def _possessive(row: Sequence[Token], at: int, words: PhraseWords) -> bool:
    """Whether a word that is an object or a possessive ("her") is followed by what is possessed."""
    if row[at].low not in words.determiners or at + 1 == len(row):
        return False
    return _plain(row[at + 1], words)


def _goes_on(text: str, row: Sequence[Token], first: int, at: int, words: PhraseWords) -> bool:
    before, token = row[at - 1], row[at]
    if not token.word[0].isalnum():
        return _mark_goes_on(text, row, first, at)
    if token.low in words.joins and at + 1 < len(row):
        after = row[at + 1]
        return after.capital or after.low in words.determiners or token.low == words.genitive
    if token.low in words.determiners:
        return before.low in words.joins or before.low in words.determiners
    if token.capital and before.capital and token.low in words.name_like:
        return True
    if token.low in words.subjects or token.low in words.stops or token.low in words.adverbs:
        return False
    if token.low in words.times:
        return before.low in words.determiners and at + 1 < len(row) and _plain(row[at + 1], words)
    if token.low in words.participles and before.low not in words.determiners:
        if at + 1 == len(row) or not row[at + 1].word[0].isalnum():
            return False
        return row[at + 1].low not in words.stops and row[at + 1].low not in words.times
    if token.low in words.relative_times and at + 1 < len(row):
        return row[at + 1].low not in words.periods
    return True


def _plain(token: Token, words: PhraseWords) -> bool:
    """Whether a word is of no closed class."""
    closed = (words.stops, words.adverbs, words.times, words.determiners, words.joins, words.subjects, words.objects)
    return token.word[0].isalpha() and not any(token.low in group for group in closed)


def _mark_goes_on(text: str, row: Sequence[Token], first: int, at: int) -> bool:
    """The apostrophe of a plural, or quotation marks around a name."""
    before, token = row[at - 1], row[at]
    if token.word not in _MARKS:
        return False
    if token.start == before.end and row[first].word in _MARKS:
        return True
    if token.start == before.end:
        return text[token.end : token.end + 1].isspace() or before.word in _MARKS
    return at + 1 < len(row) and row[at + 1].capital and row[at + 1].start == token.end


def _apposition(row: Sequence[Token], at: int, words: PhraseWords) -> int:
    """Where the phrase ends that ends before ``row[at]``, with an apposition or relative clause closed by a comma."""
    if at + 1 >= len(row) or row[at].word != ",":
        return at
    if row[at + 1].low not in words.determiners and row[at + 1].low not in words.relatives:
        return _named(row, at)
    for end in range(at + 2, min(len(row), at + LONGEST)):
        if row[end].word == ",":
            return end
        if row[end].word in _MARKS and row[end].word != "’":
            break
    return at


def _named(row: Sequence[Token], at: int) -> int:
    """The same for a name between commas: "a local station, Radio X, ..."."""
    end = at + 1
    while end < min(len(row), at + LONGEST) and row[end].capital:
        end += 1
    return end if end > at + 1 and end < len(row) and row[end].word == "," else at


class Frames:
    """Which statement the words around the contents belong to.

    ``homes`` has for each statement the number of the smallest other one whose content holds its cue, or None;
    ``sentences`` the number of its cue's sentence; ``by_sentence`` the statements of each, in the order of their cues.
    """

    def __init__(self, layout: Layout, statements: Sequence[Attribution]) -> None:
        self.layout = layout
        self.statements = statements
        self._sizes = [sum(s.end - s.start for s in statement.content) for statement in statements]
        self.anchors = [(s.cue or s.source or s.content)[0] for s in statements]
        self.sentences = [layout.sentence(anchor.start) for anchor in self.anchors]
        self.by_sentence: dict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            self.by_sentence[sentence].append(number)
        for numbers in self.by_sentence.values():
            numbers.sort(key=lambda n: self.anchors[n])
        self._contents = SpanIndex((c, n) for n, s in enumerate(statements) for c in s.content)
        #: Where the phrases of statements begin.
        self.begins = frozenset(p.start for s in statements for p in (*s.source, *s.cue, *s.content))
        self.homes = [self._home(n) for n in range(len(statements))]

    def _home(self, number: int) -> int | None:
        size = self._sizes[number] if not self.statements[number].cue else 0
        return self.enclosing(self.anchors[number], larger_than=size, without=number)

    def enclosing(self, span: Span, larger_than: int = 0, without: int = -1) -> int | None:
        """The smallest statement whose content covers ``span``."""
        around = [
            (self._sizes[n], n)
            for content, n in self._contents.overlapping(span)
            if content.covers(span) and n != without and self._sizes[n] > larger_than
        ]
        return min(around)[1] if around else None

    def peers(self, number: int) -> list[int]:
        """The statements with a cue in the same sentence and at the same level, in the order of their cues."""
        home = self.homes[number]
        return [n for n in self.by_sentence[self.sentences[number]] if self.homes[n] == home]

    def at(self, span: Span) -> list[int]:
        """The statements in whose sentence, and at whose level, ``span`` stands, in the order of their cues."""
        numbers = self.by_sentence.get(self.layout.sentence(span.start), [])
        home = self.enclosing(span) if numbers else None
        return [n for n in numbers if self.homes[n] == home and self.statements[n].cue]

    def owner(self, span: Span) -> int | None:
        """The statement to whose frame words at ``span`` belong: the one whose cue stands before them in the same
        clause, else the first one after; None for what stands in a source."""
        near = self.at(span)
        if any(source.covers(span) for n in near for source in self.statements[n].source):
            return None
        before = [n for n in near if self.anchors[n].start < span.start]
        after = [n for n in near if self.anchors[n].start >= span.start]
        if before and not self._apart(before[-1], span, bool(after)):
            return before[-1]
        return after[0] if after else None

    def first_after(self, offset: int) -> int | None:
        """The first statement whose cue stands behind ``offset``, of those at the level and in the sentence there."""
        near = self.at(Span(offset, offset + 1))
        return next((n for n in near if self.anchors[n].start >= offset), None)

    def _apart(self, number: int, span: Span, followed: bool) -> bool:
        """Whether a clause ends between the statement's cue and ``span``: at a verb of speaking, or, where another
        cue follows, at a conjunction."""
        text, words, verbs = self.layout.text, self.layout.language.phrases, self.layout.language.address
        statement = self.statements[number]
        row = [
            token
            for token in tokens(text, max(self.anchors[number].end, span.start - _REACH), span.start)
            if not any(c.start <= token.start < c.end for c in statement.content)
        ]
        pairs = list(pairwise(row))
        if any(a.word == "," and b.low in verbs.finite for a, b in pairs):
            return True
        joined = any(b.low in words.clauses and a.word == "," for a, b in pairs)
        last = len(row) > 1 and any(t.low in words.clauses for t in row[-2:])
        return followed and (joined or last or any(t.word == ";" for t in row))

    def tail(self, number: int) -> tuple[int, int]:
        """The stretch behind the cue in which its objects stand: up to the content, the source, the next cue of the
        same level, or the end of the sentence."""
        statement = self.statements[number]
        start = statement.cue[-1].end
        sentence = self.layout.sentences[self.sentences[number]]
        ends = [sentence.end]
        others = [self.statements[n] for n in self.peers(number) if n != number]
        for span in (*statement.content, *statement.source, *(s for o in others for s in (*o.cue, *o.source))):
            if span.start >= start:
                ends.append(span.start)
        home = self.homes[number]
        if home is not None:
            ends += [c.end for c in self.statements[home].content if c.start <= start <= c.end]
        return start, max(start, min(*ends, start + _REACH))

    def head(self, number: int) -> list[Token]:
        """The words of its sentence before a statement's cue, or the nearest of them."""
        sentence, cue = self.layout.sentences[self.sentences[number]], self.anchors[number].start
        return tokens(self.layout.text, max(sentence.start, cue - _REACH), cue)
