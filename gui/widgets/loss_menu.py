"""What can be chosen of the loss plot beside its scale."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from gui.widgets.icon_button import IconButton


class LossMenu(IconButton):
    """A button with a menu. `smoothing` is which of off, light and strong is chosen; `chosen` says that it changed."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__("adjust", self.tr("Smooth, keep and enlarge the curve"))
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addSection(self.tr("Smoothing"))
        self._smoothing = QActionGroup(self)
        for number, (title, tip) in enumerate(
            (
                (self.tr("Not smoothed"), self.tr("Every value as it was measured")),
                (self.tr("Smoothed lightly"), self.tr("Each point is the mean of the 2 % of the picture around it")),
                (self.tr("Smoothed strongly"), self.tr("Each point is the mean of the 8 % of the picture around it")),
            )
        ):
            action = menu.addAction(title)
            action.setToolTip(tip)
            action.setCheckable(True)
            action.setChecked(number == 0)
            action.setData(number)
            self._smoothing.addAction(action)
        menu.addSeparator()
        self.pin: QAction = menu.addAction(self.tr("Keep this run to compare"))
        self.pin.setToolTip(self.tr("Its curves stay, dashed, beside those of the runs to come"))
        self.whole: QAction = menu.addAction(self.tr("Show the whole run"))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._smoothing.triggered.connect(self.chosen)

    @property
    def smoothing(self) -> int:
        """Which smoothing is chosen."""
        return int(self._smoothing.checkedAction().data())

    def smoothing_action(self, number: int) -> QAction:
        """Return what chooses one of them."""
        return self._smoothing.actions()[number]
