"""Reports and statements built by hand for the tests of extract."""

from onrecord.extract.layout import Layout
from onrecord.languages.en.english import ENGLISH
from onrecord.model.attribution import Attribution
from onrecord.model.report import Block, BlockKind, Report
from onrecord.model.span import Span


def report(*paragraphs: str, first: BlockKind = "paragraph", **fields: str) -> Report:
    """A report of these paragraphs, the first of this kind."""
    blocks, at = [], 0
    for n, paragraph in enumerate(paragraphs):
        blocks.append(Block("paragraph" if n else first, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Report("d", "v", "\n\n".join(paragraphs), tuple(blocks), "", "", language="en", **fields)


def layout(*paragraphs: str, first: BlockKind = "paragraph", **fields: str) -> Layout:
    """Their layout."""
    return Layout(report(*paragraphs, first=first, **fields), ENGLISH)


def span(text: str, words: str, n: int = 1) -> Span:
    """The span of the n-th occurrence of these words."""
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def statement(text: str, source: str, cue: str, *content: str, **fields: object) -> Attribution:
    """A statement whose roles are the first occurrences of these words; empty for none."""
    roles = [tuple(span(text, words) for words in role if words) for role in ((source,), (cue,), content)]
    id = "-".join(str(part.start) for role in roles for part in role)
    values: dict[str, object] = {"id": f"a{id}", "confidence": 0.9, "tier": "sure", "kind": "indirect", **fields}
    return Attribution(source=roles[0], cue=roles[1], content=roles[2], **values)  # type: ignore[arg-type]
