"""What a language has for telling through what, and by way of whom, something is said: constants."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.attribution import ChannelKind


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
        platforms, messengers, accounts: names of social media; those by which one speaks to one person; words for what
            one has there.
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
        records: nouns of what holds the words of others.
        answers: nouns of letters that a parliament is sent as a parliament.
        filings, markets: nouns of court papers that are documents where they go to one of these.
        staging, speeches: verbs for holding an occasion, and what is held beside those that can be told something.
        spoken: kinds that may follow what is said where that is a noun phrase.
        proper: nouns of parliaments that are written with a capital, or are something else.
        it: what points back to a letter or document at the head of a sentence ("In it").
        by_means, public: prepositions after which a letter's noun stands alone ("by text"); whom one calls in public.
        ranks: what may stand between a determiner and a noun beside adjectives ("a later message").
        particles: what goes with a participle ("read out").
        parted: verbs to words beside them that are no prepositions before a channel ("hand over", "pointing at").
        committees: whose hearings are a parliament's.
        publishing: participles before the medium in which something stands.
        aired: prepositions before the title of a programme.
        reporting: what opens a clause that is told.
        private: kinds by which an outlet is told something.
        trailing: nouns that are looked for at the end of a content too.
        carrying: what follows a medium in a relative clause that says that it passed something on.
        asked: participles before the medium that asked a speaker.
        hung_times: what leads to a time or place between a participle and its agent.
        parts_of_day: times that name a programme too ("the morning show").
        quoting, gerund: cues by which a medium passes words on, and how those end that stand beside another.
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
    messengers: frozenset[str]
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
    records: frozenset[str]
    answers: frozenset[str]
    filings: frozenset[str]
    markets: frozenset[str]
    circulars: frozenset[str]
    clients: frozenset[str]
    staging: frozenset[str]
    speeches: frozenset[str]
    spoken: frozenset[ChannelKind]
    proper: frozenset[str]
    it: frozenset[str]
    by_means: frozenset[str]
    public: frozenset[str]
    private: frozenset[ChannelKind]
    reporting: frozenset[str]
    aired: frozenset[str]
    publishing: frozenset[str]
    ranks: frozenset[str]
    particles: frozenset[str]
    parted: Mapping[str, frozenset[str]]
    committees: frozenset[str]
    trailing: frozenset[str]
    quoting: frozenset[str]
    gerund: str
    carrying: frozenset[str]
    asked: frozenset[str]
    hung_times: frozenset[str]
    parts_of_day: frozenset[str]


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
        pieces, in_print: nouns of what is written for a medium, and prepositions before its name; ``owners`` may stand
            between them.
        prefixes: of parts of names that are written small.
        places: an expression for what is named as a place, with a group for its name.
        call_signs: an expression for names of stations that are only letters.
        sourced: an expression for a report's last words that say whose it is, with a group for the name.
        wires: how agencies' names of one word end; ``endings`` those of any media, to kinds.
        issues: parts of a medium that stand before it ("Monday's edition of").
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
    issues: frozenset[str]
    pieces: frozenset[str]
    in_print: frozenset[str]
    owners: frozenset[str]
    prefixes: tuple[str, ...]
    places: str
    call_signs: str
    sourced: str
    wires: tuple[str, ...]
    endings: Mapping[str, ChannelKind]
    credits: frozenset[str]
    not_agencies: frozenset[str]
    anonymous: frozenset[str]
