"""What can be read or heard of a window."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QTreeView,
    QWidget,
)

from gui.widgets.code_view import CodeView

SEEN_AND_HEARD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
MOST_ROWS = 100

KEYS = re.compile(r"\(((?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z0-9+−→←]|Right|Left|Space|Home|Del|F\d+)(?:, )?)+\)")


def texts_of(root: QWidget) -> Iterator[str]:
    """Yield all that can be read or heard of a widget and what is in it, but for what is painted and for scripts."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.windowTitle())
        yield widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield widget.title()
        elif isinstance(widget, QAbstractItemView) and not isinstance(widget, CodeView):
            yield from _cells(widget)
        for action in widget.actions():
            yield from (action.text(), action.iconText(), action.toolTip())


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    cells = list(_indexes(view, model, QModelIndex()))
    headers = {(across, section) for cell in cells for across, section in ((ACROSS, cell.column()), (DOWN, cell.row()))}
    for role in SEEN_AND_HEARD:
        yield from (str(cell.data(role) or "") for cell in cells)
        yield from (str(model.headerData(section, across, role) or "") for across, section in headers)


def _indexes(view: QAbstractItemView, model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    columns = range(1 if isinstance(view, QListView) else model.columnCount(parent))
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        yield from (model.index(row, column, parent) for column in columns)
        if isinstance(view, QTreeView):
            yield from _indexes(view, model, model.index(row, 0, parent))


def painted(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paint a window, and return the texts that were painted by hand."""
    texts: list[str] = []
    draw: Callable[..., object] = QPainter.drawText

    def listen(painter: QPainter, *arguments: object) -> object:
        texts.extend(each for each in arguments if isinstance(each, str))
        return draw(painter, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", listen)
        window.grab()
    return texts
