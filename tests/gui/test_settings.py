from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from gui.settings import Settings
from gui.theme import Mode

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("mode", Mode)
def test_the_theme_is_remembered(mode: Mode) -> None:
    Settings().mode = mode
    assert Settings().mode is mode


@pytest.mark.parametrize("reduced", [True, False])
def test_reduced_motion_is_remembered(reduced: bool, tmp_path: Path) -> None:
    Settings().reduced_motion = reduced
    assert Settings().reduced_motion is reduced
    QSettings().sync()
    assert any(tmp_path.rglob("*")), "kept in the folder of the test"


def test_the_layout_is_remembered() -> None:
    Settings().keep_layout(QByteArray(b"geometry"), QByteArray(b"state"))
    assert Settings().layout() == (QByteArray(b"geometry"), QByteArray(b"state"))


def test_at_first_the_system_is_followed_things_move_and_there_is_no_layout() -> None:
    settings = Settings()
    assert settings.mode is Mode.SYSTEM
    assert settings.reduced_motion is False
    assert settings.layout() is None


@pytest.mark.parametrize("nonsense", ["mauve", "", 7])
def test_a_theme_nobody_knows_counts_as_the_systems(nonsense: object) -> None:
    QSettings().setValue("theme", nonsense)
    assert Settings().mode is Mode.SYSTEM


def test_half_a_layout_or_one_of_another_version_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    QSettings().setValue("geometry", QByteArray(b"geometry"))
    assert Settings().layout() is None
    Settings().keep_layout(QByteArray(b"geometry"), QByteArray(b"state"))
    monkeypatch.setattr("gui.settings.LAYOUT_VERSION", 999)
    assert Settings().layout() is None


def test_a_layout_that_is_no_layout_is_none(qapp: QApplication) -> None:  # noqa: ARG001
    QSettings().setValue("geometry", "words")
    QSettings().setValue("panels/1", 3)
    assert Settings().layout() is None
