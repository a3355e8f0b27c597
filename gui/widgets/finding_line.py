"""The worst finding in one line, under the diagram."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gui.findings import Findings, show_finding
from gui.session import Change, Session
from gui.text import phrase_text
from gui.widgets.elided_label import ElidedLabel


class FindingLine(QFrame):
    """Comes where something keeps the run from learning, and goes where nothing does.

    “Show” marks it in the diagram and emits `show_wanted`; `why_wanted` asks for all there is to say.
    """

    show_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._session = session
        self.findings = Findings(session, self)
        self.title, self.sentence = QLabel(), ElidedLabel()
        self.show_button, self.why_button = QPushButton(self.tr("Show")), QPushButton(self.tr("Why?"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self.title)
        layout.addWidget(self.sentence, 1)
        for button in (self.show_button, self.why_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click, Space still runs
            layout.addWidget(button)
        session.changed.connect(self._on_change)
        self.findings.changed.connect(self._show)
        self.show_button.clicked.connect(self._on_show)
        self.why_button.clicked.connect(self.why_wanted)
        self.hide()

    def _on_change(self, change: Change) -> None:
        if change & (Change.EXPERIMENT | Change.POSITION):
            self.findings.ask_soon()

    def _show(self) -> None:
        found = self.findings.found
        self.setVisible(bool(found))
        if found:
            title = phrase_text(found[0].title)
            self.title.setText(f"<b>{title}</b>")
            self.sentence.show_text(phrase_text(found[0].sentence))
            self.show_button.setAccessibleName(self.tr("Show in the diagram: {finding}").format(finding=title))
            self.why_button.setAccessibleName(self.tr("Why? {finding}").format(finding=title))

    def _on_show(self) -> None:
        show_finding(self._session, self.findings.found[0])
        self.show_wanted.emit()
