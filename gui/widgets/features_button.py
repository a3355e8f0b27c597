"""A menu of what the network sees of two inputs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from core.data import INPUTS, Data
from core.features import FEATURES
from core.notation import subscript


class FeaturesButton(QToolButton):
    """Ticks the features that are used. `toggled_feature` carries the name of one, and whether it is wanted."""

    toggled_feature = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setText(self.tr("Features") + " ▾")
        self.setToolTip(self.tr("What the network sees of the two inputs"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.setMenu(menu)
        symbols = str.maketrans({"x": f"x{subscript(1)}", "y": f"x{subscript(2)}"})
        for name, feature in FEATURES.items():
            action = menu.addAction(feature.text.translate(symbols))
            action.setCheckable(True)
            action.setData(name)
        menu.triggered.connect(self._on_triggered)

    def show_data(self, data: Data) -> None:
        """Tick the features of data of two inputs; of others, there are none."""
        self.setVisible(data.input_count == len(INPUTS))
        for action in self.menu().actions():
            action.setChecked(action.data() in (data.features or INPUTS))

    def _on_triggered(self, action: QAction) -> None:
        self.toggled_feature.emit(action.data(), action.isChecked())
