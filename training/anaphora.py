"""Weights of what speaks for a pronoun's antecedent (onrecord.extract.anaphora), fitted to our own reports and to GUM.

A choice among the candidates and "none of them" by a softmax over weighted features, with a ridge. What is known of
each candidate hangs on the pronouns before it, so the whole is run with the weights of the round before.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.mentions import clusters_of, plain

from onrecord.encoder.runtime import Runtime
from onrecord.extract.cluster import Cluster
from onrecord.extract.clusters import Clusters
from onrecord.extract.mentions import Found
from onrecord.extract.phrases import heads
from onrecord.languages.en.people import PEOPLE
from onrecord.model.span import Span
from training.desk import normal, read, report_of
from training.treebank import Annotated

RIDGE = 10.0
STEPS = 400


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun: which weights it takes, the features of its candidates and of none, which of these rows are right,
    and the text that it is of."""

    row: int
    features: np.ndarray
    right: np.ndarray
    text: str


def of_report(path: Path, runtime: Runtime) -> Iterator[Choice]:
    """The pronouns that speak in a report of our own."""
    _, data = read(path)
    clusters = clusters_of(report_of(path), runtime)
    forms = {
        actor["id"]: {normal(form) for form in (actor["name"], *actor["forms"]) if form} for actor in data["actors"]
    }
    at = {m.word.end: n for n, m in enumerate(clusters.found)}
    for a in data["attributions"]:
        n = _mention(clusters, at, a)
        if n is None or n not in clusters.anaphora.weighed:
            continue
        candidates, features = clusters.anaphora.weighed[n]
        said = [_actor(clusters, c, forms) for c in candidates]
        if len(a["speakers"]) == 1:
            right = [actor == a["speakers"][0] for actor in said]
        elif a["unresolved"] == "unnamed":
            right = [not c.named and actor == "" for c, actor in zip(candidates, said, strict=True)]
        else:
            continue
        yield Choice(_row(clusters.found[n]), features, _or_none(right), path.stem)


def _mention(clusters: Clusters, at: dict[int, int], a: dict) -> int | None:
    """The mention that an annotated source is about."""
    if len(a["source"]) != 1:
        return None
    found = heads(clusters.text, Span(*a["source"][0]), (), PEOPLE)
    return at.get(found[0].word.end) if len(found) == 1 else None


def _row(mention: Found) -> int:
    return 2 if mention.form == "nominal" else 0 if mention.head else 1


def _or_none(right: list[bool]) -> np.ndarray:
    return np.array([*right, not any(right)], dtype=bool)


def _actor(clusters: Clusters, cluster: Cluster, forms: dict[str, set[str]]) -> str:
    """The annotated actor whom most of a cluster's names and descriptions are of."""
    words = [clusters.found[m].span.of(clusters.text) for m in cluster.members if clusters.found[m].form != "pronoun"]
    found = Counter(id for w in words for id, theirs in forms.items() if normal(w) in theirs)
    return max(sorted(found), key=lambda id: found[id], default="")


def of_treebank(annotated: Annotated, runtime: Runtime) -> Iterator[Choice]:
    """The pronouns of a document with coreference."""
    clusters = clusters_of(plain(annotated.text, annotated.paragraphs), runtime)
    chain = {annotated.tokens[m.head].end: m.chain for m in annotated.mentions}
    for n, (candidates, features) in clusters.anaphora.weighed.items():
        own = chain.get(clusters.found[n].word.end)
        if own is None:
            continue
        right = []
        for c in candidates:
            words = [clusters.found[m] for m in c.members if m < n]
            named = [m for m in words if m.form != "pronoun"] or words
            right.append(chain.get(named[-1].word.end) == own)
        yield Choice(_row(clusters.found[n]), features, _or_none(right), annotated.name)


def fit(choices: list[Choice], share: list[float], ridge: float = RIDGE) -> np.ndarray:
    """The weights, one a feature, under which the right rows are likeliest; by gradient with momentum."""
    kept = [(c, s) for c, s in zip(choices, share, strict=True) if len(c.right) > 1]
    rows = np.concatenate([c.features for c, _ in kept]).astype(np.float64)
    group = np.repeat(np.arange(len(kept)), [len(c.right) for c, _ in kept])
    start = np.concatenate([[0], np.cumsum([len(c.right) for c, _ in kept])[:-1]])
    right = np.concatenate([c.right for c, _ in kept])
    weight = np.array([s for _, s in kept])
    scale = rows.std(0) + 1e-6
    x, w, speed = rows / scale, np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    total = weight.sum()
    for _ in range(STEPS):
        scores = x @ w
        scores -= np.maximum.reduceat(scores, start)[group]
        e = np.exp(scores)
        every = e / np.add.reduceat(e, start)[group]
        r = e * right
        gold = r / np.maximum(np.add.reduceat(r, start), 1e-30)[group]
        gradient = ((every - gold) * weight[group]) @ x / total + ridge * w / total
        speed = 0.9 * speed - 0.3 * gradient
        w = w + speed
    return w / scale


def right_share(choices: list[Choice], weights: np.ndarray) -> float:
    """The share of choices whose likeliest row is right."""
    return float(np.mean([c.right[int(np.argmax(c.features @ weights[c.row]))] for c in choices]))


#: What a pronoun of the treebank counts beside one of our reports, for those that speak; and the reverse, for others.
GUM_SHARE, OWN_SHARE = 0.1, 0.5


def weights(own: list[Choice], gum: list[Choice]) -> np.ndarray:
    """The bundle's table: weights for pronouns that speak, for others, and for descriptions."""
    pronouns, theirs = ([c for c in choices if c.row < 2] for choices in (own, gum))
    described, theirs_described = ([c for c in choices if c.row == 2] for choices in (own, gum))
    return np.stack(
        [
            fit(pronouns + theirs, [1.0] * len(pronouns) + [GUM_SHARE] * len(theirs)),
            fit(pronouns + theirs, [OWN_SHARE] * len(pronouns) + [1.0] * len(theirs)),
            fit(described + theirs_described, [1.0] * len(described) + [GUM_SHARE] * len(theirs_described)),
        ]
    )
