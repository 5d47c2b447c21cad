"""A ledger in a notebook."""

import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from lxml import html

from onrecord.model.ledger import Ledger
from onrecord.render.notebook import fragment, register
from render.context import inquiry
from render.ledgers import ferry, foreign, ledger, quiet, report, transcript


@pytest.mark.parametrize("made", [ferry(), transcript(), quiet(), foreign(), inquiry()])
def test_the_fragment_has_a_row_a_statement_and_no_script(made: Ledger) -> None:
    """One element that brings its styles along, so that nothing around it changes."""
    root = html.fragment_fromstring(fragment(made))
    assert len(root.xpath(".//tbody/tr")) == len(made.attributions)
    assert not root.xpath(".//script | .//style | .//@onclick | .//@id | .//@class")


def test_the_fragment_escapes_the_report() -> None:
    """Markup in a report is shown, not obeyed."""
    evil = "<script>alert(1)</script>"
    of = replace(report(("paragraph", evil)), headline=evil, outlet=evil)
    made = fragment(ledger(of, ("direct", evil, evil, [evil], 0.5), flags={evil: ("unclosed_quotation", evil)}))
    assert "<script" not in made
    assert html.fragment_fromstring(made).text_content().count(evil) == 6


def test_the_fragment_names_speakers() -> None:
    """And says of whom the name is not known."""
    who = [row[1].text_content() for row in html.fragment_fromstring(fragment(inquiry())).xpath(".//tbody/tr")]
    assert (who[2], who[8], who[9]) == ("Ilse Varga", "Sources (unnamed)", "He (unclear)")


def test_the_fragment_says_what_it_is_not() -> None:
    """Also in a notebook nobody should take a ledger for a verdict."""
    assert "not whether it is true" in fragment(ferry())


def test_notebooks_show_ledgers_once_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """``register`` teaches a running IPython; where there is none it does nothing."""
    shown: dict[type, object] = {}
    formatter = SimpleNamespace(for_type=shown.__setitem__)
    shell = SimpleNamespace(display_formatter=SimpleNamespace(formatters={"text/html": formatter}))
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: None))
    register()
    assert not shown
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    register()
    assert shown == {Ledger: fragment}
