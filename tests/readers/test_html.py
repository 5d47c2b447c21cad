"""The HTML reader: the body of a page, its blocks and its bytes."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.model.report import Report
from onrecord.readers.html import HtmlReader

from .pages import BODY, NEWS, PARAGRAPHS, page, read, texts


@pytest.fixture(scope="module")
def news() -> Report:
    return read(NEWS)


def test_the_text_is_the_blocks_joined_by_blank_lines(news: Report) -> None:
    """Headline first, then the caption above the text, then the body, and nothing else."""
    lines = news.text.split("\n\n")
    assert lines[0] == "Ferry line to drop the northern isles"
    assert lines[1] == "The ferry Alma at the pier of Port Ellery. Photo: L. Brandt"
    assert tuple(lines[2:6]) == PARAGRAPHS
    assert lines[-1].startswith("Correction, Feb. 4")
    assert all("\n" not in line for line in lines)


def test_each_block_has_its_kind(news: Report) -> None:
    """Markup tells headings, captions and paragraphs; lines tell corrections."""
    assert texts(news, "headline") == ["Ferry line to drop the northern isles"]
    assert texts(news, "subheading") == ["What comes next"]
    assert len(texts(news, "caption")) == 1
    assert len(texts(news, "correction")) == 1
    assert "The first boat sails at six in the morning." in texts(news, "paragraph")


def test_the_dateline_is_split_off_the_first_paragraph(news: Report) -> None:
    """Place and agency are read as in plain text."""
    assert news.dateline is not None
    assert (news.dateline.place, news.dateline.credit) == ("PORT ELLERY", "NWA")
    assert texts(news, "paragraph")[0].startswith("The ferry line will stop")


@pytest.mark.parametrize(
    "noise", ["cookies", "morning letter", "Harbour master", "Television", "All rights", "never read"]
)
def test_what_stands_around_the_article_is_left_out(news: Report, noise: str) -> None:
    """Menus, banners, sign-ups, related stories, footers and scripts are no part of the text."""
    assert noise not in news.text


def test_a_body_in_several_containers_is_read_whole() -> None:
    """Advertisements cut bodies into like-named containers; all of them are read, in order."""
    chunk = '<div class="row"><div class="body article__body">{}</div><div class="ad">Buy!</div></div>'
    halves = (PARAGRAPHS[:2] * 2, [p.replace("ferry", "boat") for p in PARAGRAPHS[2:]] + [PARAGRAPHS[0][22:] * 2])
    cut = "".join(chunk.format("".join(f"<p>{p}</p>" for p in half)) for half in halves)
    report = read(page(f"<article><h1>Ferry to stop at last</h1><div class='chunks'>{cut}</div></article>"))
    assert PARAGRAPHS[3] in report.text
    assert report.text.index(PARAGRAPHS[1]) < report.text.index(PARAGRAPHS[3])
    assert "Buy!" not in report.text


def test_a_break_parts_lines_but_not_sentences() -> None:
    """<br> ends a line unless the sentence goes on in lower case."""
    lines = "<p>The hall was full.<br>It will not<br>sail again, she said.</p>"
    report = read(page(f"<article>{BODY}{lines}</article>"))
    assert report.text.split("\n\n")[-2:] == ["The hall was full.", "It will not sail again, she said."]


@pytest.mark.parametrize("post", ["<section class='post'>{}</section>", "<div class='wp-block'>{}</div>", "{}"])
def test_a_live_blog_keeps_all_its_posts_in_order(post: str) -> None:
    """Long posts and short ones, with what stands between them."""
    said = (PARAGRAPHS[1] * 2, "The boat has left.", PARAGRAPHS[2] * 2, "The hall is full.", PARAGRAPHS[3] * 3)
    posts = [post.format(f"<h3>{12 - n}:15</h3><p>{text}</p>") for n, text in enumerate(said)]
    posts.insert(2, "<p>The second part of the day follows here.</p>")
    report = read(page(f"<main><article><h1>Ferry dispute live</h1>{''.join(posts)}</article></main>"))
    expected = [*said[:2], "The second part of the day follows here.", *said[2:]]
    assert [text for text in texts(report, "paragraph") if text in expected] == expected
    assert texts(report, "subheading") == ["12:15", "11:15", "10:15", "9:15", "8:15"]


def test_paragraphs_that_are_only_a_link_are_related() -> None:
    """A line that is nothing but a link leads elsewhere."""
    body = BODY + "<p><a href='/x'>Harbour master resigns after the storm</a></p>" + "<p>The hearing is public.</p>"
    report = read(page(f"<article>{body}</article>"))
    assert texts(report, "related") == ["Harbour master resigns after the storm"]


def test_the_text_in_json_ld_stands_in_for_a_page_made_by_scripts() -> None:
    """Where the page itself holds next to nothing, the text that it describes itself with is read."""
    described = {"@type": "NewsArticle", "headline": "Ferry to stop", "articleBody": "\n\n".join(PARAGRAPHS)}
    report = read(
        page(
            "<div id='app'><p>Loading.</p></div>",
            f"<script type='application/ld+json'>{json.dumps(described)}</script>",
        )
    )
    assert report.text == "\n\n".join(PARAGRAPHS)
    assert report.origins["headline"] == "json-ld:headline"


# ── bytes ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("cp1252", "<meta charset='windows-1252'>"),
        ("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>"),
        ("cp1251", "<meta charset=windows-1251>"),
        ("utf-8", "<meta charset='iso-8859-1'>"),
        ("utf-16", ""),
        ("utf-8-sig", ""),
    ],
)
def test_the_charset_is_found(encoding: str, declaration: str) -> None:
    """From a mark, from the page, and from the bytes where the page is wrong."""
    html = page(f"<article>{BODY}</article>", declaration).decode()
    assert read(html.encode(encoding)).text == "\n\n".join(PARAGRAPHS)


def test_the_charset_of_the_server_is_used() -> None:
    """Where the page declares none."""
    words = PARAGRAPHS[1].replace("Holt", "Hołt").replace("“", "„")
    raw = page(f"<article><p>{words}</p>{BODY.replace('“', '„')}</article>").decode().encode("cp1250")
    assert words in read(raw, encoding="windows-1250").text


@pytest.mark.parametrize("head", [b"<!DOCTYPE html><p>x", b"\n <html>", b"<!-- x --><HTML lang=en>", b"<div><p>a</p>"])
def test_pages_are_sniffed(head: bytes) -> None:
    """By their beginning, or by tags."""
    assert HtmlReader().sniff(head)


@pytest.mark.parametrize("head", [b"{}", b"a < b and <p> is a tag", b"<rss><channel>", b"", b"<Ed: no>"])
def test_other_things_are_not_sniffed_as_pages(head: bytes) -> None:
    """Text that mentions a tag is no page."""
    assert not HtmlReader().sniff(head)


# ── the process ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_page_gives_the_same_report_whatever_was_read_before(news: Report) -> None:
    """The extractor keeps caches; none of them may show."""
    other = NEWS.replace("ferry", "train").replace("Courier", "Herald")
    for _ in range(3):
        read(other)
        read(page(f"<article>{BODY}{BODY}</article>"))
    assert read(NEWS) == news


def test_importing_the_reader_does_not_load_the_extractor() -> None:
    """trafilatura takes half a second to import; only those who read a page pay for it."""
    check = "import sys, onrecord.readers.html; print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


# ── real pages ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_body_of_real_pages(shared: Path) -> None:
    """A few of the benchmark's pages are read nearly whole; benchmarks/html.py measures all of them."""
    folder = shared / "data" / "html"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    missing = 0
    for key in sorted(truth)[::10]:
        raw = gzip.decompress((folder / "pages" / f"{key}.html.gz").read_bytes())
        words = set(truth[key]["articleBody"].split())
        missing += len(words - set(read(raw, url=truth[key]["url"]).text.split())) > 0.1 * len(words)
    assert missing <= 2
