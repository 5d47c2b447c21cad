"""Word lists as data: classes of words, such as source types and sectors, in YAML files that users can replace."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from onrecord.errors import UsageError

try:
    from yaml import CSafeLoader as Loader  # ten times as fast, where PyYAML was built with libyaml
except ImportError:  # pragma: no cover
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

HERE = Path(__file__).parent
SOURCE_TYPES = HERE / "source_types.yaml"
SECTORS = HERE / "sectors.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class WordClasses:
    """Words by class; where words are of several classes, the class that stands first in the file wins."""

    names: tuple[str, ...]
    ranks: Mapping[str, int]

    def of(self, words: Iterable[str]) -> str:
        """The first class, in the order of the file, that has one of ``words``; "" if none has."""
        rank = min((self.ranks[word.lower()] for word in words if word.lower() in self.ranks), default=None)
        return "" if rank is None else self.names[rank]


def word_classes(path: Path) -> WordClasses:
    """The classes of the file at ``path``: a mapping of names to lists of words, each meant in the plural as well.

    Raises:
        UsageError: the file cannot be read, or an entry of it is not a list of words.
    """
    return _shipped(path) if path in (SOURCE_TYPES, SECTORS) else _word_classes(path)


def _word_classes(path: Path) -> WordClasses:
    classes = read_mapping(path)
    ranks: dict[str, int] = {}
    for rank, (name, listed) in enumerate(classes.items()):
        for word in words_of(listed, path, name):
            for form in (word.lower(), *plurals(word.lower())):
                ranks.setdefault(form, rank)
    return WordClasses(tuple(classes), ranks)


_shipped = cache(_word_classes)


def plurals(word: str) -> tuple[str, ...]:
    """The plural of an English word, regularly formed, or formed from "man"."""
    if word.endswith("man"):
        return (f"{word[:-3]}men", f"{word}s")  # policemen, shamans
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return (f"{word[:-1]}ies",)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{word}es",)
    return (f"{word}s", f"{word}es") if word.endswith("o") else (f"{word}s",)


def read_mapping(path: Path) -> dict[str, object]:
    """The mapping in the YAML file at ``path``, which is only data: tags that would make objects are refused."""
    try:
        return mapping(yaml.load(path.read_bytes(), Loader=Loader), path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: "2023-99-99" is no date
        raise UsageError(f"{path}: not YAML: {' '.join(str(error).split())}") from error


def mapping(value: object, path: Path, *where: str) -> dict[str, object]:
    """``value`` if it is a mapping with texts for keys; ``where`` is its place in the file at ``path``."""
    if not isinstance(value, dict):
        raise wrong(path, *where, "a mapping was expected")
    for key in value:
        if not isinstance(key, str):
            raise wrong(path, *where, f"{key!r}: a text was expected; put it in quotes")
    return value


def words_of(value: object, path: Path, *where: str) -> tuple[str, ...]:
    """``value`` if it is a list of texts that are not empty."""
    if not isinstance(value, list):
        raise wrong(path, *where, "a list of words was expected")
    for word in value:
        if not isinstance(word, str) or not word.strip():
            raise wrong(path, *where, f"{word!r}: a text was expected; put it in quotes")
    return tuple(value)


def wrong(path: Path, *parts: str) -> UsageError:
    """The error that says what is wrong at a place in a user's file."""
    return UsageError(": ".join((str(path), *parts)))
