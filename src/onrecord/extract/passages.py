"""A report as the passages that the model reads: its own words, without markup, credits and page furniture."""

from collections.abc import Iterator

from onrecord.model.report import SPOKEN, Report

#: Longer reports are read in parts of about so many characters; bounds memory, whatever the length.
PART = 60_000


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
