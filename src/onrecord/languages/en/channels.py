"""English: through what words go out, and the names of media."""

from collections.abc import Mapping

from onrecord.languages.en.address import DETERMINERS, PARTICIPLES, STOPS, SUBJECTS, TIMES, forms
from onrecord.languages.en.names import listed
from onrecord.languages.en.people import words
from onrecord.languages.sending import ChannelWords, MediaWords
from onrecord.model.attribution import ChannelKind


def _kinds(nouns: Mapping[ChannelKind, str]) -> dict[str, ChannelKind]:
    """Nouns to kinds; of two kinds the later one."""
    return {noun: kind for kind, text in nouns.items() for noun in sorted(listed(text))}


def _names(names: Mapping[ChannelKind, str]) -> dict[str, ChannelKind]:
    """Words of names, as written, to kinds."""
    return {word: kind for kind, text in names.items() for word in text.split()}


# Nouns of channels and their kind, the longest that ends a noun phrase counts; plurals in s are understood.
NOUNS = _kinds(
    {
        "statement": """
            statement, communiqué, communique, press release, news release, press statement, declaration,
            prepared remarks, market announcement, announcement
        """,
        "letter": """
            letter, e-mail, email, mail, note, text, text message, message, voice message, voicemail, voice mail,
            call, phone call, telephone call, video call, phone, telephone, satellite phone, satellite telephone,
            telegram, fax, postcard, writing, correspondence, private conversation, phone conversation, telephone
            conversation, note verbale, text exchange, chat, intercom, voice note, audio message, voice recording,
            written reply, written response, written answer, open letter, radio message, covering letter,
            voice call, video link, mobile, mobile phone, cell phone,
            cellphone, direct message, written note, handwritten note
        """,
        "social": """
            social media, social network, social networks, post, tweet, thread, repost, blog, blog post, livestream,
            video post, video, clip, video clip, video message, reel
        """,
        "appearance": """
            news conference, press conference, media conference, conference, presser, briefing, speech, address,
            rally, rallies, interview, meeting, ceremony, ceremonies, event, summit, forum, conference call,
            earnings call, investor call, sermon, homily, lecture, talk, talks, panel, gathering, conversation,
            debate, congress, vigil, funeral, remarks, comments, appearance, session, assembly, visit,
            question-and-answer session, press event, media event, doorstep, gaggle, podium, scrum, webinar,
            seminar, symposium, workshop, dinner, reception, keynote, reading, discussion, book launch, masterclass,
            town hall meeting, parade, festival, commemoration, opening, reopening, inauguration, unveiling, launch,
            hustings, fundraiser, campaign stop, town hall, memorial service,
            round table, roundtable, annual general meeting, teleconference, videoconference, video conference
        """,
        "court": """
            filing, testimony, hearing, trial, court, court filing, court papers, court documents, court document, legal
            filing, affidavit, deposition, lawsuit, suit, complaint, ruling, judgment, judgement, verdict, tribunal,
            inquest, courtroom, witness box, witness stand, dock, stand, indictment, cross-examination, plea,
            questioning,
            closing argument, opening statement, motion, appeal brief, sentencing, evidence, witness
            statement, oral evidence, public inquiry, arraignment, legal complaint, charge sheet, legal papers, writ,
            skeleton argument, application, submission, closing speech, closing submission, legal brief, retrial
        """,
        "parliament": """
            parliament, parliamentary committee, select committee, committee, subcommittee, floor, house floor,
            senate floor, house of commons, house of lords, house of representatives, commons, senate, congress,
            bundestag, bundesrat, knesset, duma, national assembly, parliamentary inquiry, parliamentary question,
            question time, prime minister's questions, plenary, plenary session, plenary debate, lok sabha, rajya
            sabha, sejm, seimas, riksdag, storting, chamber, dáil, legislature, inquiry, house, kamer, folketing,
            eduskunta, cortes, diet, lords, skupština, majlis, rada, saeima, riigikogu
        """,
        "document": """
            report, study, studies, law, memo, memorandum, document, book, memoir, resolution, survey, paper, white
            paper, decree, manifesto, audit, bulletin, dossier, petition, cable, order, notice, file, draft,
            analysis, assessment, essay, review, research note, policy paper, discussion paper, working paper,
            annual report, diary, diaries, autobiography, minutes, transcript, recording, fact sheet, advisory,
            circular, prospectus, leaflet, pamphlet, biography, contract, treaty, constitution, manual,
            guidance, warrant, preface, foreword, introduction, afterword, prologue, epilogue,
            regulatory filing, stock exchange filing, stock-exchange filing, securities filing,
            footnote, thesis, dissertation, recommendation,
            recommendations, letter of intent
        """,
        "interpreter": "interpreter, translator",
        "press": """
            op-ed, column, editorial, article, opinion piece, opinion article, commentary, website, web site, news
            site, web page, newspaper, daily, weekly, magazine, tabloid, paper
        """,
        "broadcast": """
            television, tv, radio, programme, program, show, podcast, broadcast, talk show, chat show, air,
            newscast, documentary, phone-in, episode, state media, state tv, state television,
            state radio, webcast, news bulletin
        """,
    }
)
PREPOSITIONS: dict[ChannelKind, frozenset[str]] = {
    "letter": words("in by via over on through during"),
    "statement": words("in via through with"),
    "social": words("on in via through over across"),
    "appearance": words("at in during on from"),
    "court": words("in at before during from on under"),
    "parliament": words("in at before during on to from"),
    "document": words("in"),
    "interpreter": words("through via with"),
    "broadcast": words("on in over via during to for"),
    "press": words("in on to via"),
    "agency": words("to via in"),
}
# Nouns of what can be told something, and is a channel by that.
TOLD = words("""
    conference briefing meeting rally hearing inquiry inquest court tribunal parliament committee subcommittee
    summit forum congress senate interview gathering event session assembly bundestag knesset duma commons
    chamber legislature plenary reading courtroom rallies dáil house kamer lords assembly
""") | {
    "news conference",
    "press conference",
    "select committee",
    "parliamentary committee",
    "parliamentary inquiry",
    "house of commons",
    "national assembly",
    "conference call",
    "public inquiry",
}
# With these the noun has to stand bare, or with "the": "by telephone", "in court", "on air".
BARE = words("""
    parliament congress testimony television tv radio e-mail email telegram phone telephone writing text air mail
    court stand dock floor cross-examination questioning
""")
PLATFORMS = words("""
    X Twitter Telegram Facebook Instagram TikTok Weibo WeChat VKontakte VK LinkedIn Mastodon Bluesky Threads YouTube
    WhatsApp Snapchat Reddit Odnoklassniki Substack Parler Gab Twitch Discord Signal
    Zoom Skype FaceTime
""") | {"Truth Social"}

