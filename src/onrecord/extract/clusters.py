"""Mentions that stand for one thing, put together: names by their words, descriptions and pronouns by the model's
links, within the limits that words set (a "she" is no "spokesman"). Nothing is inferred from what a name sounds like.
"""

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from copy import copy
from dataclasses import replace

from onrecord.encoder.words import WORD
from onrecord.extract.anaphora import Anaphora, Words
from onrecord.extract.cluster import Cluster
from onrecord.extract.layout import Layout
from onrecord.extract.mentions import Found
from onrecord.extract.names import apart, name_key, same_name
from onrecord.extract.phrases import heads
from onrecord.model.actor import ActorKind
from onrecord.model.span import Span
from onrecord.ontologies.countries import Countries

#: Links from this score on join a description to what came before; chosen on benchmarks/desk/dev.
DESCRIPTION = 0.0
#: The chance of what a rule of thumb put together.
DOUBT = 0.5
#: Characters between a relative pronoun and what it belongs to.
_RELATIVE = 60
_WITHOUT = -100.0
#: What an institution is called before its name: "the weekly newspaper ", "the Danish charity ".
_CALLED = re.compile(r"(?:[\w’'-]+ ){0,2}[a-z][\w’'-]+ $")
_TITLE = re.compile(r"(?<![\w’'])(?:[A-ZÀ-Þ][\w’'-]* ){1,4}$")


