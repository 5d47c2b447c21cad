"""English: words that stand before, after and for the names of people and institutions."""

from onrecord.languages.base import PeopleWords


def words(listed: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(listed.split())


# Before a name, without an article. What they say of gender is the report's word, not a guess from a name.
TITLES_HE = words("mr sir lord king prince father brother")
TITLES_SHE = words("mrs ms miss madam dame lady queen princess mother sister mme")
TITLES = TITLES_HE | TITLES_SHE | words("mx dr prof professor rev reverend hon st saint sheikh")

# Descriptions of one person that say a gender.
HE = words("""
    spokesman chairman businessman congressman councilman alderman policeman fireman man boy father son brother
    husband
    widower king prince duke grandfather uncle nephew gentleman salesman ombudsman statesman fisherman cameraman
    boyfriend stepfather
""")
SHE = words("""
    spokeswoman chairwoman businesswoman congresswoman councilwoman policewoman woman girl mother daughter sister wife
    widow queen princess duchess grandmother aunt niece lady actress hostess saleswoman stateswoman girlfriend
    stepmother
    midwife
""")

# Different words for one office: a description with one may mean somebody described by another.
SAME_OFFICE = (
    words("ambassador envoy diplomat"),
    words("premier minister"),
    words("lawmaker legislator mp deputy senator congressman congresswoman parliamentarian"),
    words("spokesman spokeswoman spokesperson"),
    words("chairman chairwoman chair chairperson"),
    words("lawyer attorney solicitor barrister counsel"),
    words("boss chief head director executive"),
    words("president leader"),
    words("academic professor scientist researcher"),
    words("journalist reporter correspondent"),
)

PRONOUNS = {
    **dict.fromkeys(words("he him himself"), "he"),
    **dict.fromkeys(words("she her herself"), "she"),
    **dict.fromkeys(words("it itself"), "it"),
    **dict.fromkeys(words("they them themselves both"), "they"),
    **dict.fromkeys(words("i me we us you who which that whom"), "other"),
}

RELATIVE_WORDS = words("who whom whose which that")
# Where the head of a noun phrase stands before: "a spokesman *for* the mayor".
AFTER_HEAD = words("""
    of for from at in to with by on over under about near inside outside among between who whom whose which that
    speaking writing citing quoting based familiar close working living
""")
AFTER_PARTICIPLE = words("""
    by in on to for with at from of as into over under before after during last yesterday monday tuesday wednesday
    thursday friday saturday sunday
""")
DETERMINERS = words("the this that these those his her its their our my your")
POSSESSIVES = words("his her its their our my your 's")
INDEFINITE = words("a an another one some any")
CONJUNCTIONS = words("and &")

# Heads of descriptions of institutions, and of documents: they speak as such.
INSTITUTIONS = words("""
    ministry government administration cabinet parliament senate congress house council commission committee
    court tribunal police army military navy force forces coastguard authority authorities agency bureau office
    department
    company firm corporation group bank airline operator owner union federation association party opposition coalition
    alliance campaign organisation organization charity foundation university school hospital club team league embassy
    consulate mission delegation board panel newspaper paper magazine channel station broadcaster network
    website outlet
    prosecution prosecutors defence regulator watchdog bloc state country kingdom republic city town region prefecture
    institute academy museum church diocese mosque presidency chancellery treasury secretariat junta militia
    command commissariat collective cooperative festival exchange regime television radio tv weekly daily
    movement front brigade battalion faction squad laboratory lab clinic fleet guard service secretariat
    syndicate cooperative firm
    jury side camp directorate inspectorate registry ombudsman utility manufacturer retailer supplier chamber
""")
DOCUMENTS = words("""
    report statement study indictment lawsuit complaint filing memo memorandum letter document documents law
    bill treaty
    agreement survey poll review audit ruling judgment verdict order notice article editorial book files emails e-mail
    email cable transcript communique communiqué declaration resolution data figures statistics contract petition
    affidavit warrant summons paper draft inquiry investigation bulletin copy transcript leaflet note posting message
    act constitution statute annex minute minutes text readout guidance recording footage manifesto brochure sheet
    log invoice ledger edition column tweet post blog website
""")

# Right before a name, without an article: "spokeswoman X", "Prime Minister X".
OFFICES = (
    HE
    | SHE
    | words("""
    president premier minister secretary undersecretary ambassador envoy consul chancellor governor mayor
    prefect commissioner
    senator congressman congresswoman representative lawmaker deputy councillor speaker judge justice prosecutor
    magistrate
    general colonel major captain lieutenant sergeant admiral commander officer inspector superintendent
    detective sheriff
    constable marshal brigadier corporal private chief director chair chairperson ceo founder president-elect leader
    spokesperson analyst economist professor doctor lawyer attorney bishop archbishop cardinal imam pope father rabbi
    journalist reporter editor correspondent coach striker captain manager candidate activist farmer teacher
    student resident
    delegate negotiator mediator chargé attaché adviser advisor aide emir sultan ayatollah
    """)
)

PLURALS = words("""
    people police men women children parents staff troops personnel media clergy crew public folk locals those
    many some
    others few both family pair duo couple
""")

# Of whom a report that begins with them says no name later on.
UNNAMED = words("""
    official source insider spokesman spokeswoman spokesperson aide diplomat resident witness bystander passer-by
    onlooker eyewitness analyst expert observer critic person man woman boy girl friend relative neighbour neighbor
    staffer member one
""")
PASSIVE = words("is are was were been be being")
# "both men", "the two ministers", "the pair", "neither of them".
PAIR = (
    r"(?:both(?: of (?:them|us))?|neither(?: of (?:them|us))?|each of (?:them|us)|the (?:two|pair|duo)|two of them)"
    r"(?: (?:[a-z]+ )?(?P<noun>[a-z]+))?(?: ?[,—–].*)?$"
)
PAIR_GENDERS = {**dict.fromkeys(words("men brothers"), "he"), **dict.fromkeys(words("women sisters"), "she")}
SIDES = words("""
    sides parties countries governments states capitals camps nations companies carriers armies groups organisations
    delegations neighbours neighbors ministries institutions clubs firms banks forces agencies offices
""")
AFTER_NAMES = words("qc kc sc mp msp mep jr sr obe cbe mbe phd md esq")
RANKS = words("deputy vice assistant junior shadow")
# "She wrote to him, *adding*"; "he called *and said*".
SHARES = r"(?:[,;:–—]|\b(?:and|but|or|while|before|after))\s+$"

TOLD = (
    r"(?:\b(?:is|are|was|were|be|been|being|am)|'m|’m) (?:\w+ ){0,2}"
    r"(?:told|asked|ordered|instructed|promised|urged|warned|informed|advised|assured)\b"
)
# "She had received *a letter* *asking* her to leave."
RECEIVED = (
    r"\b(?:received|receives|got|gets|read|opened|sent)\s(?P<source>(?:an?|the|two|several|another)\s(?:[\w-]+\s){0,2}"
    r"(?:letters?|e-?mails?|messages?|notes?|texts?|calls?|notices?|invitations?|cables?|leaflets?))\s"
    r"(?:in which\s)?(?P<cue>\w+(?:ing|ed)\b.*)"
)
NO_SUBJECT = r"\b(?:is|are|was|were|be|been|being)\b|^to |^(?:the|a|an|his|her|its) |ing\b"
_NOUN_PHRASE = (
    r"(?:(?i:the|an?|his|her|its|their|our|my|two|both) (?:[\w’'-]+ ){0,4}[\w’'-]+"
    r"|(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}[A-ZÀ-Þ][\w’'-]+|(?i:he|she|it|they|who)|I|[Ww]e)"
)
SUBJECT = (
    r"(?:^|[“\"‘'.,;:(]\s*|\b(?:said|says|told \w+|that|while|but)\s)"
    rf"({_NOUN_PHRASE}(?:, [^,]{{3,60}},)?)(?<! and)(?<! but)(?<! or)(?<! then)\s$"
)
# "... that *she* had answered the first letter and" (had asked): a second verb's subject, before the first verb.
JOINED = r"\b(?:and|but|or|then)\s(?:\w+ly\s|then\s|afterwards\s|later\s)?$"
OPENING = r"(?:[“\"‘'«„]\s?|(?:whether|that|if|because)\s)+(?=\w)"
AGE = r",? (?:\(|aged )?(\d{1,3})\b"
AGED = r"\b(\d{1,3})-year-old$"
FIRST_SUBJECT = (
    rf"(?:^|[“\"‘;:]\s?|\b(?:that|because|when|while)\s)({_NOUN_PHRASE})(?:, [^,“”\"]{{3,60}},)?\s"
    r"(?:\w+ly\s|twice\s|once\s)?"
    r"(?:had|has|have|would|will|was|were|did|sat|rang|met|took|came|went|left|wrote|spoke|stood|got|gave|saw|found|held|"
    r"kept|sent|flew|ran|drove|rose|read|broke|threw|put|[a-z]{2,}ed)\b"
)

PEOPLE = PeopleWords(
    titles=TITLES,
    titles_he=TITLES_HE,
    titles_she=TITLES_SHE,
    he=HE,
    she=SHE,
    offices=OFFICES,
    same_office=SAME_OFFICE,
    pronouns=PRONOUNS,
    relatives=RELATIVE_WORDS,
    after_head=AFTER_HEAD,
    after_participle=AFTER_PARTICIPLE,
    conjunctions=CONJUNCTIONS,
    determiners=DETERMINERS,
    indefinite=INDEFINITE,
    possessives=POSSESSIVES,
    institutions=INSTITUTIONS,
    documents=DOCUMENTS,
    plurals=PLURALS,
    unnamed=UNNAMED,
    passive=PASSIVE,
    pair=PAIR,
    pair_genders=PAIR_GENDERS,
    sides=SIDES,
    after_names=AFTER_NAMES,
    ranks=RANKS,
    shares=SHARES,
    told=TOLD,
    received=RECEIVED,
    no_subject=NO_SUBJECT,
    subject=SUBJECT,
    joined=JOINED,
    opening=OPENING,
    aged=AGED,
    age=AGE,
    first_subject=FIRST_SUBJECT,
)
