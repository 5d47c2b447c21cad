"""English: the ends of noun phrases, and who is spoken to."""

from onrecord.languages.base import AddressWords, PhraseWords
from onrecord.languages.en.people import words


def forms(verbs: str) -> frozenset[str]:
    """The regular forms of ``verbs``; a doubled last letter is written with the verb ("beg/begg")."""
    out: list[str] = []
    for verb in verbs.split():
        plain, _, doubled = verb.partition("/")
        stem = doubled or plain.removesuffix("e")
        if plain.endswith("y") and plain[-2] not in "aeo":
            out += [plain, plain[:-1] + "ies", plain[:-1] + "ied", plain + "ing"]
            continue
        ending = "es" if plain.endswith(("ch", "sh", "ss", "x")) else "s"
        out += [plain, plain + ending, stem + "ed", stem + "ing"]
    return frozenset(out)


# Verbs whose object is the person spoken to.
DIRECT = forms("""
    answer ask urge order inform assure reassure remind promise warn persuade beg/begg invite instruct command advise
    notify brief challenge thank press implore beseech entreat convince direct require petition lobby question
    quiz/quizz interview caution counsel reprimand admonish scold congratulate task alert coax pressure pressurise
    prod/prodd summon encourage exhort enjoin threaten offer prohibit
""") | words("""
    tell tells told telling let lets letting bid bids forbid forbids forbade forbidden bar bars barred barring
""")
# The participles among them, for the passive.
PASSIVE = frozenset(w for w in DIRECT if w.endswith("ed")) | words("told let bid forbidden")
# Verbs that take "to" and the person spoken to.
TO = forms("""
    talk express explain complain confess admit reply respond apologise apologize appeal suggest propose announce
    report confirm convey insist mention protest vow pledge promise pass describe signal reveal disclose repeat
    stress submit/submitt testify whisper boast remark relay present offer claim declare lament joke plead add
    confide affirm indicate communicate point
""") | words("""
    say says said saying speak speaks spoke spoken speaking write writes wrote written writing put puts putting
    swear swears swore sworn send sends sent give gives gave given make makes made
""")
# Of these, what follows "to" is as often a thing ("replied to the charge").
LOOSE = forms("""
    answer reply respond admit confess protest testify report add point pass present threaten offer
""") | words("make makes made give gives gave given send sends sent")
# Verbs with a word of their own before the person.
PARTICLES = {
    **dict.fromkeys(forms("call"), words("on upon")),
    **dict.fromkeys(forms("plead argue confide"), words("with in")),
    **dict.fromkeys(forms("demand require ask beg/begg"), words("of from")),
    **dict.fromkeys(forms("shout yell scream"), words("at")),
}
BE = words("am is are was were be been being get gets got gotten 're 's 'm ’re ’s ’m m")

OBJECTS = words("me us him her them you it everyone everybody anyone nobody whom")
SUBJECTS = words("i he she it they we you who")
STOPS = words("""
    aboard across alongside about above after against ahead along amid among around as at because before behind
    below beneath beside between beyond but by despite during except following for from if in inside into like near
    be been off on onto or out outside over past regarding since so than that though through throughout till to toward
    towards under unless until upon via when where whether while who whom which whose why how what with within
    without yet is are was were has have had will would could should may might must said says saying according then
    however not
""")
TIMES = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight late early earlier later once twice again
    recently afterwards ago morning afternoon evening shortly also already too still repeatedly only then now
""")
ADVERBS = words("""
    also again once twice repeatedly later earlier today yesterday tonight then already still only just even often
    never always privately publicly personally directly flatly bluntly simply out
""")
PERIODS = words("""
    week month year night weekend summer winter spring autumn monday tuesday wednesday thursday friday saturday
    sunday
""")
DETERMINERS = words("""
    the a an this these those his her its their our my your some any each every both all another no
    two three four five six seven eight nine ten several many few
""")
PEOPLE = words("""
    reporter journalist correspondent lawmaker deputy deputies senator legislator official investigator prosecutor
    supporter follower fan crowd colleague friend relative minister ministry council government parliament committee
    court congress police shareholder investor analyst worker employee staff resident voter member leader president
    audience team troops nation public press company union board parents mother father wife husband brother sister
    neighbour neighbor teacher student judge jury juror detective officer soldier delegate ambassador envoy diplomat
    worshipper mourner customer manager director authority authorities men women man woman partner client mediator
    islander villager passenger patient pupil hospital school bank firm airline operator sheriff mayor governor
    cabinet rebel rival superior boss chairman chairwoman chief editor lender creditor donor regulator trustee
    faction community family people pilot driver
""")
PARTICIPLES = words("""
    dated issued published posted released sent seen obtained leaked presented submitted addressed delivered
    broadcast aired televised carried given made held written filed signed quoted cited shared uploaded circulated
    read handed recorded reported printed adopted prepared played leaked headed titled entitled
""")

PHRASES = PhraseWords(
    determiners=DETERMINERS,
    alone=DETERMINERS - words("the a an his its their our my your every no"),
    objects=OBJECTS,
    subjects=SUBJECTS,
    stops=STOPS,
    times=TIMES,
    adverbs=ADVERBS,
    joins=words("and or & of"),
    genitive="of",
    relatives=words("who whom whose which"),
    participles=PARTICIPLES,
    name_like=words("may april june august march today tonight"),
    relative_times=words("last next first"),
    periods=PERIODS,
    to="to",
    clauses=words("and but while whereas"),
)

ADDRESS = AddressWords(
    direct=DIRECT,
    finite=frozenset(w for w in TO if w.endswith("ed")) | words("spoke appeared"),
    participles=PASSIVE,
    hearing=words("heard hears"),
    after_object=words("to not that whether if what how why when where who which there he she they we you i"),
    about=words("for about of from against with"),
    inner=words("in at on during before after by below above near outside from with who that"),
    letting=words("let lets letting"),
    known_by=words("know"),
    things=words("question questions query queries request requests inquiry inquiries email emails e-mail e-mails"),
    known=DETERMINERS - words("a an no some any"),
    be=BE,
    bound=words("told urged ordered instructed advised warned reminded invited forbidden"),
    infinitives=words("to not"),
    to=TO,
    loose=LOOSE,
    particles=PARTICLES,
    people=PEOPLE,
    clear_objects=words("him them us me"),
    clause_openers=STOPS - words("in at from of for") | words("and or"),
    before_participle=words("when if while"),
    by="by",
    adverb_ending="ly",
    ed="ed",
    time_leads=words("on in at late early since"),
    speaking={**dict.fromkeys(words("speaking talking writing remarks comments testifying"), "to"), "addressing": ""},
)
