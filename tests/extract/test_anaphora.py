"""Whom a pronoun means, by weights given by hand: what counts is shown one at a time."""

import numpy as np
import pytest
from extract.reports import layout, span, statement

from onrecord.extract.anaphora import FEATURES, OPEN, Anaphora
from onrecord.extract.cluster import Cluster
from onrecord.extract.mentions import Found
from onrecord.model.attribution import Attribution

TEXT = "Ilse Varga met Tom Okoro. She said that he was late."
NAMES = ("Ilse Varga", "Tom Okoro")


def weights(**named: float) -> np.ndarray:
    row = [named.get(name, 0.0) for name in FEATURES]
    return np.array([row] * 3, dtype=np.float32)


def asked(pronoun: str, said: tuple[Attribution, ...] = (), **named: float) -> tuple[Anaphora, str]:
    """Who is chosen for the one pronoun of TEXT between both names."""
    spans = [span(TEXT, name) for name in NAMES]
    found = [Found(s, s, "name", "person", "", None, ()) for s in spans]
    at = span(TEXT, pronoun)
    found.append(Found(at, at, "pronoun", "person", pronoun.lower(), None, ((0, 0.0), (1, 0.0))))
    clusters = [Cluster(n, "person", [n], [(name,)]) for n, name in enumerate(NAMES)]
    anaphora = Anaphora(layout(TEXT), found, said, weights(none=-9.0, **named))
    chosen = anaphora.choose(2, clusters, dict(enumerate(clusters)))
    return anaphora, "" if chosen is None else NAMES[chosen.number]


@pytest.mark.parametrize(("named", "who"), [({"opened_sentence": 3.0}, "Ilse Varga"), ({"nearest": 3.0}, "Tom Okoro")])
def test_what_weighs_most_decides(named: dict[str, float], who: str) -> None:
    """The subject of the sentence before, or the last one named."""
    assert asked("She", **named)[1] == who


def test_nothing_known_is_left_open() -> None:
    """With the same chance for all and for none of them there is no choice, and all that may be meant are kept."""
    found = Anaphora(layout(TEXT), [], (), weights())
    assert found.open == {}
    anaphora, who = asked("She", nearest=0.01)
    assert who == "Tom Okoro"
    assert OPEN < anaphora.chance[2] < 0.51
    text = "Ilse Varga met Tom Okoro and Ada Brandt. She said that he was late."
    names = ("Ilse Varga", "Tom Okoro", "Ada Brandt")
    spans = [span(text, name) for name in names]
    mentions = [Found(s, s, "name", "person", "", None, ()) for s in spans]
    at = span(text, "She")
    mentions.append(Found(at, at, "pronoun", "person", "she", None, ()))
    clusters = [Cluster(n, "person", [n], [(name,)]) for n, name in enumerate(names)]
    level = Anaphora(layout(text), mentions, (), weights())
    assert level.choose(3, clusters, dict(enumerate(clusters))) is None
    assert level.open[3] == clusters


def test_whoever_is_quoted_is_no_he_in_the_quotation() -> None:
    """Speakers do not speak of themselves as others do."""
    text = "“He was late,” said Tom Okoro. Ilse Varga laughed."
    spans = [span(text, "He"), span(text, "Tom Okoro")]
    found = [
        Found(spans[0], spans[0], "pronoun", "person", "he", None, ((1, 0.0),)),
        Found(spans[1], spans[1], "name", "person", "", None, ()),
    ]
    said = statement(text, "Tom Okoro", "said", "“He was late,”")
    cluster = Cluster(0, "person", [1], [("okoro",)])
    anaphora = Anaphora(layout(text), found, (said,), weights(is_quoted=-5.0, none=-1.0))
    assert anaphora.choose(0, [], {1: cluster}) is None
