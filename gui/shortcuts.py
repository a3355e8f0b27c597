"""All keys in one table, as F1 shows them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from gui.theme import scaled

Keys = Sequence[tuple[str, str]]
"""What is done, and the keys that do it."""

WIDTH, HEIGHT = 560, 620


class ShortcutsDialog(QDialog):
    """Lists what can be done by keys, under the headings given."""

    def __init__(self, sections: Mapping[str, Keys], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTreeWidget()
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setRootIsDecorated(False)
        for title, keys in sections.items():
            self._add(title, keys)
        self.table.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(buttons)
        self.resize(scaled(WIDTH), scaled(HEIGHT))

    def _add(self, title: str, keys: Keys) -> None:
        heading = QTreeWidgetItem([title])
        heading.setFirstColumnSpanned(True)
        font = heading.font(0)
        font.setBold(True)
        heading.setFont(0, font)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.addTopLevelItem(heading)
        for entry in keys:
            heading.addChild(QTreeWidgetItem(entry))
