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


class DisplayWatch:
    """While the application is made, turns Qt's abort for want of a display into one sentence and an exit code.

    Qt tries one way to the display after the other and says of each why it failed. The first is the reason that
    matters; it is told where all have failed, and none of it where one has worked.
    """

    def __init__(self) -> None:
        self._said: list[str] = []

    def __enter__(self) -> None:
        qInstallMessageHandler(self._on_message)

    def __exit__(self, *_: object) -> None:
        qInstallMessageHandler(None)

    def _on_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        self._said += [line.strip() for line in message.splitlines() if line.strip()]
        if kind is QtMsgType.QtFatalMsg:  # Qt ends the process as soon as this returns
            reason = self._said[0].rstrip(". ")
            print(f"Gyaku needs a display to open its window: {reason}.", file=sys.stderr, flush=True)  # noqa: T201
            os._exit(NO_DISPLAY)


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
