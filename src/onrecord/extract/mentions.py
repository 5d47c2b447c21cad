"""Mentions: names, descriptions and pronouns in a report, and what each may refer back to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from onrecord.encoder import mentions as labels
from onrecord.encoder.runtime import Runtime
from onrecord.extract.passages import Passage
from onrecord.extract.phrases import Head, Name, heads
from onrecord.languages.base import PeopleWords
from onrecord.model.actor import ActorKind, Form
from onrecord.model.attribution import Attribution
from onrecord.model.span import Span

_KINDS: tuple[ActorKind, ...] = ("person", "organisation", "place")
_PERSON = labels.FORMS.index("nominal-person")
_PEOPLE = labels.FORMS.index("nominal-people")
_ORGANISATION = labels.FORMS.index("nominal-organisation")


@dataclass(frozen=True, slots=True)
class Found:
    """One mention.

    ``pronoun`` is "he", "she", "it", "they" or "other"; empty where it is none. ``head`` is set for what a source's
    words are about. ``links``: numbers of earlier mentions in the list, and how much each looks like the same thing
    (above 0 rather than not).
    """

    span: Span
    word: Span
    form: Form
    kind: ActorKind
    pronoun: str
    head: Head | None
    links: tuple[tuple[int, float], ...]


def names_of(passages: Iterable[Passage], runtime: Runtime) -> list[Name]:
    """The names in the report, in text order."""
    out = []
    for passage in passages:
        words = passage.words
        for start, end, kind in labels.runs(passage.reading.names, runtime.bundle.names, words):
            span = Span(int(words.start[start]), int(words.end[end - 1]))
            out.append(Name(span, _KINDS[kind]))
    return out


def mentions(
    text: str, passages: Iterable[Passage], statements: Iterable[Attribution], runtime: Runtime, people: PeopleWords
) -> list[Found]:
    """Every mention in text order: what the model finds, and the heads of all sources."""
    passages = tuple(passages)
    names = names_of(passages, runtime)
    sources = {
        head.word.end: head for a in statements for span in a.source for head in heads(text, span, names, people)
    }
    found: list[Found] = []
    for passage in passages:
        found.extend(_in_passage(text, passage, names, sources, runtime, len(found)))
    return found


def _in_passage(
    text: str, passage: Passage, names: list[Name], sources: dict[int, Head], runtime: Runtime, base: int
) -> Iterator[Found]:
    words = passage.words
    runs = labels.runs(passage.reading.names, runtime.bundle.names, words)
    forms = labels.forms(runs, passage.reading.heads, passage.surfaces)
    at = {int(end): i for i, end in enumerate(words.end.tolist())}
    heads_here = {at[end]: head for end, head in sources.items() if end in at}
    fixed = {"organisation": _ORGANISATION, "document": _ORGANISATION, "group": _PEOPLE}
    forms |= {i: fixed.get(head.kind, _PERSON) for i, head in heads_here.items() if head.form == "nominal"}
    made = labels.mentions(forms)
    pairs = labels.pairs(made, words, passage.surfaces)
    scores = runtime.links(passage.reading, made, pairs)
    links: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for later, earlier, score in zip(
        pairs.later.tolist(), pairs.earlier.tolist(), np.round(scores, 3).tolist(), strict=True
    ):
        links[later].append((earlier + base, score))
    kinds: dict[int, ActorKind] = {_PERSON: "person", _PEOPLE: "group", _ORGANISATION: "organisation"}
    name_ending = {end - 1: (start, end, kind) for start, end, kind in runs}
    for n, (word, form) in enumerate(zip(made.word.tolist(), made.form.tolist(), strict=True)):
        own = Span(int(words.start[word]), int(words.end[word]))
        head = heads_here.get(word)
        if word in name_ending:
            start, end, kind = name_ending[word]
            span = Span(int(words.start[start]), int(words.end[end - 1]))
            yield Found(span, own, "name", _KINDS[kind], "", head, tuple(links[n]))
        elif labels.FORMS[form] in labels.PRONOUNS.values():
            yield Found(own, own, "pronoun", "person", labels.FORMS[form], head, tuple(links[n]))
        else:
            span = head.span if head else own
            yield Found(span, own, "nominal", head.kind if head else kinds[form], "", head, tuple(links[n]))
