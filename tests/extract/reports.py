"""Reports and statements built by hand for the tests of extract."""

from collections.abc import Sequence

from onrecord.extract.layout import Layout
from onrecord.languages.en.english import ENGLISH
from onrecord.model.attribution import Attribution
from onrecord.model.report import Block, Report
from onrecord.model.span import Span


def report(*paragraphs: str, **fields: str) -> Report:
    """A report of these paragraphs."""
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Report("d", "v", "\n\n".join(paragraphs), tuple(blocks), "", "", language="en", **fields)


def layout(*paragraphs: str, **fields: str) -> Layout:
    """Their layout."""
    return Layout(report(*paragraphs, **fields), ENGLISH)


def span(text: str, words: str, n: int = 1) -> Span:
    """The span of the n-th occurrence of these words."""
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """The spans of the first occurrences of these words."""
    return tuple(span(text, w) for w in words)


def statement(
    text: str,
    source: Sequence[str] | str = (),
    cue: Sequence[str] | str = (),
    content: Sequence[str] | str = (),
    **fields: object,
) -> Attribution:
    """A statement whose roles are the first occurrences of these words."""
    roles = [(words,) if isinstance(words, str) else tuple(words) for words in (source, cue, content)]
    made = [spans(text, *(w for w in words if w)) for words in roles]
    values: dict[str, object] = {"id": f"a{hash_of(made)}", "confidence": 0.9, "tier": "sure", "kind": "indirect"}
    return Attribution(source=made[0], cue=made[1], content=made[2], **{**values, **fields})  # type: ignore[arg-type]


def hash_of(made: list[tuple[Span, ...]]) -> str:
    return "-".join(str(s.start) for role in made for s in role)
