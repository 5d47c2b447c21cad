"""Bytes to characters: byte-order marks, declared charsets, UTF-8, and a guess where nothing else holds."""

import codecs
import re
from dataclasses import dataclass

from onrecord.errors import MalformedInput

#: UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What files that are often mistaken for text begin with.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b\x08", "gzip-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or film (RIFF)"),
    (b"{\\rtf", "a rich-text (RTF) document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
#: The charsets that pages declare (the WHATWG's, by Python's names); other codecs may run away with bytes.
_WHATWG = (
    "utf-8 utf-16 utf-16-le utf-16-be utf-32 cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258"
    " cp874 cp866 koi8-r koi8-u mac-roman mac-cyrillic iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6"
    " iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 gb18030 big5 big5hkscs"
    " euc_jp iso2022_jp shift_jis cp932 euc_kr cp949"
)
_DECLARABLE = frozenset(codecs.lookup(name).name for name in _WHATWG.split())
#: Those of several bytes a character, which foreign bytes hardly ever fit.
_TELLING = frozenset(name for name in _DECLARABLE if re.match(r"utf|gb|big5|euc|iso2022|shift|cp9", name))
#: Charsets that are declared where a larger one is meant.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b"))
_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_HEAD = 4096
#: More control characters than this share are no text; stray NULs are.
_CONTROLS_ALLOWED = 0.1
#: Western text has fewer bytes above ASCII than this; where there are more, the guess needs statistics.
_WESTERN = 0.08
_GUESSED_FROM = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of an input, with what leads back to it: see ``Report.folded`` and ``Report.skipped``."""

    text: str
    encoding: str
    folded: tuple[int, ...] = ()
    skipped: int = 0


def decode(raw: bytes, declared: str = "") -> Decoded:
    """The characters of ``raw``: without a byte-order mark, ``\\r\\n`` as ``\\n``, and otherwise as they are.

    A byte-order mark outranks ``declared``, which counts only where all bytes fit it; a declared charset that
    any bytes fit counts only for what is no UTF-8, because servers declare such ones by default. Bytes that
    fit no charset become U+FFFD.

    Raises:
        MalformedInput: this is no text (an image, an archive, a PDF).
    """
    characters, encoding = _characters(raw, declared)
    skipped = int(characters.startswith("\ufeff"))
    return fold(characters, encoding, skipped)


def fold(characters: str, encoding: str = "", skipped: int = 0) -> Decoded:
    """``characters`` from ``skipped`` on, with ``\\r\\n`` as ``\\n``."""
    text = characters[skipped:] if skipped else characters
    folded = tuple(found.start() - before for before, found in enumerate(re.finditer("\r\n", text)))
    return Decoded(text.replace("\r\n", "\n") if folded else text, encoding, folded, skipped)


def head_as_utf8(raw: bytes) -> bytes:
    """The first bytes for sniffing: without a mark, and UTF-16 and UTF-32 turned into UTF-8."""
    head = raw[:_HEAD]
    encoding = _marked(head) or _unmarked_utf16(head)
    if not encoding:
        return head
    return head.decode(encoding, "ignore").lstrip("\ufeff").encode("utf-8", "ignore")


def _characters(raw: bytes, declared: str) -> tuple[str, str]:
    marked = _marked(raw)
    if marked:
        return raw.decode(marked, "replace"), marked
    _refuse_binary(raw)
    hint = _declarable(declared)
    strict = hint if hint in _TELLING else ""
    for encoding in (strict, _unmarked_utf16(raw[:_HEAD]), "utf-8", hint):
        if encoding:
            try:
                return raw.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    mended = raw.decode("utf-8", "replace")
    bad = mended.count("\ufffd")
    if 4 * bad <= sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", mended)):
        return mended, "utf-8"  # UTF-8 with a few broken characters, such as a cut at the end
    encoding = _guess(raw)
    return raw.decode(encoding, "replace"), encoding


def _marked(raw: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), "")


def _unmarked_utf16(head: bytes) -> str:
    """UTF-16 without a mark shows as a NUL beside every Latin letter."""
    for encoding, nuls, letters in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        printable = len(letters) - len(letters.translate(None, _PRINTABLE))
        if len(letters) >= 4 and nuls.count(0) > 0.4 * len(nuls) and printable > 0.6 * len(letters):
            return encoding
    return ""


def _refuse_binary(raw: bytes) -> None:
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise MalformedInput(f"this is {what}, not text")
    head = raw[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > max(2, _CONTROLS_ALLOWED * len(head)) and not _unmarked_utf16(head):
        raise MalformedInput("this is binary data, not text")


def _declarable(name: str) -> str:
    try:
        known = codecs.lookup(name.strip()).name if name.strip().isascii() else ""
    except (LookupError, ValueError):
        return ""
    known = _MEANT.get(known, known)
    return known if known in _DECLARABLE else ""


def _guess(raw: bytes) -> str:
    sample = raw[:_GUESSED_FROM]
    if sum(byte > 0x7F for byte in sample) >= _WESTERN * len(sample):
        import charset_normalizer  # slow to import, and rarely needed

        best = charset_normalizer.from_bytes(sample).best()
        encoding = _declarable(best.encoding) if best is not None else ""
        if encoding and encoding != "utf-8":
            return encoding
    return "cp1252"
