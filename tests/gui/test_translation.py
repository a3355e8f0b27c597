"""Every text a learner may read goes through the translator: with one that marks them, none is unmarked."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QTableView,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.experiment import Layer
from core.text import RefusalError
from gui.app import make_window
from gui.errors import ErrorDialog
from gui.main_window import MainWindow
from gui.text import refusal_text
from tests.gui.flow import captions, point_at_unit
from tests.gui.pointer import rest_on
from tests.gui.runs import DIVERGING, experiment_of

MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
WORD = re.compile("[A-Za-z]{2,}")
NAMES = {"Gyaku", "MSE", "NaN", "tanh", "ReLU", "px", "nbsp"}
KEYS = re.compile(r"\((?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z0-9]|Right|Left|Space|Home)\)")
TAGS = re.compile(r"<[^>]*>")


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
    qtbot.addWidget(window)
    window.show()
    yield window
    QCoreApplication.removeTranslator(marker)
    window.appearance.deleteLater()


def unmarked(texts: Iterator[str]) -> list[str]:
    """Return the texts in which words stand outside all marks."""
    return sorted({text for text in texts if WORD.search(outside(text))} - NAMES)


def outside(text: str) -> str:
    """Return what of a text is not translated; of names, keys and the tags of rich text, nothing."""
    text = KEYS.sub("", TAGS.sub("", text))
    while (shorter := MARKED.sub("", text)) != text:
        text = shorter
    return re.sub(rf"\b({'|'.join(NAMES)})\b", "", text)


def texts_of(root: QWidget) -> Iterator[str]:
    """Yield all that can be read or heard of a widget and what is in it."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield widget.title()
        elif isinstance(widget, QTableView):
            yield from headers(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.iconText(), action.toolTip())


def headers(table: QTableView) -> Iterator[str]:
    model, across = table.model(), Qt.Orientation.Horizontal
    for column in range(model.columnCount()):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            yield str(model.headerData(column, across, role) or "")


def test_all_texts_of_the_window_are_translated(marked: MainWindow) -> None:
    assert unmarked(texts_of(marked)) == []
    assert len([text for text in texts_of(marked) if "⟦" in text]) > 150


def test_what_only_some_states_show_is_translated(marked: MainWindow) -> None:
    said: list[str] = []
    marked.session.announced.connect(said.append)
    for _ in range(len(marked.session.trainer.plan.operations) + 1):
        marked.step()
        assert unmarked(texts_of(marked)) == []
    marked.toggle_run()
    assert unmarked(texts_of(marked)) == []
    marked.toggle_run()
    marked.session.select_sample(None)
    marked.session.set_learning_rate(1.0)
    marked.session.edit(experiment_of(3, 4, 2, 2, activation="tanh"))
    assert unmarked(texts_of(marked)) == []
    marked.session.edit(DIVERGING)
    marked.session.seek(1000)
    assert marked.banner.isVisible()
    assert unmarked(texts_of(marked)) == []
    assert len(said) >= 3
    assert unmarked(iter(said)) == []


def test_dialogs_and_menus_are_translated(marked: MainWindow) -> None:
    marked.show_about()
    marked.ask_run_to()
    dialogs = [*marked.findChildren(QMessageBox), *marked.findChildren(QInputDialog)]
    assert len(dialogs) == 2
    for dialog in dialogs:
        assert unmarked(texts_of(dialog)) == []
    error = ErrorDialog("0")
    assert unmarked(texts_of(error)) == []
    error.deleteLater()
    for column in range(4):
        assert unmarked(texts_of(marked.data.menu(1, column))) == []


def test_captions_and_tooltips_of_the_gradient_flow_are_translated(marked: MainWindow) -> None:
    marked.session.edit(experiment_of(64, 64, 1))
    marked.session.select_sample(None)
    assert captions(marked.flow)[1].count("⟦") == 2
    assert marked.flow.note.text().startswith("⟦Of more than")
    assert unmarked(iter(captions(marked.flow))) == []
    point_at_unit(marked.flow, 1, 0)
    assert "⟦mean over the samples⟧" in QToolTip.text()
    assert unmarked(iter([QToolTip.text()])) == []


def test_the_tooltip_of_a_matrix_is_translated(marked: MainWindow) -> None:
    marked.step()
    view = marked.calculation.result.view
    rest_on(view.viewport(), view.cell_rect(0, 0).center())
    assert unmarked(iter([QToolTip.text()])) == []
    QToolTip.hideText()


def test_refusals_are_translated(marked: MainWindow) -> None:
    with pytest.raises(RefusalError) as caught:
        Layer(0)
    assert refusal_text(caught.value).startswith("⟦A layer")
    assert unmarked(iter([refusal_text(caught.value)])) == []
    assert marked.isVisible()


def test_lines_of_numpy_stay_as_they_are(marked: MainWindow) -> None:
    lines = marked.findChild(QListWidget)
    assert isinstance(lines, QListWidget)
    assert lines.item(0).text() == "z1 = X @ W1 + b1"
