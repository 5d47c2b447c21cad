"""The sourcing profile."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from render.context import inquiry
from render.ledgers import ferry, ledger, quiet, report, transcript

import onrecord
from onrecord.encoder.words import WORD
from onrecord.model.attribution import Attribution
from onrecord.model.ledger import Ledger, Provenance
from onrecord.model.profile import Profile, Tally, profile
from onrecord.model.report import SPOKEN
from onrecord.model.span import Span


def _rows(made: Profile, table: str) -> dict[str, tuple[int, int]]:
    return {row.label: (row.statements, row.words) for row in getattr(made, table)}


def test_words_are_those_of_the_encoder_without_punctuation() -> None:
    """Only of blocks that are the report's own words: no byline, dateline, speaker's label or credit."""
    for made in (ferry(), inquiry(), transcript(), ledger(report(("paragraph", "_a b_c ½ don’t 3,000 é́ …")))):
        blocks = [b for b in made.report.blocks if b.kind in SPOKEN]
        words = [m[0] for b in blocks for m in WORD.finditer(b.span.of(made.report.text)) if m[0][0].isalnum()]
        assert profile(made).words == len(words)


def test_a_word_counts_once_and_to_the_outermost_statement() -> None:
    """A statement inside another has its statement counted and no words; what it says stays the outer one's."""
    speakers = _rows(profile(inquiry()), "speakers")
    assert speakers["Brightwater Lines"] == (1, 0)
    of = report(("paragraph", "Ana said that Bo said that it rains. It does."))
    made = ledger(
        of,
        ("indirect", "Ana", "said", ["that Bo said that it rains"], 0.9),
        ("indirect", "Bo", "said", ["that it rains"], 0.9),
    )
    told = profile(made)
    assert (told.words, told.attributed, told.unattributed) == (10, 6, 4)
    assert _rows(told, "speakers") == {"Ana": (1, 6), "Bo": (1, 0)}


def test_the_parent_is_the_outer_one_even_where_it_says_less() -> None:
    """Nesting is what the ledger says that it is; the length of a content only decides where it says nothing."""
    of = report(("paragraph", "It rains, Ana said, citing Bo."))
    short, long = ledger(
        of, ("indirect", "Ana", "said", ["rains"], 0.9), ("indirect", "Bo", "citing", ["It rains"], 0.9)
    ).attributions
    short, long = sorted((short, long), key=lambda a: a.content[0].end - a.content[0].start)
    made = Ledger(of, (replace(long, parent=short.id), short), (), Provenance("0", ""))
    assert _rows(profile(made), "speakers") == {"Ana": (1, 1), "Bo": (1, 1)}


def test_what_is_thought_is_counted_apart() -> None:
    """It is in no table; with what is said and the report's own words it makes up the whole."""
    made = profile(inquiry())
    assert made.thought == Tally(1, 5)
    assert made.said.statements == 11
    assert made.attributed == made.said.words + made.thought.words
    assert made.words == made.attributed + made.unattributed
    assert "unclear: He" not in _rows(made, "speakers")


def test_sources_without_an_actor_are_known_by_their_words() -> None:
    """The row says why there is no actor; a capital letter makes no other source."""
    labels = _rows(profile(inquiry()), "speakers")
    assert labels["unnamed: pilots"] == (1, 5)
    assert labels["unnamed: Sources"] == (1, 4)
    of = report(("paragraph", "Sources say no. But sources say yes. It rained, one heard."))
    made = ledger(
        of,
        ("indirect", "Sources", "say", ["no"], 0.9),
        ("indirect", "sources", "say", ["yes"], 0.9),
        ("indirect", "", "heard", ["It rained"], 0.9),
    )
    found = tuple(replace(a, unresolved="unnamed" if a.source else "absent") for a in made.attributions)
    assert _rows(profile(replace(made, attributions=found)), "speakers") == {
        "unnamed: Sources": (2, 2),
        "no source": (1, 2),
    }


def test_what_two_say_together_counts_to_each_but_once_to_their_country() -> None:
    """Shares of speakers may so make more than the whole; of a country they do not."""
    made = profile(inquiry())
    varga, oreld = (next(row for row in made.speakers if row.key == key) for key in ("A1", "A2"))
    assert (varga.statements, oreld.statements) == (3, 4)
    assert _rows(made, "countries")["MBY"] == (6, varga.words + oreld.words - len(["to", "meet", "in", "May"]))


def test_tables_without_several_entries_a_statement_add_up() -> None:
    """Every statement that is said is named in some way, all four of which are always listed."""
    for made in map(profile, (inquiry(), ferry(), transcript(), quiet())):
        assert [row.key for row in made.naming] == ["named", "described", "bare", "none"]
        assert sum(row.statements for row in made.naming) == made.said.statements
        assert sum(row.words for row in made.naming) == made.said.words
        assert all(0 <= row.share <= 1 for row in made.naming)


def test_rows_stand_in_order_of_their_words_and_what_is_not_given_comes_last() -> None:
    """However much it is."""
    made = profile(inquiry())
    assert [row.label for row in made.channels] == ["letter", "broadcast", "none given"]
    assert [row.label for row in made.source_types] == ["official", "business", "none given"]
    assert [row.words for row in made.speakers] == sorted((row.words for row in made.speakers), reverse=True)


def test_an_empty_report_has_a_profile() -> None:
    """No statements, and not even words: nothing is divided by nothing."""
    assert profile(quiet()).said == Tally(0, 0)
    nothing = profile(Ledger(report(), (), (), Provenance("0", "")))
    assert (nothing.words, nothing.speakers, nothing.naming[0].share) == (0, (), 0)


def test_the_profile_is_public_and_plain_json() -> None:
    """``onrecord.profile(ledger)``, and nothing in it that JSON does not know."""
    made = onrecord.profile(inquiry())
    assert isinstance(made, onrecord.Profile)
    assert json.loads(json.dumps(made.to_dict())) == made.to_dict()
    assert made.to_dict()["said"] == {"statements": 11, "words": made.said.words}


LETTERS = report(("headline", "ab cd ef"), ("byline", "gh ij"), ("paragraph", "kl mn, op qr st uv wx"))
SIZE = len(LETTERS.text)
spans = st.tuples(st.integers(0, SIZE - 1), st.integers(1, 20)).map(lambda at: Span(at[0], min(sum(at), SIZE)))
roles = st.lists(spans, min_size=1, max_size=3).map(lambda found: tuple(sorted(found)))
said = st.builds(
    Attribution,
    st.sampled_from("abc"),
    st.just("direct"),
    roles,
    roles,
    roles,
    st.just(0.5),
    st.just("check"),
    act=st.sampled_from(["state", "think", "ask"]),
    parent=st.sampled_from(["", "a", "b", "c"]),
)


@given(st.lists(said, max_size=6))
def test_sums_hold_however_statements_lie(found: list[Attribution]) -> None:
    """Overlapping, nested, in a loop, outside of what is spoken: no word is lost, and none counts twice."""
    made = profile(Ledger(LETTERS, tuple(found), (), Provenance("0", "")))
    covered = {
        m.start()
        for block in LETTERS.blocks
        if block.kind != "byline"
        for m in WORD.finditer(LETTERS.text, block.span.start, block.span.end)
        if m[0].isalnum() and any(s.start <= m.start() < s.end for a in found for s in a.content)
    }
    assert (made.words, made.attributed) == (10, len(covered))
    assert made.said.words + made.thought.words == made.attributed
    assert sum(row.words for row in made.speakers) == made.said.words
