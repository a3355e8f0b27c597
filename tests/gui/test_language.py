from collections.abc import Iterator
from importlib.resources import files

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontInfo, QTextLayout
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from gui.language import LANGUAGES, SOURCE, SYSTEM, install, load_font, system_language
from gui.theme import number_font
from tests.gui.conftest import free_deleted


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application; it speaks English again after the test."""
    yield qapp
    install(qapp, SOURCE)


def ok_and_cancel() -> list[str]:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    return [button.text() for button in buttons.buttons()]


def run_in_words() -> str:
    return QCoreApplication.translate("Actions", "Run")


def families_of(text: str, font: QFont) -> set[str]:
    """Return the families of the fonts that draw a text."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName().casefold() for run in layout.glyphRuns()}


def test_texts_are_in_the_language_that_was_wanted_last(application: QApplication) -> None:
    assert install(application, "ja") == "ja"
    assert run_in_words() == "実行"
    assert install(application, "en") == "en"
    assert run_in_words() == "Run"


def test_qts_own_texts_follow(application: QApplication) -> None:
    install(application, "ja")
    assert "キャンセル" in ok_and_cancel()
    install(application, "en")
    assert "Cancel" in ok_and_cancel()


def test_qts_own_texts_may_be_missing(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLibraryInfo, "path", lambda _where: "/nowhere")
    install(application, "ja")
    assert run_in_words() == "実行"
    assert "Cancel" in ok_and_cancel()


def test_languages_do_not_pile_up(application: QApplication) -> None:
    for code in ("ja", "en", "ja", "ja"):
        install(application, code)
    free_deleted()
    assert len(application.findChildren(QTranslator)) <= 2


def test_other_translators_are_left_alone(application: QApplication) -> None:
    class Own(QTranslator):
        def translate(self, _context: str, _text: str, *_: object) -> str:
            return "own"

    own = Own()
    application.installTranslator(own)
    install(application, "en")
    assert run_in_words() == "own"
    application.removeTranslator(own)


@pytest.mark.parametrize(
    ("spoken", "code"),
    [
        (["ja-JP", "ja", "en"], "ja"),
        (["de-DE", "ja-Jpan-JP", "en-US"], "ja"),
        (["en-GB", "ja-JP"], "en"),
        (["fr-FR"], "en"),
        ([], "en"),
    ],
)
@pytest.mark.parametrize("wanted", [SYSTEM, "tlh"])
def test_the_systems_language_is_taken_where_there_is_it(
    spoken: list[str], code: str, wanted: str, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: spoken)
    assert system_language() == code
    assert install(application, wanted) == code
    assert run_in_words() == {"ja": "実行", "en": "Run"}[code]


def test_numbers_are_written_as_before(application: QApplication) -> None:
    before = QLocale()
    install(application, "ja")
    assert QLocale() == before


def test_every_language_has_its_texts() -> None:
    for code in LANGUAGES:
        assert code == SOURCE or files("resources").joinpath("translations", f"gyaku_{code}.qm").is_file()


@pytest.mark.usefixtures("qapp")
def test_the_programs_own_font_draws_what_the_systems_lack() -> None:
    load_font()
    for font in (QApplication.font(), number_font()):
        assert QFontInfo(font).family().casefold() != "gyaku sans jp", "it is as high as the system's font is"
        assert "gyaku sans jp" in QFont.substitutes(font.family())[0].casefold()
        assert families_of("逆伝播", font) == {"gyaku sans jp"}
        assert "gyaku sans jp" not in families_of("σ′(z) ∂L/∂W × → …", font)
