"""What is said when the loss has become NaN or infinite, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from core.numerals import format_exactly, format_number
from core.training import Trainer
from gui.text import count_text


class DivergenceBanner(QFrame):
    """One sentence and two ways back: to the best epoch, or to the start."""

    return_wanted = Signal(object)
    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.back = QPushButton()
        self.reset = QPushButton(self.tr("Reset"))
        for button in (self.back, self.reset):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space runs
        self._best = 0
        layout = QHBoxLayout(self)
        layout.addWidget(self.sentence, 1)
        layout.addWidget(self.back)
        layout.addWidget(self.reset)
        self.back.clicked.connect(self._on_back)
        self.reset.clicked.connect(self.reset_wanted)
        self.hide()

    def show_trainer(self, trainer: Trainer) -> None:
        """Come where `trainer` has diverged, and go where it has not."""
        self.setVisible(trainer.diverged)
        if not trainer.diverged or trainer.loss is None:
            return
        sentence = self.tr(
            "The loss became {loss} in epoch {epoch}, and training stopped: most likely the learning rate {rate} is "
            "too large."
        )
        rate = format_exactly(trainer.experiment.training.learning_rate)
        self.sentence.setText(
            sentence.format(epoch=count_text(trainer.epoch), loss=format_number(trainer.loss), rate=rate)
        )
        self._best = trainer.best_batch()
        self.back.setText(self.tr("Back to epoch {epoch}").format(epoch=count_text(trainer.epoch_of(self._best))))
        self.back.setToolTip(self.tr("The lowest loss since the settings were changed last"))

    def _on_back(self) -> None:
        self.return_wanted.emit(self._best)
