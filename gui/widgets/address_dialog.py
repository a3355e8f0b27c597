"""An address of TensorFlow Playground, pasted in: says at once what it stands for, and what of it is lost."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.experiment import Experiment
from core.playground import looks_like_address, read_address
from core.text import RefusalError
from gui.text import phrase_text, refusal_text
from gui.theme import scaled, styled

WIDTH = 460


class AddressDialog(QDialog):
    """Takes an address; `read` carries its Experiment when the learner wants it."""

    read = Signal(object)

    def __init__(self, parent: QWidget, address: str = "") -> None:
        super().__init__(parent)
        self._experiment: Experiment | None = None
        self.setWindowTitle(self.tr("Playground address"))
        self.setMinimumWidth(scaled(WIDTH))
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of TensorFlow Playground"))
        self.address.setPlaceholderText("https://playground.tensorflow.org/#…")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Use this experiment"))
        self._column = layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Address of TensorFlow Playground; all of its settings stand in it:")))
        layout.addWidget(self.address)
        layout.addWidget(self.sentence)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.address.textChanged.connect(self._on_text)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self._on_text("")
        self.address.setText(address or self._copied())

    def _copied(self) -> str:
        """Return the address that was copied elsewhere, if it is one."""
        text = QGuiApplication.clipboard().text().strip()
        return text if looks_like_address(text) else ""

    def _on_text(self, text: str) -> None:
        """Say what an address stands for, what is lost of it, or why it cannot be used."""
        self._experiment = None
        if not text.strip():
            self._say("")
            return
        try:
            self._experiment, notes = read_address(text)
        except RefusalError as refusal:
            self._say(refusal_text(refusal), "notice")
            return
        experiment = self._experiment
        what = self.tr("{training} samples to learn from, {test} to test with; a network of {sizes} units.").format(
            training=experiment.data.samples,
            test=len(experiment.data.test_inputs),
            sizes="–".join(map(str, experiment.sizes)),
        )
        self._say("\n".join([what, *(f"• {phrase_text(note)}" for note in notes)]), "quiet")

    def _say(self, sentence: str, style: str = "quiet") -> None:
        styled(self.sentence, style)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._experiment is not None)

    def _on_accepted(self) -> None:
        self.accept()
        self.read.emit(self._experiment)
