"""The window: where everything stands, and one block in which every signal is connected."""

from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QInputDialog,
    QMainWindow,
    QMessageBox,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from core import __version__
from gui.action_table import DIAGNOSE, RUN
from gui.actions import Actions
from gui.arrangement import places
from gui.docks import AnyPanel, Docks
from gui.document import Document
from gui.files import Files
from gui.menus import Menus
from gui.panels.data import DataPanel
from gui.panels.gradient_flow import GradientFlowPanel
from gui.panels.phase_strip import PhaseStrip
from gui.panels.timeline import TimelinePanel
from gui.player import Player
from gui.session import EVERYTHING, Change
from gui.settings import Settings
from gui.shortcuts import ShortcutsDialog
from gui.tab_order import move_focus
from gui.theme import Appearance, Mode, scaled, styled
from gui.widgets.divergence_banner import DivergenceBanner
from gui.widgets.finding_line import FindingLine
from gui.widgets.panel import Panel
from gui.widgets.transport import Transport

DEFAULT_SIZE = QSize(1440, 900)
SMALLEST_SIZE = QSize(1024, 660)
SMALLEST_FLOW, HEAD = 180, 64  # the controls above take two lines, which grow with text
FARTHEST_EPOCH = 2**31 - 1
MESSAGE_MILLISECONDS = 8000
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)  # that step, where nothing else is to be done with them


