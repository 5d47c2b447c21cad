"""The body of a news page: an HTML tree in, its blocks in reading order out.

The extraction is trafilatura's; docs/decisions/0002-html-extraction.md says why, and what each rule adds.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from types import ModuleType
from typing import Any

from onrecord.model.report import BlockKind

#: An lxml element. lxml comes with trafilatura and, like it, is loaded only when a page is read.
Element = Any


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a page: its words on one line, and its kind where the markup says it (None: not said)."""

    text: str
    kind: BlockKind | None = None


def letters(text: str) -> str:
    """Only the letters and digits of ``text``, without case: what two renderings of one line share."""
    return "".join(filter(str.isalnum, text.casefold()))


def body_of(tree: Element, described: str = "") -> list[Passage]:
    """The passages of the page's body, captions in their places; empty where the page has none.

    ``described`` is the text as the metadata give it, for pages whose own text is put in by scripts.
    ``tree`` is changed on the way.
    """
    _drop_inserts(tree)
    _join_split_bodies(tree)
    captions = _take_captions(tree)
    links = _link_lines(tree)
    body = _best(tree)
    # The cascade ends with these words, too, but as a single paragraph.
    same = len(body) == 1 and letters(body[0].text) == letters(described)
    if same or _length(body) * 2 < len(described):
        body = [Passage(line) for line in map(_one_line, _MARKUP_BREAK.split(described)) if line]
    body = [Passage(p.text, "related") if p.kind is None and letters(p.text) in links else p for p in body]
    return [passage for passage in _place(captions, body) if letters(passage.text)]


def _best(tree: Element) -> list[Passage]:
    """The quick extraction, unless it caught little, or mostly menus, and the whole cascade does better."""
    body = _extract(tree, fast=True)
    length, prose = _length(body), _prose(body)
    if length >= _SHORTEST_BODY and prose >= _PROSE_SHARE * length:
        return body
    if next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None:
        return body
    second = _extract(tree, fast=False)
    if length < _SHORTEST_BODY:
        return second if _prose(second) > prose else body
    # Of menus less is more; what is longer has caught other things instead, and verse has no full stops.
    return second if _length(second) < length and _prose(second) * length > prose * _length(second) else body


#: A body of fewer characters, or with less of them in running text, calls for a second look.
_SHORTEST_BODY, _PROSE_SHARE = 250, 0.5
#: Pages with more elements (news pages have some thousands) are not extracted twice, to bound the time.
_MOST_ELEMENTS = 50_000
_SENTENCE_END = re.compile(r"[.!?…:;,。！？][\"”’»」)\]]*$")
_MARKUP_BREAK = re.compile(r"\n+|<(?:/p|br)\b[^>]{0,50}>", re.IGNORECASE)


def _length(body: list[Passage]) -> int:
    return sum(len(passage.text) for passage in body)


def _prose(body: list[Passage]) -> int:
    """Characters in passages that end as running text and verse do, and menus do not."""
    return sum(len(passage.text) for passage in body if _SENTENCE_END.search(passage.text))


def _one_line(text: str) -> str:
    return " ".join(re.sub(r"<[^>]{0,500}>", "", text).split())


# ── before the extraction ───────────────────────────────────────────────────────────────────────────────────

#: What a class or id calls things that stand inside a body and are not part of it.
_INSERT = re.compile(
    r"(?:^|[\s_-])(?:(?:tooltip|popover|rollover)[\w-]*[-_](?:text|content|body|block|inner|box)|promos?|cta|newsletter|sign-?up|subscribe|related|recirc(?:ulation)?|"
    r"trending|outbrain|taboola|most-(?:read|popular)|read-more|also-read)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: An element with more of the page's paragraph text than this is no insert, whatever it is called.
_MOST_OF_PAGE = 0.2

_BODY = re.compile(r"(?:^|[\s_-])(?:article|story|entry|post|body|content|text)(?:$|[\s_-])", re.IGNORECASE)
_COMMENT = re.compile(r"comment|repl(?:y|ies)", re.IGNORECASE)
_SHORTEST_CHUNK = 200


def _drop_inserts(tree: Element) -> None:
    total = sum(len(_text(p)) for p in tree.iter("p"))
    for element in list(tree.iter("div", "section", "aside", "ul", "ol", "span", "p", "nav")):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _INSERT.search(named) and element.getparent() is not None:
            inside = sum(len(_text(p)) for p in element.iter("p"))
            if inside <= _MOST_OF_PAGE * total:
                element.drop_tree()


def _join_split_bodies(tree: Element) -> None:
    """Bodies that are cut into several like-named containers (around advertisements, or the posts of a live blog)
    become one, the first: an extractor takes one container."""
    alike: dict[tuple[str, Element], list[Element]] = {}
    for element in tree.iter("div", "section"):
        name, holder = element.get("class") or "", element.getparent()
        if holder is not None and _BODY.search(name) and not _COMMENT.search(name):
            alike.setdefault((name, holder), []).append(element)
            grand = holder.getparent()
            if grand is not None:
                alike.setdefault((name, grand), []).append(element)
    joined: set[Element] = set()
    for group in alike.values():
        chunks = [e for e in group if sum(len(_text(p)) for p in e if p.tag == "p") >= _SHORTEST_CHUNK]
        if len(chunks) < 2 or not joined.isdisjoint(group):
            continue
        joined.update(group)
        first, *others = group
        if all(other.getparent() is first.getparent() for other in others):
            # What stands between them keeps its place.
            siblings = list(first.itersiblings())
            others = siblings[: siblings.index(others[-1]) + 1]
        first.extend(others)


# ── captions and links ──────────────────────────────────────────────────────────────────────────────────────

_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])caption(?:-text)?(?:$|\s)", re.IGNORECASE)
_LONGEST_CAPTION, _SHORTEST_CAPTION = 600, 20
#: What stands in these is about other pages.
_ELSEWHERE = frozenset({"aside", "nav", "footer", "li", "a"})


