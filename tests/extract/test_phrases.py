"""Who is meant by a source's words."""

import pytest
from extract.reports import span
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.phrases import Name, heads
from onrecord.languages.en.people import PEOPLE
from onrecord.model.span import Span

PERSONS = ("Ilse Varga", "Tom Okoro", "Varga", "Okoro")
OTHERS = {"Defence Ministry": "organisation", "Tarvia": "place", "Lunn Shipping": "organisation"}


def names(text: str) -> list[Name]:
    """The invented names in ``text``, the longest at each place."""
    out: list[Name] = []
    for words, kind in (*((p, "person") for p in PERSONS), *OTHERS.items()):
        if words in text:
            found = Name(span(text, words), kind)  # type: ignore[arg-type]
            if not any(n.span.overlaps(found.span) for n in out):
                out.append(found)
    return sorted(out, key=lambda n: n.span)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ilse Varga", ["Ilse Varga"]),
        ("the deputy harbour minister, Ilse Varga,", ["Ilse Varga"]),
        ("Deputy Secretary of State Ilse Varga", ["Ilse Varga"]),
        ("Ilse Varga, a lawyer for Tom Okoro,", ["Ilse Varga"]),
        ("a lawyer for Ilse Varga", ["a lawyer"]),
        ("the wife of President Okoro", ["the wife"]),
        ("Ilse Varga's lawyer", ["Ilse Varga's lawyer"]),
        ("Ilse Varga and Tom Okoro", ["Ilse Varga", "Tom Okoro"]),
        ("the Defence Ministry", ["Defence Ministry"]),
        ("a spokesman for the Defence Ministry", ["a spokesman"]),
        ("a spokesman for the company, Lunn Shipping,", ["a spokesman"]),
        ("Tarvia's ambassador to the islands", ["Tarvia's ambassador"]),
        ("The Tarvian diplomat", ["The Tarvian diplomat"]),
        ("two officials who asked not to be named", ["two officials"]),
        ("she", ["she"]),
        ("Tarvia and the Defence Ministry", ["Tarvia", "Defence Ministry"]),
        ("residents near the port", ["residents"]),
    ],
)
def test_heads(source: str, expected: list[str]) -> None:
    """The phrase's own head, and not whoever else stands in it."""
    found = heads(source, Span(0, len(source)), names(source), PEOPLE)
    assert [head.span.of(source) for head in found] == expected


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("the ministry", "organisation"),
        ("the indictment", "document"),
        ("residents", "group"),
        ("a senior official", "person"),
        ("police", "organisation"),
        ("the boss", "person"),
    ],
)
def test_the_head_word_says_what_it_is(source: str, kind: str) -> None:
    """Institutions, documents, several people, one person."""
    (head,) = heads(source, Span(0, len(source)), (), PEOPLE)
    assert head.kind == kind


def test_what_is_said_beside_a_name_is_kept() -> None:
    """Titles before it and an apposition after it describe the person."""
    source = "Tarvian envoy Ilse Varga, the council's chairwoman,"
    (head,) = heads(source, Span(0, len(source)), names(source), PEOPLE)
    assert [s.of(source) for s in head.described] == ["Tarvian envoy", "the council's chairwoman"]


@given(st.text(max_size=200))
def test_any_words_give_heads_inside_them(text: str) -> None:
    """Whatever the source is, heads lie inside it."""
    if text:
        for head in heads(text, Span(0, len(text)), (), PEOPLE):
            assert Span(0, len(text)).covers(head.span)
            assert Span(0, len(text)).covers(head.word)
