"""Speakers: each statement's source as actors of the report, or the reason why there are none."""

from dataclasses import dataclass, replace

from onrecord.extract.actors import Cast
from onrecord.extract.clusters import Cluster, Clusters
from onrecord.extract.layout import Layout
from onrecord.extract.naming import naming, plural_group, reason
from onrecord.extract.phrases import Head, Name, heads
from onrecord.model.attribution import Addressee, Attribution, Naming, Unresolved
from onrecord.model.span import Span

Statements = tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    """Who speaks: clusters, or why none; and how they are named."""

    speakers: tuple[Cluster, ...]
    unresolved: Unresolved
    naming: Naming
    candidates: tuple[Cluster, ...] = ()
    doubtful: bool = False


class Speakers:
    """Resolves the sources and addressees of one report's statements."""

    def __init__(self, layout: Layout, clusters: Clusters, names: list[Name], cast: Cast) -> None:
        self.layout = layout
        self.text = layout.text
        self.clusters = clusters
        self.names = names
        self.cast = cast
        self.people = layout.language.people
        self._at = {m.span.end: n for n, m in enumerate(clusters.found)}

    def __call__(self, statements: Statements) -> Statements:
        """``statements`` with speakers, naming, reason and the actors of addressees; in reading order."""
        done: list[Attribution] = []
        answers: dict[str, _Answer] = {}
        for a in statements:
            why = reason(self.layout, a)
            answer = self._answer(a, bool(why), done, answers)
            answers[a.id] = answer
            done.append(
                replace(
                    a,
                    speakers=tuple(dict.fromkeys(self.cast.id(c) for c in answer.speakers)),
                    unresolved=answer.unresolved,
                    candidates=tuple(dict.fromkeys(self.cast.id(c) for c in answer.candidates)),
                    naming=answer.naming,
                    reason=why if answer.naming in ("described", "bare") else (),
                    tier="check" if answer.doubtful else a.tier,
                    addressees=tuple(Addressee(to.span, self._addressee(to.span)) for to in a.addressees),
                )
            )
        return tuple(done)

    def _answer(
        self, a: Attribution, withheld: bool, before: list[Attribution], answers: dict[str, _Answer]
    ) -> _Answer:
        said = naming(self.text, a.source, self.layout.language, a.cue)
        if not a.source:
            return _Answer((), "unnamed" if said == "bare" else "absent", said)
        first_person = self._first_person(a)
        if first_person:
            around = [b for b in before if any(s.covers(a.source[0]) for s in b.content)]
            return answers[around[-1].id] if around else _Answer((), "unclear", "named")
        found = [head for span in a.source for head in heads(self.text, span, self.names, self.people)]
        clusters = [cluster for head in found if (cluster := self._cluster(head)) is not None]
        if found and found[0].form == "pronoun" and not clusters:
            open_ = self.clusters.open.get(self._at.get(found[0].span.end, -1), [])
            return _Answer((), "unclear", "named", tuple(open_), doubtful=True)
        if said == "bare" or withheld:
            return _Answer((), "unnamed", said if said != "named" else "described")
        if not clusters:
            return _unknown(said)
        answer = self._told(a, found, clusters, said)
        return replace(answer, doubtful=any(self._number(head) in self.clusters.doubtful for head in found))

    def _told(self, a: Attribution, found: list[Head], clusters: list[Cluster], said: Naming) -> _Answer:
        named = tuple(c for c in clusters if c.named)
        if named and (len(named) == len(clusters)):
            return _Answer(named, "", "named")
        if all(c.kind in ("organisation", "place", "document") for c in clusters):
            return _Answer(tuple(clusters), "", "named")
        if found[0].form == "pronoun":
            group = clusters[0].kind == "group"
            return _Answer(tuple(clusters) if group else (), "" if group else "unnamed", "described")
        if all(plural_group(span.of(self.text), self.layout.language) for span in a.source):
            return _Answer(tuple(clusters), "", said)
        return _unknown(said)

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
