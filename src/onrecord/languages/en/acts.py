"""English: what is done in saying something.

Every expression is searched for in lower-case text of limited length with straight apostrophes; none has a repetition
inside a repetition.
"""

from onrecord.languages.en.blame import BLAME, PRAISE, WRONG
from onrecord.languages.en.denials import ADVERB, DECLINES, NO, NO_COMMENT, OWN_DENIAL, SILENT, UNDONE, UNTRUE
from onrecord.languages.telling import ActRule, ActWords
from onrecord.model.attribution import Act


def _acts(**listed: str) -> dict[str, Act]:
    """Word to act, from the words listed for each act."""
    out: dict[str, Act] = {}
    for act, words in listed.items():
        out |= dict.fromkeys(words.split(), act)  # type: ignore[arg-type]
    return out


VERBS = _acts(
    state="""
        say tell add note announce confirm admit state declare explain insist maintain argue claim write report describe
        reply answer respond recall stress emphasise emphasize underline acknowledge concede reveal disclose suggest
        indicate affirm assert contend testify post tweet inform praise thank welcome hail apologise apologize comment
        remark observe mention quote cite show warn caution conclude find estimate joke quip retort counter
        introduce reiterate repeat express give speak talk discuss lament declare propose recommend
    """,
    ask="""
        ask request demand urge appeal inquire enquire beg plead implore beseech entreat petition exhort query question
        press call-for call-on seek challenge invite summon lobby solicit pray advise encourage quiz probe
    """,
    order="""
        order instruct ban command decree mandate forbid prohibit bar direct require sentence rule-that oblige compel
        dictate outlaw enjoin overrule
    """,
    promise="promise pledge vow offer undertake guarantee swear commit agree volunteer assure reassure",
    threaten="threaten menace",
    accuse="""
        accuse blame denounce criticise criticize condemn slam blast lambast lambaste decry deplore berate rebuke
        censure
        castigate chide excoriate allege implicate fault assail admonish deride mock ridicule vilify indict incriminate
        attack liken pillory reproach scold savage rap charge complain
    """,
    deny="""
        deny dismiss dispute refute rebut rubbish dispel reject disavow disclaim contradict contest repudiate debunk
        gainsay
    """,
    decline="decline",
    think="""
        believe hope fear want plan know feel expect think intend wish doubt suspect consider worry understand assume
        wonder regard anticipate presume suppose mean prefer desire long yearn dread regret imagine guess reckon
        hesitate see view like love hate need aspire aim foresee trust mistrust distrust care remember forget realise
        realize
        decide contemplate envisage mull weigh ponder dream gather figure detest loathe despise resent admire forgive
    """,
)

NOUNS = _acts(
    state="""
        claim claims statement statements account word words report reports warning warnings confirmation announcement
        admission assertion assertions remark remarks comment comments version suggestion argument
    """,
    ask="request requests demand demands appeal appeals plea pleas question questions petition petitions",
    order="order orders instruction instructions ban decree ruling directive injunction",
    promise="""
        promise promises pledge pledges vow vows offer offers assurance assurances guarantee commitment undertaking
    """,
    threaten="threat threats ultimatum ultimatums",
    accuse="accusation accusations allegation allegations criticism condemnation complaint complaints charge charges",
    deny="denial denials rebuttal repudiation",
    decline="refusal",
    think="""
        belief beliefs fear fears hope hopes plan plans view opinion intention intentions expectation expectations
        suspicion suspicions doubt doubts feeling desire wish wishes impression conviction concern concerns worry
        worries
        ambition aim understanding mind
    """,
)

IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "written": "write",
    "swore": "swear",
    "sworn": "swear",
    "thought": "think",
    "felt": "feel",
    "knew": "know",
    "known": "know",
    "meant": "mean",
    "saw": "see",
    "seen": "see",
    "sought": "seek",
    "forbade": "forbid",
    "forbidden": "forbid",
    "bade": "bid",
    "found": "find",
    "gave": "give",
    "given": "give",
    "spoke": "speak",
    "spoken": "speak",
    "undertook": "undertake",
    "undertaken": "undertake",
    "foresaw": "foresee",
    "understood": "understand",
    "pled": "plead",
    "shown": "show",
    "forgot": "forget",
    "forgave": "forgive",
    "forgiven": "forgive",
    "dreamt": "dream",
    "beset": "beset",
    "besought": "beseech",
}

