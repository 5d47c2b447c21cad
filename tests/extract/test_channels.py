"""How words went out: kinds and names, whose statement they belong to, and what goes on on the same occasion."""

import pytest
from extract.statements import any_statements, layout_of, statement
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.addressees import addressees
from onrecord.extract.channels import channels
from onrecord.model.attribution import Attribution

SAFE = "the dam was safe"
Found = list[tuple[str, str]]


def sent(text: str, *parts: tuple[str, ...], outlet: str = "") -> list[Found]:
    """Kind and words of the channels of each statement, given by source, cue and contents."""
    layout = layout_of(text, outlet=outlet)
    made = tuple(statement(layout, *part) for part in parts)
    found = channels(layout, addressees(layout, made))
    return [[(c.kind, c.span.of(text)) for c in s.channels] for s in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in a statement", [("statement", "a statement")]),
        ("in a statement on its website", [("statement", "a statement on its website")]),
        ("in a press release issued on Monday", [("statement", "a press release issued on Monday")]),
        ("in a court filing", [("court", "a court filing")]),
        ("in court", [("court", "court")]),
        ("in parliament", [("parliament", "parliament")]),
        ("at a Senate hearing", [("parliament", "a Senate hearing")]),
        ("at a news conference in Oslo", [("appearance", "a news conference in Oslo")]),
        ("in a televised address", [("broadcast", "a televised address")]),
        ("on state television", [("broadcast", "state television")]),
        ("on Channel 5", [("broadcast", "Channel 5")]),
        ("in the daily Norra Kuriren", [("press", "the daily Norra Kuriren")]),
        ("in an op-ed", [("press", "an op-ed")]),
        ("on X", [("social", "X")]),
        ("on Truth Social", [("social", "Truth Social")]),
        ("in a post on Facebook", [("social", "a post on Facebook")]),
        ("by telephone", [("letter", "telephone")]),
        ("by satellite phone", [("letter", "satellite phone")]),
        ("in a letter to the council", [("letter", "a letter to the council")]),
        ("in an e-mail", [("letter", "an e-mail")]),
        ("in a written reply", [("letter", "a written reply")]),
        ("in a note to clients", [("document", "a note to clients")]),
        ("in a note to his sister", [("letter", "a note to his sister")]),
        ("in a filing to the exchange", [("document", "a filing to the exchange")]),
        ("in a filing on Monday", [("court", "a filing")]),
        ("in a written answer to parliament", [("parliament", "a written answer to parliament")]),
        ("in a message broadcast by Radio Skagen", [("broadcast", "a message broadcast by Radio Skagen")]),
        ("in a column for El Norte", [("press", "a column for El Norte")]),
        ("under cross-examination", [("court", "cross-examination")]),
        ("in a video posted to Facebook", [("social", "a video posted to Facebook")]),
        ("at a reading in Oslo", [("appearance", "a reading in Oslo")]),
        ("on TV9", [("broadcast", "TV9")]),
        ("in a report published in May", [("document", "a report published in May")]),
        ("through an interpreter", [("interpreter", "an interpreter")]),
        ("in an interview", [("appearance", "an interview")]),
        ("in an interview with Radio Skagen", [("broadcast", "an interview with Radio Skagen")]),
        ("in an interview with a friend", [("appearance", "an interview with a friend")]),
        ("by text", [("letter", "text")]),
        ("in a call with reporters", [("appearance", "a call with reporters")]),
        ("in parliament hours later", [("parliament", "parliament")]),
        ("in the House", [("parliament", "the House")]),
        ("in the house", []),
        ("at the opening of a school", [("appearance", "the opening of a school")]),
        ("on one of its posts", []),
        ("in a letter to the daily Norra Kuriren", [("letter", "a letter to the daily Norra Kuriren")]),
        ("in Oslo", []),
        ("in the report card office", []),
        ("by a court order", []),
        ("after a meeting", []),
    ],
)
def test_kinds(words: str, expected: Found) -> None:
    """A prepositional phrase behind the cue, by its noun or by a name."""
    assert sent(f"Brandt said {words} that {SAFE}.", ("Brandt", "said", f"that {SAFE}")) == [expected]


def test_a_statement_on_a_platform_has_two_channels() -> None:
    """The statement and where it was posted."""
    text = f"Brandt said in a statement posted on Telegram that {SAFE}."
    (found,) = sent(text, ("Brandt", "said", f"that {SAFE}"))
    assert [kind for kind, _ in found] == ["statement", "social"]


