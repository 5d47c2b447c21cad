"""The ledger in the terminal."""

from dataclasses import replace

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.ledger import Ledger
from onrecord.render.terminal import columns, fit, ledger_text, legend, shorten, together
from render.context import inquiry
from render.ledgers import ferry, foreign, ledger, quiet, report, transcript, wide

EXAMPLES = (ferry(), transcript(), quiet(), foreign(), wide(), inquiry())
any_text = st.text(st.characters(exclude_categories=()), min_size=1)


def test_a_statement_is_one_line() -> None:
    """Place, source, verb, kind, words and tier stand in columns."""
    assert ledger_text(transcript()).splitlines() == [
        "Evening round: the harbour inquiry",
        "Radio Carrow · 16 March 2025",
        "2 statements · 2 speakers · 2 sure · 0 to check",
        "¶  WHO    VERB  WHAT",
        "1  HOST         “ Minister, did the letter reach you?                          ●",
        "2  ORELD        “ It did not. I have said so, and I will say so to the inqui…  ●",
        "words     81% attributed (21 of 26)",
        "speakers  ORELD 71% · HOST 29%",
    ]


def test_speakers_are_named_and_nested_statements_stand_under_theirs() -> None:
    """Signs tell who has no name and who is not certain; of two speakers without room one is counted."""
    assert ledger_text(inquiry()).splitlines()[2:] == [
        "12 statements · 4 speakers · 3 unnamed · 1 unclear · 10 sure · 2 to check",
        "¶     WHO                   VERB         WHAT",
        "head  ◇ pilots              say          ~  Harbour board was warned twice     ●",
        "1     Ilse Varga            wrote        ~  The sandbank off Pell Point had…   ●",
        "1     Ilse Varga            told         “  Nobody answered,                   ●",
        "2     Tomasz Oreld          denied       ~  that the board had been told any…  ●",
        "2     Tomasz Oreld          said         “~ that the owner, Brightwater Line…  ●",
        "2     └ Brightwater Lines   had assured  “~ that “every chart was new”         ○",
        "2     Tomasz Oreld          asked        ~  to wait for the so-called “winte…  ●",
        "3     ◇ A port official…    said         ~  the letters were lying in a draw…  ●",
        "3     ◇ Sources             say          ~  that there were five               ●",
        "3     ? He                  believes     ~  that the drawer was locked         ○",
        "4     two members of the…   said         “  We were lucky,                     ●",
        "4     Ilse Varga +1         agreed       ~  to meet in May                     ●",
        "⚑ ¶1 3 March and Sunday are given for one statement",
        "⚑ Ilse Varga is behind nearly everything",
        "⚑ ¶1 nobody of the harbour board answers this",
        "⚑ ¶4 the report says this itself",
        "words     45% attributed (69 of 152) · 5 more thought, not said",
        "speakers  Tomasz Oreld 46% · Ilse Varga 32%",
        "naming    named 72% · described 22% · bare 6%",
    ]


def test_when_and_where_are_shown_where_there_is_room() -> None:
    """From a hundred columns on, and only in reports that say it of something."""
    assert "16 March, Radio Carrow" in ledger_text(inquiry(), width=140)
    assert "WHEN, WHERE" in ledger_text(inquiry(), width=100)
    assert "WHEN, WHERE" not in ledger_text(inquiry(), width=99)
    assert "WHEN, WHERE" not in ledger_text(ferry(), width=200)


def test_what_is_done_stands_in_for_a_missing_verb() -> None:
    """A question in a broadcast has none."""
    host, oreld = transcript().attributions
    made = replace(transcript(), attributions=(replace(host, act="ask"), replace(oreld, act="think")))
    lines = ledger_text(made).splitlines()
    assert "HOST   (asks)" in lines[4]
    assert "ORELD  (thinks)" in lines[5]


def test_deep_nesting_leaves_room_for_names() -> None:
    """After three steps it goes no further to the right."""
    listed = list(inquiry().attributions)
    for n in range(1, len(listed)):
        listed[n] = replace(listed[n], parent=listed[n - 1].id)
    text = ledger_text(replace(inquiry(), attributions=tuple(listed)))
    assert {line.index("└") for line in text.splitlines() if "└" in line} == {6, 8, 10}
    assert "    └ ? He" in text


def test_kinds_tiers_and_flags_have_signs() -> None:
    """Direct, indirect and mixed differ without colour, and so do sure and check."""
    text = ledger_text(ferry(), width=200)
    assert "“  slow but steady" in text
    assert "~  that any warning had reached his office" in text
    assert "“~ the guild of “rewriting the winter”" in text
    assert "—" in text
    assert "\n⚑ ¶6 a quotation mark never closes\n" in text
    assert [line[-1] for line in text.splitlines()[4:]].count("○") == 4


