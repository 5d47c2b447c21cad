"""What is done in saying it, by cue and content."""

import re
from time import perf_counter

import pytest
from extract.reports import layout, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.acts import acts, bases, lexical
from onrecord.languages.en.acts import ACTS
from onrecord.model.attribution import Attribution, Kind
from onrecord.model.span import Span


def act(sentence: str, kind: Kind = "indirect") -> str:
    """The act of a sentence in which the source stands in [], the cue in <> and the rest to the stop is content."""
    source = sentence[sentence.index("[") + 1 : sentence.index("]")] if "[" in sentence else ""
    cue = sentence[sentence.index("<") + 1 : sentence.index(">")]
    text = sentence.translate(str.maketrans("", "", "[]<>"))
    content = sentence[sentence.index(">") + 1 :].strip().removesuffix(".")
    return acts(layout(text), (statement(text, source, cue, content, kind=kind),))[0].act


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Falk] <said> that the ferry was late.", "state"),
        ("[Falk] <has acknowledged> that the ferry was late.", "state"),
        ("[The bureau] <warned> that floods could follow.", "state"),
        ("[Falk] <agreed> that it was late.", "state"),
        ("[The court] <ruled> that the law was void.", "state"),
        ("[Falk] <pressed> to publish the minutes.", "ask"),
        ("[Falk] <called on> to free the crew.", "ask"),
        ("[Falk] <insists on> an apology.", "ask"),
        ("<The demand> that he resign.", "ask"),
        ("[Police] <told> to stay indoors.", "order"),
        ("[A judge] <barred> from selling the land.", "order"),
        ("[The court] <ruled> that he must be released.", "order"),
        ("[Falk] <vowed> to rebuild the school.", "promise"),
        ("[Falk] <agreed> to pay.", "promise"),
        ("[Falk] <assured> that water would be back by noon.", "promise"),
        ("[Falk] <assured> that nobody had been hurt.", "state"),
        ("[Falk] <threatened> to leave.", "threaten"),
        ("[Falk] <vowed> to retaliate.", "threaten"),
        ("[Falk] <warned> that the guild would answer any ban.", "threaten"),
        ("[Falk] <warned> that the closure would cut output.", "state"),
        ("[Falk] <said> there was no cause for alarm.", "state"),
        ("[Falk] <said> there was no break-in.", "deny"),
        ("[Falk] <said> nothing was promised.", "deny"),
        ("[Falk] <said> nobody was hurt.", "state"),
        ("[Falk] <says> he didn't.", "deny"),
        ("[Falk] <swore> that he had not seen the letter.", "deny"),
        ("[Falk] <said> that the meeting did not take place.", "deny"),
        ("[The bureau] <does not wish> to comment.", "decline"),
        ("[The bureau] <referred> questions to the mayor.", "decline"),
        ("[Falk] <calls> the strike piracy.", "accuse"),
        ("[Falk] <calls> for calm.", "ask"),
        ("<A call> for calm.", "ask"),
        ("[Falk] <proposed> that an umpire be sent.", "ask"),
        ("[Falk] <told> me to look under the bed.", "order"),
        ("[Falk] <vowed> to sue the paper.", "threaten"),
        ("[Falk] <warned> that it would go to the courts unless the crew was freed.", "threaten"),
        ("[Falk] <said> he had been misquoted.", "deny"),
        ("[Falk] <said> he did not open the gate.", "deny"),
        ("[Falk] <said> that she did not want a quarrel.", "state"),
        ("[Falk] <said> that ‘it never asked for money’.", "deny"),
        ("[The guild] <warned> that anyone who spoke risked a fine.", "threaten"),
        ("[Falk] <said> that if they closed the port, he would sail to Bonn.", "threaten"),
        ("[Falk] <said> she would put the question to the board.", "promise"),
        ("[Falk] <said> she would come when the rain stopped.", "promise"),
        ("[Falk] <offered> condolences.", "state"),
        ("[Falk] <called> what the strike piracy.", "state"),
        ("[The union] <warned> that it would strike unless wages rose.", "threaten"),
        ("[Falk] <condemned> the raid.", "accuse"),
        ("[Falk] <hit out at> the mayor.", "accuse"),
        ("[Falk] <described> the raid as an act of piracy.", "accuse"),
        ("[Falk] <described> the talks as constructive.", "state"),
        ("[The indictment] <says> that Roth kept two sets of books.", "accuse"),
        ("[Falk] <denied> that he had paid.", "deny"),
        ("[Falk] <called> the report a lie.", "deny"),
        ("[Falk] <said> that she had never taken a bribe.", "deny"),
        ("[Falk] <said> that he had never seen such snow.", "state"),
        ("[Falk] <rejected> accusations of fraud.", "deny"),
        ("[Falk] <rejected> the offer of talks.", "state"),
        ("[Falk] <declined> to comment.", "decline"),
        ("[Falk] <refused> to leave.", "state"),
        ("[Falk] <did not respond> to three e-mails.", "decline"),
        ("[A lawyer] <could not immediately be reached> for comment.", "decline"),
        ("[Falk] <would not say> who had paid.", "decline"),
        ("[Falk] <believes> that it will pass.", "think"),
        ("[Falk] <remains convinced> that it will pass.", "think"),
        ("[Falk] <wanted> to know who had paid.", "ask"),
        ("[Residents] <want> to know who had paid.", "think"),
        ("[The board] <recommended> that the pier reopen.", "ask"),
        ("[The guild] <renewed> its demand for a pier.", "ask"),
        ("[Bern] <repeated> its offer to mediate.", "promise"),
        ("[Falk] <dared> her to print it.", "ask"),
        ("[Falk] <was told> that she was to leave within a day.", "order"),
        ("[Falk] <had been told> never to open the gate.", "order"),
        ("[Counsel] <put it> to the witness that she had lied.", "accuse"),
        ("[The guild] <complained> about the noise.", "accuse"),
        ("[Falk] <warned> that without a plan, the harbour office would fine the firm.", "threaten"),
        ("[Falk] <warned> if there was no plan by noon, the office would look again at the permit.", "threaten"),
        ("[The paper] <quoted> Falk as saying he had lied.", "state"),
        ("[Falk] <swore> that it would never happen again.", "promise"),
        ("[Falk] <says> he promised nothing.", "deny"),
        ("[Falk] <claims> never to have seen it.", "deny"),
        ("[Falk] <insisted> that nobody on the board had threatened a captain.", "deny"),
        ("[Falk] <said> the note was not a threat.", "deny"),
        ("[Falk] <would not confirm> the sale.", "decline"),
        ("[The clerk] <said> she had been instructed not to answer.", "decline"),
        ("[Falk] <said> the owners ignored every letter.", "accuse"),
        ("[Falk] <detests> the mayor.", "think"),
        ("[The ferry] <is expected> to sail.", "think"),
    ],
)
def test_acts(sentence: str, expected: str) -> None:
    """The cue decides; where it says only that something was said, the content does."""
    assert act(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Falk] <did not deny> the meeting.", "state"),
        ("[Falk] <did not accept> the finding.", "deny"),
        ("[Falk] <never promised> to pay.", "state"),
        ("[Falk] <does not believe> that it will pass.", "think"),
        ("[Falk] <stopped short of accusing> the board.", "state"),
    ],
)
def test_negation(sentence: str, expected: str) -> None:
    """What has not been asked, promised or blamed is a statement; what is not believed is still a thought."""
    assert act(sentence) == expected


