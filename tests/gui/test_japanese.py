"""The window in Japanese: no English is left in it, and all of it has room."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Initial, Layer, Stop
from core.files import dumps, loads
from core.text import RefusalError
from core.training import Trainer
from gui.app import make_window
from gui.arrangement import places
from gui.language import SOURCE, install, load_font
from gui.main_window import MainWindow
from gui.text import refusal_text
from gui.widgets.elided_label import ElidedLabel
from tests.gui.conftest import add_window
from tests.gui.looks import is_blank, pixels
from tests.gui.runs import ARTICLE, DIVERGING, experiment_of
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


@pytest.mark.parametrize(
    ("place", "value", "wanted"),
    [
        (("network", "layers"), [{"units": 0}], "1〜64の整数"),
        (("network", "layers"), {}, "リスト"),
        (("training",), {"batch_size": "all"}, "1〜100000の整数またはnull"),
        (("training",), {"optimizer": {"learning_rate": -1}}, "0より大きい数値"),
        (("training",), {"shuffle": 3}, "true または false"),
    ],
)
def test_refusals_of_a_file_are_japanese_throughout(place: tuple[str, ...], value: object, wanted: str) -> None:
    raw: dict[str, Any] = json.loads(dumps(Trainer(ARTICLE)))
    part = raw
    for name in place[:-1]:
        part = part[name]
    part[place[-1]] = value
    with pytest.raises(RefusalError) as caught:
        loads(json.dumps(raw).encode())
    where, sentence = refusal_text(caught.value).split(": ", 1)
    assert where.startswith("$." + ".".join(place))
    assert sentence == f"必要な値: {wanted}"


def test_refusals_of_settings_are_japanese_throughout() -> None:
    refused = []
    for make in (partial(Layer, 0), partial(Layer, 2, "step"), partial(Stop, accuracy=3.0), partial(Initial, seed=-1)):
        with pytest.raises(RefusalError) as caught:
            make()
        refused.append(refusal_text(caught.value).replace("step", ""))
    assert english(refused) == []
    assert refused[-1].startswith("シードは0〜")
