from core.training import Trainer
from gui.widgets.readout import Readout
from tests.gui.conftest import Show
from tests.gui.runs import ARTICLE, diverged_session


def texts(readout: Readout) -> tuple[str, str, str]:
    return readout.epoch.text(), readout.loss.text(), readout.operation.text()


def test_at_the_start_there_is_no_loss_yet(show: Show) -> None:
    readout = show(Readout())
    readout.show_trainer(Trainer(ARTICLE))
    assert texts(readout) == ("0", "–", "0 of 19")


def test_it_shows_where_training_stands(show: Show) -> None:
    readout, trainer = show(Readout()), Trainer(ARTICLE)
    trainer.run(1234)
    trainer.step()
    readout.show_trainer(trainer)
    assert texts(readout) == ("1,234", f"{trainer.loss:.4f}", "1 of 19")


def test_a_loss_that_is_no_number_is_shown_as_such(show: Show) -> None:
    readout = show(Readout())
    readout.show_trainer(diverged_session().trainer)
    assert readout.loss.text() in ("∞", "NaN")


def test_a_screen_reader_hears_what_the_numbers_are(show: Show) -> None:
    readout = show(Readout())
    assert [label.accessibleName() for label in (readout.epoch, readout.loss, readout.operation)] == [
        "EPOCH",
        "LOSS",
        "OPERATION",
    ]


def test_the_speed_is_said_in_round_numbers_while_it_runs(show: Show) -> None:
    readout = show(Readout())
    for speed, text in ((0.0, ""), (59_712.3, "60,000 epochs/s"), (8.94, "9 epochs/s"), (0.0, "")):
        readout.show_speed(speed)
        assert readout.speed.text() == text
