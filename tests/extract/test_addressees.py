"""Who is spoken to: objects of the cue, subjects of a passive, and what stands around a statement."""

import pytest
from extract.statements import any_statements, layout_of, statement
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.addressees import addressees

SAFE = "the dam was safe"


def told(text: str, *parts: tuple[str, ...]) -> list[list[str]]:
    """The addressees of each statement, given by source, cue and contents."""
    layout = layout_of(text)
    found = addressees(layout, tuple(statement(layout, *part) for part in parts))
    return [[to.span.of(text) for to in s.addressees] for s in found]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        (f"Brandt told reporters that {SAFE}.", "told", ["reporters"]),
        (f"Brandt told reporters outside the hall on Monday that {SAFE}.", "told", ["reporters"]),
        (f"Brandt told her husband and two neighbours {SAFE}.", "told", ["her husband and two neighbours"]),
        (f"Brandt told her that {SAFE}.", "told", ["her"]),
        (f"Brandt repeatedly assured him {SAFE}.", "assured", ["him"]),
        (f"Brandt informed the council of the town that {SAFE}.", "informed", ["the council of the town"]),
        (f"Brandt told Lem Orlo, the mayor, that {SAFE}.", "told", ["Lem Orlo, the mayor"]),
        (f"Brandt told the dockers' union that {SAFE}.", "told", ["the dockers' union"]),
        (f"Brandt said that {SAFE}.", "said", []),
        (f"Brandt warned that {SAFE}.", "warned", []),
        (f"Brandt asked on Monday if {SAFE}.", "asked", []),
        (f"Brandt said to a crowd of farmers that {SAFE}.", "said", ["a crowd of farmers"]),
        (f"Brandt wrote to state officials in May that {SAFE}.", "wrote", ["state officials"]),
        (f"Brandt complained last week to the regulator that {SAFE}.", "complained", ["the regulator"]),
        (f"Brandt replied to the charge that {SAFE}.", "replied", []),
        (f"Brandt replied to Orlo that {SAFE}.", "replied", ["Orlo"]),
        (f"Brandt accused Orlo of lying that {SAFE}.", "accused", []),
    ],
)
def test_objects(text: str, cue: str, expected: list[str]) -> None:
    """The noun phrase behind a verb of telling, or behind its "to"; nobody where no such phrase stands there."""
    content = text[text.index(SAFE) : -1]
    assert told(text, ("Brandt", cue, content)) == [expected]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Brandt called on both sides to stop.", ("Brandt", "called on", "to stop"), ["both sides"]),
        ("Brandt called upon Oslo to stop.", ("Brandt", "called", "to stop"), ["Oslo"]),
        ("Brandt ordered the jury to wait.", ("Brandt", "ordered", "the jury to wait"), ["the jury"]),
        ("Brandt urged Oslo not to wait.", ("Brandt", "urged", "Oslo not to wait"), ["Oslo"]),
        ("Brandt ordered tents to be raised.", ("Brandt", "ordered", "tents to be raised"), []),
        ("Brandt ordered them back to work.", ("Brandt", "ordered", "them back to work"), ["them"]),
        ("Brandt ordered a halt.", ("Brandt", "ordered", "a halt"), []),
        (
            "Brandt told the pupils last week what to do.",
            ("Brandt", "told", "the pupils last week what to do"),
            ["the pupils"],
        ),
        (
            "Brandt ordered the head of the port, Lem Orlo, to wait.",
            ("Brandt", "ordered", "the head of the port, Lem Orlo, to wait"),
            ["the head of the port, Lem Orlo"],
        ),
        (
            "Brandt asked the council in a letter in May to wait.",
            ("Brandt", "asked", "the council in a letter in May to wait"),
            ["the council"],
        ),
        ("Brandt offered her a seat.", ("Brandt", "offered", "her a seat"), ["her"]),
        ("Brandt offered a seat.", ("Brandt", "offered", "a seat"), []),
        ("Brandt said to me it broke.", ("Brandt", "said", "to me it broke"), ["me"]),
        ("Brandt promised to go.", ("Brandt", "promised", "to go"), []),
        ("Brandt wrote to Orlo only this: No.", ("Brandt", "wrote to Orlo only this:", "No"), ["Orlo"]),
        ("Brandt told the evening show Spot it broke.", ("Brandt", "told", "it broke"), ["the evening show Spot"]),
        ("Orlo let Brandt know that it broke.", ("Brandt", "know", "that it broke"), ["Brandt"]),
        ("Brandt asked the court on Monday to stop.", ("Brandt", "asked", "to stop"), ["the court"]),
        ("Brandt promised the islanders a new dam.", ("Brandt", "promised", "a new dam"), ["the islanders"]),
        ("Brandt let him know that it broke.", ("Brandt", "let", "that it broke"), ["him"]),
        ("“It broke,” Brandt told us.", ("Brandt", "told", "“It broke,”"), ["us"]),
        ("“It broke?” asked Brandt.", ("Brandt", "asked", "“It broke?”"), []),
        ("Dam is safe, mayor tells town", ("mayor", "tells", "Dam is safe"), ["town"]),
        ("Sources to “Al-Jisr”: the dam is safe", ("Sources", ":", "the dam is safe"), ["“Al-Jisr”"]),
    ],
)
def test_other_verbs(text: str, part: tuple[str, ...], expected: list[str]) -> None:
    """Verbs with a preposition of their own, with the object in the content or before a colon, in headlines."""
    assert told(text, part) == [expected]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Residents were told that it broke.", ("", "were told", "that it broke"), ["Residents"]),
        ("The mayor, Lem Orlo, was told to go.", ("", "was told", "to go"), ["The mayor, Lem Orlo"]),
        ("Thousands told to leave", ("Thousands", "told", "to leave"), ["Thousands"]),
        ("Brandt vows to leave", ("Brandt", "vows", "to leave"), []),
        ("Brandt, however, had told him that it broke.", ("", "had told", "that it broke"), ["him"]),
        ("It broke, but he had been asked to wait.", ("", "had been asked", "to wait"), ["he"]),
        ("Staff have been told by Orlo not to talk.", ("Orlo", "have been told", "not to talk"), ["Staff"]),
    ],
)
def test_passives(text: str, part: tuple[str, ...], expected: list[str]) -> None:
    """Whoever was told is the subject."""
    assert told(text, part) == [expected]


