"""What is known around a statement, in words."""

from dataclasses import replace

import pytest

from onrecord.model.attribution import Attribution, Carrier, Channel, When
from onrecord.model.ledger import Ledger
from onrecord.render.context import carriers, context
from render.context import inquiry
from render.ledgers import ferry, find


def _lines(made: Ledger, number: int) -> dict[str, str]:
    return {line.term: line.words for line in context(made)[number - 1].lines}


def _with(number: int, **fields: object) -> Ledger:
    """The inquiry with one statement changed."""
    made = inquiry()
    listed = list(made.attributions)
    listed[number - 1] = replace(listed[number - 1], **fields)  # type: ignore[arg-type]
    return replace(made, attributions=tuple(listed))


def test_a_statement_without_context_has_no_lines() -> None:
    """Nothing is made up, and no line is empty."""
    assert all(not (c.lines or c.speakers or c.words or c.briefly) for c in context(ferry()))


def test_speakers_are_shown_with_what_the_report_says_of_them() -> None:
    """Roles, country, type of source; and the report's words, where these are others."""
    denied = context(inquiry())[3]
    assert [party.label for party in denied.speakers] == ["Tomasz Oreld"]
    assert denied.speakers[0].about == ("Deputy Harbour Minister", "MBY", "official")
    assert denied.words == "Deputy Harbour Minister Tomasz Oreld"
    assert context(inquiry())[10].words == ""  # "two members of the crew" are called just that


def test_lines_say_to_whom_how_through_whom_and_when() -> None:
    """An addressee's actor is named where the words do not; a channel's words are left out where they add nothing."""
    assert _lines(inquiry(), 2) == {"to": "the harbour board", "how": "letter", "when": "3 March 2025 (“on 3 March”)"}
    assert _lines(inquiry(), 4) == {
        "how": "broadcast, Radio Carrow",
        "via": "Radio Carrow → NCP → The Northfield Courier",
        "when": "16 March 2025 (“on Sunday”)",
    }
    assert _lines(inquiry(), 7) == {"to": "Pilots’ Guild (“pilots”)", "set apart": "“so-called”, “winter report”"}


def test_lines_say_why_there_is_no_name_and_who_may_be_meant() -> None:
    """The reason in the report's words; candidates only where the source is not clear."""
    assert _lines(inquiry(), 8) == {"reason": "“who was not authorised to speak publicly”"}
    assert _lines(inquiry(), 10) == {"may be": "Tomasz Oreld or Ilse Varga"}


def test_the_usual_chain_is_said_once() -> None:
    """For the report and not for each statement; a chain that only some have is theirs."""
    assert carriers(inquiry()) == ("NCP", "The Northfield Courier")
    assert [n for n in range(1, 13) if "via" in _lines(inquiry(), n)] == [4]
    apart = inquiry()
    alone = tuple(replace(a, via=(Carrier(str(n), ()),)) for n, a in enumerate(apart.attributions))
    assert carriers(replace(apart, attributions=alone)) == ()
    assert carriers(replace(apart, attributions=())) == ()


def test_a_time_without_a_date_is_its_words() -> None:
    """How a date was worked out is told beside it."""
    text = inquiry().report.text
    made = _with(4, said_at=When("", "none", find(text, "on Sunday"), ""))
    assert _lines(made, 4)["when"] == "“on Sunday”, no date"
    assert context(made)[3].briefly == "on Sunday, Radio Carrow"
    [when] = [line for line in context(inquiry())[3].lines if line.term == "when"]
    assert when.how == "counted from the day of publication"


def test_brief_is_when_and_where() -> None:
    """Without the year, where it is the report's; the channel's name, else its kind."""
    brief = [c.briefly for c in context(inquiry())]
    assert (brief[1], brief[3], brief[11], brief[0]) == ("3 March, letter", "16 March, Radio Carrow", "May", "")
    made = _with(2, said_at=When("2023-03-03", "day", find(inquiry().report.text, "on 3 March"), "stated"))
    assert context(made)[1].briefly == "3 March 2023, letter"


def test_words_that_say_more_than_a_channels_kind_are_shown() -> None:
    """So that nobody has to believe the kind."""
    span = find(inquiry().report.text, "on Radio Carrow")
    assert _lines(_with(2, channels=(Channel("social", "", span),)), 2)["how"] == "social media (“on Radio Carrow”)"


@pytest.mark.parametrize("lost", [{"speakers": ("A9",)}, {"candidates": ("A9",)}, {"via": (Carrier("", ()),)}])
def test_what_leads_nowhere_is_left_out(lost: dict[str, object]) -> None:
    """An actor that the ledger does not have, a carrier without a name."""
    found: Attribution = _with(1, **lost).attributions[0]
    assert context(replace(inquiry(), attributions=(found,)))[0].lines == ()
