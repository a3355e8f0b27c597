"""What can be taken out of a panel: its picture, and its numbers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from core.disk import write_atomically
from gui.widgets.icon_button import IconButton
from gui.widgets.notice import Notice
from gui.widgets.saving import ask_where_to_save

SHARPNESS = 2  # pixels of a saved picture for one on the screen


class PanelMenu(QMenu):
    """Copies and saves what a panel shows. `picture` and `numbers` say what that is when it is wanted."""

    def __init__(
        self,
        title: str,
        picture: Callable[[], QWidget],
        numbers: Callable[[], str | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title, self._picture, self._numbers = title, picture, numbers
        self._notice = Notice(self)
        self.addAction(self.tr("Copy picture"), self.copy_picture)
        self.addAction(self.tr("Save picture…"), self.ask_for_picture)
        self._for_numbers = [
            self.addAction(self.tr("Copy numbers"), self.copy_numbers),
            self.addAction(self.tr("Save numbers…"), self.ask_for_numbers),
        ]
        self.aboutToShow.connect(self._on_show)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QApplication.clipboard().setPixmap(pixmap_of(self._picture()))

    def copy_numbers(self) -> None:
        """Put the numbers on the clipboard."""
        QApplication.clipboard().setText(self._numbers() or "")

    def ask_for_picture(self) -> None:
        """Ask for a file, and save the picture there, as PNG or SVG."""
        if path := self._ask(".png", self.tr("Pictures (*.png)"), self.tr("Drawings (*.svg)")):
            widget = self._picture()
            content = svg_of(widget) if path.suffix.lower() == ".svg" else png_of(widget)
            self._save(path, content)

    def ask_for_numbers(self) -> None:
        """Ask for a file, and save the numbers there as comma-separated values."""
        if path := self._ask(".csv", self.tr("Tables (*.csv)")):
            self._save(path, (self._numbers() or "").encode())

    def _on_show(self) -> None:
        has_numbers = self._numbers() is not None
        for action in self._for_numbers:
            action.setVisible(has_numbers)

    def _ask(self, suffix: str, *kinds: str) -> Path | None:
        return ask_where_to_save(self._picture(), self.tr("Save"), f"{self._title}{suffix}", *kinds)

    def _save(self, path: Path, content: bytes) -> None:
        self._notice.attempt(lambda: write_atomically(path, content), self._picture())


class TakeOutButton(IconButton):
    """The button a panel's menu opens from."""

    def __init__(self, title: str, picture: Callable[[], QWidget], numbers: Callable[[], str | None]) -> None:
        super().__init__("more", self.tr("Copy or save {panel}").format(panel=title))
        self.setMenu(PanelMenu(title, picture, numbers, self))
        self.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)


def pixmap_of(widget: QWidget) -> QPixmap:
    """Return what a widget looks like, sharper than on the screen."""
    pixmap = QPixmap(widget.size() * SHARPNESS)
    pixmap.setDevicePixelRatio(SHARPNESS)
    QWidget.render(widget, pixmap)  # of a graphics view, `render` is another function
    return pixmap


def png_of(widget: QWidget) -> bytes:
    """Return what a widget looks like as the content of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap_of(widget).save(buffer, "PNG")
    return bytes(buffer.data().data())


def svg_of(widget: QWidget) -> bytes:
    """Return what a widget looks like as the content of an SVG file, in lines that stay sharp at any size."""
    buffer, generator = QBuffer(), QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(0, 0), widget.size()))
    painter = QPainter(generator)
    QWidget.render(widget, painter, QPoint(0, 0))
    painter.end()
    return bytes(buffer.data().data())