def test_a_participle_is_about_the_one_who_answers() -> None:
    """The source of the other statement in the sentence, with the words that name it."""
    text = 'Asked by a guest whether it broke, the mayor said: "No."'
    parts = ("a guest", "Asked", "whether it broke"), ("the mayor", "said", '"No."')
    assert told(text, *parts) == [["the mayor"], []]


def test_a_participle_behind_its_subject() -> None:
    """The source before the comma is the one who was asked, and answers."""
    text = "Brandt, asked whether it broke, said no."
    parts = ("Brandt,", "asked", "whether it broke"), ("", "said", "no")
    assert told(text, *parts) == [["Brandt,"], []]


def test_a_participle_is_about_the_subject_where_nobody_answers() -> None:
    """The subject of the main clause, though it says nothing."""
    text = "Asked whether it broke, the mayor shook her head."
    assert told(text, ("", "Asked", "whether it broke")) == [["the mayor"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Speaking to reporters in Lund, Brandt said {SAFE}.", ["reporters"]),
        (f"Addressing a crowd of supporters, Brandt said {SAFE}.", ["a crowd of supporters"]),
        (f"In a letter to the council, Brandt said {SAFE}.", ["the council"]),
        (f"In a report presented to the committee on Monday, Brandt said {SAFE}.", ["the committee"]),
        (f"In a reply to questions, Brandt said {SAFE}.", []),
        (f"In a letter to resign, Brandt said {SAFE}.", []),
        (f"In an interview with Channel 5, Brandt said {SAFE}.", []),
        (f"Speaking in Lund, Brandt said {SAFE}.", []),
    ],
)
def test_words_around_a_statement(text: str, expected: list[str]) -> None:
    """Whom the sentence's other words say that it was directed to."""
    assert told(text, ("Brandt", "said", SAFE)) == [expected]


def test_a_letter_that_a_clause_tells_of() -> None:
    """The receiver of a letter is spoken to by what the letter says, not by the sentence around it."""
    text = "The dam is old, said Orlo, who sent a letter to the council in which Brandt called it safe."
    parts = ("Orlo", "said", "The dam is old,"), ("Brandt", "called", "it safe")
    assert told(text, *parts) == [[], ["the council"]]


WORDS = st.lists(
    st.sampled_from(
        [
            "told",
            "to",
            "the",
            "Brandt",
            ",",
            "“",
            "”",
            ".",
            "asked",
            "was",
            "in",
            "a",
            "letter",
            "of",
            "TV",
            "'s",
            "’",
            "which",
            "reporters",
            "on",
            "X",
            "said",
        ]
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(WORDS.map(" ".join) | st.text(max_size=80), st.data())
def test_addressees_lie_inside_the_report(text: str, data: st.DataObject) -> None:
    """Any text, any spans: what comes out is a stretch of the text, without blanks at its ends."""
    layout = layout_of("x " + text)
    made = any_statements(data, layout)
    for found in addressees(layout, made):
        for to in found.addressees:
            words = to.span.of(layout.text)
            assert words and words == words.strip() and to.span.end <= len(layout.text)
