"""English: the lines that stand around a report's text.

Precision first: a line is taken out of the text only where its first words *and* its shape say what it is, so
each expression goes to the end of the line, or names an object ("our newsletter") that running text rarely
has.
"""

_OUR = r"(?:our|the|your|this|my|us|to|for|on|in|at|free|daily|weekly|morning|evening|new)"
_END = r"\s*[.!:…>»→]*\s*$"

BYLINE_WORDS = (r"by", r"written by", r"story by", r"text by", r"reported by", r"report by", r"words by")
BYLINE_ROLES = (
    r"(?:[\w&/-]+ ){0,4}(?:writers?|reporters?|correspondents?|editors?|journalists?|columnists?|"
    r"contributors?|bureau chief|staff)",
    r"for .{2,40}",
    r"in .{2,40}",
    r".{2,40}\b(?:news|press|times|post|agency|agencies|herald|tribune|journal|gazette|service|"
    r"network|media|radio)",
)

CAPTION_LINES = (
    r"(?:photo(?:graph)?|image|picture|caption|file photo|pictured|illustration)s?\s*(?:\([^)]{1,40}\))?\s*[:|–—]",
    r"file\s*(?:[-–—]{1,3}|photo\b)",
    r"this (?:photo|image|picture|file photo|handout)\b.{3,300}\bshows?\b",
)

CAPTION_ENDINGS = (
    r"[(\[][^()\[\]]{0,60}\b(?:photos?|getty images?|file(?: photo)?|handout|photo by|image by|shutterstock|"
    r"via ap|via reuters|epa|epa-efe)\b[^()\[\]]{0,60}[)\]]\s*\.?\s*$",
    r"(?:\b(?:ap|afp|reuters|getty images?|epa)\s?/\s?[\w .]{2,40}|/\s?(?:ap|afp|reuters|getty(?: images)?|epa))"
    r"\s*\.?\s*$",
)

CREDIT_LINES = (
    r"[(\[]?\s*(?:additional |further )?(?:reporting|writing|editing|edited|compiled|reported|"
    r"written|translated|"
    r"translation)\s+(?:and (?:writing|editing|"
    r"reporting)\s+)?(?:and [\w ]{3,20}\s+)?by\b[^.]{2,300}\.?\s*[)\]]?\s*$",
    r"(?:©|\(c\)|copyright\b)\s*.{0,200}$",
    r"all rights reserved\b.{0,120}$",
    r"(?:source|sources|via|credits?|agency|agencies|originally published (?:by|at|in|on)|"
    r"first published (?:by|at|in|on))"
    r"\s*[:|]\s*[^.]{2,80}\.?\s*$",
    r"(?:with (?:files|inputs?|reporting|contributions?|information|agency inputs?) (?:from|by)|"
    r"with agenc(?:y|ies))\b"
    r"[^.]{0,120}\.?\s*$",
    r"[-–—]{1,2}\s*(?:with )?(?:agencies|agencia|wires?|staff)\b[^.]{0,60}\.?\s*$",
    r"(?:the )?(?:associated press|reuters|afp|agence france-presse|bloomberg)(?: (?:writers?|"
    r"reporters?|journalists?))?"
    r"[^.]{0,120}\bcontributed to this (?:report|story|article)\.?\s*$",
    r"[^.]{2,160}\bcontributed (?:to this|reporting to this|to the) (?:report|story|article)\b.{0,60}$",
    r"(?:the )?(?:thomson reuters trust principles|our standards)\b.{0,80}$",
)

CORRECTION_LINES = (
    r"(?:correction|corrections|clarification|clarifications|corrected|erratum)\s*(?:\([^)]{1,40}\)|"
    r"[\w,. ]{1,30})?\s*[:–—]",
    r"(?:editor['’]?s?['’]? note|editors['’] note|note|update|"
    r"updated)\s*(?:\([^)]{1,40}\))?\s*[:–—].{0,300}\b"
    r"(?:correct(?:ed|s|ion)?|clarif\w+|earlier version|previous version|misstated|updated|amended|"
    r"incorrectly)\b",
    r"[(\[*]*\s*(?:an? )?(?:earlier|previous|original) versions? of this (?:story|article|report|"
    r"post|page|headline|piece)\b",
    r"[(\[*]*\s*this (?:story|article|report|post|headline|piece|page) (?:has been|was|is being)"
    r"(?: \w{2,12})? (?:corrected|updated|amended|clarified|edited|revised)\b",
)

