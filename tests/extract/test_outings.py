"""The words for how something went out, and which statement of their sentence they belong to."""

import pytest
from extract.test_channels import SAFE, Found, sent


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in a later text message", [("letter", "a later text message")]),
        ("at an earlier hearing", [("court", "an earlier hearing")]),
        (
            "at a hearing of the council's safety committee",
            [("parliament", "a hearing of the council's safety committee")],
        ),
        ("over Signal", [("letter", "Signal")]),
        (
            "in a statement read on state television",
            [("statement", "a statement read on state television"), ("broadcast", "state television")],
        ),
        ("in a letter read out at the meeting", [("letter", "a letter read out at the meeting")]),
        ('on "Good Morning, Skagen,"', [("broadcast", "Good Morning, Skagen")]),
    ],
)
def test_kinds(words: str, expected: Found) -> None:
    """What stands around the noun, or instead of one."""
    assert sent(f"Brandt said {words} that {SAFE}.", ("Brandt", "said", f"that {SAFE}")) == [expected]


@pytest.mark.parametrize(
    "words", ["handed over video to her and", "pointing at the court", "as it is before the courts"]
)
def test_no_channels(words: str) -> None:
    """Prepositions that belong to a verb lead to no channel."""
    assert sent(f"Brandt said, {words}, that {SAFE}.", ("Brandt", "said", f"that {SAFE}")) == [[]]


def test_who_opens_an_occasion_speaks_there() -> None:
    """ "Opening the ceremony"."""
    text = f"Opening the ceremony, Brandt said {SAFE}."
    assert sent(text, ("Brandt", "said", SAFE)) == [[("appearance", "the ceremony")]]


def test_who_speaks_in_print_or_before_a_colon() -> None:
    """What stands in the source: who published it, or on what it was said."""
    text = f"A poll published by the weekly Krug suggested that {SAFE}."
    assert sent(text, ("A poll published by the weekly Krug", "suggested", f"that {SAFE}")) == [
        [("press", "the weekly Krug")]
    ]
    text = f"A letter seen by the weekly Krug suggested that {SAFE}."
    found = sent(text, ("A letter seen by the weekly Krug", "suggested", f"that {SAFE}"))
    assert [kind for kind, _ in found[0]] == ["letter"]
    text = f"Mayor Brandt on Nord TV: {SAFE}."
    assert sent(text, ("Mayor Brandt on Nord TV", ":", SAFE)) == [[("broadcast", "Nord TV")]]


def test_what_was_said_on_the_telephone_is_reported_between_commas() -> None:
    """ "In a call, he said, X told him": the call is that of X."""
    text = f"In a telephone call, he said, Brandt told him that {SAFE}."
    parts = ("he", "said", f"Brandt told him that {SAFE}"), ("Brandt", "told", f"that {SAFE}")
    assert sent(text, *parts) == [[], [("letter", "a telephone call")]]


def test_what_is_done_in_saying_something_goes_out_with_it() -> None:
    """ "Urged them to wait, saying in a letter that ..."."""
    text = f"Brandt urged them to wait, saying in an open letter that {SAFE}."
    parts = ("Brandt", "urged", "to wait"), ("", "saying", f"that {SAFE}")
    assert sent(text, *parts) == [[("letter", "an open letter")]] * 2


def test_media_that_are_spoken_of() -> None:
    """A report in a paper that is denied; a paper that the next clause is about; a clause that ends."""
    text = f"Brandt denied a report in the daily Krug that {SAFE}."
    assert sent(text, ("Brandt", "denied", "a report", f"that {SAFE}")) == [[]]
    text = f"He replied to Krug, a daily, which reported that {SAFE}."
    assert sent(text, ("which", "reported", f"that {SAFE}")) == [[]]
    text = f"She spoke to the daily Krug and that Brandt promised that {SAFE}."
    assert sent(text, ("Brandt", "promised", f"that {SAFE}")) == [[]]


def test_a_name_is_no_letter() -> None:
    """ "The Skagen Mail" is a paper."""
    assert sent(f"The Skagen Mail said {SAFE}.", ("The Skagen Mail", "said", SAFE)) == [[]]


def test_an_outlets_own_programme() -> None:
    """The outlet's name before the title of what it broadcasts."""
    text = f"Brandt told Nord Network's Breakfast that {SAFE}."
    found = sent(text, ("Brandt", "told", f"that {SAFE}"), outlet="Nord Network News")
    assert found == [[("broadcast", "Nord Network's Breakfast")]]


def test_a_place_is_no_outlet() -> None:
    """ "In Skagen, the X agency" and an outlet that is called after a place."""
    text = f"In Skagen, the Krug agency moved. In Skagen, Brandt said {SAFE}."
    assert sent(text, ("Brandt", "said", SAFE), outlet="Skagen Ledger") == [[]]
