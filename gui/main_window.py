"""The window: where everything stands, and one block in which every signal is connected."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QInputDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from core import __version__
from gui.actions import Actions
from gui.docks import BOTTOM, LEFT, RIGHT, Docks, Place
from gui.panels.calculation import CalculationPanel
from gui.panels.data import DataPanel
from gui.panels.gradient_flow import GradientFlowPanel
from gui.panels.loss_curve import LossPanel
from gui.panels.network import NetworkPanel
from gui.panels.numpy_lines import NumpyPanel
from gui.panels.phase_strip import PhaseStrip
from gui.panels.training import TrainingPanel
from gui.player import Player
from gui.session import EVERYTHING, Change, Session
from gui.settings import Settings
from gui.theme import Appearance, Mode, styled
from gui.widgets.divergence_banner import DivergenceBanner
from gui.widgets.transport import Transport

DEFAULT_SIZE = QSize(1440, 900)
SMALLEST_SIZE = QSize(1024, 660)
FARTHEST_EPOCH = 2**31 - 1
MESSAGE_MILLISECONDS = 8000


class MainWindow(QMainWindow):
    """One window in which a run is edited, stepped, run and looked at."""

    def __init__(self, session: Session, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self.session, self.appearance, self.settings = session, appearance, settings
        self.player = Player(session, self)
        self.actions_ = Actions(self)
        self.transport = Transport(self.actions_.in_menu("train"), self.actions_["toggle_run"])
        self.banner = DivergenceBanner()
        self.phase_strip = PhaseStrip(session, appearance)
        self.flow = GradientFlowPanel(session, appearance)
        self.calculation = CalculationPanel(session, appearance)
        self.data = DataPanel(session, appearance)
        self.network = NetworkPanel(session, appearance)
        self.training = TrainingPanel(session, appearance)
        self.loss = LossPanel(session, appearance)
        self.numpy_lines = NumpyPanel(session, appearance)
        self.docks = Docks(self, self._places())
        self.setWindowTitle("Gyaku")
        self.setMinimumSize(SMALLEST_SIZE)
        self._lay_out()
        self._fill_menus()
        self._connect()
        self._tint()
        self._restore_layout()
        self._on_change()
        self.flow.view.setFocus()

    def reset(self) -> None:
        """Begin again from the same initial parameters."""
        self.session.reset()

    def step_back(self) -> None:
        """Undo one operation."""
        self.session.step_back()

    def step(self) -> None:
        """Do one operation, and let it be seen."""
        self.session.step()
        self.flow.animate()

    def step_phase(self) -> None:
        """Go on to the end of the phase."""
        self.session.step_phase()

    def run_epoch(self) -> None:
        """Complete one epoch."""
        self.session.run_epoch()

    def toggle_run(self) -> None:
        """Run, or pause."""
        if self.player.running:
            self.player.pause()
        else:
            self.player.start()

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

    def fit_flow(self) -> None:
        """Show the whole network again."""
        self.flow.fit()

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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left."""
        self.player.pause()
        self.settings.keep_layout(self.saveGeometry(), self.saveState())
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Space to the button that has the focus; everywhere else it runs and pauses."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            on_button = isinstance(self.focusWidget(), QAbstractButton | QComboBox)
            if on_button and event.key() == Qt.Key.Key_Space:
                event.accept()
                return True
        return super().event(event)

    def _lay_out(self) -> None:
        self._add_bar("transport", self.tr("Training"), self.transport)
        self.addToolBarBreak()
        self._add_bar("phases", self.tr("Operations"), self.phase_strip)
        central = styled(QWidget(), "panel")
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.flow, 1)
        self.setCentralWidget(central)
        self.statusBar().setSizeGripEnabled(False)

    def _places(self) -> list[Place]:
        return [
            Place("data", self.tr("Data"), self.data, LEFT, 250),
            Place("network", self.tr("Network"), self.network, LEFT, 260),
            Place("training", self.tr("Training"), self.training, LEFT, 190),
            Place("calculation", self.tr("Calculation"), self.calculation, BOTTOM, 0),
            Place("loss", self.tr("Loss"), self.loss, RIGHT, 320),
            Place("numpy", self.tr("NumPy"), self.numpy_lines, RIGHT, 420),
        ]

    def _add_bar(self, name: str, title: str, content: QWidget) -> None:
        bar = styled(QToolBar(title), name)
        bar.setMovable(False)
        bar.addWidget(content)
        bar.toggleViewAction().setVisible(False)
        self.addToolBar(bar)

    def _fill_menus(self) -> None:
        titles = {
            "file": self.tr("&File"),
            "train": self.tr("&Train"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }
        menus = {name: self.menuBar().addMenu(title) for name, title in titles.items()}
        for name, menu in menus.items():
            menu.addActions(self.actions_.in_menu(name))
        view = menus["view"]
        view.addSeparator()
        view.addActions(self.docks.toggles())
        view.addAction(self.tr("Put all panels back"), self.docks.restore)
        view.addSeparator()
        self._add_theme_menu(view)
        self.reduced_motion = view.addAction(self.tr("Reduce motion"))
        self.reduced_motion.setCheckable(True)
        self.reduced_motion.setChecked(self.settings.reduced_motion)
        self.flow.motion.reduced = self.settings.reduced_motion

    def _add_theme_menu(self, view: QMenu) -> None:
        menu = view.addMenu(self.tr("Theme"))
        self.theme_actions = QActionGroup(self)
        titles = {Mode.SYSTEM: self.tr("As the system"), Mode.LIGHT: self.tr("Light"), Mode.DARK: self.tr("Dark")}
        for mode, title in titles.items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setData(mode)
            action.setChecked(mode is self.appearance.mode)
            self.theme_actions.addAction(action)

    def _connect(self) -> None:
        self.session.changed.connect(self._on_change)
        self.session.announced.connect(self._on_announced)
        self.appearance.changed.connect(self._tint)
        self.theme_actions.triggered.connect(self._on_theme)
        self.reduced_motion.toggled.connect(self._on_reduced_motion)
        self.banner.return_wanted.connect(self.session.return_to)
        self.banner.reset_wanted.connect(self.session.reset)

    def _on_change(self, change: Change = EVERYTHING) -> None:
        if change & Change.RUNNING:
            self.actions_.show_running(self.session.running, self.appearance.theme.accent_text)
        trainer = self.session.trainer
        self.transport.readout.show_trainer(trainer)
        self.banner.show_trainer(trainer)
        at_start = trainer.epoch == 0 and trainer.cursor == 0
        self.actions_.enable(can_go_forward=not trainer.diverged, can_go_back=not at_start)

    def _on_announced(self, sentence: str) -> None:
        self.statusBar().showMessage(sentence, MESSAGE_MILLISECONDS)

    def _on_theme(self, action: QAction) -> None:
        self.appearance.set_mode(action.data())
        self.settings.mode = action.data()

    def _on_reduced_motion(self, reduced: bool) -> None:
        self.flow.motion.reduced = reduced
        self.settings.reduced_motion = reduced

    def _tint(self) -> None:
        theme = self.appearance.theme
        self.actions_.tint(theme.text, theme.accent_text)
        self.actions_.show_running(self.session.running, theme.accent_text)

    def _restore_layout(self) -> None:
        self.resize(DEFAULT_SIZE.boundedTo(self.screen().availableSize()))
        self.docks.restore()
        layout = self.settings.layout()
        if layout is not None:
            geometry, state = layout
            self.restoreGeometry(geometry)
            self.restoreState(state)
