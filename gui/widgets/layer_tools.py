"""The small buttons on the diagram that change a layer, or put one between two others."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui.theme import number_font
from gui.widgets.icon_button import IconButton


class LayerTools(QFrame):
    """Stand below one column of the diagram: below a hidden layer − units + and ×, between two layers +.

    Columns are those of gui.painting.flow_spots. The signals carry a layer; `inserted`, in front of which one.
    """

    shrunk = Signal(int)
    grown = Signal(int)
    removed = Signal(int)
    inserted = Signal(int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.setObjectName("card")
        self.less, self.more = IconButton("minus", ""), IconButton("plus", "")
        self.remove, self.insert = IconButton("remove", ""), IconButton("plus", "")
        self._units = QLabel()
        self._units.setFont(number_font(11))
        self._units.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._owner, self._column = owner, 0
        self._of_layer: list[QWidget] = [self.less, self._units, self.more, self.remove]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 1, 2, 1)
        layout.setSpacing(2)
        for widget in (*self._of_layer, self.insert):
            layout.addWidget(widget)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)
        self.remove.clicked.connect(self._on_remove)
        self.insert.clicked.connect(self._on_insert)
        self.hide()

    def show_column(self, column: int, units: int, at: QPoint) -> None:
        """Stand below a column, with the middle of the upper edge at a point of the owner."""
        self._column = column
        between = column % 2 == 1
        for widget in self._of_layer:
            widget.setVisible(not between)
        self.insert.setVisible(between)
        self._units.setText(str(units))
        self._name(self.less, self.tr("Remove a unit from hidden {n}"))
        self._name(self.more, self.tr("Add a unit to hidden {n}"))
        self._name(self.remove, self.tr("Remove hidden {n}"))
        self._name(self.insert, self.tr("Insert a hidden layer here"))
        self.adjustSize()
        room = self._owner.size() - self.size()
        x = at.x() - self.width() // 2
        self.move(max(0, min(x, room.width())), max(0, min(at.y(), room.height())))
        self.show()
        self.raise_()

    def _name(self, button: IconButton, name: str) -> None:
        name = name.format(n=self._column // 2)
        button.setToolTip(name)
        button.setAccessibleName(name)

    def _on_less(self) -> None:
        self.shrunk.emit(self._column // 2)

    def _on_more(self) -> None:
        self.grown.emit(self._column // 2)

    def _on_remove(self) -> None:
        self.removed.emit(self._column // 2)

    def _on_insert(self) -> None:
        self.inserted.emit((self._column + 1) // 2)