#: What is offered in words and promises nothing.
_TELLING = (
    r"^\W*(?:\w+ ){0,3}(?:condolences|congratulations|sympathy|thanks|apolog(?:y|ies)|explanations?|versions?|"
    r"accounts?|glimpse|details?|reasons?|assessment|view)\b"
)
_CLAIM = (
    r"\b(?:allegation|accusation|claim|charge|report|account|version|suggestion|rumou?r|assertion|notion|"
    r"characteri[sz]ation|finding|criticism|idea|insinuation|speculation|story|stories|narrative|figure|"
    r"description)s?\b"
)
_PROPOSAL = (
    r"\b(?:offer|proposal|plan|bid|appeal|call|request|deal|demand|compromise|petition|motion|invitation|ultimatum|"
    r"truce|ceasefire|application|terms|amendment|talks|resignation|apology|bill|overture|mediation|pressure|"
    r"settlement|loan|aid|help|complaint|treaty|draft|budget)s?\b"
)

#: Ill that a speaker may do, after "would", "will", "shall".
_HARM = (
    r"(?:sue|retaliat\w+|strike back|hit back|take revenge|punish\w*|respond (?:with|in|by|forcefully|decisively|"
    r"accordingly|firmly|harshly)|answer (?:fire|force|in kind|with)|use (?:force|live)|not hesitate|"
    r"be (?:sacked|fired|detained|jailed|evicted|deported|"
    r"dismissed|punished|prosecuted|arrested|shot|sanctioned|expelled|met with|sued|held|crushed|"
    r"destroyed|fined|banned|cut off)|face (?:arrest|prosecution|jail|prison|fines?|consequences|sanctions|dismissal|"
    r"legal|disciplinary|punishment)|(?:arrest|sack|jail|evict|deport|prosecute|detain) \w+|"
    r"pay (?:a|the|dearly)|expel|attack|bomb|invade|shell|destroy|crush|"
    r"impose (?:sanctions|tariffs|duties)|go to court|take (?:legal|countermeasures|retaliatory)|open fire|"
    r"sort (?:him|her|them|you) out|make (?:him|her|them|you) (?:pay|regret)|(?:kill|bury|hurt) (?:him|"
    r"her|you|them|me|us)|shut down|cut off|go on strike|down tools|walk out|resort to|have (?:serious |"
    r"grave )?consequences|regret)\b"
)
_WILL = r"(?:\b(?:will|would|shall|won't|going to|prepared to|ready to|can|could|may|might) |'ll |'d )"
_WILL_HARM = rf"{_WILL}(?:\w+ly |also |all |soon |once again )?{_HARM}"
_CONSEQUENCES = r"\b(?:there (?:will|would) be (?:\w+ )?consequences|courtesies can be withdrawn)\b"

#: Ill that is a threat where a warning says that the speaker will do it; that a closure will "cut" output is none.
_WARNED = (
    rf"(?:^\W*|\bthat |\bif [^.;]{{0,80}}, )(?:i|we|he|she|it|they|anyone\b[^.;]{{0,60}}?|"
    rf"those\b[^.;]{{0,60}}?|whoever\b[^.;]{{0,60}}?) ?{_WILL}"
    r"(?:\w+ly |also |be )?(?:strik|shoot|shot|clos|shut|cut|suspend|withdr|quit|resign|block|ban|seiz|sack|fire|"
    r"fining|fined?\b|arrest|boycott|intervene|escalat|veto|sanction|restrict|halt|pull out|leave|act\b|stop|"
    r"disrupt|blockad|withhold|terminat|evict|deport|prosecut|jail|freez|sever|recall)"
)
#: What befalls whoever does what a warning is about, and what it is said to be followed by where it is not heeded.
_RISKED = (
    r"^\W*(?:that )?(?:anyone|anybody|whoever|those|any \w+) (?:who )?[^.;]{0,80}?\b(?:risk\w*|"
    r"fac(?:e|es|ed|ing)|would (?:meet|lose|pay)|will (?:meet|lose|pay))\b|"
    rf"^\W*(?:that )?(?:if|unless) [^.;…]{{0,100}}?(?:,|…) (?:it|he|she|we|i|they|the \w+) ?{_WILL}(?:\w+ly )?"
    r"(?:look again|review|reconsider|think again|consider|act|go (?:ahead|to)|have to|take|be forced)"
)
_IF_THEY = (
    r"^\W*(?:that )?if (?:they|he|she|you|anyone|anybody|the \w+)\b[^.;?…]{0,80}, (?:i|we|he|she|it|they)"
    r"(?: shall| will| would|'ll|'d) (?!be |help|talk|listen|welcome|support)"
)