def test_question() -> None:
    """A question in the speaker's own words is asked, whatever the cue."""
    assert act("[Falk] <said>: “Who has paid for the boat?”", kind="direct") == "ask"
    assert act("[Falk] <said>: “Who has paid? I did.”", kind="direct") == "state"


def test_without_cue() -> None:
    """A transcript's turn has no cue: its words alone tell."""
    text = "FALK: Why did you go? ROTH: We did nothing wrong."
    rows = (statement(text, "", "", "Why did you go?", kind="direct"), statement(text, "", "", "We did nothing wrong."))
    assert [row.act for row in acts(layout(text), rows)] == ["ask", "deny"]


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("denies", "deny"),
        ("denied", "deny"),
        ("urging", "urge"),
        ("planned", "plan"),
        ("swore", "swear"),
        ("asks", "ask"),
    ],
)
def test_bases(form: str, base: str) -> None:
    """Every form of a verb leads back to it."""
    assert base in set(bases(form, ACTS))


def test_expressions() -> None:
    """Every expression is a whole one, also those that few statements come to."""
    for rule in (*ACTS.phrases, *ACTS.contents):
        for pattern in (rule.source, rule.cue, rule.content, rule.near, rule.unless):
            assert re.compile(pattern)


def test_unknown_words() -> None:
    """Words that are not known say nothing."""
    assert lexical("gloobed", ACTS) is None
    assert act("[Falk] <gloobed> that it was late.") == "state"


@given(st.text(min_size=1, max_size=200), st.integers(0, 199), st.integers(1, 60))
def test_any_text(text: str, at: int, length: int) -> None:
    """Any words get an act, and nothing else about the statement changes."""
    cut = min(at, len(text) - 1)
    row = Attribution("s", "mixed", (), (Span(cut, cut + length),), (Span(0, len(text)),), 0.9, "sure")
    (done,) = acts(layout(text), (row,))
    assert (done.source, done.cue, done.content) == (row.source, row.cue, row.content)


@pytest.mark.parametrize(
    "piece", ["we never ", "not to be ", "would would ", "the the ", "’s all ", "aaaaaaaaaa", ", "]
)
def test_hostile_words(piece: str) -> None:
    """However often words repeat, a statement is read in a moment."""
    text = piece * 20_000
    row = Attribution("s", "indirect", (), (Span(0, len(text)),), (Span(0, len(text)),), 0.9, "sure")
    read = layout(text)
    started = perf_counter()
    acts(read, (row,))
    assert perf_counter() - started < 2


def test_speaks_of_others() -> None:
    """Further on in somebody's own words others are spoken of, and a turn may end in a question."""
    assert act("[Falk] <said> “She never took the boat.”", "direct") == "state"
    assert act("[Falk] <said> “We never took the boat.”", "direct") == "deny"
    assert act("[Falk] <said> It rained. We waited. I had no part in it.", "direct") == "state"
    assert act("[Falk] <:> The mayor promised you a bridge. Did she?", "direct") == "ask"
