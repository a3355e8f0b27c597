from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QGraphicsScene, QGraphicsView, QLabel, QWidget

from gui.widgets.panel_menu import SHARPNESS, PanelMenu, pixmap_of, png_of, svg_of
from tests.gui.conftest import Show
from tests.gui.looks import is_blank, pixels_of

NUMBERS = "epoch,loss\n0,0.5\n"


class Made:
    """A menu for a label, and where the next file goes."""

    def __init__(self, show: Show, numbers: str | None = NUMBERS) -> None:
        self.label = show(QLabel("A picture"), 200, 80)
        self.menu = PanelMenu("Loss", self.picture, lambda: numbers)

    def picture(self) -> QWidget:
        return self.label

    def shown(self) -> list[str]:
        self.menu.aboutToShow.emit()
        return [action.text() for action in self.menu.actions() if action.isVisible()]


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "") -> list[str]:
    """Let the next file be chosen; return what was suggested."""
    suggested: list[str] = []

    def ask(_parent: object, _title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        suggested.append(suggestion)
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return suggested


def test_the_picture_is_what_the_widget_looks_like_but_sharper(show: Show) -> None:
    label = Made(show).label
    image = QImage.fromData(png_of(label))
    assert (image.width(), image.height()) == (200 * SHARPNESS, 80 * SHARPNESS)
    assert not is_blank(pixels_of(image))


def test_a_drawing_shows_the_same_as_the_picture(show: Show) -> None:
    label = Made(show).label
    renderer = QSvgRenderer(QByteArray(svg_of(label)))
    assert renderer.isValid()
    picture = pixmap_of(label).toImage()
    drawing = QImage(picture.size(), QImage.Format.Format_RGB32)
    drawing.fill(0xFFFFFF)
    renderer.render(QPainter(drawing))
    dark = [(pixels_of(image).min(axis=2) < 100).mean() for image in (picture, drawing)]
    assert dark[0] > 0
    assert np.isclose(dark[0], dark[1], rtol=0.5)


def test_a_scene_is_drawn_as_it_is_seen(show: Show) -> None:
    scene = QGraphicsScene()
    scene.addText("A picture")
    view = show(QGraphicsView(scene), 200, 80)
    assert not is_blank(pixels_of(QImage.fromData(png_of(view))))
    assert QSvgRenderer(QByteArray(svg_of(view))).isValid()


def test_picture_and_numbers_can_be_copied(show: Show) -> None:
    menu = Made(show).menu
    menu.copy_picture()
    assert not is_blank(pixels_of(QApplication.clipboard().image()))
    menu.copy_numbers()
    assert QApplication.clipboard().text() == NUMBERS


def test_where_there_are_no_numbers_none_are_offered(show: Show) -> None:
    assert Made(show).shown() == ["Copy picture", "Save picture…", "Copy numbers", "Save numbers…"]
    assert Made(show, None).shown() == ["Copy picture", "Save picture…"]


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [("a.png", "", "a.png"), ("a", "", "a.png"), ("a.svg", "", "a.svg"), ("a", "Drawings (*.svg)", "a.svg")],
)
def test_a_picture_is_saved_as_its_name_says(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str, written: str
) -> None:
    suggested = choose(monkeypatch, tmp_path / name, kind)
    Made(show).menu.ask_for_picture()
    start = (tmp_path / written).read_bytes()[:5]
    assert start == (b"\x89PNG\r" if written.endswith("png") else b"<?xml")
    assert suggested == [str(Path.home() / "Loss.png")]


def test_numbers_are_saved_as_a_table(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, tmp_path / "a")
    Made(show).menu.ask_for_numbers()
    assert (tmp_path / "a.csv").read_text("utf-8") == NUMBERS


def test_to_choose_no_file_saves_nothing(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, "")
    made = Made(show)
    made.menu.ask_for_picture()
    made.menu.ask_for_numbers()
    assert list(tmp_path.rglob("*.*g")) == []


def test_what_cannot_be_saved_is_said(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, tmp_path / "no such folder" / "a.csv")
    made = Made(show)
    made.menu.ask_for_numbers()
    (notice,) = [each for each in made.label.findChildren(QLabel) if each.isVisible()]
    assert "a.csv" in notice.text()