class Clusters:
    """The clusters of a report's mentions, ``found``. ``of[n]`` is the cluster of mention n. At first of names and what
    stands beside them only; ``resolved`` gives those with all the rest."""

    anaphora: Anaphora

    def __init__(self, layout: Layout, found: list[Found], countries: Countries) -> None:
        self.text = layout.text
        self.layout = layout
        self.people = layout.language.people
        self.found = found
        self.countries = countries
        self.all: list[Cluster] = []
        self._made: list[Cluster] = []
        # The numbers of clusters by the words of their descriptions, their names and the heads of their mentions.
        self._described, self._keyed, self._headed = (defaultdict[str, set[int]](set) for _ in range(3))
        self.of: dict[int, Cluster] = {}
        self._at = {m.word.end: n for n, m in enumerate(found)}
        for n, mention in enumerate(found):
            if mention.form == "name":
                self._join(n, self._by_name(n) or self._new(mention.kind))
        self._appositions()

    def resolved(self, anaphora: Anaphora, before: "Clusters | None" = None) -> "Clusters":
        """The clusters with all pronouns and descriptions, as ``anaphora`` chooses among them; these stay as is.
        ``before``: a first reading, which knows who is described first and named later."""
        out = copy(self)
        out.anaphora = anaphora
        new = {c: replace(c, members=[*c.members], keys=[*c.keys], described=[*c.described]) for c in self._made}
        out._made = list(new.values())
        out.all = [new[c] for c in self.all]
        out.of = {n: new[c] for n, c in self.of.items()}
        out._described, out._keyed, out._headed = (
            defaultdict(set, {word: {*numbers} for word, numbers in index.items()})
            for index in (self._described, self._keyed, self._headed)
        )
        for n, name in before.named_later() if before else ():
            if n not in out.of:
                out._join(n, out.of[name])
                out._describe(out.of[n], [self.found[n].span])
        for n, mention in enumerate(self.found):
            if n not in out.of:
                out._resolve(n, mention)
        return out

    def named_at(self, cluster: Cluster) -> int:
        """The number of the first mention that names a cluster."""
        return next(m for m in cluster.members if self.found[m].form == "name")

    def named_later(self) -> Iterator[tuple[int, int]]:
        """The descriptions that stand before the first name of whom they are of, with that name, by their numbers."""
        for cluster in self.all:
            if cluster.named and cluster.kind == "person":
                name = self.named_at(cluster)
                yield from ((n, name) for n in cluster.members if n < name and self.found[n].form == "nominal")

    def _new(self, kind: ActorKind) -> Cluster:
        self.all.append(Cluster(len(self._made), kind))
        self._made.append(self.all[-1])
        return self.all[-1]

    def _numbered(self, numbers: Set[int]) -> list[Cluster]:
        return [self._made[number] for number in sorted(numbers)]

    def _join(self, n: int, cluster: Cluster) -> None:
        mention = self.found[n]
        insort(cluster.members, n)
        self.of[n] = cluster
        self._headed[mention.word.of(self.text).lower()].add(cluster.number)
        if mention.form == "name":
            key = name_key(mention.span.of(self.text), self.people)
            if key not in cluster.keys:
                cluster.keys.append(key)
                for word in key:
                    self._keyed[word].add(cluster.number)
            if cluster.kind == "person":
                self._describe(cluster, self._title(mention))
                age = re.compile(self.people.age).match(self.text, mention.span.end)
                if age:
                    self._described[age[1]].add(cluster.number)
            cluster.code = cluster.code or self._code(mention)
            if cluster.code:
                cluster.kind = "place" if self.countries.is_country(cluster.code) else "organisation"
        cluster.gender = cluster.gender or self._gender(mention)
        if mention.head:
            self._describe(cluster, mention.head.described)

    def _describe(self, cluster: Cluster, spans: Iterable[Span]) -> None:
        for span in spans:
            cluster.described.append(span)
            rank = ""
            for match in WORD.finditer(self.text, span.start, span.end):
                word = match.group().lower()
                self._described[f"{rank}{word}"].add(cluster.number)
                rank = f"{word} " if word in self.people.ranks else rank

    def _title(self, mention: Found) -> list[Span]:
        """The office that stands in capitals right before a name: "Judge", "Deputy Harbour Minister"."""
        before = _TITLE.search(self.text[max(mention.span.start - 60, 0) : mention.span.start])
        if not before or not any(word.lower() in self.people.offices for word in before.group().split()):
            return []
        return [Span(mention.span.start - len(before.group()), mention.span.start - 1)]

    def _code(self, mention: Found) -> str:
        words = mention.span.of(self.text)
        # A department or bureau is an actor of its own; the Kremlin or Downing Street is the government.
        own = self.countries.kind_of(words) == "seat" and (
            words.isupper() or any(word.lower() in self.people.institutions for word in words.split())
        )
        return "" if own else self.countries.code_of(words)

    def _gender(self, mention: Found) -> str:
        """The gender that the words of a name or description give: a title, a word such as spokesman."""
        if mention.form == "pronoun":
            return ""
        word = mention.word.of(self.text).lower()
        if mention.form == "name":
            before = re.search(r"(\w+)\.?\s+$", self.text[max(mention.span.start - 12, 0) : mention.span.start])
            word = before[1].lower() if before else ""
        if word in self.people.he or word in self.people.titles_he:
            return "he"
        return "she" if word in self.people.she or word in self.people.titles_she else ""

    # Names

    def _by_name(self, n: int) -> Cluster | None:
        """The cluster that has this name: the latest with the whole of it, or with a longer or shorter form."""
        mention = self.found[n]
        key = name_key(mention.span.of(self.text), self.people)
        code = self._code(mention)
        latest = sorted(self.all, key=lambda c: -c.members[-1])
        for cluster in latest:
            if key in cluster.keys or (code and code == cluster.code):
                return cluster
        gender = self._gender(mention)
        for cluster in latest:
            if cluster.kind != mention.kind or (gender and cluster.gender and gender != cluster.gender):
                continue
            if mention.kind == "person" and any(apart(key, other) for other in cluster.keys):
                continue
            if any(same_name(key, other, mention.kind) for other in cluster.keys):
                return cluster
        return None

    # Descriptions beside names

    def _appositions(self) -> None:
        for n, mention in enumerate(self.found):
            if mention.form != "name" or mention.kind != "person":
                continue
            cluster = self.of[n]
            described = mention.head.described if mention.head else ()
            for span in described:
                for head in heads(self.text, span, (), self.people)[:1]:
                    self._take(head.word.end, cluster)
            self._beside(n, cluster)
        for n, mention in enumerate(self.found):
            if mention.form == "name" and mention.kind == "organisation":
                before = _CALLED.search(self.text[max(mention.span.start - 60, 0) : mention.span.start])
                if before:
                    start = mention.span.start - len(before.group())
                    self._describe(self.of[n], [Span(start, mention.span.start - 1)])

    def _beside(self, n: int, cluster: Cluster) -> None:
        """Take in the descriptions that stand right before the name, or after it behind a comma."""
        name = self.found[n]
        for m in range(n - 1, max(n - 4, -1), -1):
            between = self.text[self.found[m].word.end : name.span.start]
            if self.found[m].form != "nominal":
                continue
            if not between.strip(" .") or (re.fullmatch(r"[^.;:]{0,60}, ", between) and self._link(n, m) > DESCRIPTION):
                self._take(self.found[m].word.end, cluster)
                self._describe(cluster, [self._phrase(m, between)])
        for m in range(n + 1, min(n + 4, len(self.found))):
            between = self.text[name.span.end : self.found[m].span.start]
            office = self.found[m].word.of(self.text).lower() in self.people.offices
            near = self.found[m].form == "nominal" and re.fullmatch(r", [^,.;:]{0,60}", between)
            # Whose words a source names ends with it: ", said the minister" is of somebody else.
            if name.head and not any(s.covers(self.found[m].word) for s in name.head.described):
                continue
            if near and (office or self._link(m, n) > 0):
                self._take(self.found[m].word.end, cluster)
                start = name.span.end + 2
                self._describe(cluster, [Span(start, self.found[m].word.end)])

    def _phrase(self, m: int, between: str) -> Span:
        """The description with head ``m``, from its article or first capital on, and what follows up to the comma."""
        word = self.found[m].word
        sentence = self.layout.sentences[self.layout.sentence(word.start)]
        before = re.search(
            r"(?:(?:\b(?:the|a|an)\s+)?(?:\b[\w’'.-]+\s+){0,4})$", self.text[max(sentence.start, 0) : word.start]
        )
        start = word.start - (len(before.group()) if before else 0)
        capital = re.search(r"\b[A-Z][\w’'.-]*(?:\s+[A-Z\w’'.-]+)*\s*$", self.text[start : word.start])
        start = start + capital.start() if capital else word.start
        return Span(start, word.end + len(between.rstrip(" ,")))

    def _take(self, end: int, cluster: Cluster) -> None:
        n = self._at.get(end)
        if n is not None and n not in self.of and self.found[n].form == "nominal":
            self._join(n, cluster)

    def _link(self, later: int, earlier: int) -> float:
        return next((score for n, score in self.found[later].links if n == earlier), _WITHOUT)

    # Descriptions and pronouns

    def _resolve(self, n: int, mention: Found) -> None:
        if mention.form == "pronoun":
            self._pronoun(n, mention)
        else:
            self._join(n, self._description(n, mention) or self._new(mention.kind))

    def _pronoun(self, n: int, mention: Found) -> None:
        if mention.pronoun == "other":
            self._relative(n, mention)
            return
        chosen = self.anaphora.choose(n, self._near(n, mention), self.of)
        if chosen is not None:
            self._join(n, chosen)

    def _near(self, n: int, mention: Found, numbers: Set[int] = frozenset()) -> list[Cluster]:
        """What ``mention`` may refer back to: what it fits of these clusters and of what was mentioned of late."""
        near = {self.of[m].number for m, _ in mention.links if m in self.of} | numbers
        return [c for c in self._numbered(near) if c.first < n and self._fits(mention, c)]

    def _relative(self, n: int, mention: Found) -> None:
        """Join a relative pronoun to what stands right before it."""
        if mention.word.of(self.text).lower() in self.people.relatives and n - 1 in self.of:
            between = self.text[self.found[n - 1].span.end : mention.span.start]
            if len(between) <= _RELATIVE and not re.search(r"[.;:!?]", between):
                self._join(n, self.of[n - 1])

    def _fits(self, mention: Found, cluster: Cluster) -> bool:
        if mention.pronoun in ("he", "she"):
            return cluster.kind == "person" and cluster.gender in ("", mention.pronoun)
        if mention.pronoun == "it":
            return cluster.kind not in ("person", "group")
        if mention.pronoun == "they":
            return cluster.kind not in ("place", "person")
        if mention.kind == "person":
            gender = self._gender(mention)
            return cluster.kind == "person" and (not gender or not cluster.gender or gender == cluster.gender)
        return cluster.kind == mention.kind

    def _description(self, n: int, mention: Found) -> Cluster | None:
        """What a description refers back to: nothing, where it opens like something new."""
        word = mention.word.of(self.text).lower()
        opener = self.opener(mention)
        if not opener or opener in self.people.indefinite or opener[0].isdigit():
            return None
        if mention.kind == "group":
            same = [c for c in self._numbered(self._headed[word]) if not c.named and c.kind == "group"]
            return same[-1] if same else None
        called = {c.number for c in self.in_office(word, self.rank(mention))} | self._keyed[word]
        aged = re.search(self.people.aged, self.text[mention.span.start : mention.word.end])
        called |= self._described.get(aged[1], set()) if aged else set()
        headed = self._headed[word]
        words = Words(called, headed, opener in self.people.possessives)
        near = self._near(n, mention, called | headed)
        own = {m.code for m in self.countries.find(self.text[mention.span.start : mention.word.end])}
        if own:  # "the Dutch ministry" is none of another country
            near = [c for c in near if not (theirs := self._countries(c)) or own & theirs]
        return self.anaphora.choose(n, near, self.of, words)

    def rank(self, mention: Found) -> str:
        """The word before an office that makes it another one: "deputy " for "the deputy head teacher"."""
        before = self.text[max(mention.word.start - 40, 0) : mention.word.start]
        phrase = re.split(r"[^\w\s’'-]", before)[-1].lower().split()[-3:]
        return next((f"{word} " for word in phrase if word in self.people.ranks), "")

    def opener(self, mention: Found) -> str:
        """The article, number or possessive that opens a description, in lower case; empty where there is none."""
        if mention.span != mention.word:
            first = WORD.match(self.text, mention.span.start)
            word = first.group().lower() if first else ""
            known = word in self.people.determiners or word in self.people.indefinite or word[:1].isdigit()
            return word if known else self._possessive(mention.span.start, mention.word.start)
        for match in reversed(list(WORD.finditer(self.text, max(mention.word.start - 40, 0), mention.word.start))[-4:]):
            word = match.group().lower()
            if not word[0].isalnum() and word not in ("-", "'", "’"):
                return ""
            if word in self.people.determiners or word in self.people.indefinite or word[0].isdigit():
                return word
        return self._possessive(max(mention.word.start - 40, 0), mention.word.start)

    def _possessive(self, start: int, end: int) -> str:
        return "'s" if re.search(r"[’']s?\s[^.,;:]*$", self.text[start:end]) else ""

    def in_office(self, word: str, rank: str = "") -> list[Cluster]:
        """Of whom the report says that they hold this office or are this, or what is another word for it, of this
        ``rank`` ("deputy ")."""
        names = next((group for group in self.people.same_office if word in group), frozenset([word]))
        holders = set().union(*(self._described.get(f"{rank}{name}", ()) for name in names))
        return self._numbered(holders)

    def agrees(self, cluster: Cluster, other: Cluster) -> bool:
        """Whether no word about their gender or country speaks against their being one."""
        if {self.gender(cluster), self.gender(other)} == {"he", "she"}:
            return False
        mine, theirs = self._countries(cluster), self._countries(other)
        return not mine or not theirs or bool(mine & theirs)

    def _countries(self, cluster: Cluster) -> set[str]:
        """The countries that the descriptions of a cluster name."""
        return {m.code for s in self.spans(cluster) for m in self.countries.find(s.of(self.text))}

    def gender(self, cluster: Cluster) -> str:
        """What words and pronouns say of somebody's gender; empty where they say nothing, or both."""
        said = {self.found[m].pronoun for m in cluster.members} & {"he", "she"}
        return cluster.gender or (said.pop() if len(said) == 1 else "")

    def spans(self, cluster: Cluster) -> list[Span]:
        """The descriptions of a cluster: what stands beside its name, and its nominal mentions."""
        nominal = [self.found[m].span for m in cluster.members if self.found[m].form == "nominal"]
        return [*cluster.described, *nominal]

    def merge(self, cluster: Cluster, into: Cluster) -> None:
        self.all.remove(cluster)
        for n in cluster.members:
            self.of[n] = into
        into.members = sorted([*cluster.members, *into.members])
        into.gender = into.gender or cluster.gender
