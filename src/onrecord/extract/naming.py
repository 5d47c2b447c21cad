"""How a report names a source, as far as the source's own words tell, and why it does not name it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.extract.layout import Layout
from onrecord.extract.withheld import BREAKS, TOKEN, outside, relative, why
from onrecord.languages.base import Language
from onrecord.languages.telling import NamingWords
from onrecord.model.attribution import Attribution, Naming
from onrecord.model.span import Span

_POSSESSIVE = re.compile(r"[’']s?$")
_POSSESSED = re.compile(r"(?:[’']s|s[’'])$")
#: A reason stands at most so many characters before or after the source.
_REACH = 600
#: From this number on, people are a crowd and not so many persons.
_CROWD = 20
#: Who is said to wish not to be named has done so after so many characters: "both asked not to be named".
_ASKS_WITHIN = 12
#: A sentence that begins with a wish not to be named has said so after so many characters.
_WISHES_WITHIN = 40
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
    tokens = [token for span in source for token in TOKEN.findall(span.of(text))]
    alone = [token.lower() for token in tokens if token not in BREAKS]
    if not alone or alone == ["it"]:
        told = {token.lower() for span in cue for token in TOKEN.findall(span.of(text))}
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
    tokens = TOKEN.findall(phrase)
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


def reason(layout: Layout, statement: Attribution, before: Sequence[Attribution] = ()) -> tuple[Span, ...]:
    """The words that say why the source of ``statement`` is not named: inside the source, right after it, in its
    sentence outside of what was said; or elsewhere in its paragraph, where the source is plainly the same: with a
    statement ``before``, or in the sentence after."""
    if not statement.source or not layout.sentences:
        return ()
    found = _beside(layout, statement) or _carried(layout, statement, before) or _afterwards(layout, statement)
    return found if found and _may_be_unnamed(layout, statement) else ()


def _beside(layout: Layout, statement: Attribution) -> tuple[Span, ...]:
    """The reason that the statement's own sentence gives."""
    low, high = statement.source[0].start, statement.source[-1].end
    whole = layout.sentences[layout.sentence(low)]
    sentence = Span(max(whole.start, low - _REACH), max(low + 1, min(whole.end, high + _REACH)))
    following = [span.start for span in (*statement.cue, *statement.content) if span.start >= high]
    found = why(layout, Span(low, max(high, min([*following, sentence.end]))))
    if not found and high < sentence.end:
        found = why(layout, Span(high, sentence.end), _ASKS_WITHIN)
    if found or statement.parent:
        return found
    for part in outside(sentence, statement.content):
        found = why(layout, part)
        if found and not relative(layout, part, found[0]) and not found[0].start < low < found[0].end:
            return found
    return ()


def _carried(layout: Layout, statement: Attribution, before: Sequence[Attribution]) -> tuple[Span, ...]:
    """The reason of a statement of the paragraph that has one, where the same source goes on."""
    if not any(a.reason for a in before):
        return ()
    low, language = statement.source[0].start, layout.language
    near = [a for a in before if a.source and a.source[0].start < low and not _apart(layout, a.source[0].start, low)]
    near.sort(key=lambda a: a.source[0].start, reverse=True)
    tokens = _lower(layout, statement)
    pronoun = language.people.pronouns.get(tokens[0]) if len(tokens) == 1 else None
    if pronoun in ("he", "she", "they") and tokens != ["both"]:
        around = "" if layout.quoted(low) else statement.parent
        others = ((a, _lower(layout, a)) for a in near if a.parent == statement.parent or a.id == around)
        # "The diplomat, who asked not to be named, said ...": the clause is no other source.
        last = next((it for it in others if it[1][0] not in language.people.relatives), None)
        return last[0].reason if last and _several(last[1], language) == (pronoun == "they") else ()
    return next((a.reason for a in near if a.reason and _same(tokens, _lower(layout, a), language)), ())


