"""Words from which the outlet keeps its distance: scare quotes, what he called, so-called, alleged."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from onrecord.encoder.quotations import Quotation
from onrecord.extract.layout import Layout
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
    spoken = [span for s in statements if s.kind == "direct" for span in s.content]
    for quotation in layout.quotations:
        span = Span(quotation.start, quotation.end)
        words = _WORD.findall(span.of(layout.text))
        if not quotation.closed or not 0 < len(words) <= _SCARE_WORDS:
            continue
        if any(content.overlaps(span) for content in spoken) and _sentence(layout.text, quotation):
            continue
        clause = {words[0].lower(), words[-1].lower()} & layout.language.distance.clauses
        if not (clause or _title(layout, quotation, words)):
            yield span


def _sentence(text: str, quotation: Quotation) -> bool:
    """Whether what is quoted is an utterance: it has a capital, or ends as a sentence or before "he said" does."""
    inner = text[quotation.start + 1 : quotation.end - 1].strip()
    return inner[:1].isupper() or inner[-1:] in _SENTENCE_ENDS


def _title(layout: Layout, quotation: Quotation, words: list[str]) -> bool:
    """Whether what is quoted is the name of a work or an outlet: it follows a word for one, or its words have capitals,
    which in a heading they may have anyway."""
    before = _words_before(layout, quotation.start, 1)
    if before and before[0] in layout.language.distance.works:
        return True
    heading = layout.blocks[layout.paragraph(quotation.start)].kind != "paragraph"
    return not heading and all(word[0].isupper() or word[0].isdigit() for word in words)


def _called(layout: Layout) -> Iterator[Span]:
    """The words after "what he called"."""
    words = layout.language.distance
    for sentence in layout.sentences:
        tokens = list(_WORD.finditer(layout.text, sentence.start, sentence.end))
        for n, token in enumerate(tokens):
            if token.group().lower() not in words.called_before or layout.quoted(token.start()):
                continue
            for after in tokens[n + 2 : n + 2 + _CALLER_WORDS]:
                if after.group().lower() in words.called:
                    span = _phrase(layout, after.end(), sentence.end, words.joined)
                    if span:
                        yield span
                    break


def _marked(layout: Layout, statements: Statements) -> Iterator[Span]:
    """ "so-called X" and "alleged X", the latter where "alleged" is no verb."""
    words = layout.language.distance
    cues = [span for s in statements for span in s.cue]
    for sentence in layout.sentences:
        for token in _WORD.finditer(layout.text, sentence.start, sentence.end):
            word = token.group().lower()
            if word not in words.marks | words.marks_as_adjective or layout.quoted(token.start()):
                continue
            if word in words.marks_as_adjective and not _adjective(layout, token.start(), cues):
                continue
            span = _phrase(layout, token.end(), sentence.end, frozenset())
            if span:
                yield Span(token.start(), span.end)


def _adjective(layout: Layout, start: int, cues: list[Span]) -> bool:
    if any(cue.start <= start < cue.end for cue in cues):
        return False
    words = layout.language.distance
    before = _words_before(layout, start, 1)
    if not before:
        return True
    ends = before[0]
    return ends in words.openers or ends.replace("’", "'").endswith(("'s", "s'")) or layout.text[start - 1] in "'’"


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