RELATED_LINES = (
    r"(?:read(?:ing)? (?:more|also|next|on|the full (?:story|report|article))|also read|see also|"
    r"see more|more like this|"
    r"related(?: (?:stories|articles?|coverage|news|content|links?|topics?|posts?|reading|video))?|"
    r"recommended(?: (?:stories|articles?|reading|for you))?|more (?:on this(?: story)?|stories|news|"
    r"coverage|from [\w' ]{2,30})|"
    r"further reading|you (?:may|might) (?:also )?(?:like|be interested in)|must[- ]read|"
    r"don['’]t miss|most (?:read|popular|viewed)|"
    r"trending(?: now)?|in case you missed it|what to read next|up next|next article|"
    r"previous article|top stories|"
    r"also on [\w' ]{2,30}|watch(?: (?:live|now|more|the video|video|also|this))?|listen(?: (?:live|"
    r"now|to more))?|"
    r"in pictures|photos|gallery|video|explainer|live updates|follow live)"
    r"\s*(?:$|[:|>»→…▶►][^\"“”]{0,200}$)",
    r"(?:click|tap) here (?:to|for) (?:read|more|the full|watch|see)\b[^\"“”]{0,100}$",
    r"(?:for )?more (?:on this story|information|details|news|coverage)[, ]+(?:please )?(?:visit|see|"
    r"click|go to|follow)\b"
    r"[^\"“”]{0,120}$",
    r"(?:read|see|find|follow) (?:more|all|our|the rest|full)\b[^.\"“”]{0,60}\b(?:coverage|here|"
    r"stories|(?:on|at) our "
    r"(?:website|site|app|live blog))" + _END,
)

BOILERPLATE_LINES = (
    rf"(?:please )?(?:subscribe|sign[ -]?up|register|log[ -]?in)(?: (?:now|today|here|"
    rf"free))?(?: {_OUR}\b)[^\"“”]{{0,120}}\b"
    r"(?:newsletters?|e-?mails?|updates|alerts?|inbox|channels?|podcasts?|account|access|briefing|"
    r"digest|continue|read|here|"
    r"subscription|whatsapp|telegram|youtube)\b[^\"“”]{0,80}$",
    rf"(?:subscribe|sign up|register|log in|sign in|sign out|my account|menu|search|home|share|tweet|"
    rf"e-?mail|print|copy link|"
    rf"comments?|save|advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|loading|"
    rf"close|skip to (?:main )?content|"
    rf"back to top|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|"
    rf"listen to this article|"
    rf"view comments|leave a comment|post a comment|show comments|play video|share on|subscribe now|"
    rf"subscribe today|"
    rf"share (?:on|via|to) (?:facebook|twitter|x|whatsapp|linkedin|e-?mail|telegram)){_END}",
    r"(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|e-?mail|"
    r"print|share|tweet|copy link|x|"
    r"messenger|flipboard|\s|[|,·•/])+$",
    r"(?:share|bookmark|print|save) this (?:article|story|page|post|report|video)?" + _END,
    r"(?:share|save|print) this (?:article|story|page|post|report)\b[^.\"“”]{0,80}" + _END,
    r"(?:follow|like|join|find|connect with) (?:us|our|@?[\w ]{2,30}) (?:on|at) (?:facebook|twitter|"
    r"x|whatsapp|telegram|instagram|"
    r"youtube|linkedin|google news|threads|bluesky|tiktok|mastodon)\b[^\"“”]{0,120}$",
    r"(?:download|get|install) (?:our|the) (?:[\w ]{2,30} )?app\b[^\"“”]{0,100}$",
    r"get (?:our|the|all the|more) [^.\"“”]{0,60}(?:newsletter|inbox|delivered|alerts)\b[^\"“”]{0,80}$",
    r"(?:story|article|report) continues (?:below|after)\b.{0,60}$",
    r"(?:this material|this (?:story|article|report|content)|no part of this) (?:may|can|must|"
    r"should) not be "
    r"(?:published|reproduced|republished|broadcast|copied)\b.{0,160}$",
    r"(?:support|donate to|become a (?:member|supporter)(?: of)?) (?:our|independent|quality|"
    r"this) (?:independent |quality )?"
    r"(?:journalism|newsroom|work|reporting)\b[^\"“”]{0,120}$",
    r"(?:we use|this (?:web)?site uses) cookies\b.{0,300}$",
    r"(?:for immediate release|end|ends|# ?# ?#|-30-|- ?ends ?-|\*\s?\*\s?\*|press release)\s*$",
    r"(?:estimated )?(?:reading time|read time)?\s*:?\s*\d{1,2}[ -]min(?:ute)?s?(?: read| to read)?\s*$",
)

PUBLISHED_LINES = (
    r"(?:first )?(?:published|posted|created|issued|updated|last updated|last modified|modified|date|"
    r"published on|posted on)"
    r"\s*(?:on|at)?\s*[:|]?\s*(?P<date>[^:|]{0,12}\d[^|]{3,60})$",
)
