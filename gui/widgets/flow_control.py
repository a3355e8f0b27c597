"""What pointer and keys do on the gradient flow."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QToolTip

from gui.painting.flow_spots import Spot, exists, next_column, next_spot
from gui.session import Session
from gui.widgets.flow_canvas import FlowCanvas
from gui.widgets.flow_editor import FlowEditor
from gui.widgets.flow_menu import FlowMenu
from gui.widgets.flow_teller import FlowTeller
from gui.widgets.flow_view import Wish

WALKS = {
    Wish.NEXT: (next_spot, 1),
    Wish.PREVIOUS: (next_spot, -1),
    Wish.NEXT_COLUMN: (next_column, 1),
    Wish.PREVIOUS_COLUMN: (next_column, -1),
}


class FlowControl(QObject):
    """Points, opens, edits. One unit or edge can have the keys; it is pointed at as the pointer would.

    For screen readers the view is described by the unit or edge that has the keys, and each move is announced: so it
    is heard with a reader that follows either way. `focus_moved` says that another one has them.
    """

    focus_moved = Signal()

    def __init__(self, session: Session, canvas: FlowCanvas) -> None:
        super().__init__(canvas)
        self._session, self._canvas = session, canvas
        self._teller = FlowTeller(session, self)
        self.editor = FlowEditor(session, canvas)
        self._focused: Spot | None = None
        canvas.pointed.connect(self._on_pointed)
        canvas.left.connect(self._on_left)
        canvas.clicked.connect(self._on_clicked)
        canvas.double_clicked.connect(self._on_double_clicked)
        canvas.menu_wanted.connect(self._on_menu)
        canvas.wished.connect(self._on_wish)
        canvas.focus_changed.connect(self.focus_moved)

    @property
    def focused(self) -> Spot | None:
        """The unit or edge that has the keys, while the view has them or its card is open."""
        has_keys = self._canvas.hasFocus() or self.editor.popover.isVisible()
        return self._focused if has_keys and self._exists(self._focused) else None

    def refresh(self) -> None:
        """Tell and show what holds now of what has the keys; while training runs, it is not told."""
        self.editor.refresh()
        if self.focused is not None and not self._session.running:
            self._canvas.setAccessibleDescription(self._teller.sentence(self.focused))

    def fit(self) -> None:
        """Show the whole network, at zoom 1."""
        self._canvas.lay_out(self._session.experiment.sizes)
        self.editor.hide_tools()
        self.focus_moved.emit()

    def _exists(self, spot: Spot | None) -> bool:
        return spot is not None and exists(self._session.experiment.sizes, spot)

    def _focus(self, spot: Spot | None) -> None:
        self._focused = spot
        self._point_at(spot)
        if spot is None:
            self.editor.hide_tools()
            self._canvas.setAccessibleDescription("")
        else:
            self._show_tools(spot.column)
            sentence = self._teller.sentence(spot)
            self._canvas.setAccessibleDescription(sentence)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, sentence))
        self.focus_moved.emit()

    def _point_at(self, spot: Spot | None) -> None:
        self._session.point_at({} if spot is None else spot.place(self._session.row))

    def _show_tools(self, column: int) -> None:
        self.editor.show_tools(column, self._canvas.below_column(column))

    def _on_pointed(self, point: QPointF, on_screen: QPoint) -> None:
        spot = self._canvas.spot_at(point)
        self._point_at(spot)
        self._show_tools(self._canvas.column_at(point))
        self._canvas.setCursor(Qt.CursorShape.CrossCursor if spot else Qt.CursorShape.ArrowCursor)
        if spot is None or self.editor.popover.isVisible():
            QToolTip.hideText()
        else:
            QToolTip.showText(on_screen, "\n".join(self._teller.lines(spot)), self._canvas)

    def _on_left(self) -> None:
        self._point_at(self.focused)
        if self.focused is None:
            self.editor.hide_tools()

    def _on_clicked(self, point: QPointF) -> None:
        spot = self._canvas.spot_at(point)
        self.editor.popover.close_card()
        self._focus(spot)
        if spot is not None:
            self._open(spot)

    def _on_double_clicked(self, point: QPointF) -> None:
        if self._canvas.spot_at(point) is None:
            self.fit()

    def _on_menu(self, point: QPointF | None) -> None:
        """Open the menu of what is at a point, or of what has the keys."""
        spot = self.focused if point is None else self._canvas.spot_at(point)
        if spot is not None:
            self._focus(spot)
            column, at = spot.column, self._canvas.point_of(spot)
        elif point is not None:
            column, at = self._canvas.column_at(point), self._canvas.in_view(point.x(), point.y())
            self._show_tools(column)
        else:
            return
        menu = FlowMenu(self._canvas, self.editor, self._session.experiment, column, spot, at)
        if spot is not None:
            menu.add_act(self.tr("Look at it from near"), partial(self._canvas.look_at, spot))
        menu.popup(self._canvas.mapToGlobal(at))

    def _on_wish(self, wish: Wish) -> None:
        spot = self.focused
        if wish in WALKS:
            walk, by = WALKS[wish]
            self._focus(walk(self._session.experiment.sizes, spot, by))
        elif spot is None:
            return
        elif wish is Wish.OPEN:
            self._open(spot)
        elif wish is Wish.ADD:
            self.editor.add_unit(spot.layer)
        elif wish is Wish.REMOVE:
            self.editor.remove_unit(spot.layer)
        else:
            self._focus(None)

    def _open(self, spot: Spot) -> None:
        QToolTip.hideText()
        self.editor.open(spot, self._canvas.point_of(spot))
        self.focus_moved.emit()  # the card has the keys now, not the view
