"""What a language is to onrecord: constants, no code."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.languages.sending import ChannelWords, MediaWords
from onrecord.languages.telling import ActWords, DistanceWords, NamingWords


@dataclass(frozen=True, slots=True, eq=False)
class PeopleWords:
    """Words that stand before, after and for the names of people and institutions, all in lower case.

    Attributes:
        titles, titles_he, titles_she: before a name, without an article; those that say a gender.
        he, she: descriptions of one person that say a gender.
        offices: words for offices and callings that stand right before a name.
        same_office: sets of words that may stand for one office.
        pronouns: pronouns that can be a source, to "he", "she", "it", "they" or "other".
        relatives, after_head, conjunctions: what ends the part of a noun phrase that holds its head, or joins two.
        after_participle: what follows a participle that ends that part: "a report seen *by*".
        determiners, indefinite: what opens a phrase about somebody known, or not known.
        possessives: openers that say whose somebody is.
        institutions, documents: heads of descriptions of what speaks without being a person.
        plurals: words for several people that do not end in s.
        unnamed: heads of descriptions of those whom reports leave unnamed.
        passive: forms of the verb that makes a passive.
        told: an expression for a verb whose subject is told something; ``no_subject`` for one that has none right
            before it; ``subject`` for a subject, group 1, that opens its clause, up to its verb.
        pair: an expression for words that stand for two who are known, ``noun`` what they are; ``pair_genders`` what it
            says of their gender; ``sides`` such nouns for states and organisations.
        after_names: what stands behind a name ("QC"), and is no part of it.
        ranks: words before an office that make it another one ("*deputy* mayor").
        joined: an expression for what stands before a verb that is joined to another; ``first_subject`` for the
            subject, group 1, of that other.
        opening: an expression for what is no part of a source that begins with it: an opening quotation mark.
        aged: an expression for a description by age, the age in group 1; ``age`` for one right after a name.
        received: an expression for a cue whose subject was sent a ``source``, which then says something (``cue``).
        shares: an expression for what stands before a verb that has the subject of the one before it.
    """

    titles: frozenset[str]
    titles_he: frozenset[str]
    titles_she: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    offices: frozenset[str]
    same_office: tuple[frozenset[str], ...]
    pronouns: Mapping[str, str]
    relatives: frozenset[str]
    after_head: frozenset[str]
    after_participle: frozenset[str]
    conjunctions: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    possessives: frozenset[str]
    institutions: frozenset[str]
    documents: frozenset[str]
    plurals: frozenset[str]
    unnamed: frozenset[str]
    passive: frozenset[str]
    pair: str
    pair_genders: Mapping[str, str]
    sides: frozenset[str]
    after_names: frozenset[str]
    ranks: frozenset[str]
    shares: str
    told: str
    received: str
    no_subject: str
    subject: str
    joined: str
    opening: str
    aged: str
    age: str
    first_subject: str


@dataclass(frozen=True, slots=True, eq=False)
class TimeWords:
    """How a language says when something was said; words in lower case.

    Attributes:
        forms: rules and regular expressions for expressions of time. A blank stands for white space, ``{month}`` and
            the like for words; ``onrecord.extract.dates`` says what a rule does with its groups.
        days: names of days seen from today, to their distance.
        numbers, ordinals, units: written numbers; units to one of "hour", "day", "week", "weekend", "month" and "year".
        ways: words like "last" and "following", to -1, 0 (the same) or 1.
        not_after: words after which an expression says how long or for when.
        not_names, not_before_names: words that make a weekday part of a name, before and after it.
        occasions: heads of noun phrases that a weekday without a preposition says the time of.
        editions: prepositions that lead from what is said to the paper of a day: "in Monday's Times".
        agents: prepositions of somebody who acts at that time: "a call on Monday from a man who".
        issued: participles and nouns after which a time in a source is that of what is said there; ``dating`` the
            prepositions between.
        openers: words that open a clause; ``when`` the one that a time may stand right before.
        apart, asides: those of a clause about another time; those of clauses that may stand between a time and the
            speaker.
        heads: an expression for words that open a sentence whose head says when.
        contents: an expression for how what somebody is told or asked begins.
        participle: an expression for what follows a word that opens no clause after all ("while visiting", "before
            dawn").
        joiners: what sets a second subject beside the first.
        dependent: an expression for how a cue begins whose subject is that of the verb before ("to demand").
        standing: words in a cue that says what is held, not what was said once; ``coming``: what will be said;
            ``passive``: what nobody in particular says or asks.
        same_occasion: an expression for words that point back to the occasion.
        appearing: verbs for what somebody does on an occasion on which they then speak.
        clause, objects: expressions for what opens a clause, and for how what is said begins where it holds none.
        at_which: an expression for what opens a relative clause that tells of an occasion.
    """

    forms: tuple[tuple[str, str], ...]
    days: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    units: Mapping[str, str]
    ways: Mapping[str, int]
    not_after: frozenset[str]
    not_names: frozenset[str]
    not_before_names: frozenset[str]
    occasions: frozenset[str]
    agents: frozenset[str]
    issued: frozenset[str]
    dating: frozenset[str]
    editions: frozenset[str]
    openers: frozenset[str]
    when: frozenset[str]
    apart: frozenset[str]
    asides: frozenset[str]
    heads: str
    contents: str
    participle: str
    joiners: frozenset[str]
    dependent: str
    standing: frozenset[str]
    coming: frozenset[str]
    passive: frozenset[str]
    same_occasion: str
    appearing: frozenset[str]
    clause: str
    objects: str
    at_which: str


@dataclass(frozen=True, slots=True, eq=False)
class PhraseWords:
    """Closed classes of words, by which the ends of noun phrases and clauses are seen; in lower case.

    Attributes:
        determiners, alone: what opens a noun phrase, and which of them may be all of it.
        objects, subjects: pronouns; those of the second kind end a phrase.
        stops: prepositions, conjunctions and auxiliaries that a phrase does not go on over.
        times, adverbs: words that stand beside a phrase, not in it.
        joins, genitive: what leads from one phrase to the next within one, and the one that is "of".
        relatives: what opens a relative clause.
        participles: participles that as often follow a noun as they stand before one.
        name_like: times that are names too.
        relative_times, periods: "last", where "week" follows.
        to: the preposition of who is spoken to.
        clauses: what opens another clause.
    """

    determiners: frozenset[str]
    alone: frozenset[str]
    objects: frozenset[str]
    subjects: frozenset[str]
    stops: frozenset[str]
    times: frozenset[str]
    adverbs: frozenset[str]
    joins: frozenset[str]
    genitive: str
    relatives: frozenset[str]
    participles: frozenset[str]
    name_like: frozenset[str]
    relative_times: frozenset[str]
    periods: frozenset[str]
    to: str
    clauses: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class AddressWords:
    """Words that lead to who is spoken to, in lower case and in all forms.

    Attributes:
        direct: verbs whose object is spoken to.
        finite: verbs that open another clause after a comma.
        participles, be: their passive participles, and the auxiliaries of the passive.
        bound: participles that say who is told even without an auxiliary, before ``infinitives``.
        hearing: verbs of a court or a committee that is spoken to.
        after_object, about: what follows whom a cue is directed to, where a content holds both: a clause, a thing.
        inner: prepositions that may stand between the two.
        known: what opens a phrase about a body that may be told something, whatever it is called.
        letting, known_by: the two verbs of "let him know".
        things: nouns for what an answer goes to that is nobody.
        to, loose: verbs with "to"; those after which it leads to things as well.
        particles: for verbs, the prepositions that lead to who is spoken to.
        people: nouns for people and bodies who can be spoken to.
        clear_objects: pronouns that cannot be possessives.
        clause_openers, before_participle: what stands before a subject, or before a participle that opens a clause.
        by: the preposition of a passive's agent.
        adverb_ending, ed, time_leads: how adverbs and participles end; what stands before times.
        speaking: words beside a statement that lead to who is spoken to, with the preposition between.
    """

    direct: frozenset[str]
    finite: frozenset[str]
    participles: frozenset[str]
    be: frozenset[str]
    bound: frozenset[str]
    infinitives: frozenset[str]
    hearing: frozenset[str]
    after_object: frozenset[str]
    about: frozenset[str]
    inner: frozenset[str]
    known: frozenset[str]
    letting: frozenset[str]
    known_by: frozenset[str]
    things: frozenset[str]
    to: frozenset[str]
    loose: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    people: frozenset[str]
    clear_objects: frozenset[str]
    clause_openers: frozenset[str]
    before_participle: frozenset[str]
    by: str
    adverb_ending: str
    ed: str
    time_leads: frozenset[str]
    speaking: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language's words.

    Phrases that mark the lines around a report's text are regular expressions, matched without regard to case
    against a whole line from its first character; none may need more than linear time.

    Attributes:
        code: ISO 639-1.
        months, weekdays: names and abbreviations, lower-case and without full stops, to 1..12 and 0
            (Monday)..6.
        function_words: frequent words that other languages lack; by their share the language is known.
        particles: lower-case words that may stand inside the name of a person or place.
        agencies: credits that are known as such even where no dash follows them.
        cities: places that open a report without naming their country.
        not_places: capitalised words that open a paragraph like a place, and are none.
        byline_words, byline_roles: what comes before the writer's name, and after it.
        caption_lines, credit_lines, correction_lines, related_lines, boilerplate_lines, published_lines:
            lines of that kind; ``published_lines`` have a group ``date``.
        caption_endings: the credit that ends a caption, searched for in the line's last words.
        not_speakers: labels with a colon that name no speaker.
        abbreviations: words, in lower case, after whose full stop no sentence ends.
        people: words around names.
        phrases, address, channels, media: words of noun phrases; for whom, through what, by way of whom something
            is said.
        acts: words for what is done in saying something.
        distance: words by which an outlet keeps its distance.
        naming: words of those whom a report does not name.
        times: how it says when.
    """

    code: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    function_words: frozenset[str]
    particles: frozenset[str]
    agencies: frozenset[str]
    cities: frozenset[str]
    not_places: frozenset[str]
    byline_words: tuple[str, ...]
    byline_roles: tuple[str, ...]
    caption_lines: tuple[str, ...]
    caption_endings: tuple[str, ...]
    credit_lines: tuple[str, ...]
    correction_lines: tuple[str, ...]
    related_lines: tuple[str, ...]
    boilerplate_lines: tuple[str, ...]
    published_lines: tuple[str, ...]
    not_speakers: frozenset[str]
    abbreviations: frozenset[str]
    people: PeopleWords
    phrases: PhraseWords
    address: AddressWords
    channels: ChannelWords
    media: MediaWords
    acts: ActWords
    distance: DistanceWords
    naming: NamingWords
    times: TimeWords
