"""The diagnosis: it says in words what keeps the run from learning."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.questions.diagnosis import Finding
from gui.csv_text import csv_text
from gui.findings import Findings, show_finding
from gui.session import Change, Session
from gui.theme import Appearance, styled
from gui.widgets.finding_card import FindingCard
from gui.widgets.panel import Panel, column
from gui.widgets.vertical_scroll import VerticalScroll


class DiagnosisPanel(Panel):
    """A card for each finding, the worst first; they are looked at again as the run goes on."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.HISTORY
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.findings = Findings(session, self)
        self.cards: list[FindingCard] = []
        self.nothing = styled(QLabel(), "quiet")
        self.nothing.setWordWrap(True)
        self.content = styled(QWidget(), "panel")
        self._rows = QVBoxLayout(self.content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._rows.addWidget(self.nothing)
        self._rows.addStretch(1)
        column(self, VerticalScroll(self.content))
        self.findings.changed.connect(self._show)

    def ask(self) -> None:
        """Look at the run as it is now."""
        self.findings.ask()
        self._show()

    def refresh(self, change: Change) -> None:
        """Look at once at another experiment, and soon at another moment."""
        if change & Change.EXPERIMENT:
            self.ask()
        else:
            self.findings.ask_soon()

    def picture(self) -> QWidget:
        """Return all cards, those below the edge of the panel, too."""
        return self.content

    def numbers(self) -> str | None:
        """Return the numbers that each finding rests on."""
        rows = [
            (finding.kind.value, finding.layer, name, number)
            for finding in self.findings.found
            for name, number in finding.evidence.items()
        ]
        return csv_text(("finding", "layer", "quantity", "value"), rows) if rows else None

    def _show(self) -> None:
        found = self.findings.found
        while len(self.cards) < len(found):
            card = FindingCard()
            card.show_wanted.connect(self._on_show)
            self._rows.insertWidget(self._rows.count() - 1, card)
            self.cards.append(card)
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(found))
            if number < len(found):
                card.show_finding(found[number])
        self.nothing.setVisible(not found)
        self.nothing.setText(self._nothing_found())

    def _nothing_found(self) -> str:
        if not self.session.trainer.epoch:
            return self.tr("The run has not begun. So far, nothing stands in the way of learning.")
        return self.tr("Nothing stands in the way of learning.")

    def _on_show(self, finding: Finding) -> None:
        show_finding(self.session, finding)
