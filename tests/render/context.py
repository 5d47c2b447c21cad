"""A ledger made by hand that has everything around its statements: actors, channels, times, nesting and the rest."""

from collections.abc import Callable
from dataclasses import replace

from onrecord.model.actor import Actor, ActorKind, Mention
from onrecord.model.attribution import Addressee, Attribution, Carrier, Channel, When
from onrecord.model.ledger import Flag, Ledger
from onrecord.model.report import Dateline
from onrecord.model.span import Span
from render.ledgers import find, ledger, report

LETTER = "in a letter to the harbour board on 3 March"
RADIO = "on Radio Carrow on Sunday"
REASON = "who was not authorised to speak publicly"


def actor(id: str, name: str, kind: ActorKind = "person", *roles: str, **said: str) -> Actor:
    """An actor of a report; what is not said of it is empty."""
    fields = {"description": "", "country": "", "sector": "", "source_type": "", **said}
    return Actor(id=id, name=name, kind=kind, roles=roles, **fields)


VARGA = actor("A1", "Ilse Varga", "person", "the guild’s chairwoman", country="MBY", source_type="business")
ORELD = actor("A2", "Tomasz Oreld", "person", "Deputy Harbour Minister", country="MBY", source_type="official")
GUILD = actor("A3", "Pilots’ Guild", "organisation", country="MBY", source_type="ngo")
BOARD = actor("A4", "", "organisation", description="the harbour board", source_type="official")
CREW = actor("A5", "", "group", description="two members of the crew")
LINES = actor("A6", "Brightwater Lines", "organisation", country="CRW", source_type="business")


def inquiry() -> Ledger:
    """Named, unnamed and unclear sources; a pronoun, two speakers, a chain, nesting, thoughts and all the flags."""
    place = "MARROW BAY, 17 March (NCP) —"
    of = report(
        ("headline", "Harbour board was warned twice, pilots say"),
        ("dateline", place),
        (
            "paragraph",
            "The sandbank off Pell Point had been reported twice before the Alder Queen ran onto it, Ilse Varga, "
            f"chairwoman of the Pilots’ Guild, wrote {LETTER}. “Nobody answered,” she told reporters.",
        ),
        (
            "paragraph",
            f"Deputy Harbour Minister Tomasz Oreld denied {RADIO} that the board had been told anything. He said "
            "that the owner, Brightwater Lines, had assured him that “every chart was new”. The minister asked "
            "pilots to wait for the so-called “winter report”.",
        ),
        (
            "paragraph",
            f"A port official, {REASON}, said the letters were lying in a drawer. Sources say that there were five. "
            "He believes that the drawer was locked.",
        ),
        (
            "paragraph",
            "“We were lucky,” two members of the crew said. Varga and Oreld agreed to meet in May. The inquiry will "
            "sit in the old customs house, which has no heating.",
        ),
        outlet="The Northfield Courier",
        headline="Harbour board was warned twice, pilots say",
        published_at="2025-03-17T07:00:00Z",
        language="en",
    )
    of = replace(of, dateline=Dateline("Marrow Bay", "2025-03-17", "NCP", find(of.text, place)))
    made = ledger(
        of,
        ("indirect", "pilots", "say", ["Harbour board was warned twice"], 0.92),
        (
            "indirect",
            "Ilse Varga, chairwoman of the Pilots’ Guild,",
            "wrote",
            ["The sandbank off Pell Point had been reported twice before the Alder Queen ran onto it"],
            0.97,
        ),
        ("direct", "she", "told", ["“Nobody answered,”"], 0.95),
        (
            "indirect",
            "Deputy Harbour Minister Tomasz Oreld",
            "denied",
            ["that the board had been told anything"],
            0.94,
        ),
        (
            "mixed",
            "He",
            "said",
            ["that the owner, Brightwater Lines, had assured him that “every chart was new”"],
            0.9,
        ),
        ("mixed", "the owner, Brightwater Lines", "had assured", ["that “every chart was new”"], 0.71),
        ("indirect", "The minister", "asked", ["to wait for the so-called “winter report”"], 0.86),
        ("indirect", f"A port official, {REASON}", "said", ["the letters were lying in a drawer"], 0.93),
        ("indirect", "Sources", "say", ["that there were five"], 0.83),
        ("indirect", "He", "believes", ["that the drawer was locked"], 0.64),
        ("direct", "two members of the crew", "said", ["“We were lucky,”"], 0.96),
        ("indirect", "Varga and Oreld", "agreed", ["to meet in May"], 0.81),
    )
    found = tuple(map(_with_context(of.text), made.attributions, made.attributions[4:5] * len(made.attributions)))
    return replace(
        made,
        attributions=found,
        actors=(VARGA, ORELD, GUILD, BOARD, CREW, LINES),
        mentions=(Mention(find(of.text, "Ilse Varga"), "name", "person", "A1"),),
        flags=_flags(of.text),
    )


