"""What every view says of a ledger."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.render.cards import NOBODY, cards, counts, facts, nested, nothing_found, printable, web_address
from render.context import inquiry
from render.ledgers import ferry, foreign, quiet, report, transcript


def test_a_card_has_the_words_of_the_report() -> None:
    """A content in two parts is joined by an ellipsis; line breaks become spaces."""
    card = cards(ferry())[3]
    assert (card.number, card.place, card.who, card.verb) == (4, 2, "Ilse Varga, the guild’s chairwoman", "said")
    assert card.what.endswith("February,” … “Nobody wrote back. Nobody even rang.")


def test_a_statement_without_a_source_says_so() -> None:
    """Nobody is made up."""
    assert [card.what for card in cards(ferry()) if card.who == NOBODY] == ["The company would look into it"]


def test_speakers_are_people_where_that_is_known() -> None:
    """Whoever speaks twice counts once; who has no name, and who is not certain, is counted apart."""
    assert str(counts(cards(inquiry()))) == "12 statements · 4 speakers · 3 unnamed · 1 unclear · 10 sure · 2 to check"


def test_speakers_are_wordings_where_nothing_is_resolved() -> None:
    """ "He" is a speaker of its own until somebody resolves it; a missing source is none."""
    assert str(counts(cards(ferry()))) == "14 statements · 12 speakers · 10 sure · 4 to check"
    assert str(counts(cards(ferry())[:1])) == "1 statement · 1 speaker · 1 sure · 0 to check"


def test_a_card_names_the_speaker() -> None:
    """A pronoun is who it stands for, several speakers are joined; words stand where nobody could be found."""
    who = [card.who for card in cards(inquiry())]
    assert (who[0], who[2], who[9], who[11]) == ("pilots", "Ilse Varga", "He", "Ilse Varga & Tomasz Oreld")
    lost = replace(inquiry(), actors=())
    assert [card.who for card in cards(lost)][2] == "she"


def test_a_card_knows_what_is_around_and_inside_it() -> None:
    """By number; a statement whose parent was filtered out stands for itself."""
    outer, inner = cards(inquiry())[4:6]
    assert (outer.inside, outer.holds, outer.depth) == (0, (6,), 0)
    assert (inner.inside, inner.holds, inner.depth) == (5, (), 1)
    kept = inquiry().attributions[5:]
    assert cards(replace(inquiry(), attributions=kept))[0].inside == 0


def test_nested_statements_follow_the_one_that_reports_them() -> None:
    """Whatever stands between them in the text; none is lost."""
    made = inquiry()
    first, last = made.attributions[0], made.attributions[-1]
    turned = replace(made, attributions=(first, *made.attributions[1:-1], replace(last, parent=first.id)))
    assert [card.number for card in nested(cards(turned))] == [1, 12, *range(2, 12)]
    looped = replace(turned, attributions=(replace(first, parent=last.id), *turned.attributions[1:]))
    assert sorted(card.number for card in nested(cards(looped))) == list(range(1, 13))


def test_what_is_done_is_said_where_the_verb_does_not_say_it() -> None:
    """ "Denied" needs no "denies"; "believes" is thinking."""
    doing = {card.verb: card.doing for card in cards(inquiry())}
    assert (doing["denied"], doing["asked"], doing["wrote"]) == ("", "", "")
    assert (doing["believes"], doing["agreed"]) == ("thinks", "promises")


def test_places_are_what_a_reader_would_say() -> None:
    """Headline and caption are named, paragraphs numbered, and a label counts to the paragraph it introduces."""
    assert [card.place for card in cards(ferry())][:4] == ["headline", "caption", 1, 2]
    assert [card.place for card in cards(transcript())] == [1, 2]


def test_an_empty_ledger_says_why() -> None:
    """Nothing found is not the same as not looked."""
    assert nothing_found(quiet()) == "No statements found."
    assert nothing_found(foreign()) == "Read, but not searched for statements."
    assert nothing_found(ferry()) == ""


def test_facts_name_outlet_day_and_place() -> None:
    """What is not known leaves no gap."""
    assert facts(ferry().report) == ("The Northfield Courier", "14 March 2025", "Marrow Bay")
    assert facts(report(("paragraph", "x"))) == ()
    assert facts(replace(quiet().report, translated=True, original_language="fi")) == ("translated from fi",)


@pytest.mark.parametrize("url", ["https://courier.example/a?b=c&d#e", "http://courier.example", "https://[::1]/x"])
def test_web_addresses_may_become_links(url: str) -> None:
    """http and https only."""
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://courier.example/%0aalert(1)",
        "data:text/html,x",
        "java\nscript:alert(1)",
        " https://courier.example",
        "https://",
        "//courier.example",
        "https://[courier",
        "vbscript:x",
        "",
        "https://courier.example/\ud800",
    ],
)
def test_nothing_else_becomes_a_link(url: str) -> None:
    """Whatever a browser might run, or might read differently than we do, stays text."""
    assert web_address(url) == ""


@given(st.text(st.characters(exclude_categories=())))
def test_printable_text_steers_nothing(text: str) -> None:
    """No control characters, no surrogates, no marks that turn the direction of the writing."""
    shown = printable(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not any(unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI") for c in shown)
    shown.encode()


def test_printable_text_keeps_what_people_write() -> None:
    """Accents, other scripts and joiners inside words are left alone."""
    for text in ("Zénon", "船は動かなかった", "می\u200cخواهم", "👩\u200d🚒"):
        assert printable(text) == text
