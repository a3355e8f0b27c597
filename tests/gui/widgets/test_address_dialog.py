import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.experiment import Experiment
from core.playground import read_address
from gui.text import phrase_text
from gui.widgets.address_dialog import AddressDialog
from tests.gui.conftest import Show

ADDRESS = "https://playground.tensorflow.org/#dataset=xor&seed=0.5&networkShape=3&cosX=true"


@pytest.fixture
def owner(show: Show) -> QWidget:
    QGuiApplication.clipboard().clear()
    return show(QWidget())


def opened(owner: QWidget, address: str = "") -> AddressDialog:
    dialog = AddressDialog(owner, address)
    dialog.open()
    return dialog


def ok(dialog: AddressDialog) -> QPushButton:
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_it_says_what_an_address_stands_for_and_what_of_it_is_lost(owner: QWidget) -> None:
    dialog = opened(owner, ADDRESS)
    experiment, notes = read_address(ADDRESS)
    lines = dialog.sentence.text().split("\n")
    assert lines[0] == "250 samples to learn from, 250 to test with; a network of 2–3–1 units."
    assert lines[1:] == [f"• {phrase_text(note)}" for note in notes]
    assert len(notes) == 2
    assert experiment.sizes == (2, 3, 1)


def test_the_experiment_is_handed_over(owner: QWidget, qtbot: QtBot) -> None:
    read: list[Experiment] = []
    dialog = opened(owner)
    dialog.read.connect(read.append)
    assert not ok(dialog).isEnabled()
    assert dialog.sentence.isHidden()
    qtbot.keyClicks(dialog.address, ADDRESS)
    qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
    assert read == [read_address(ADDRESS)[0]]
    assert dialog.isHidden()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("https://example.org", "This is not an address of TensorFlow Playground."),
        (ADDRESS + "&noise=80", "The noise must be a number from 0 to 50, not 80."),
    ],
)
def test_what_cannot_be_used_is_refused_at_once(owner: QWidget, address: str, sentence: str) -> None:
    dialog = opened(owner, address)
    assert dialog.sentence.text() == sentence
    assert dialog.sentence.objectName() == "notice"
    assert not ok(dialog).isEnabled()
    dialog.address.setText(ADDRESS)
    assert dialog.sentence.objectName() == "quiet"
    assert ok(dialog).isEnabled()


def test_an_address_that_was_copied_stands_there_already(owner: QWidget) -> None:
    QGuiApplication.clipboard().setText(f" {ADDRESS}\n")
    assert opened(owner).address.text() == ADDRESS
    QGuiApplication.clipboard().setText("something else")
    assert opened(owner).address.text() == ""


def test_it_grows_until_all_that_is_lost_can_be_read(owner: QWidget) -> None:
    settings = ("cosX", "cosY", "discretize", "collectStats", "tutorial", "hideText")
    dialog = opened(owner, ADDRESS + "".join(f"&{name}=true" for name in settings))
    QApplication.processEvents()
    assert dialog.sentence.height() >= dialog.sentence.heightForWidth(dialog.sentence.width())