@pytest.mark.parametrize(
    ("told", "kind", "name"),
    [
        ("Channel 5", "broadcast", "Channel 5"),
        ("the private broadcaster Nord TV", "broadcast", "Nord TV"),
        ("the BBC's Today programme", "broadcast", "BBC"),
        ("Oslo's Radio Skagen", "broadcast", "Radio Skagen"),
        ("Russian state television", "broadcast", ""),
        ("AFP", "agency", "AFP"),
        ("Russia's TASS news agency", "agency", "TASS"),
        ("state news agency Belta", "agency", "Belta"),
        ("the Swedish newspaper Norra Kuriren", "press", "Norra Kuriren"),
        ("the Financial Courier", "press", "Financial Courier"),
        ("Le Figaro", "press", "Le Figaro"),
        ("the Riga-based news site Zvans", "press", "Zvans"),
        ("a news conference", "appearance", ""),
        ("a parliamentary committee", "parliament", ""),
        ("the court", "court", ""),
    ],
)
def test_a_medium_that_is_told_is_a_channel(told: str, kind: str, name: str) -> None:
    """The channel's words are those for who is told, its name the medium's."""
    layout = layout_of(f"Brandt told {told} that {SAFE}.")
    (found,) = channels(layout, addressees(layout, (statement(layout, "Brandt", "told", f"that {SAFE}"),)))
    (channel,) = found.channels
    assert (channel.kind, channel.name) == (kind, name) and channel.span.of(layout.text) == told


@pytest.mark.parametrize("told", ["reporters", "Emily Post", "the council", "a radio presenter", "police", "her"])
def test_people_who_are_told_are_none(told: str) -> None:
    """Nor is anybody whose family name is a newspaper's."""
    assert sent(f"Brandt told {told} that {SAFE}.", ("Brandt", "told", f"that {SAFE}")) == [[]]


def test_a_court_that_is_asked_is_none() -> None:
    """Only what is told something carries it."""
    assert sent("Brandt asked the court to act.", ("Brandt", "asked", "to act")) == [[]]


def test_a_name_that_is_described_once_is_known() -> None:
    """The report says elsewhere what kind of medium it is."""
    text = f"Brandt told Zvans that {SAFE}. Zvans, a small news site, has moved to Riga."
    assert sent(text, ("Brandt", "told", f"that {SAFE}")) == [[("press", "Zvans")]]


def test_an_outlet_that_speaks_of_itself() -> None:
    """ "Told this newspaper" is the outlet, outside of what others are quoted with; "told us" names no medium."""
    text = "“It broke,” Brandt told this paper. “Orlo told this paper so,” she said."
    parts = ("Brandt", "told", "“It broke,”"), ("Orlo", "told", "so"), ("she", "said", "“Orlo told this paper so,”")
    assert sent(text, *parts, outlet="The Echo")[:2] == [[("press", "this paper")], []]
    assert sent("“It broke,” Brandt told us.", ("Brandt", "told", "“It broke,”"), outlet="The Echo") == [[]]


def test_a_body_that_the_outlet_is_named_like_is_no_medium() -> None:
    """An authority's own release tells of its board."""
    text = f"Brandt told the Board that {SAFE}."
    assert sent(text, ("Brandt", "told", f"that {SAFE}"), outlet="Dams and Locks Board") == [[]]


def test_who_heard_it() -> None:
    """An inquest or a court that heard something is where it was said."""
    text = f"The gate had rusted, the inquest heard. Brandt heard that {SAFE}."
    parts = ("", "heard", "The gate had rusted"), ("Brandt", "heard", f"that {SAFE}")
    assert sent(text, *parts) == [[("court", "the inquest")], []]


def test_a_new_occasion() -> None:
    """The perfect tells of another occasion; a letter goes on with the next thing that it asks of somebody."""
    text = f"Brandt told Radio Skagen that {SAFE}. She has threatened to leave."
    parts = ("Brandt", "told", f"that {SAFE}"), ("She", "has threatened", "to leave")
    assert sent(text, *parts) == [[("broadcast", "Radio Skagen")], []]
    text = f"In a letter Ms Brandt wrote that {SAFE}. She urged councillors to wait."
    parts = ("Ms Brandt", "wrote", f"that {SAFE}"), ("She", "urged", "to wait")
    assert sent(text, *parts) == [[("letter", "a letter")]] * 2


def test_a_possessive_is_not_who_speaks() -> None:
    """ "He" goes on after "her coach"."""
    text = f"Her coach, Lem Orlo, said on Radio Skagen that {SAFE}. “I saw it,” he recalled."
    parts = ("Her coach, Lem Orlo,", "said", f"that {SAFE}"), ("he", "recalled", "“I saw it,”")
    assert sent(text, *parts) == [[("broadcast", "Radio Skagen")]] * 2


