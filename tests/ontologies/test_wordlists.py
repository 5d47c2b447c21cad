"""Classes of words, in the order of their file and in the singular or plural."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.ontologies.wordlists import SECTORS, SOURCE_TYPES, plurals, word_classes


def write(tmp_path, text):
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["minister"], "official"),
        (["ministers"], "official"),
        (["ministries"], "official"),
        (["policemen"], "official"),
        (["Senator"], "official"),
        (["analysts"], "expert"),
        (["university"], "expert"),
        (["universities"], "expert"),
        (["ceos"], "business"),
        (["charities"], "ngo"),
        (["indictment"], "document"),
        (["coaches"], "athlete"),
        (["women"], "resident"),
        (["woman", "professor"], "expert"),
        (["professor", "woman"], "expert"),
        (["the", "chief", "spokeswomen"], "official"),
        (["figure"], ""),
        (["minist"], ""),
        (["ministerial"], ""),
        ([""], ""),
        ([], ""),
    ],
)
def test_words_have_a_source_type(words, name):
    """A listed word counts in the singular and plural; of several types the one that stands first in the file wins."""
    assert word_classes(SOURCE_TYPES).of(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["president"], "GOV"),
        (["troops"], "MIL"),
        (["sheriffs"], "COP"),
        (["juntas"], "GOV"),
        (["rebels"], "REB"),
        (["parties"], "PTY"),
        (["churches"], "REL"),
        (["passenger", "captain"], "MIL"),
        (["cloud"], ""),
    ],
)
def test_words_have_a_sector(words, name):
    """Sectors are classes of words in the same way as source types are."""
    assert word_classes(SECTORS).of(words) == name


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("court", ("courts",)),
        ("ministry", ("ministries",)),
        ("boy", ("boys",)),
        ("boss", ("bosses",)),
        ("coach", ("coaches",)),
        ("ngo", ("ngos", "ngoes")),
        ("spokesman", ("spokesmen", "spokesmans")),
        ("y", ("ies",)),
    ],
)
def test_plurals_are_formed_as_english_forms_them(word, forms):
    """A word takes -s, -es or -ies by its ending, and -man becomes -men."""
    assert plurals(word) == forms


def test_words_may_come_from_any_iterable():
    """A generator is read once and is enough."""
    assert word_classes(SECTORS).of(word for word in ("a", "judge")) == "JUD"


def test_a_users_file_has_its_own_classes_in_its_own_order(tmp_path):
    """A file of the user's takes the place of the shipped one, and its order decides."""
    mine = word_classes(write(tmp_path, "second: [Mayor, clerk]\nfirst: [mayor, baker]\n"))
    assert [mine.of([word]) for word in ("mayors", "baker", "minister")] == ["second", "first", ""]
    assert mine.of(["baker", "clerk"]) == "second"


@given(st.lists(st.text()))
def test_any_words_have_a_class_of_the_file_or_none(words):
    """Whatever the words, the answer is a class of the file, and their order does not change it."""
    classes = word_classes(SOURCE_TYPES)
    assert classes.of(words) in ("", *classes.names)
    assert classes.of(words) == classes.of(reversed(words))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "a mapping was expected"),
        ("[mayor]", "a mapping was expected"),
        ("official: mayor", "official: a list of words was expected"),
        ("official: {mayor: 1}", "official: a list of words was expected"),
        ("official: [mayor, 3]", "official: 3: a text was expected"),
        ("official: [no]", "official: False: a text was expected"),
        ("official: ['']", "official: '': a text was expected"),
        ("1: [mayor]", "1: a text was expected"),
        ("official: [mayor", "not YAML"),
    ],
)
def test_an_error_in_a_users_file_names_the_file_and_the_class(tmp_path, text, problem):
    """Whatever is wrong with the user's file is a UsageError that says where to look."""
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        word_classes(path)
    assert str(caught.value).startswith(f"{path}: {problem}")


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    """A missing file, a folder and bytes that are no text are the caller's mistake as well."""
    noise = tmp_path / "noise.yaml"
    noise.write_bytes(b"\xc3\x28\x00")
    for path in (tmp_path / "missing.yaml", tmp_path, noise):
        with pytest.raises(UsageError, match=path.name):
            word_classes(path)
