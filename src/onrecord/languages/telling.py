"""What a language has for telling what is done in saying something, and how an outlet stands to it: constants."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.attribution import Act


@dataclass(frozen=True, slots=True)
class ActRule:
    """What is done in a statement whose words fit: expressions that are searched for in the source, the cue, the
    content, and the content with the rest of the cue's sentence (``near``); ``unless`` must not be found there. An
    empty one fits always. A content that is wholly the speaker's own words begins with “.
    """

    act: Act
    source: str = ""
    cue: str = ""
    content: str = ""
    near: str = ""
    unless: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ActWords:
    """Words that tell what is done in saying something, in lower case.

    Attributes:
        verbs, nouns: to acts; verbs in their base form, nouns in every form.
        irregular: forms of verbs that no rule leads back to the base form.
        negations: words before a verb that is said not to have happened.
        phrases: tried in order before the words; ``contents`` where these say only that something was said.
    """

    verbs: Mapping[str, Act]
    nouns: Mapping[str, Act]
    irregular: Mapping[str, str]
    negations: frozenset[str]
    phrases: tuple[ActRule, ...]
    contents: tuple[ActRule, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DistanceWords:
    """Words by which an outlet keeps its distance from other words, all in lower case.

    Attributes:
        called_before, called: what stands around the caller in "what he called"; ``joined`` what may join the words
            that are called so.
        marks: stand before what they put in doubt ("so-called"); ``marks_as_adjective`` where they are no verbs.
        openers: words before a mark that show that it is an adjective.
        determiners: what opens a noun phrase; ``stops`` what ends it.
        clauses: words that begin or end a piece of a clause, which is quoted without distance.
        objects: pronouns that end one; ``quantities`` what opens a quotation that says how many or how much, and
            ``moments`` words of one that says when, which are quoted without distance too.
        works: words for what has a title, which is quoted without distance.
    """

    called_before: frozenset[str]
    called: frozenset[str]
    joined: frozenset[str]
    marks: frozenset[str]
    marks_as_adjective: frozenset[str]
    openers: frozenset[str]
    determiners: frozenset[str]
    stops: frozenset[str]
    clauses: frozenset[str]
    objects: frozenset[str]
    quantities: frozenset[str]
    moments: frozenset[str]
    works: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class NamingWords:
    """Words of those whom a report does not name, in lower case; expressions are searched for without regard to case.

    Attributes:
        bare: say no more than that there is somebody; ``telling_little`` may follow them and still say no more,
            ``belonging`` says whose they are, except of ``little_told``. ``qualities`` before them say nothing either.
        persons: nouns for people; ``unnamed`` those who mostly stay without a name, ``kin`` somebody's people.
        person_endings, not_persons: endings of other nouns for people, and words that only look so.
        sides: plural nouns for people whom a report identifies as a body.
        identified: institutions that a report identifies where it says "a" of them.
        indefinite, articles, possessives, definite: what opens a noun phrase; ``articles`` one of indefinite things.
        counted: words for a few; ``many`` for more than are counted; ``dual`` for each of those that are known,
            ``whole`` before the number of them.
        bodies: two words whose second is a noun for people, and who are a body together.
        partitives: stand before "of" and what is meant; ``unheaded`` stand for a person alone ("one", "the other").
        after_head: where the head of a noun phrase has stood before.
        name_givers: words before a name that somebody goes by.
        thought: participles after "it is" that hide a source.
        anonymity, unwilling: that somebody would not be named; the former is as good as a reason.
        hints: pieces of words; without one of them none of these expressions, and of ``unauthorised``, fits.
        grounds: open the reason after one of these, the surest first.
        unauthorised: that somebody may not speak, or is afraid to, which is a reason; ``clause_openers`` where its
            clause begins.
        withheld: words of a clause that says no more of a source than that it is not named.
    """

    bare: frozenset[str]
    telling_little: frozenset[str]
    little_told: frozenset[str]
    belonging: frozenset[str]
    qualities: frozenset[str]
    persons: frozenset[str]
    unnamed: frozenset[str]
    kin: frozenset[str]
    person_endings: tuple[str, ...]
    not_persons: frozenset[str]
    sides: frozenset[str]
    identified: frozenset[str]
    indefinite: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]
    definite: frozenset[str]
    counted: frozenset[str]
    many: frozenset[str]
    dual: frozenset[str]
    whole: frozenset[str]
    bodies: frozenset[str]
    partitives: frozenset[str]
    unheaded: frozenset[str]
    after_head: frozenset[str]
    name_givers: frozenset[str]
    thought: frozenset[str]
    anonymity: tuple[str, ...]
    unwilling: tuple[str, ...]
    hints: tuple[str, ...]
    grounds: tuple[str, ...]
    unauthorised: tuple[str, ...]
    clause_openers: frozenset[str]
    withheld: frozenset[str]
