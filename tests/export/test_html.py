"""The page: complete in itself, joined, legible, and deaf to whatever a report would like it to do."""

import base64
import hashlib
import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from render.context import actor, inquiry
from render.ledgers import ferry, foreign, ledger, quiet, report, transcript, wide

from onrecord.export.html import HtmlExporter
from onrecord.model.attribution import Addressee, Carrier, Channel, When
from onrecord.model.ledger import Ledger, Provenance
from onrecord.model.report import BLOCK_KINDS, Dateline
from onrecord.model.span import Span
from onrecord.render.cards import printable
from onrecord.render.marked import mark
from onrecord.render.templates import asset

ALL = (ferry(), transcript(), quiet(), foreign(), wide(), inquiry())
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}</style></title>&amp;<!--"


def written(*ledgers: Ledger) -> str:
    out = io.StringIO(newline="")
    HtmlExporter().write(iter(ledgers), out)
    return out.getvalue()


def tree(*ledgers: Ledger) -> html.HtmlElement:
    return html.document_fromstring(written(*ledgers).encode(), parser=html.HTMLParser(encoding="utf-8"))


def of_class(root: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = root.find_class(name)
    return found


PAGES = {
    "one": (ferry(),),
    "context": (inquiry(),),
    "several": ALL,
    "quiet": (quiet(),),
    "foreign": (foreign(),),
    "none": (),
}
pages = pytest.mark.parametrize("ledgers", PAGES.values(), ids=PAGES)


@pages
def test_nothing_is_loaded_from_anywhere(ledgers: tuple[Ledger, ...]) -> None:
    """No address but those that a reader may follow on purpose."""
    page = tree(*ledgers)
    assert not page.xpath("//link | //img | //iframe | //object | //embed | //base | //form | //@src | //@srcset")
    for address in page.xpath("//a/@href"):
        assert address.startswith(("#", "https://"))
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|innerHTML|eval\(", asset("page.css") + asset("page.js"))


@pages
def test_the_policy_allows_this_pages_style_and_script_and_nothing_else(ledgers: tuple[Ledger, ...]) -> None:
    """The digests are those of the one style and the one script; there are no inline handlers or styles."""
    page = tree(*ledgers)
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag in ("style", "script"):
        [content] = re.findall(f"<{tag}>(.*?)</{tag}>", written(*ledgers), re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[f"{tag}-src"] == f"'sha256-{digest}'"
    assert not page.xpath("//@style | //@*[starts-with(name(), 'on')]")


def hostile() -> Ledger:
    """The script injection in every field that a report has, and in every kind of block."""
    of = report(*((kind, EVIL) for kind in BLOCK_KINDS))
    of = replace(
        of,
        **dict.fromkeys(("document_id", "version_id", "language", "url", "outlet", "headline", "byline"), EVIL),
        **dict.fromkeys(("published_at", "original_language", "reader", "raw_digest"), EVIL),
        translated=True,
        dateline=Dateline(EVIL, EVIL, EVIL, Span(0, 1)),
        meta={EVIL: EVIL},
    )
    made = ledger(of, ("direct", EVIL, EVIL, [EVIL], 0.5), flags={EVIL: ("unclosed_quotation", EVIL)})
    [only] = made.attributions
    at = only.content[0]
    only = replace(
        only,
        id=EVIL,
        act="deny",
        speakers=(EVIL,),
        candidates=(EVIL,),
        reason=(at,),
        addressees=(Addressee(at, EVIL),),
        channels=(Channel("letter", EVIL, at),),
        via=(Carrier(EVIL, (at,)),),
        said_at=When(EVIL, "day", at, EVIL),
        distanced=(at,),
    )
    said = dict.fromkeys(("description", "country", "sector", "source_type"), EVIL)
    other = replace(only, id=EVIL * 2, speakers=(), unresolved="unclear", via=(), parent=EVIL)
    return replace(
        made,
        attributions=(only, other),
        actors=(actor(EVIL, EVIL + "name", "person", EVIL, **said),),
        provenance=Provenance(EVIL, EVIL),
    )


def test_what_a_report_holds_never_becomes_markup() -> None:
    """The hostile page has no element and no handler that the page's own template did not make."""
    page = tree(hostile(), hostile())
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == len(page.xpath("//title")) == 1
    assert not page.xpath("//img | //comment() | //@*[starts-with(name(), 'on')]")
    assert "49" not in page.text_content().replace("7*7", "")
    assert EVIL in of_class(page, "cards")[0].text_content()
    assert of_class(page, "cards")[0].text_content().count(EVIL) > 15
    assert EVIL in of_class(page, "profile")[0].text_content()
    assert len(page.xpath("//h2[@class='headline']")) == 2


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "x"])
def test_only_web_addresses_become_links(url: str) -> None:
    """Another address is not shown at all; a web address does not tell where the reader comes from."""
    made = ferry()
    assert not tree(replace(made, report=replace(made.report, url=url))).xpath("//a[not(starts-with(@href, '#'))]")
    [link] = tree(made).xpath("//a[not(starts-with(@href, '#'))]")
    assert (link.get("href"), link.get("rel")) == (made.report.url, "noopener noreferrer")


def test_the_report_is_all_there() -> None:
    """Marks cut the text but lose none of it, and the order is the report's."""
    for made in ALL:
        [article] = of_class(tree(made), "report")
        shown = " ".join(part.text_content() for part in article.xpath(".//p[not(@class)] | .//h1 | .//h2"))
        blocks = " ".join(printable(block.span.of(made.report.text)) for block in made.report.blocks)
        if made.report.blocks_of("headline"):
            assert shown.split() == blocks.split()
        else:
            assert shown.split() == [*made.report.headline.split(), *blocks.split()]


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=()), min_size=1), st.data())
def test_any_report_makes_a_page(text: str, data: st.DataObject) -> None:
    """Lone surrogates, control characters and markup included; the page can be encoded and parsed."""
    start = data.draw(st.integers(0, len(text) - 1))
    said = text[start : data.draw(st.integers(start + 1, len(text)))]
    made = ledger(replace(report(("paragraph", text)), headline=text), ("mixed", said, "", [text], 0.5))
    page = tree(made)
    assert len(of_class(page, "cards")) == 1
    assert not [c for c in written(made) if (ord(c) < 32 and c != "\n") or 0xD800 <= ord(c) < 0xE000]


