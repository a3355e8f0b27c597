"""A finding in words, and a button that shows where it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from core.questions.diagnosis import Finding
from gui.text import phrase_text


class FindingCard(QFrame):
    """Shows one finding. `show_wanted` carries it."""

    show_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._finding: Finding | None = None
        self.title, self.sentence = QLabel(), QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self.tr("Show"))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        self.button.clicked.connect(self._on_clicked)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding."""
        self._finding = finding
        title = phrase_text(finding.title)
        self.title.setText(f"<b>{title}</b>")
        self.sentence.setText(phrase_text(finding.sentence))
        self.setAccessibleName(title)
        self.button.setAccessibleName(self.tr("Show in the diagram: {finding}").format(finding=title))

    def _on_clicked(self) -> None:
        self.show_wanted.emit(self._finding)
