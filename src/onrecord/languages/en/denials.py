"""English: how reports say that somebody denies something, or says nothing at all."""

NO = r"(?:not|n't|never)"
ADVERB = r"(?:\w+ly |even |also |ever |yet |again |still |further |once )?"

#: Silence, in whatever words.
DECLINES = (
    r"\b(?:declin|refus)\w+ (?:\w+ly |all |any |further )?(?:to )?"
    r"(?:be |make |give |offer |provide |take |any |further |)?"
    r"(?:comments?\b|answer|say\b|discuss|elaborate|respond|reply|speak|talk|disclos|identif|name\b|reveal|confirm|"
    r"specif|explain|detail|drawn|statements?|questions|interview|requests|speculat|tell|state\b|quoted|named)",
    rf"\b(?:did|does|do|has|have|had|would|could|will) ?{NO} {ADVERB}"
    r"(?:respon\w+|repl(?:y|ied)|comment\w*|answer\w*|return\w*|reach\w*|elaborat\w+|(?:be )?(?:drawn|reached|"
    r"contacted))",
    rf"\b(?:would|will|did|could|wo|has|have|had) ?{NO} {ADVERB}"
    r"(?:say\b|said\b|tell\b|specify|disclose|reveal|explain|identify|name\b|discuss|be named|"
    r"confirm or deny|give (?:details|a reason|further))",
    r"\b(?:was|were|is|are|been) (?:not |n't )?(?:immediately |currently )?(?:un)?(?:available|reachable)\b",
    r"\b(?:without|avoided|stopped short of) (?:\w+ly )?(?:saying|commenting|answering|elaborating|giving|specifying|"
    r"naming|explaining|identifying)",
    r"\bno (?:immediate |further |public |official )?(?:comment|response|reply|answer)\b",
    r"\b(?:went|gone|go|goes) (?:unanswered|unreturned)\b|\bunanswered$",
    rf"\b(?:would|will|wo) ?{NO} {ADVERB}(?:confirm|describe|repeat|comment)\b",
    r"\bneither (?:confirm|deni|answer|respond|repl|comment)",
    r"\b(?:remain|stay|kept|keep)\w* (?:silent|quiet|mum)\b",
    r"\bignored (?:a |the |several |repeated |our |written |\w+ )?(?:requests?|questions?|queries|calls|e-?mails?)",
)

#: What is refused, where the cue is no more than the refusal.
SILENT = (
    r"^\W*(?:all |any |further |any further )?(?:comments?|details|interviews?|questions)\b|"
    r"^\W*to (?:\w+ly )?(?:comment|answer|say|discuss|elaborate|respond|reply|speak|talk|disclose|identify|be (?:drawn|"
    r"named|identified|quoted|interviewed)|reveal|confirm|specify|explain|speculate|tell|go into|(?:make|give|take) "
    r"(?:\w+ )?(?:comments?|statements?|questions|interviews?|details?|reasons?))\b"
)

#: What a promise not to give what was asked for reads like, in the speaker's own words.
NO_COMMENT = (
    r"^\W*(?:that )?(?:we|i|it|he|she|they|the \w+) (?:do|does|did|will|would|can|could|cannot|can't|don't|doesn't|"
    r"won't|never) ?(?:not |never |n't )?(?:\w+ly )?(?:be )?(?:comment\w*|discuss\w*|speculat\w*)\b|"
    r"\b(?:instructed|told|advised) not to (?:answer|comment|speak|talk)\b|"
    r"\bnot (?:allowed|authori[sz]ed|permitted|at liberty) to (?:answer|comment|speak|talk|say|discuss)\b|"
    r"^\W*no comment\b|\binappropriate to comment\b|^\W*(?:that )?(?:he|she|it|we|i|they) "
    r"(?:could not|couldn't|can't|cannot|can not) (?:confirm|comment|discuss)\b|\bnothing (?:more |"
    r"further |else )?to (?:say|add)\b"
)

