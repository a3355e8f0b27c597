"""The pointer, as a learner moves it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NO_BUTTON = Qt.MouseButton.NoButton


def move_to(widget: QWidget, place: QPoint, held: Qt.MouseButton = NO_BUTTON) -> None:
    """Move to a place in a widget, with or without a button held."""
    _send(widget, QEvent.Type.MouseMove, place, NO_BUTTON, held)


def press(widget: QWidget, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Press a button."""
    _send(widget, QEvent.Type.MouseButtonPress, place, button, button)


def release(widget: QWidget, place: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Let go of a button."""
    _send(widget, QEvent.Type.MouseButtonRelease, place, button, NO_BUTTON)


def double_click(widget: QWidget, place: QPoint) -> None:
    """Click twice."""
    press(widget, place)
    release(widget, place)
    _send(widget, QEvent.Type.MouseButtonDblClick, place, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton)
    release(widget, place)


def leave(widget: QWidget) -> None:
    """Go away from a widget."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def rest_on(widget: QWidget, place: QPoint) -> None:
    """Stay at a place until a tooltip is due."""
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))


def turn_wheel(widget: QWidget, place: QPoint, angle: int) -> bool:
    """Turn the wheel; 120 is one notch away from the learner. Return whether the widget keeps that to itself."""
    on_screen, none = QPointF(widget.mapToGlobal(place)), Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(place), on_screen, QPoint(0, 0), QPoint(0, angle), NO_BUTTON, none, phase, False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def _send(widget: QWidget, kind: QEvent.Type, place: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    on_screen = QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(kind, QPointF(place), on_screen, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
