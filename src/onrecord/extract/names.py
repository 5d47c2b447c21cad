"""Whether two names can be of one: by their words, never by what they sound like."""

import re

from onrecord.languages.base import PeopleWords
from onrecord.model.actor import ActorKind


def name_key(name: str, people: PeopleWords) -> tuple[str, ...]:
    """The words of a name as they are compared: without titles, possessives and full stops."""
    bare = re.sub(r"[’']s?$", "", name).casefold()
    words = [w for w in re.findall(r"\w+", bare) if w not in people.titles and w != "the"]
    while len(words) > 1 and words[-1] in people.after_names:
        words.pop()
    return tuple(words) or (bare,)


def apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of people are of two who share a surname."""
    return len(one) > 1 < len(other) and one[-1] == other[-1] and not same_name(one, other, "person")


def same_name(one: tuple[str, ...], other: tuple[str, ...], kind: ActorKind) -> bool:
    """Whether two names can be of one: a surname and a full name; an institution's short form or its initials."""
    short, long = sorted((one, other), key=len)
    if kind == "person":
        if len(short) == 1:
            return short[0] in (long[-1], long[0])
        if long[-len(short) :] == short:
            return True
        return (
            short[-1] == long[-1]
            and short[0][0] == long[0][0]
            and (short[0] == long[0] or 1 in (len(short[0]), len(long[0])))
        )
    if len(short) == 1 and len(long) > 1 and short[0] == "".join(w[0] for w in long if len(w) > 3 or w not in _SMALL):
        return True
    return (
        kind == "organisation"
        and len(long) > len(short) >= 2
        and (long[: len(short)] == short or long[-len(short) :] == short)
    )


_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "de", "la", "des", "du"))
