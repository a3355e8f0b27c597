from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from gui.settings import LAYOUT_VERSION, MOST_RECENT, Settings
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
    assert settings.layout() == (None, None)


@pytest.mark.parametrize("nonsense", ["mauve", "", 7])
def test_a_theme_nobody_knows_counts_as_the_systems(nonsense: object) -> None:
    QSettings().setValue("theme", nonsense)
    assert Settings().mode is Mode.SYSTEM


def test_of_another_version_the_panels_places_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    Settings().keep_layout(QByteArray(b"geometry"), QByteArray(b"state"))
    monkeypatch.setattr("gui.settings.LAYOUT_VERSION", 999)
    assert Settings().layout() == (QByteArray(b"geometry"), None)


def test_each_size_of_text_has_its_own_places_for_panels() -> None:
    settings = Settings()
    settings.keep_layout(QByteArray(b"geometry"), QByteArray(b"usual"))
    settings.text_percent = 200
    assert settings.layout() == (QByteArray(b"geometry"), None)
    settings.keep_layout(QByteArray(b"geometry"), QByteArray(b"large"))
    settings.text_percent = 100
    assert settings.layout()[1] == QByteArray(b"usual")
    settings.text_percent = 200
    assert settings.layout()[1] == QByteArray(b"large")


def test_a_layout_that_is_no_layout_is_none(qapp: QApplication) -> None:  # noqa: ARG001
    QSettings().setValue("geometry", "words")
    QSettings().setValue(f"panels/{LAYOUT_VERSION}/100", 3)
    assert Settings().layout() == (None, None)


def test_files_are_remembered_each_once_the_newest_first_and_not_too_many(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 3):
        settings.note_file(tmp_path / f"{number}.gyaku")
    settings.note_file(tmp_path / "5.gyaku")
    names = [path.name for path in Settings().recent_files]
    assert names[:2] == ["5.gyaku", f"{MOST_RECENT + 2}.gyaku"]
    assert len(names) == len(set(names)) == MOST_RECENT
    settings.forget_file(tmp_path / "5.gyaku")
    assert "5.gyaku" not in [path.name for path in Settings().recent_files]


def test_one_file_is_remembered_as_many_are(tmp_path: Path) -> None:
    Settings().note_file(tmp_path / "one.gyaku")
    QSettings().sync()
    assert Settings().recent_files == [tmp_path / "one.gyaku"]


@pytest.mark.parametrize("nonsense", [7, "", [3, ""], None])
def test_files_that_are_none_count_as_none(nonsense: object) -> None:
    QSettings().setValue("recent_files", nonsense)
    assert Settings().recent_files == []


def test_language_and_size_of_text_are_remembered() -> None:
    assert (Settings().language, Settings().text_percent) == ("", 100)
    Settings().language = "ja"
    Settings().text_percent = 150
    assert (Settings().language, Settings().text_percent) == ("ja", 150)
    QSettings().setValue("text_percent", "huge")
    assert Settings().text_percent == 100
