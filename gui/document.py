"""The document: the file a learner's work is kept in, and what of the work is not in it yet."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.datasets import DATASETS, preset_experiment
from core.experiment import Experiment
from core.text import RefusalError
from core.training import Trainer
from gui.session import Session
from gui.settings import Settings
from gui.text import core_text


class Document(QObject):
    """What a session works on, as a file. `changed` tells that its name is another, or what of it is saved.

    Edits count as unsaved work, and so does training that has gone on since a file was opened or saved. Training alone
    that never had a file does not: the same start gives the same run again.
    """

    changed = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self._settings = session, settings
        self.path: Path | None = None
        self._title = ""
        self._saved_epoch = 0
        self._was_recovered = self._was_modified = False
        session.edited.connect(self._tell)
        session.changed.connect(self._on_change)

    @property
    def name(self) -> str:
        """What the work is called: its file's name, its example's title, or that it has none."""
        return self.path.name if self.path else self._title or self.tr("Untitled")

    @property
    def is_modified(self) -> bool:
        """Whether there is work that the file does not hold."""
        has_trained = self.path is not None and self.session.last_epoch != self._saved_epoch
        return self._was_recovered or not self.session.undo_stack.isClean() or has_trained

    def read_file(self, path: Path) -> Trainer:
        """Return the run that a file holds. Raises RefusalError where it cannot be read."""
        from core.files import load  # late, as in all of this file: the window opens sooner

        try:
            return load(path).trainer()
        except RefusalError:
            self._settings.forget_file(path)
            raise

    def go_on_with(self, trainer: Trainer, path: Path) -> None:
        """Go on with the run that was read from a file."""
        self._stand_on(trainer, path)
        self._settings.note_file(path)

    def save_file(self, path: Path) -> None:
        """Write the work to a file, whole or not at all. Raises RefusalError where it cannot be written."""
        from core.files import save

        save(path, self.session.trainer)
        self.path, self._saved_epoch, self._was_recovered = path, self.session.last_epoch, False
        self.session.undo_stack.setClean()
        self._settings.note_file(path)
        self._tell()

    def open_example(self, name: str) -> None:
        """Begin with the experiment that goes with a data set of the registry."""
        self._begin(preset_experiment(name), core_text(DATASETS[name].title))

    def begin(self, experiment: Experiment) -> None:
        """Begin with an experiment that has no file."""
        self._begin(experiment, "")

    def recover(self, copy: Path, path: Path | None) -> None:
        """Go on with the copy of work that was not saved to `path`. Raises RefusalError where it cannot be read."""
        from core.files import load

        self._stand_on(load(copy).trainer(), path)
        self._was_recovered = True
        self._tell()

    def _begin(self, experiment: Experiment, title: str) -> None:
        self._stand_on(Trainer(experiment), None, title)

    def _stand_on(self, trainer: Trainer, path: Path | None, title: str = "") -> None:
        self.path, self._title, self._was_recovered = path, title, False
        self.session.open(trainer)
        self._saved_epoch = self.session.last_epoch
        self._tell()

    def _on_change(self) -> None:
        if self.is_modified != self._was_modified:
            self._tell()

    def _tell(self) -> None:
        self._was_modified = self.is_modified
        self.changed.emit()
