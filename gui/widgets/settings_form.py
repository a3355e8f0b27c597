"""Settings below one another, each behind what it is called."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from gui.theme import scaled

LABEL_WIDTH = 106


class SettingsForm(QWidget):
    """Two columns, which stand under one another in all forms of a panel."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(4)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def add(self, title: str, field: QWidget) -> None:
        """Add a row."""
        label = QLabel(title)
        label.setFixedWidth(scaled(LABEL_WIDTH))
        label.setWordWrap(True)
        label.setBuddy(field)
        self._rows.addRow(label, field)

    def drop_last(self) -> None:
        """Take the last row out."""
        self._rows.removeRow(self._rows.rowCount() - 1)
