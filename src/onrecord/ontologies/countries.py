"""Countries in text: their names, demonyms and capitals, the seats of their governments, and bodies of no country."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Literal

from onrecord.ontologies.wordlists import HERE, mapping, read_mapping, words_of, wrong

Kind = Literal["name", "demonym", "capital", "seat", "body"]

SHIPPED = HERE / "countries.yaml"
#: The codes of bodies that belong to no country.
BODIES = {"IGO": "international organisation", "NGO": "non-governmental organisation"}

_KINDS: dict[str, Kind] = {
    "name": "name",
    "names": "name",
    "demonyms": "demonym",
    "capitals": "capital",
    "seats": "seat",
}
_CODE = re.compile(r"[A-Z]{3}")

#: One character for one, so that places in a text stay what they are.
_PLAIN = {ord("’"): "'", **dict.fromkeys(map(ord, "\t\n\r\xa0\u202f"), " ")}

#: What a file says: the words at each place of it, by the path of keys there; None where it takes out what is there.
_Said = dict[tuple[str, ...], tuple[str, ...] | None]
_Words = dict[str, tuple[str, Kind]]


@dataclass(frozen=True, slots=True)
class Match:
    """One mention: text[start:end] is a ``kind`` of the country, or of the kind of body, that ``code`` stands for."""

    start: int
    end: int
    code: str
    kind: Kind


@dataclass(frozen=True, slots=True, eq=False)
class Countries:
    """Words for countries and bodies, by code: ISO 3166 alpha-3, XKX (Kosovo), IGO and NGO."""

    titles: Mapping[str, str]
    words: Mapping[str, tuple[str, Kind]]
    pattern: Callable[[], re.Pattern[str]]  # compiled at the first call: it takes longer than all the rest

    def find(self, text: str) -> list[Match]:
        """The mentions in ``text``, in its order: the longest at each place, whole words, as they are written."""
        found = []
        for match in self.pattern().finditer(text.translate(_PLAIN)):
            code, kind = self.words[match.group()]
            if code:
                found.append(Match(match.start(), match.end(), code, kind))
        return found

    def code_of(self, words: str) -> str:
        """The code that ``words``, as a whole, stand for, with or without "the" before them; "" if for none."""
        return self._meant(words)[0]

    def kind_of(self, words: str) -> Kind | Literal[""]:
        """What kind of word for a country or body ``words``, as a whole, are; "" if none."""
        code, kind = self._meant(words)
        return kind if code else ""

    def is_country(self, code: str) -> bool:
        """Whether ``code`` stands for a country, not for a kind of body."""
        return code in self.titles and code not in BODIES

    def name_of(self, code: str) -> str:
        """The English name of what ``code`` stands for; "" if there is no such code."""
        return self.titles.get(code, "")

    def _meant(self, words: str) -> tuple[str, Kind]:
        plain = _plain(words)
        for form in (plain, plain.removeprefix("the ").removeprefix("The ")):
            if form in self.words:
                return self.words[form]
        return "", "name"


def countries(path: Path | None = None) -> Countries:
    """The countries that onrecord comes with, with the file at ``path``, of the same shape, laid over them.

    What the file does not mention stays. A list takes the place of the list that was there, null takes out the country,
    list or body that was there, ``others`` are added to. A word that the file gives means what the file says.

    Raises:
        UsageError: the file cannot be read, or an entry of it is not of that shape.
    """
    if path is None:
        return _shipped()
    over = _said(path)
    return _built(_merged(_shipped_said(), over), over, path)


@cache
def _shipped() -> Countries:
    return _built(_shipped_said(), {}, SHIPPED)


@cache
def _shipped_said() -> _Said:
    return _said(SHIPPED)


def _said(path: Path) -> _Said:
    """The file at ``path``, checked."""
    said: _Said = {}
    sections = read_mapping(path)
    for section in sections:
        if section not in ("countries", "bodies", "others"):
            raise wrong(path, section, "there is no such section; there are countries, bodies and others")
    if "others" in sections:
        said["others",] = words_of(sections["others"], path, "others")
    for code, entry in mapping(sections.get("countries", {}), path, "countries").items():
        if not _CODE.fullmatch(code) or code in BODIES:
            raise wrong(path, "countries", code, "an ISO 3166 alpha-3 code was expected")
        if entry is None:
            said["countries", code] = None
        else:
            said |= _country(code, mapping(entry, path, "countries", code), path)
    for code, bodies in mapping(sections.get("bodies", {}), path, "bodies").items():
        if code not in BODIES:
            raise wrong(path, "bodies", code, f"one of {', '.join(BODIES)} was expected")
        for body, names in mapping(bodies, path, "bodies", code).items():
            where = ("bodies", code, body)
            words_of([body], path, *where[:2])
            said[where] = None if names is None else (body, *words_of(names, path, *where))
    return said


def _country(code: str, entry: dict[str, object], path: Path) -> _Said:
    said: _Said = {}
    for field in entry:
        if field not in _KINDS:
            raise wrong(path, "countries", code, field, f"one of {', '.join(_KINDS)} was expected")
    for field in (field for field in _KINDS if field in entry):  # a word is of the first kind that lists it
        where, value = ("countries", code, field), entry[field]
        if field == "name":
            said[where] = words_of([value], path, *where)
        else:
            said[where] = None if value is None else words_of(value, path, *where)
    return said


def _merged(shipped: _Said, over: _Said) -> _Said:
    removed = {where for where, words in over.items() if words is None}
    kept = {where: words for where, words in shipped.items() if removed.isdisjoint((where, where[:2]))}
    others = (*(shipped.get(("others",)) or ()), *(over.get(("others",)) or ()))
    return kept | {where: words for where, words in over.items() if words is not None} | {("others",): others}


def _built(said: _Said, over: _Said, path: Path) -> Countries:
    """``over`` is the part of ``said`` that the user's file at ``path`` says."""
    titles = {where[1]: words[0] for where, words in said.items() if where[-1] == "name" and words}
    for where in said:
        if where[0] == "countries" and where[1] not in titles:
            raise wrong(path, "countries", where[1], "a new country needs a name")
    words = _words(said, None) | _words(over, path)
    return Countries(titles | BODIES, words, cache(partial(_pattern, words)))


def _words(said: _Said, path: Path | None) -> _Words:
    """Each word's code and kind. Words of ``others``, which come first, have no code and win.

    With a ``path``, a word for two codes is an error there; without, the first code has it.
    """
    found: _Words = {_plain(word): ("", "name") for word in said.get(("others",)) or ()}
    for where, words in said.items():
        if where == ("others",):
            continue
        section, code, field = (*where, "")[:3]
        kind = _KINDS[field] if section == "countries" and words else "body"
        for word in words or ():
            other = found.setdefault(_plain(word), (code, kind))[0]
            if path and other not in ("", code):
                raise wrong(path, *where, f"{word!r} already stands for {other}")
    return found


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of ``words`` between word borders, the longest first ("s" is optional where both forms are words).

    They are grouped by their first character, so that a place in a text is tried against a few of them, not all. "US$"
    is an amount and no country.
    """
    known = set(words)
    groups: dict[str, list[str]] = {}
    for word in sorted(known, key=lambda word: (-len(word), word)):
        if word[-1] != "s" or word[:-1] not in known:
            groups.setdefault(word[0], []).append(re.escape(word[1:]) + ("s?" if f"{word}s" in known else ""))
    heads = (f"{re.escape(head)}(?:{'|'.join(rests)})" for head, rests in groups.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(heads)})(?![\w$])")


def _plain(words: str) -> str:
    return " ".join(words.translate(_PLAIN).split())
