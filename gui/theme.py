"""Light and dark: every colour the window uses, and the style made of them.

The window owns both themes, because not every platform lends its own; the system's scheme is only followed.
"""

from dataclasses import dataclass, fields
from enum import Enum
from string import Template
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from core.operations import Phase
from gui.icons import icon_path


@dataclass(frozen=True)
class Theme:
    """The colours of one theme. Zero of every scale is `card`; each colour means one thing."""

    ground: str
    panel: str
    card: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_text: str
    focus: str  # the ring around what has the keyboard
    selection: str
    edge: str
    positive_value: str
    negative_value: str
    positive_gradient: str
    negative_gradient: str
    forward: str
    loss: str
    backward: str
    update: str
    warning: str
    warning_ground: str
    first_layer: str
    last_layer: str

    def phase(self, phase: Phase) -> QColor:
        """Return the hue of a phase."""
        return QColor(getattr(self, phase.name.lower()))


LIGHT = Theme(
    ground="#eef0f3",
    panel="#fbfbfc",
    card="#ffffff",
    line="#e2e6eb",
    text="#1d2430",
    quiet="#5f6a78",
    accent="#1d4f91",
    accent_text="#ffffff",
    focus="#1d4f91",
    selection="#dbe7f6",
    edge="#c3c9d2",
    positive_value="#2171b5",
    negative_value="#d9730d",
    positive_gradient="#1b7837",
    negative_gradient="#762a83",
    forward="#2171b5",
    loss="#8c510a",
    backward="#762a83",
    update="#1b7837",
    warning="#8a3b00",
    warning_ground="#fff3e0",
    first_layer="#762a83",
    last_layer="#00796b",
)

DARK = Theme(
    ground="#14171c",
    panel="#191d23",
    card="#1f242c",
    line="#2f3641",
    text="#e6eaf0",
    quiet="#96a0b0",
    accent="#2f6fd0",
    accent_text="#ffffff",
    focus="#6ea8fe",
    selection="#26395a",
    edge="#454e5c",
    positive_value="#58a6ff",
    negative_value="#f0883e",
    positive_gradient="#56c271",
    negative_gradient="#b874d6",
    forward="#6cb2f5",
    loss="#d9a05b",
    backward="#c98be0",
    update="#6fd08c",
    warning="#f2cc8f",
    warning_ground="#332a1c",
    first_layer="#c98be0",
    last_layer="#4fd1b5",
)

STYLE = Template("""
QMainWindow, QDialog { background: $ground; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; padding: 4px 8px; spacing: 4px; }
QToolBar#timeline { border-bottom: none; border-top: 1px solid $line; padding: 0 8px; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $quiet; }
QStatusBar::item { border: none; }
QMenuBar { background: $panel; border-bottom: 1px solid $line; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QWidget#panel { background: $panel; }
QLabel#title { font-weight: 700; font-size: ${title_size}px; }
QLabel#quiet { color: $quiet; }
QLabel#caption { color: $quiet; font-size: ${caption_size}px; }
QLabel#notice { color: $warning; background: $warning_ground; border: 1px solid $warning; border-radius: 4px;
    padding: 4px 8px; }
QFrame#card { background: $card; border: 1px solid $line; border-radius: 6px; }
QFrame#banner { background: $warning_ground; border: 1px solid $warning; border-radius: 6px; }
QFrame#banner QLabel { color: $warning; }
QPushButton, QToolButton { background: $card; border: 1px solid $line; border-radius: 5px; padding: 4px 8px; }
QPushButton:hover, QToolButton:hover { border-color: $accent; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; background: $panel; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 3px 7px; }
QToolButton#primary { background: $accent; color: $accent_text; border-color: $accent; font-weight: 700; }
QToolButton#primary:focus { border-color: $text; }
QToolButton#primary:disabled { background: $line; color: $quiet; border-color: $line; }
QPushButton#choice { padding: 3px 10px; border-radius: 0; }
QPushButton#choice:checked { background: $text; color: $panel; border-color: $text; }
QPushButton#choice:focus { background: $focus; color: $panel; border: 2px solid $text; padding: 2px 9px; }
QToolButton#flat { border: none; background: transparent; padding: 2px; }
QToolButton::menu-indicator { image: none; }
QToolButton#flat:hover, QToolButton#flat:focus { background: $selection; }
QToolButton#flat:focus { border: 2px solid $focus; padding: 0; }
QToolButton#fold { border: 2px solid transparent; background: transparent; padding: 1px 3px 1px 0; font-weight: 700;
    font-size: ${title_size}px; }
QToolButton#fold:hover, QToolButton#fold:focus { background: $selection; }
QToolButton#fold:focus { border-color: $focus; }
QCheckBox, QSlider { border: 2px solid transparent; border-radius: 4px; padding: 0 2px; }
QCheckBox:focus, QSlider:focus { border-color: $focus; }
QCheckBox::indicator { background: $card; border: 1px solid $quiet; border-radius: 3px; width: ${box_size}px;
    height: ${box_size}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QTabBar::tab { background: $ground; color: $quiet; border: 2px solid transparent; padding: 3px 8px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { background: $panel; color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border-color: $focus; }
QLineEdit, QComboBox { background: $card; border: 1px solid $line; border-radius: 5px; padding: 3px 6px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $focus; padding: 2px 5px; }
QComboBox, QComboBox:focus { combobox-popup: 0; padding-right: 0; }
QComboBox::drop-down { border: none; width: ${drop_down_size}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${arrow_size}px; height: ${arrow_size}px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; selection-background-color: $selection;
    selection-color: $text; outline: none; }
QLineEdit[refused="true"] { border: 1px solid $warning; }
QTableView { background: $card; border: 1px solid $line; gridline-color: $line; selection-background-color: $selection;
    selection-color: $text; }
QTableView:focus { border-color: $focus; }
QTableView QLineEdit { border: 1px solid $focus; border-radius: 0; padding: 0 2px; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $ground; color: $text; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line; padding: 4px 0; font-weight: 700; font-size: ${caption_size}px; }
QTableCornerButton::section { background: $ground; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; min-height: 20px; min-width: 20px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QScrollArea#page { border: 1px solid transparent; }
QScrollArea#page:focus { border-color: $focus; }
QProgressBar { background: $line; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QListView#pins { background: transparent; border: 1px solid transparent; outline: none; }
QListView#code { background: $card; border: 1px solid transparent; outline: none; }
QListView#pins:focus, QListView#code:focus { border-color: $focus; }
""")

