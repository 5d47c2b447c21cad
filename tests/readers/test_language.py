"""Which language a text is in."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.readers.language import recognise

ENGLISH = (
    "The minister told reporters on Tuesday that he would resign, because the party which had put him there was no "
    "longer with him, and that they would have to look for someone else."
)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "The minister said on Tuesday that he would resign.",
        "Police arrest three in Brussels raid after bomb threat at Gare du Midi",
        "“La situation est grave et nous devons agir tout de suite, parce que demain il sera trop tard”, she said on "
        "Monday, before she left the hall. “Tout le monde le sait depuis longtemps, et personne ne fait rien”, she "
        "added when reporters asked about it.",
    ],
)
def test_english_is_recognised_whatever_it_quotes(text):
    assert recognise(text) == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("af", "Die minister het Dinsdag gesê hy gaan bedank omdat hy nie meer steun het nie."),
        ("ar", "قال الوزير يوم الثلاثاء إنه سيستقيل من منصبه."),
        ("cs", "Ministr v úterý řekl, že podá demisi kvůli nedostatku podpory."),
        ("cy", "Dywedodd y gweinidog ddydd Mawrth y byddai'n ymddiswyddo o'i swydd."),
        ("da", "Ministeren sagde tirsdag, at han vil træde tilbage, og at regeringen har talt om det."),
        ("de", "Der Minister sagte am Dienstag, er werde zurücktreten."),
        ("es", "El ministro dijo el martes que iba a dimitir porque no tenía el apoyo de su partido."),
        ("fi", "Ministeri sanoi tiistaina eroavansa tehtävästään."),
        ("fr", "Le ministre a déclaré mardi qu'il allait démissionner."),
        ("hi", "मंत्री ने मंगलवार को कहा कि वह इस्तीफा देंगे।"),
        ("id", "Menteri mengatakan pada hari Selasa bahwa ia akan mengundurkan diri."),
        ("it", "Il ministro ha detto martedì che si dimetterà perché non ha più l'appoggio del partito."),
        ("ja", "大臣は火曜日、辞任すると述べた。"),
        ("ko", "장관은 화요일 사임하겠다고 말했다."),
        ("nl", "De minister zei dinsdag dat hij zou aftreden en dat de regering had overlegd."),
        ("pcm", "Di minister talk say im go resign because people no dey happy wit am for di party."),
        ("pl", "Minister powiedział we wtorek, że poda się do dymisji z powodu braku poparcia."),
        ("pt", "O ministro disse na terça-feira que vai renunciar ao cargo por falta de apoio."),
        ("ru", "Министр заявил во вторник, что уйдёт в отставку."),
        ("sv", "Ministern sade på tisdagen att han kommer att avgå från sin post."),
        ("sw", "Waziri alisema Jumanne kwamba atajiuzulu kutoka wadhifa wake."),
        ("tl", "Ayon kay Sec. Santos, the President said na hindi siya magre-resign kahit may impeachment complaint."),
        ("tr", "Bakan salı günü yaptığı açıklamada istifa edeceğini söyledi."),
        ("uk", "Міністр заявив у вівторок, що піде у відставку через брак підтримки."),
        ("vi", "Bộ trưởng cho biết hôm thứ Ba rằng ông sẽ từ chức."),
        ("zh", "部长星期二表示，他将辞去职务。"),
    ],
)
def test_other_languages_are_not_taken_for_english(code, text):
    assert recognise(text) == code


def test_a_foreign_report_is_not_english_for_its_english_quotations():
    quoted = (
        f"Der Minister trat am Dienstag vor die Presse. „{ENGLISH}“ Danach verließ er den Saal und fuhr nach Hause."
    )
    assert recognise(quoted) == "de"


@pytest.mark.parametrize("text", ["", "...", "12345", "NOTE", "BREAKING NEWS", "He resigned.", "Rivers rise in Ostrel"])
def test_too_little_text_is_undetermined(text):
    assert recognise(text) == "und"


@given(st.text(max_size=200))
def test_any_text_gets_a_code(text):
    assert 2 <= len(recognise(text)) <= 3


def test_english_is_recognised_without_loading_the_model():
    """The model takes a second to load, half of what a fresh process has for its answer."""
    code = f"import sys; from onrecord.readers.language import recognise; recognise({ENGLISH!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "py3langid" not in done.stdout
