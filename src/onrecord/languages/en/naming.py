"""English: how a report speaks of those whom it does not name, and why it does not."""

from onrecord.languages.en.people import AFTER_HEAD, words
from onrecord.languages.telling import NamingWords

# Nothing but that there is somebody.
_BARE = words("""
    source sources insider insiders person people persons chap chaps somebody someone anybody anyone
    nobody individual individuals
""")

_KIN = words("""
    mother father brother sister son daughter wife husband widow widower partner girlfriend boyfriend fiance fiancee
    fiancé fiancée uncle aunt cousin nephew niece grandmother grandfather grandson granddaughter parents parent child
    children family relative neighbour neighbor friend pal brother-in-law sister-in-law mother-in-law father-in-law
    son-in-law daughter-in-law stepfather stepmother colleague roommate classmate
""")

# Seldom named, even where the report says "the".
_UNNAMED = words("""
    spokesman spokeswoman spokesperson aide official diplomat resident witness bystander passer-by onlooker eyewitness
    officer soldier guard clerk staffer employee worker insider source person man woman boy girl youth teenager one
    other
    others another survivor caller passenger shopper customer villager local operative informant whistleblower
    whistle-blower confidant ally associate observer individual cashier bureaucrat functionary chaplain lawyer solicitor
""")

_CALLINGS = words("""
    academic accountant activist actor actress administrator admiral adviser advisor advocate agent aid-worker
    ambassador
    analyst architect artist assistant astronomer athlete attache attaché attorney author backbencher baker banker
    barrister binman biologist bishop blogger boss broker builder businessman businesswoman butcher campaigner candidate
    captain cardinal carer cashier chairman chairwoman chair champion chef chief chemist citizen civilian cleric climber
    coach collector colonel columnist commander commentator commissioner commuter conductor congressman congresswoman
    constable consul consultant contractor coordinator corporal correspondent councillor councilor counsel counterpart
    crewman critic curator dealer defector defendant defender delegate demonstrator dentist deputy descendant designer
    detainee detective developer director dissident docker doctor driver economist editor electrician emigrant engineer
    entrepreneur envoy epidemiologist evacuee executive expatriate expert exile ex-minister fan farmer fighter filmmaker
    financier firefighter fisherman fishmonger follower founder foreigner forecaster fugitive gardener general geologist
    governor graduate grower guest guide gunman head historian holidaymaker homeowner host hostage housewife hunter
    imam immigrant informer inhabitant inmate inspector instructor intermediary interpreter interviewee inventor
    investor
    islander jailer jeweller journalist judge juror keeper king landlord landlady lawmaker lawyer leader lecturer
    legislator librarian lieutenant lobbyist local lord magistrate major manager marshal mathematician mayor mechanic
    mediator medic member merchant meteorologist midwife migrant militant miner minister monk mp mourner musician
    mutineer negotiator novelist nun nurse occupant operative opponent organiser organizer orphan owner painter
    paramedic parishioner parliamentarian participant partisan passerby pastor patient patriarch pedestrian pensioner
    pharmacist philosopher photographer physician physicist pilgrim pilot player plumber poet policeman policewoman
    politician pollster pope porter premier president priest prince princess principal prisoner producer professor
    programmer prosecutor protester protestor psychiatrist psychologist publican pundit pupil queen rabbi racer rebel
    recruit rector referee refugee reporter representative rescuer researcher resident reveller rider
    rioter rival runner sailor salesman scholar scientist secretary senator servant sergeant settler shareholder sheriff
    shepherd shopkeeper singer skipper soldier solicitor specialist speaker sportsman squatter statesman steward
    strategist student superintendent supporter surgeon surveyor tailor teacher technician tenant theologian
    tourist trader trainer translator traveller traveler treasurer trustee undersecretary user vendor veteran
    vice-president victim viewer villager virologist visitor voice volunteer voter waiter waitress warden weatherman
    wholesaler
    widow witness workman writer youngster
""")
_PERSONS = _KIN | _UNNAMED | _CALLINGS | words("child men women members relatives locals folk folks staff crew those")

# Ends like a calling, and is none.
_NOT_PERSONS = words("""
    banner barrier border broadcaster brewer calendar carmaker carrier cellar center chapter charter computer container
    corner corridor counter cover disaster dinner error factor factory favor filter floor flyer folder harbor insurer
    ladder layer lender letter manner manufacturer matter meter mirror monitor motor newsletter newspaper number offer
    operator order paper parameter planner poster power printer publisher quarter register regulator remainder retailer
    river rumor sector server shelter supplier tabloid tanker terror theater tower tracker trailer transfer vapor
    weather checklist blacklist airliner thriller
""")

# Sides of a conflict or a case: whoever they are, the report says which.
_SIDES = words("rebels insurgents separatists militants prosecutors authorities organisers organizers hackers")

