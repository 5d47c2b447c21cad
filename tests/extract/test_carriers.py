"""By way of whom words came: media, those that quote them, the agency, the outlet."""

from dataclasses import replace

import pytest
from extract.statements import layout_of, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.addressees import addressees
from onrecord.extract.carriers import carriers
from onrecord.extract.channels import channels
from onrecord.extract.layout import Layout
from onrecord.model.attribution import Attribution
from onrecord.model.span import Span

SAFE = "the dam was safe"


def chains(layout: Layout, *made: Attribution) -> list[list[str]]:
    """The names of each statement's carriers."""
    found = carriers(layout, channels(layout, addressees(layout, made)))
    return [[carrier.name for carrier in s.via] for s in found]


def via(text: str, *parts: tuple[str, ...], outlet: str = "", credit: str = "", credits: str = "") -> list[list[str]]:
    """The same, for statements given by source, cue and contents."""
    layout = layout_of(text, outlet=outlet, credit=credit, credits=credits)
    return chains(layout, *(statement(layout, *part) for part in parts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Brandt told TASS that {SAFE}.", ["TASS"]),
        (f"Brandt told the private broadcaster Nord TV that {SAFE}.", ["Nord TV"]),
        (f"Brandt told state TV that {SAFE}.", ["state TV"]),
        (f"Brandt told the Nordpost that {SAFE}.", ["Nordpost"]),
        (f"Brandt told Talk Harbour's breakfast show that {SAFE}.", ["Talk Harbour"]),
        (f"Brandt told Davis that {SAFE}.", []),
        (f"Brandt told the state-run Radio Skagen that {SAFE}.", ["Radio Skagen"]),
        (f"Brandt told a local station, Radio Skagen, that {SAFE}.", ["Radio Skagen"]),
        (f"Brandt told a news conference that {SAFE}.", []),
        (f"In a letter quoted by the newspaper Norra Kuriren, Brandt told him that {SAFE}.", ["Norra Kuriren"]),
        (f"In an email to staff seen by Reuters, Brandt told them that {SAFE}.", ["Reuters"]),
        (f"Brandt told reporters that {SAFE}.", []),
        (f"Brandt told the morning show of the broadcaster Nord TV that {SAFE}.", ["Nord TV"]),
        (
            f"In an email published on Monday by the daily Norra Kuriren, Brandt told them that {SAFE}.",
            ["Norra Kuriren"],
        ),
        (f"In a letter to her, which the daily Norra Kuriren printed, Brandt told her that {SAFE}.", ["Norra Kuriren"]),
        (
            f"In remarks to staff aired by the radio station Joy of the Sea, Brandt told them that {SAFE}.",
            ["Joy of the Sea"],
        ),
        (f"In an open letter to the daily Norra Kuriren, Brandt told him that {SAFE}.", ["Norra Kuriren"]),
        (f"It was first aired by Radio Skagen, and Brandt told him that {SAFE}.", []),
    ],
)
def test_media(text: str, expected: list[str]) -> None:
    """The medium that was told, or that passed on what was written, by its name or as a state's."""
    assert via(text, ("Brandt", "told", f"that {SAFE}")) == [expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("the paper", ["Norra Kuriren"]),
        ("the same paper", ["Norra Kuriren"]),
        ("the Oslo daily", ["Norra Kuriren"]),
        ("this newspaper", []),
        ("a paper", []),
        ("the station", []),
    ],
)
def test_a_description_stands_for_the_medium_before_it(told: str, expected: list[str]) -> None:
    """ "The paper" is the one that was named; it is no name itself, and neither is a city's."""
    text = f"The daily Norra Kuriren is old. Brandt told {told} that {SAFE}."
    assert via(text, ("Brandt", "told", f"that {SAFE}")) == [expected]


def test_a_shortened_name_is_as_written() -> None:
    """The first part of a name that the report has in full elsewhere."""
    text = f"The daily L'Écho du Lac is old. In a letter seen by L'Écho, Brandt told him that {SAFE}."
    assert via(text, ("Brandt", "told", f"that {SAFE}")) == [["L'Écho"]]


def test_who_is_only_written_for_carries_nothing() -> None:
    """A poll for a medium is not the medium."""
    text = "A poll for the weekly Krug suggested that voters want elections."
    parts = ("A poll for the weekly Krug", "suggested", "that voters want elections"), ("voters", "want", "elections")
    assert via(text, *parts) == [[], []]


