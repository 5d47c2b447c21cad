"""Plain text: articles saved from pages, transcripts, live blogs, wrapped lines."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from onrecord.errors import InputError
from onrecord.model.report import JSONValue, Report
from onrecord.model.span import Span, trim
from onrecord.readers.anatomy import Piece
from onrecord.readers.assemble import Draft, Found, assemble
from onrecord.readers.base import Hints
from onrecord.readers.decoding import Decoded, decode

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_HEADING = re.compile(r"\s*#{1,6}\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-_=*~•·]\s?){3,}\s*")
#: Widths at which mailers and editors wrap lines.
_NARROWEST, _WIDEST = 40, 100
#: Text is wrapped if this share of its lines had no room for the next word.
_FULL_SHARE, _FEWEST_FULL = 0.6, 3
_LONGEST_OUTLET_LINE, _OUTLET_WORDS = 80, 8


class TextReader:
    """The reader of plain text, and the one that is asked when no other knows the format."""

    name = "text"
    version = "1"
    extensions = (".txt", ".text", ".md")
    content_types = ("text/plain", "text/markdown")

    def sniff(self, head: bytes) -> bool:
        """True: what is no text is refused when it is decoded."""
        return True

    def read(self, raw: bytes, hints: Hints) -> Iterator[Report | InputError]:
        """The one report that a text is.

        Raises:
            EmptyInput: there is no text.
            MalformedInput: the bytes are no text.
        """
        yield report_from(raw, decode(raw, hints.encoding), hints, f"{self.name} {self.version}")


def report_from(
    raw: bytes,
    decoded: Decoded,
    hints: Hints,
    reader: str,
    found: Mapping[str, Found] | None = None,
    meta: Mapping[str, JSONValue] | None = None,
) -> Report:
    """The report that a plain text holds, with ``found`` and ``meta`` from where the text was found.

    Raises:
        EmptyInput: there is no text.
    """
    pieces, outlet = split(decoded.text)
    said = {"outlet": Found(outlet.of(decoded.text), outlet)} if outlet is not None else {}
    draft = Draft(
        raw=raw,
        text=decoded.text,
        pieces=pieces,
        reader=reader,
        found={**said, **(found or {})},
        meta=meta or {},
        folded=decoded.folded,
        skipped=decoded.skipped,
    )
    return assemble(draft, hints)


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    marked: bool
    #: Whether it stands directly under the line before it.
    joined: bool
    indented: bool


def split(text: str) -> tuple[tuple[Piece, ...], Span | None]:
    """The paragraphs and marked lines of a text, and the outlet if a marked line at the end names it.

    Blank lines, marks and indents separate paragraphs. Lines directly below each other are one paragraph only
    in wrapped text, where the upper one had no room for the next word.
    """
    lines = list(_lines(text))
    width = _wrapped_at(text, lines)
    pieces: list[Piece] = []
    marked_before = False
    for number, line in enumerate(lines):
        if line.marked:
            pieces.append(Piece(line.span, "subheading" if marked_before else "headline"))
            marked_before = True
            continue
        above = lines[number - 1] if number else None
        wraps = width and above and line.joined and not above.marked and not line.indented
        if above is not None and wraps and _is_full(text, above.span, line.span, width):
            pieces[-1] = Piece(Span(pieces[-1].span.start, line.span.end))
        else:
            pieces.append(Piece(line.span))
    if len(pieces) > 1 and lines[-1].marked and _names_outlet(pieces[-1].span.of(text)):
        pieces[-1] = Piece(pieces[-1].span, "credit")
        return tuple(pieces), pieces[-1].span
    return tuple(pieces), None


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold something, without the white space around them and without their marks."""
    reached = 0
    for match in _LINE.finditer(text):
        span = trim(text, match.start(), match.end())
        if span is None or _RULE.fullmatch(text, match.start(), match.end()):
            continue
        heading = _HEADING.match(text, match.start(), match.end())
        if heading:
            span = Span(heading.end(), span.end)
        breaks = text.count("\n", reached, match.start())
        yield _Line(
            span=span,
            marked=heading is not None,
            joined=reached > 0 and breaks == 1 and not text[reached : match.start()].strip("\n"),
            indented=span.start - match.start() >= 2,
        )
        reached = match.end()


def _wrapped_at(text: str, lines: list[_Line]) -> int:
    """The width at which the text is wrapped; 0 if it is not."""
    pairs = [
        (upper.span, lower.span)
        for upper, lower in pairwise(lines)
        if lower.joined and not upper.marked and not lower.marked
    ]
    width = max((max(u.end - u.start, w.end - w.start) for u, w in pairs), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(text, upper, lower, width) for upper, lower in pairs)
    return width if full >= _FEWEST_FULL and full >= _FULL_SHARE * len(pairs) else 0


def _is_full(text: str, upper: Span, lower: Span, width: int) -> bool:
    """Whether the first word of the lower line had no room in the upper one."""
    word_end = lower.start
    while word_end < lower.end and word_end - lower.start <= width and not text[word_end].isspace():
        word_end += 1
    return (upper.end - upper.start) + 1 + (word_end - lower.start) > width


def _names_outlet(line: str) -> bool:
    return len(line) <= _LONGEST_OUTLET_LINE and len(line.split()) <= _OUTLET_WORDS and line[-1] not in ".!?:;,"