_COUNTED = words("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen several few couple pair trio handful both
""")

NAMING = NamingWords(
    bare=_BARE,
    telling_little=words("""
        familiar briefed aware knowledge know with involved privy acquainted informed speaking
    """),
    little_told=words("""
        matter matters issue talks discussions negotiations investigation inquiry case process situation plan plans
        thinking deal deliberations subject know
    """),
    belonging=words("close of in at within inside near from among around on working"),
    qualities=words("one other single another anonymous unnamed unidentified well-placed well-informed informed"),
    persons=_PERSONS,
    unnamed=_UNNAMED,
    kin=_KIN,
    person_endings=("man", "woman", "men", "women", "person", "er", "ers", "or", "ors", "ist", "ists", "eer", "eers"),
    not_persons=_NOT_PERSONS,
    sides=_SIDES,
    identified=words("""
        court tribunal government parliament ministry police senate embassy consulate bulletin copy dispatch recording
        video message messages transcript records
    """),
    indefinite=words("a an one another some any several many most few other every each no countless numerous various"),
    articles=words("a an"),
    possessives=words("his her its their our my your whose"),
    definite=words("the this that these those"),
    counted=_COUNTED,
    many=words("dozens hundreds thousands scores tens millions"),
    whole=words("the this that these those all"),
    dual=words("both each either neither"),
    bodies=frozenset({"general staff", "joint staff", "coast guard", "national guard", "civil guard", "home guard"}),
    partitives=words("""
        dozens hundreds thousands scores tens millions some many most several few majority number group groups handful
        couple pair crowd lots plenty all each
    """),
    unheaded=words(
        "one another other others everybody everyone some all many several most few those two three four five six both"
    ),
    after_head=AFTER_HEAD
    | words("""
        briefed interviewed accredited named called known identified described involved aware gathered present very most
        also now then there here privy closely directly currently reportedly posted stationed reached contacted
        calling seen heard obtained reviewed published circulated
        issued dated released filed sent leaked unsealed written
        signed carried as alike including like
        when where while because after before since downstream upstream nearby overseas abroad ashore
    """),
    name_givers=words("himself herself themselves itself named called name known only as"),
    thought=words("believed understood thought expected feared hoped presumed assumed"),
    anonymity=(
        r"\bon (?:the |strict )?condition of (?:strict )?anonymity\b",
        r"\b(?:request|demand|seek|insist|ask|want)\w* (?:on |for )?anonymity\b|\bsought anonymity\b",
        r"\banonymously\b",
    ),
    unwilling=(
        r"\bnot (?:to |wish(?:ing)? to |want(?:ing)? to |willing to |wanting )?be(?:ing)? (?:named|identified|"
        r"quoted)\b",
        r"(?:\bnot|n't|n’t) (?:want|wish|like|care) to (?:be (?:named|identified|quoted|mentioned)|appear by name)\b",
        r"(?:\bnot|n't|n’t) (?:want to |wish to )?(?:give|reveal|disclose) (?:his|her|their) "
        r"(?:full |sur|last |real )?names?\b",
        r"\bnot to (?:be mentioned by|use (?:his|her|their)) (?:\w+ )?names?\b",
        r"\b(?:declin|refus|ask|prefer|want|wish|request|cho[os]s?)\w* (?:not )?to (?:be (?:named|identified)|"
        r"(?:remain|stay|be) (?:anonymous|unnamed)|give (?:his|her|their|a|any) (?:full |sur|last |real )?names?)\b",
        r"\b(?:can ?not|could not|can't|can’t|may not|must not) be (?:named|identified)\b",
        r"\bwhose (?:full |real |sur)?names? (?:\w+ ){0,3}(?:is|are|was|were|has|have)\b",
        r"\bthat (?:his|her|their) (?:\w+ )?names? (?:not )?be\b",
        r"\b(?:did|does|do|is|are|was|were|has|have) not (?:been |being )?(?:nam(?:e|ed|ing)|identif(?:y|ied|ying))\b",
        r"\b(?:withh[eo]ld(?:ing)?|chang(?:ed|ing)) (?:his|her|their) (?:\w+ )?names?\b",
    ),
    hints=(
        *("anonym", "name", "naming", "identif", "quoted", "mention", "authori", "allow", "permi", "clear", "entitle"),
        *("empower", "supposed", "liberty", "position", "fear", "bound", "barred", "banned", "forbid", "prohibit"),
        *(" free ", " let "),
    ),
    grounds=(
        r"\b(?:because|for fear|out of fear|out of concern|fearing|citing|owing to|due to|"
        r"for (?:\w+ )?(?:safety|security|legal|privacy) reasons?)\b",
        r"\b(?:as|since|given(?: that)?|so as|so that|in order|for reasons|lest)\b",
        r"\bsaying (?:that )?(?:he|she|they)\b",
        r"\bto (?:\w+ly )?(?:discuss|describe|speak|talk|avoid|protect|share|disclose|comment|be able)\b",
    ),
    unauthorised=(
        r"(?:\bnot|n't|n’t|\bnever|\bwithout being) (?:been |being |yet |officially |publicly )?"
        r"(?:authori[sz]ed|allowed|permitted|cleared|entitled|empowered|supposed|free|at liberty|in a position) to "
        r"(?:\w+ly )?(?:speak|talk|comment|discuss|brief|give|make|address|be quoted|be named|disclose|share|release|"
        r"go public|reveal|describe)\b",
        r"\b(?:do|does|did) not (?:permit|allow|let) (?:him|her|them|it|officials|staff|employees|members|such \w+) "
        r"(?:to )?(?:speak|talk|comment|discuss|be quoted|be named|give|make|address)\b",
        r"\b(?:lack|lacks|lacked|lacking|without) (?:the )?(?:authori[sz]ation|authority|permission|clearance) to "
        r"(?:speak|talk|comment|discuss|brief)\b",
        r"\bwho fear(?:s|ed)? (?:for (?:his|her|their) (?:\w+ )?(?:jobs?|lives|life|safety|careers?|positions?|"
        r"famil(?:y|ies))|losing (?:his|her|their)|(?:\w+ )?(?:reprisals?|retaliation|retribution|repercussions))\b",
        r"\bbound by (?:\w+ ){0,3}(?:confidentiality|secrecy|non-disclosure|silence)\b",
        r"\b(?:barred|banned|forbidden|prohibited) from (?:speaking|talking|commenting|discussing|giving)\b",
    ),
    clause_openers=words("who whom whose which that because as since"),
    withheld=words("""
        named identified quoted anonymity anonymous anonymously name names authorised authorized allowed permitted
        cleared speak familiar knowledge briefed knows knew
    """),
)
