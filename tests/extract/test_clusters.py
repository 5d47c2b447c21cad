"""Mentions put together: names by their words, the rest by links and by what words allow. Links are given by hand."""

import re

import pytest
from extract.reports import layout

from onrecord.encoder.bundle import load
from onrecord.encoder.mentions import PRONOUNS
from onrecord.extract.anaphora import Anaphora
from onrecord.extract.clusters import Clusters
from onrecord.extract.foretold import read_twice
from onrecord.extract.mentions import Found
from onrecord.extract.names import name_key, same_name
from onrecord.extract.phrases import heads
from onrecord.languages.en.people import PEOPLE
from onrecord.model.span import Span
from onrecord.ontologies.countries import countries

_MARK = re.compile(r"\[(\w)(\w)(?: ([^\]]+))\]")
_KINDS = {"p": "person", "o": "organisation", "l": "place", "g": "group"}


def clusters(marked: str, links: dict[tuple[str, str], float] | None = None) -> tuple[Clusters, list[Found]]:
    """Clusters of a text with mentions marked as ``[np Ilse Varga]``: form (n name, d description, p pronoun), kind,
    words. ``links``: (later words, earlier words) -> score; all others are -9."""
    text, found, at = "", [], 0
    spans: list[tuple[str, str, Span]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((match[1], match[2], Span(len(text), len(text) + len(match[3]))))
        text += match[3]
        at = match.end()
    text += marked[at:]
    for n, (form, kind, span) in enumerate(spans):
        words = span.of(text)
        scores = tuple((m, (links or {}).get((words, spans[m][2].of(text)), -9.0)) for m in range(n))
        word = Span(span.end - len(words.split()[-1]), span.end)
        head = next(iter(heads(text, span, (), PEOPLE)), None) if form == "d" else None
        pronoun = PRONOUNS.get(words.lower(), "") if form == "p" else ""
        long = {"n": "name", "d": "nominal", "p": "pronoun"}[form]
        found.append(Found(span, word, long, _KINDS[kind], pronoun, head, scores))  # type: ignore[arg-type]
    it = layout(*text.split("\n\n"))
    anaphora = Anaphora(it, found, (), load().anaphora)
    return read_twice(Clusters(it, found, countries()), anaphora), found


def together(marked: str, links: dict[tuple[str, str], float] | None = None) -> list[list[str]]:
    """The words of each cluster."""
    made, found = clusters(marked, links)
    return [[found[n].span.of(made.text) for n in cluster.members] for cluster in made.all]


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Ilse Varga", "Varga", "person", True),
        ("Ilse Varga", "Mr Varga's", "person", True),
        ("Ilse Varga", "Tom Varga", "person", False),
        ("Ilse Varga", "I. Varga", "person", True),
        ("Federal Harbour Bureau", "FHB", "organisation", True),
        ("Lunn Shipping Group", "Lunn Shipping", "organisation", True),
        ("Lunn Shipping", "Lunn Bakeries", "organisation", False),
        ("Ilse Varga QC", "Miss Varga", "person", True),
    ],
)
def test_names_of_one(one: str, other: str, kind: str, same: bool) -> None:
    """Surnames, initials, short forms; different first names are different people."""
    assert same_name(name_key(one, PEOPLE), name_key(other, PEOPLE), kind) is same  # type: ignore[arg-type]


def test_a_surname_goes_to_the_latest_of_that_name() -> None:
    """Of two people of one surname the one who was named last."""
    text = "[np Ilse Varga] met [np Tom Varga]. [np Varga] left."
    assert together(text) == [["Ilse Varga"], ["Tom Varga", "Varga"]]


def test_a_title_tells_two_of_one_surname_apart() -> None:
    """“Ms” does not go to whom the report calls “Mr”."""
    text = "Ms [np Ilse Varga] met Mr [np Tom Varga]. Ms [np Varga] left."
    assert together(text) == [["Ilse Varga", "Varga"], ["Tom Varga"]]


def test_kin_who_share_a_surname_are_two() -> None:
    """Also where the surname stood alone first."""
    text = "[np Varga] left. [np Ilse Varga] met [np Tom Varga]."
    assert together(text) == [["Varga", "Ilse Varga"], ["Tom Varga"]]


def test_a_deputy_is_not_the_one_deputised_for() -> None:
    """“The deputy mayor” is not the mayor."""
    text = "[dp The mayor], [np Ilse Varga], met [np Tom Okoro], [dp the deputy mayor]. [dp The deputy mayor] left."
    assert together(text)[1] == ["Tom Okoro", "the deputy mayor", "The deputy mayor"]


def test_an_age_finds_whose_it_is() -> None:
    """“The 46-year-old” is who is 46."""
    text = "[np Ilse Varga], [dp a farmer of 46], met [np Tom Okoro]. [dp The 46-year-old] left."
    linked = {("a farmer of 46", "Ilse Varga"): 5.0, ("The 46-year-old", "Ilse Varga"): -1.0}
    linked["The 46-year-old", "Tom Okoro"] = -1.0
    assert "The 46-year-old" in together(text, linked)[0]


def test_a_ministry_of_another_country_is_another() -> None:
    """Whatever the link says."""
    text = "[do The Dutch ministry] left. [do The Ugandan ministry] stayed."
    assert len(together(text, {("The Ugandan ministry", "The Dutch ministry"): 5.0})) == 2


def test_capital_and_country_are_one_actor() -> None:
    """A government is meant by its capital."""
    assert together("[nl Russia] agreed. [nl Moscow] had refused.") == [["Russia", "Moscow"]]


def test_a_pronoun_follows_its_best_link() -> None:
    """Within the limits of gender that words give."""
    text = "[np Ilse Varga] met the spokesman [np Tom Okoro]. [pp She] left."
    assert together(text, {("She", "Tom Okoro"): -5.0, ("She", "Ilse Varga"): 2.0})[0] == ["Ilse Varga", "She"]


def test_a_spokesman_is_no_she() -> None:
    """Whatever the link says."""
    text = "The spokesman [np Tom Okoro] left. [pp She] stayed."
    made, _ = clusters(text, {("She", "Tom Okoro"): 3.0})
    assert 1 not in made.of


def test_an_office_finds_its_holder() -> None:
    """“The envoy” is the one person of whom the report says that they are an ambassador."""
    text = "[dp Tarvia's ambassador] [np Ilse Varga] met [np Tom Okoro]. [dp The envoy] left."
    linked = {("The envoy", "Ilse Varga"): -1.0}
    assert together(text, linked)[0] == ["Tarvia's ambassador", "Ilse Varga", "The envoy"]


def test_something_new_refers_to_nobody() -> None:
    """“An official” is not who was named before."""
    text = "The official [np Ilse Varga] left. [dp An official] stayed."
    assert together(text, {("An official", "Ilse Varga"): 5.0})[-1] == ["An official"]


def test_a_headline_finds_the_name_below_it() -> None:
    """“Envoy” in the first line is the ambassador who is named in the second."""
    text = "[dp Tarvian envoy] leaves\n\n[dp The ambassador] [np Ilse Varga] left."
    assert together(text)[-1][0] == "Tarvian envoy"
    assert "Ilse Varga" in together(text)[-1]