MEDIA_NOUNS = _kinds(
    {
        "agency": """
            news agency, news agencies, press agency, state agency, wire service, newswire, agency
        """,
        "press": """
            newspaper, daily, weekly, magazine, tabloid, broadsheet, news site, news website, website, news portal,
            portal, paper, site, news outlet, online outlet, periodical, business daily, sports daily, monthly,
            blog, journal, newsletter
        """,
        "broadcast": """
            television, tv, radio, broadcaster, station, channel, network, programme, program, show, podcast,
            television station, television channel, tv channel, tv station, radio station, tv network, telly,
            breakfast programme, breakfast show, talk show, chat show, phone-in, radio phone-in, newscast
        """,
    }
)
# Media nouns that are as often something else: they need a name beside them, or a word of the trade.
WEAK = words("""
    agency station channel network show program programme portal paper site website weekly daily monthly journal blog
""")
TRADE = words("""
    tv television radio news state state-run state-owned public private national morning breakfast talk evening local
""")
OFFICIAL = words("state state-run state-owned national public official government")
MEDIA_NAMES = _names(
    {
        "broadcast": """
    TV Television Televisión Televisione Televisão Radio Rádio FM Channel Canal Kanal Broadcasting BBC CNN MSNBC
    CNBC NBC CBS ABC NPR PBS ITV CBC RTÉ RTE ARD ZDF RAI RTL TVN TVP RTP RTS RTVE Deutschlandfunk Jazeera Arabiya
    Mayadeen Manar NHK CCTV CGTN NDTV Broadcaster Suspilne Rossiya Espreso C-SPAN WION RT LBC Newsmax Sky Fox TF1
    Kanaal Kanali Televisie Televizija Televizia Telewizja Rundfunk Radyo Rádió
    BFM BFMTV RFI NTV CNA TRT Euronews Telemundo Univision TalkTV Newsnight Panorama
""",
        "press": """
    Times Post Herald Tribune Gazette Mercury Journal Courier Chronicle Guardian Telegraph Observer Independent Mail
    Express Mirror Star Sun Echo Standard Inquirer Enquirer Examiner Sentinel Ledger Globe Register Dispatch Argus
    Advertiser Politico Axios Economist Newsweek Figaro Monde Libération Zeitung Spiegel Bild Blatt Nachrichten
    Pravda Izvestia Kommersant Vedomosti Corriere Repubblica Stampa País Pais Mundo Diario Nación Clarín Folha Globo
    Estado Hürriyet Asahi Shimbun Mainichi Yomiuri Nikkei Wyborcza Rzeczpospolita Dagens Dagbladet Nyheter Politiken
    Aftenposten Haaretz Maariv Ahram Ukrainska Kyivska Daily Weekly Magazine Bloomberg Quotidien Matin Jornal
    Gazeta Ekstra Scotsman Review Insider Zeit Welt Allgemeine Handelsblatt Standaard Telegraaf Morgen
    Volkskrant Bulletin Messenger Clarion Kurier Courant Tribuna Correo Crónica Cronica Prensa Heraldo
    Beacon Bugle Banner Gleaner Advocate Spectator Statesman Observer Vanguard Newsletter
    Periódico Gazzetta Giornale Courrier Dépêche Tidende Avisen Vijesti Dnevnik
""",
        "agency": """
    Agency Interfax Agentur Agence Agenzia Agencia Agência Novosti Wire Newswire TASS Tass Ukrinform Unian UNIAN
    Belta BelTA Petra Anadolu Tanjug Agerpres
""",
    }
)
# How media's names of one word may end; what stands before has some letters.
ENDINGS: dict[str, ChannelKind] = {
    **dict.fromkeys(
        ("zeitung", "blatt", "bladet", "post", "posten", "avisen", "tidende", "tidning", "tidningen"), "press"
    ),
    **dict.fromkeys(("kurier", "kuriren", "nachrichten", "nieuws", "umschau", "rundschau"), "press"),
    **dict.fromkeys(("wire", "press", "presse", "inform"), "agency"),
}
# Names of agencies that stand for something else as well.
NOT_AGENCIES = words("""
    agencies bbc cnn cp pa map mena fars mehr nan sana spa sta tt uni ria apa app ana adn ata
""")
DEMONYMS = words("""
    Dutch Greek Czech Turk Thai Swiss Scots Welsh Saudi Qatari Kuwaiti Iraqi Omani Emirati Bahraini Yemeni Pakistani
    Bangladeshi Israeli Azerbaijani Afghan Catalan Basque Kurdish Arab Gulf Western Local
""")
DEMONYM_ENDINGS = ("ian", "ean", "ish", "ese", "french", "ican", "german")
WITHIN_NAMES = words("""
    of du de la le les del della des der den die das and & y e i na ja al el am im zum vom
""")

