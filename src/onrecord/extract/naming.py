"""How a report names a source, as far as the source's own words tell, and why it does not name it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.extract.layout import Layout
from onrecord.languages.base import Language
from onrecord.languages.telling import NamingWords
from onrecord.model.attribution import Attribution, Naming
from onrecord.model.span import Span, trim

_TOKEN = re.compile(r"\d+(?:,\d{3})+|\w+(?:[-.’'&]\w+)*|[,;:()–—]")
_BREAKS = frozenset(",;:()–—")
_POSSESSIVE = re.compile(r"[’']s?$")
_POSSESSED = re.compile(r"(?:[’']s|s[’'])$")
#: A reason stands at most so many characters before or after the source.
_REACH = 600
#: From this number on, people are a crowd and not so many persons.
_CROWD = 20
#: A clause that gives a reason begins at most so many words before what is not allowed.
_OPENS_WITHIN = 8
_CLAUSE_END = re.compile(
    r"[,;:()–—]|[.!?][”’\"')]*(?:\s|$)|\s(?:and|but)\s(?:who|asked|spoke|requested|therefore|so)\b"
)
#: A report's first paragraph begins at most so many characters after its headline; it ends with a sentence.
_LEAD_WITHIN = 1500
_PARAGRAPH_END = re.compile(r"[.!?…][”’\"'»)]*[ \t]*\n")
_CLASSES: tuple[Naming, ...] = ("named", "described", "bare")


class _Phrase(NamedTuple):
    """A noun phrase up to its head, what follows the head, and whether it opens the source."""

    words: list[str]
    after: list[str]
    first: bool


def naming(text: str, source: Sequence[Span], language: Language, cue: Sequence[Span] = ()) -> Naming:
    """Whether the words of ``source`` name somebody ("the ministry", "Moscow"; a pronoun too, of which more must be
    known), describe somebody ("a senior official") or say no more than that there is a source. Where there is none,
    the cue may hide one ("it is believed").
    """
    words = language.naming
    tokens = [token for span in source for token in _TOKEN.findall(span.of(text))]
    alone = [token.lower() for token in tokens if token not in _BREAKS]
    if not alone or alone == ["it"]:
        told = {token.lower() for span in cue for token in _TOKEN.findall(span.of(text))}
        # "It is believed" and "he is believed to be ill" hide somebody; in "it believed" it thinks itself.
        hidden = told & words.thought and told & language.times.passive
        return "bare" if hidden else "named" if alone else "none"
    if len(alone) == 1 and alone[0] in language.people.pronouns and alone[0] not in words.unheaded:
        return "named"
    if _goes_by(tokens, words):
        return "named"
    phrases = list(_phrases(tokens, words))
    if phrases and len(phrases[0].words) == 1 and _common(text, phrases[0].words[0], language):
        phrases[0] = phrases[0]._replace(words=[phrases[0].words[0].lower()])
    found = {_class(phrase, language) for phrase in phrases}
    if found == {"described"} and _introduced(phrases[0], words) and _in_lead(text, source[0].start):
        return "named"
    return next((kind for kind in _CLASSES if kind in found), "named")


def _common(text: str, word: str, language: Language) -> bool:
    """Whether a plural has its capital from where it stands: the report has the word without one too."""
    if not word[:1].isupper() or not _plural(word.lower(), language) or not word[1:].islower():
        return False
    one = _singular(word.lower())
    return re.search(rf"\b{re.escape(one)}(?:s|es)?\b", text) is not None


def _introduced(phrase: _Phrase, words: NamingWords) -> bool:
    """Whether one person or thing is spoken of for the first time, of a sort that reports do name."""
    head = phrase.words[-1].lower()
    return phrase.words[0].lower() in words.articles and head not in words.unnamed | words.kin | words.bare


def _in_lead(text: str, at: int) -> bool:
    """Whether ``at`` is in a report's headline or first paragraph: who is introduced there is named further on."""
    return at < _LEAD_WITHIN and not _PARAGRAPH_END.search(text, 0, at)