def test_what_stands_in_a_medium_is_carried_by_it() -> None:
    """ "According to a report in X": what others say in the report."""
    inner = f"Brandt said {SAFE}"
    text = f"According to a report in the daily Krug, {inner}."
    assert via(text, ("a report in the daily Krug", "According to", inner), ("Brandt", "said", SAFE))[1] == ["Krug"]


def test_stations_of_letters_and_titles() -> None:
    """Call signs, and programmes between quotation marks; other abbreviations are no stations."""
    assert via(f"Brandt told WTQX that {SAFE}.", ("Brandt", "told", f"that {SAFE}")) == [["WTQX"]]
    assert via(f"Brandt told WADA that {SAFE}.", ("Brandt", "told", f"that {SAFE}")) == [[]]
    text = f'In an interview on "Sunrise Skagen," Brandt said {SAFE}.'
    assert via(text, ("Brandt", "said", SAFE)) == [["Sunrise Skagen"]]


def test_a_copyright_line_names_the_outlet() -> None:
    """The sign and the word before it are no part of the name."""
    for line in ("Copyright © Echo News 2025", "Copyright Echo News 2025", "© Echo News"):
        text = f"It broke, Brandt said.\n{line}"
        assert via(text, ("Brandt", "said", "It broke"), outlet="Echo News", credits=line) == [["Echo News"]]


def test_who_asks_carries_not_what_is_asked() -> None:
    """A medium's question is its own."""
    text = "Radio Skagen asked whether Brandt knew it."
    layout = layout_of(text)
    outer = replace(statement(layout, "Radio Skagen", "asked", "whether Brandt knew it"), act="ask")
    assert chains(layout, outer, statement(layout, "Brandt", "knew", "it")) == [[], []]


def test_who_cites_carries_the_cited() -> None:
    """ "X reported, citing officials, that ...": side by side."""
    text = f"Radio Skagen reported, citing officials, that {SAFE}."
    assert via(text, ("Radio Skagen", "reported", f"that {SAFE}"), ("officials", "citing", SAFE))[1] == ["Radio Skagen"]


@pytest.mark.parametrize(
    ("after", "part", "expected"),
    [
        ("“I know it,” she said.", ("she", "said", "“I know it,”"), ["Interfax"]),
        ("“I know it,” the engineer said.", ("the engineer", "said", "“I know it,”"), ["Interfax"]),
        ("“I know it,” Orlo said.", ("Orlo", "said", "“I know it,”"), []),
        ("\n“I know it,” she said.", ("she", "said", "“I know it,”"), []),
    ],
)
def test_what_is_carried_goes_on(after: str, part: tuple[str, ...], expected: list[str]) -> None:
    """The same speaker's next words, in the same paragraph, came the same way."""
    text = f"Interfax quoted Brandt as saying that {SAFE}. {after}"
    parts = ("Interfax", "quoted", f"Brandt as saying that {SAFE}"), ("Brandt", "as saying", f"that {SAFE}"), part
    assert via(text, *parts)[2] == expected


def test_the_outlet_closes_every_chain() -> None:
    """Its carrier has no words in the report."""
    layout = layout_of(f"Brandt told TASS that {SAFE}.", outlet="The Daily Echo")
    made = (statement(layout, "Brandt", "told", f"that {SAFE}"),)
    (found,) = carriers(layout, channels(layout, addressees(layout, made)))
    assert [(c.name, len(c.span)) for c in found.via] == [("TASS", 1), ("The Daily Echo", 0)]


@pytest.mark.parametrize(
    ("outlet", "called"),
    [("The Daily Echo", "the Echo"), ("Littoral News Service", "LNS"), ("Nord Press (NP)", "NP"), ("TASS", "TASS")],
)
def test_the_outlet_is_no_carrier_before_itself(outlet: str, called: str) -> None:
    """Under its last words or its initials it is still the outlet."""
    text = f"Brandt told {called} that {SAFE}."
    assert via(text, ("Brandt", "told", f"that {SAFE}"), outlet=outlet) == [[outlet]]


def test_who_quotes_is_a_carrier_of_what_is_quoted() -> None:
    """The outer statement is the medium's own."""
    text = f"Interfax quoted Brandt as saying that {SAFE}."
    parts = ("Interfax", "quoted", f"Brandt as saying that {SAFE}"), ("Brandt", "as saying", f"that {SAFE}")
    assert via(text, *parts) == [[], ["Interfax"]]