def _afterwards(layout: Layout, statement: Attribution) -> tuple[Span, ...]:
    """The reason that the next sentence opens with: "They asked not to be named because ..."."""
    number = layout.sentence(statement.source[0].start) + 1
    following = layout.sentences[number] if number < len(layout.sentences) else None
    found = why(layout, following, _WISHES_WITHIN) if following else ()
    if not following or not found or _apart(layout, layout.sentences[number - 1].start, following.start):
        return ()
    language = layout.language
    tokens = [token.lower() for token in TOKEN.findall(layout.text[following.start : following.start + _WISHES_WITHIN])]
    opening = tokens[: 2 if tokens[0] in language.naming.definite else 1]
    one = language.people.pronouns.get(opening[0]) in ("he", "she")
    return found if one or _same(opening, _lower(layout, statement), language) else ()


def _same(tokens: list[str], earlier: list[str], language: Language) -> bool:
    """Whether the words go on with a source that is spoken of in ``earlier``: "the diplomat", "they", "one of them"."""
    words = language.naming
    if tokens[0] in words.definite and len(tokens) == 2 and tokens[1] not in words.unheaded:
        return _singular(tokens[1]) in map(_singular, earlier)
    if not _several(earlier, language):
        return False
    rest = tokens[1:] if tokens[0] in words.definite else tokens
    if rest[1:3] == ["of", "the"]:
        return rest[0] in words.unheaded and rest[-1] in earlier
    of_them = bool(rest) and rest[0] in words.unheaded and rest[1:] in ([], ["of", "them"])
    return of_them or language.people.pronouns.get(tokens[0]) == "they"


def _several(tokens: list[str], language: Language) -> bool:
    """Whether a source is so many people, and not one of them: "two officials", "they"."""
    if tokens[0] == "one":
        return False
    counted = not language.naming.counted.isdisjoint(tokens)
    return counted or language.people.pronouns.get(tokens[0]) == "they" or _plural(tokens[-1], language)


def _apart(layout: Layout, one: int, other: int) -> bool:
    """Whether two places stand in different paragraphs."""
    return layout.paragraph(one) != layout.paragraph(other)


def _lower(layout: Layout, statement: Attribution) -> list[str]:
    return [token.lower() for span in statement.source for token in TOKEN.findall(span.of(layout.text))]


def _may_be_unnamed(layout: Layout, statement: Attribution) -> bool:
    """Whether the source is a pronoun, a description, or anyhow a person without a name: "the landlord"."""
    tokens = _lower(layout, statement)
    if not tokens:
        return False
    if len(tokens) == 1 and tokens[0] in layout.language.people.pronouns:
        return True
    if naming(layout.text, statement.source, layout.language) != "named":
        return True
    words = layout.language.naming
    first = next(_phrases(TOKEN.findall(statement.source[0].of(layout.text)), words), None)
    return first is not None and first.words[-1].islower() and _person(first.words[-1], first, layout.language)


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
        if token not in BREAKS:
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
    if not word.endswith("ed"):
        return False
    low = part[-1].lower()
    return any(one in kinds for one in (low, _singular(low)) for kinds in (words.persons, words.bare, words.unheaded))


def _class(phrase: _Phrase, language: Language) -> Naming:
    words = language.naming
    head = _POSSESSIVE.sub("", phrase.words[-1])
    low = head.lower()
    opening = phrase.words[0].lower()
    if not phrase.first:
        return "named" if head != low and low not in words.persons else "described"
    if low in words.bare:
        return _bare(phrase, words)
    person = _person(head, phrase, language)
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
    known = bool(rest) and (opening in words.dual or (opening in words.whole and rest[0] in words.counted - {"one"}))
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
        # Who is known by name is found by it; of others no more is said than whose they are.
        return "described"
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
    return "described" if generic and plain and low not in words.sides | words.identified else "named"


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


def _person(head: str, phrase: _Phrase, language: Language) -> bool:
    """Whether the head is a noun for people."""
    words, low = language.naming, head.lower()
    if " ".join((*phrase.words[-2:-1], head)).lower() in words.bodies:
        return False
    if low in words.persons or _singular(low) in words.persons or low in words.sides:
        return True
    if head != low or low in words.not_persons or _singular(low) in words.not_persons:
        return False
    if low in language.people.institutions or low in language.people.documents:
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
