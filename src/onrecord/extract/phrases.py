"""Who is meant by a source's words: the head of a noun phrase, by rule."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.encoder.words import WORD
from onrecord.languages.base import PeopleWords
from onrecord.model.actor import ActorKind, Form
from onrecord.model.span import Span


class Name(NamedTuple):
    """A name in the text and the kind that the model gives it."""

    span: Span
    kind: ActorKind


class Head(NamedTuple):
    """What a noun phrase is about: its name, or its description up to the head word.

    ``word`` is the head word's span; ``described`` what the phrase says besides a name ("the minister", "Russia's
    ambassador to the United States").
    """

    span: Span
    word: Span
    form: Form
    kind: ActorKind
    described: tuple[Span, ...] = ()


class _Token(NamedTuple):
    start: int
    end: int
    word: str


_DASHES = frozenset("–—-(")


def heads(text: str, span: Span, names: Sequence[Name], words: PeopleWords) -> list[Head]:
    """The heads of the noun phrase at ``span``: several where it joins several speakers, none where it has no words.

    ``names`` are in text order and do not overlap.
    """
    tokens = [_Token(m.start(), m.end(), m.group()) for m in WORD.finditer(text, span.start, span.end)]
    spoken = [t for t in tokens if t.word[0].isalnum()]
    if not spoken:
        return []
    if len(spoken) == 1 and spoken[0].word.lower() in words.pronouns:
        at = Span(spoken[0].start, spoken[0].end)
        return [Head(at, at, "pronoun", "person")]
    inside = names[
        bisect_right(names, span.start, key=lambda n: n.span.end) : bisect_left(
            names, span.end, key=lambda n: n.span.start
        )
    ]
    persons = list(_persons(text, tokens, inside, words))
    persons = persons or list(_in_apposition(text, span, inside, words))
    if persons:
        return [*_and_name(spoken, words), *(_named(text, span, name, inside) for name in persons)]
    return list(_described(text, tokens, inside, words))


def _and_name(spoken: list[_Token], words: PeopleWords) -> Iterator[Head]:
    """The pronoun that a name is joined to: "both *he* and the minister, Marek Dulovic"."""
    one, *rest = spoken[1:] if len(spoken) > 1 and spoken[0].word.lower() == "both" else spoken
    if rest and one.word.lower() in words.pronouns and rest[0].word.lower() in words.conjunctions:
        at = Span(one.start, one.end)
        yield Head(at, at, "pronoun", "person")


def _in_apposition(text: str, span: Span, names: Sequence[Name], words: PeopleWords) -> Iterator[Name]:
    """A person's name behind a comma that the model did not mark as one: "his successor, Marek Dulovic,"; not the name
    of an institution ("a lawyer for the company, ...")."""
    match = _APPOSED.fullmatch(text, span.start, span.end)
    if match and match["noun"] not in words.institutions:
        found = Span(match.start("name"), match.end("name"))
        if not any(name.span.overlaps(found) and name.span != found for name in names):
            yield Name(found, "person")


_APPOSED = re.compile(
    r"[a-z“\"'‘]?[^,]{2,80}\b(?P<noun>[a-z][\w-]+), (?:[A-Z]\w{0,8}\. )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]*(?: (?:al-|el-|de |van |von |bin )?[A-ZÀ-Þ][\w’'-]*){1,3}),?"
)


def _persons(text: str, tokens: list[_Token], names: Sequence[Name], words: PeopleWords) -> Iterator[Name]:
    """The people that the phrase itself names; not those who stand in it as somebody's ("a lawyer for X")."""
    first = True
    for name in names:
        if name.kind != "person":
            continue
        before = [t for t in tokens if t.end <= name.span.start]
        if text[name.span.end : name.span.end + 1] in ("'", "’") and re.match(r"[’']s?\b", text[name.span.end :][:3]):
            continue
        if _belongs(before, words):
            continue
        joined = bool(before) and before[-1].word.lower() in words.conjunctions
        listed = any(t.word.lower() in words.conjunctions for t in before)
        if first or joined or listed:
            yield name
        first = False


def _belongs(before: list[_Token], words: PeopleWords) -> bool:
    """Whether what stands before a name makes it part of somebody else's description."""
    nearer, capitals = True, False
    for token in reversed(before):
        word = token.word.lower()
        if word in (",", "—", "–") or word in words.conjunctions:
            return False
        if word in ("for", "with", "by", "about", *words.relatives):
            # "Secretary for Sea Affairs X" holds the office; "a spokesman for Minister X" does not.
            return not capitals
        if word in words.after_head:
            return nearer
        capitals = capitals or (token.word[0].isupper() and word not in words.offices and word not in words.titles)
        nearer = nearer and (word in words.titles or word in words.offices or word == ".")
    return False


