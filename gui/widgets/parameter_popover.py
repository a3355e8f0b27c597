"""A card in which one weight or bias is set by hand, at the place where it is drawn."""

from math import isnan

import numpy as np
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QGridLayout, QLabel, QWidget

from core.numerals import format_exactly, format_number, parse_number
from gui.painting.color_scale import round_limit
from gui.theme import scaled, styled
from gui.widgets.notice import Notice
from gui.widgets.number_field import NumberField
from gui.widgets.sliders import StrokeSlider

TICKS = 1000  # of the slider on each side of zero
LEAST_LIMIT = 2.0
FIELD_WIDTH, SLIDER_WIDTH = 96, 190
CLOSING = Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape


class ValueField(NumberField):
    """The number. Enter closes the card it stands on, Escape, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the card know of Enter and Escape."""
        super().keyPressEvent(event)
        if event.key() in CLOSING:
            event.ignore()


class ValueSlider(StrokeSlider):
    """Goes from −limit to +limit."""

    def __init__(self) -> None:
        super().__init__("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the card it stands on has the keys
        self.setRange(-TICKS, TICKS)
        self.setSingleStep(TICKS // 100)
        self.setPageStep(TICKS // 10)
        self.setFixedWidth(scaled(SLIDER_WIDTH))
        self._limit = LEAST_LIMIT

    @property
    def limit(self) -> float:
        """What its right end stands for."""
        return self._limit

    def number_at(self, position: int) -> float:
        """Return the value that a position stands for."""
        return float(f"{position / TICKS * self._limit:.4g}")

    def fit(self, limit: float) -> None:
        """Let the ends stand for other values."""
        self._limit = limit

    def show_value(self, value: float) -> None:
        """Show a value; one beyond the ends is shown at the end."""
        self.show_position(0 if isnan(value) else round(min(max(value / self._limit, -1.0), 1.0) * TICKS))


class ParameterPopover(QFrame):
    """The card. It closes with Enter, or when the keys go elsewhere; with Escape everything is as it was before.

    `valued` carries a value and the key by which the values of one drag are one edit; `closed` says that the keys are
    free for another widget.
    """

    valued = Signal(float, object)
    frozen = Signal(bool)
    cancelled = Signal()
    closed = Signal()

    def __init__(self, owner: QWidget, notice: Notice) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.name, self.path = styled(QLabel(), "title"), styled(QLabel(), "caption")
        self.field = ValueField(self.tr("Value"), parse_number, self._on_typed, notice)
        self.field.setFixedWidth(scaled(FIELD_WIDTH))
        self.slider = ValueSlider()
        self.box = QCheckBox(self.tr("frozen"))
        self.box.setToolTip(self.tr("Training leaves it as it is"))
        self.lowest, self.highest = styled(QLabel(), "caption"), styled(QLabel(), "caption")
        self._lay_out()
        self.slider.moved.connect(self.valued)
        self.box.clicked.connect(self.frozen)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self.hide()

    def open(self, name: str, path: str, value: float, *, is_frozen: bool, at: QPoint) -> None:
        """Open for a parameter beside a point of the owner."""
        self.name.setText(name)
        self.path.setText(path)
        self.setAccessibleName(f"{name}, {path}")
        self.field.setAccessibleName(self.tr("Value of {parameter}").format(parameter=name))
        self.slider.setAccessibleName(self.tr("Value of {parameter}, as a slider").format(parameter=name))
        self.slider.fit(max(LEAST_LIMIT, round_limit(np.array(2 * value))))
        self.show_value(value, is_frozen=is_frozen)
        self.adjustSize()
        room = self._owner.size() - self.size()
        self.move(max(0, min(at.x(), room.width())), max(0, min(at.y(), room.height())))
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def show_value(self, value: float, *, is_frozen: bool) -> None:
        """Show what the value is now."""
        text = format_number(value)
        if text != self.field.text():
            self.field.show_text(text)
        self.field.setToolTip(format_exactly(value))
        self.slider.fit(max(self.slider.limit, round_limit(np.array(value))))
        self.slider.show_value(value)
        self.lowest.setText(format_number(-self.slider.limit))
        self.highest.setText(format_number(self.slider.limit, signed=True))
        self.box.setChecked(is_frozen)

    def close_card(self) -> None:
        """Go away; what was typed and not taken is forgotten."""
        focus = QApplication.focusWidget()
        has_keys = focus is None or self.isAncestorOf(focus)
        self.field.forget()
        self.hide()
        if has_keys:
            self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Take Enter and Escape before the window takes them for shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in CLOSING:
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Keep a turn in passing from zooming what is below the card."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter, where nothing is refused, and with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.field.forget()
            self.cancelled.emit()
            self.close_card()
        elif event.key() in CLOSING and not self.field.property("refused"):
            self.close_card()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(6)
        layout.addWidget(self.name, 0, 0)
        layout.addWidget(self.path, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.field, 1, 0)
        layout.addWidget(self.box, 1, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.slider, 2, 0, 1, 2, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.lowest, 3, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.highest, 3, 1, Qt.AlignmentFlag.AlignRight)

    def _on_typed(self, value: float) -> None:
        self.valued.emit(value, None)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.close_card()