def test_words_belong_to_the_statement_of_their_clause() -> None:
    """Behind a conjunction they belong to the next cue, inside a content to the statement in it."""
    text = "Brandt said it broke, and in a letter Orlo denied it."
    assert sent(text, ("Brandt", "said", "it broke"), ("Orlo", "denied", "it.")) == [[], [("letter", "a letter")]]
    text = "Brandt said that Orlo had warned her in a letter that it broke."
    outer = "that Orlo had warned her in a letter that it broke"
    inner = sent(text, ("Brandt", "said", outer), ("Orlo", "had warned", "that it broke"))
    assert inner == [[], [("letter", "a letter")]]


def test_words_of_a_source_are_no_channel() -> None:
    """They say who speaks."""
    text = "Guests at a news conference said it broke."
    assert sent(text, ("Guests at a news conference", "said", "it broke")) == [[]]


def test_a_clause_tells_what_a_letter_held() -> None:
    """ "A letter in which he ..." is the channel of what the clause tells."""
    text = "She sent a letter to Oslo in which she called it safe."
    assert sent(text, ("she", "called", "it safe")) == [[("letter", "a letter to Oslo")]]


def test_what_closes_a_content_is_a_channel_too() -> None:
    """A content that was read on over "in a statement"."""
    text = "Brandt said it broke in a statement on Monday."
    assert sent(text, ("Brandt", "said", "it broke in a statement on Monday")) == [[("statement", "a statement")]]


TOLD = f"Brandt told Radio Skagen that {SAFE}. "
RADIO = [("broadcast", "Radio Skagen")]


@pytest.mark.parametrize(
    ("after", "part", "expected"),
    [
        ("“I know it,” she said.", ("she", "said", "“I know it,”"), RADIO),
        ("“I know it,” Brandt added.", ("Brandt", "added", "“I know it,”"), RADIO),
        ("\n“I know it,” she said.", ("she", "said", "“I know it,”"), RADIO),
        ("“I know it,” Orlo said.", ("Orlo", "said", "“I know it,”"), []),
        ("Her husband said it broke.", ("Her husband", "said", "it broke"), []),
        ("She did not say when.", ("She", "did not say", "when"), RADIO),
        ("She told reporters it broke.", ("She", "told", "it broke"), []),
        ("It rained. “I know it,” she said.", ("she", "said", "“I know it,”"), []),
        ("According to her, it broke.", ("her", "According to", "it broke"), []),
    ],
)
def test_the_next_statement_on_the_same_occasion(after: str, part: tuple[str, ...], expected: Found) -> None:
    """The same speaker's next words have the channel too; other people's, and words said elsewhere, do not."""
    assert sent(TOLD + after, ("Brandt", "told", f"that {SAFE}"), part)[1] == expected


def test_the_same_programme_is_named_where_it_stands() -> None:
    """Words that point back are a channel of their own; where they repeat the noun they stand for the first one."""
    text = TOLD + "On the same programme Orlo said it broke."
    parts = ("Brandt", "told", f"that {SAFE}"), ("Orlo", "said", "it broke")
    assert sent(text, *parts)[1] == [("broadcast", "the same programme")]
    text = "In an interview with Radio Skagen Brandt said it broke. In the same interview she denied it all."
    parts = ("Brandt", "said", "it broke"), ("she", "denied", "it all")
    assert sent(text, *parts)[1] == [("broadcast", "an interview with Radio Skagen")]


def test_a_scene_is_set_before_anything_is_said() -> None:
    """ "X appeared before the committee. He said ..."."""
    text = "Brandt testified before the defence committee. He said it broke."
    assert sent(text, ("He", "said", "it broke")) == [[("parliament", "the defence committee")]]


def test_known_speakers_decide_who_goes_on() -> None:
    """Two statements of one actor are one occasion, however the actor is called."""
    layout = layout_of(TOLD + "“I know it,” the engineer said.")
    one, two = (
        statement(layout, "Brandt", "told", f"that {SAFE}"),
        statement(layout, "the engineer", "said", "“I know it,”"),
    )
    for speaker, expected in (("a", 1), ("b", 0)):
        made = tuple(
            Attribution(s.id, s.kind, s.source, s.cue, s.content, 1.0, "sure", speakers=(who,))
            for s, who in ((one, "a"), (two, speaker))
        )
        assert len(channels(layout, addressees(layout, made))[1].channels) == expected


