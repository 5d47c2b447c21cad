"""Direct, indirect or mixed; marks taken along; quotations that never close."""

import pytest

from onrecord.encoder.quotations import quotations
from onrecord.extract.flags import flags, not_analysed
from onrecord.extract.quoted import kind_of, widen
from onrecord.model.report import Block, Report
from onrecord.model.span import Span


def report(*paragraphs: str, language: str = "en") -> Report:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Report("d", "v", "\n\n".join(paragraphs), tuple(blocks), "", "", language=language)


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ('"We go," she said. "Now."', ['"We go,"', '"Now."'], "direct"),
        ("He said that they would go.", ["that they would go"], "indirect"),
        ('He rejected the "odd" plan.', ['the "odd" plan'], "indirect"),
        ('He said the plan was "odd beyond belief" in May.', ['the plan was "odd beyond belief" in May'], "mixed"),
        ("“Go, go now”", ["Go, go now"], "direct"),
    ],
)
def test_kind(text: str, content: list[str], kind: str) -> None:
    """All quoted, none (or a distanced word or two), or both."""
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in content]
    assert kind_of(text, spans, list(quotations(text, 0, len(text)))) == kind


@pytest.mark.parametrize(
    ("text", "inner", "expected"),
    [
        ('x "go on" y', '"go on', '"go on"'),
        ('x "go on" y', 'go on"', '"go on"'),
        ('x "go on" y', "go on", "go on"),
        ('x "go" on" y', '"go" on', '"go" on'),
    ],
)
def test_a_content_takes_its_other_mark_along(text: str, inner: str, expected: str) -> None:
    """One mark inside and its partner right outside: the partner is part of the content."""
    at = text.index(inner)
    assert widen(text, Span(at, at + len(inner))).of(text) == expected


def test_an_unclosed_mark_is_flagged_where_it_stands() -> None:
    """The flag points at the opening mark."""
    it = report('They "never met.', "The end.")
    (flag,) = flags(it)
    assert flag.kind == "unclosed_quotation" and flag.spans[0].of(it.text) == '"'


def test_a_quotation_over_paragraphs_is_no_fault() -> None:
    """Opened anew on the next paragraph and closed there: nothing to flag."""
    assert flags(report("“One.", "“Two,” he said.")) == ()


def test_another_language_is_said_with_its_code() -> None:
    """The flag names the language and shows the first words."""
    flag = not_analysed(report("Guten Tag", language="de"))
    assert "de" in flag.message and flag.spans == (Span(0, 9),)
