from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from gui.shortcuts import ShortcutsDialog
from tests.gui.looks import is_blank, pixels


def children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [item.child(index) for index in range(item.childCount())]
    return [child for child in found if child is not None]


def test_keys_are_listed_under_their_headings(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ShortcutsDialog({"Train": [("Run", "Space"), ("Step", "Right")], "Edit": [("Undo", "Ctrl+Z")]}, window)
    dialog.show()
    headings = children(dialog.table.invisibleRootItem())
    listed = {each.text(0): [(entry.text(0), entry.text(1)) for entry in children(each)] for each in headings}
    assert listed == {"Train": [("Run", "Space"), ("Step", "Right")], "Edit": [("Undo", "Ctrl+Z")]}
    assert all(each.isExpanded() for each in headings)
    assert not is_blank(pixels(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
