"""Scare quotes, "what he called", "so-called", "alleged"."""

import pytest
from extract.reports import layout, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.distance import distance
from onrecord.model.attribution import Attribution, Kind
from onrecord.model.span import Span


def distanced(text: str, content: str, kind: Kind = "indirect") -> list[str]:
    """The distanced words of the one statement of ``text``."""
    (row,) = distance(layout(text), (statement(text, "Falk", "said", content, kind=kind),))
    return [span.of(text) for span in row.distanced]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Falk said the "reform" had failed.', ['"reform"']),
        ("Falk said the ‘quiet deal’ had failed.", ["‘quiet deal’"]),
        ('Falk said the letter "went unread" there.', []),
        ('Falk said the plan was "quite out of the question" now.', []),
        ('Falk said he had read "The Long Night" twice.', []),
        ('Falk said he had sung in the film "Harbour" twice.', []),
        ('Falk said she had told "Nordwind" everything.', []),
        ('Falk said the gate would open "within nine hours" there.', []),
        ('Falk said she had "all necessary means" there.', []),
        ('Falk said Roth had "buried the letter" there.', []),
        ('Falk said it was "like a feast" there.', ['"like a feast"']),
        ('Falk said the plan was "unripe."', []),
        ('Falk said Roth used the word "harvest" twice.', []),
        ('Falk said the "so-called list of the guilty" had failed.', ['"so-called list of the guilty"']),
        ("Falk said the so-called night watch had failed.", ["so-called night watch"]),
        ("Falk said the alleged payments by Roth were loans.", ["alleged payments"]),
        ("Falk said that Roth alleged fraud.", []),
        ("Falk said that Roth had alleged that it rained.", []),
        ('Falk said that what Roth called "a set of small errors" cost money.', ['"a set of small errors"']),
        ("Falk said that what the mayor has called a campaign of lies, went on.", ["a campaign of lies"]),
        ("Falk said it rained on the don't-know's house.", []),
        ('Falk said the "reform had failed.', []),
    ],
)
def test_distanced(text: str, expected: list[str]) -> None:
    """A few words in quotation marks, and what is called so, or alleged; not titles, and not whole sentences."""
    assert distanced(text, text.removesuffix(".").removeprefix("Falk said ")) == expected


def test_utterance() -> None:
    """A short sentence that is said is no scare quote; a word that is called so is one even where nothing else is."""
    assert distanced('Falk said: "We go now."', '"We go now."', "direct") == []
    assert distanced('Falk said "piracy".', '"piracy"', "direct") == ['"piracy"']


def test_innermost() -> None:
    """The words belong to the innermost statement."""
    text = 'Falk said that Roth had promised a "fresh start" to all.'
    outer = statement(text, "Falk", "said", 'that Roth had promised a "fresh start" to all', id="a")
    inner = statement(text, "Roth", "had promised", 'a "fresh start"', id="b")
    assert [len(s.distanced) for s in distance(layout(text), (outer, inner))] == [0, 1]


def test_beside_and_above() -> None:
    """The outlet's own words count to the statement in their paragraph, a headline's to the next; others to none."""
    paragraphs = ('Talks end over "broken" pledge', 'Roth left, said Falk. The "summit" was cold.', 'A "cold" day.')
    rows = layout(*paragraphs, first="headline")
    (row,) = distance(rows, (statement(rows.text, "Falk", "said", "Roth left"),))
    assert [span.of(rows.text) for span in row.distanced] == ['"broken"', '"summit"']


def test_no_statements() -> None:
    """Where nobody speaks, nothing is kept at a distance."""
    assert distance(layout('A "cold" day.'), ()) == ()


@given(st.text(alphabet="ab \n\"'“”‘’.,so-calledwhtg", min_size=1, max_size=200), st.integers(0, 100))
def test_any_text(text: str, at: int) -> None:
    """Distanced words lie inside the report, in order and apart."""
    cut = min(at, len(text) - 1)
    row = Attribution("s", "mixed", (), (), (Span(cut, len(text)),), 0.9, "sure")
    (done,) = distance(layout(text), (row,))
    assert all(span.end <= len(text) for span in done.distanced)
    assert all(a.end <= b.start for a, b in zip(done.distanced, done.distanced[1:], strict=False))
