"""``onrecord.read`` and its kin, with a stand-in for the model."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from fakes import FakeAnalyser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord import api
from onrecord.analyse import Analyser
from onrecord.errors import (
    EmptyInput,
    FetchError,
    InputError,
    MalformedInput,
    MissingInput,
    UnknownLanguage,
    UsageError,
)
from onrecord.model.ledger import Ledger
from onrecord.readers.base import Hints

pytestmark = pytest.mark.usefixtures("fake_analyser")

STORY = "The bridge closes\n\n“It is unsafe,” Varga said. “Nobody asked us,” Hask said.\n"
TABLE = "".join(json.dumps({"title": f"Story {n}", "text": f"“Number {n},” Varga said."}) + "\n" for n in range(3))


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def test_paths_strings_bytes_and_text_give_the_same_statements(story: Path) -> None:
    """However the report is handed in, the same is found in it."""
    ledgers = [api.read(source) for source in (story, str(story), "story.txt", STORY.encode(), STORY)]
    assert {ledger.attributions for ledger in ledgers} == {ledgers[0].attributions}
    assert len(ledgers[0].attributions) == 2


def test_a_name_that_is_no_file_is_an_error(story: Path) -> None:
    """A mistyped name is not analysed as if it were a report of one word."""
    with pytest.raises(MissingInput, match=r"stroy\.txt"):
        api.read("stroy.txt")
    with pytest.raises(MissingInput):
        api.read(story.parent / "stroy")


@pytest.mark.parametrize("text", ["Rain is expected.", "He said: no.txt is missing", "x" * 5000, "a\0b", "U.S."])
def test_one_line_that_is_no_name_is_text(story: Path, text: str) -> None:
    """A headline alone is a report; what could not be a file's name is not looked for."""
    try:
        assert api.read(text).report.text == text
    except InputError as error:
        assert not isinstance(error, MissingInput)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\r\0"), min_size=1))
def test_text_comes_through_character_for_character(fake_analyser: FakeAnalyser, text: str) -> None:
    """What is handed in as text is the text that offsets mean, whatever it holds."""
    text += "\n."  # two lines: neither a file's name nor an address, which one line could be
    with contextlib.suppress(EmptyInput, MalformedInput):
        assert api.read(text).report.text == text.removeprefix("\ufeff")


def test_markup_in_text_is_text(story: Path) -> None:
    """Only bytes are sniffed: text is what its characters say."""
    page = "<p>One</p>\n<p>“Two,” Ana said.</p>"
    assert api.read(page).report.text == page


def test_lone_surrogates_are_replaced(story: Path) -> None:
    """Half a pair becomes U+FFFD: one character for one, so that offsets hold."""
    assert api.read("The \ud83d bridge").report.text == "The \ufffd bridge"


def test_several_reports_want_read_all(story: Path) -> None:
    """A table is not silently cut to its first row."""
    with pytest.raises(UsageError, match="read_all"):
        api.read(TABLE.encode(), hints=Hints(name="t.jsonl"))


def test_read_all_yields_errors_in_their_place(story: Path) -> None:
    """One bad row costs no other."""
    rows = TABLE.splitlines()
    items = list(api.read_all("\n".join([rows[0], "{broken", rows[2]]).encode(), hints=Hints(name="t.jsonl")))
    assert [type(item) for item in items] == [Ledger, MalformedInput, Ledger]


def test_nothing_to_read_is_an_error(story: Path) -> None:
    """Empty text, empty bytes, an empty file."""
    story.write_text("")
    for source in ("", " \n", b"", story):
        with pytest.raises(EmptyInput):
            api.read(source)


def test_strictness_reaches_the_analyser(story: Path) -> None:
    """A language that is not analysed is an error only when asked."""
    french = "Le bac du port s’est échoué mardi matin, a déclaré la capitainerie du vieux port. " * 4
    assert api.read(french).report.language == "fr"
    with pytest.raises(UnknownLanguage):
        api.read(french, strict=True)
    assert [type(item) for item in api.read_all(french, strict=True)] == [UnknownLanguage]


def test_an_analyser_of_ones_own_is_used(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped bundle is not even loaded then."""
    monkeypatch.setattr(Analyser, "load", lambda: pytest.fail("not this one"))
    assert api.read(STORY, analyser=FakeAnalyser()).provenance.model == "fake"  # type: ignore[arg-type]


def test_an_address_is_fetched_and_the_users_word_outranks_the_servers(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only an address on its own is fetched; one inside a text is part of the text."""
    served = Hints(name="https://ford.example/1", url="https://ford.example/one", content_type="text/plain")
    monkeypatch.setattr(api, "fetch", lambda url: (STORY.encode(), served))
    report = api.read("https://ford.example/1", hints=Hints(outlet="The Ford")).report
    assert (report.url, report.outlet, report.text) == ("https://ford.example/one", "The Ford", STORY)
    monkeypatch.setattr(api, "fetch", lambda url: pytest.fail("nobody asked for this"))
    api.read("See https://ford.example/1 for more.")


def test_a_fetch_that_fails_is_an_error(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is the fetcher's."""

    def refuse(url: str) -> None:
        raise FetchError("refused", name=url)

    monkeypatch.setattr(api, "fetch", refuse)
    with pytest.raises(FetchError, match="refused"):
        api.read("https://ford.example/1")


def test_public_names_are_there() -> None:
    """Every name that the package offers can be had, and dir() lists them."""
    assert set(onrecord._HOMES) | {"__version__"} == set(onrecord.__all__)
    assert all(getattr(onrecord, name) is not None for name in onrecord.__all__)
    assert dir(onrecord) == sorted(onrecord.__all__)
    with pytest.raises(AttributeError, match="nothing_like_it"):
        onrecord.nothing_like_it  # noqa: B018


def test_importing_the_package_loads_nothing_else() -> None:
    """``import onrecord`` costs nothing until a name is used."""
    code = "import sys; before = set(sys.modules); import onrecord; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in loaded if name.startswith("onrecord")] == ["onrecord"]
    assert not {"numpy", "click"} & set(loaded)


def test_a_frame_has_the_rows(story: Path) -> None:
    """With pandas, a ledger is a data frame."""
    pytest.importorskip("pandas")
    frame = api.read(story).to_frame()
    assert list(frame["source"]) == ["Varga", "Hask"]


def test_a_running_ipython_shows_ledgers_as_tables(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notebooks get the table; without IPython nothing is registered, and IPython is never imported for it."""
    shown: dict[type, Callable[[Ledger], str]] = {}
    formatter = SimpleNamespace(for_type=shown.__setitem__)
    shell = SimpleNamespace(display_formatter=SimpleNamespace(formatters={"text/html": formatter}))
    monkeypatch.delitem(sys.modules, "IPython", raising=False)
    api._show_in_notebooks()
    assert "IPython" not in sys.modules
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: None))
    api._show_in_notebooks()
    assert not shown
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    api._show_in_notebooks()
    assert "Varga" in shown[Ledger](api.read(story))
