"""Direct, indirect or mixed; marks taken along."""

import pytest

from onrecord.encoder.quotations import quotations
from onrecord.extract.quoted import kind_of, widen
from onrecord.model.span import Span


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
