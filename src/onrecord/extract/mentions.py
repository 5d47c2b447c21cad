"""Mentions: names, descriptions and pronouns in a report, and what each may refer back to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from onrecord.encoder import mentions as labels
from onrecord.encoder.runtime import Runtime
from onrecord.extract.passages import Passage
from onrecord.extract.phrases import Head, Name, heads
from onrecord.languages.base import PeopleWords
from onrecord.model.actor import ActorKind, Form
from onrecord.model.attribution import Attribution
from onrecord.model.span import Span, SpanIndex

_KINDS: tuple[ActorKind, ...] = ("person", "organisation", "place")
#: Names are put together by their words: of what stands before them only the nearest may describe them. "I", "who" and
#: the like are found without links.
_LOOK_BACK = labels.ALL_BACK.copy()
_LOOK_BACK[: len(labels.KINDS)] = 4
_LOOK_BACK[labels.FORMS.index("other")] = 0
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


def names_of(text: str, passages: Iterable[Passage], runtime: Runtime, people: PeopleWords) -> list[Name]:
    """The names in the report, in text order: as the model marks them, but whole."""
    out: list[Name] = []
    for passage in passages:
        words = passage.words
        for start, end, kind in labels.runs(passage.reading.names, runtime.bundle.names, words):
            found = Name(Span(int(words.start[start]), int(words.end[end - 1])), _KINDS[kind])
            whole = _whole(text, found, people)
            if out and out[-1].span.overlaps(whole.span):
                last = out.pop()
                whole = Name(Span(last.span.start, max(last.span.end, whole.span.end)), last.kind)
            out.append(whole)
    return out


def _whole(text: str, name: Name, people: PeopleWords) -> Name:
    """``name`` with the rest of a double name, and an institution's with the capitalised words that it goes on from:
    "Economic Community of *West African States*"."""
    start, end = name.span.start, name.span.end
    # "Russian envoy": what follows in small letters describes.
    small = _SMALL_END.search(text[start:end])
    end = start + small.start() if small and small.start() else end
    after = _HYPHENED.match(text, end)
    end = after.end() if after else end
    if name.kind == "person":
        office = _AT.search(text, start, end)  # "Mei Lin of Kestrel Capital" is Mei Lin
        end = office.start() if office and " " in text[start : office.start()] else end
        before = _HYPHEN_BEFORE.search(text[max(start - 30, 0) : start])
        start -= len(before.group()) if before else 0
        before = _PARTICLE_BEFORE.search(text[max(start - 40, 0) : start])
        after = _PARTICLE_AFTER.match(text, end)
        return Name(Span(start - len(before.group()) if before else start, after.end() if after else end), name.kind)
    before = _CAPITALS_BEFORE.search(text[max(start - 80, 0) : start])
    if before:
        long = before.group().removeprefix("The ")
        if not any(word.lower() in people.offices | people.determiners for word in long.replace(" the ", " ").split()):
            return Name(Span(start - len(long), end), "organisation")
    return Name(Span(start, end), name.kind)


_SMALL_END = re.compile(r"(?: (?!\w+-[A-ZÀ-Þ])[a-zß-ÿ][\w’'-]*)+$")
#: "Hamida al-" before "Senoussi", " al-Taher" after "Abdelsalam".
_PARTICLE = r"(?:al|el|ul|ad|as|de|da|di|du|del|la|le|van|von|der|den|bin|bint|ibn|ben|abu|ould|dos)"
_PARTICLE_BEFORE = re.compile(rf"(?<![\w’'])[A-ZÀ-Þ][\w’'-]* (?:{_PARTICLE}[ -])+$")
_PARTICLE_AFTER = re.compile(rf"(?: {_PARTICLE})+[ -][A-ZÀ-Þ][\w’'-]*")
#: "Mei-" before "Lin"; " of " before "Kestrel Capital".
_HYPHEN_BEFORE = re.compile(r"(?<!\w)[A-ZÀ-Þ]\w+-$")
_AT = re.compile(r" of (?:the )?(?=[A-ZÀ-Þ])")
#: "-Yovo" after "Dossou"; "Union for " before "Renewal".
_HYPHENED = re.compile(r"(?:[-’'](?=[A-ZÀ-Þ])\w+)+")
_CAPITALS_BEFORE = re.compile(r"(?<![\w.])[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3} (?:of|for|on|against) (?:the )?$")


def mentions(
    text: str,
    passages: Iterable[Passage],
    names: list[Name],
    statements: Iterable[Attribution],
    runtime: Runtime,
    people: PeopleWords,
) -> list[Found]:
    """Every mention in text order: the names and what else the model finds, and the heads of all sources."""
    sources = {
        head.word.end: head for a in statements for span in a.source for head in heads(text, span, names, people)
    }
    # What only a source's capitals show to be a name.
    unmarked = [Name(head.span, head.kind) for head in sources.values() if head.form == "name"]
    people_named = {name.span for name in unmarked if name.kind == "person"}
    names = [Name(n.span, "person") if n.span in people_named else n for n in names]
    known = SpanIndex((n.span, n) for n in names)
    names += [n for n in dict.fromkeys(unmarked) if not any(known.overlapping(n.span))]
    found: list[Found] = []
    for passage in passages:
        found.extend(_in_passage(passage, names, sources, runtime, people, len(found)))
    seen = {m.word.end for m in found}
    spoken = [_label(text, head, people) for end, head in sources.items() if end not in seen]
    return _in_order([*found, *spoken]) if spoken else found


def _label(text: str, head: Head, people: PeopleWords) -> Found:
    """A speaker label, which the model does not read: a name where it begins with a capital and names no office."""
    words = [word.lower() for word in re.findall(r"\w+", head.span.of(text))]
    called = head.word.of(text)
    name = called[0].isupper() and len(called) > 1 and not people.offices.intersection(words)
    return Found(head.span, head.word, "name" if name else "nominal", head.kind, "", head, ())


def _in_order(found: list[Found]) -> list[Found]:
    """Mentions in text order, their links by the numbers that they then have."""
    order = sorted(range(len(found)), key=lambda n: found[n].span)
    number = {n: place for place, n in enumerate(order)}
    return [replace(found[n], links=tuple((number[m], score) for m, score in found[n].links)) for n in order]


def _in_passage(
    passage: Passage, names: list[Name], sources: dict[int, Head], runtime: Runtime, people: PeopleWords, base: int
) -> Iterator[Found]:
    words = passage.words
    at = {int(end): i for i, end in enumerate(words.end.tolist())}
    name_ending = {at[name.span.end]: name for name in names if name.span.end in at}
    runs = [
        (int(np.searchsorted(words.start, name.span.start)), i + 1, _KINDS.index(name.kind))
        for i, name in name_ending.items()
    ]
    forms = labels.forms(runs, passage.reading.heads, passage.surfaces)
    heads_here = {at[end]: head for end, head in sources.items() if end in at}
    fixed = {"organisation": _ORGANISATION, "document": _ORGANISATION, "group": _PEOPLE}
    forms |= {i: fixed.get(head.kind, _PERSON) for i, head in heads_here.items() if head.form == "nominal"}
    made = labels.mentions(forms)
    pairs = labels.pairs(made, words, passage.surfaces, _LOOK_BACK)
    scores = np.round(runtime.links(passage.reading, made, pairs), 3).tolist()
    earlier = (pairs.earlier + base).tolist()
    border = np.searchsorted(pairs.later, np.arange(len(made.word) + 1)).tolist()
    kinds: dict[int, ActorKind] = {_PERSON: "person", _PEOPLE: "group", _ORGANISATION: "organisation"}
    for n, (word, form) in enumerate(zip(made.word.tolist(), made.form.tolist(), strict=True)):
        own = Span(int(words.start[word]), int(words.end[word]))
        links = tuple(zip(earlier[border[n] : border[n + 1]], scores[border[n] : border[n + 1]], strict=True))
        head = heads_here.get(word)
        if word in name_ending:
            name = name_ending[word]
            yield Found(name.span, own, "name", name.kind, "", head, links)
        elif labels.FORMS[form] in labels.PRONOUNS.values():
            yield Found(own, own, "pronoun", "person", labels.FORMS[form], head, links)
        else:
            span = head.span if head else own
            yield Found(span, own, "nominal", head.kind if head else kinds[form], "", head, links)
