"""English: how reports say when something was said.

In the forms a blank stands for up to three white space characters, and ``{name}`` for one of the language's words.
What a rule does with its groups is in ``onrecord.extract.dates``.
"""

from onrecord.languages.base import TimeWords
from onrecord.languages.en.people import words

_EARLY = r"(?:(?:as (?:recently|early|late) as|late|later|early|earlier|shortly before|shortly after|again|also) )?"
_HOURS = r"(?:(?:in|during) the (?:(?:early|late|small) )?hours of |on the (?:night|evening|morning|afternoon) of )"
_ON = rf"(?:{_EARLY}(?:{_HOURS}|on )|(?:as (?:recently|early|late) as|late|later|early|earlier) )?"
_PART = r"(?: (?:early |late |mid-?)?(?:mornings?|afternoon|evening|night|lunchtime|noon|midday))?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d,.]\d|\d)"
_OF_YEAR = rf"(?:,? (?:of )?(?:{_YEAR}|(?P<years>last|this|the previous|that) year))?"
_CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?)|\d{1,2}[:.]\d\d|"
_CLOCK += r"(?:\d{1,2}|{number}) o[’']clock|noon|midday|midnight|dawn)"
_COUNTED = r"(?P<number>\d{1,3}|{number}) (?P<unit>{unit})"
_PERIOD = r"(?P<unit>day|night|evening|morning|afternoon|week|month|year)"
_NEAR = r"(?:(?:earlier|later|late|early) )?(?:in |over |during |on )?"
# "Two days before the vote": what follows belongs to something else.
_NOT_OF = r"\b(?! (?:the|his|her|its|their|a|an|that|he|she|it|they)\b)"

FORMS = (
    ("iso", r"(?:on )?(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"),
    ("date", rf"{_ON}(?:{{anyday}}\.?{_PART},? )?(?:the )?(?P<day>\d{{1,2}}|{{ordinal}})(?:st|nd|rd|th)? "
             rf"(?:of )?{{month}}\b\.?{_OF_YEAR}"),
    ("date", rf"{_ON}(?:{{anyday}}\.?{_PART},? )?{{month}}\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d|\d)"
             rf"{_OF_YEAR}"),
    ("weekdays", r"(?:between|from) {weekday}\b (?:and|to|until) {weekday2}\b"),
    ("weekday", rf"{_ON}(?:(?P<which>last|next|this|this past|the previous|the following) )?{{weekday}}\b{_PART}"
                r"(?: (?:of )?(?P<week>last|this|next) week)?"),
    ("month", rf"(?:in|during|throughout|of|as early as|as late as) (?:(?:early|late|mid) |mid-|early-|late-|"
              rf"the (?:middle|beginning|end|start) of )?{{month}}\b(?!\.? \d{{1,2}}\b){_OF_YEAR}"),
    ("month", r"(?:in )?(?P<which>last|this|next) {month}\b"),
    ("month", rf"(?:(?:early|late) (?:in )?|mid-)?{{month}}\b,? (?:of )?{_YEAR}"),
    ("year", rf"(?:late |early )?(?:in|during|throughout|of|as (?:early|late|far back|recently) as) "
             rf"(?:(?:early|late) |mid-|(?:the )?(?:spring|summer|autumn|winter)(?: of)? )?{_YEAR}\b"),
    ("day", rf"{_EARLY}(?P<word>{{days}})\b"),
    ("unit", rf"{_NEAR}(?:the )?(?P<which>last|this|next) (?P<unit>week|weekend|month|year)\b(?! end\b| time\b)"),
    ("weekend", r"(?:over|at|on|during) the weekend\b"),
    ("ago", rf"(?:about |around |some |almost |nearly |just |only |over |more than )?{_COUNTED} (?:ago|back)\b"),
    ("moments", r"(?:(?:a few|several) )?(?:minutes|moments|hours) ago\b|just now\b|a moment ago\b|half an hour ago\b"),
    ("shift", rf"{_COUNTED} (?P<way>earlier|previously|later|afterwards)\b(?! than\b)"),
    ("shift", rf"{_COUNTED} (?P<way>before){_NOT_OF}"),
    ("shift", rf"(?:on |during |in )?the (?P<way>previous|same|following|next) {_PERIOD}\b"),
    ("shift", rf"{_NEAR}(?P<way>that(?: same| very)?) {_PERIOD}\b"),
    ("shift", rf"(?:on )?the {_PERIOD} (?P<way>before|after|earlier|later)\b"
              r"(?= ?[^\w\s]|\s*$| (?:and|that|in|at|to)\b)"),
    ("shift", r"(?:late |later |early )?(?P<way>in the) (?P<unit>morning|afternoon|evening)\b"),
    ("after", rf"(?:just |only )?{_COUNTED} (?P<way>after|before)\b"),
    ("nth", r"on the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|anniversary|birthday))"),
    ("clock", rf"(?:(?:shortly|just|soon) (?:before|after) |(?:at|around|about) (?:about |around )?){_CLOCK}"),
    ("then", r"then\b"),
    ("vague", r"(?:more |only )?recently\b|at th(?:e|at) time\b|previously\b|in the past\b|once\b|the other day\b|"
              r"in recent (?:days|weeks|months|years)\b|long ago\b|(?:much )?(?:earlier|later)\b(?! than\b)|"
              r"afterwards\b|(?:(?:several|some|many|a few) )?(?:days|weeks|months|years|decades) "
              r"(?:ago|earlier|later|before)\b"),
)  # fmt: skip

DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "a fortnight ago": -14,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this lunchtime": 0,
    "this afternoon": 0,
    "this evening": 0,
    "earlier in the day": 0,
    "later in the day": 0,
    "the day after tomorrow": 2,
    "tomorrow": 1,
}

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "a couple of": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}

_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
    twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
"""
ORDINALS = {name: number for number, name in enumerate(_ORDINALS.split(), start=1)}

UNITS = {
    **dict.fromkeys(("minute", "minutes", "hour", "hours"), "hour"),
    **dict.fromkeys(("day", "days", "night", "nights", "evening", "morning", "afternoon"), "day"),
    **dict.fromkeys(("week", "weeks"), "week"),
    "weekend": "weekend",
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
}

#: Which way "last", "the following" and the like lead: to what is before, the same or after.
WAYS = {
    **dict.fromkeys(("last", "past", "previous", "the previous", "earlier", "before", "previously"), -1),
    **dict.fromkeys(("this", "this past", "same", "that", "that same", "that very", "in the"), 0),
    **dict.fromkeys(("next", "following", "the following", "later", "after", "afterwards"), 1),
}

# Right before an expression: not when it was said, but how long something goes on, or for when it is planned.
NOT_AFTER = words("""
    since until till by before after from for of due scheduled planned expected every each than between
""")
# Names with a weekday in them: Good Friday is a day as well, but not this week's.
NOT_NAMES = words("black good super ash bloody easter palm")
NOT_BEFORE_NAMES = words("times telegraph mirror mail express post herald mass world sport")

# What a weekday's possessive, or one with an article, stands before where it is the occasion of saying something.
OCCASIONS = words("""
    meeting briefing conference interview hearing session statement speech address programme program edition debate
    rally summit call testimony letter press news cabinet appearance broadcast post article announcement message
    remarks comments newspaper newspapers magazine paper issue show event ceremony vote talks visit trip game match
""")
# After which a time in the words for a source belongs to what is said in it: "a report published on Monday".
ISSUED = words("""
    dated published released issued posted sent written aired broadcast signed made given delivered presented seen
    filed recorded unsealed leaked circulated distributed uploaded tweeted read handed submitted
    wrote co-wrote
    report letter statement note memo memorandum guidance minutes resolution filing circular decree article judgment
    ruling order audit study survey interview message e-mail email document
""")

# What leads from the noun for a text to its date.
DATING = words("of from")

# What opens a clause of its own: a time on its far side belongs to another verb.
OPENERS = words("""
    who whom whose which that where when after before since as while because if unless although though until whereas
""")
# Of these, those whose clause is about another time.
APART = words("after before until since")
# Of these and others, those whose clause may stand between commas.
ASIDES = words("who whom whose which where after before following amid despite as while")
# What sets a second subject beside the first.
JOINERS = words("and but or while whereas")
# A cue in the present or perfect says what is held now, not what was said on that occasion.
STANDING = words("""
    has have says say is are believes believe fears fear denies deny claims claim argues argue maintains maintain
    insists insist accuses accuse wants want plans plan rules refuses hopes hope thinks think according
""")
PASSIVE = words("was were is are been be being asked pressed questioned quizzed")
COMING = words("will shall 'll ’ll")
# What somebody does on a day on which they then say something.
APPEARING = words("""
    visited toured met addressed testified appeared spoke arrived came travelled traveled flew attended hosted received
    telephoned phoned rang called joined held chaired launched interviewed put asked pressed reached contacted
""")
# What may open a sentence whose head says when: "Speaking in Bonn on Monday, she ..."
HEADS = (
    r"in|at|on|during|to|for|from|but|that|so|yet|also|then|when|after|before|upon|meanwhile|however|earlier|later|late|"
    r"early|by|with|within|outside|inside|near|\w+(?:ing|ed)|seen|written|sent|put"
)

TIMES = TimeWords(
    forms=FORMS,
    days=DAYS,
    numbers=NUMBERS,
    ordinals=ORDINALS,
    units=UNITS,
    ways=WAYS,
    not_after=NOT_AFTER,
    not_names=NOT_NAMES,
    not_before_names=NOT_BEFORE_NAMES,
    occasions=OCCASIONS,
    agents=words("by from"),
    issued=ISSUED,
    dating=DATING,
    editions=words("in"),
    openers=OPENERS,
    when=words("when as"),
    apart=APART,
    asides=ASIDES,
    heads=HEADS,
    participle=(
        r"\w+ing|asked|pressed|questioned|contacted|reached|informed|told|shown|"
        r"dawn|noon|midday|midnight|daybreak|sunrise|sunset|dusk|nightfall|breakfast|lunch|dinner"
    ),
    contents=(
        r"that|whether|which|what|why|how|(?:not )?to (?!the\b|an?\b|his\b|her\b|its\b|their\b|him\b|them\b|me\b|us\b)"
        r"(?-i:[a-z]+)|asking|urging|of \w+ing"
    ),
    joiners=JOINERS,
    dependent=r"to|without|\w+ing",
    standing=STANDING,
    coming=COMING,
    passive=PASSIVE,
    same_occasion=(
        r"\bIn it,?\s|\b(?:the|this|that) same (?:programme|program|interview|news conference|press conference|"
        r"conference|briefing|speech|statement|letter|post|message|meeting|hearing|broadcast|occasion|session|address|call|show|podcast|"
        r"article|document|report|event|appearance|conversation|text|tweet|thread|debate|sitting)\b"
    ),
    appearing=APPEARING,
    clause=r"that|whether|who|which|what|why|how",
    objects=r"(?:not )?to|it|so|him|her|them|me|us",
    at_which=r" (?:at|during|in) which\b",
)