@pytest.mark.parametrize("made", EXAMPLES)
@pytest.mark.parametrize("width", [1, 7, 24, 40, 80, 81, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "no such encoding"])
def test_no_line_is_wider_than_asked(made: Ledger, width: int, encoding: str) -> None:
    """Not in a narrow window, not with wide characters, not with signs of three letters."""
    for line in ledger_text(made, width=width, encoding=encoding).splitlines():
        assert columns(line) <= width
    for line in legend(width=width, encoding=encoding).splitlines():
        assert columns(line) <= width


def test_a_wider_terminal_shows_more() -> None:
    """Words are cut only where there is no room for them."""
    assert ledger_text(ferry(), width=80).count("…") > ledger_text(ferry(), width=120).count("…")
    table = ledger_text(ferry(), width=400).partition("\nwords ")[0]
    assert "…" not in table.replace("” … “", "").replace("tide … “", "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437"])
def test_the_view_can_be_encoded_for_any_terminal(encoding: str) -> None:
    """Where the signs are missing there are others, and the words of the report lose only what must go."""
    for made in EXAMPLES:
        (ledger_text(made, encoding=encoding) + legend(encoding=encoding)).encode(encoding)
    assert 'Harbour ferry was "never told" of sandbank' in ledger_text(ferry(), encoding=encoding)


def test_tiers_stay_in_line_with_wide_and_combining_characters() -> None:
    """A CJK character takes two columns, an accent of its own none."""
    table = [line for line in ledger_text(wide()).splitlines() if line[-1] in "●○"]
    assert len({columns(line) for line in table}) == 1


@given(any_text, any_text, any_text)
def test_a_report_cannot_steer_the_terminal(headline: str, outlet: str, words: str) -> None:
    """No report can colour the screen, move the cursor, ring the bell, or begin a line of its own."""
    of = replace(report(("paragraph", words)), headline=headline, outlet=outlet)
    made = ledger(of, ("indirect", words, words, [words], 0.5), flags={words: ("unclosed_quotation", headline[:40])})
    for encoding in ("utf-8", "ascii"):
        text = ledger_text(made, width=60, encoding=encoding)
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text.replace("\n", ""))
        assert text.count("\n") <= 10
        text.encode(encoding)


def test_colour_changes_nothing_but_colour() -> None:
    """Without its sequences the coloured view is the plain one."""
    coloured = ledger_text(ferry(), colour=True)
    assert "\x1b[" in coloured
    assert [x.rstrip() for x in click.unstyle(coloured).splitlines()] == ledger_text(ferry()).splitlines()
    assert "\x1b[31m" not in coloured
    assert "\x1b[32m" not in coloured


def test_empty_ledgers_say_why() -> None:
    """Nothing found, and not analysed, are different things; neither shows an empty table."""
    assert ledger_text(quiet()) == "Tide tables for April\nNo statements found.\n"
    assert ledger_text(foreign()).endswith("Read, but not searched for statements.\n⚑ French is not analysed\n")


@pytest.mark.parametrize(
    ("name", "width", "shown"),
    [
        ("Ilse Varga", 10, "Ilse Varga"),
        ("Ilse Varga, the guild’s chairwoman", 20, "Ilse Varga…"),
        ("Deputy Harbour Minister Tomasz Oreld", 24, "Deputy Har… Tomasz Oreld"),
        ("the owner, Brightwater Lines", 19, "…Brightwater Lines"),
        ("a senior official in the port", 12, "a senior of…"),
        ("the pilots’ guild of Marrow Bay", 20, "the pilots’ guild o…"),
        ("Ilse", 0, ""),
    ],
)
def test_a_long_source_is_cut_where_its_name_survives(name: str, width: int, shown: str) -> None:
    """What explains a name goes before the name does."""
    assert shorten(name, width) == shown


@given(st.lists(st.text(min_size=1), min_size=2, max_size=4), st.integers(0, 40))
def test_names_that_do_not_fit_together_are_counted(names: list[str], width: int) -> None:
    """Two people are never cut as if they were one."""
    assert columns(together(names, width)) <= width
    people = ["Ilse Varga", "Tomasz Oreld", "Wendeline Aart"]
    assert together(people, 42) == "Ilse Varga & Tomasz Oreld & Wendeline Aart"
    assert together(people, 41) == "Ilse Varga +2"
    assert together(people, 10) == "Ilse V… +2"


@given(st.text(), st.integers(0, 40))
def test_fitted_text_fits(text: str, width: int) -> None:
    """``fit`` and ``shorten`` never exceed the columns they are given."""
    assert columns(fit(text, width)) <= width
    assert columns(shorten(text, width)) <= width