WORDS = st.lists(
    st.sampled_from(
        [
            "told",
            "TV",
            "Radio",
            "the",
            "Brandt",
            ",",
            "“",
            "”",
            ".",
            "asked",
            "in",
            "which",
            "a",
            "letter",
            "to",
            "by",
            "on",
            "X",
            "same",
            "statement",
            "'s",
            "court",
            "said",
        ]
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(WORDS.map(" ".join) | st.text(max_size=80), st.data())
def test_channels_lie_inside_the_report(text: str, data: st.DataObject) -> None:
    """Any text, any spans: what comes out is a stretch of the text, and the same every time."""
    layout = layout_of("x " + text)
    made = any_statements(data, layout)
    found = channels(layout, addressees(layout, made))
    assert all(c.span.end <= len(layout.text) for s in found for c in s.channels)
    assert found == channels(layout, addressees(layout, made))


def test_an_outlet_that_is_told_by_telephone_is_no_channel() -> None:
    """The telephone is."""
    text = f"Brandt told the Echo by telephone that {SAFE}."
    assert sent(text, ("Brandt", "told", f"that {SAFE}"), outlet="The Echo") == [[("letter", "telephone")]]


def test_this_programme_is_broadcast() -> None:
    """Whatever the outlet is called."""
    text = f"Brandt told this programme that {SAFE}."
    assert sent(text, ("Brandt", "told", f"that {SAFE}"), outlet="North") == [[("broadcast", "this programme")]]


def test_a_colon_opens_another_clause() -> None:
    """What follows belongs to the next cue."""
    text = "Brandt denied that: in a statement he said it broke."
    assert sent(text, ("Brandt", "denied", "that"), ("he", "said", "it broke")) == [[], [("statement", "a statement")]]


def test_in_it_points_back_to_a_letter() -> None:
    """To the last one in the sentence before."""
    text = "Brandt had sent a letter to the board. In it he warns that it broke."
    assert sent(text, ("he", "warns", "that it broke")) == [[("letter", "a letter")]]


def test_an_occasion_that_is_held() -> None:
    """The next sentence is said there."""
    text = "Brandt is giving a press conference. She said it broke."
    assert sent(text, ("She", "said", "it broke")) == [[("appearance", "a press conference")]]


def test_another_day_is_another_occasion() -> None:
    """A weekday that was not named before."""
    text = "Brandt told a rally on Friday that it broke. On Monday she said it held."
    assert sent(text, ("Brandt", "told", "that it broke"), ("she", "said", "it held"))[1] == []


@pytest.mark.parametrize("content", ["him by telephone on Monday that it broke", "the claim in parliament"])
def test_a_content_that_was_read_too_far(content: str) -> None:
    """What stands before it or behind it is still how it went out."""
    text = f"Brandt told {content}."
    assert len(sent(text, ("Brandt", "told", content))[0]) == 1


@pytest.mark.parametrize(
    ("text", "parts", "expected"),
    [
        (
            f"Brandt, reached by telephone, said {SAFE}.",
            [("Brandt, reached by telephone,", "said", SAFE)],
            [[("letter", "telephone")]],
        ),
        (
            f"Brandt, a friend of the man on television, said {SAFE}.",
            [("Brandt, a friend of the man on television,", "said", SAFE)],
            [[]],
        ),
        (
            f"Reached by telephone, Brandt said {SAFE}.",
            [("Brandt", "said", "Reached by telephone", SAFE)],
            [[("letter", "telephone")]],
        ),
        (
            f"In an interview, Brandt said {SAFE}.",
            [("an interview", "In", f"Brandt said {SAFE}"), ("Brandt", "said", SAFE)],
            [[], [("appearance", "an interview")]],
        ),
        (
            f"In a podcast the minister said {SAFE}.",
            [("a podcast the minister", "said", SAFE)],
            [[("broadcast", "a podcast")]],
        ),
    ],
)
def test_outings_that_were_read_as_a_part_of_the_statement(
    text: str, parts: list[tuple[str, ...]], expected: list[Found]
) -> None:
    """How somebody was reached stands in the source, or in what was read as said before the cue."""
    assert sent(text, *parts) == expected


def test_letters_and_records_that_speak() -> None:
    """A letter is its own channel; a letter or transcript by which it is known is that of who speaks in it."""
    assert sent(f"A text message from Orlo said {SAFE}.", ("A text message from Orlo", "said", SAFE)) == [
        [("letter", "A text message from Orlo")]
    ]
    inner = f"Brandt told the guards that {SAFE}"
    text = f"According to a transcript, {inner}."
    parts = ("a transcript", "According to", inner), ("Brandt", "told", f"that {SAFE}")
    assert sent(text, *parts) == [[], [("document", "a transcript")]]
    assert sent(f"A report said {SAFE}.", ("A report", "said", SAFE)) == [[]]


def test_a_cue_that_is_joined_to_the_one_before() -> None:
    """ "and asked his readers": the same speaker goes on; a question that is put to them does not."""
    text = f"In a column, Brandt said {SAFE} and asked his readers to wait."
    parts = ("Brandt", "said", SAFE), ("", "asked", "his readers to wait")
    assert sent(text, *parts) == [[("press", "a column")]] * 2