def plural_group(phrase: str, language: Language) -> bool:
    """Whether a description is of a group in general ("Western officials", "residents"), and not of one person or of
    so many ("two diplomats", "several officials")."""
    words = language.naming
    tokens = _TOKEN.findall(phrase)
    numbers = [int(token.replace(",", "")) for token in re.findall(r"\d{1,9}(?:,\d{3}){0,3}", phrase)]
    opening = [token.lower() for token in tokens[:3]]
    if any(n < _CROWD for n in numbers) or words.counted.intersection(opening):
        return False
    crowd = bool(numbers) or bool(words.many.intersection(opening))
    first = next(_phrases(tokens, words), None)
    if first is None:
        return False
    head = first.words[-1].lower()
    if head in words.bare and not crowd:
        # "local people" are a group, "people familiar with it" and "security sources" are not
        return head in language.people.plurals and _bare(first, words) == "described"
    return _plural(head, language)


def reason(layout: Layout, statement: Attribution) -> tuple[Span, ...]:
    """The words that say why the source of ``statement`` is not named: inside the source, right after it, or in its
    sentence outside of what was said."""
    if not statement.source or not layout.sentences:
        return ()
    low, high = statement.source[0].start, statement.source[-1].end
    whole = layout.sentences[layout.sentence(low)]
    sentence = Span(max(whole.start, low - _REACH), max(low + 1, min(whole.end, high + _REACH)))
    following = [span.start for span in (*statement.cue, *statement.content) if span.start >= high]
    found = _why(layout, Span(low, max(high, min([*following, sentence.end]))))
    if found or not _may_be_unnamed(layout, statement):
        return found
    for part in _outside(sentence, statement.content):
        why = _why(layout, part)
        if why and not _relative(layout, part, why[0]):
            return why
    return ()


def _relative(layout: Layout, part: Span, why: Span) -> bool:
    """Whether the words stand in a relative clause, and so with another source."""
    tokens = [m.group().lower() for m in _TOKEN.finditer(layout.text, part.start, why.end)]
    start = len(_TOKEN.findall(layout.text[part.start : why.start]))
    while start and tokens[start - 1] not in _BREAKS:
        start -= 1
    return bool(layout.language.people.relatives.intersection(tokens[start : start + _OPENS_WITHIN]))


def _may_be_unnamed(layout: Layout, statement: Attribution) -> bool:
    words = [token.lower() for span in statement.source for token in _TOKEN.findall(span.of(layout.text))]
    pronoun = len(words) == 1 and words[0] in layout.language.people.pronouns
    return pronoun or naming(layout.text, statement.source, layout.language) != "named"


def _outside(sentence: Span, content: Sequence[Span]) -> Iterator[Span]:
    """The parts of a sentence that are not said by the source."""
    at = sentence.start
    for span in content:
        if at < min(span.start, sentence.end):
            yield Span(at, min(span.start, sentence.end))
        at = max(at, span.end)
    if at < sentence.end:
        yield Span(at, sentence.end)


def _why(layout: Layout, part: Span) -> tuple[Span, ...]:
    """The reason given in ``part`` of the text, if there is one."""
    text, words = layout.text, layout.language.naming
    unwilling = _first(text, part, words.unwilling)
    anonymous = _first(text, part, words.anonymity)
    asked = anonymous or unwilling
    if asked:
        rest = Span(asked.end, part.end) if asked.end < part.end else None
        # The first kind of ground is sure wherever it stands; the others only right after the wish.
        ground = _first(text, rest, words.grounds[:1]) if rest else None
        if rest and not ground:
            ground = _first(text, rest, words.grounds[1:])
            ground = ground if ground and not text[rest.start : ground.start].strip(" \n") else None
        if ground:
            return _clause(text, ground.start, ground.end, part.end)
    barred = _first(text, part, words.unauthorised)
    if barred:
        return _clause(text, _opening(layout, part, barred.start), barred.end, part.end)
    return (anonymous,) if anonymous else ()


def _first(text: str, part: Span, patterns: Sequence[str]) -> Span | None:
    found = [m.span() for pattern in patterns if (m := _expression(pattern).search(text, part.start, part.end))]
    return Span(*min(found)) if found else None


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _clause(text: str, start: int, after: int, end: int) -> tuple[Span, ...]:
    """The clause from ``start`` to the first end of one behind ``after``."""
    stop = _CLAUSE_END.search(text, after, end)
    span = trim(text, start, stop.start() if stop else end)
    return (span,) if span else ()


