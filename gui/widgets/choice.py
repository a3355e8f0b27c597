"""One of a few, side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gui.theme import styled


class Choice(QWidget):
    """A row of buttons of which one is down. `chosen` carries its index when the learner chose it."""

    chosen = Signal(int)

    def __init__(self, name: str, options: list[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, option in enumerate(options):
            button = styled(QPushButton(), "choice")
            button.setText(option)
            button.setAccessibleName(f"{name}: {option}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.chosen)

    @property
    def index(self) -> int:
        """Which one is down."""
        return self._group.checkedId()

    def button(self, index: int) -> QPushButton:
        """Return one of the buttons."""
        button = self._group.button(index)
        assert isinstance(button, QPushButton)
        return button

    def show_index(self, index: int) -> None:
        """Put one of them down without calling it a choice."""
        self._group.button(index).setChecked(True)
