from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.shortcuts import ShortcutsDialog
from tests.gui.looks import is_blank, pixels


def test_keys_are_listed_under_their_headings(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ShortcutsDialog({"Train": [("Run", "Space"), ("Step", "Right")], "Edit": [("Undo", "Ctrl+Z")]}, window)
    dialog.show()
    root = dialog.table.invisibleRootItem()
    listed = {
        root.child(index).text(0): [
            (root.child(index).child(row).text(0), root.child(index).child(row).text(1))
            for row in range(root.child(index).childCount())
        ]
        for index in range(root.childCount())
    }
    assert listed == {"Train": [("Run", "Space"), ("Step", "Right")], "Edit": [("Undo", "Ctrl+Z")]}
    assert all(root.child(index).isExpanded() for index in range(root.childCount()))
    assert not is_blank(pixels(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
