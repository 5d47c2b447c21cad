"""Words from which the outlet keeps its distance: scare quotes, what he called, so-called, alleged."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from onrecord.encoder.quotations import Quotation
from onrecord.extract.layout import Layout
from onrecord.extract.tokens import Token
from onrecord.languages.telling import DistanceWords
from onrecord.model.attribution import Attribution
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]

#: The most words in scare quotes; more are quoted for what they say.
_SCARE_WORDS = 3
#: The most words of a phrase without quotation marks that is called so, or alleged.
_PHRASE_WORDS = 6
#: The most words of "what the minister has called".
_CALLER_WORDS = 6
_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
#: What a word or an opening quotation mark may follow inside a phrase.
_GAP = re.compile(r"[ \t]*")
#: Ends of a quotation that is a sentence of somebody's, not a word of theirs.
_SENTENCE_ENDS = ",.!?…"


def distance(layout: Layout, statements: Statements) -> Statements:
    """``statements`` with their distanced words, each with the innermost statement that it stands in."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for span in sorted({*_scare_quotes(layout, statements), *_called(layout), *_marked(layout, statements)}):
        owner = _owner(layout, statements, span)
        if owner and not (found[owner.id] and found[owner.id][-1].overlaps(span)):
            found[owner.id].append(span)
    return tuple(replace(s, distanced=tuple(found[s.id])) for s in statements)


def _scare_quotes(layout: Layout, statements: Statements) -> Iterator[Span]:
    language = layout.language.distance
    for quotation in layout.quotations:
        span = Span(quotation.start, quotation.end)
        words = [word.lower() for word in _WORD.findall(span.of(layout.text))]
        if not quotation.closed or not words:
            continue
        if words[0] in language.marks:
            if len(words) <= _PHRASE_WORDS:
                yield span
            continue
        if len(words) > _SCARE_WORDS or _wording(layout.text, quotation, words, language):
            continue
        if not (_title(layout, quotation) or _uttered(layout, statements, span)):
            yield span


def _wording(text: str, quotation: Quotation, words: list[str], language: DistanceWords) -> bool:
    """Whether what is quoted is a piece of what somebody said, and no expression of theirs: it ends as a sentence or
    before "he said" does, begins or ends as a piece of a clause, is a verb with its object, says when or how many."""
    if text[quotation.start + 1 : quotation.end - 1].rstrip()[-1:] in _SENTENCE_ENDS:
        return True
    if words[0] in language.clauses or words[-1] in language.clauses or not language.moments.isdisjoint(words):
        return True
    return len(words) > 1 and (
        words[0] in language.quantities
        or not language.objects.isdisjoint(words[1:])
        or (words[0] not in language.stops and not language.determiners.isdisjoint(words[1:-1]))
    )


def _uttered(layout: Layout, statements: Statements, span: Span) -> bool:
    """Whether the quotation is all that somebody said, and has a capital as a sentence has."""
    if not layout.text[span.start + 1 : span.end].lstrip()[:1].isupper():
        return False
    return any(s.kind == "direct" and any(content.overlaps(span) for content in s.content) for s in statements)


def _title(layout: Layout, quotation: Quotation) -> bool:
    """Whether what is quoted is the name of a work or an outlet: it follows a word for one, or its words have capitals,
    which in a heading they may have anyway."""
    before = _words_before(layout, quotation.start, 1)
    if before and before[0] in layout.language.distance.works:
        return True
    heading = layout.blocks[layout.paragraph(quotation.start)].kind != "paragraph"
    words = _WORD.findall(layout.text, quotation.start, quotation.end)
    return not heading and all(word[0].isupper() or word[0].isdigit() for word in words)


def _called(layout: Layout) -> Iterator[Span]:
    """The words after "what he called"."""
    words = layout.language.distance
    for sentence, row in zip(layout.sentences, layout.rows, strict=True):
        for n, token in enumerate(row):
            if token.low not in words.called_before or layout.quoted(token.start):
                continue
            for after in row[n + 2 : n + 2 + _CALLER_WORDS]:
                if after.low in words.called:
                    span = _phrase(layout, after.end, sentence.end, words.joined)
                    if span:
                        yield span
                    break


def _marked(layout: Layout, statements: Statements) -> Iterator[Span]:
    """ "so-called X" and "alleged X", the latter where "alleged" is no verb."""
    words = layout.language.distance
    marks = words.marks | words.marks_as_adjective
    for sentence, row in zip(layout.sentences, layout.rows, strict=True):
        for n, token in enumerate(row):
            if token.low not in marks or layout.quoted(token.start):
                continue
            if token.low not in words.marks and not _adjective(layout, row, n, statements):
                continue
            span = _phrase(layout, token.end, sentence.end, frozenset())
            if span:
                yield Span(token.start, span.end)


def _adjective(layout: Layout, row: list[Token], n: int, statements: Statements) -> bool:
    words, start = layout.language.distance, row[n].start
    before = row[n - 1].low if n else ""
    if before in words.determiners:
        return True
    if any(cue.start <= start < cue.end for s in statements for cue in s.cue):
        return False
    return before in words.openers or not before or before.replace("’", "'").endswith(("'s", "s'", "'"))


def _words_before(layout: Layout, at: int, count: int) -> list[str]:
    """The last words before ``at`` in its sentence, in lower case."""
    low = max(layout.sentences[layout.sentence(at)].start, at - 80) if layout.sentences else at
    return [match.group().lower() for match in _WORD.finditer(layout.text, low, max(low, at))][-count:]


def _phrase(layout: Layout, at: int, end: int, joined: frozenset[str]) -> Span | None:
    """The quotation, or the noun phrase, that begins at ``at``; ``joined`` are words that it may go on with."""
    text, words = layout.text, layout.language.distance
    gap = _GAP.match(text, at, end)
    start = gap.end() if gap else at
    quotation = next((q for q in layout.quotations if q.start == start), None)
    if quotation:
        return Span(quotation.start, quotation.end) if quotation.closed else None
    last, nouns = start, 0
    for token in _WORD.finditer(text, start, end):
        word = token.group().lower()
        if text[last : token.start()].strip() or nouns == _PHRASE_WORDS:
            break
        if word in words.determiners and last == start:
            last = token.end() if joined else last
            if not joined:
                break
            continue
        if (word in words.stops and word not in joined) or (nouns and word.endswith("ed")):
            break
        last, nouns = token.end(), nouns + 1
    return Span(start, last) if nouns else None


def _owner(layout: Layout, statements: Statements, span: Span) -> Attribution | None:
    """The statement that the words belong to: the smallest that holds them, or the nearest in their sentence or their
    paragraph. Those of a heading belong to the first statement after it, if none stands there."""
    for roles in (("content",), ("source", "cue")):
        holding = [s for s in statements if any(r.covers(span) for role in roles for r in getattr(s, role))]
        if holding:
            return min(holding, key=lambda s: (sum(c.end - c.start for c in s.content), s.start))
    if not layout.sentences:
        return None
    sentence = layout.sentences[layout.sentence(span.start)]
    near = [s for s in statements if any(r.overlaps(sentence) for r in (*s.cue, *s.content))]
    if near:
        return min(near, key=lambda s: (min(abs(r.start - span.start) for r in (*s.cue, *s.content)), s.start))
    block = layout.blocks[layout.paragraph(span.start)]
    if block.kind == "paragraph":
        number = layout.paragraph(span.start)
        near = [s for s in statements if layout.paragraph(s.start) == number]
        return min(near, key=lambda s: abs(s.start - span.start), default=None)
    return min((s for s in statements if s.start >= span.end), key=lambda s: s.start, default=None)
