"""Named, described or bare; a group or so many persons; and why somebody is not named."""

from dataclasses import replace

import pytest
from extract.reports import layout, span, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract import naming as module
from onrecord.languages.en.english import ENGLISH
from onrecord.model.attribution import Attribution
from onrecord.model.span import Span

NAMED = """
    Moscow | the ministry | police in Oslo | The indictment | the company | Edda Falk, 41, |
    Mr. Falk | the mayor | she |
    the union's president, Ole Brandt, | a baker in Bonn, Edda Falk, | Rebels | prosecutors |
    a report by the institute |
    state television | Spokeswoman Edda Falk | her lawyer, Jan Roth, | Falk and two colleagues |
    a woman who gave her name as Olga | a man calling himself Rook | the two | a court |
    the assembly | Mayor Edda Falk, who was in Bonn, | one of them, Ole Brandt, |
    a member of the council, Rima al-Sayegh, | the ministers | both governments | the two men |
    Germany's general staff | the coast guard | each mediator | Bonn’s chamber of commerce |
    a recording heard by the Bonn Courier | one of them, a clerk who gave her name only as Olga |
    State records
"""
DESCRIBED = """
    the family | her family | Germany's foreign minister | her commander | everyone |
    a senior official | two diplomats | residents | Western officials | a ministry spokeswoman | Analysts | Witnesses |
    a person close to the mayor | sources in the ministry | security sources |
    hundreds of protesters | About 3,000 people |
    one of the hostages | a Kremlin source | a farmer in Exeter, Devon, | an aide to Falk |
    A retired general | Fishermen |
    three people who attended the meeting | his mother | a 34-year-old teacher | members of the family | another |
    a laboratory in Turku | the soldiers | a spokesman for the army, speaking in Bonn, | friendly countries |
    Nearly all | The gunmen | Mr Roth's agent | A Department of Works spokesman | Villagers upstream
"""
BARE = """
    sources | a source | insiders | people familiar with the matter |
    a person with knowledge of the talks | the sources |
    sources close to the matter | two people briefed on the plan |
    sources who asked not to be named | an anonymous source |
    a person who was not authorised to speak publicly
"""


def listed(rows: str) -> list[str]:
    return [" ".join(row.split()) for row in rows.split("|")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [(w, kind) for kind, rows in (("named", NAMED), ("described", DESCRIBED), ("bare", BARE)) for w in listed(rows)],
)
def test_naming(words: str, expected: str) -> None:
    """A source's words alone tell whether it can be somebody known."""
    text = f"It rained.\n\n{words}"
    assert module.naming(text, (span(text, words),), ENGLISH) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("A retired general", "named"), ("A spokesman", "described"), ("Two diplomats", "described")],
)
def test_introduced(words: str, expected: str) -> None:
    """Who is introduced in the first paragraph is named further on, unless it is somebody whom reports do not name."""
    text = f"Snow in Bonn\n\n{words} said it snowed."
    assert module.naming(text, (span(text, words),), ENGLISH) == expected


def test_common_nouns() -> None:
    """A plural that opens a sentence may be a name; a report that has it in small letters too shows that it is none."""
    text = "Snow. Exporters said it snowed. Only the largest exporters said so."
    assert module.naming(text, (span(text, "Exporters"),), ENGLISH) == "described"
    assert module.naming("Exporters said so.", (Span(0, 9),), ENGLISH) == "named"


def test_no_source() -> None:
    """Without a source the cue tells whether one is hidden."""
    text = "Falk is believed to be ill. It believed him."
    assert module.naming(text, (), ENGLISH, (span(text, "is believed"),)) == "bare"
    assert module.naming(text, (span(text, "It"),), ENGLISH, (Span(text.rindex("believed"), len(text) - 5),)) == "named"
    text = "It is believed to be old. It was announced."
    assert module.naming(text, (), ENGLISH, (span(text, "is believed"),)) == "bare"
    assert module.naming(text, (), ENGLISH, (span(text, "was announced"),)) == "none"


@pytest.mark.parametrize(
    "words",
    ["Western officials", "residents", "hundreds of protesters", "some 300 people", "local people", "Their relatives"],
)
def test_groups(words: str) -> None:
    """Plurals, and crowds that are only estimated, are groups."""
    assert module.plural_group(words, ENGLISH)