#: What only somebody who means it can do, whoever the subject is.
_ANSWER = (
    rf"{_WILL}(?:\w+ly )?(?:answer|respond|retaliat|react|hit back|not (?:tolerate|stand by|hesitate|"
    rf"accept|allow))"
)
_REVENGE = (
    r"\b(?:revenge|reveng\w+|retaliat\w+|aveng\w+|vengeance|punish\w*|crush\w*|destroy\w*|hit back|"
    r"strike back|wipe out|annihilat\w+)\b"
)

_SELF = r"\b(?:i|we|it|he|she|they|the (?:government|company|ministry|country|group|union|party|army|bank))"
_CONDITION = r"\b(?:only (?:if|when|once)|when|once|before|if)\b"
_KINDNESS = (
    # to look after what was asked, or to do something on a condition
    r"^\W*(?:that )?(?:i|we|it|he|she|they)(?:'ll|'d| will| would| shall) (?:think about|think it over|consider|"
    r"look into|raise|put (?:the|it|this|that|their|his|her) |pass (?:it|them|this|that|the \w+) on|"
    r"take (?:instructions|it up|part)|try|see to|make sure|ask (?!for\b)|let (?:\w+ ){1,4}know|"
    r"(?:not )?(?:come|accept|sign|talk|meet|leave|step down|return|resign)\b"
    rf"[^.;]{{0,60}}{_CONDITION})|"
    rf"\b(?:nobody|no one) (?:will|would) (?:lose|suffer|be)\b|{_SELF}(?:'ll| will| would| shall|"
    rf" is ready to| was ready to| stands? ready to| stood ready to| is prepared to|"
    r" was prepared to| are ready to| were ready to) (?:\w+ly |also |now |soon )?"
    r"(?:be (?:happy|glad|willing|ready) to|help|give|send|provide|replace|repay|reimburse|donate|release|"
    r"free|pay (?:for|back|"
    r"compensation|the)|"
    r"compensate|refund|rebuild|return the|publish|never (?:again|surrender|abandon)|do (?:everything|all|whatever)|"
    r"fly|deliver|cooperate|honou?r|keep (?:its|his|her|their|our|my) (?:promise|word)|protect|stand by|support|"
    r"apologi[sz]e|not (?:rest|leave|let|allow|abandon|give up))\b"
)
#: What somebody is told to do, who may be taken for its beginning: "told |them to leave".
_TO_DO = (
    r"^\W*(?:(?:me|him|her|us|them|you|(?:the|his|her|its|their|my|"
    r"our) \w+) (?:on \w+ \w+ )?)?(?:not |never )?to (?!the\b)[a-z]"
)
_UNLESS = (
    r"^\W*(?:that )?(?:i|we|he|she|it|they)(?: ?(?:will not|won't|would not|"
    r"wouldn't) [^.;]{0,100}\b(?:without|until)\b|"
    r"(?: will| would|'ll|'d) [^.;]{0,120}\bunless\b)"
)
_LET_BE = r"^\W*that (?:\w+ ){1,4}(?:not )?be \w"
_IMPERATIVE = (
    r"^\W*(?:let (?:her|him|me|us) \w+|(?:bring|show|send|give|leave) (?:her|him|me|us|them|it) \w+|"
    r"don't \w+|do not \w+|please \w+|think of)\b"
)
_FUTURE = r"\b(?:will|would|shall|won't|going to|wo n't|to be)\b|'ll\b|^\W*to \w"

