"""A report's text as sentences and paragraphs: what the parts of ``extract`` that look around a statement stand on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from onrecord.encoder.quotations import Quotation
from onrecord.extract.quoted import quotations_of
from onrecord.extract.tokens import Token, tokens
from onrecord.languages.base import Language
from onrecord.model.report import SPOKEN, Report
from onrecord.model.span import Span, trim

#: A full stop, exclamation or question mark with closing marks, and blanks before what may open a sentence.
_END = re.compile(r"[.!?…][”’\"')\]]*(?=\s+[“‘\"'(\[«„]*[A-Z0-9À-ÖØ-Þ])|[.!?…][”’\"')\]]*\s*$|\n+")
_LAST_WORD = re.compile(r"[\w.’'-]+$")


class Layout:
    """The spoken paragraphs and sentences of one report, found by offset. Sentences do not cross paragraphs."""

    def __init__(self, report: Report, language: Language) -> None:
        self.report = report
        self.text = report.text
        self.language = language
        self.blocks = [block for block in report.blocks if block.kind in SPOKEN]
        self.paragraphs = [block.span for block in self.blocks]
        self.sentences = [s for paragraph in self.paragraphs for s in self._split(paragraph)]
        self.quotations: list[Quotation] = quotations_of(report)
        self._quotation_starts = [q.start for q in self.quotations]
        self._starts = [s.start for s in self.sentences]
        self._paragraph_starts = [p.start for p in self.paragraphs]

    @cached_property
    def rows(self) -> list[list[Token]]:
        """The words and marks of each sentence."""
        return [tokens(self.text, s.start, s.end) for s in self.sentences]

    def sentence(self, offset: int) -> int:
        """The number of the sentence at ``offset``: the last one that begins at or before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at ``offset``: the last one that begins at or before it."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    def quoted(self, offset: int) -> bool:
        """Whether the character at ``offset`` stands inside quotation marks."""
        n = bisect_left(self._quotation_starts, offset) - 1
        return n >= 0 and offset < self.quotations[n].end - self.quotations[n].closed

    @property
    def lead(self) -> int:
        """The number of the first paragraph of the body."""
        return next((n for n, block in enumerate(self.blocks) if block.kind == "paragraph"), 0)

    def _split(self, paragraph: Span) -> Iterator[Span]:
        start = paragraph.start
        for match in _END.finditer(self.text, paragraph.start, paragraph.end):
            before = _LAST_WORD.search(self.text, start, match.start())
            word = before.group().lower() if before else ""
            initial = len(word) == 1 and word.isalpha() and word != "i"
            if match.group().startswith(".") and (initial or word in self.language.abbreviations):
                continue
            found = trim(self.text, start, match.end())
            if found:
                yield found
            start = match.end()
        found = trim(self.text, start, paragraph.end) if start < paragraph.end else None
        if found:
            yield found
