"""Where training stands, in large numbers."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.numerals import format_number
from core.training import Trainer
from gui.text import count_text
from gui.theme import number_font, styled, text_font
from gui.widgets.figure import Figure

CAPTION_PIXELS = 11


class Readout(QWidget):
    """Epoch, loss, and operation n of m."""

    def __init__(self) -> None:
        super().__init__()
        self.epoch, self.loss, self.operation = Figure(), Figure(), Figure()
        self.speed = Figure(quiet=True)
        self.speed.setFont(text_font(CAPTION_PIXELS))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self.speed)
        layout.addSpacing(6)
        for title, value in (
            (self.tr("EPOCH"), self.epoch),
            (self.tr("LOSS"), self.loss),
            (self.tr("OPERATION"), self.operation),
        ):
            name = styled(QLabel(title), "caption")
            value.setFont(_large())
            value.setAccessibleName(title)
            layout.addWidget(name)
            layout.addWidget(value)
            layout.addSpacing(6)

    def show_speed(self, epochs_a_second: float) -> None:
        """Show how fast it goes, in round numbers so that they can be read; 0 says that it stands."""
        speed = count_text(round(float(f"{epochs_a_second:.2g}")))
        self.speed.setText(self.tr("{speed} epochs/s").format(speed=speed) if epochs_a_second else "")

    def show_trainer(self, trainer: Trainer) -> None:
        """Show where `trainer` stands."""
        self.epoch.setText(count_text(trainer.epoch))
        self.loss.setText("–" if trainer.loss is None else format_number(trainer.loss))
        count = len(trainer.plan.operations)
        self.operation.setText(self.tr("{n} of {count}").format(n=trainer.cursor, count=count))


def _large() -> QFont:
    font = number_font(16)
    font.setBold(True)
    return font
