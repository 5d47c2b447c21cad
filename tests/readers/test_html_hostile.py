"""Pages that are broken, empty or meant to harm: a report or an input error, and nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import EmptyInput, InputError, MalformedInput

from .pages import BODY, NEWS, page, read

NOTHING = (
    b"<html></html>",
    b"<",
    b"<html><body><script>var text = 'words and words';</script></body></html>",
    b"<html><head><title>Only a title</title></head></html>",
    b"<frameset><frame src='http://x.example'></frameset>",
    b"<html><body><!-- nothing but a comment --></body></html>",
)


@pytest.mark.parametrize("raw", NOTHING)
def test_a_page_without_text_is_an_empty_input(raw: bytes) -> None:
    """It says so, with the input's name."""
    with pytest.raises(EmptyInput) as caught:
        read(raw, name="page.html")
    assert caught.value.name == "page.html"


def test_bytes_that_are_no_text_are_malformed() -> None:
    """An image with the extension of a page."""
    with pytest.raises(MalformedInput):
        read(b"\x89PNG\r\n\x1a\n" + bytes(100))


BOMBS = {
    "nesting": "<div>" * 20_000 + BODY,
    "closed nesting": "<blockquote>" * 1_000 + BODY + "</blockquote>" * 1_000,
    "nested tables": "<table><tr><td>" * 500 + BODY,
    "nested lists": "<ul><li>The boat sails." * 500,
    "comments": "<!-- x -->" * 20_000 + f"<article>{BODY}</article>",
    "open comment": f"<article>{BODY}</article><!-- " + "x" * 100_000,
    "json nesting": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>" + BODY,
    "json of odd types": "<script type='application/ld+json'>"
    '{"@type":["NewsArticle",3],"@id":5,"headline":{"name":["x"]},"author":[[1],{"name":{"a":1}},null],"publisher":7,'
    '"datePublished":[1],"articleBody":[1],"inLanguage":{"@id":{}}}</script>' + BODY,
    "characters": "&#0;&#55296;&#x110000;\0\x01\ufffe" + BODY,
    "captions": "<figure><figcaption>This is a caption of a picture.</figcaption></figure>" * 2_000 + BODY,
    "separators": "<title>" + "a | " * 50_000 + "</title>" + BODY,
    "breaks": "<p>" + "word<br>" * 5_000 + BODY,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_hostile_page_is_read_or_refused(bomb: str) -> None:
    """Nothing is raised but an input error."""
    try:
        report = read(page(bomb))
    except InputError:
        return
    assert all(block.span.of(report.text).strip() for block in report.blocks)


def test_entities_of_its_own_are_not_expanded() -> None:
    """A page's DOCTYPE may define entities that multiply; they stay as they are."""
    bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><html><body>"
    assert len(read(f"{bomb}<article>{BODY}<p>Look: &b;&b;&b; that was it.</p></article>").text) < 1_000


_SCRAPS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<article>", "<table><tr><td>", "<li>", "<!--", "-->", "\0", "&#x0;", "<br>",
     '"', "<script>", "</script>", "<h1>", "<title>", "<figcaption>", "<a href='x'>", "</body>", "Words of a report. "]
)  # fmt: skip


@given(st.lists(st.one_of(_SCRAPS, st.text(max_size=20)), max_size=60).map("".join))
def test_any_soup_is_read_or_refused(soup: str) -> None:
    """Whatever the markup, the answer is a report with its spans inside the text, or an input error."""
    try:
        report = read(page(soup))
    except InputError:
        return
    assert all(0 <= b.span.start < b.span.end <= len(report.text) for b in report.blocks)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_page_is_read_or_refused(seed: int) -> None:
    """Cuts, copies and stray bytes in a page raise nothing but input errors."""
    chance = random.Random(seed)
    raw = bytearray(NEWS.encode())
    for _ in range(chance.randint(1, 40)):
        at, length = chance.randrange(len(raw)), chance.randint(1, 300)
        change = chance.random()
        if change < 0.4:
            del raw[at : at + length]
        elif change < 0.7:
            raw[at:at] = raw[at : at + length]
        else:
            raw[at : at + 1] = bytes([chance.randrange(256)])
        raw = raw or bytearray(b"<")
    try:
        read(bytes(raw))
    except InputError:
        return