@pytest.mark.parametrize(
    "words",
    ["two diplomats", "several officials", "a senior official", "one of the hostages", "12 officials", "sources", ""],
)
def test_not_groups(words: str) -> None:
    """One person, so many persons, and bare sources are none."""
    assert not module.plural_group(words, ENGLISH)


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (
            "A clerk, who asked not to be named because the file is secret, said it rained.",
            "A clerk, who asked not to be named because the file is secret,",
            "because the file is secret",
        ),
        (
            "It rained, said a clerk who was not authorised to speak publicly.",
            "a clerk who was not authorised to speak publicly",
            "who was not authorised to speak publicly",
        ),
        (
            "A clerk, speaking on condition of anonymity, said it rained.",
            "A clerk",
            "on condition of anonymity",
        ),
        (
            "A clerk said it rained, asking not to be identified for fear of losing her job.",
            "A clerk",
            "for fear of losing her job",
        ),
        (
            "It rained, said a clerk, speaking on condition of anonymity to discuss the file.",
            "a clerk",
            "to discuss the file",
        ),
        (
            "A clerk, whose name the Courier is withholding because he has been threatened, said it rained.",
            "A clerk",
            "because he has been threatened",
        ),
        (
            "The clerk, who won't give her name because her son works there, said it rained.",
            "The clerk",
            "because her son works there",
        ),
        ("A clerk, who fears losing her job, said it rained.", "A clerk", "who fears losing her job"),
        (
            "A clerk, bound by the confidentiality of the talks, said it rained.",
            "A clerk",
            "bound by the confidentiality of the talks",
        ),
        (
            "It rained, said a clerk. He asked not to be named because the file is secret.",
            "a clerk",
            "because the file is secret",
        ),
        (
            "Two clerks said it rained; both asked not to be named because the file is secret.",
            "both",
            "because the file is secret",
        ),
        (
            "The Bonn Courier, citing a clerk it did not name for fear of reprisals, said it rained.",
            "The Bonn Courier",
            "",
        ),
        ("It rained, said a clerk. They asked not to be named because the file is secret.", "a clerk", ""),
        ("A clerk who didn’t want to be named said it rained.", "A clerk who didn’t want to be named", ""),
        ("Edda Falk said it rained because the mast was broken.", "Edda Falk", ""),
        ("A clerk said it rained because the mast was broken.", "A clerk", ""),
        ("A clerk said it rained.", "A clerk", ""),
    ],
)
def test_reason(text: str, source: str, expected: str) -> None:
    """The reason stands in the source or beside it; a mere wish is none, and what is said is none."""
    content = "it rained because the mast was broken" if "mast" in text else "t rained"
    found = module.reason(layout(text), statement(text, source, "said", content))
    assert " ".join(s.of(text) for s in found) == expected


def test_reason_of_another() -> None:
    """What is told of one source is not told of another in the same sentence."""
    text = "A clerk, who was not allowed to speak to the press, said she had asked him to wait."
    assert module.reason(layout(text), statement(text, "she", "had asked", "him to wait")) == ()


@pytest.mark.parametrize(
    ("told", "source", "carried"),
    [
        ("A clerk", "he", True),
        ("A clerk", "the clerk", True),
        ("Two clerks", "one of them", True),
        ("Two clerks", "the other", True),
        ("Two clerks", "one of the clerks", True),
        ("Two clerks", "they", True),
        ("Two clerks", "he", False),
        ("A clerk", "they", False),
        ("A clerk", "the mayor", False),
        ("A clerk", "one of them", False),
    ],
)
def test_carried(told: str, source: str, carried: bool) -> None:
    """A reason holds for the same source further on in the paragraph."""
    parts = f"{told}, speaking anonymously because it is secret, said it rained.", f"It had snowed, {source} said."
    for glue, paragraphs in (("\n\n", parts), (" ", (" ".join(parts),))):
        text = glue.join(parts)
        first = statement(text, told, "said", "it rained")
        first = replace(first, reason=module.reason(layout(*paragraphs), first))
        assert [s.of(text) for s in first.reason] == ["because it is secret"]
        after = statement(text, source, "said", "It had snowed")
        found = module.reason(layout(*paragraphs), after, [first])
        assert found == (first.reason if carried and glue == " " else ())


@given(st.text(alphabet="ab ,.\n—who asked not to be named because of", min_size=1, max_size=200), st.integers(0, 99))
def test_any_text(text: str, at: int) -> None:
    """Reasons lie inside the report, whatever it says."""
    cut = min(at, len(text) - 1)
    row = Attribution("s", "mixed", (Span(cut, cut + 1),), (), (Span(0, len(text)),), 0.9, "sure")
    assert all(found.end <= len(text) for found in module.reason(layout(text), row))
    assert module.naming(text, row.source, ENGLISH) in ("named", "described", "bare", "none")
    assert module.plural_group(text, ENGLISH) in (True, False)
