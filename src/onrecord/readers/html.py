"""HTML pages: the article with its headline and captions, what the page says of it, and nothing around it."""

import re
from collections.abc import Iterator

from onrecord.errors import EmptyInput, InputError
from onrecord.model.report import BlockKind, Report
from onrecord.model.span import Span
from onrecord.readers.anatomy import Piece, dissect
from onrecord.readers.assemble import Draft, assemble
from onrecord.readers.base import Hints
from onrecord.readers.decoding import decode
from onrecord.readers.pagebody import Element, Passage, body_of, letters
from onrecord.readers.pagemeta import PageMeta, page_meta

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_MARKUP = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml[^>]*>\s*<(?:!doctype\s+)?html)",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"<(?:p|div|article|section|h1|meta|title|main|table|span|br)[\s/>]", re.IGNORECASE)
#: Characters that no page may hold and that the parser would stop at.
_CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
#: Where a charset may be declared; browsers look at 1,024 bytes, pages need more.
_HEAD = 4096
#: Shorter headings are names of sections and outlets.
_HEADLINE_WORDS = 3
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")


class HtmlReader:
    """The reader of HTML pages."""

    name = "html"
    version = "1"
    extensions = (".html", ".htm", ".xhtml")
    content_types = ("text/html", "application/xhtml+xml")

    def sniff(self, head: bytes) -> bool:
        """Whether the bytes begin like a page, or hold several tags of one."""
        return bool(_MARKUP.match(head)) or (head.lstrip()[:1] == b"<" and len(_TAGS.findall(head)) >= 2)

    def read(self, raw: bytes, hints: Hints) -> Iterator[Report | InputError]:
        """The one report on a page.

        Raises:
            EmptyInput: there is no article text.
            MalformedInput: the bytes are no text.
        """
        yield _report(raw, hints, f"{self.name} {self.version}")


def _report(raw: bytes, hints: Hints, reader: str) -> Report:
    tree = _parse(decode(raw, hints.encoding or _declared(raw)).text)
    if tree is None:
        raise EmptyInput("the page holds no text", name=hints.name)
    meta = page_meta(tree)
    shown = _shown_headline(tree, meta)
    titles = {letters(title) for title in (shown, *(h.value for h in meta.headlines))}
    passages = [p for p in body_of(tree, meta.body) if letters(p.text) not in titles]
    if all(p.kind is not None for p in passages):
        raise EmptyInput("the page holds no article text", name=hints.name)
    found = dict(meta.found)
    if shown:
        passages.insert(0, Passage(shown, "headline"))
    elif meta.headlines:
        found["headline"] = meta.headlines[0]
    text, pieces = _join(_settled(passages))
    return assemble(Draft(raw=raw, text=text, pieces=pieces, reader=reader, found=found), hints)


def _declared(raw: bytes) -> str:
    """The charset that the page itself declares."""
    match = _CHARSET.search(raw[:_HEAD])
    return match[1].decode("ascii", "ignore") if match else ""


def _parse(text: str) -> Element | None:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    cleaned = _XML_DECLARATION.sub("", _CONTROLS.sub(" ", text), count=1)
    if not cleaned.strip():
        return None
    try:
        return document_fromstring(
            cleaned.encode("utf-8", "replace"),
            parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False),
        )
    except etree.LxmlError:
        return None


def _shown_headline(tree: Element, meta: PageMeta) -> str:
    """The headline as the page shows it; empty where it shows none.

    A heading that the metadata confirm comes first, then one that they lengthen or shorten ("Headline | Site"),
    then the only one of the first rank.
    """
    first, second = ([" ".join("".join(h.itertext()).split()) for h in tree.iter(tag)] for tag in ("h1", "h2"))
    known = [letters(headline.value) for headline in meta.headlines]
    outlet = letters(meta.found["outlet"].value) if "outlet" in meta.found else ""
    long = [h for h in first if len(h.split()) >= _HEADLINE_WORDS and letters(h) != outlet]
    exact = (h for h in (*first, *second) if letters(h) and letters(h) in known)
    akin = (h for h in long if any(t and (t.startswith(letters(h)) or letters(h).startswith(t)) for t in known))
    return next(exact, "") or next(akin, "") or (long[0] if len(long) == 1 else "")


#: What a line says by itself of what it is, whatever its markup.
_SAID: frozenset[BlockKind] = frozenset({"byline", "credit", "correction", "related", "boilerplate"})


def _settled(passages: list[Passage]) -> list[Passage]:
    """``passages``, all with their kinds and without boilerplate. Markup tells headings from paragraphs; anatomy
    is asked only for what lines say of themselves."""
    text, pieces = _join(passages)
    kinds = {block.span: block.kind for block in dissect(text, pieces).blocks}
    settled = []
    for passage, piece in zip(passages, pieces, strict=True):
        read = kinds.get(piece.span)
        kind = passage.kind or (read if read in _SAID else "paragraph")
        if kind != "boilerplate":
            settled.append(Passage(passage.text, kind))
    return settled


def _join(passages: list[Passage]) -> tuple[str, tuple[Piece, ...]]:
    """The text of the report, its passages parted by blank lines, and where each stands in it."""
    pieces = []
    position = 0
    for passage in passages:
        end = position + len(passage.text)
        pieces.append(Piece(Span(position, end), passage.kind))
        position = end + 2
    return "\n\n".join(passage.text for passage in passages), tuple(pieces)
