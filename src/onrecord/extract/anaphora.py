"""Who is meant by a pronoun or a description: what speaks for each cluster, weighed by weights that are fitted to
annotated reports (training.anaphora). Only words and places count, never what a name sounds like."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from copy import copy
from typing import NamedTuple

import numpy as np

from onrecord.encoder.decoding import Floats
from onrecord.extract.cluster import Cluster
from onrecord.extract.layout import Layout
from onrecord.extract.mentions import Found
from onrecord.model.attribution import Attribution
from onrecord.model.span import SpanIndex

#: What is known of a candidate, in this order; the last two are of there being none.
FEATURES = (
    "link",
    "latest_link",
    "often",
    "before",
    "spoke_last",
    "spoke_before",
    "same_sentence",
    "sentence_before",
    "two_before",
    "same_paragraph",
    "opened_sentence",
    "reports",
    "is_quoted",
    "stated",
    "agrees",
    "disagrees",
    "pronoun",
    "named",
    "opens_paragraph",
    "nearest",
    "second",
    "possessive",
    "place",
    "quoted_apart",
    "spoke_here",
    "called",
    "headed",
    "none",
    "fresh",
)
#: A mention whose likeliest antecedent is less likely is left open, with those that are likely enough.
OPEN, LIKELY = 0.28, 0.05
#: Links are taken to lie between these.
_LINK = 8.0
_OTHER = {"he": "she", "she": "he"}
_POSSESSIVE = re.compile(r"[’']s?\b|s[’'](?!\w)")


class Words(NamedTuple):
    """What the words of a description say: the numbers of the clusters that are ``called`` so beside or in their name,
    or that were mentioned by the same word (``headed``); whether it opens like something new (``fresh``: "her lawyer").
    """

    called: Set[int] = frozenset()
    headed: Set[int] = frozenset()
    fresh: bool = False


class Anaphora:
    """Chooses the antecedents of one report's mentions, in text order.

    What other pronouns are taken to mean says who is a "he": ``before`` is a first reading of the whole report.

    Attributes:
        chance: how likely it is that a mention belongs where it was put, where that is in doubt.
        open: for mentions that were put nowhere the clusters that may be meant, the likeliest first.
        weighed: for every mention asked about its candidates and their features.
    """

    def __init__(self, layout: Layout, found: list[Found], statements: Iterable[Attribution], weights: Floats) -> None:
        self.found = found
        self.weights = weights
        self._begin(None)
        self._sentence = [layout.sentence(m.span.start) for m in found]
        self._paragraph = [layout.paragraph(m.span.start) for m in found]
        self._quoted = [layout.quoted(m.span.start) for m in found]
        self._opens = [n == 0 or self._sentence[n - 1] != s for n, s in enumerate(self._sentence)]
        self._possessive = [bool(_POSSESSIVE.match(layout.text, m.span.end)) for m in found]
        self._said = SpanIndex((content, a) for a in statements for content in a.content)
        self._starts = [m.span.start for m in found]

    def again(self) -> "Anaphora":
        """For a second reading: what stands where is kept, what was chosen is not."""
        second = copy(self)
        second._begin(self)
        return second

    def _begin(self, before: "Anaphora | None") -> None:
        self.before = before
        self.chance: dict[int, float] = {}
        self.open: dict[int, list[Cluster]] = {}
        self.weighed: dict[int, tuple[list[Cluster], Floats]] = {}
        # By pronoun and the first mention of each candidate how likely the one means the other; and their sums.
        self._shares: dict[int, dict[int, float]] = {}
        self._votes: defaultdict[tuple[int, str], float] = defaultdict(float)

    def choose(
        self, n: int, candidates: list[Cluster], of: Mapping[int, Cluster], words: Words | None = None
    ) -> Cluster | None:
        """Which of the ``candidates``, all mentioned before, mention ``n`` belongs to; None where that is none of them,
        or not clear. ``of``: the clusters of the mentions so far; ``words`` for a description."""
        features = self._features(n, candidates, of, words or Words())
        self.weighed[n] = (candidates, features)
        scores = features @ self.weights[2 if words else 0 if self.found[n].head else 1]
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        if not words:
            self._vote(n, candidates, chances)
        order = [int(i) for i in np.argsort(-chances, kind="stable")]
        if order[0] == len(candidates) or chances[order[0]] < OPEN:
            likely = [candidates[i] for i in order if i < len(candidates) and chances[i] > LIKELY]
            self.open[n] = [cluster for cluster in likely[:3] if cluster.named]
            return None
        self.chance[n] = float(chances[order[0]])
        return candidates[order[0]]

    def _vote(self, n: int, candidates: list[Cluster], chances: Floats) -> None:
        self._shares[n] = {c.first: float(chance) for c, chance in zip(candidates, chances, strict=False)}
        for first, share in self._shares[n].items():
            self._votes[first, self.found[n].pronoun] += share

    def _voted(self, n: int, cluster: Cluster, pronoun: str) -> float:
        """How many other pronouns of this kind mean ``cluster``: of the reading before, else of those so far."""
        if self.before is None:
            return self._votes[cluster.first, pronoun]
        own = self.before._shares.get(n, {}).get(cluster.first, 0.0) if self.found[n].pronoun == pronoun else 0.0
        return max(self.before._votes[cluster.first, pronoun] - own, 0.0)

    def _spoke(self, n: int, of: Mapping[int, Cluster]) -> list[Cluster]:
        """The two who spoke last before mention ``n``, the latest first."""
        latest: list[Cluster] = []
        for m in reversed(range(n)):
            cluster = of.get(m) if self.found[m].head else None
            if cluster is not None and cluster.kind != "place" and cluster not in latest:
                latest.append(cluster)
                if len(latest) == 2:
                    break
        return latest

    def _features(self, n: int, candidates: list[Cluster], of: Mapping[int, Cluster], words: Words) -> Floats:
        """(candidates + 1, FEATURES); the last row is for none of them."""
        spoke = self._spoke(n, of)
        links = dict(self.found[n].links)
        reporting = self._reporting(n, of)
        latest = [c.members[bisect_left(c.members, n) - 1] for c in candidates]
        order = sorted(range(len(candidates)), key=lambda i: -latest[i])
        rank = {i: place for place, i in enumerate(order)}
        out = np.zeros((len(candidates) + 1, len(FEATURES)), dtype=np.float32)
        out[-1, -2:] = 1, words.fresh
        pronoun = self.found[n].pronoun
        for i, (c, last) in enumerate(zip(candidates, latest, strict=True)):
            away = self._sentence[n] - self._sentence[last]
            scores = [links[m] for m in c.members if m in links]
            spoken = spoke.index(c) if c in spoke else -1
            out[i] = (
                max(-_LINK, min(max(scores, default=-_LINK), _LINK)),
                max(-_LINK, min(links.get(last, -_LINK), _LINK)),
                math.log(len(c.members)),
                math.log(bisect_left(c.members, n)),
                spoken == 0,
                spoken == 1,
                away == 0,
                away == 1,
                away == 2,
                self._paragraph[n] == self._paragraph[last],
                self._opens[last] and away < 2,
                c is reporting and not self._quoted[n],
                c is reporting and self._quoted[n],
                bool(c.gender) and c.gender == pronoun,
                math.log1p(self._voted(n, c, pronoun)),
                math.log1p(self._voted(n, c, _OTHER.get(pronoun, ""))),
                self.found[last].pronoun == pronoun and away < 3,
                c.named,
                spoken == 0 and self._opens[n] and self._paragraph[n] != self._paragraph[max(n - 1, 0)],
                rank[i] == 0,
                rank[i] == 1,
                self._possessive[last],
                c.kind == "place",
                self._quoted[last] and not self._quoted[n],
                self.found[last].head is not None and away == 0,
                c.number in words.called,
                c.number in words.headed,
                0,
                0,
            )
        return out

    def _reporting(self, n: int, of: Mapping[int, Cluster]) -> Cluster | None:
        """Whoever is reported as saying what mention ``n`` stands in."""
        span = self.found[n].span
        around = [a for content, a in self._said.overlapping(span) if content.covers(span)]
        for a in sorted(around, key=lambda a: sum(s.end - s.start for s in a.content)):
            if a.source and not any(s.covers(span) for s in a.source):
                return next((of[m] for m in self._heads(a) if m in of), None)
        return None

    def _heads(self, a: Attribution) -> Iterator[int]:
        """The mentions that a statement's source is about."""
        for span in a.source:
            for m in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
                if self.found[m].head:
                    yield m
