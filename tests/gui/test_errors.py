import subprocess
import sys
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core import __version__
from gui.errors import NO_DISPLAY, DisplayWatch, ErrorDialog, ErrorReporter, report

Caught = tuple[type[BaseException], BaseException, TracebackType | None]


def caught(sentence: str = "a wheel came off") -> Caught:
    """Return what Python hands over for an uncaught exception."""
    try:
        raise ZeroDivisionError(sentence)
    except ZeroDivisionError as error:
        return type(error), error, error.__traceback__


@pytest.fixture
def reporter(qtbot: QtBot) -> ErrorReporter:
    """Return a reporter that has just shown an error."""
    reporter = ErrorReporter()
    reporter(*caught())
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    return reporter


def button(dialog: QMessageBox, text: str) -> QPushButton:
    (found,) = [each for each in dialog.buttons() if text in each.text()]
    assert isinstance(found, QPushButton)
    return found


def dialogs() -> int:
    return sum(isinstance(widget, ErrorDialog) and widget.isVisible() for widget in QApplication.topLevelWidgets())


def test_a_report_says_what_happened_where_and_in_which_versions() -> None:
    text = report(*caught())
    assert text.startswith(f"Gyaku {__version__}, Python {sys.version.split()[0]}, Qt 6.")
    assert "ZeroDivisionError: a wheel came off" in text
    assert "test_errors.py" in text
    assert "in caught" in text


def test_an_error_is_printed(capsys: pytest.CaptureFixture[str], qtbot: QtBot) -> None:
    reporter = ErrorReporter()
    reporter(*caught())
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    printed = capsys.readouterr().err
    assert printed.startswith("Traceback")
    assert printed.endswith("ZeroDivisionError: a wheel came off\n")


def test_an_error_is_shown(reporter: ErrorReporter) -> None:
    assert reporter.dialog is not None
    assert reporter.dialog.isVisible()
    assert "Your work is still here" in reporter.dialog.text()
    assert reporter.dialog.informativeText() == "ZeroDivisionError: a wheel came off"


def test_the_report_can_be_copied_and_the_dialog_stays(reporter: ErrorReporter, qtbot: QtBot) -> None:
    dialog = reporter.dialog
    assert dialog is not None
    qtbot.mouseClick(button(dialog, "Copy"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == dialog.report
    assert "in caught" in dialog.report
    assert dialog.isVisible()


def test_while_one_error_is_open_the_next_is_only_printed(
    reporter: ErrorReporter, capsys: pytest.CaptureFixture[str]
) -> None:
    first = reporter.dialog
    reporter(*caught("and another"))
    assert reporter.dialog is first
    assert dialogs() == 1
    assert "and another" in capsys.readouterr().err


def test_after_closing_the_next_error_is_shown(reporter: ErrorReporter, qtbot: QtBot) -> None:
    assert reporter.dialog is not None
    qtbot.mouseClick(button(reporter.dialog, "Close"), Qt.MouseButton.LeftButton)
    assert reporter.dialog is None
    reporter(*caught("and another"))
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    assert reporter.dialog.informativeText() == "ZeroDivisionError: and another"


def test_an_interrupt_from_the_keyboard_ends_the_program(
    qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    reporter = ErrorReporter()
    with qtbot.waitSignal(qapp.aboutToQuit, raising=False, timeout=1):
        reporter(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert reporter.dialog is None
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_once_installed_it_is_called_for_errors_nobody_caught() -> None:
    reporter = ErrorReporter()
    reporter.install()
    assert sys.excepthook is reporter


@pytest.fixture
def own_handler() -> Iterator[None]:
    """Put back what Qt's messages go to."""
    handler = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(handler)


@pytest.mark.usefixtures("own_handler")
def test_reasons_of_ways_to_the_display_are_not_told_where_another_way_worked(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with DisplayWatch():
        qWarning("no Wayland here")
    assert capfd.readouterr().err == ""
    qWarning("something else")
    assert "something else" in capfd.readouterr().err


def test_where_no_way_to_the_display_worked_the_first_reason_is_told() -> None:
    code = """
from PySide6.QtCore import qFatal, qWarning
from gui.errors import DisplayWatch
with DisplayWatch():
    qWarning("the screen is away.")
    qWarning("the plug is away")
    qFatal("No platform plugin could be initialized.")
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == NO_DISPLAY
    assert run.stderr == "Gyaku needs a display to open its window: the screen is away.\n"
