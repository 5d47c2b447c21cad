"""Plain text: saved pages, wrapped lines, transcripts, live blogs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import EmptyInput, MalformedInput
from onrecord.model.report import Report
from onrecord.readers.base import Hints
from onrecord.readers.text import TextReader

LEAD = (
    "The river fell by four fifths on Sunday night and the pumps "
    "of a thousand farms ran dry before dawn, officials said."
)
MORE = (
    "Nobody in the two towns below the dam had been warned, the mayor of the larger one told reporters at the bridge."
)
SAVED = f"""\x20
## River runs dry below the dam



Ilka Brandeis, foreign minister of Lorenia

Ostrel, March 12 (NLR)-- {LEAD}

{MORE}



## Northline Radio"""


def read(text, **hints):
    raw = text.encode() if isinstance(text, str) else text
    (report,) = TextReader().read(raw, Hints(**hints))
    return report


def blocks(report):
    return [(block.kind, block.span.of(report.text)) for block in report.blocks]


def paragraphs(report):
    return [words for kind, words in blocks(report) if kind == "paragraph"]


def test_a_saved_page_gives_headline_caption_dateline_and_outlet():
    report = read(SAVED, published_at="2024-03-13")
    assert [kind for kind, _ in blocks(report)] == [
        "headline", "caption", "dateline", "paragraph", "paragraph", "credit",
    ]  # fmt: skip
    assert (report.headline, report.outlet) == ("River runs dry below the dam", "Northline Radio")
    assert (report.dateline.place, report.dateline.date, report.dateline.credit) == ("Ostrel", "2024-03-12", "NLR")
    assert report.origins["outlet"].of(report.text) == "Northline Radio"
    assert report.origins["published_at"] == "hint:published_at"


def test_the_text_is_the_input_character_for_character():
    assert read(SAVED).text == SAVED


def test_marked_lines_inside_the_text_are_subheadings():
    report = read(f"# River runs dry\n\n{LEAD}\n\n## What now\n\n{MORE}\n\n### And then\n\n{LEAD}")
    assert [kind for kind, _ in blocks(report)] == [
        "headline", "paragraph", "subheading", "paragraph", "subheading", "paragraph",
    ]  # fmt: skip
    assert report.outlet == ""


def test_what_the_user_says_outranks_the_text():
    report = read(SAVED, outlet="The Ostrel Herald", headline="Dry", url="https://example.org/a#top")
    assert (report.outlet, report.headline) == ("The Ostrel Herald", "Dry")
    assert report.url == report.document_id == "https://example.org/a"
    assert report.origins["outlet"] == "hint:outlet"


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The river fell by four fifths on Sunday night and the pumps of a\n"
        "thousand farms ran dry before dawn, officials said. Nobody in the two\n"
        "towns below the dam had been warned.\n\n"
        "The mayor of the larger one told reporters at the bridge that he had\n"
        "stopped waiting for explanations.\n"
    )
    assert len(paragraphs(read("River runs dry below the dam\n\n" + wrapped))) == 2


def test_wrapped_lines_without_blank_lines_end_where_there_was_room():
    wrapped = (
        "The river fell by four fifths on Sunday night and the pumps of a\n"
        "thousand farms ran dry before dawn, officials said. Nobody in the two\n"
        "towns below the dam had been warned.\n"
        "The mayor of the larger one told reporters at the bridge that he had\n"
        "stopped waiting for explanations.\n"
    )
    assert len(paragraphs(read(wrapped))) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028"])
def test_without_wrapping_every_line_is_a_paragraph(end):
    assert paragraphs(read(end.join([LEAD, MORE, LEAD]))) == [LEAD, MORE, LEAD]


def test_a_transcript_without_blank_lines():
    report = read("HOST: Why?\nMINISTER: We did not know.\nHOST: Really?\nMINISTER: Really.\n")
    assert [words for kind, words in blocks(report) if kind == "speaker_label"] == ["HOST", "MINISTER"] * 2
    assert report.headline == ""


def test_the_time_stamps_of_a_live_blog_are_subheadings():
    report = read(f"River crisis: live\n\n10:45 a.m.\n\n{LEAD}\n\n11:20 a.m.\n\n{MORE}")
    assert [kind for kind, _ in blocks(report)] == [
        "headline", "subheading", "paragraph", "subheading", "paragraph",
    ]  # fmt: skip


def test_rules_of_dashes_are_no_text():
    assert paragraphs(read(f"{LEAD}\n\n-----\n\n* * *\n\n{MORE}")) == [LEAD, MORE]


@pytest.mark.parametrize(
    "raw", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n \n", b"----\n", "\u2028 \u3000".encode()]
)
def test_no_text_is_an_error(raw):
    with pytest.raises(EmptyInput):
        read(raw)


def test_a_picture_is_an_error():
    with pytest.raises(MalformedInput):
        read(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))


def test_the_same_input_is_the_same_version_and_another_is_not():
    assert read(SAVED).version_id == read(SAVED).version_id != read(SAVED + " ").version_id
    assert read(SAVED).document_id == read(SAVED).raw_digest
    assert read(SAVED, outlet="X").version_id != read(SAVED).version_id


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/", "not an address", "http://"]
)
def test_only_web_addresses_are_addresses(url):
    assert read(SAVED, url=url).url == ""


def test_the_seed_report(shared):
    (path,) = (shared / "seeds").glob("*.txt")
    (report,) = TextReader().read(path.read_bytes(), Hints(name=str(path)))
    assert report.headline.startswith("Russian envoy")
    assert (report.dateline.place, report.dateline.date, report.dateline.credit) == ("Washington", "--06-08", "RHC")
    assert (report.outlet, report.language) == ("Radio Habana Cuba", "en")
    assert [kind for kind, _ in blocks(report)][:4] == ["headline", "caption", "dateline", "paragraph"]
    assert len(paragraphs(report)) == 14


def test_newspaper_texts_begin_with_their_headline(shared):
    for path in sorted((shared / "data" / "polnear" / "dev" / "text").glob("*.txt")):
        (report,) = TextReader().read(path.read_bytes(), Hints())
        assert report.language == "en"
        assert report.headline
        assert report.text.startswith(report.headline[:20], report.text.index(report.headline[0]))


@pytest.mark.parametrize(
    "text",
    ["word " * 400_000, "A. " * 600_000, "(" * 390 + "\n", "LONDON - " * 200_000, '"a ' * 600_000, "x" * 2_000_000],
    ids=["words", "stops", "brackets", "dashes", "quotes", "one word"],
)
def test_two_megabytes_are_read_in_seconds_whatever_they_hold(text):
    text *= 1 + 2_000_000 // len(text) if len(text) < 1000 else 1
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 5


@given(st.text(max_size=300))
def test_any_text_is_read_whole_or_empty(text):
    raw = text.encode()
    try:
        report = read(raw)
    except (EmptyInput, MalformedInput):
        return
    assert isinstance(report, Report)
    reached = 0
    for block in report.blocks:
        assert reached <= block.span.start < block.span.end <= len(report.text)
        reached = block.span.end
