"""Finds what does not fit the desk set's format: ``python benchmarks/desk/check.py FILE.json ...``.

Prints one line for each fault and ends with exit status 1 if there is any. ``read`` gives an annotation with its
spans as offsets, for the scorer.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

ACTS = "state ask order promise threaten accuse deny decline think".split()
KINDS = "direct indirect mixed".split()
NAMINGS = "named described bare none".split()
UNRESOLVED = (None, "unnamed", "absent", "unclear")
CHANNELS = "broadcast press agency letter statement social appearance court parliament document interpreter".split()
ACTOR_KINDS = "person organisation place group document".split()
SECTORS = (
    None,
    *"GOV MIL COP JUD LEG PTY SPY REB OPP BUS MED EDU JRN LAB REL REF CRM CVL SOC AGR ELI UNK".split(),
)
SOURCE_TYPES = "official expert business ngo resident document media politician athlete other".split()
MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release return disarm ceasefire access",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict ban arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold misinform cyber",
    "ASSAULT": "beat torture execute sexual assassinate primitive firearms explosives suicide-attack heavy-weapons "
    "crowd-control cleansing unconventional",
}
STATUSES = "done ongoing planned demanded hypothetical historical".split()
STANCES = ("asserted", "denied")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?$")

ATTRIBUTION = set(
    "id source cue content kind act speakers unresolved naming reason addressees channels via said_at parent "
    "distanced".split()
)
EVENT = set("id trigger type mode actors recipients status stance claimed_by place date same_as".split())
ACTOR = set("id name kind roles country sector source_type forms".split())


class MisfitError(ValueError):
    """Something that does not fit the format."""


def lines_of(text: str) -> list[tuple[int, int]]:
    """The offsets of the non-empty lines of ``text``."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def locate(text: str, span: Any) -> tuple[int, int]:
    """The offsets of ``[line, words]`` or ``[line, words, n]`` in ``text``.

    Raises:
        MisfitError: it is not there, or stands there several times and no n is given.
    """
    if not (isinstance(span, list) and len(span) in (2, 3) and isinstance(span[0], int) and isinstance(span[1], str)):
        raise MisfitError(f"not a span: {span!r}")
    line, words, *rest = span
    lines = lines_of(text)
    if not 1 <= line <= len(lines):
        raise MisfitError(f"there is no line {line}")
    if not words or words != words.strip():
        raise MisfitError(f"empty, or with blanks at its ends: {span!r}")
    low, high = lines[line - 1]
    left = r"(?<!\w)" if words[0].isalnum() else ""
    right = r"(?!\w)" if words[-1].isalnum() else ""
    found = [m.span() for m in re.compile(left + re.escape(words) + right).finditer(text, low, high)]
    if not found:
        raise MisfitError(f"line {line} does not hold {words!r}")
    if not rest and len(found) > 1:
        raise MisfitError(f"line {line} holds {words!r} {len(found)} times: say which, [{line}, ..., n]")
    n = rest[0] if rest else 1
    if not 1 <= n <= len(found):
        raise MisfitError(f"line {line} holds {words!r} only {len(found)} times")
    return found[n - 1]


def text_of(path: Path) -> str:
    """The report that the annotation in ``path`` belongs to."""
    return (path.parent / (path.name.split(".")[0] + ".txt")).read_bytes().decode("utf-8")


def located(text: str, value: Any) -> Any:
    """``value`` with every span in it replaced by its offsets."""
    if isinstance(value, list) and len(value) in (2, 3) and isinstance(value[0], int) and isinstance(value[1], str):
        return locate(text, value)
    if isinstance(value, list):
        return [located(text, item) for item in value]
    if isinstance(value, dict):
        return {key: located(text, item) for key, item in value.items()}
    return value


def read(path: Path) -> tuple[str, dict[str, Any]]:
    """The report's text, and the annotation with spans as pairs of offsets."""
    text = text_of(path)
    return text, located(text, json.loads(path.read_text("utf-8")))


