"""Pictures, numbers, scripts and pages, taken out of the window."""

import subprocess
import sys
from ast import literal_eval
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QToolButton

from core.experiment import ParameterIndex
from gui.arrangement import places
from gui.panels.calculation import CalculationPanel
from gui.panels.training import TrainingPanel
from gui.widgets.panel import Panel
from tests.gui.looks import is_blank, pixels_of
from tests.journeys.dialogs import answering, name_file
from tests.journeys.learner import CONTROL, LONG, SHIFT, Key, Learner

ASK = {
    "diagnosis": "Why does it not learn?",
    "gradient_check": "Check the gradients",
    "landscape": "Loss landscape",
}


def test_every_panel_gives_its_picture_and_its_numbers(learner: Learner, tmp_path: Path) -> None:
    learner.press(Key.Key_Right, 30, CONTROL)
    for place in places():
        learner.window.docks.bring_up(place.name)
        if place.name in ASK:
            learner.choose("Explore", ASK[place.name])
            learner.qtbot.waitUntil(lambda name=place.name: is_answered(learner, name), timeout=LONG)  # type: ignore[misc]
        dock = learner.window.docks[place.name]
        take_out(learner, dock.panel, dock.take_out, tmp_path / place.name)
    flow = learner.window.flow
    take_out(learner, flow, flow.take_out, tmp_path / "flow")


def take_out(learner: Learner, panel: Panel, button: QToolButton, path: Path) -> None:
    """Choose every entry of a panel's menu."""
    png, svg, csv = (path.with_suffix(suffix) for suffix in (".png", ".svg", ".csv"))
    menu = button.menu()
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions() if action.isVisible()}
    for picture in (png, svg):
        with answering(name_file(learner.qtbot, picture)):
            entries["Save picture…"].trigger()
    assert not is_blank(pixels_of(QImage(str(png))))
    assert len(list(ElementTree.parse(svg).iter())) > 3  # noqa: S314 - written by ourselves
    entries["Copy picture"].trigger()
    assert not QApplication.clipboard().image().isNull()
    assert ("Save numbers…" in entries) == (panel.numbers() is not None)
    if "Save numbers…" in entries:
        with answering(name_file(learner.qtbot, csv)):
            entries["Save numbers…"].trigger()
        lines = csv.read_text("utf-8").splitlines()
        assert len(lines) > 1
        entries["Copy numbers"].trigger()
        assert QApplication.clipboard().text().splitlines() == lines


def is_answered(learner: Learner, name: str) -> bool:
    panel = learner.window.docks[name].panel
    return name == "diagnosis" or panel.bar.job is None  # type: ignore[attr-defined]


def test_the_script_comes_to_the_numbers_of_the_window(learner: Learner, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    learner.type_into(learner.window.panel(TrainingPanel).learning_rate, "0.3")
    learner.press(Key.Key_Right, 40, CONTROL)
    with answering(name_file(learner.qtbot, path)):
        learner.choose("File", "Export NumPy script…")
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, timeout=60, check=True)
    printed = {name: literal_eval(value) for name, value in (line.split(" = ") for line in done.stdout.splitlines())}
    value = learner.session.parameter
    for layer, (before, units) in enumerate(pairwise(learner.sizes()), start=1):
        weights = [[value(ParameterIndex(layer, unit, source)) for unit in range(units)] for source in range(before)]
        assert printed[f"W{layer}"] == weights
        assert printed[f"b{layer}"] == [[value(ParameterIndex(layer, unit)) for unit in range(units)]]
    learner.come_back()
    learner.press(Key.Key_C, modifier=CONTROL | SHIFT)
    assert QApplication.clipboard().text() == path.read_text("utf-8")


def test_the_script_for_pytorch_is_valid(learner: Learner, tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    with answering(name_file(learner.qtbot, path)):
        learner.choose("File", "Export PyTorch script…")
    text = path.read_text("utf-8")
    compile(text, "mine.py", "exec")
    assert "import torch" in text


def test_a_calculation_becomes_a_page(learner: Learner, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    learner.choose("File", "Save calculation as PDF…")
    assert "Do a step first" in learner.window.statusBar().currentMessage()
    learner.press(Key.Key_Right, 3)
    assert learner.window.panel(CalculationPanel).isVisible()
    with answering(name_file(learner.qtbot, path)):
        learner.choose("File", "Save calculation as PDF…")
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")


def test_what_cannot_be_written_is_said_at_the_panel(learner: Learner) -> None:
    learner.press(Key.Key_Right, 3, CONTROL)
    menu = learner.window.docks["loss"].take_out.menu()
    entry = next(action for action in menu.actions() if action.text() == "Save numbers…")
    with answering(name_file(learner.qtbot, "/proc/numbers.csv")):
        entry.trigger()
    assert "numbers.csv" in learner.refused()
