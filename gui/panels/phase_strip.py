"""The phase strip: the whole batch as a row of chips."""

from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.operations import Operation, Phase
from gui.painting.color_scale import mix
from gui.session import Change, Session
from gui.text import phrase_text
from gui.theme import Appearance, scaled, styled, text_font
from gui.widgets.panel import Panel

CHIP_HEIGHT = 26
NARROWEST_CHIP = 44
WIDEST_CHIP = 120
STRIP_HEIGHT = 66


class Chip(QAbstractButton):
    """One operation: done, current, or to come. A click goes there."""

    chosen = Signal(int)

    def __init__(self, operation: Operation, cursor: int, appearance: Appearance) -> None:
        super().__init__()
        self._cursor, self._phase, self._appearance = cursor, operation.phase, appearance
        self._now = 0
        self.setText(operation.symbol.text)
        title = phrase_text(operation.title)
        self.setAccessibleName(f"{operation.symbol.text}, {title}")
        self.setToolTip(f"{cursor} · {title}")
        self.setFont(text_font(12))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(scaled(WIDEST_CHIP))
        self.clicked.connect(self._on_click)

    def show_cursor(self, now: int) -> None:
        """Take part in the batch being at operation `now`."""
        if now != self._now:
            self._now = now
            self.update()

    @property
    def is_current(self) -> bool:
        """Whether this operation was done last."""
        return self._now == self._cursor

    def sizeHint(self) -> QSize:
        """Return the room for the symbol."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 16
        return QSize(max(scaled(NARROWEST_CHIP), width), scaled(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the symbol is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip as what it is now."""
        theme = self._appearance.theme
        hue, card = theme.phase(self._phase), QColor(theme.card)
        done = self._cursor < self._now
        ground = hue if self.is_current else mix(card, hue, 0.16) if done else card
        rim = hue if self.is_current or self.underMouse() else mix(QColor(theme.line), hue, 0.5 * done)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(theme.text), 2) if self.hasFocus() else QPen(rim, 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(text_font(12, bold=self.is_current))
        letters = theme.card if self.is_current else theme.text if done else theme.quiet
        painter.setPen(QColor(letters))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _on_click(self) -> None:
        self.chosen.emit(self._cursor)


class PhaseStrip(Panel):
    """All operations of the batch, in their four groups."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.RUNNING

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.chips: list[Chip] = []
        self._symbols: list[str] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.addWidget(self._area)
        self.setFixedHeight(scaled(STRIP_HEIGHT))

    def refresh(self, _change: Change) -> None:
        """Show which operations are done."""
        trainer = self.session.trainer
        symbols = [operation.symbol.text for operation in trainer.plan.operations]
        if symbols != self._symbols:
            self._symbols = symbols
            self._make_chips(trainer.plan.operations)
        for chip in self.chips:
            chip.show_cursor(trainer.cursor)
            if chip.is_current and not self.session.running:
                self._area.ensureWidgetVisible(chip, CHIP_HEIGHT, 0)

    def _make_chips(self, operations: list[Operation]) -> None:
        self.chips = [Chip(operation, cursor, self.appearance) for cursor, operation in enumerate(operations, start=1)]
        for chip in self.chips:
            chip.chosen.connect(self.session.go_to)
        row = styled(QWidget(), "panel")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        chips = iter(self.chips)
        for phase, group in groupby(operations, key=lambda operation: operation.phase):
            members = [next(chips) for _ in group]
            layout.addWidget(PhaseGroup(phase, self._phase_title(phase), members, self.appearance), len(members))
        self._area.setWidget(row)

    def _phase_title(self, phase: Phase) -> str:
        return {
            Phase.FORWARD: self.tr("Forward"),
            Phase.LOSS: self.tr("Loss"),
            Phase.BACKWARD: self.tr("Backward"),
            Phase.UPDATE: self.tr("Update"),
        }[phase]


class PhaseGroup(QWidget):
    """The chips of one phase under its name."""

    def __init__(self, phase: Phase, title: str, chips: list[Chip], appearance: Appearance) -> None:
        super().__init__()
        self._phase, self._appearance = phase, appearance
        self._title = styled(QLabel(title), "title")
        appearance.changed.connect(self._tint)
        self._tint()
        row = QHBoxLayout()
        row.setSpacing(4)
        for chip in chips:
            row.addWidget(chip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addLayout(row)

    def _tint(self) -> None:
        self._title.setStyleSheet(f"color: {self._appearance.theme.phase(self._phase).name()}")
