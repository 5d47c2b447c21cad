"""The actors of a report: clusters of mentions as records, with what the report says of them."""

import re
from collections.abc import Iterator

from onrecord.encoder.words import WORD
from onrecord.extract.cluster import Cluster
from onrecord.extract.clusters import Clusters
from onrecord.extract.mentions import Found
from onrecord.model.actor import Actor, Mention
from onrecord.model.span import Span
from onrecord.ontologies.coding import Coding

_EDGES = " ,.;:—–-'’\"“”()"


class Cast:
    """The actors of one report by cluster: each gets its id when it is first asked for, and its record at the end."""

    def __init__(self, clusters: Clusters, coding: Coding) -> None:
        self.clusters = clusters
        self.coding = coding
        # Numbered as they appear in the text, whether or not they turn out to take part.
        first = sorted(clusters.all, key=lambda c: c.members[0])
        self._ids = {id(cluster): f"A{n}" for n, cluster in enumerate(first, 1)}
        self._wanted = {id(cluster) for cluster in clusters.all if cluster.named}

    def id(self, cluster: Cluster) -> str:
        """The id of the cluster's actor, which from now on is one of the report's."""
        self._wanted.add(id(cluster))
        return self._ids[id(cluster)]

    def actors(self) -> tuple[Actor, ...]:
        """All who are named or take part, in the order of their first mention."""
        return tuple(self._actor(cluster) for cluster in self._in_order())

    def mentions(self) -> tuple[Mention, ...]:
        """Their mentions, in text order."""
        found = self.clusters.found
        made = [
            Mention(found[n].span, found[n].form, cluster.kind, self._ids[id(cluster)])
            for cluster in self._in_order()
            for n in cluster.members
        ]
        return tuple(sorted(made, key=lambda m: (m.span, m.actor)))

    def _in_order(self) -> list[Cluster]:
        chosen = [cluster for cluster in self.clusters.all if id(cluster) in self._wanted]
        return sorted(chosen, key=lambda c: int(self._ids[id(c)][1:]))

    def _actor(self, cluster: Cluster) -> Actor:
        text = self.clusters.text
        members = [self.clusters.found[n] for n in cluster.members]
        names = [m.span.of(text) for m in members if m.form == "name"]
        described = [" ".join(span.of(text).split()) for span in self.clusters.spans(cluster)]
        # For a government its country's name, else the name with the most words, the first of them.
        name = self.coding.country_name(cluster.code, names) or max(names, key=lambda n: len(n.split()), default="")
        roles = tuple(dict.fromkeys(role for words in described if (role := self._role(words))))
        everything = [*described, *([] if cluster.kind == "person" else names)]
        words = [word for phrase in everything for word in _words(phrase)]
        # Titles in names ("Senator X") stand before them.
        return Actor(
            id=self._ids[id(cluster)],
            name=_bare(name),
            description="" if name else _first_description(members, text),
            kind=cluster.kind,
            roles=roles if cluster.kind == "person" else (),
            country=cluster.code or self.coding.country(everything),
            sector=self.coding.sector(words, cluster.kind, cluster.code),
            source_type=self.coding.source_type(words, cluster.kind, cluster.code),
        )

    def _role(self, words: str) -> str:
        """A description as a role: without article and commas; empty where it names no office or calling."""
        stripped = re.sub(r"^(?:the|a|an)\s+", "", words.strip(_EDGES), flags=re.IGNORECASE).strip(_EDGES)
        return stripped if any(self.coding.known(word) for word in _words(stripped)) else ""


def _words(phrase: str) -> Iterator[str]:
    return (m.group().lower() for m in WORD.finditer(phrase) if m.group()[0].isalnum())


def _bare(name: str) -> str:
    return " ".join(re.sub(r"[’']s?$", "", name).split())


def _first_description(members: list[Found], text: str) -> str:
    span: Span = next((m.span for m in members if m.form == "nominal"), members[0].span)
    return " ".join(span.of(text).split())
