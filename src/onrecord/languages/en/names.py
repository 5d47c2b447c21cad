"""English: the calendar, and what stands in a dateline."""


def listed(names: str) -> frozenset[str]:
    """A comma-separated list, folded for comparison without regard to case."""
    return frozenset(" ".join(name.split()).casefold() for name in names.split(","))


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

# Without those that are words of other languages too: a, in, is, was, to, of, on, at, for, me, are, will.
_FUNCTION_WORDS = """
    about after and because been being but by could did does from had has have he him his how if into it it's
    its more most not other our out over said says she should than that the their them then there these they
    this those through under until upon we were what when where which while who whose why with would you your
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

_PARTICLES = """
    a al and an ar as at aux bin bint d' da das de del den der des di do dos du e el en es et i ibn in la
    las le les lo los na nad of on os par san santa sur the ten ter und upon van von y zu
"""
PARTICLES = frozenset(_PARTICLES.split())

_AGENCIES = """
    AAP, ADN, AFP, ANA, ANI, ANSA, AP, APA, APP, ATA, Agerpres, Agencies, Anadolu, Anadolu Agency, Antara,
    Associated Press, The Associated Press, BBC, Belga, Bernama, Bloomberg, BTA, BUSINESS WIRE, Belta, CNN,
    CP, CTK, DPA, EFE, Fars, GlobeNewswire, GNA, IANS, Interfax, IRNA, Jiji, Kyodo, KUNA, LUSA, MAP, MENA,
    Mehr, NAN, NNN, PA, PAP, PNA, PR Newswire, PRNewswire, PTI, Prensa Latina, Press Association, RHC, RIA,
    Reuters, Ritzau, SANA, SPA, STA, Sputnik, TASS, Tasnim, TT, UNI, UPI, WAFA, WAM, Xinhua, Yonhap
"""
AGENCIES = listed(_AGENCIES)

# Cities that agencies set without a country, and the capitals.
_CITIES = """
    Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Aleppo, Algiers, Amman, Amsterdam, Ankara, Antananarivo,
    Asmara, Astana, Asunción, Asuncion, Athens, Atlanta, Auckland, Austin, Baghdad, Baku, Baltimore, Bamako,
    Bangalore, Bangkok, Bangui, Banjul, Barcelona, Basra, Beijing, Beirut, Belfast, Belgrade, Bengaluru,
    Benghazi, Berlin, Bern, Bishkek, Bissau, Bogota, Bogotá, Bonn, Boston, Brasilia, Brasília, Bratislava,
    Brazzaville, Brussels, Bucharest, Budapest, Buenos Aires, Bujumbura, Cairo, Canberra, Cape Town,
    Caracas, Cardiff, Casablanca, Chennai, Chicago, Chisinau, Chișinău, Cincinnati, Cleveland, Colombo,
    Conakry, Copenhagen, Dakar, Dallas, Damascus, Dar es Salaam, Delhi, Denver, Detroit, Dhaka, Dili,
    Djibouti, Doha, Donetsk, Dubai, Dublin, Dushanbe, Edinburgh, Frankfurt, Freetown, Gaborone, Gaza, Gaza
    City, Geneva, Georgetown, Glasgow, Guangzhou, Guatemala City, Hanoi, Harare, Havana, Helsinki, Hong
    Kong, Honolulu, Houston, Hyderabad, Indianapolis, Islamabad, Istanbul, Jakarta, Jeddah, Jerusalem,
    Johannesburg, Juba, Kabul, Kampala, Karachi, Kathmandu, Khartoum, Kharkiv, Kiev, Kigali, Kingston,
    Kinshasa, Kolkata, Kuala Lumpur, Kuwait City, Kyiv, La Paz, Lagos, Lahore, Las Vegas, Libreville,
    Lilongwe, Lima, Lisbon, Ljubljana, Lomé, London, Los Angeles, Luanda, Lusaka, Luxembourg, Lviv, Madrid,
    Malabo, Managua, Manama, Manila, Maputo, Maseru, Mbabane, Mecca, Melbourne, Mexico City, Miami, Milan,
    Milwaukee, Minneapolis, Minsk, Mogadishu, Monaco, Monrovia, Montevideo, Montreal, Moscow, Mosul, Mumbai,
    Munich, Muscat, Nairobi, Nassau, Naypyidaw, N'Djamena, New Delhi, New Orleans, New York, Niamey,
    Nicosia, Nouakchott, Odesa, Oklahoma City, Oslo, Ottawa, Ouagadougou, Panama City, Paramaribo, Paris,
    Peshawar, Philadelphia, Phnom Penh, Phoenix, Pittsburgh, Podgorica, Port Louis, Port Moresby, Port of
    Spain, Port-au-Prince, Porto-Novo, Prague, Praia, Pretoria, Pristina, Pyongyang, Quebec City, Quito,
    Rabat, Ramallah, Rangoon, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Salt Lake City, San Antonio,
    San Diego, San Francisco, San Jose, San José, San Juan, San Salvador, Sanaa, Santiago, Santo Domingo,
    Sao Paulo, São Paulo, Sarajevo, Seattle, Seoul, Shanghai, Singapore, Skopje, Sofia, Srinagar, St. Louis,
    St. Petersburg, Stockholm, Strasbourg, Suva, Sydney, Taipei, Tallinn, Tashkent, Tbilisi, Tegucigalpa,
    Tehran, Tel Aviv, The Hague, Thimphu, Tirana, Tokyo, Toronto, Tripoli, Tunis, Turin, Ulaanbaatar, United
    Nations, Vancouver, Vatican City, Vienna, Vientiane, Vilnius, Warsaw, Washington, Wellington, Windhoek,
    Yangon, Yaounde, Yaoundé, Yerevan, Zagreb, Zaporizhzhia, Zurich
