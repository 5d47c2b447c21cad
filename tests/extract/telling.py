"""Reports and statements built by hand, for the tests of what is told from a statement's words."""

from onrecord.extract.layout import Layout
from onrecord.languages.en.english import ENGLISH
from onrecord.model.attribution import Attribution, Kind
from onrecord.model.report import Block, BlockKind, Report
from onrecord.model.span import Span


def layout(*paragraphs: str, first: BlockKind = "paragraph") -> Layout:
    """A report of these paragraphs, the first of this kind."""
    blocks, at = [], 0
    for n, paragraph in enumerate(paragraphs):
        blocks.append(Block("paragraph" if n else first, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Layout(Report("d", "v", "\n\n".join(paragraphs), tuple(blocks), "", "", language="en"), ENGLISH)


def span(text: str, words: str) -> Span:
    """Where ``words`` stand first."""
    return Span(text.index(words), text.index(words) + len(words))


def statement(text: str, source: str, cue: str, *content: str, kind: Kind = "indirect", id: str = "s1") -> Attribution:
    """A statement whose roles are these words of ``text``; empty for none."""
    roles = [(span(text, words),) if words else () for words in (source, cue)]
    return Attribution(id, kind, *roles, tuple(span(text, words) for words in content), 0.9, "sure")