#: Who speaks against somebody whenever they speak of what somebody did, and of what they speak otherwise.
_CHARGING = r"^(?!.*\bspokes)(?=.*\b(?:indictment|lawsuit|charge sheet|complaint|plaintiffs|prosecutors|prosecution)\b)"
_PROCEEDINGS = (
    r"\b(?:will|would|appeals?|hearings?|investigat\w+|inquir(?:y|ies)|tomorrow|opened|questioned|"
    r"released|found dead|autopsy|no evidence)\b"
)


_SAYING = r"^(?!.*\b(?:ask|asks|asked|according|order\w*)\b)"

#: Tried in order before the words are looked at; the first one that fits decides.
PHRASES: tuple[ActRule, ...] = (
    *(ActRule("decline", cue=pattern) for pattern in DECLINES),
    ActRule("decline", cue=r"\b(?:declin|refus)\w+$|\b(?:not|n't) (?:wish|want|care|like)$", content=SILENT),
    ActRule("decline", cue=r"\breferr\w*", near=r"^\W*(?:all |any )?(?:questions|enquiries|inquiries|queries)\b"),
    ActRule("state", cue=r"\blet\b.*\bknow\b|\bma(?:k|d)\w* (?:\w+ )?(?:clear|plain|known)\b"),
    ActRule("deny", cue=r"\bplead\w*|\bple(?:a|d)\b", near=r"\bnot guilty\b|\binnocent\b"),
    ActRule("state", cue=r"\bplead\w*|\bple(?:a|d)\b", near=r"\bguilty\b"),
    ActRule("ask", cue=r"\b(?:put\w*|set\w*|made|present\w*) (?:forward|out)\b", near=r"\bdemands?\b"),
    ActRule("decline", cue=r"\b(?:respond|reply|replied|answer)\w*$", content=r"^\W*(?:only )?with silence"),
    ActRule(
        "state",
        cue=rf"\b(?:do|does|did|has|have|had|would|could|can|will) ?{NO} {ADVERB}(?:rul\w+ out|den\w+|exclud\w+|"
        r"dispute\w*|object\w*|criticis\w+|criticiz\w+|blame\w*|threaten\w*|mention\w*)",
    ),
    ActRule(
        "deny",
        cue=rf"\b(?:do|does|did|has|have|had|would|could|can|will) ?{NO} {ADVERB}(?:accept\w*|recogni[sz]\w+|"
        rf"admit\w*)",
    ),
    ActRule("deny", cue=r"\brefus\w+ to accept\b", near=_CLAIM),
    ActRule("state", cue=r"\brul\w+ out\b|\bcall\w* off\b|\bplay\w+ down\b|\blike\w* to (?:say|add|thank)"),
    ActRule("deny", cue=r"\b(?:brush|shrug|laugh|wav)\w* (?:off|aside|away)\b|\bpour\w* scorn\b|\bscoff\w* at\b"),
    ActRule("ask", cue=r"\bcall\w* (?:\w+ly |once more |again )?(?:for|on|upon)\b|\bcalls? (?:for|on|to)\b"),
    ActRule("ask", cue=r"\b(?:an?|the|this|that|his|her|its|their|my|our|'s) (?:\w+ )?calls?$"),
    ActRule("ask", cue=r"\bcall\w*$", content=r"^\W*(?:for|on|upon|to)\b"),
    ActRule("ask", cue=r"\bput (?:in )?(?:a |the )?(?:request|question|demands?)|\bset out (?:its |their )?demands"),
    ActRule("threaten", cue=r"\b(?:gave|give[sn]?|issu\w+|set) (?:\w+ )?(?:an? )?ultimatum"),
    ActRule(
        "accuse",
        cue=r"\b(?:hit|hits|hitting|lash\w*) out\b|\b(?:took|takes?|taking) aim\b|\btook issue\b|"
        r"\bpoint\w* (?:the |a )?finger\b|\b(?:held?|holds?) (?:\w+ )?responsible\b|\btear\w* into\b|"
        r"\btore into\b|\blaid? in?to\b|"
        r"\brail\w* against\b|\binveigh\w*|\bspoke out against\b",
    ),
    ActRule(
        "think",
        cue=r"\b(?:ha\w+|with) (?:no |every |some |the )?(?:intention|hope|doubt|plan)s?\b|(?:'[ms]|'re|\b(?:is|"
        r"are|was|were|"
        r"be|am|been|feel|felt|"
        r"feels|remain\w*|seem\w*)) (?:\w+ly |not |also |too |very |so |less |quite |still |more |"
        r"being )?(?:afraid|aware|concerned|confident|convinced|"
        r"determined|eager|frightened|glad|happy|hopeful|keen|optimistic|persuaded|pessimistic|scared|sceptical|"
        r"skeptical|sorry|sure|certain|surprised|unaware|unsure|uncertain|worried|angry|angrier|furious|reluctant|willing|wary|"
        r"doubtful|ashamed|proud|tempted|considered|considering|inclined|relieved|minded)\b",
    ),
    ActRule(
        "think",
        cue=r"\b(?:look\w* forward|in (?:his|her|its|their|my|our) (?:view|opinion|mind)|made? up|"
        r"t(?:ake|akes|ook) (?:the |a )?(?:\w+ )?view)\b",
    ),
    ActRule(
        "think",
        cue=r"\b(?:is|are|was|were|be|been) (?:\w+ly )?(?:expected|believed|thought|understood|feared|hoped|presumed|"
        r"assumed|suspected|known|considered|planned|intended)\b",
    ),
    ActRule("ask", cue=r"\bdar(?:e|ed|es|ing)\b", content=r"\bto \w"),
    ActRule("ask", cue=r"\b(?:renew|repeat)\w*\b", content=r"^\W*(?:its|his|her|their|an?) (?:demand|appeal|call)\b"),
    ActRule("promise", cue=r"\b(?:renew|repeat)\w*\b", content=r"^\W*(?:its|his|her|their|an?) (?:offer|pledge)\b"),
    ActRule("ask", cue=r"\b(?:want|wish)ed\b", content=r"\bto know\b"),
    ActRule("accuse", cue=r"\bput (?:it|that)$", near=r"^\W*to (?:him|her|them|me|the \w+) that\b"),
    # a bare "to" after telling is what is to be done
    ActRule("order", cue=r"\b(?:tell|tells|told|telling)\b", content=_TO_DO),
    ActRule(
        "ask",
        cue=r"\b(?:tell|tells|told|telling|plead\w*)\b",
        content=r"^\W*(?:free|stop|leave|release|resign|let|end|stay|hand|get|go|give|give back|keep|pay|quit|"
        r"withdraw|return|don't|do not) (?:\w+\b)",
    ),
    ActRule("order", cue=r"\btold\b", content=r"^\W*that (?:i|we|he|she|they) (?:was|were|am|are|is) (?:not )?to \w"),
    ActRule(
        "order",
        cue=r"\b(?:rul|decid|decre)\w+\b(?! out)",
        content=r"\b(?:must|shall|be (?:released|freed|paid|suspended|"
        r"demolished|closed|returned|extradited|deported|halted|reinstated))\b|^\W*(?:that )?[^.;]{0,80}?\bhad to\b",
    ),
    ActRule("state", cue=r"\b(?:rul|decid)\w+\b(?! out)", content=r"^\W*that\b"),
    ActRule("threaten", cue=r"\b(?:vow|pledg|promis|sw[eo]r)\w*|\bswear\w*", content=_REVENGE),
    ActRule("ask", cue=r"\binsist\w* (?:\w+ly )?(?:up)?on\b"),
    ActRule("deny", cue=r"\bsw(?:ear|ears|earing|ore|orn)\b", content=UNDONE, unless=_FUTURE),
    ActRule("threaten", cue=r"\bvow\w*", content=rf"^\W*to {_HARM}"),
    ActRule("ask", cue=r"\b(?:propos|suggest|recommend)\w*", content=_LET_BE),
    ActRule(
        "ask",
        cue=r"\b(?:wr[io]t\w+|r[au]ng|\w*phon\w+)$",
        content=r"^\W*(?:\w+ ){0,4}to (?:ask|urge|demand|request|plead)\b",
    ),
    ActRule("ask", cue=r"\brecommend\w*", content=r"^\W*that\b"),
    ActRule("threaten", cue=r"\bwarn\w*\b", content=_WARNED),
    ActRule("threaten", cue=r"\bwarn\w*\b", content=_ANSWER),
    ActRule("threaten", cue=r"\bwarn\w*\b", content=_RISKED),
    ActRule(
        "threaten",
        cue=r"\bwarn\w*\b",
        content=r"(?:,|…) (?:he|she|it|they|the (?:\w+ ){1,2}) ?would (?:fine|ban|sue)\b",
    ),
    ActRule("state", cue=r"\boffer\w*", near=_TELLING),
    ActRule("promise", cue=r"\bagree\w*\b", content=r"^\W*to \w"),
    ActRule("promise", cue=r"\bagree\w*\b", content=r"^\W*that (?:\w+ ){1,4}(?:will|would)\b"),
    ActRule("state", cue=r"\bagree\w*\b"),
    ActRule("promise", cue=r"\b(?:re)?assur\w+|\bswor\w+|\bswear\w*|\bguarantee\w*", content=_FUTURE),
    ActRule("state", cue=r"\b(?:re)?assur\w+|\bswor\w+|\bswear\w*"),
    ActRule("state", cue=r"\b(?:reject|rebuff|spurn|dismiss|refus)\w*|\bturn\w* down\b", near=_PROPOSAL, unless=_CLAIM),
    ActRule("think", cue=r"\bseek\w*|\bsought\b", content=r"^\W*to \w"),
)