CREDIT_WORDS = words("""
    News Agency Press Wire Service Services Presse Agence Agencia Agenzia Agentur Noticias Newswire Agentura Release
    Nachrichtenagentur
""")
DIRECTED = words("sent presented submitted addressed delivered handed given made read")
RELAYED = words("""
    quoted cited carried reported published broadcast aired relayed obtained seen released distributed shown
    transmitted televised reviewed provided run printed heard viewed leaked
""")
LEGAL = words("court legal sworn courtroom")
HEARD = words("""
    parliament parliamentary congressional senate commons legislative knesset duma bundestag
""")
ON_AIR = words("televised television tv radio broadcast aired")
FOLLOWS = STOPS | TIMES | SUBJECTS | DETERMINERS | PARTICIPLES
FOLLOWS |= words("and of or & not last next to minutes hours days weeks months years")

CHANNELS = ChannelWords(
    nouns=NOUNS,
    prepositions=PREPOSITIONS,
    leads=frozenset().union(*PREPOSITIONS.values()) | words("by"),
    relays=words("by in on to"),
    relayed=RELAYED,
    bare=BARE,
    follows=FOLLOWS,
    on_air=ON_AIR,
    heard=HEARD,
    legal=LEGAL,
    platforms=PLATFORMS,
    messengers=frozenset({"Signal", "Zoom", "Skype", "FaceTime"}),
    accounts=words("page account channel feed app platform network site profile"),
    participles=PARTICIPLES,
    directed=DIRECTED,
    hung=words("before to with on from of by in at for via about"),
    hung_media=words("before to with on of by in from via for"),
    interviews=words("interview conversation exchange discussion podcast talk chat remarks comments"),
    told=TOLD,
    same=words("same"),
    texts=frozenset({"the text", "this text", "the document"}),
    written=frozenset({"statement", "document", "letter"}),
    relatives=words("which whom"),
    holding=frozenset({"letter", "statement", "document", "social", "press", "court", "appearance", "broadcast"}),
    adjective_endings=(
        "ed",
        "al",
        "ic",
        "en",
        "joint",
        "long",
        "short",
        "open",
        "second",
        "first",
        "private",
        "public",
    ),
    telling=forms("""
    inform assure reassure remind talk announce confirm explain insist reveal promise
""")
    | words("""
    tell tells told telling say says said saying speak speaks spoke spoken speaking hear hears heard
"""),
    ourselves=frozenset(
        f"this {noun}"
        for noun in [
            "newspaper",
            "paper",
            "agency",
            "website",
            "magazine",
            "programme",
            "program",
            "podcast",
            "broadcaster",
            "station",
            "channel",
            "reporter",
            "blog",
        ]
    ),
    closed=frozenset({"document"}),
    others=words("a an another one his her its their some any other"),
    mutual=dict.fromkeys(("call", "phone call", "telephone call", "video call", "conversation"), "with"),
    reopening=("according", "has ", "have "),
    records=words("transcript recording memo memorandum"),
    answers=frozenset({"written answer", "written reply", "written response"}),
    filings=words("filing"),
    markets=words("exchange exchanges regulator regulators"),
    circulars=words("note"),
    clients=words("clients investors subscribers"),
    staging=words(
        "give gives gave giving hold holds held holding address addresses addressed addressing opening closing"
    ),
    speeches=words("speech interview evidence address lecture keynote"),
    spoken=frozenset({"parliament", "court", "appearance", "broadcast", "statement"}),
    proper=words("house kamer diet lords assembly rada cortes"),
    it=words("it"),
    by_means=words("by via"),
    ranks=words("later earlier subsequent"),
    particles=words("out aloud"),
    parted=dict.fromkeys(forms("hand turn") | words("take takes took taken taking"), frozenset({"over"}))
    | dict.fromkeys(forms("point look") | {"shouting"}, frozenset({"at"}))
    | dict.fromkeys(words("is are was were be been"), frozenset({"before"})),
    publishing=words("""
        quoted cited carried reported published broadcast aired relayed transmitted televised run printed
    """),
    aired=words("on"),
    reporting=words("that"),
    committees=words("committee committees subcommittee"),
    public=words("reporters journalists analysts investors media press shareholders"),
    private=frozenset({"letter", "interpreter"}),
    trailing=words("statement communiqué communique press release news conference interview"),
    quoting=forms("quote cite"),
    gerund="ing",
    carrying=RELAYED | forms("reproduce publish print obtain quote cite report") | words("has had have holds saw held"),
    asked=words("asked questioned interviewed pressed challenged reached contacted quizzed joined"),
    hung_times=words("on in at late early"),
    parts_of_day=words("morning afternoon evening breakfast"),
)

