"""The batch in NumPy: one line for each operation, the current one marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.operations import Phase
from gui.painting.color_scale import mix
from gui.session import Change, Session
from gui.theme import Appearance, number_font, styled
from gui.widgets.panel import Panel, column

LINE_HEIGHT = 20
NUMBER_WIDTH = 30


class LineDelegate(QStyledItemDelegate):
    """Draws a line with its number, in the colour of its phase where it is the current one."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.current = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the room of a line."""
        width = QFontMetrics(number_font()).horizontalAdvance(str(index.data())) + NUMBER_WIDTH + 16
        return QSize(width, LINE_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line."""
        theme = self._appearance.theme
        rect: QRect = option.rect
        phase: Phase = index.data(Qt.ItemDataRole.UserRole)
        is_current = index.row() == self.current
        if is_current:
            painter.fillRect(rect, mix(QColor(theme.card), theme.phase(phase), 0.18))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.phase(phase))
        font = number_font()
        painter.setFont(font)
        painter.setPen(QColor(theme.quiet))
        middle = Qt.AlignmentFlag.AlignVCenter
        number = QRect(rect.left(), rect.top(), NUMBER_WIDTH, rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | middle, str(index.row() + 1))
        font.setBold(is_current)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if index.row() <= self.current else theme.quiet))
        painter.drawText(
            rect.adjusted(NUMBER_WIDTH + 8, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | middle, str(index.data())
        )


class NumpyPanel(Panel):
    """The lines of NumPy of one batch. A click on a line goes to its operation."""

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.RUNNING

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.lines = styled(QListWidget(), "code")
        self._delegate = LineDelegate(appearance, self.lines)
        self.lines.setItemDelegate(self._delegate)
        self.lines.setAccessibleName(self.tr("One batch in NumPy"))
        column(self, self.lines)
        self.lines.itemClicked.connect(self._on_line)
        self.lines.itemActivated.connect(self._on_line)

    def refresh(self, change: Change) -> None:
        """Show the lines and mark the current one."""
        trainer = self.session.trainer
        if change & Change.EXPERIMENT:
            self.lines.clear()
            for operation in trainer.plan.operations:
                item = QListWidgetItem(operation.numpy)
                item.setData(Qt.ItemDataRole.UserRole, operation.phase)
                self.lines.addItem(item)
        if self._delegate.current == trainer.cursor - 1 and change == Change.POSITION:
            return
        self._delegate.current = trainer.cursor - 1
        if trainer.cursor and not self.session.running:
            self.lines.setCurrentRow(trainer.cursor - 1)
        self.lines.viewport().update()

    def _on_line(self, item: QListWidgetItem) -> None:
        self.session.go_to(self.lines.row(item) + 1)
