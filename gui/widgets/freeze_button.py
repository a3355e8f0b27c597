"""A lock on parameters."""

from PySide6.QtCore import Signal

from gui.widgets.icon_button import IconButton


class FreezeButton(IconButton):
    """Closed where all of some parameters are frozen. `toggled_by_learner` says that they are to be, or no longer."""

    toggled_by_learner = Signal(bool)

    def __init__(self, of_what: str) -> None:
        super().__init__("unlock", "")
        self._of_what = of_what
        self.setCheckable(True)
        self.show_frozen(0, 1)
        self.clicked.connect(self.toggled_by_learner)

    def show_frozen(self, frozen: int, count: int) -> None:
        """Show how many of the parameters are frozen."""
        every = frozen == count
        self.setChecked(every)
        self.show_icon("lock" if every else "unlock")
        if every:
            name = self.tr("Free {layer}: let training change its weights and biases again")
        elif frozen:
            name = self.tr("Freeze {layer}: {frozen} of its {count} weights and biases are frozen already")
        else:
            name = self.tr("Freeze {layer}: training leaves its weights and biases as they are")
        name = name.format(layer=self._of_what, frozen=frozen, count=count)
        self.setToolTip(name)
        self.setAccessibleName(name)
