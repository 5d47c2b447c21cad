"""What a careful reader would want to be told: each flag where it belongs, and not where it does not."""

from dataclasses import replace

from extract.reports import layout, report, span, statement

from onrecord.extract.flags import flags, not_analysed
from onrecord.extract.layout import Layout
from onrecord.model.actor import Actor, Mention
from onrecord.model.attribution import Attribution, When
from onrecord.model.ledger import Flag
from onrecord.model.span import Span


def actor(id: str, name: str) -> Actor:
    return Actor(id, name, "", "person", (), "", "", "")


def found(
    it: Layout, *statements: Attribution, actors: tuple[Actor, ...] = (), mentions: tuple[Mention, ...] = ()
) -> list[Flag]:
    return list(flags(it, statements, actors, mentions))


def test_an_unclosed_mark_is_flagged_where_it_stands() -> None:
    """The flag points at the opening mark."""
    it = layout('They "never met.', "The end.")
    (flag,) = found(it)
    assert flag.kind == "unclosed_quotation" and flag.spans[0].of(it.text) == '"'


def test_a_quotation_over_paragraphs_is_no_fault() -> None:
    """Opened anew on the next paragraph and closed there: nothing to flag."""
    assert found(layout("“One.", "“Two,” he said.")) == []


def test_another_language_is_said_with_its_code() -> None:
    """The flag names the language and shows the first words."""
    flag = not_analysed(replace(report("Guten Tag"), language="de"))
    assert "de" in flag.message and flag.spans == (Span(0, 9),)


def dated(text: str, words: str, date: str) -> When:
    return When(date, "day", span(text, words), "published_at")


def test_two_days_for_one_saying() -> None:
    """A sentence that has it said on Wednesday and on Monday."""
    text = "In remarks on Wednesday, Varga raised concern, saying on Monday that talks must go on."
    it = layout(text, published_at="2023-05-11")
    said = statement(text, "Varga", "saying", "that talks must go on", said_at=dated(text, "on Monday", "2023-05-08"))
    (flag,) = found(it, said)
    assert flag.kind == "two_dates" and [s.of(text) for s in flag.spans] == ["on Wednesday", "on Monday"]


def test_a_date_inside_the_content_is_another_matter() -> None:
    """When it was said and when it happened may differ."""
    text = "Varga said on Monday that the bridge had closed on Friday."
    it = layout(text, published_at="2023-05-11")
    content = "that the bridge had closed on Friday"
    said = statement(text, "Varga", "said", content, said_at=dated(text, "on Monday", "2023-05-08"))
    assert found(it, said) == []


def test_one_voice_behind_everything() -> None:
    """Six statements, all of one speaker."""
    text = " ".join(f"Varga said thing number {n} was fine." for n in range(6))
    said = [
        statement(text, "Varga", "said", f"thing number {n} was fine", id=str(n), speakers=("A1",)) for n in range(6)
    ]
    (flag,) = found(layout(text), *said, actors=(actor("A1", "Ilse Varga"),))
    assert flag.kind == "one_voice" and "Ilse Varga" in flag.message
    assert found(layout(text), *said[:5], actors=(actor("A1", "Ilse Varga"),)) == []


def accusation() -> tuple[str, Attribution, tuple[Actor, ...], tuple[Mention, ...]]:
    text = "Varga accused Okoro of lying. Okoro said he had not."
    said = statement(text, "Varga", "accused", "Okoro of lying", act="accuse", speakers=("A1",))
    mentions = (Mention(span(text, "Okoro"), "name", "person", "A2"),)
    return text, said, (actor("A1", "Ilse Varga"), actor("A2", "Tom Okoro")), mentions


def test_an_accusation_without_an_answer() -> None:
    """The accused has no word in this text."""
    text, said, actors, mentions = accusation()
    (flag,) = found(layout(text), said, actors=actors, mentions=mentions)
    assert flag.kind == "unanswered_accusation" and "Tom Okoro" in flag.message
    assert "in this text" in flag.message


def test_an_answered_accusation_is_not_flagged() -> None:
    """The accused speaks."""
    text, said, actors, mentions = accusation()
    answer = statement(text, "Okoro", "said", "he had not", speakers=("A2",))
    assert found(layout(text), said, answer, actors=actors, mentions=mentions) == []


def test_a_claim_in_the_outlets_own_voice() -> None:
    """The same words as the outlet's own and as somebody's."""
    claim = "the harbour company secretly dumped forty barrels near the northern breakwater"
    text = f"{claim.capitalize()}. Varga said that {claim}."
    said = statement(text, "Varga", "said", f"that {claim}")
    (flag,) = found(layout(text), said)
    assert flag.kind == "own_voice" and flag.spans[0].of(text).startswith("The harbour")
