"""What happens when something goes wrong that nobody foresaw: it is said, and the work stays."""

import os
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from core import __version__

NO_DISPLAY = 2


def exit_without_display(reason: str) -> int:
    """Say in one sentence that no window can be opened; return the exit code."""
    print(f"Gyaku needs a display to open its window: {reason}", file=sys.stderr, flush=True)  # noqa: T201
    return NO_DISPLAY


def watch_qt() -> None:
    """Turn Qt's abort for want of a display into one sentence and an exit code; pass on all else it says."""
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind is QtMsgType.QtFatalMsg and QApplication.instance() is None:
        first_line = next(line for line in message.splitlines() if line.strip())
        os._exit(exit_without_display(first_line))
    print(message, file=sys.stderr)  # noqa: T201


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return all that helps to find an error, to be copied."""
    system = f"Gyaku {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{system}\n\n{''.join(traceback.format_exception(kind, error, trace))}"


class ErrorDialog(QMessageBox):
    """Says what happened, with a report that can be copied."""

    def __init__(self, text: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.report = text
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setText(self.tr("Gyaku met an error it did not expect. Your work is still here, and you can go on."))
        self.setInformativeText(text.strip().splitlines()[-1])
        self.setDetailedText(text)
        self._copy = self.addButton(self.tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
        self._copy.clicked.disconnect()  # copying does not close the dialog
        self._copy.clicked.connect(self.copy_report)
        self.addButton(QMessageBox.StandardButton.Close)

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self.report)


class ErrorReporter:
    """Shows a dialog for each uncaught exception; while one is open, the next are only printed."""

    def __init__(self) -> None:
        self.dialog: ErrorDialog | None = None

    def install(self) -> None:
        """Become what Python calls for an exception that nobody caught."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Print the error, and show it."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
        elif self.dialog is None:
            self.dialog = ErrorDialog(report(kind, error, trace))
            self.dialog.finished.connect(self._closed)
            self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