def _named(text: str, span: Span, name: Name, names: Sequence[Name]) -> Head:
    """A named person, with what else the phrase says of them."""
    others = [n.span for n in names if n.kind == "person" and n.span != name.span]
    low = max([span.start, *(o.end for o in others if o.end <= name.span.start)])
    high = min([span.end, *(o.start for o in others if o.start >= name.span.end)])
    described = tuple(
        Span(m.start(), m.end())
        for a, b in ((low, name.span.start), (name.span.end, high))
        for m in re.compile(r"\w[^()—–]*\w|\w").finditer(text, a, b)
    )
    return Head(name.span, name.span, "name", "person", described)


def _described(text: str, tokens: list[_Token], names: Sequence[Name], words: PeopleWords) -> Iterator[Head]:
    """The head of a description, or of an institution's name; of both sides of an "and" between two phrases."""
    region = list(_region(tokens, words))
    parts: list[list[_Token]] = [[]]
    for n, token in enumerate(region):
        following = region[n + 1].word if n + 1 < len(region) else ""
        covered = any(name.span.start < token.start < name.span.end for name in names)
        opens = (
            following.lower() in words.determiners or following.lower() in words.indefinite or following[:1].isupper()
        )
        if token.word.lower() in words.conjunctions and parts[-1] and opens and not covered:
            parts.append([])
        else:
            parts[-1].append(token)
    for part in parts:
        head = _head(text, part, names, words)
        if head:
            yield head


def _region(tokens: list[_Token], words: PeopleWords) -> Iterator[_Token]:
    """The tokens of a phrase up to where its head must have stood."""
    started = False
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        word, following = token.word.lower(), after.word.lower() if after else ""
        if started and (word in words.after_head or word in (",", ";", ":") or word in _DASHES - {"-"}):
            return
        if started and _participle(word) and following in words.after_participle:
            return
        if token.word[0].isalnum() and word not in words.determiners and word not in words.indefinite:
            started = True
        yield token


def _participle(word: str) -> bool:
    """Whether a word may say what was done to what stands before it: "a report *seen* by", "a bill *passed* in"."""
    return word.endswith(("ed", "ing")) or word in (
        "seen",
        "written",
        "sent",
        "known",
        "shown",
        "taken",
        "made",
        "held",
    )


def _head(text: str, part: list[_Token], names: Sequence[Name], words: PeopleWords) -> Head | None:
    content = [t for t in part if t.word[0].isalnum()]
    while content and content[-1].word.lower() in ("s", "himself", "herself", "itself", "themselves", "also", "too"):
        content.pop()
    if not content:
        return None
    last = content[-1]
    at = Span(last.start, last.end)
    name = next((n for n in names if n.span.start <= last.start and last.end <= n.span.end), None)
    if name:
        return Head(name.span, at, "name", name.kind)
    unknown = _unmarked(text, part, content, words)
    if unknown:
        return unknown
    start = part[0].start
    return Head(Span(start, last.end), at, "nominal", kind_of(last.word.lower(), words))


def _unmarked(text: str, part: list[_Token], content: list[_Token], words: PeopleWords) -> Head | None:
    """A name that the model did not mark: two capitalised words or more at the end, or an institution's first word with
    what it is of ("Ministry of the Interior"); not an office ("Defence Minister")."""
    capitals: list[_Token] = []
    for token in reversed(content):
        if not token.word[0].isupper() or token.word.lower() in words.determiners:
            break
        capitals.insert(0, token)
    low = [t.word.lower() for t in capitals]
    if not capitals or any(word in words.offices or word in words.titles for word in low):
        return None
    last = capitals[-1]
    after = _OF_CAPITALS.match(text, last.end) if low[-1] in words.institutions else None
    if len(capitals) < 2 and not after:
        return None
    end = after.end() if after else last.end
    institution = after or part[0].word.lower() in words.determiners or any(w in words.institutions for w in low)
    kind: ActorKind = "organisation" if institution else "person"
    return Head(Span(capitals[0].start, end), Span(last.start, last.end), "name", kind)


_OF_CAPITALS = re.compile(r" (?:of|for) (?:the )?[A-ZÀ-Þ][\w’'-]*(?:(?: and| of)? [A-ZÀ-Þ][\w’'-]*){0,4}")


def kind_of(word: str, words: PeopleWords) -> ActorKind:
    """What a description is of, by its head word."""
    if word in words.institutions:
        return "organisation"
    if word in words.documents:
        return "document"
    return "group" if plural(word, words) else "person"


def plural(word: str, words: PeopleWords) -> bool:
    """Whether a description with this head is of several."""
    if word in words.plurals:
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
