"""Countries, their people, capitals and governments, found in text and named by code."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.ontologies.countries import SHIPPED, Match, countries
from onrecord.ontologies.wordlists import read_mapping

ISO = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
    BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
    CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB
    GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
    KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD
    MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
    PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM
    SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
    UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
"""


def found(text):
    """The mentions in ``text`` as words, code and kind."""
    return [(text[m.start : m.end], m.code, m.kind) for m in countries().find(text)]


def override(tmp_path, text):
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    return path


def test_every_country_of_iso_3166_and_kosovo_has_a_name():
    """No country is missing and none is invented; the codes of bodies have names too and are no countries."""
    shipped = countries()
    assert set(shipped.titles) == {*ISO.split(), "XKX", "IGO", "NGO"}
    assert all(shipped.titles.values())
    assert {code for code in shipped.titles if shipped.is_country(code)} == {*ISO.split(), "XKX"}


def test_each_word_of_the_shipped_file_is_listed_once():
    """A word of two countries would be a coin toss, a word listed twice a slip; only "others" may overrule a name."""
    data = read_mapping(SHIPPED)
    counted = Counter(data["others"])
    for entry in data["countries"].values():
        counted.update(word for field, words in entry.items() for word in ([words] if field == "name" else words))
    for bodies in data["bodies"].values():
        counted.update(word for name, names in bodies.items() for word in (name, *names))
    assert [word for word, times in counted.items() if times > 1] == ["Georgia"]


def test_no_entry_of_the_shipped_file_overwrites_another():
    """YAML keeps the last of two equal keys without a word, so the keys are counted in the text."""
    keys = re.findall(r"^ {2,4}([^-#].*?):(?: |$)", SHIPPED.read_text("utf-8"), re.MULTILINE)
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_shipped_word_is_found_where_it_stands_alone():
    """The pattern reaches every word, whatever shorter or longer word begins in the same way."""
    shipped = countries()
    for word, (code, kind) in shipped.words.items():
        expected = [Match(4, 4 + len(word), code, kind)] if code else []
        assert shipped.find(f"by: {word}, said") == expected


@pytest.mark.parametrize(
    ("words", "code", "kind"),
    [
        ("US", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("the United States of America", "USA", "name"),
        ("The Netherlands", "NLD", "name"),
        ("Burma", "MMR", "name"),
        ("Britons", "GBR", "demonym"),
        ("Scottish", "GBR", "demonym"),
        ("Englishwoman", "GBR", "demonym"),
        ("Northern Ireland", "GBR", "name"),
        ("Kiev", "UKR", "capital"),
        ("Kyiv", "UKR", "capital"),
        ("N’Djamena", "TCD", "capital"),
        ("Washington, D.C.", "USA", "capital"),
        ("the Kremlin", "RUS", "seat"),
        ("the White House", "USA", "seat"),
        ("Elysee", "FRA", "seat"),
        ("Élysée", "FRA", "seat"),
        ("The Hague", "NLD", "seat"),
        ("the Hague", "NLD", "seat"),
        ("Knesset", "ISR", "seat"),
        ("the UN", "IGO", "body"),
        ("European Commission", "IGO", "body"),
        ("Red Cross", "NGO", "body"),
        ("Médecins Sans Frontières", "NGO", "body"),
        ("Chad", "TCD", "name"),
        ("Kosovo", "XKX", "name"),
        ("  United\n States ", "USA", "name"),
        ("Georgia", "", ""),
        ("Lorenia", "", ""),
        ("russian", "", ""),
        ("Russian officials", "", ""),
        ("the", "", ""),
        ("", "", ""),
    ],
)
def test_words_stand_for_a_code(words, code, kind):
    """An exact name, demonym, capital, seat or body has a code and a kind; anything else has none."""
    assert countries().code_of(words) == code
    assert countries().kind_of(words) == kind


@pytest.mark.parametrize(("code", "name"), [("USA", "United States"), ("KOR", "South Korea"), ("XXX", ""), ("", "")])
def test_a_code_has_a_common_name(code, name):
    """The name is the one that news in English uses; an unknown code has none."""
    assert countries().name_of(code) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's envoy", [("Russia", "RUS", "name")]),
        ("Russia’s envoy", [("Russia", "RUS", "name")]),
        ("the United States' envoy", [("United States", "USA", "name")]),
        ("US-China talks", [("US", "USA", "name"), ("China", "CHN", "name")]),
        ("in the U.S. on Monday", [("U.S.", "USA", "name")]),
        ("in the U.S.A.", [("U.S.A.", "USA", "name")]),
        ("He told us: BUS and USB", []),
        ("It paid US$5m", []),
        ("United\nNations staff", [("United Nations", "IGO", "body")]),
        ("Côte d’Ivoire won", [("Côte d’Ivoire", "CIV", "name")]),
        ("Papua New Guinea, Guinea", [("Papua New Guinea", "PNG", "name"), ("Guinea", "GIN", "name")]),
        ("Equatorial Guinea", [("Equatorial Guinea", "GNQ", "name")]),
        ("Niger and Nigeria", [("Niger", "NER", "name"), ("Nigeria", "NGA", "name")]),
        ("a Nigerien and a Nigerian", [("Nigerien", "NER", "demonym"), ("Nigerian", "NGA", "demonym")]),
        ("the Democratic Republic of Congo", [("Democratic Republic of Congo", "COD", "name")]),
        ("the Republic of Congo", [("Republic of Congo", "COG", "name")]),
        ("North Koreans and Koreans", [("North Koreans", "PRK", "demonym"), ("Koreans", "KOR", "demonym")]),
        ("South Sudanese", [("South Sudanese", "SSD", "demonym")]),
        ("New Mexico", [("New Mexico", "USA", "name")]),
        ("Mexico City", [("Mexico City", "MEX", "capital")]),
        ("Georgia and Georgians", [("Georgians", "GEO", "demonym")]),
        ("Latin American leaders in the South China Sea", []),
        ("Latin America and America", [("America", "USA", "name")]),
        ("UN Security Council", [("UN Security Council", "IGO", "body")]),
        ("a Kremlin aide, then Whitehall", [("Kremlin", "RUS", "seat"), ("Whitehall", "GBR", "seat")]),
        ("KREMLIN kremlin turkey", []),
        ("", []),
    ],
)
def test_mentions_are_whole_words_the_longest_and_in_order(text, expected):
    """Mentions end before a possessive, at a word's border, and where the longest listed name ends."""
    expected_plain = [(words.replace("\n", " "), code, kind) for words, code, kind in expected]
    assert [(words.replace("\n", " "), code, kind) for words, code, kind in found(text)] == expected_plain


