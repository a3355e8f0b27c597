"""The pictures of the README, taken here without a screen."""

from pathlib import Path

import pytest
import screenshot
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import free_deleted


def test_takes_a_picture_in_light_and_one_in_dark(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshot, "make_application", lambda: qapp)
    monkeypatch.setattr(screenshot, "SETTLING_MILLISECONDS", 0)
    before = QSettings.defaultFormat()
    try:
        assert screenshot.main([str(tmp_path)]) == 0
    finally:
        QSettings.setDefaultFormat(before)
        qapp.setStyleSheet("")
        free_deleted()
    light, dark = (QImage(str(tmp_path / f"{name}.png")) for name in ("light", "dark"))
    assert light.width() >= screenshot.SIZE[0]
    assert light.pixelColor(5, 5).lightness() > 200
    assert dark.pixelColor(5, 5).lightness() < 60


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        screenshot.main([str(tmp_path / "file")])
