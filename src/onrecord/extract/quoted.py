"""Quotation marks in a report: which stretches are quoted, and what that makes of a content."""

from collections.abc import Sequence

from onrecord.encoder.quotations import CLOSERS, Quotation, quotations
from onrecord.encoder.words import WORD
from onrecord.model.attribution import Kind
from onrecord.model.report import SPOKEN, Report
from onrecord.model.span import Span

#: Quoted words that make a paraphrase mixed. One or two in quotation marks are a distanced expression
#: ('the "provocative" advance'), which leaves it indirect.
QUOTED_WORDS = 3


def quotations_of(report: Report) -> list[Quotation]:
    """The outermost quotations in the report's own words, in text order."""
    blocks = [block for block in report.blocks if block.kind in SPOKEN]
    return [q for block in blocks for q in quotations(report.text, block.span.start, block.span.end)]


def kind_of(text: str, content: Sequence[Span], quoted: Sequence[Quotation]) -> Kind:
    """direct: all words are quoted; indirect: none, or only one or two in a row; mixed: anything between."""
    words = inside = longest = 0
    for span in content:
        near = [q for q in quoted if q.start < span.end and span.start < q.end]
        count = dict.fromkeys(near, 0)
        for match in WORD.finditer(text, span.start, span.end):
            if not match.group()[0].isalnum():
                continue
            words += 1
            around = next((q for q in near if q.start <= match.start() < q.end), None)
            if around is not None:
                inside += 1
                count[around] += 1
        longest = max(longest, *count.values(), 0)
    if inside == words and words:
        return "direct"
    return "mixed" if longest >= QUOTED_WORDS else "indirect"


def widen(text: str, span: Span) -> Span:
    """``span`` with a quotation mark that stands right before or after it, where the span holds its partner."""
    start, end = span.start, span.end
    inner = text[start:end]
    before, after = text[start - 1 : start], text[end : end + 1]
    if after and inner[0] in CLOSERS and after in CLOSERS[inner[0]] and not set(CLOSERS[inner[0]]) & set(inner[1:]):
        end += 1
    elif before in CLOSERS and before and inner[-1] in CLOSERS[before] and before not in inner[:-1]:
        start -= 1
    return Span(start, end)
