"""What a page says of itself: JSON-LD, OpenGraph and other meta tags, <time>, <title>, the html element.

Every value comes with the path where it stands. None is trusted: strings are cut, addresses and dates checked.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.languages.en.english import ENGLISH
from onrecord.readers.assemble import Found, web_address
from onrecord.readers.dates import iso_date
from onrecord.readers.pagebody import Element, letters

_LONGEST = 500
#: Earlier dates are those of programs ("0001-01-01") and not of reports.
_FIRST_DATE = "1900"
#: JSON-LD values that are looked at; a page has some hundreds, a bomb has millions.
_MOST_NODES = 20_000
_ARTICLE = re.compile(r"(?:Article|Posting|Report|NewsReport)$")

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
)
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
)
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMeta:
    """``found`` holds the fields that ``assemble.Draft`` takes, ``headlines`` every candidate for the headline,
    the best first, ``summary`` the page's description, ``body`` the article's text as JSON-LD gives it."""

    found: dict[str, Found]
    headlines: tuple[Found, ...]
    summary: str
    body: str


def page_meta(tree: Element) -> PageMeta:
    """Read the metadata of a page. Nothing in it raises: what is broken is not there."""
    metas = _metas(tree)
    article, body = _article(tree)
    title = next((_line("".join(e.itertext())) for e in tree.iter("title")), "")
    canonical = next(
        (e.get("href") or "" for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), ""
    )
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    addresses = [
        Found(address, found.origin)
        for found in [
            Found(canonical, "link:canonical"),
            *_named(metas, ("og:url",)),
            *article.get("url", []),
        ]
        if (address := web_address(found.value))
    ]
    times = [
        Found(e.get("datetime"), "time:datetime")
        for e in tree.iter("time")
        if e.get("datetime") and not any(parent.tag in ("aside", "footer", "nav") for parent in e.iterancestors())
    ]
    dates = [
        Found(date, found.origin)
        for found in [*article.get("datePublished", []), *_named(metas, _DATES), *times]
        if (date := iso_date(found.value)) >= _FIRST_DATE
    ]
    authors = [
        Found(_BY.sub("", found.value), found.origin)
        for found in [*article.get("author", []), *_named(metas, _AUTHORS)]
        if "://" not in found.value and "@" not in found.value
    ]
    headings = {letters("".join(e.itertext())) for e in tree.iter("h1")}
    headlines = [*article.get("headline", []), *_named(metas, _TITLES)]
    outlets = [*article.get("publisher", []), *_named(metas, _OUTLETS)]
    if outlets and outlets[0].value.casefold() in ENGLISH.agencies:
        # "The publisher" of agency copy is often the agency; the outlet is where it was read.
        outlets = [*outlets[1:], outlets[0]]
    head, _, tail = title.rpartition(_last_separator(title))
    if head and not outlets and letters(head) in headings | {letters(h.value) for h in headlines}:
        outlets = [Found(tail.strip(), "html:title")]
    languages = [*([Found(language, "html:lang")] if language else []), *article.get("inLanguage", []),
                 *_named(metas, ("og:locale", "content-language", "language"))]  # fmt: skip
    candidates = {
        "canonical": addresses,
        "url": addresses,
        "published_at": dates,
        "byline": authors,
        "outlet": outlets,
        "language": languages,
    }
    outlet = outlets[0].value if outlets else ""
    headlines += [Found(title, "html:title")] if title else []
    return PageMeta(
        found={name: values[0] for name, values in candidates.items() if values},
        headlines=tuple(Found(_without_outlet(h.value, outlet), h.origin) for h in headlines),
        summary=next((f.value for f in _named(metas, ("og:description", "description"))), ""),
        body=body,
    )


def _metas(tree: Element) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        value = _line(element.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and value:
                metas.setdefault(name, []).append(value)
    return metas


def _named(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[Found]:
    return [Found(metas[name][0], f"meta:{name}") for name in names if name in metas]


_SEPARATOR = re.compile(r"\s+[|–—·»•:-]+\s+")


def _last_separator(title: str) -> str:
    return next(reversed(_SEPARATOR.findall(title)), "\0")


def _without_outlet(title: str, outlet: str) -> str:
    """``title`` without the outlet's name at its end ("… | The Outlet")."""
    head, _, tail = title.rpartition(_last_separator(title))
    return head if head and outlet and tail.casefold() == outlet.casefold() else title


# ── JSON-LD ─────────────────────────────────────────────────────────────────────────────────────────────────


def _article(tree: Element) -> tuple[dict[str, list[Found]], str]:
    """The fields of the page's article, and its text."""
    nodes: list[dict[str, Any]] = []
    broken: dict[str, list[Found]] = {}
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            source = (script.text or "").strip()
            try:
                nodes.extend(_nodes(json.loads(_mended(source), strict=False)))
            except (ValueError, RecursionError):
                broken = broken or _salvage(source)
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = next((node for node in nodes if _is_article(node)), {})
    fields = {}
    for name in ("headline", "datePublished", "author", "publisher", "inLanguage", "url"):
        value = _string(article.get(name), by_id)
        if value:
            fields[name] = [Found(value, f"json-ld:{name}")]
    body = article.get("articleBody")
    return fields or broken, html.unescape(body) if isinstance(body, str) else ""


def _mended(source: str) -> str:
    """Without the wrappings and slips that are common: comments, CDATA, a semicolon, trailing commas."""
    source = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", source)
    return re.sub(r",(?=\s*[}\]])", "", source.strip().rstrip(";"))


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects, outer before inner."""
    level = [value]
    seen = 0
    while level and seen < _MOST_NODES:
        below: list[Any] = []
        for item in level:
            seen += 1
            if isinstance(item, dict):
                yield item
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        level = below


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(isinstance(t, str) and _ARTICLE.search(t) for t in (types if isinstance(types, list) else [types]))


def _string(value: Any, by_id: dict[str, dict[str, Any]]) -> str:
    """A value as one line: a string, an object's name, or those of a list."""
    items = value if isinstance(value, list) else [value]
    names = []
    for item in items[:20]:
        if isinstance(item, dict):
            item = by_id.get(str(item.get("@id")), item) if "name" not in item else item
            item = item.get("name")
        if isinstance(item, list):
            item = item[0] if item else None
        if isinstance(item, str) and (line := _line(item)):
            names.append(line)
    return ", ".join(dict.fromkeys(names))[:_LONGEST]


def _salvage(source: str) -> dict[str, list[Found]]:
    """Headline and date from JSON that does not parse."""
    fields = {}
    for name in ("headline", "datePublished"):
        match = re.search(rf'"{name}"\s*:\s*"((?:[^"\\\n]|\\.){{1,{_LONGEST}}})"', source)
        if match and (value := _line(match[1].replace('\\"', '"').replace("\\/", "/"))):
            fields[name] = [Found(value, f"json-ld:{name}")]
    return fields


def _line(value: str) -> str:
    return " ".join(html.unescape(value[: 4 * _LONGEST]).split())[:_LONGEST]
