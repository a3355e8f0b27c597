"""One of a list, by name."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from core.illustrations import Illustration
from gui.text import core_text
from gui.theme import scaled
from gui.widgets.choice_card import ChoiceCard

NARROWEST, ROOM_BESIDE = 60, 24


class DropDown(QComboBox):
    """Offers the entries of a registry: shows their titles, and knows them by their names.

    Where `explain` gives an illustration of each, it is shown beside the entry the pointer or the keys are on, and
    beside the closed box when the pointer rests on it.
    """

    def __init__(
        self, name: str, titles: Mapping[str, str], explain: Callable[[str], Illustration] | None = None
    ) -> None:
        super().__init__()
        self._explain = explain
        self._card: ChoiceCard | None = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux, Qt gives screen readers the choice in place of the name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a choice by mouse, Space still runs
        for key, title in titles.items():
            self.addItem(core_text(title), key)
        self.highlighted.connect(self._on_highlighted)
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + scaled(ROOM_BESIDE))
        view.installEventFilter(self)

    @property
    def card(self) -> ChoiceCard:
        """What explains an entry."""
        if self._card is None:
            self._card = ChoiceCard(self)
        return self._card

    def show_name(self, name: str | None) -> None:
        """Show an entry, without calling it a choice."""
        self.setCurrentIndex(self.findData(name))

    def minimumSizeHint(self) -> QSize:
        """Return a size in which a long title is shortened; in the list there is room for all of it."""
        return QSize(scaled(NARROWEST), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, with an ellipsis where the title is too long for it."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the entry that is chosen when the list opens, and none when it is closed."""
        if watched is self.view():
            if event.type() == QEvent.Type.Show:
                self._on_highlighted(self.currentIndex())
            elif event.type() == QEvent.Type.Hide:
                self._hide_card()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Explain the entry that is chosen where the pointer rests on the closed box."""
        if event.type() == QEvent.Type.ToolTip and self._explain is not None:
            self._show_card(self.currentIndex(), self)
            return True
        if event.type() == QEvent.Type.Leave and not self.view().isVisible():
            self._hide_card()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make room for the list."""
        self._hide_card()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take away what explained the entry before."""
        self._hide_card()
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around it: a turn in passing must not change the experiment."""
        self._hide_card()
        event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no explanation behind."""
        self._hide_card()
        super().hideEvent(event)

    def _on_highlighted(self, index: int) -> None:
        if self.view().isVisible():
            self._show_card(index, self.view().window())

    def _show_card(self, index: int, beside: QWidget) -> None:
        if self._explain is not None and index >= 0:
            illustration = self._explain(self.itemData(index))
            self.card.show_beside(QRect(beside.mapToGlobal(beside.rect().topLeft()), beside.size()), illustration)
            self.setAccessibleDescription(f"{self.accessibleName()}: {core_text(illustration.sentence)}")

    def _hide_card(self) -> None:
        if self._card is not None:
            self._card.hide()
