"""The panels of the window, in one table: what they are called, and where they stand at first."""

from PySide6.QtCore import QCoreApplication

from gui.docks import BOTTOM, LEFT, RIGHT, Place
from gui.panels.calculation import CalculationPanel
from gui.panels.data import DataPanel
from gui.panels.loss_curve import LossPanel
from gui.panels.network import NetworkPanel
from gui.panels.numpy_lines import NumpyPanel
from gui.panels.training import TrainingPanel


def places() -> list[Place]:
    """Return a place for each panel, with its title in the language in force."""
    tr = QCoreApplication.translate
    return [
        Place("data", tr("Panels", "Data"), DataPanel, LEFT, 250),
        Place("network", tr("Panels", "Network"), NetworkPanel, LEFT, 230),
        Place("training", tr("Panels", "Training"), TrainingPanel, LEFT, 220),
        Place("calculation", tr("Panels", "Calculation"), CalculationPanel, BOTTOM, 500),
        Place("numpy", tr("Panels", "NumPy"), NumpyPanel, BOTTOM, 310),
        Place("loss", tr("Panels", "Loss"), LossPanel, RIGHT, 240),
    ]
