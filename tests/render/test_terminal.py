"""The ledger in the terminal."""

from dataclasses import replace

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.ledger import Ledger
from onrecord.render.terminal import columns, fit, ledger_text, legend, shorten
from render.ledgers import ferry, foreign, ledger, quiet, report, transcript, wide

EXAMPLES = (ferry(), transcript(), quiet(), foreign(), wide())
any_text = st.text(st.characters(exclude_categories=()), min_size=1)


def test_a_statement_is_one_line() -> None:
    """Place, source, verb, kind, words and tier stand in columns."""
    assert ledger_text(transcript()).splitlines() == [
        "Evening round: the harbour inquiry",
        "Radio Carrow · 16 March 2025",
        "2 statements · 2 sources · 2 sure · 0 to check",
        "¶  WHO    VERB  WHAT",
        "1  HOST         “ Minister, did the letter reach you?                          ●",
        "2  ORELD        “ It did not. I have said so, and I will say so to the inqui…  ●",
    ]


def test_kinds_tiers_and_flags_have_signs() -> None:
    """Direct, indirect and mixed differ without colour, and so do sure and check."""
    text = ledger_text(ferry(), width=200)
    assert "“  slow but steady" in text
    assert "~  that any warning had reached his office" in text
    assert "“~ the guild of “rewriting the winter”" in text
    assert "—" in text
    assert text.endswith("⚑ ¶6 a quotation mark never closes\n")
    assert [line[-1] for line in text.splitlines()[4:-1]].count("○") == 4


@pytest.mark.parametrize("made", EXAMPLES)
@pytest.mark.parametrize("width", [1, 7, 24, 40, 80, 81, 200])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252", "no such encoding"])
def test_no_line_is_wider_than_asked(made: Ledger, width: int, encoding: str) -> None:
    """Not in a narrow window, not with wide characters, not with signs of three letters."""
    for line in ledger_text(made, width=width, encoding=encoding).splitlines():
        assert columns(line) <= width
    assert columns(legend(width=width, encoding=encoding).rstrip("\n")) <= width


def test_a_wider_terminal_shows_more() -> None:
    """Words are cut only where there is no room for them."""
    assert ledger_text(ferry(), width=80).count("…") > ledger_text(ferry(), width=120).count("…")
    assert "…" not in ledger_text(ferry(), width=400).replace("” … “", "").replace("tide … “", "")


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
    made = ledger(of, ("indirect", words, words, [words], 0.5), flags={words: ("unclosed_quotation", headline)})
    for encoding in ("utf-8", "ascii"):
        text = ledger_text(made, width=60, encoding=encoding)
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text.replace("\n", ""))
        assert text.count("\n") <= 8
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


@given(st.text(), st.integers(0, 40))
def test_fitted_text_fits(text: str, width: int) -> None:
    """``fit`` and ``shorten`` never exceed the columns they are given."""
    assert columns(fit(text, width)) <= width
    assert columns(shorten(text, width)) <= width
