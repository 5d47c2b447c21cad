"""Flags: what a careful reader would want to be told. Few, and each with the characters that show it."""

from collections.abc import Iterator

from onrecord.encoder.quotations import CLOSERS, quotations
from onrecord.model.ledger import Flag
from onrecord.model.report import SPOKEN, Report
from onrecord.model.span import Span


def flags(report: Report) -> tuple[Flag, ...]:
    """The flags that the text alone gives rise to, in text order."""
    return tuple(_unclosed(report))


def not_analysed(report: Report) -> Flag:
    """The flag of a report in a language that is not analysed; its evidence is the first spoken block."""
    spoken = [block.span for block in report.blocks if block.kind in SPOKEN]
    return Flag("language_not_analysed", f"the language ({report.language}) is not analysed", tuple(spoken[:1]))


def _unclosed(report: Report) -> Iterator[Flag]:
    """Quotation marks that never close, unless the next paragraph goes on with the same mark: a quotation
    over several paragraphs opens anew on each and closes on the last."""
    blocks = [block for block in report.blocks if block.kind in SPOKEN]
    for number, block in enumerate(blocks):
        for quotation in quotations(report.text, block.span.start, block.span.end):
            if quotation.closed:
                continue
            following = blocks[number + 1].span.of(report.text) if number + 1 < len(blocks) else ""
            if following[:1] in CLOSERS and following[:1] == quotation.mark:
                continue
            yield Flag(
                "unclosed_quotation",
                "a quotation mark never closes",
                (Span(quotation.start, quotation.start + 1),),
            )
