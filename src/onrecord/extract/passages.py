"""A report as the passages that the model reads: its own words, without markup, credits and page furniture."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.encoder.runtime import Reading, Runtime
from onrecord.encoder.words import Words, split
from onrecord.model.report import SPOKEN, Report

#: Longer reports are read in parts of about so many characters; bounds memory, whatever the length.
PART = 60_000


@dataclass(frozen=True, slots=True)
class Passage:
    """Some paragraphs as the model read them; ``surfaces`` are the words in lower case."""

    words: Words
    surfaces: list[str]
    reading: Reading


def read(text: str, blocks: list[tuple[int, int]], runtime: Runtime) -> Passage | None:
    """The paragraphs of ``text`` at these offsets as a passage; None where they hold no words."""
    words = split(text, blocks, runtime.tokenizer)
    if not len(words):
        return None
    surfaces = [text[a:b].lower() for a, b in zip(words.start.tolist(), words.end.tolist(), strict=True)]
    return Passage(words, surfaces, runtime.read(words))


def passages(report: Report, runtime: Runtime) -> Iterator[Passage]:
    """The spoken paragraphs of ``report``, read in parts that do not know of each other."""
    for part in parts(report):
        passage = read(report.text, part, runtime)
        if passage is not None:
            yield passage


def parts(report: Report) -> Iterator[list[tuple[int, int]]]:
    """The spoken paragraphs of ``report`` as offset pairs, in parts that are read independently.

    A part ends between paragraphs; only a paragraph longer than a part is itself cut, between words.
    """
    part: list[tuple[int, int]] = []
    length = 0
    for start, end in _paragraphs(report):
        if part and length + end - start > PART:
            yield part
            part, length = [], 0
        part.append((start, end))
        length += end - start
    if part:
        yield part


def _paragraphs(report: Report) -> Iterator[tuple[int, int]]:
    for block in report.blocks:
        if block.kind not in SPOKEN:
            continue
        start, end = block.span.start, block.span.end
        while end - start > PART:
            space = report.text.rfind(" ", start + PART // 2, start + PART)
            cut = space if space > 0 else start + PART
            yield start, cut
            start = cut
        yield start, end