def faults(path: Path) -> list[str]:
    """What does not fit in one annotation, a line each."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        return [f"no JSON: {error}"]
    text = text_of(path)
    out: list[str] = []

    def need(condition: bool, message: str) -> None:
        if not condition:
            out.append(message)

    def spans(where: str, values: Any) -> None:
        for value in values if isinstance(values, list) else [values]:
            try:
                locate(text, value)
            except MisfitError as fault:
                out.append(f"{where}: {fault}")

    need(set(data) == {"report", "actors", "attributions", "events"}, "top-level keys")
    if out:
        return out
    for key in ("outlet", "published_at", "style", "url"):
        need(key in data["report"], f"report.{key} is missing")
    actors = {a.get("id") for a in data["actors"]}
    statements = {s.get("id") for s in data["attributions"]}
    events = {e.get("id") for e in data["events"]}
    for name, rows in (("actors", actors), ("attributions", statements), ("events", events)):
        need(len(rows) == len(data[name]), f"{name}: ids are not unique")
    for a in data["actors"]:
        at = f"actor {a.get('id')}"
        if set(a) != ACTOR:
            out.append(f"{at}: keys {sorted(set(a) ^ ACTOR)}")
            continue
        need(a["kind"] in ACTOR_KINDS, f"{at}: kind {a['kind']!r}")
        need(a["sector"] in SECTORS, f"{at}: sector {a['sector']!r}")
        need(a["source_type"] in (*SOURCE_TYPES, None), f"{at}: source_type {a['source_type']!r}")
        need(a["country"] is None or re.fullmatch("[A-Z]{3}", a["country"]) is not None, f"{at}: country")
        need(bool(a["forms"]), f"{at}: no forms")
        for form in a["forms"]:
            need(form in text, f"{at}: the report does not hold {form!r}")
    for s in data["attributions"]:
        at = f"attribution {s.get('id')}"
        if set(s) != ATTRIBUTION:
            out.append(f"{at}: keys {sorted(set(s) ^ ATTRIBUTION)}")
            continue
        for role in ("source", "cue", "content", "addressees", "distanced"):
            need(isinstance(s[role], list), f"{at}: {role} is no list")
            spans(f"{at}.{role}", s[role])
        need(bool(s["content"]), f"{at}: no content")
        need(s["kind"] in KINDS, f"{at}: kind {s['kind']!r}")
        need(s["act"] in ACTS, f"{at}: act {s['act']!r}")
        need(s["naming"] in NAMINGS, f"{at}: naming {s['naming']!r}")
        need(s["unresolved"] in UNRESOLVED, f"{at}: unresolved {s['unresolved']!r}")
        need(bool(s["speakers"]) == (s["unresolved"] is None), f"{at}: speakers or unresolved, one of them")
        need(set(s["speakers"]) <= actors, f"{at}: unknown speakers")
        need(s["parent"] is None or s["parent"] in statements - {s["id"]}, f"{at}: unknown parent")
        if s["reason"] is not None:
            spans(f"{at}.reason", [s["reason"]])
        for channel in s["channels"]:
            need(channel.get("kind") in CHANNELS, f"{at}: channel {channel.get('kind')!r}")
            spans(f"{at}.channels", [channel.get("span")])
        need(all(isinstance(v, str) for v in s["via"]), f"{at}: via holds names")
        when = s["said_at"]
        if when is not None:
            need(set(when) == {"date", "span"}, f"{at}: said_at has date and span")
            need(
                when.get("date") is None or DATE.match(str(when["date"])) is not None, f"{at}: date {when.get('date')}"
            )
            spans(f"{at}.said_at", [when.get("span")])
    for e in data["events"]:
        at = f"event {e.get('id')}"
        if set(e) != EVENT:
            out.append(f"{at}: keys {sorted(set(e) ^ EVENT)}")
            continue
        spans(f"{at}.trigger", [e["trigger"]])
        need(e["type"] in MODES, f"{at}: type {e['type']!r}")
        need(e["mode"] is None or e["mode"] in MODES.get(e["type"], "").split(), f"{at}: mode {e['mode']!r}")
        need(set(e["actors"]) | set(e["recipients"]) <= actors, f"{at}: unknown participants")
        need(e["status"] in STATUSES, f"{at}: status {e['status']!r}")
        need(e["stance"] in STANCES, f"{at}: stance {e['stance']!r}")
        need(e["claimed_by"] == "outlet" or e["claimed_by"] in statements, f"{at}: claimed_by {e['claimed_by']!r}")
        need(e["same_as"] is None or e["same_as"] in events - {e["id"]}, f"{at}: same_as")
        need(e["date"] is None or DATE.match(str(e["date"])) is not None, f"{at}: date {e['date']}")
        if e["place"] is not None:
            need(set(e["place"]) == {"span", "country"}, f"{at}: place has span and country")
            spans(f"{at}.place", [e["place"].get("span")])
    return out


def main() -> int:
    found = False
    for name in sys.argv[1:]:
        for line in faults(Path(name)):
            print(f"{name}: {line}")
            found = True
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
