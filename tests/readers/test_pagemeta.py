"""What pages say of themselves: JSON-LD, meta tags, <time>, <title>."""

import json

import pytest

from onrecord.model.report import Report
from onrecord.model.span import Span

from .pages import BODY, NEWS, page, read


@pytest.fixture(scope="module")
def news() -> Report:
    return read(NEWS)


def test_the_fields_of_json_ld_are_read_with_their_paths(news: Report) -> None:
    """References by @id are followed; several authors are joined."""
    assert (news.outlet, news.origins["outlet"]) == ("The Ellery Courier", "json-ld:publisher")
    assert (news.byline, news.origins["byline"]) == ("Ada Quill, Ben Oster", "json-ld:author")
    assert news.published_at == "2031-02-03T09:30:00+01:00"
    assert news.origins["published_at"] == "json-ld:datePublished"


def test_a_headline_on_the_page_comes_from_there(news: Report) -> None:
    """Its origin is its span."""
    assert news.headline == "Ferry line to drop the northern isles"
    assert news.origins["headline"] == Span(0, len(news.headline))


def test_the_canonical_address_identifies_the_report(news: Report) -> None:
    """Without its fragment; on another host than the page's own it is not believed."""
    assert news.document_id == news.url == "https://courier.example/news/ferry"
    assert read(NEWS, url="https://other.example/x").document_id == "https://other.example/x"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "//courier.example/x", ""]
)
def test_an_address_that_is_none_of_the_web_is_dropped(address: str) -> None:
    """Only http and https are addresses."""
    report = read(page(f"<article>{BODY}</article>", f"<link rel='canonical' href='{address}'>"))
    assert report.url == ""
    assert report.document_id == report.raw_digest


def test_opengraph_is_enough() -> None:
    """A page without JSON-LD is described by its meta tags; the outlet's name is cut off the title."""
    head = (
        "<meta property='og:title' content='Ferry to stop &amp; rest - The Ellery Courier'>"
        "<meta property='og:site_name' content='The Ellery Courier'><meta name='author' content='By Ada Quill'>"
        "<meta property='article:published_time' content='2031-02-03'><meta property='og:url' content='https://c.example/f'>"
    )
    report = read(page(f"<article>{BODY}</article>", head))
    assert report.headline == "Ferry to stop & rest"
    assert report.outlet == "The Ellery Courier"
    assert report.byline == "Ada Quill"
    assert report.published_at == "2031-02-03"
    assert report.url == "https://c.example/f"
    assert report.origins["headline"] == "meta:og:title"
    assert report.origins["outlet"] == "meta:og:site_name"


def test_the_page_shows_date_and_outlet_where_nothing_describes_them() -> None:
    """<time> gives the date, and the title the outlet if what stands before it is the page's heading."""
    head = "<title>Ferry to stop at last – The Ellery Courier</title>"
    body = f"<article><h1>Ferry to stop at last</h1><time datetime='2031-02-03T08:00Z'>Monday</time>{BODY}</article>"
    report = read(page(body, head))
    assert (report.outlet, report.origins["outlet"]) == ("The Ellery Courier", "html:title")
    assert (report.published_at[:10], report.origins["published_at"]) == ("2031-02-03", "time:datetime")


def test_the_outlet_is_not_the_agency_whose_copy_it_prints() -> None:
    """Sites name the agency as publisher of its copy; the outlet is the site."""
    described = json.dumps({"@type": "NewsArticle", "publisher": {"name": "Reuters"}})
    site = "<meta property='og:site_name' content='Ellery Courier'>"
    head = f"<script type='application/ld+json'>{described}</script>{site}"
    assert read(page(f"<article>{BODY}</article>", head)).outlet == "Ellery Courier"


@pytest.mark.parametrize(
    "source",
    [
        '{"@type":"NewsArticle","headline":"Ferry to stop","datePublished":"2031-02-03",}',
        '<!-- {"@type":"NewsArticle","headline":"Ferry to stop","datePublished":"2031-02-03"} -->',
        '[{"@type":"NewsArticle","headline":"Ferry to stop","datePublished":"2031-02-03"}];',
        '{"@type":"NewsArticle","headline":"Ferry to stop","datePublished":"2031-02-03","x":"a "broken" one"}',
        '{"@type":"NewsArticle","headline":"Ferry\tto stop","datePublished":"2031-02-03"}',
    ],
)
def test_json_ld_with_common_slips_is_read(source: str) -> None:
    """Trailing commas, comments, arrays, raw tabs, and quotation marks that break it."""
    report = read(page(f"<article>{BODY}</article>", f"<script type='application/ld+json'>{source}</script>"))
    assert report.headline == "Ferry to stop"
    assert report.published_at == "2031-02-03"


def test_the_date_of_a_program_is_no_date() -> None:
    """0001-01-01 is what an unset field looks like; the next source is asked."""
    described = json.dumps({"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00Z"})
    head = f"<script type='application/ld+json'>{described}</script><meta name='date' content='2031-02-03'>"
    assert read(page(f"<article>{BODY}</article>", head)).published_at == "2031-02-03"


def test_the_text_outranks_the_declared_language() -> None:
    """Templates declare a language for all their pages."""
    assert read(NEWS.replace('lang="en-GB"', 'lang="de"')).language == "en"


def test_what_the_user_says_outranks_the_page() -> None:
    """Hints win over metadata."""
    report = read(NEWS, outlet="My archive", published_at="2030-01-01", headline="Another")
    assert (report.outlet, report.published_at, report.headline) == ("My archive", "2030-01-01", "Another")
    assert report.origins["outlet"] == "hint:outlet"
