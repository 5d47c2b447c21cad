"""Flags: what a careful reader would want to be told. Few, and each with the characters that show it."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from onrecord.encoder.words import WORD
from onrecord.extract.dates import calendar_of, date_expressions
from onrecord.extract.layout import Layout
from onrecord.model.actor import Actor, Mention
from onrecord.model.attribution import Attribution
from onrecord.model.ledger import Flag
from onrecord.model.report import SPOKEN, Report
from onrecord.model.span import Span, SpanIndex

Statements = tuple[Attribution, ...]

#: One speaker behind so many of the words that are attributed, in a report of at least so many statements.
_SHARE, _STATEMENTS = 0.8, 6
#: Words that a sentence of the outlet's own must share with a content, and their share of the sentence's.
_SHARED, _OVERLAP = 6, 0.7
#: Shorter words say little of what a sentence is about.
_LONG = 4


def flags(
    layout: Layout, statements: Statements, actors: tuple[Actor, ...], mentions: tuple[Mention, ...]
) -> tuple[Flag, ...]:
    """All flags of a report, in text order."""
    found = [
        *_unclosed(layout),
        *_two_dates(layout, statements),
        *_one_voice(layout, statements, actors),
        *_unanswered(statements, actors, mentions),
        *_own_voice(layout, statements),
    ]
    return tuple(sorted(found, key=lambda flag: (flag.spans, flag.kind)))


def not_analysed(report: Report) -> Flag:
    """The flag of a report in a language that is not analysed; its evidence is the first spoken block."""
    spoken = [block.span for block in report.blocks if block.kind in SPOKEN]
    return Flag("language_not_analysed", f"the language ({report.language}) is not analysed", tuple(spoken[:1]))


def _unclosed(layout: Layout) -> Iterator[Flag]:
    """Quotation marks that never close, unless the next paragraph goes on with the same mark: a quotation
    over several paragraphs opens anew on each and closes on the last."""
    for quotation in layout.quotations:
        if quotation.closed:
            continue
        following = layout.paragraphs[layout.paragraph(quotation.start) + 1 :][:1]
        if following and following[0].of(layout.text)[:1] == quotation.mark:
            continue
        yield Flag(
            "unclosed_quotation",
            "a quotation mark never closes",
            (Span(quotation.start, quotation.start + 1),),
        )


def _two_dates(layout: Layout, statements: Statements) -> Iterator[Flag]:
    """Sentences that give two different dates for what is said in them, both outside what was said."""
    calendar = calendar_of(layout.report, layout.language)
    contents = _contents(statements)
    dated = SpanIndex((span, a) for a in statements if a.said_at is not None for span in a.cue)
    for sentence in layout.sentences:
        if not any(sentence.covers(span) for span, _ in dated.overlapping(sentence)):
            continue
        said = [
            e.when for e in date_expressions(layout.text, sentence, calendar) if not any(contents.overlapping(e.span))
        ]
        # Words that cannot be dated ("recently") contradict nothing; weekdays do, even where their dates are not known.
        days = {
            when.date or when.span.of(layout.text).lower(): when for when in said if when.date or calendar.today is None
        }
        if len(days) > 1:
            spans = tuple(when.span for when in days.values())
            shown = " and ".join(f"“{span.of(layout.text)}”" for span in spans)
            yield Flag("two_dates", f"two dates for what is said in one sentence: {shown}", spans)


def _one_voice(layout: Layout, statements: Statements, actors: tuple[Actor, ...]) -> Iterator[Flag]:
    """One speaker behind nearly everything that is attributed."""
    outer = [a for a in statements if not a.parent and a.act != "think"]
    words: Counter[str] = Counter()
    for a in outer:
        words["+".join(a.speakers)] += sum(1 for s in a.content for _ in WORD.finditer(layout.text, s.start, s.end))
    if len(outer) < _STATEMENTS:
        return
    speaker, most = words.most_common(1)[0]
    label = next((actor.label for actor in actors if actor.id == speaker), "")
    if label and most >= _SHARE * words.total():
        spans = tuple(span for a in outer if a.speakers == (speaker,) for span in a.source)
        share = round(100 * most / words.total())
        yield Flag("one_voice", f"{label} is the speaker of {share} % of the words that are attributed", spans[:1])


def _unanswered(statements: Statements, actors: tuple[Actor, ...], mentions: tuple[Mention, ...]) -> Iterator[Flag]:
    """Accusations against somebody who has no word in this text."""
    speaking = {speaker for a in statements for speaker in (*a.speakers, *a.candidates)}
    label = {actor.id: actor.label for actor in actors if actor.name}
    told: set[str] = set()
    for a in statements:
        accused = _accused(a, mentions) if a.act == "accuse" else None
        if accused is None or accused.actor not in label or accused.actor in speaking | told:
            continue
        told.add(accused.actor)
        message = f"no answer from {label[accused.actor]} to this accusation in this text"
        yield Flag("unanswered_accusation", message, (*a.cue, accused.span))


def _accused(a: Attribution, mentions: tuple[Mention, ...]) -> Mention | None:
    """Who the accusation is against: the first named one in it, right at its beginning."""
    start = a.content[0].start
    inside = [m for m in mentions if m.form == "name" and a.content[0].covers(m.span) and m.actor not in a.speakers]
    first = min(inside, key=lambda m: m.span, default=None)
    return first if first is not None and first.span.start - start <= 12 else None


def _own_voice(layout: Layout, statements: Statements) -> Iterator[Flag]:
    """Sentences in the outlet's own voice that say what is attributed to somebody elsewhere in the report."""
    contents = _contents(statements)
    said = [(a, frozenset(w for s in a.content for w in _long_words(layout.text, s))) for a in statements if a.cue]
    with_word: defaultdict[str, list[int]] = defaultdict(list)
    for n, (_, words) in enumerate(said):
        for word in words:
            with_word[word].append(n)
    for sentence in layout.sentences:
        if any(contents.overlapping(sentence)):
            continue
        own = frozenset(_long_words(layout.text, sentence))
        shared = Counter(n for word in own for n in with_word.get(word, ()))
        for n in sorted(n for n, count in shared.items() if count >= _SHARED):
            a, words = said[n]
            if shared[n] >= _OVERLAP * min(len(own), len(words)):
                message = "said in the outlet's own voice, and attributed elsewhere in the report"
                yield Flag("own_voice", message, (sentence, *a.content))
                break


def _contents(statements: Statements) -> SpanIndex[Attribution]:
    return SpanIndex((span, a) for a in statements for span in a.content)


def _long_words(text: str, span: Span) -> Iterator[str]:
    return (m.group().lower() for m in WORD.finditer(text, span.start, span.end) if len(m.group()) >= _LONG)