TEXT_PIXELS = 13

Styled = TypeVar("Styled", bound=QWidget)


class Mode(Enum):
    """Which theme the learner wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """The theme in force. `changed` says that colours must be looked up anew."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.mode = Mode.SYSTEM
        self.theme = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or force light or dark."""
        self.mode = mode
        self._follow()

    def _follow(self) -> None:
        system_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self.mode is Mode.DARK or (self.mode is Mode.SYSTEM and system_dark)
        self.theme = DARK if dark else LIGHT
        QApplication.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))
        self.changed.emit()


def palette(theme: Theme) -> QPalette:
    """Return the theme as Qt's palette."""
    result = QPalette(QColor(theme.panel))
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.quiet,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_text,
        QPalette.ColorRole.Link: theme.focus,  # as widgets that paint themselves know it
        QPalette.ColorRole.Light: theme.card,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.quiet,
        QPalette.ColorRole.Shadow: theme.line,
    }
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return result


def style_sheet(theme: Theme) -> str:
    """Return the theme as Qt's style sheet."""
    colors = {field.name: getattr(theme, field.name) for field in fields(theme)}
    pixels = {"title_size": 12, "caption_size": 11, "drop_down_size": 18, "arrow_size": 10, "box_size": 13}
    sizes = {name: scaled(size) for name, size in pixels.items()}
    drawings = {"arrow": icon_path(f"arrow-{'dark' if theme is DARK else 'light'}"), "check": icon_path("check")}
    return STYLE.substitute(colors | sizes | drawings)


def styled(widget: Styled, name: str) -> Styled:
    """Return `widget` under the name by which the style sheet knows it."""
    widget.setObjectName(name)
    return widget


def set_text_percent(percent: int) -> None:
    """Make text so large, in percent of its usual size: what is made from then on goes by the application's font."""
    font = QApplication.font()
    font.setPixelSize(round(TEXT_PIXELS * percent / 100))
    QApplication.setFont(font)


def scaled(pixels: float) -> int:
    """Return a length that text has to fit into, at the size that text has."""
    return round(pixels * QApplication.font().pixelSize() / TEXT_PIXELS)


def by_own_name(font: QFont) -> QFont:
    """Return a font that the system calls by what it is for, such as “monospace”, as what it is."""
    font.setFamily(QFontInfo(font).family())
    return font


def number_font(pixels: int = 12) -> QFont:
    """Return the system's monospace font, for numbers and code."""
    font = by_own_name(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    font.setPixelSize(scaled(pixels))
    return font


def text_font(pixels: int = TEXT_PIXELS, *, bold: bool = False) -> QFont:
    """Return the system's font for text."""
    font = QFont(QApplication.font())
    font.setPixelSize(scaled(pixels))
    font.setBold(bold)
    return font
