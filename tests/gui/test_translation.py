"""Every text a learner may read goes through the translator: with one that marks them, none is unmarked."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTranslator
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QToolTip
from pytestqt.qtbot import QtBot

from core.experiment import Layer
from core.text import RefusalError
from gui.app import make_window
from gui.arrangement import places
from gui.errors import ErrorDialog
from gui.main_window import MainWindow
from gui.panels.calculation import CalculationPanel
from gui.panels.code import CodePanel
from gui.panels.data import DataPanel
from gui.shortcuts import ShortcutsDialog
from gui.text import refusal_text
from gui.widgets.address_dialog import AddressDialog
from gui.widgets.csv_dialog import CsvDialog
from gui.widgets.flow_menu import FlowMenu
from tests.gui.conftest import add_window
from tests.gui.flow import point_at_unit
from tests.gui.pointer import rest_on
from tests.gui.runs import DIVERGING, EVERY_CHOICE, experiment_of
from tests.gui.words import KEYS, painted, texts_of

MARKED = re.compile(r"⟦[^⟦⟧]*(?:⟧|…$)")  # or cut off, for want of room
WORD = re.compile("[A-Za-z]{2,}")
FORMULAS = {
    "BCE",
    "CE",
    "ELU",
    "LReLU",
    "ReLU",
    "exp",
    "ln",
    "max",
    "min",
    "sign",
    "sin",
    "softmax",
    "softplus",
    "tanh",
}
NAMES = {"English", "Gyaku", "MSE", "NaN", "nbsp", "px", *FORMULAS}
LISTED_KEYS = re.compile(
    r"(?:Menu|Ctrl|Shift|Alt|Space|Home|End|Left|Right|Up|Down|Tab|Esc|Enter|Return|Delete|Ins\w*|Pg\w+|F\d+|\W|\b\w\b)+"
)
TAGS = re.compile(r"<[^>]*>|https:\S*")
SCRIPT = "numpy"  # the panel that paints a script
ADDRESS = "https://playground.tensorflow.org/#activation=tanh&networkShape=4,2&seed=0.5&sinX=true&unknown=1"


class Marker(QTranslator):
    """Puts every text between ⟦ and ⟧."""

    def translate(self, _context: str, text: str, *_: object) -> str:
        """Return `text`, marked."""
        return f"⟦{text}⟧"


@pytest.fixture
def marked(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return a window made while all translated texts are marked."""
    marker = Marker()
    QCoreApplication.installTranslator(marker)
    window = make_window(qapp)
    add_window(qtbot, window)
    window.show()
    yield window
    QCoreApplication.removeTranslator(marker)
    window.appearance.deleteLater()


def unmarked(texts: Iterable[str]) -> list[str]:
    """Return the texts in which words stand outside all marks."""
    return sorted({text for text in texts if WORD.search(outside(text))} - NAMES)


def outside(text: str) -> str:
    """Return what of a text is not translated; of names, keys and the tags of rich text, nothing."""
    text = KEYS.sub("", TAGS.sub("", text))
    while (shorter := MARKED.sub("", text)) != text:
        text = shorter
    return re.sub(rf"\b({'|'.join(NAMES)})\b", "", text)


def test_all_texts_of_the_window_are_translated(marked: MainWindow) -> None:
    assert unmarked(texts_of(marked)) == []
    assert len([text for text in texts_of(marked) if "⟦" in text]) > 150


