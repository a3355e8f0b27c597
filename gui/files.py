"""Opening and saving: what is asked, and what is said where something is refused."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from core.datasets import article_experiment
from core.disk import SUFFIX
from core.text import RefusalError
from gui.document import Document
from gui.recovery import Leftover
from gui.text import refusal_text

CSV_SUFFIXES = (".csv", ".tsv", ".txt")
Button = QMessageBox.StandardButton


class Files(QObject):
    """The files of one window. Whatever takes the work away asks first what is to become of it.

    `import_csv` reads data from a path into the experiment.
    """

    def __init__(self, document: Document, window: QWidget, import_csv: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._document, self._window, self._import_csv = document, window, import_csv

    def new(self) -> None:
        """Begin anew with the article's experiment."""
        if self.may_leave():
            self._document.begin(article_experiment())

    def open(self) -> None:
        """Ask for a file, and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open"), self._folder(), self._filter())
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a file; where it is refused, what was there stays."""
        try:
            trainer = self._document.read_file(path)
        except RefusalError as refusal:
            self._say(self.tr("“{name}” cannot be opened.").format(name=path.name), refusal)
        else:
            if self.may_leave():
                self._document.go_on_with(trainer, path)

    def open_example(self, name: str) -> None:
        """Begin with an example."""
        if self.may_leave():
            self._document.open_example(name)

    def save(self) -> bool:
        """Save the work where it belongs, or ask where; return whether it was saved."""
        path = self._document.path
        return self._attempt(lambda: self._document.save_file(path)) if path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file, and save the work there; return whether it was saved."""
        suggested = self._document.path or Path(self._folder()) / self._document.name
        dialog = QFileDialog(self._window, self.tr("Save as"), str(suggested.parent), self._filter())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(suggested.name)
        chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
        dialog.deleteLater()
        return bool(chosen) and self._attempt(lambda: self._document.save_file(chosen[0]))

    def drop(self, paths: Sequence[Path]) -> None:
        """Open the experiment, or import the data, that was dropped on the window."""
        path = paths[0]
        if path.suffix.lower() in CSV_SUFFIXES:
            self._import_csv(path)
        else:
            self.open_path(path)

    def may_leave(self) -> bool:
        """Ask what is to become of unsaved work; return whether to go on."""
        if not self._document.is_modified:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved work"))
        box.setText(self.tr("Save the changes to “{name}”?").format(name=self._document.name))
        box.setInformativeText(self.tr("Without saving, what was edited and trained since is lost."))
        box.setStandardButtons(Button.Save | Button.Discard | Button.Cancel)
        box.setDefaultButton(Button.Save)
        answer = box.exec()
        box.deleteLater()
        return self.save() if answer == Button.Save else answer == Button.Discard

    def offer(self, leftover: Leftover) -> bool:
        """Ask whether work that a crash has left behind is wanted back; return whether its old copy has served."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Recover work"))
        box.setText(self.tr("Gyaku was not closed the last time. Go on with the work of then?"))
        box.setInformativeText(str(leftover.path or self.tr("It was not saved to a file yet.")))
        recover = box.addButton(self.tr("Recover"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Discard it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(recover)
        box.exec()
        wanted = box.clickedButton() is recover
        box.deleteLater()
        return not wanted or self._attempt(lambda: self._document.recover(leftover.copy, leftover.path))

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except RefusalError as refusal:
            self._say(self.tr("That did not work."), refusal)
            return False
        return True

    def _say(self, what: str, refusal: RefusalError) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Gyaku", what, Button.Ok, self._window)
        box.setInformativeText(refusal_text(refusal))
        box.exec()
        box.deleteLater()

    def _filter(self) -> str:
        return self.tr("Gyaku experiments (*{suffix})").format(suffix=SUFFIX)

    def _folder(self) -> str:
        path = self._document.path
        return str(path.parent if path else Path.home())
