"""Work in files, asked about where it would be lost, and what is remembered from one start to the next."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.datasets import DATASETS
from core.files import load
from gui.panels.loss_curve import LossPanel
from gui.panels.training import TrainingPanel
from gui.settings import Settings
from gui.text import core_text
from gui.theme import DARK, TEXT_PIXELS
from tests.journeys.dialogs import answering, name_file, press
from tests.journeys.learner import CONTROL, SHIFT, Key, Learner
from tests.journeys.program import Desk


def set_rate(learner: Learner, rate: str) -> None:
    learner.type_into(learner.window.panel(TrainingPanel).learning_rate, rate)


def title(learner: Learner) -> str:
    name = learner.window.windowTitle().removesuffix("[*] — Gyaku")
    return f"{name}*" if learner.window.isWindowModified() else name


def save_as(learner: Learner, path: Path) -> None:
    with answering(name_file(learner.qtbot, path)) as asked:
        learner.press(Key.Key_S, modifier=CONTROL | SHIFT)
    assert asked == ["Save as"]
    learner.come_back()


def test_a_run_is_saved_left_and_opened_again(desk: Desk, tmp_path: Path) -> None:
    learner, path = desk.start(), tmp_path / "mine.gyaku"
    assert title(learner) == "Untitled"
    learner.press(Key.Key_Right, 25, CONTROL)
    learner.press(Key.Key_Right, 4)
    save_as(learner, path)
    assert title(learner) == "mine.gyaku"
    before = learner.read(), learner.outputs()
    set_rate(learner, "0.25")
    assert title(learner) == "mine.gyaku*"
    learner.press(Key.Key_S, modifier=CONTROL)
    assert title(learner) == "mine.gyaku"
    assert load(path).experiment.training.learning_rate == 0.25
    learner.press(Key.Key_N, modifier=CONTROL)
    assert (title(learner), learner.read()[0]) == ("Untitled", "0")
    learner.choose("File", "Open recent", "mine.gyaku")
    assert title(learner) == "mine.gyaku"
    assert (learner.read(), learner.outputs()) == before
    learner.press(Key.Key_N, modifier=CONTROL)
    with answering(name_file(learner.qtbot, path)) as asked:
        learner.press(Key.Key_O, modifier=CONTROL)
    assert asked == ["Open"]
    assert title(learner) == "mine.gyaku"


def test_unsaved_work_is_asked_about_when_another_begins(desk: Desk, tmp_path: Path) -> None:
    learner = desk.start()
    set_rate(learner, "0.25")
    with answering(press("Cancel")) as asked:
        learner.press(Key.Key_N, modifier=CONTROL)
    assert asked == ["Save the changes to “Untitled”?"]
    assert learner.last_edit == "Undo: Change the learning rate"
    learner.come_back()
    with answering(press("Save"), name_file(learner.qtbot, tmp_path / "kept.gyaku")):
        learner.press(Key.Key_N, modifier=CONTROL)
    assert load(tmp_path / "kept.gyaku").experiment.training.learning_rate == 0.25
    assert learner.last_edit == "Undo"
    learner.come_back()
    set_rate(learner, "0.5")
    with answering(press("Discard")):
        learner.choose("File", "Examples", "spiral")
    assert title(learner) == "spiral"


def test_unsaved_work_is_asked_about_at_the_end(desk: Desk) -> None:
    learner = desk.start()
    set_rate(learner, "0.25")
    with answering(press("Cancel")):
        assert not desk.quit()
    assert learner.window.isVisible()
    with answering(press("Discard")) as asked:
        assert desk.quit()
    assert len(asked) == 1


def test_every_example_opens_and_trains(desk: Desk) -> None:
    learner = desk.start()
    for dataset in DATASETS.values():
        learner.choose("File", "Examples", core_text(dataset.title))
        assert title(learner) == core_text(dataset.title)
        learner.press(Key.Key_Right, modifier=CONTROL)
        assert learner.read()[0] == "1"


def test_a_file_dropped_on_the_window_is_opened(desk: Desk, tmp_path: Path) -> None:
    learner, path = desk.start(), tmp_path / "mine.gyaku"
    learner.press(Key.Key_Right, 7, CONTROL)
    save_as(learner, path)
    learner.press(Key.Key_N, modifier=CONTROL)
    learner.drop(path)
    assert (title(learner), learner.read()[0]) == ("mine.gyaku", "7")


@pytest.mark.parametrize("content", [b"", b'{"format": "gyaku", "version": 1'])
def test_a_damaged_file_is_refused_with_a_sentence(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.gyaku"
    path.write_bytes(content)
    with answering(press("OK")) as asked:
        learner = desk.start(path)
    assert len(asked) == 1
    assert asked[0]
    assert (title(learner), learner.read()[0]) == ("Untitled", "0")
    learner.press(Key.Key_Right, modifier=CONTROL)
    assert learner.read()[0] == "1"
    assert path.read_bytes() == content


def test_a_file_that_is_gone_is_no_longer_among_the_recent_ones(desk: Desk, tmp_path: Path) -> None:
    learner, path = desk.start(), tmp_path / "mine.gyaku"
    save_as(learner, path)
    learner.press(Key.Key_N, modifier=CONTROL)
    path.unlink()
    with answering(press("OK")) as asked:
        learner.choose("File", "Open recent", "mine.gyaku")
    assert len(asked) == 1
    assert not learner.action("File", "Open recent", "None yet").isEnabled()


def test_the_window_is_found_again_as_it_was_left(desk: Desk, tmp_path: Path) -> None:
    learner = desk.start()
    save_as(learner, tmp_path / "mine.gyaku")
    learner.choose("View", "Theme", "Dark")
    learner.choose("View", "Reduce motion")
    learner.choose("View", "Size of text", "130 %")
    learner = desk.learner
    learner.choose("View", "Data")
    learner.choose("View", "Histograms")
    learner.choose("View", "Language", "日本語")
    assert desk.quit()
    learner = desk.start()
    assert learner.window.appearance.theme is DARK
    assert QApplication.font().pixelSize() == round(1.3 * TEXT_PIXELS)
    assert learner.window.flow.motion.reduced
    assert not learner.window.docks["data"].isVisible()
    assert not learner.window.docks["histograms"].isHidden()
    assert learner.window.menus["edit"].actions()[0].text() == "元に戻す"
    learner.window.menus.file_chosen.emit(Settings().recent_files[0])
    assert title(learner) == "mine.gyaku"


def test_work_goes_on_in_another_size_and_language(desk: Desk) -> None:
    learner = desk.start()
    learner.press(Key.Key_Right, 12, CONTROL)
    set_rate(learner, "0.25")
    learner.choose("View", "Size of text", "200 %")
    learner = desk.learner
    assert learner.read()[0] == "12"
    assert learner.last_edit == "Undo: Change the learning rate"
    learner.undo()
    assert learner.window.panel(TrainingPanel).learning_rate.text() == "0.1"
    learner.press(Key.Key_Right, modifier=CONTROL)
    assert learner.read()[0] == "13"
    assert learner.window.panel(LossPanel).isVisible()