MEDIA = MediaWords(
    nouns=MEDIA_NOUNS,
    names=MEDIA_NAMES,
    weak=WEAK,
    trade=TRADE,
    official=OFFICIAL,
    compounds=words("""
    based run owned backed controlled funded linked affiliated leaning language
"""),
    demonyms=DEMONYMS,
    demonym_endings=DEMONYM_ENDINGS,
    within_names=WITHIN_NAMES,
    issues=words("edition issue number page"),
    places=r"\b[Ii]n ([A-ZÀ-ÖØ-Þ][\w'’-]+)(?=[,.;:]? [a-z(]|[,.;:]?\n|[,.;:]?$)",
    call_signs=r"(?!WADA|WIPO|KFOR|KNDS|KPMG|WAFA)[WK][A-Z]{3}(?:-(?:TV|FM|AM))?",
    sourced=(
        r"(?:^|[.!?”’\"')]\s+)[\W_]*(?:(?i:source|agency|via|(?:this (?:story|article|report) (?:was |is )?)?"
        r"(?:(?:first|originally) )?(?:published|appeared|distributed|supplied|provided|issued|produced|reprinted|"
        r"republished) (?:by|in|on|from)|copyright)"
        r"\b|©)[\s:|]*(?:\d{4}[,\s]*)?(?:[Tt]he )?([A-ZÀ-ÖØ-Þ][\w’'&-]*(?: [A-ZÀ-ÖØ-Þ][\w’'&-]*){0,3})[\W_]*"
        r"(?:(?:and|on|with|in)\b[^.]{0,60}\.?)?$"
    ),
    wires=("wire", "press", "presse"),
    endings=ENDINGS,
    pieces=words("column editorial article op-ed commentary essay edition"),
    in_print=words("in for of"),
    owners=words("the yesterday today last this"),
    prefixes=("al-", "el-", "an-", "as-", "ash-", "ar-", "ad-"),
    credits=CREDIT_WORDS,
    not_agencies=NOT_AGENCIES,
    anonymous=words("agencies copyright"),
)
