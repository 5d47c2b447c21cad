"""Sources as actors, or the reason why there are none. Mentions are found by hand, without the model."""

import pytest
from extract.reports import layout, span, statement

from onrecord.encoder.bundle import load
from onrecord.extract.actors import Cast
from onrecord.extract.anaphora import Anaphora
from onrecord.extract.clusters import Clusters
from onrecord.extract.mentions import Found
from onrecord.extract.phrases import Name, heads
from onrecord.extract.speakers import Speakers
from onrecord.languages.en.people import PEOPLE
from onrecord.model.actor import Actor
from onrecord.model.attribution import Attribution
from onrecord.ontologies.coding import coding

NAMES = ("Ilse Varga", "Tom Okoro")


def spoken(text: str, *statements: Attribution) -> tuple[tuple[Attribution, ...], dict[str, Actor]]:
    """The statements with their speakers, and the actors by id; names are NAMES, mentions the names and sources."""
    it = layout(text)
    names = [Name(span(text, name), "person") for name in NAMES if name in text]
    sources = {h.word.end: h for a in statements for s in a.source for h in heads(text, s, names, PEOPLE)}
    found = {n.span.end: Found(n.span, n.span, "name", "person", "", None, ()) for n in names}
    for h in sources.values():
        pronoun = {"she": "she", "he": "he"}.get(h.span.of(text).lower(), "other") if h.form == "pronoun" else ""
        found[h.span.end] = Found(h.span, h.word, h.form, h.kind, pronoun, h, ())
    bundle = load()
    mentions = sorted(found.values(), key=lambda m: m.span)
    anaphora = Anaphora(it, mentions, statements, bundle.anaphora)
    clusters = Clusters(it, mentions, coding().countries).resolved(anaphora)
    cast = Cast(clusters, coding())
    done = Speakers(it, clusters, names, cast, bundle)(statements)
    return done, {actor.id: actor for actor in cast.actors()}


def one(text: str, source: str, **fields: object) -> tuple[Attribution, list[str]]:
    """The one statement of a text, and what its speakers are called."""
    (a,), actors = spoken(text, statement(text, source, "said", "it was late", **fields))
    return a, [actors[id].label for id in a.speakers]


def test_a_named_person() -> None:
    """With what stands beside the name as a role, and what that says of country and sector."""
    text = "The Norwegian harbour minister, Ilse Varga, said it was late."
    (a,), actors = spoken(text, statement(text, "The Norwegian harbour minister, Ilse Varga,", "said", "it was late"))
    (actor,) = (actors[id] for id in a.speakers)
    assert (actor.name, actor.country, actor.sector, actor.source_type) == ("Ilse Varga", "NOR", "GOV", "official")
    assert actor.roles == ("Norwegian harbour minister",)
    assert (a.naming, a.unresolved) == ("named", "")


def test_two_speak_together() -> None:
    """A joint statement has both."""
    assert one("Ilse Varga and Tom Okoro said it was late.", "Ilse Varga and Tom Okoro")[1] == [
        "Ilse Varga",
        "Tom Okoro",
    ]


BEFORE = "Ms Ilse Varga met Mr Tom Okoro."


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        ("Both", ["Ilse Varga", "Tom Okoro"]),
        ("The two", ["Ilse Varga", "Tom Okoro"]),
        ("Neither of them", ["Ilse Varga", "Tom Okoro"]),
        ("The pair, still angry,", ["Ilse Varga", "Tom Okoro"]),
        ("Both women", []),
        ("Both sides", []),
        ("The two mayors", []),
    ],
)
def test_two_who_are_known_speak_as_one(source: str, speakers: list[str]) -> None:
    """Where as many of that kind were mentioned."""
    assert one(f"{BEFORE} {source} said it was late.", source)[1] == speakers


def test_whom_the_report_leaves_unnamed_is_nobody() -> None:
    """A particular person, described: no speaker, and no candidates."""
    a, speakers = one("A senior official said it was late.", "A senior official")
    assert (speakers, a.unresolved, a.naming, a.candidates) == ([], "unnamed", "described", ())


def test_sources_are_bare() -> None:
    """Nothing is known but that there are some."""
    a, speakers = one("Sources said it was late.", "Sources")
    assert (speakers, a.unresolved, a.naming) == ([], "unnamed", "bare")


def test_a_general_group_is_an_actor() -> None:
    """Described, and resolved."""
    a, speakers = one("Western officials said it was late.", "Western officials")
    assert (speakers, a.unresolved, a.naming) == (["Western officials"], "", "described")


def test_an_institution_is_named() -> None:
    """“The ministry” can be identified."""
    a, speakers = one("The ministry said it was late.", "The ministry")
    assert (speakers, a.naming) == (["The ministry"], "named")


def test_without_a_source_there_is_nobody() -> None:
    """Nothing stands there."""
    text = "It was announced that it was late."
    (a,), _ = spoken(text, statement(text, "", "was announced", "that it was late"))
    assert (a.speakers, a.unresolved, a.naming) == ((), "absent", "none")


def test_i_is_whoever_says_so() -> None:
    """Inside a quotation “I” is the one who is quoted."""
    text = "“I said it was late,” Ilse Varga told the court."
    outer = statement(text, "Ilse Varga", "told", "“I said it was late,”")
    inner = statement(text, "I", "said", "it was late", parent=outer.id)
    done, actors = spoken(text, outer, inner)
    assert [[actors[id].name for id in a.speakers] for a in done] == [["Ilse Varga"], ["Ilse Varga"]]


def test_a_pronoun_without_a_link_is_unclear() -> None:
    """Nobody it could mean: unclear, and never a guess."""
    a, speakers = one("She said it was late.", "She")
    assert (speakers, a.unresolved) == ([], "unclear")
    assert a.tier == "check"