def _with_context(text: str) -> Callable[[Attribution, Attribution], Attribution]:
    carried = (Carrier("NCP", (find(text, "NCP"),)), Carrier("The Northfield Courier", ()))
    aired = (Carrier("Radio Carrow", (find(text, "Radio Carrow"),)), *carried)

    def span(words: str, near: str = "") -> Span:
        return find(text, words, text.find(near) if near else 0)

    context: dict[str, dict[str, object]] = {
        "Harbour board was": {"unresolved": "unnamed", "naming": "described"},
        "The sandbank": {
            "speakers": ("A1",),
            "naming": "named",
            "addressees": (Addressee(span("the harbour board"), "A4"),),
            "channels": (Channel("letter", "", span("in a letter")),),
            "said_at": When("2025-03-03", "day", span("on 3 March"), "published_at"),
        },
        "“Nobody": {"speakers": ("A1",), "naming": "named", "addressees": (Addressee(span("reporters"), ""),)},
        "that the board": {
            "speakers": ("A2",),
            "naming": "named",
            "act": "deny",
            "via": aired,
            "channels": (Channel("broadcast", "Radio Carrow", span("on Radio Carrow")),),
            "said_at": When("2025-03-16", "day", span("on Sunday"), "published_at"),
        },
        "that the owner": {"speakers": ("A2",), "naming": "named"},
        "that “every": {"speakers": ("A6",), "naming": "named", "act": "promise"},
        "to wait": {
            "speakers": ("A2",),
            "naming": "named",
            "act": "ask",
            "addressees": (Addressee(span("pilots", "The minister asked"), "A3"),),
            "distanced": (span("so-called"), span("“winter report”")),
        },
        "the letters": {"unresolved": "unnamed", "naming": "described", "reason": (span(REASON),)},
        "that there": {"unresolved": "unnamed", "naming": "bare"},
        "that the drawer": {
            "unresolved": "unclear",
            "naming": "named",
            "candidates": ("A2", "A1"),
            "act": "think",
        },
        "“We": {"speakers": ("A5",), "naming": "described"},
        "to meet": {
            "speakers": ("A1", "A2"),
            "naming": "named",
            "act": "promise",
            "said_at": When("2025-05", "month", span("in May"), "published_at"),
        },
    }

    def add(a: Attribution, outer: Attribution) -> Attribution:
        words = text[a.content[0].start :]
        inside = a is not outer and outer.content[0].covers(a.content[0])
        [fields] = [fields for begins, fields in context.items() if words.startswith(begins)]
        return replace(a, **{"via": carried, "parent": outer.id if inside else "", **fields})  # type: ignore[arg-type]

    return add


def _flags(text: str) -> tuple[Flag, ...]:
    claim = "The inquiry will sit in the old customs house, which has no heating."
    return (
        Flag("two_dates", "3 March and Sunday are given for one statement", (find(text, "on 3 March"),)),
        Flag("one_voice", "Ilse Varga is behind nearly everything", (find(text, "Ilse Varga"),)),
        Flag(
            "unanswered_accusation",
            "nobody of the harbour board answers this",
            (find(text, "Nobody answered"),),
        ),
        Flag("own_voice", "the report says this itself", (find(text, claim),)),
    )
