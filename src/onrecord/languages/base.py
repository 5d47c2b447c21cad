"""What a language is to onrecord: constants, no code."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.languages.telling import ActWords, DistanceWords, NamingWords
from onrecord.model.attribution import ChannelKind


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
        institutions, documents: heads of descriptions of what speaks without being a person.
        plurals: words for several people that do not end in s.
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
    institutions: frozenset[str]
    documents: frozenset[str]
    plurals: frozenset[str]


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
        issued: participles after which a time in a source is that of what is said there.
        openers: words that open a clause; ``when`` the one that a time may stand right before.
        asides: openers of clauses that may stand between a time and the speaker.
        heads: an expression for words that open a sentence whose head says when.
        contents: an expression for how what somebody is told or asked begins.
        participle: an expression for what follows a word that opens no clause after all ("while visiting").
        joiners: what sets a second subject beside the first.
        dependent: an expression for how a cue begins whose subject is that of the verb before ("to demand").
        standing: words in a cue that says what is held, not what was said once; ``coming``: what will be said;
            ``passive``: what nobody in particular says or asks.
        same_occasion: an expression for words that point back to the occasion.
        appearing: verbs for what somebody does on an occasion on which they then speak.
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
    issued: frozenset[str]
    openers: frozenset[str]
    when: frozenset[str]
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
        hearing: verbs of a court or a committee that is spoken to.
        after_object: what follows whom a cue is directed to, where a content holds both.
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
    hearing: frozenset[str]
    after_object: frozenset[str]
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
class ChannelWords:
    """Words for how something goes out, in lower case but for platforms.

    Attributes:
        nouns: to kinds of channel; of several words the longest counts.
        prepositions, leads: before the nouns of each kind; all of them.
        relays, relayed: prepositions and participles before who passed words on ("quoted by").
        bare: nouns that stand without an article.
        follows: what may follow a noun that ends its phrase.
        on_air, heard, legal: adjectives that make any occasion one of broadcasting, parliament, a court.
        platforms, accounts: names of social media, and words for what one has there.
        participles, directed: what may follow a channel's noun; those with "to" and a receiver.
        hung, hung_media: prepositions of what is hung on a noun; those that go on after a participle.
        interviews: nouns that go with a medium.
        told: nouns of what is told something.
        same: what points back to a channel.
        texts, written: what points back to a channel in writing, and its kinds.
        relatives, holding, adjective_endings: what follows "in" where a channel's content is told in a relative clause;
            the kinds that hold one; how words before their nouns may end.
        telling: verbs that make a channel of who is told.
        ourselves: how an outlet speaks of itself.
        closed: kinds that do not go on over the end of a sentence.
        others: what opens a phrase about somebody not spoken of yet.
        mutual: nouns of what has two sides, with the preposition before the other one.
        reopening: how a cue begins that opens anew, on whatever occasion.
        circulars, clients: nouns of letters that are documents where they go to one of these.
        trailing: nouns that are looked for at the end of a content too.
        quoting: cues by which a medium passes words on.
    """

    nouns: Mapping[str, ChannelKind]
    prepositions: Mapping[ChannelKind, frozenset[str]]
    leads: frozenset[str]
    relays: frozenset[str]
    relayed: frozenset[str]
    bare: frozenset[str]
    follows: frozenset[str]
    on_air: frozenset[str]
    heard: frozenset[str]
    legal: frozenset[str]
    platforms: frozenset[str]
    accounts: frozenset[str]
    participles: frozenset[str]
    directed: frozenset[str]
    hung: frozenset[str]
    hung_media: frozenset[str]
    interviews: frozenset[str]
    told: frozenset[str]
    same: frozenset[str]
    texts: frozenset[str]
    written: frozenset[ChannelKind]
    relatives: frozenset[str]
    holding: frozenset[ChannelKind]
    adjective_endings: tuple[str, ...]
    telling: frozenset[str]
    ourselves: frozenset[str]
    closed: frozenset[ChannelKind]
    others: frozenset[str]
    mutual: Mapping[str, str]
    reopening: tuple[str, ...]
    circulars: frozenset[str]
    clients: frozenset[str]
    trailing: frozenset[str]
    quoting: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class MediaWords:
    """Words by which media are known; names as written, the rest in lower case.

    Attributes:
        nouns: to kinds of media.
        names: words of media's names, to kinds.
        weak, trade: nouns that are as often something else, and the words beside which they are not.
        official: words for a state's media.
        compounds: second parts of words before a name ("state-run").
        demonyms, demonym_endings: adjectives of countries, which are no part of a name.
        within_names: small words that stand inside the names of media.
        credits: words of agencies' names, as credits have them.
        not_agencies: known agencies whose name is as often something else.
        anonymous: credits that name nobody.
    """

    nouns: Mapping[str, ChannelKind]
    names: Mapping[str, ChannelKind]
    weak: frozenset[str]
    trade: frozenset[str]
    official: frozenset[str]
    compounds: frozenset[str]
    demonyms: frozenset[str]
    demonym_endings: tuple[str, ...]
    within_names: frozenset[str]
    credits: frozenset[str]
    not_agencies: frozenset[str]
    anonymous: frozenset[str]


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