"""
CITIES = listed(_CITIES)

# Words in capitals that open a paragraph like a place.
_NOT_PLACES = """
    a advertisement alert an analysis archive ask at background born breaking bulletin but caution christmas cia
    clarification column comment commentary corrected correction developing early easter editorial exclusive
    explained explainer fact factbox fbi feature file flash focus from gallery he her highlights his i if in
    index interview it just last late latest letter live my nasa nato next no not note notice now obituary
    on opinion photo photos picture pictures podcast poll posted preview profile published quiz quote recap
    related report review roundup says scoop she since so some special sponsored statement summary
    television that the there these they this those timeline today transcript trending tv update updated
    urgent usa video warning watch we what when where who why wrap wrapup yes you
"""
NOT_PLACES = frozenset(_NOT_PLACES.split())

# Labels with a colon that name no speaker.
_NOT_SPEAKERS = """
    Note, Notes, Update, Updated, Correction, Clarification, Source, Sources, Photo, Photos, Caption, Image,
    Video, Watch, Read more, Read also, Also read, Related, See also, Credit, Breaking, Exclusive, Opinion,
    Analysis, Live, Claim, Fact, The facts, Facts, Verdict, Rating, Pros, Cons, What, When, Where, Who, Why,
    How, Date, Time, Location, Contact, Email, Phone, Tel, Website, Topics, Tags, Category, Warning,
    Editor's note, Disclaimer, Editor’s note, Summary, Background, Conclusion, Key points, Score, Result,
    Winner, Price, Address, Step, Tip, Answer key, But, And
"""
NOT_SPEAKERS = listed(_NOT_SPEAKERS)

# Written with a full stop, and followed by more of the same sentence.
_ABBREVIATIONS = """
    mr mrs ms messrs mx dr prof st sr jr rev fr hon gov sen rep pres sec gen adm maj col lt capt cmdr sgt cpl pvt insp
    supt det const amb min dep asst vs no nos art fig vol pp approx est jan feb mar apr jun jul aug sep sept oct nov dec
    u.s u.k u.n e.u d.c i.e e.g a.m p.m ph.d inc ltd co corp bros mt ft ave blvd dept
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
