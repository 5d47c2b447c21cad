"""The anatomy of a report: which of its pieces are headline, caption, byline, dateline, text or credit.

A reader hands in the text and rough pieces, with the kinds that it knows from markup. Precision comes first:
what is not clearly something else is a paragraph, because words outside paragraphs may never be read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from onrecord.languages.base import Language
from onrecord.languages.en.english import ENGLISH
from onrecord.model.report import Block, BlockKind, Dateline
from onrecord.model.span import Span, trim
from onrecord.readers import byline
from onrecord.readers.dateline import find_dateline
from onrecord.readers.dates import iso_date
from onrecord.readers.transcript import find_turns

#: Lines longer than this are running text, whatever their first words.
_LONGEST_LINE = 400
_LONGEST_HEADLINE, _HEADLINE_WORDS = 200, 30
#: A first line that reads like a sentence is a headline if it is this short; leads have 20 words and more.
_TERSE_HEADLINE_WORDS = 16
_SUBHEADING_WORDS = 12
#: The photographer and agency at the end of a caption.
_CAPTION_ENDING = 120
#: How many pieces after the headline a dateline may stand behind captions and summaries.
_FRONT = 8

_STOP = re.compile(r"[.!?…:;,][\"”’')\]]*$|[\"”]$")
_INNER_STOP = re.compile(r"[a-z][.!?][\"”’]?\s+[\"“‘A-Z]")
_CLOCK = re.compile(r"\[?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?\]?[\s:–—-]*$", re.IGNORECASE)
_NAME_THEN_COMMA = re.compile(r"(?:[^\W\d_][\w'’.-]*\s){1,4}[^\W\d_][\w'’.-]*(?:\s\([^)]{1,20}\))?,\s")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d)?)?,?)?\s*(?:by\s+)?"
    r"(?P<outlet>[^\W\d_][^.,|©\n]{1,60}?)\s*(?:(?:19|20)\d\d)?\s*(?:[.,|]|$|all rights)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A rough block of a text; ``kind`` is what its markup says it is, None for anatomy to decide."""

    span: Span
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The blocks of a report, and the fields that are read from them (None where they are silent).

    ``byline`` covers the names only; ``published`` is ISO 8601 with the line that says so.
    """

    blocks: tuple[Block, ...]
    headline: Span | None = None
    byline: Span | None = None
    dateline: Dateline | None = None
    outlet: Span | None = None
    published: tuple[str, Span] | None = None


def dissect(
    text: str,
    pieces: Sequence[Piece],
    *,
    headline: str = "",
    outlet: str = "",
    published_at: str = "",
    language: Language = ENGLISH,
) -> Anatomy:
    """Give every piece its kind, and split datelines and speaker labels off the paragraphs that they open.

    ``headline``, ``outlet`` and ``published_at`` are what is known from elsewhere. A piece's own kind is
    kept, except that a dateline or label is split off "paragraph" too.
    """
    drafts = [_Draft(span, piece.kind, text) for piece, span in _tidy(text, pieces)]
    turns = find_turns(text, [d.span for d in drafts if d.kind in (None, "paragraph")], language)
    _mark_lines(drafts, outlet, language)
    opens_with_turn = bool(turns) and turns[0].label.start <= drafts[0].span.start
    _mark_headline(drafts, headline, opens_with_turn)
    found = _find_dateline(drafts, text, published_at, language)
    _mark_front(drafts, found, language)
    _mark_rest(drafts)
    cuts = [(turn.label, turn.words_start) for turn in turns]
    blocks = list(_blocks(text, drafts, found, cuts))
    return Anatomy(
        blocks=tuple(blocks),
        headline=next((b.span for b in blocks if b.kind == "headline"), None),
        byline=next((names for d in drafts if d.kind == "byline" and (names := d.names(language))), None),
        dateline=found,
        outlet=next((o for d in drafts if d.kind == "credit" and (o := d.publisher())), None),
        published=next((p for d in drafts if d.kind == "boilerplate" and (p := d.published(language))), None),
    )


class _Draft:
    """A piece on its way to being a block."""

    __slots__ = ("kind", "line", "span")

    def __init__(self, span: Span, kind: BlockKind | None, text: str) -> None:
        self.span, self.kind = span, kind
        length = span.end - span.start
        #: The piece as one line; empty where it is too long to be anything but running text.
        self.line = text[span.start : span.end] if length <= _LONGEST_LINE else ""

    def names(self, language: Language) -> Span | None:
        return byline.names(self.line, language, self.span.start) or self.span

    def publisher(self) -> Span | None:
        match = _COPYRIGHT.match(self.line)
        return Span(self.span.start + match.start("outlet"), self.span.start + match.end("outlet")) if match else None

    def published(self, language: Language) -> tuple[str, Span] | None:
        match = _line_pattern("published_lines", language).match(self.line)
        moment = iso_date(match["date"], language) if match else ""
        return (moment, self.span) if moment else None


def _tidy(text: str, pieces: Sequence[Piece]) -> list[tuple[Piece, Span]]:
    """Pieces in order, within the text, without white space at their ends and without overlap."""
    tidy: list[tuple[Piece, Span]] = []
    reached = 0
    for piece in sorted(pieces, key=lambda piece: piece.span):
        span = trim(text, max(piece.span.start, reached), min(piece.span.end, len(text)))
        if span is not None:
            tidy.append((piece, span))
            reached = span.end
    return tidy


@cache
def _line_pattern(field: str, language: Language) -> re.Pattern[str]:
    return re.compile("|".join(getattr(language, field)), re.IGNORECASE)


_LINE_KINDS: tuple[tuple[str, BlockKind, int], ...] = (
    ("correction_lines", "correction", _LONGEST_LINE),
    ("credit_lines", "credit", 300),
    ("related_lines", "related", 250),
    ("boilerplate_lines", "boilerplate", 250),
    ("caption_lines", "caption", _LONGEST_LINE),
)


def _mark_lines(drafts: list[_Draft], outlet: str, language: Language) -> None:
    """Lines that say by themselves what they are."""
    first_texts = 0
    for number, draft in enumerate(drafts):
        if draft.kind is not None or not draft.line:
            first_texts += draft.kind in (None, "paragraph")
            continue
        kind = _kind_by_line(draft.line, language)
        if kind is not None:
            draft.kind = kind
        else:
            near_an_end = first_texts < 4 or number >= len(drafts) - 3
            if near_an_end and byline.names(draft.line, language, 0):
                draft.kind = "byline"
            elif near_an_end and draft.published(language):
                draft.kind = "boilerplate"
            elif number and number == len(drafts) - 1 and _same(draft.line, outlet):
                draft.kind = "credit"
            else:
                first_texts += 1


def _kind_by_line(line: str, language: Language) -> BlockKind | None:
    for field, kind, longest in _LINE_KINDS:
        if len(line) <= longest and _line_pattern(field, language).match(line):
            return kind
    picture = _line_pattern("caption_endings", language).search(line, max(0, len(line) - _CAPTION_ENDING))
    return "caption" if picture else None


def _mark_headline(drafts: list[_Draft], known: str, opens_with_turn: bool) -> None:
    open_drafts = [d for d in drafts if d.kind is None]
    if not open_drafts or any(d.kind == "headline" for d in drafts):
        return
    first = open_drafts[0]
    if known:
        same = next((d for d in open_drafts[:3] if _same(d.line, known)), None)
        if same is not None:
            same.kind = "headline"
    elif len(open_drafts) > 1 and not opens_with_turn and not _begins_text(first) and _like_headline(first.line):
        first.kind = "headline"


def _begins_text(draft: _Draft) -> bool:
    return find_dateline(draft.line, Span(0, len(draft.line))) is not None if draft.line else True


def _like_headline(line: str) -> bool:
    words = line.split()
    if len(line) > _LONGEST_HEADLINE or not 2 <= len(words) <= _HEADLINE_WORDS or _CLOCK.match(line):
        return False
    if len(words) <= _TERSE_HEADLINE_WORDS:
        return not line.endswith((":", ","))
    if not _STOP.search(line) or line.endswith(("?", "!", ";")):
        return not _INNER_STOP.search(line)
    long_words = [word for word in words if len(word) > 3]
    return 5 * sum(not word[0].islower() for word in long_words) >= 4 * len(long_words)


def _find_dateline(drafts: list[_Draft], text: str, published_at: str, language: Language) -> Dateline | None:
    given = next((d for d in drafts if d.kind == "dateline"), None)
    if given is not None:
        read = find_dateline(text, given.span, published_at, language)
        return Dateline(read.place, read.date, read.credit, given.span) if read else None
    texts = [d for d in drafts if d.kind in (None, "paragraph")]
    for draft in texts[:_FRONT]:
        found = find_dateline(text, draft.span, published_at, language)
        if found is not None:
            draft.kind = "paragraph"
            return found
        if not draft.line:
            break
    return None


def _mark_front(drafts: list[_Draft], dateline: Dateline | None, language: Language) -> None:
    """Captions and standfirsts: what stands between the headline and the first paragraph."""
    start = next((n for n, d in enumerate(drafts) if d.kind == "headline"), None)
    if start is None:
        return
    for draft in drafts[start + 1 :]:
        if draft.kind == "paragraph" or (dateline is not None and draft.span.start >= dateline.span.start):
            break
        if draft.kind is not None:
            continue
        unfinished = bool(draft.line) and not _STOP.search(draft.line)
        if not draft.line or not (unfinished or (dateline is not None and not _INNER_STOP.search(draft.line))):
            break
        draft.kind = "caption" if _NAME_THEN_COMMA.match(draft.line) and unfinished else "subheading"


def _mark_rest(drafts: list[_Draft]) -> None:
    """Subheadings stand out by being short and unfinished and by having text after them; the rest is text."""
    for draft, following in zip_longest(drafts, drafts[1:]):
        if draft.kind is not None:
            continue
        line = draft.line
        short = 0 < len(line) <= 100 and len(line.split()) <= _SUBHEADING_WORDS and line[0].isupper()
        unfinished = short and not _STOP.search(line)
        heads = following is not None and following.kind in (None, "paragraph") and len(drafts) > 3
        draft.kind = "subheading" if line and heads and (unfinished or _CLOCK.match(line)) else "paragraph"


def _blocks(text: str, drafts: list[_Draft], dateline: Dateline | None, turns: list[tuple[Span, int]]) -> list[Block]:
    """The drafts as blocks, cut at dateline and speaker labels."""
    cuts: list[tuple[BlockKind, Span, int]] = [("speaker_label", label, words) for label, words in turns]
    if dateline is not None:
        cuts.append(("dateline", dateline.span, dateline.span.end))
    cuts.sort(key=lambda cut: cut[1], reverse=True)
    blocks: list[Block] = []

    def add(kind: BlockKind, start: int, end: int) -> None:
        span = trim(text, start, end)
        if span is not None:
            blocks.append(Block(kind, span))

    for draft in drafts:
        kind: BlockKind = draft.kind or "paragraph"
        position = draft.span.start
        while cuts and cuts[-1][1].start < draft.span.end:
            cut_kind, span, after = cuts.pop()
            if span.start < position or kind not in ("paragraph", "dateline", "subheading"):
                continue
            kind = "paragraph"
            add(kind, position, span.start)
            add(cut_kind, span.start, span.end)
            position = after
        add(kind, position, draft.span.end)
    return blocks


def _same(line: str, known: str) -> bool:
    """Whether a line is a name or headline that is known from elsewhere, letter for letter."""
    letters = [re.sub(r"\W+", "", side).casefold() for side in (line, known)]
    return bool(letters[0]) and letters[0] == letters[1]
