"""The window in Japanese: no English is left in it, and all of it has room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app import make_window
from gui.arrangement import places
from gui.language import SOURCE, install, load_font
from gui.main_window import MainWindow
from gui.widgets.elided_label import ElidedLabel
from tests.gui.conftest import add_window
from tests.gui.looks import is_blank, pixels
from tests.gui.runs import DIVERGING, experiment_of
from tests.gui.words import KEYS, painted, texts_of
from tests.resources.test_translations import JAPANESE_NAMES, TAG, WORD

PANELS = [place.name for place in places()]
SCRIPT = "numpy"  # the panel that paints a script
SIZES = ((1440, 900), (1024, 700))


@pytest.fixture(scope="module", autouse=True)
def japanese(qapp: QApplication) -> Iterator[None]:
    load_font()
    install(qapp, "ja")
    yield
    install(qapp, SOURCE)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the program's window in Japanese, at the end of a few epochs."""
    window = make_window(qapp)
    add_window(qtbot, window)
    window.show()
    window.session.seek(20)
    yield window
    window.appearance.deleteLater()


def english(texts: Iterator[str] | list[str]) -> list[str]:
    """Return the texts that have English words in them."""
    return sorted({text for text in texts if set(WORD.findall(KEYS.sub("", TAG.sub("", text)))) - JAPANESE_NAMES})


def cut_off(root: QWidget) -> list[str]:
    """Return the texts of labels and buttons that have less room than they need."""
    return [
        each.text()
        for each in root.findChildren(QWidget)
        if isinstance(each, QLabel | QAbstractButton) and each.isVisible() and each.text() and not _gives_way(each)
        if each.width() < each.sizeHint().width()
    ]


def _gives_way(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QToolButton):
        return widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(widget, ElidedLabel) or (isinstance(widget, QLabel) and widget.wordWrap())


def test_the_window_and_all_panels_speak_japanese(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PANELS:
        window.docks.bring_up(name)
    for experiment in (experiment_of(3, 4, 3, activation="tanh"), DIVERGING):
        for name in PANELS:
            window.docks.bring_up(name)
            assert english(texts_of(window.docks[name])) == []
            assert name == SCRIPT or english(painted(window.docks[name], monkeypatch)) == []
        window.session.edit(experiment, "編集")
        window.session.seek(1000)
    assert window.banner.isVisible()
    assert english(texts_of(window)) == []


@pytest.mark.parametrize("size", SIZES)
def test_all_words_have_room(size: tuple[int, int], window: MainWindow) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert cut_off(window) == []
    assert not is_blank(pixels(window))
    for name in PANELS:
        window.docks.bring_up(name)
        QApplication.processEvents()
        assert cut_off(window.docks[name]) == []
