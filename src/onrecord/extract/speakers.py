"""Speakers: each statement's source as actors of the report, or the reason why there are none."""

import re
from dataclasses import dataclass, replace

from onrecord.encoder.bundle import Bundle
from onrecord.encoder.confidence import probability
from onrecord.extract.actors import Cast
from onrecord.extract.certainty import grounds
from onrecord.extract.cluster import Cluster
from onrecord.extract.clusters import DOUBT, Clusters
from onrecord.extract.layout import Layout
from onrecord.extract.naming import naming, plural_group, reason
from onrecord.extract.pairs import pair
from onrecord.extract.phrases import Head, Name, heads
from onrecord.model.attribution import Addressee, Attribution, Naming, Tier, Unresolved
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """Who speaks: clusters, or why none; and how they are named."""

    speakers: tuple[Cluster, ...]
    unresolved: Unresolved
    naming: Naming
    candidates: tuple[Cluster, ...] = ()
    chance: float = 1.0
    form: str = ""


class Speakers:
    """Resolves the sources and addressees of one report's statements."""

    def __init__(self, layout: Layout, clusters: Clusters, names: list[Name], cast: Cast, bundle: Bundle) -> None:
        self.layout = layout
        self.text = layout.text
        self.clusters = clusters
        self.names = names
        self.cast = cast
        self.bundle = bundle
        self.grounds: dict[str, list[float]] = {}
        self.people = layout.language.people
        self._at = {m.span.end: n for n, m in enumerate(clusters.found)}

    def __call__(self, statements: Statements) -> Statements:
        """``statements`` with speakers, naming, reason and the actors of addressees; in reading order."""
        done: list[Attribution] = []
        answers: dict[str, _Answer] = {}
        for a in statements:
            why = reason(self.layout, a, done)
            answer = self._answer(a, bool(why), done, answers)
            answers[a.id] = answer
            self.grounds[a.id] = grounds(a, len(answer.speakers), answer.unresolved, answer.form, answer.chance)
            done.append(
                replace(
                    a,
                    speakers=tuple(dict.fromkeys(self.cast.id(c) for c in answer.speakers)),
                    unresolved=answer.unresolved,
                    candidates=tuple(dict.fromkeys(self.cast.id(c) for c in answer.candidates)),
                    naming=answer.naming,
                    reason=why if answer.naming in ("described", "bare") else (),
                    tier=self._tier(a, answer),
                    addressees=tuple(Addressee(to.span, self._addressee(to.span)) for to in a.addressees),
                )
            )
        return tuple(done)

    def _tier(self, a: Attribution, answer: _Answer) -> Tier:
        (chance,) = probability(self.bundle.certainty, [self.grounds[a.id]])
        return "sure" if chance >= self.bundle.sure and answer.unresolved != "unclear" else "check"

    def _answer(
        self, a: Attribution, withheld: bool, before: list[Attribution], answers: dict[str, _Answer]
    ) -> _Answer:
        said = naming(self.text, a.source, self.layout.language, a.cue)
        if not a.source:
            shared = self._shared(a, before)
            return answers[shared.id] if shared else _Answer((), "unnamed" if said == "bare" else "absent", said)
        first_person = self._first_person(a)
        if first_person:
            around = [b for b in before if any(s.covers(a.source[0]) for s in b.content)]
            return answers[around[-1].id] if around else _Answer((), "unclear", "named")
        two = pair(self.clusters, a.source[0])
        if two:
            return _Answer(two, "", "named", chance=DOUBT)
        found = [head for span in a.source for head in heads(self.text, span, self.names, self.people)]
        clusters = [cluster for head in found if (cluster := self._cluster(head)) is not None]
        if found and found[0].form == "pronoun" and not clusters and not withheld:
            open_ = self.clusters.anaphora.open.get(self._at.get(found[0].span.end, -1), [])
            return _Answer((), "unclear", "named", tuple(open_))
        if said == "bare" or withheld:
            return _Answer((), "unnamed", said if said != "named" else "described")
        if not clusters:
            return _unknown(said)
        answer = self._told(a, found, clusters, said)
        chance = min(self.clusters.anaphora.chance.get(self._number(head), 1.0) for head in found)
        return replace(answer, chance=chance, form=found[0].form)

    def _told(self, a: Attribution, found: list[Head], clusters: list[Cluster], said: Naming) -> _Answer:
        named = tuple(c for c in clusters if c.named)
        if named and (len(named) == len(clusters)):
            return _Answer(named, "", "named")
        if all(c.kind in ("organisation", "place", "document") for c in clusters):
            return _Answer(tuple(clusters), "", "named")
        if found[0].form == "pronoun":
            if clusters[0].kind == "group":
                return _Answer(tuple(clusters), "", "described")
            return _unknown("named" if "named" in self._called(clusters[0]) else "described")
        if all(plural_group(span.of(self.text), self.layout.language) for span in a.source):
            return _Answer(tuple(clusters), "", said)
        return _unknown(said)

    def _called(self, cluster: Cluster) -> set[Naming]:
        """How the words name somebody that a pronoun points back to."""
        mentions = (self.clusters.found[m] for m in cluster.members)
        return {naming(self.text, (m.span,), self.layout.language) for m in mentions if m.form != "pronoun"}

    def _shared(self, a: Attribution, before: list[Attribution]) -> Attribution | None:
        """The statement before ``a`` in its sentence whose source speaks on: "She said ..., adding ..."."""
        if not a.cue or self._passive(a):
            return None
        start = self.layout.sentences[self.layout.sentence(a.cue[0].start)].start
        if not re.search(self.people.shares, self.text[start : a.cue[0].start]):
            return None
        earlier = [b for b in before if b.source and b.cue and b.parent == a.parent]
        latest = max(earlier, key=lambda b: b.cue[0].start, default=None)
        return latest if latest and start <= latest.cue[0].start < a.cue[0].start else None

    def _passive(self, a: Attribution) -> bool:
        words = a.cue[0].of(self.text).split()
        return words[0][0].isupper() or any(word.lower() in self.people.passive for word in words[:-1])

    def _first_person(self, a: Attribution) -> bool:
        words = " ".join(span.of(self.text) for span in a.source).lower()
        return words in ("i", "we", "me", "us")

    def _cluster(self, head: Head) -> Cluster | None:
        return self.clusters.of.get(self._number(head))

    def _number(self, head: Head) -> int:
        return self._at.get(head.span.end if head.form == "name" else head.word.end, -1)

    def _addressee(self, span: Span) -> str:
        for head in heads(self.text, span, self.names, self.people)[:1]:
            cluster = self._cluster(head)
            if cluster is not None and (cluster.named or cluster.kind != "person"):
                return self.cast.id(cluster)
        return ""


def _unknown(said: Naming) -> _Answer:
    """Nobody in particular: whose words name somebody is named, only not known."""
    return _Answer((), "unclear" if said == "named" else "unnamed", said)