@pytest.mark.parametrize("name", [place.name for place in places()])
def test_all_texts_of_a_panel_are_translated(name: str, marked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    dock = marked.docks[name]
    marked.docks.bring_up(name)
    assert unmarked(texts_of(dock)) == []
    marked.session.seek(30)
    marked.session.step()
    marked.session.pin()
    marked.session.set_learning_rate(0.2)
    marked.session.run_epoch()
    for experiment in (experiment_of(3, 4, 3, activation="tanh"), DIVERGING):
        assert name == SCRIPT or unmarked(painted(dock, monkeypatch)) == []
        assert unmarked(texts_of(dock)) == []
        marked.session.edit(experiment, "⟦an edit⟧")
        marked.session.seek(1000)
    assert marked.session.trainer.diverged
    assert name == SCRIPT or unmarked(painted(dock, monkeypatch)) == []
    assert unmarked(texts_of(dock)) == []


def test_the_plot_of_the_data_is_translated(marked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = marked.panel(DataPanel)
    panel.view.button(1).click()
    assert unmarked(texts_of(panel)) == []
    assert unmarked(painted(panel, monkeypatch)) == []


def test_what_only_some_states_show_is_translated(marked: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    marked.session.announced.connect(said.append)
    for _ in range(len(marked.session.trainer.plan.operations) + 1):
        marked.step()
        assert unmarked(texts_of(marked)) == []
    assert unmarked(painted(marked, monkeypatch)) == []
    marked.player.toggle()
    assert unmarked(texts_of(marked)) == []
    marked.player.toggle()
    marked.session.select_sample(None)
    marked.session.set_learning_rate(1.0)
    marked.session.edit(experiment_of(3, 4, 2, 2, activation="tanh"), "⟦an edit⟧")
    assert unmarked(texts_of(marked)) == []
    marked.session.edit(DIVERGING, "⟦an edit⟧")
    marked.session.seek(1000)
    assert marked.banner.isVisible()
    assert unmarked(texts_of(marked)) == []
    assert said
    assert unmarked(said) == []


def test_every_operation_is_explained_in_the_language(marked: MainWindow) -> None:
    panel = marked.panel(CalculationPanel)
    for experiment in EVERY_CHOICE:
        marked.session.edit(experiment, "⟦an edit⟧")
        for _ in marked.session.trainer.plan.operations:
            marked.session.step()
            assert unmarked(texts_of(panel)) == []


def test_dialogs_and_menus_are_translated(marked: MainWindow) -> None:
    marked.show_about()
    marked.ask_run_to()
    marked.show_shortcuts()
    AddressDialog(marked, ADDRESS)
    for kind in (QMessageBox, QInputDialog, ShortcutsDialog, AddressDialog):
        (dialog,) = marked.findChildren(kind)
        assert unmarked(text for text in texts_of(dialog) if not LISTED_KEYS.fullmatch(text)) == []
    error = ErrorDialog("0")
    assert unmarked(texts_of(error)) == []
    error.deleteLater()
    for column in range(4):
        assert unmarked(texts_of(marked.panel(DataPanel).table_page.menu(1, column))) == []


def test_what_is_asked_of_a_table_is_translated(marked: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_text("1,2,3\n4,5,6\n")
    for file in ("1.csv", "2.csv"):
        dialog = CsvDialog(tmp_path / file, marked)
        assert unmarked(text.replace(file, "") for text in texts_of(dialog)) == []


def test_menus_of_the_diagram_are_translated(marked: MainWindow) -> None:
    flow = marked.flow
    for column in range(5):
        menu = FlowMenu(flow, flow.control.editor, marked.session.experiment, column, None, QPoint())
        assert unmarked(texts_of(menu)) == []


def test_captions_and_tooltips_of_the_gradient_flow_are_translated(
    marked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked.session.edit(experiment_of(64, 64, 1), "⟦an edit⟧")
    marked.session.select_sample(None)
    words = painted(marked.flow, monkeypatch)
    assert any("⟦hidden 1⟧" in text for text in words)
    assert unmarked(words) == []
    assert marked.flow.note.text().startswith("⟦Of more than")
    point_at_unit(marked.flow, 1, 0)
    assert "⟦mean over the samples⟧" in QToolTip.text()
    assert unmarked([QToolTip.text()]) == []


def test_the_tooltip_of_a_matrix_is_translated(marked: MainWindow) -> None:
    marked.step()
    view = marked.panel(CalculationPanel).result.view
    rest_on(view.viewport(), view.cell_rect(0, 0).center())
    assert unmarked([QToolTip.text()]) == []
    QToolTip.hideText()


def test_refusals_are_translated(marked: MainWindow) -> None:
    with pytest.raises(RefusalError) as caught:
        Layer(0)
    assert refusal_text(caught.value).startswith("⟦A layer")
    assert unmarked([refusal_text(caught.value)]) == []
    assert marked.isVisible()


def test_scripts_stay_as_they_are(marked: MainWindow) -> None:
    script = marked.panel(CodePanel).view.model()
    lines = [str(script.index(row, 0).data()) for row in range(script.rowCount())]
    assert any("z1 = X @ W1 + b1" in line for line in lines)
    assert not any("⟦" in line for line in lines)
