"""English: words of praise and of blame, and what somebody is accused of where no word says so."""

PRAISE = (
    r"\b(?:good|great|excellent|constructive|productive|positive|success\w*|welcome|historic|important|significant|"
    r"hero\w*|friend\w*|brave|courag\w+|fruitful|frank|useful|helpful|encourag\w+|milestone|victory|breakthrough|"
    r"progress|remarkable|wonderful|brilliant|charming|honou?r\w*|proud|cordial|warm|candid|exemplary|partner\w*|"
    r"first step|step forward|opportunit\w+|stable|calm|satisfactory|beautiful|necessary|model|gift|triumph|"
    r"serious|difficult|critical|interesting|emergency|tragedy|tragic|terrible (?:loss|accident)|routine|"
    r"normal|queue?ing|"
    r"touching|moving|harrowing|heartbreaking|how|being|having|seeing|hearing|finding|scenes?)\b"
)
BLAME = (
    r"\b(?:aggress\w+|assaults?|attack on|betray\w*|blackmail|brutal\w*|bull(?:y|ies|ying)|cheat\w*|cowards?|cowardly|"
    r"crimes?|criminals?|cynical|disgrace\w*|dictator\w*|disaster|extortion|failures?|fraud\w*|genocide|greed\w*|"
    r"hypocri\w+|hysterical|illegal\w*|immoral|incompeten\w+|inhuman\w*|insult\w*|intimidat\w+|irresponsible|murder\w*|"
    r"negligen\w+|outrage\w*|outrageous|pira(?:cy|tes?)|provocat\w+|reckless\w*|scandal\w*|shame\w*|spectacle|steal\w*|"
    r"stolen|terroris\w+|theft|thie(?:f|ves)|traitors?|treason\w*|tyran\w+|unacceptable|unlawful\w*|unfair\w*|"
    r"unjust\w*|"
    r"violat\w+|worthless|corrupt\w*|occup(?:iers?|ation)|persecut\w+|robber\w*|farce|sham|joke|circus|stunt|"
    r"incompatible|breach\w*|abuse\w*|collaborators?|puppets?|deplorable|barbar\w+|cruel\w*|repress\w+|"
    r"disrespect\w*|unworthy|puppet|bandits?|arrogan\w+|discriminat\w+|dishonest\w*|cover-?up|punish\w+|witch.?hunt)\b"
)

#: What somebody else is said to have done or to be.
WRONG = (
    r"\b(?:(?:is|are|was|were|it's|that's) (?:\w+ ){0,3}(?:theft|extortion|robbery|blackmail|fraud|betrayal|sabotage)|"
    r"(?:ignored|disregarded) (?:the|our|his|her|its|their|all|every|repeated|several)|turned a blind eye|"
    r"looked (?:away|the other way)|"
    r"lied|cooked up|(?:fired|shot) first|misquoted|robbed (?:him|her|me|us|them)|doctored|(?:is|are|"
    r"was|were|been|be) lying|betray(?:ed|ing|s)|cheat(?:ed|ing|s)|cover(?:ed|ing) up|bribed|"
    r"took (?:\w+ )?bribes|pocket(?:ed|ing)|(?:is|are|was|were|been) (?:smuggling|stealing|looting|inventing|hiding)|"
    r"(?:is|are|was|were|been) behind (?:the|an?|this|these|those)|stole|looted|embezzled|blackmail(?:ed|ing)|"
    r"sold (?:us|them|the country) out|"
    r"(?:is|are|was|were|as) (?:all |just |nothing but )?(?:an? )?(?:\w+ )?(?:liars?|traitors?|thie(?:f|ves)|"
    r"criminals?|fugitives?|cowards?|murderers?|"
    r"terrorists?|puppets?|hypocrites?|dictators?|bull(?:y|ies)|spy|spies|crooks?)|"
    r"(?:ashamed of (?:themselves|himself|herself|itself|yourself))|blood on (?:his|her|its|their|your)|"
    r"(?:broke|broken|breaking|violat(?:ed|es|ing)) (?:the|its|his|her|their|an?|international|every) "
    r"(?:\w+ )?(?:truce|ceasefire|law|word|promises?|agreement|treaty|constitution|rules|deal))\b"
)
