"""Both readings of the mentions, and descriptions put with nobody, joined to whom the report names elsewhere."""

from onrecord.encoder.words import WORD
from onrecord.extract.anaphora import Anaphora
from onrecord.extract.cluster import Cluster
from onrecord.extract.clusters import DOUBT, Clusters
from onrecord.extract.mentions import Found

#: Paragraphs after the lead in which whom it describes is named.
DELAY = 3


def read_twice(named: Clusters, anaphora: Anaphora) -> Clusters:
    """The clusters of names with all the rest. Who is a he or a she, and who is named only after a description, is
    known when all has been read once."""
    first = forward(named.resolved(anaphora))
    return forward(named.resolved(anaphora.again(), first))


def forward(clusters: Clusters) -> Clusters:
    """``clusters`` with descriptions joined to the one person of that office who is named before them, or soon after:
    "Envoy says ..." in a headline."""
    for cluster in [c for c in clusters.all if not c.named and c.kind == "person"]:
        first = clusters.found[cluster.members[0]]
        if clusters.opener(first) in clusters.people.indefinite and clusters.layout.paragraph(first.span.start) > 1:
            continue
        word = first.word.of(clusters.text).lower()
        holders = [c for c in clusters.in_office(word, clusters.rank(first)) if c.kind == "person"]
        sole = [c for c in holders if c.named and c.first < cluster.first]
        if len(sole) == 1 and clusters.opener(first) == "the" and clusters.agrees(cluster, sole[0]):
            clusters.anaphora.chance |= dict.fromkeys(cluster.members, DOUBT)
            clusters.merge(cluster, sole[0])
            continue
        later = [c for c in holders if c.named and clusters.named_at(c) > cluster.first]
        near = [c for c in later if clusters.layout.paragraph(clusters.found[clusters.named_at(c)].span.start) <= 4]
        linked = [c for c in near if clusters.agrees(cluster, c)]
        if len(linked) == 1:
            clusters.merge(cluster, linked[0])
        else:
            _delayed(clusters, cluster, first, linked or clusters.all)
    return clusters


def _delayed(clusters: Clusters, cluster: Cluster, first: Found, among: list[Cluster]) -> None:
    """Join the description that a report opens with to the first person after it who speaks by name: "A harbour
    minister said ..." in the headline or the lead, who is named in the paragraphs that follow."""
    lead = clusters.layout.lead
    if clusters.layout.paragraph(first.span.start) > lead or not first.head or _nobody(clusters, first):
        return
    office = first.word.of(clusters.text).lower() in clusters.people.offices
    for other in sorted((c for c in among if c.named and c.kind == "person"), key=lambda c: c.members[0]):
        speaks = next((m for m in other.members if clusters.found[m].head), None)
        if speaks is None or clusters.layout.paragraph(clusters.found[speaks].span.start) > lead + DELAY:
            continue
        if clusters.named_at(other) < cluster.first or not clusters.agrees(cluster, other):
            continue
        if office and among is clusters.all and _holds_another(clusters, other):
            continue
        clusters.anaphora.chance |= dict.fromkeys(cluster.members, DOUBT)
        clusters.merge(cluster, other)
        return


def _nobody(clusters: Clusters, mention: Found) -> bool:
    """Whether a description is of the kind that reports leave unnamed: "an official", "a source"."""
    return mention.word.of(clusters.text).lower() in clusters.people.unnamed


def _holds_another(clusters: Clusters, cluster: Cluster) -> bool:
    """Whether the report says what office somebody holds (and it is not the one asked for)."""
    words = {w.group().lower() for s in cluster.described for w in WORD.finditer(clusters.text, s.start, s.end)}
    return bool(words & clusters.people.offices)