_UNTRUE = (
    r"(?:lies?|fals\w+|untrue|fabricat\w+|fiction\w*|inventions?|invented|baseless|groundless|unfounded|"
    r"nonsense|hoax|fake|slander\w*|smears?|defam\w+|fantas(?:y|ies)|absurd\w*|ridiculous|ludicrous|laughable|rubbish|"
    r"delirious|preposterous|propaganda|rumou?rs?|fairy ?tales?|ghost stor(?:y|ies)|myth|bogus|disinformation|"
    r"misinformation|forger(?:y|ies)|libel\w*|"
    r"without (?:any )?(?:foundation|basis|merit)|misleading|wrong|incorrect|inaccurate|speculation)\b"
)
UNTRUE = rf"\b(?:{_UNTRUE}|(?:liar|lying)\b)"
#: The speaker, with whom a content begins: in somebody's own words "he" is another.
_OWN = r"^(?:“\W*(?:i|we|it|this|that)|(?!“)\W*(?:that )?(?:i|we|he|she|it|they))\b"
#: What is not done in saying that one did not do it.
_IN_MIND = (
    r"(?:want|wish|fear|know|think|expect|need|believe|like|mean|care|feel|understand|remember|recall|accept|hate|"
    r"intend|hope|see|hear|have|look|seem|get|go|come|sleep|say|comment|rule)\b"
)
_HAS = r"(?: ?(?:have|has|had|'ve|'d|'s|did|was|were))?"
_NOT_DONE = (
    r"(?:promised|offered|agreed|withheld|paid|threatened|signed|made|ordered|hidden|stolen|forged|falsified|coerced|"
    r"forced|mistreated|tortured|broken|touched|taken|used|fired|altered|leaked)\b"
)
OWN_DENIAL = "|".join(
    (
        # "nothing of the kind", "no such meeting", "had no part in it"
        r"\bnothing of the (?:kind|sort)\b|\bno such \w+",
        r"\bno (?:part|role|hand|involvement|knowledge) (?:in|of|whatever)\b|\bnothing to do with\b",
        r"\bnot (?:been )?(?:involved|responsible for|guilty|to blame)\b|\b(?:is|are|am|was|were) innocent\b",
        r"\b(?:done|committed|did) nothing (?:wrong|illegal|improper)\b|\bdid nothing of\b",
        r"\b(?:is|are|was|were) not (?:true|correct|the case|ours|mine|his|hers|theirs)\b",
        # "promised nothing", "to have told nobody", and what is no crime
        rf"{_OWN}{_HAS} (?:know|knew|known|told|tell|sent|promised|said|did|done|paid|took|taken|stole|signed|hidden) "
        r"(?:nothing|nobody|no one)\b",
        r"\b(?:is|was)(?: not|n't) (?:a |an |the )?(?:threat|bribe|crime|lie|cover-?up|coup|ultimatum)\b",
        rf"^\W*(?:that )?(?:nobody|no one|none of \w+)\b[^.,;]{{0,40}}? (?:has|had|have) {_NOT_DONE}",
        r"^\W*(?:never to have|to have never)\b",
        r"\bdoes not (?:exist|correspond to reality)\b|\bnot (?:what|how) (?:\w+ )?\w+ (?:saw|said|happened|did)\b",
        # a plain no to what somebody has claimed
        r"(?:^\W*(?:that )?|[.!?…] )there (?:was|is|were|are|had been|has been|have been) (?:never (?:any|a|an)|"
        r"no)\b(?! (?:doubt|question|need|time|longer|one|way|evidence|alternative|choice|reason|sign|immediate|"
        r"indication|plan|point|guarantee|cause|danger|threat|risk|rush|hurry|room|place|chance|hope|precedent|change|"
        r"deadline|date|decision|money|deal|agreement|news|word))",
        rf"(?:{_OWN}|^\W*(?:that )?(?:no (?:member|one|body|part|official|soldier|officer|employee)\b[^.,;]{{0,60}}?|"
        rf"(?:our|his|its|their|her|my) \w+)){_HAS} ?(?:never|ever) "
        r"(?!seen|heard|felt|known|thought|imagined|expected|been (?:so|as|more)|experienced|forget|forgotten|"
        r"before)\w+",
        rf"{_OWN} ?(?:have|has|had|'ve|'d) (?:received|signed|made|taken|sent|paid|issued|given|done|accepted|offered|"
        r"said) no\b",
        rf"{_OWN} did(?: not|n't) (?!{_IN_MIND})\w",
        rf"(?:\b(?:is|are|was|were|be|been|all|it's|that's|these|this|those)|'s) (?:\w+ly |all |just |a |an |pure |"
        rf"complete |an outright |an? absolute |utter |plain |total ){{0,2}}{_UNTRUE}",
        r"\b(?:is|are|was|were|been|be) (?:mistaken|misinformed|misquoted|misrepresented|quoted out of context|"
        r"taken out of context)\b",
        # "nothing was promised", "no letter was ever withheld"; but that nobody was hurt denies nothing
        r"^\W*(?:that )?(?:no \w+|nothing|nobody|none|no one) (?:was|were|had|has) (?:ever (?:been )?\w+|"
        rf"(?:been )?{_NOT_DONE})",
        r"^\W*(?:that )?(?:i|we|he|she|it|they) (?:do|does|did|has|had|have|was|is|were)(?: not|n't)(?:\W*$|\. )",
        r"^\W*(?:never|not true|(?:\w+ly )?(?:false|untrue|nonsense|rubbish|lies))(?:\W*$|[.!] )",
        r"(?:^\W*|[.!?] )not (?:so|us|me|ours|mine|our \w+|my \w+)(?:\W*$|[.!] )|^\W*not (?:one|a single) \w+, not\b",
        r"\bnot recogni[sz]e (?:the|that|this|these) (?:description|account|version|figures?|characteri[sz]ation|"
        r"claims?|allegations?)\b",
        r"^\W*(?:that )?[^.,;]{0,60}\b(?:did not take place|did not happen|never took place|never happened)\b",
    )
)
#: An oath that something was not done.
UNDONE = r"^\W*(?:that )?[^.,;]{0,40}\b(?:not|never|no|nothing)\b"