def _take_captions(tree: Element) -> list[Passage]:
    """The captions of the page among its other lines, in reading order; the captions leave the tree."""
    found: list[Passage] = []
    taken: set[Element] = set()
    for element in list(tree.iter("figcaption", "p", "div", "span", "li", "h2", "h3")):
        if element.tag == "figcaption" or _CAPTION_CLASS.search(element.get("class") or ""):
            around = list(element.iterancestors())
            text = _spaced(element)
            if not around or len(text) > _LONGEST_CAPTION or not taken.isdisjoint(around):
                continue
            if len(text) >= _SHORTEST_CAPTION and all(e.tag not in _ELSEWHERE for e in around):
                found.append(Passage(text, "caption"))
            taken.add(element)
            element.drop_tree()
        elif element.tag not in ("div", "span"):
            found.append(Passage(_text(element)))
    return found


def _place(page: list[Passage], body: list[Passage]) -> list[Passage]:
    """``body`` with the captions of ``page`` where they stand there. Those behind the last line of the body, and
    all where no line is found again, belong to something else."""
    lines = [letters(passage.text) for passage in body]
    position = {line: number for number, line in reversed(list(enumerate(lines)))}
    placed: dict[int, list[Passage]] = {}
    seen = set(lines)
    reached = -1
    waiting: list[Passage] = []
    for passage in page:
        line = letters(passage.text)
        if passage.kind == "caption":
            if line not in seen:
                seen.add(line)
                waiting.append(passage)
        elif position.get(line, -1) > reached:
            placed[reached] = waiting
            waiting = []
            reached = position[line]
    merged = placed.get(-1, [])[-_FRONT_CAPTIONS:]
    for number, passage in enumerate(body):
        merged += [passage, *placed.get(number, ())]
    return merged


#: A page has one picture above its text, or a few; more are other pages'.
_FRONT_CAPTIONS = 3


def _link_lines(tree: Element) -> set[str]:
    """Paragraphs and list items that are nothing but a link of several words: they lead elsewhere."""
    found = set()
    for element in tree.iter("p", "li"):
        linked = "".join(_text(link) for link in element.iter("a"))
        if linked and letters(linked) == (line := letters(_text(element))) and len(linked.split()) >= _LINK_WORDS:
            found.add(line)
    return found


_LINK_WORDS = 4


# ── the extraction ──────────────────────────────────────────────────────────────────────────────────────────

_BLOCK_TAGS = frozenset({"p", "head", "list", "item", "quote", "table", "row", "code", "ab", "div", "fw"})
_LONGEST_HEADING = 200
#: Stands for <br> while text is collected; no character of a parsed page.
_BREAK = "\0"


def _extract(tree: Element, *, fast: bool) -> list[Passage]:
    # Deduplication is off by default and stays so: it remembers what was read before.
    document = _trafilatura().bare_extraction(tree, fast=fast, include_comments=False)
    return [] if document is None else list(_passages(document.body))


@cache
def _trafilatura() -> ModuleType:
    import trafilatura

    # What it logs about a page is for those who ask for its log, not for standard error.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura


def _passages(body: Element) -> Iterator[Passage]:
    """Flatten trafilatura's tree: one passage a paragraph, heading, list item or table row."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    collected: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        is_block = element.tag in _BLOCK_TAGS
        if is_block:
            text = "".join(collected)
            collected.clear()
            heading = event == "end" and element.tag == "head"
            for line in _lines(text):
                yield Passage(line, "subheading" if heading and len(line) <= _LONGEST_HEADING else None)
        elif element.tag == "lb" and event == "start":
            collected.append(_BREAK)
        elif element.tag == "cell" and event == "start" and "".join(collected).strip():
            collected.append(" | ")
        collected.append((element.text if event == "start" else element.tail) or "")
    for line in _lines("".join(collected)):
        yield Passage(line)


def _lines(text: str) -> Iterator[str]:
    """The lines of a block. A break is the end of one only where the next does not go on in lower case."""
    line: list[str] = []
    for part in (" ".join(part.split()) for part in text.split(_BREAK)):
        if line and part and not part[0].islower():
            yield " ".join(line)
            line.clear()
        if part:
            line.append(part)
    if line:
        yield " ".join(line)


def _text(element: Element) -> str:
    return "".join(element.itertext())


def _spaced(element: Element) -> str:
    """The element's text on one line, parted where its elements are: credits stand in elements of their own."""
    return re.sub(r"\s+(?=[,.;:!?)])", "", " ".join(" ".join(element.itertext()).split()))