class MainWindow(QMainWindow):
    """One window in which a run is edited, stepped, run and looked at."""

    def __init__(self, document: Document, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self.document, self.appearance, self.settings = document, appearance, settings
        self.session = session = document.session
        self.files = Files(document, self, self._import_csv)
        self.player = Player(session, self)
        self.actions_ = Actions(self, self.act)
        self.transport = Transport(self.actions_.in_menu("train"), self.actions_[RUN])
        self.banner = DivergenceBanner()
        self.phase_strip = PhaseStrip(session, appearance)
        self.flow = GradientFlowPanel(session, appearance)
        self.timeline = TimelinePanel(session, appearance)
        self.finding = FindingLine(session)
        self.docks = Docks(self, places(), self._make_panel)
        self.menus = Menus(self.menuBar(), self.actions_, self.docks.toggles(), settings)
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST_SIZE.boundedTo(self.screen().availableSize()))
        self._lay_out()
        self._connect()
        self._tint()
        self._restore()
        self._on_change()
        self._on_edits()
        self._on_document()
        self.flow.view.setFocus()

    def panel(self, kind: type[AnyPanel]) -> AnyPanel:
        """Return the panel of a kind; it is made where it was not wanted before."""
        return self.docks.panel(kind)

    def act(self, target: str) -> None:
        """Do what a target of gui.actions names; a panel is brought up first."""
        first, _, rest = target.partition(".")
        if first in self.docks:
            attrgetter(rest)(self.docks.bring_up(first))()
        else:
            attrgetter(target)(self)()

    def step(self) -> None:
        """Do one operation, and let it be seen."""
        self.session.step()
        self.flow.animate()

    def ask_run_to(self) -> None:
        """Ask for an epoch, and go there."""
        self.player.pause()
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Run to epoch"))
        dialog.setLabelText(self.tr("Train until so many epochs are complete, or go back to when they were:"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(0, FARTHEST_EPOCH)
        dialog.setIntStep(1000)
        dialog.setIntValue(self.session.trainer.epoch + 1000)
        dialog.intValueSelected.connect(self.run_to)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def run_to(self, epoch: int) -> None:
        """Run until `epoch` epochs are complete, or go back to when they were."""
        if epoch <= self.session.trainer.epoch:
            self.session.seek(epoch)
        else:
            self.player.start(epoch)

    def toggle_presentation(self) -> None:
        """Fill the screen with what is to be seen, without the panels for editing, or bring them back."""
        presents = not self.isFullScreen()
        self.docks.set_editing(not presents)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave presentation mode with Escape, where nothing else wants it."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.toggle_presentation()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the window in the order in which it is read."""
        return move_focus(self, forward=forward)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        panels = [(self.flow.head.title.text(), self.flow), (self.tr("Timeline"), self.timeline), *self.docks.made()]
        sections = {title: keys for title, panel in panels if (keys := panel.keys())}
        ShortcutsDialog(self.menus.keys() | sections, self).open()

    def show_about(self) -> None:
        """Say what this program is."""
        text = self.tr(
            "<h3>Gyaku 逆 {version}</h3><p>See backpropagation happen: one operation at a time, forward and back, "
            "with the numbers, the formula and the line of NumPy.</p><p>MIT licence. Made with Qt, PySide6, "
            "pyqtgraph, NumPy and ziamath.</p>"
        )
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("About Gyaku"), text.format(version=__version__), parent=self
        )
        box.setIconPixmap(self.windowIcon().pixmap(64, 64))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def make_way(self) -> None:
        """Come to rest, and remember how the window was left, with the panels that a presentation hides."""
        self.player.pause()
        if self.isFullScreen():
            self.toggle_presentation()
        self.settings.keep_layout(self.saveGeometry(), self.saveState())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what is to become of unsaved work."""
        self.make_way()
        if self.files.may_leave():
            super().closeEvent(event)
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.drop(paths)

    def event(self, event: QEvent) -> bool:
        """Leave Space and the arrows to the widget that has the focus, where they mean something to it."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_for(self.focusWidget(), event):
            event.accept()
            return True
        return super().event(event)

    def _lay_out(self) -> None:
        self._add_bar("transport", self.tr("Training"), self.transport)
        self.addToolBarBreak()
        self._add_bar("phases", self.tr("Operations"), self.phase_strip)
        self._add_bar("timeline", self.tr("Timeline"), self.timeline, Qt.ToolBarArea.BottomToolBarArea)
        central = styled(QWidget(), "panel")
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.flow, 1)
        layout.addWidget(self.finding)
        self.flow.setMinimumHeight(SMALLEST_FLOW - HEAD + scaled(HEAD))
        self.setCentralWidget(central)
        self.statusBar().setSizeGripEnabled(False)

    def _make_panel(self, kind: type[Panel]) -> Panel:
        return kind(self.session, self.appearance)

    def _add_bar(
        self, name: str, title: str, content: QWidget, area: Qt.ToolBarArea = Qt.ToolBarArea.TopToolBarArea
    ) -> None:
        bar = styled(QToolBar(title), name)
        bar.setMovable(False)
        bar.addWidget(content)
        bar.toggleViewAction().setVisible(False)
        self.addToolBar(area, bar)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_change)
        self.session.announced.connect(self._on_announced)
        self.session.run_wanted.connect(self.player.start)
        self.session.edited.connect(self._on_edits)
        self.appearance.changed.connect(self._tint)
        self.document.changed.connect(self._on_document)
        self.menus.file_chosen.connect(self.files.open_path)
        self.menus.example_chosen.connect(self.files.open_example)
        self.menus.mode_chosen.connect(self._on_mode)
        self.menus.motion_reduced.connect(self._on_reduced_motion)
        self.menus.restore_wanted.connect(self.docks.restore)
        self.finding.why_wanted.connect(self.actions_[DIAGNOSE].trigger)
        self.banner.return_wanted.connect(self.session.return_to)
        self.banner.reset_wanted.connect(self.session.reset)

    def _on_change(self, change: Change = EVERYTHING) -> None:
        if change & Change.RUNNING:
            self.actions_.show_running(self.session.running, self.appearance.theme.accent_text)
        trainer = self.session.trainer
        self.transport.readout.show_trainer(trainer)
        self.transport.readout.show_speed(self.player.speed if self.session.running else 0.0)
        self.banner.show_trainer(trainer)
        at_start = trainer.epoch == 0 and trainer.cursor == 0
        self.actions_.enable(can_go_forward=not trainer.diverged, can_go_back=not at_start)

    def _on_announced(self, sentence: str) -> None:
        self.statusBar().showMessage(sentence, MESSAGE_MILLISECONDS)

    def _on_edits(self) -> None:
        stack = self.session.undo_stack
        self.actions_.show_edits(stack.undoText(), stack.redoText())

    def _on_document(self) -> None:
        self.setWindowTitle(self.tr("{name}[*] — Gyaku").format(name=self.document.name))
        self.setWindowModified(self.document.is_modified)

    def _import_csv(self, path: Path) -> None:
        self.docks.bring_up("data")
        self.panel(DataPanel).import_csv(path)

    def _on_mode(self, mode: Mode) -> None:
        self.appearance.set_mode(mode)
        self.settings.mode = mode

    def _on_reduced_motion(self, reduced: bool) -> None:
        self._reduce_motion(reduced)
        self.settings.reduced_motion = reduced

    def _reduce_motion(self, reduced: bool) -> None:
        """Let the dashes travel and the docks glide to their places, or not."""
        self.flow.motion.reduced = reduced
        self.setAnimated(not reduced)

    def _tint(self) -> None:
        theme = self.appearance.theme
        self.actions_.tint(theme.text, theme.accent_text)
        self.actions_.show_running(self.session.running, theme.accent_text)

    def _restore(self) -> None:
        self.menus.show_mode(self.appearance.mode)
        self.menus.show_reduced_motion(self.settings.reduced_motion)
        self._reduce_motion(self.settings.reduced_motion)
        self.resize(DEFAULT_SIZE.boundedTo(self.screen().availableSize()))
        geometry, state = self.settings.layout()
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.docks.restore()
        if state is not None:
            self.restoreState(state)


def _is_for(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Say whether a key presses, moves or chooses something in a widget, so that it is no shortcut."""
    if event.key() == Qt.Key.Key_Space:
        return isinstance(widget, QAbstractButton | QComboBox)
    is_one_of_a_few = isinstance(widget, QAbstractButton) and widget.group() is not None
    is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return is_plain and event.key() in ARROWS and (is_one_of_a_few or isinstance(widget, QAbstractSlider))