def _opening(layout: Layout, part: Span, at: int) -> int:
    """Where the clause begins that ``at`` stands in."""
    low = max(part.start, at - 100)
    tokens = list(_TOKEN.finditer(layout.text, low, at))[-_OPENS_WITHIN:]
    openers = layout.language.naming.clause_openers
    return next((token.start() for token in reversed(tokens) if token.group().lower() in openers), at)


def _goes_by(tokens: list[str], words: NamingWords) -> bool:
    """Whether somebody is given a name in passing: "who calls himself Falk", "gave her name as Edda"."""
    pairs = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(a in words.name_givers and b in words.name_givers and c[:1].isupper() for a, b, c in pairs) or any(
        a in words.name_givers and a.endswith(("self", "selves")) and b[:1].isupper() for a, b in pairwise(tokens)
    )


def _phrases(tokens: list[str], words: NamingWords) -> Iterator[_Phrase]:
    """The noun phrases that stand for the source: the first one, those joined to it, and its appositions."""
    before: list[str] = []
    segment: list[str] = []
    for token in [*tokens, ","]:
        if token not in _BREAKS:
            segment.append(token)
            continue
        if segment and not (before and (_continues(segment[0].lower(), words) or _place(before, segment, words))):
            yield from _joined(segment, not before, words)
        before, segment = segment or before, []


def _place(before: list[str], segment: list[str], words: NamingWords) -> bool:
    """Whether a segment only says where the place is that stands before it: "a farmer in Exeter, Devon"."""
    inside = len(before) > 2 and before[-1][:1].isupper() and before[-2].lower() in words.belonging
    return inside and len(segment) == 1 and segment[0][:1].isupper()


def _continues(word: str, words: NamingWords) -> bool:
    """Whether a segment with this first word goes on with the one before: a clause, an age, a participle."""
    return word in words.after_head or word[:1].isdigit() or (word.endswith("ing") and word not in words.persons)


def _joined(segment: list[str], first: bool, words: NamingWords) -> Iterator[_Phrase]:
    """The phrase that the segment begins with, in two where an "and" joins two speakers."""
    if len(segment) > 2 and segment[0].lower() in (*words.partitives, "a", "an", "the"):
        n = segment.index("of") if "of" in segment[1:4] else 0
        if n and segment[n - 1].lower() in words.partitives and segment[n + 1 : n + 2] not in ([], ["them"], ["us"]):
            segment = segment[n + 1 :] if segment[n - 1].lower() in words.many else [segment[0], *segment[n + 1 :]]
    part: list[str] = []
    for n, token in enumerate(segment):
        word = token.lower()
        following = segment[n + 1].lower() if n + 1 < len(segment) else ""
        if part and word in ("and", "&") and following in words.indefinite | words.counted | words.definite:
            yield _Phrase(part, [], first)
            part = []
        elif part and (word in words.after_head or _participle(word, part, words)) and not _titled(segment, n, words):
            yield _Phrase(part, [t.lower() for t in segment[n:]], first)
            return
        else:
            part.append(token)
    if part:
        yield _Phrase(part, [], first)


def _titled(segment: list[str], n: int, words: NamingWords) -> bool:
    """Whether an "of" stands within a name before the head: "a Department of Health spokesman"."""
    named = segment[n - 1][:1].isupper() and all(word[:1].isupper() for word in segment[n + 1 : -1])
    return named and len(segment) > n + 2 and segment[-1] in words.persons


def _participle(word: str, part: list[str], words: NamingWords) -> bool:
    """Whether a participle after a noun begins a clause: "residents evacuated from", not "a retired general"."""
    known = words.persons | words.bare | words.unheaded
    return word.endswith("ed") and (part[-1].lower() in known or _singular(part[-1].lower()) in known)