def test_the_chain_runs_from_within() -> None:
    """What the medium was told first, then who reports it, the agency, the outlet."""
    text = f"Interfax reported that Brandt had told Radio Skagen that {SAFE}."
    whole = f"that Brandt had told Radio Skagen that {SAFE}"
    parts = ("Interfax", "reported", whole), ("Brandt", "had told", f"that {SAFE}")
    found = via(text, *parts, outlet="The Daily Echo", credit="AFP")
    assert found[1] == ["Radio Skagen", "Interfax", "AFP", "The Daily Echo"]


def test_what_the_quoted_tell_of_others_is_carried_too() -> None:
    """A medium carries what it quotes, and with it what somebody else said by the words of whom it quotes."""
    inner = "Orlo had promised tents"
    text = f"TASS quoted Brandt as saying that {inner}."
    parts = ("TASS", "quoted", text[12:-1]), ("Brandt", "as saying", f"that {inner}")
    assert via(text, *parts, ("Orlo", "had promised", "tents")) == [[], ["TASS"], ["TASS"]]


def test_a_known_parent_reports_what_stands_beside_it() -> None:
    """ "X alleged, quoting officials, that ...": one content, two statements."""
    layout = layout_of(f"Radio Skagen alleged, quoting officials, that {SAFE}.")
    outer = statement(layout, "Radio Skagen", "alleged", f"that {SAFE}")
    inner = replace(statement(layout, "officials", "quoting", f"that {SAFE}"), parent=outer.id)
    assert chains(layout, outer, inner) == [[], ["Radio Skagen"]]


def test_a_medium_that_says_something_carries_not_itself() -> None:
    """ "As reported by X" has one cue, and X is its source."""
    text = "It broke, as reported by Radio Skagen."
    assert via(text, ("Radio Skagen", "as reported by", "It broke")) == [[]]


def test_the_same_programme_is_the_same_medium() -> None:
    """Words that point back are carried by what they point to."""
    text = f"Brandt told Radio Skagen that {SAFE}. On the same programme Orlo said it broke."
    parts = ("Brandt", "told", f"that {SAFE}"), ("Orlo", "said", "it broke")
    assert via(text, *parts) == [["Radio Skagen"], ["Radio Skagen"]]


@pytest.mark.parametrize(
    ("credit", "credits", "expected"),
    [
        ("AFP", "", ["AFP", "Echo"]),
        ("Echo", "", ["Echo"]),
        ("Agencies", "", ["Echo"]),
        ("", "Source: Xinhua", ["Xinhua", "Echo"]),
        ("", "With reporting by the Cono Sur News Agency", ["Cono Sur News Agency", "Echo"]),
        ("", "(Reporting by Ada Moss in Lund; Editing by Jan Orlo)", ["Echo"]),
        ("", "(Reporting by Ada Moss and others, Cono Sur News Agency)", ["Cono Sur News Agency", "Echo"]),
        ("", "— Nordwire", ["Nordwire", "Echo"]),
        ("", "(Nord Press)", ["Nord Press", "Echo"]),
        ("", "— Ada Moss", ["Echo"]),
        ("", "Source: Meridian", ["Meridian", "Echo"]),
    ],
)
def test_the_agency_of_the_report(credit: str, credits: str, expected: list[str]) -> None:
    """The dateline's credit or the one in a credit line, for every statement."""
    text = "It broke, Brandt said."
    assert via(text, ("Brandt", "said", "It broke"), outlet="Echo", credit=credit, credits=credits) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("— Nordwire", ["Nordwire", "Echo"]),
        ("(With Ada Moss of the Cono Sur News Agency)", ["Cono Sur News Agency", "Echo"]),
        ("This report was first published by Meridian.", ["Meridian", "Echo"]),
        ("— Ada Moss", ["Echo"]),
        ("The Cono Sur News Agency closed.", ["Echo"]),
    ],
)
def test_the_agency_of_the_last_line(line: str, expected: list[str]) -> None:
    """In brackets, behind a dash, or as whose report it is; a sentence about an agency is none."""
    assert via(f"It broke, Brandt said.\n{line}", ("Brandt", "said", "It broke"), outlet="Echo") == [expected]


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=40))
def test_carriers_lie_inside_the_report(text: str, outlet: str, credits: str) -> None:
    """Any text, outlet and credits: spans lie in the text and names are not empty."""
    layout = layout_of("told TASS " + text.replace("\n", " "), outlet=outlet, credits=credits)
    made = Attribution("a", "direct", (), (Span(0, 4),), (Span(5, 9),), 1.0, "sure")
    (found,) = carriers(layout, channels(layout, addressees(layout, (made,))))
    assert all(c.name and all(s.end <= len(layout.text) for s in c.span) for c in found.via)