_CALLING = r"\b(?:call|describ|label|brand|term)\w*"

#: Tried in order where the words say no more than that something was said.
CONTENTS: tuple[ActRule, ...] = (
    # what somebody is quoted as saying is a statement of its own
    ActRule("state", cue=r"\bquot\w+", content=r"\bas (?:saying|telling)\b"),
    ActRule("decline", cue=_SAYING, content=NO_COMMENT),
    ActRule("state", cue=_CALLING, content=r"^\W*(?:what|whom)\b"),
    ActRule("deny", cue=rf"{_CALLING}|\b(?:denounc|speak|sp[eo]k|refer)\w*", content=UNTRUE),
    ActRule("accuse", cue=r"\b(?:speaks?|spoke|speaking|refer\w*)\b", content=BLAME, unless=r"\?"),
    ActRule("accuse", cue=r"\b(?:brand|label)\w*"),
    ActRule("state", cue=r"\b(?:call|describ|portray|term|put|depict)\w*", content=PRAISE, unless=BLAME),
    ActRule("accuse", cue=r"\b(?:call|portray|depict|term)\w*\b"),
    ActRule("accuse", cue=r"\b(?:describ\w+|put)\b", content=BLAME),
    ActRule("ask", cue=_SAYING, content=_IMPERATIVE),
    ActRule("threaten", cue=_SAYING, content=_UNLESS),
    ActRule("threaten", cue=_SAYING, content=_IF_THEY),
    ActRule("threaten", cue=_SAYING, content=_WILL_HARM),
    ActRule("threaten", cue=_SAYING, content=_CONSEQUENCES),
    ActRule("deny", cue=_SAYING, content=OWN_DENIAL),
    ActRule("promise", cue=_SAYING, content=_KINDNESS),
    ActRule("accuse", source=_CHARGING, cue=_SAYING, unless=_PROCEEDINGS),
    ActRule("accuse", cue=_SAYING, content=WRONG),
)

ACTS = ActWords(
    verbs=VERBS,
    nouns=NOUNS,
    irregular=IRREGULAR,
    negations=frozenset({"not", "n", "t", "never", "without", "short"}),
    phrases=PHRASES,
    contents=CONTENTS,
)