WORDS = st.sampled_from(["US", "U.S.", "Russia", "’s", "'s", "\n", " ", "New", "Guinea", "the", "UN", ".", "é", "Oslo"])


@given(st.one_of(st.text(), st.lists(WORDS).map("".join), st.lists(WORDS).map(" ".join)))
def test_matches_lie_inside_any_text_apart_and_in_order(text):
    """Whatever the text, each match is a span of known words inside it, and the next begins where it has ended."""
    shipped, end = countries(), 0
    for match in shipped.find(text):
        assert end <= match.start < match.end <= len(text)
        assert shipped.code_of(text[match.start : match.end]) == match.code
        assert shipped.kind_of(text[match.start : match.end]) == match.kind
        assert shipped.name_of(match.code)
        end = match.end


def test_the_shipped_countries_are_loaded_once():
    """Loading takes tens of milliseconds, so that it is done once a process."""
    assert countries() is countries()


def test_a_users_file_is_laid_over_the_shipped_one(tmp_path):
    """Lists are replaced, null takes out, others are added to, a new country is known, and the rest stays."""
    mine = countries(
        override(
            tmp_path,
            """
            countries:
              USA: {capitals: [Federal City], seats: null}
              GEO: {name: Georgia}
              FRA: null
              XLO: {name: Lorenia, demonyms: [Lorenian]}
            bodies:
              IGO: {OPEC: null, League of Lorenia: [LoL]}
            others: [Oslo]
            """,
        )
    )
    assert mine.code_of("Federal City") == "USA"
    assert not any(map(mine.code_of, ("Washington", "Pentagon", "Paris", "OPEC", "Oslo")))
    assert [mine.code_of(words) for words in ("Lorenian", "LoL", "Georgia", "Americans")] == [
        "XLO",
        "IGO",
        "GEO",
        "USA",
    ]
    assert [mine.name_of(code) for code in ("XLO", "FRA", "USA")] == ["Lorenia", "", "United States"]
    assert mine.code_of("Norway") == "NOR"
    assert mine.find("Latin America") == []
    assert countries().code_of("Oslo") == "NOR"


def test_a_users_word_means_what_the_users_file_says(tmp_path):
    """A word that the shipped file gives to another country moves to the one that the user gives it to."""
    mine = countries(override(tmp_path, "countries: {COG: {names: [Congo]}}"))
    assert (mine.code_of("Congo"), mine.code_of("DRC")) == ("COG", "COD")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "a mapping was expected"),
        ("- USA", "a mapping was expected"),
        ("lands: {}", "lands: there is no such section"),
        ("countries: [USA]", "countries: a mapping was expected"),
        ("countries: {usa: {}}", "countries: usa: an ISO 3166 alpha-3 code"),
        ("countries: {IGO: {}}", "countries: IGO: an ISO 3166 alpha-3 code"),
        ("countries: {NO: {}}", "countries: False: a text was expected"),
        ("countries: {USA: America}", "countries: USA: a mapping was expected"),
        ("countries: {USA: {nicknames: [Sam]}}", "countries: USA: nicknames: one of name, names"),
        ("countries: {USA: {names: Sam}}", "countries: USA: names: a list of words"),
        ("countries: {USA: {names: [1]}}", "countries: USA: names: 1: a text"),
        ("countries: {USA: {names: [' ']}}", "countries: USA: names: ' ': a text"),
        ("countries: {USA: {name: null}}", "countries: USA: name: None: a text"),
        ("countries: {XLO: {names: [Lorenia]}}", "countries: XLO: a new country needs a name"),
        (
            "countries: {USA: {names: [Sam]}, GBR: {seats: [Sam]}}",
            "countries: GBR: seats: 'Sam' already stands for USA",
        ),
        ("bodies: {XLO: {}}", "bodies: XLO: one of IGO, NGO"),
        ("bodies: {IGO: {League: LoL}}", "bodies: IGO: League: a list of words"),
        ("bodies: {IGO: {'': []}}", "bodies: IGO: '': a text"),
        ("others: Oslo", "others: a list of words"),
        ("countries: {USA", "not YAML"),
        ("countries: !!python/object/apply:os.getcwd []", "not YAML"),
        ("others: [2023-99-99]", "not YAML"),
    ],
)
def test_an_error_in_a_users_file_names_the_file_and_the_entry(tmp_path, text, problem):
    """Whatever is wrong with the user's file is a UsageError that says where to look."""
    path = override(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        countries(path)
    assert str(caught.value).startswith(f"{path}: {problem}")


def test_a_users_file_that_cannot_be_read_is_named(tmp_path):
    """A missing file and a folder are the caller's mistake as well."""
    for path in (tmp_path / "missing.yaml", tmp_path):
        with pytest.raises(UsageError, match=re.escape(str(path))):
            countries(path)
