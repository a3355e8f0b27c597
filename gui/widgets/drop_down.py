"""One of a list, by name."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from gui.text import core_text


class DropDown(QComboBox):
    """Offers the entries of a registry: shows their titles, and knows them by their names."""

    def __init__(self, name: str, titles: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a choice by mouse, Space still runs
        for key, title in titles.items():
            self.addItem(core_text(title), key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around it: a turn in passing must not change the experiment."""
        event.ignore()

    def show_name(self, name: str | None) -> None:
        """Show an entry, without calling it a choice."""
        self.setCurrentIndex(self.findData(name))
