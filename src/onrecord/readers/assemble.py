"""The last step of every reader: text, pieces and what is known become a ``Report``."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from onrecord.errors import EmptyInput
from onrecord.model.ids import digest
from onrecord.model.report import JSONValue, Origin, Report, frozen
from onrecord.model.span import Span, quote
from onrecord.readers.anatomy import Anatomy, Piece, dissect
from onrecord.readers.base import Hints
from onrecord.readers.dates import iso_date
from onrecord.readers.language import recognise

#: Raised when anatomy changes what it finds, so that stored versions can be told apart.
_ANATOMY_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Found:
    """A field's value and where it stands: a span of the text or a path into the metadata."""

    value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader has made of one report: its text in rough pieces, and what the metadata says.

    ``found`` may hold ``url``, ``canonical`` (the address that the page gives itself), ``outlet``,
    ``headline``, ``byline``, ``published_at``, ``language`` and ``original_language``; values are checked
    here. ``raw`` is what the report was read from, ``reader`` the reader's name and version; ``folded`` and
    ``skipped`` as in ``Report``.
    """

    raw: bytes
    text: str
    pieces: tuple[Piece, ...]
    reader: str
    found: Mapping[str, Found] = field(default_factory=dict)
    meta: Mapping[str, JSONValue] = field(default_factory=dict)
    folded: tuple[int, ...] = ()
    skipped: int = 0


def assemble(draft: Draft, hints: Hints) -> Report:
    """The report. What the user says outranks the metadata, which outranks what is read from the text.

    Raises:
        EmptyInput: the draft has no text.
    """
    if not draft.text.strip() or not draft.pieces:
        raise EmptyInput("there is no text to read", name=hints.name)
    known = _known(draft.found, hints)
    anatomy = dissect(
        draft.text,
        draft.pieces,
        headline=known["headline"].value if "headline" in known else "",
        outlet=known["outlet"].value if "outlet" in known else "",
        published_at=known["published_at"].value if "published_at" in known else "",
    )
    fields = {**_read_from(draft.text, anatomy), **known}
    canonical = fields.pop("canonical", None)
    said_language = fields.pop("language", None)
    values = {name: item.value for name, item in fields.items()}
    origins: dict[str, Origin] = {name: item.origin for name, item in fields.items()}
    language = recognise(draft.text)
    if language == "und" and said_language is not None:
        language = said_language.value
        origins["language"] = said_language.origin
    if anatomy.dateline is not None:
        origins["dateline"] = anatomy.dateline.span
    raw_digest = hashlib.sha256(draft.raw).hexdigest()
    meta = {**draft.meta, **hints.meta}
    reader = f"{draft.reader}+{_ANATOMY_VERSION}"
    blocks = [[block.kind, block.span.start, block.span.end] for block in anatomy.blocks]
    described = json.dumps([values, language, meta, blocks], sort_keys=True, default=str)
    return Report(
        document_id=_document_id(canonical, values.get("url", "")) or raw_digest,
        version_id=digest(reader, draft.text, described),
        text=draft.text,
        blocks=anatomy.blocks,
        raw_digest=raw_digest,
        reader=reader,
        language=language,
        dateline=anatomy.dateline,
        translated="original_language" in values,
        meta=frozen(meta),
        origins=origins,
        folded=draft.folded,
        skipped=draft.skipped,
        **values,
    )


def web_address(value: str) -> str:
    """``value`` as an http(s) address without its fragment; empty for anything else that calls itself one."""
    value = value.strip()
    if len(value) > 2000 or any(c.isspace() or not c.isprintable() for c in value):
        return ""
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, parts.query, ""))


def _known(found: Mapping[str, Found], hints: Hints) -> dict[str, Found]:
    """What hints and metadata say, each value in the form that ``Report`` promises."""
    said = {name: Found(value, f"hint:{name}") for name in ("url", "outlet", "headline", "published_at")
            if (value := getattr(hints, name))}  # fmt: skip
    known: dict[str, Found] = {}
    for name, item in {**found, **said}.items():
        value = " ".join(item.value.split())
        if name in ("url", "canonical"):
            value = web_address(value)
        elif name == "published_at":
            value = iso_date(value)
        elif name in ("language", "original_language"):
            value = value[:2].lower() if value[:2].isalpha() and value[2:3] in ("", "-", "_") else ""
        if value:
            known[name] = Found(value, item.origin)
    return known


def _read_from(text: str, anatomy: Anatomy) -> dict[str, Found]:
    spans: dict[str, Span | None] = {
        "headline": anatomy.headline,
        "byline": anatomy.byline,
        "outlet": anatomy.outlet,
    }
    found = {name: Found(quote(text, [span]), span) for name, span in spans.items() if span is not None}
    if anatomy.published is not None:
        found["published_at"] = Found(*anatomy.published)
    return found


def _document_id(canonical: Found | None, url: str) -> str:
    """The canonical address; a page may give itself one only on the host that it was read from."""
    if canonical is None:
        return url
    return canonical.value if not url or _host(canonical.value) == _host(url) else url


def _host(url: str) -> str:
    host = urlsplit(url).hostname or ""
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    return host