def _class(phrase: _Phrase, language: Language) -> Naming:
    words = language.naming
    head = _POSSESSIVE.sub("", phrase.words[-1])
    low = head.lower()
    opening = phrase.words[0].lower()
    if not phrase.first:
        return "named" if head != low and low not in words.persons else "described"
    if low in words.bare:
        return _bare(phrase, words)
    person = _person(head, phrase, words)
    if _known_pair(phrase, low, person, language):
        return "named"
    # "Plumley", "Benin's navy", "the Ahlen Institute": a capital that no noun for people and no sentence explains
    if head != low and not person and low not in words.unheaded:
        return "named"
    if low in words.unheaded:
        return "named" if opening in words.definite and low in words.counted - {"one"} else "described"
    counted = opening in words.indefinite | words.counted or opening[:1].isdigit()
    if person:
        return _described_person(phrase, low, counted, language)
    return _described_body(phrase, low, counted, language)


def _known_pair(phrase: _Phrase, low: str, person: bool, language: Language) -> bool:
    """Whether so many are meant of whom the report has spoken: "both governments", "the two men"."""
    words = language.naming
    opening, *rest = (word.lower() for word in phrase.words)
    known = (
        opening in words.dual or (opening in words.definite and rest[0] in words.counted - {"one"}) if rest else False
    )
    return known and not (person and _singular(low) in words.unnamed and low not in language.people.plurals)


def _described_person(phrase: _Phrase, low: str, counted: bool, language: Language) -> Naming:
    words = language.naming
    opening = phrase.words[0].lower()
    owned = opening in words.possessives or any(map(_POSSESSED.search, phrase.words[:-1]))
    if counted:
        return "described"
    several = _plural(low, language)
    one = _singular(low)
    if low in words.sides or (several and opening in words.definite and one in language.people.offices - words.unnamed):
        return "named"
    if several:
        return "described"
    if owned:
        return "described" if low not in language.people.offices or low in words.kin | words.unnamed else "named"
    # Without an article, in a headline, somebody is spoken of whom the report goes on to name.
    return "described" if low in words.unnamed and opening in words.definite else "named"


def _described_body(phrase: _Phrase, low: str, counted: bool, language: Language) -> Naming:
    """Of institutions, documents, and nouns that are not known."""
    words = language.naming
    if any(word[:1].isupper() for word in phrase.words[1:]):
        return "named"
    if counted:
        named = low in language.people.documents | words.identified
        return "named" if named else "described"
    generic = phrase.words[0].lower() not in words.definite | words.possessives and not phrase.words[0].endswith(
        ("'s", "’s")
    )
    plain = low.endswith("s") and _plural(low, language) and low not in language.people.institutions
    return "described" if generic and plain and low not in words.sides else "named"


def _bare(phrase: _Phrase, words: NamingWords) -> Naming:
    """ "sources", "a person familiar with the matter"; but "a government source", "sources in the ministry"."""
    passing = words.indefinite | words.counted | words.definite | words.qualities | words.many
    telling = [w for w in phrase.words[:-1] if w.lower() not in passing and not w[:1].isdigit()]
    numbers = [int(w.replace(",", "")) for w in phrase.words if re.fullmatch(r"[\d,]{1,9}", w) and w[0].isdigit()]
    if telling or any(n >= _CROWD for n in numbers):
        return "described"
    after = phrase.after
    clause = after[:1] and after[0] in words.clause_openers
    if clause and not words.withheld.intersection(after):
        return "described"
    if clause or words.little_told.intersection(after) or not after or after[0] in words.telling_little:
        return "bare"
    return "described" if words.belonging.intersection(after[:3]) else "bare"


def _person(head: str, phrase: _Phrase, words: NamingWords) -> bool:
    """Whether the head is a noun for people."""
    low = head.lower()
    if " ".join((*phrase.words[-2:-1], head)).lower() in words.bodies:
        return False
    if low in words.persons or _singular(low) in words.persons or low in words.sides:
        return True
    if head != low or low in words.not_persons or _singular(low) in words.not_persons:
        return False
    return low.endswith(words.person_endings) and len(low) > 5


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _plural(word: str, language: Language) -> bool:
    if word in language.people.plurals or word.endswith(("men", "folk")):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