@pages
def test_every_link_inside_the_page_leads_somewhere(ledgers: tuple[Ledger, ...]) -> None:
    """Cards lead to the text and the text to cards, without a script."""
    page = tree(*ledgers)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for address in page.xpath("//a/@href[starts-with(., '#')]"):
        assert address[1:] in ids
    for name in page.xpath("//@aria-labelledby"):
        assert name in ids
    statements = sum(len(made.attributions) for made in ledgers)
    assert len(of_class(page, "place")) == len(page.xpath("//a[@data-s][contains(@class, 'bar ')]")) == statements


def test_both_sides_carry_the_same_keys() -> None:
    """Each card is joined to words of every role that its statement has."""
    page = tree(*ALL)
    for sheet, made in enumerate(ALL, 1):
        for n, a in enumerate(made.attributions, 1):
            parts = [part for part in page.xpath("//*[@data-s]") if f"{sheet}-{n}" in part.get("data-s").split()]
            classes = {name for part in parts for name in part.get("class").split()}
            assert {"card", "bar", "content", a.kind} <= classes
            assert ("source" in classes, "cue" in classes) == (bool(a.source), bool(a.cue))


def test_roles_and_flags_are_marked_in_the_text() -> None:
    """The words of each role are under its class, and a flag has its note in the margin."""
    page = tree(ferry())
    marked = [s for block in mark(ferry()) for s in block.segments if s.marks or s.flags or s.asides]
    assert [part.text_content() for part in of_class(page, "seg")] == [s.text for s in marked]
    assert len(of_class(page, "flagged")) == len(of_class(page, "note")) == 1
    assert "a quotation mark never closes" in of_class(page, "flags")[0].text_content()


def test_cards_show_what_is_around_a_statement() -> None:
    """The speaker's name and roles, the report's own word, and what the ledger knows besides, each under its name."""
    page = tree(inquiry())

    def shown(number: int) -> str:
        [card] = page.xpath(f"//li[@id='c1-{number}']")
        return " ".join(" ".join(card.itertext()).split())

    assert "Ilse Varga told the guild’s chairwoman MBY business “Nobody answered,” called “she”" in shown(3)
    assert "how broadcast, Radio Carrow via Radio Carrow → NCP → The Northfield Courier when 16 March 2025" in shown(4)
    assert "unnamed" in shown(8) and "reason “who was not authorised" in shown(8)
    assert "unclear believes thinks" in shown(10) and "may be Tomasz Oreld or Ilse Varga" in shown(10)
    assert "confidence 0.64" in shown(10)
    assert "via NCP → The Northfield Courier, unless noted" in " ".join(page.text_content().split())


def test_nested_cards_follow_and_link_to_each_other() -> None:
    """The inner one stands further in, right after the outer one."""
    page = tree(inquiry())
    outer, inner = (page.get_element_by_id(f"c1-{number}") for number in (5, 6))
    assert outer.getnext() is inner
    assert "in1" in inner.get("class").split()
    assert outer.xpath(".//a[@class='nest']/@href") == ["#c1-6"]
    assert inner.xpath(".//a[@class='nest']/@href") == ["#c1-5"]


