"""Identifiers: digests of what they name, so that the same input always gets the same one."""

import hashlib
from collections.abc import Iterable

from onrecord.model.span import Span


def digest(*parts: str | bytes) -> str:
    """SHA-256 over the parts, each preceded by its length so that no two lists collide; 64 hex digits."""
    h = hashlib.sha256()
    for part in parts:
        # A lone surrogate can reach us from JSON; it must not be able to stop the reading.
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        h.update(len(raw).to_bytes(8, "big"))
        h.update(raw)
    return h.hexdigest()


def attribution_id(version_id: str, *roles: Iterable[Span]) -> str:
    """``a`` and 12 hex digits from the report's version and the spans of source, cue and content."""
    spans = ";".join(",".join(f"{span.start}-{span.end}" for span in role) for role in roles)
    return "a" + digest(version_id, spans)[:12]
