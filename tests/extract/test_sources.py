"""Sources mended: who is told is none, and a subject right before its verb is one."""

import pytest
from extract.reports import layout, statement

from onrecord.extract.sources import sources


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "mended"),
    [
        ("Residents were told that the dam would hold.", "Residents", "were told", "that the dam would hold", []),
        ("Ilse Varga had been urged to stay.", "Ilse Varga", "had been urged", "to stay", []),
        (
            "Ilse Varga told us that the dam would hold.",
            "Ilse Varga",
            "told",
            "that the dam would hold",
            ["Ilse Varga"],
        ),
        ("By noon, the harbour master warned of a flood.", "", "warned", "of a flood", ["the harbour master"]),
        ("He said she feared a flood.", "", "feared", "a flood", ["she"]),
        ("He said an officer had warned of a flood.", "", "had warned", "of a flood", ["an officer"]),
        ("The pilot, she said, had warned of a flood.", "", "had warned", "of a flood", ["The pilot, she said,"]),
        ("Ilse Varga met him on Monday and warned of a flood.", "", "warned", "of a flood", ["Ilse Varga"]),
        ("It rained and warned of a flood.", "", "warned", "of a flood", ["It"]),
        ("“I warned of a flood.", "“I", "warned", "of a flood", ["I"]),
        ("“Radio Lunn” warned of a flood.", "“Radio Lunn”", "warned", "of a flood", ["“Radio Lunn”"]),
        ("‘Radio Lunn’ warned of a flood.", "‘Radio Lunn’", "warned", "of a flood", ["‘Radio Lunn’"]),
        ("It was announced that the port would close.", "", "was announced", "that the port would close", []),
        ("Varga left, saying the port would close.", "", "saying", "the port would close", []),
        (
            "She had received a letter asking her to leave.",
            "She",
            "had received a letter asking",
            "her to leave",
            ["a letter"],
        ),
    ],
)
def test_sources(text: str, source: str, cue: str, content: str, mended: list[str]) -> None:
    """The passive's subject is the addressee; a clause's subject speaks; participles and passives have none there."""
    (a,) = sources(layout(text), (statement(text, source, cue, content),))
    assert [s.of(text) for s in a.source] == mended


def test_the_id_follows_the_source() -> None:
    """An id is the digest of all spans."""
    text = "Residents were told that the dam would hold."
    before = statement(text, "Residents", "were told", "that the dam would hold")
    (after,) = sources(layout(text), (before,))
    (same,) = sources(layout(text), (after,))
    assert after.id != before.id
    assert same == after


def test_one_who_spoke_before_in_the_sentence_is_left_to_the_speakers() -> None:
    """A second verb of saying shares its speaker, not the subject of what was said first."""
    text = "She said the plan failed and warned of a flood."
    said = statement(text, "She", "said", "the plan failed")
    _, warned = sources(layout(text), (said, statement(text, "", "warned", "of a flood")))
    assert warned.source == ()