def test_words_around_a_statement_wait_in_the_text() -> None:
    """They know their statements, but answer to no pointer and look like all others until one of these is chosen."""
    page = tree(inquiry())
    asides = {part.text_content(): part for part in page.xpath("//*[@data-c]")}
    assert asides["on Radio Carrow"].get("data-c") == "1-4"
    assert asides["on Radio Carrow"].get("data-s") is None
    assert not re.search(r"\.aside\b", asset("page.css"))


def test_the_profile_is_a_table_of_numbers() -> None:
    """Every row has a heading and its numbers in figures; a bar is as long as its share says."""
    page = tree(inquiry())
    [profile] = of_class(page, "profile")
    assert [c.text_content() for c in profile.iter("caption")] == [
        "All words",
        "Speakers",
        "How they are named",
        "Types of source",
        "Countries",
        "Channels",
    ]
    rows = [[cell.text_content().strip() for cell in row] for row in profile.xpath(".//tbody/tr")]
    assert rows[:4] == [
        ["said", "", "45%", "69", "11"],
        ["thought", "", "3%", "5", "1"],
        ["the report’s own", "", "51%", "78", ""],
        ["Tomasz Oreld", "", "46%", "32", "4"],
    ]
    style = page.xpath("string(//style)")
    for bar in profile.xpath(".//tbody//div/@class"):
        assert f".{bar}{{width:{bar[1:]}%}}" in style
    assert len(profile.xpath(".//th[@scope='row']")) == len(rows)


def test_a_profile_leaves_out_what_it_does_not_know() -> None:
    """No table in which nothing is given, and no profile where nobody says anything; long ones are gathered."""
    captions = [c.text_content() for c in of_class(tree(ferry()), "profile")[0].iter("caption")]
    assert captions == ["All words", "Speakers", "How they are named"]
    assert not of_class(tree(quiet()), "profile")
    words = [f"w{n}" for n in range(20)]
    many = ledger(report(("paragraph", " ".join(words))), *(("direct", w, "", [w], 0.9) for w in words))
    assert "8 others" in of_class(tree(many), "profile")[0].text_content()


def test_a_headline_is_the_heading_and_several_reports_have_a_list_of_contents() -> None:
    """One first-level heading a page; levels never skip."""
    assert tree(ferry()).xpath("string(//h1)").strip() == ferry().report.headline
    page = tree(*ALL)
    assert page.xpath("string(//h1)") == f"{len(ALL)} reports"
    assert len(page.xpath("//nav//li/a")) == len(ALL)
    for ledgers in PAGES.values():
        levels = [
            int(element.tag[1]) for element in tree(*ledgers).xpath("//body//*[self::h1 or self::h2 or self::h3]")
        ]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_empty_ledgers_say_why() -> None:
    """No empty list, no filters for nothing."""
    for made, why in ((quiet(), "No statements found."), (foreign(), "Read, but not searched for statements.")):
        page = tree(made)
        assert why in of_class(page, "ledger")[0].text_content()
        assert not of_class(page, "filters")
    assert tree(foreign()).xpath("//article/@lang") == ["fr"]


@pages
def test_the_page_says_what_it_does_not_do(ledgers: tuple[Ledger, ...]) -> None:
    """Nobody should take it for a verdict; and it says statement and verb, not attribution and cue."""
    page = tree(*ledgers)
    assert "It does not check whether it is true." in of_class(page, "caution")[0].text_content()
    for script in page.xpath("//script | //style"):
        script.drop_tree()
    assert not re.search(r"\b(attribution|cue)s?\b", page.text_content(), re.IGNORECASE)


def test_the_same_ledgers_give_the_same_bytes() -> None:
    """Nothing of the clock, of chance or of the machine is in a page."""
    assert written(*ALL) == written(*ALL)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_text_can_be_read_on_every_ground(theme: int) -> None:
    """WCAG 2.2 AA, 4.5 to 1, for every ink on every ground that it meets (the bar on the ground 3 to 1)."""
    themes = [
        dict(re.findall(r"--(\w+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", asset("page.css"), re.S)
    ]
    colours = themes[0] | [found for found in themes if "ink" in found][theme]
    inks = [*((ink, ground) for ink in ("ink", "grey", "source", "flag") for ground in ("paper", "desk", "card"))]
    inks += [("ink", "tint"), ("ink", "strong"), ("flag", "tint"), ("said", "paper"), ("said", "card")]
    for ink, ground in inks:
        a, b = (
            _luminance(c if len(c) == 7 else "#" + "".join(x * 2 for x in c[1:]))
            for c in (colours[ink], colours[ground])
        )
        assert (max(a, b) + 0.05) / (min(a, b) + 0.05) >= (3 if ink == "said" else 4.5), (ink, ground)
