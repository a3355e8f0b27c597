"""The run as a script of NumPy, the line of the current operation marked."""

from functools import partial

from PySide6.QtWidgets import QApplication

from core.disk import write_atomically
from core.export import numpy_script, pytorch_script
from gui.session import Change, Session
from gui.theme import Appearance
from gui.widgets.code_view import CodeView, Line
from gui.widgets.notice import Notice
from gui.widgets.panel import Panel, column
from gui.widgets.saving import ask_where_to_save


class CodePanel(Panel):
    """The very script that is exported. A click on the line of an operation goes there.

    While training runs it stays as it is: how many epochs it does is of no interest until they are done.
    """

    cares_for = Change.EXPERIMENT | Change.POSITION | Change.RUNNING
    calm = True

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance)
        self.view = CodeView(appearance)
        self.view.setAccessibleName(self.tr("The run as a script of NumPy"))
        self.notice = Notice(self)
        self._epoch = -1
        column(self, self.view)
        self.view.operation_chosen.connect(self._on_operation)

    def refresh(self, change: Change) -> None:
        """Show the script up to the epoch that is shown, and mark the current line."""
        trainer = self.session.trainer
        if change & Change.EXPERIMENT or (not self.session.running and trainer.epoch != self._epoch):
            self._epoch = trainer.epoch
            self._show_script()
        if change & Change.EXPERIMENT:
            self.view.show_first_operation()
        self.view.show_done(trainer.cursor, follow=not self.session.running)

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the script."""
        return [
            (self.tr("Go to another line"), "↑, ↓, PgUp, PgDown"),
            (self.tr("Go to the operation of the line"), "Enter"),
            (self.tr("Copy the selected lines"), "Ctrl+C"),
        ]

    def copy_script(self) -> None:
        """Put the whole script on the clipboard."""
        QApplication.clipboard().setText(numpy_script(self.session.trainer).text)

    def save_numpy_script(self) -> None:
        """Ask for a file, and write the script there."""
        self._save(self.tr("Export NumPy script"), "gyaku_numpy.py", numpy_script(self.session.trainer).text)

    def save_pytorch_script(self) -> None:
        """Ask for a file, and write there a script for PyTorch that does the same."""
        self._save(self.tr("Export PyTorch script"), "gyaku_pytorch.py", pytorch_script(self.session.trainer))

    def _show_script(self) -> None:
        script = numpy_script(self.session.trainer)
        lines = [Line(text) for text in script.text.splitlines()]
        for number, (row, operation) in enumerate(zip(script.lines, self.session.trainer.plan.operations, strict=True)):
            lines[row] = Line(lines[row].text, number, operation.phase)
        self.view.show_lines(lines)

    def _save(self, title: str, suggested: str, text: str) -> None:
        if path := ask_where_to_save(self, title, suggested, self.tr("Python scripts (*.py)")):
            self.notice.attempt(partial(write_atomically, path, text.encode()), self.view)

    def _on_operation(self, number: int) -> None:
        self.session.go_to(number + 1)
