"""Two who speak as one: "both men", "the two ministers", "neither side"."""

import re

from onrecord.extract.cluster import Cluster
from onrecord.extract.clusters import Clusters
from onrecord.model.span import Span

#: Paragraphs back in which the two were mentioned last.
_NEAR = 3


def pair(clusters: Clusters, span: Span) -> tuple[Cluster, ...]:
    """The two whom the words at ``span`` stand for: of those who fit and were mentioned of late the two sides that the
    report speaks of most, or the two people who spoke last. None where the words are of no two, or fewer fit."""
    people = clusters.people
    said = re.match(people.pair, span.of(clusters.text), re.IGNORECASE)
    if said is None:
        return ()
    noun = (said["noun"] or "").lower()
    paragraph = clusters.layout.paragraph(span.start)
    last: dict[Cluster, int] = {}
    spoke: set[Cluster] = set()
    for n, mention in enumerate(clusters.found):
        if mention.span.start >= span.start:
            break
        cluster = clusters.of.get(n)
        if cluster is not None and cluster.named:
            last[cluster] = n
            if mention.head and paragraph - clusters.layout.paragraph(mention.span.start) <= _NEAR:
                spoke.add(cluster)
    near = [
        cluster
        for cluster, n in last.items()
        if paragraph - clusters.layout.paragraph(clusters.found[n].span.start) <= _NEAR
        and _fits(clusters, cluster, noun)
    ]
    # Whose gender the report says rather than those of whom it says nothing.
    if noun in people.sides:
        late = sorted(near, key=lambda c: (-len(c.members), -last[c]))[:2]
    else:
        gendered = noun in people.pair_genders
        late = sorted(near, key=lambda c: (gendered and not clusters.gender(c), c not in spoke, -last[c]))[:2]
    return tuple(sorted(late, key=lambda c: c.first)) if len(late) == 2 else ()


def _fits(clusters: Clusters, cluster: Cluster, noun: str) -> bool:
    people = clusters.people
    if noun in people.sides:
        return cluster.kind in ("organisation", "place")
    if cluster.kind != "person":
        return False
    gender = people.pair_genders.get(noun)
    if gender:
        return clusters.gender(cluster) in ("", gender)
    singular = noun.removesuffix("s")
    return singular not in people.offices or cluster in clusters.in_office(singular)
