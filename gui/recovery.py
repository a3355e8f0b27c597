"""Recovery: a copy of unsaved work, from which it comes back after the program was killed."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer

from core.disk import SUFFIX, write_atomically
from core.text import RefusalError
from gui.document import Document
from gui.text import refusal_text

EDITS_MILLISECONDS = 3_000  # from an edit until it is in the copy
TRAINING_MILLISECONDS = 30_000  # of training alone, of which less is lost
PATH_SUFFIX, LOCK_SUFFIX = ".path", ".lock"


def recovery_folder() -> Path:
    """Return where copies lie."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "recovery"


@dataclass(frozen=True)
class Leftover:
    """A copy that a program which is gone has left behind, and the file the work was to go to."""

    copy: Path
    path: Path | None

    def remove(self) -> None:
        """Do away with it."""
        _remove(self.copy)


class Recovery(QObject):
    """Keeps a copy of a document while there is unsaved work. A lock says that the program it belongs to is alive."""

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._folder = document, folder
        self.copy = folder / f"{token_hex(8)}{SUFFIX}"
        self._lock = QLockFile(str(self.copy.with_suffix(LOCK_SUFFIX)))
        self._edits, self._training = QTimer(self), QTimer(self)
        self._edits.setSingleShot(True)
        self._edits.setInterval(EDITS_MILLISECONDS)
        self._training.setInterval(TRAINING_MILLISECONDS)
        self._edits.timeout.connect(self.keep)
        self._training.timeout.connect(self.keep)
        self._training.start()
        document.session.edited.connect(self._on_edit)
        document.changed.connect(self._on_document)

    def keep(self) -> bool:
        """Write the copy, where there is anything that is not saved; return False, and say so, where that fails."""
        self._edits.stop()
        if not self._document.is_modified:
            return True
        try:
            self._write()
        except (RefusalError, OSError) as error:
            self._training.stop()
            reason = refusal_text(error) if isinstance(error, RefusalError) else str(error.strerror)
            sentence = self.tr("Unsaved work cannot be kept for the case of a crash: {reason}")
            self._document.session.announced.emit(sentence.format(reason=reason))
            return False
        return True

    def close(self) -> None:
        """Do away with the copy: its work is saved, or not wanted."""
        self._edits.stop()
        self._training.stop()
        _remove(self.copy)
        self._lock.unlock()

    def leftover(self) -> Leftover | None:
        """Return the newest copy whose program is gone, or None."""
        for copy in sorted(self._folder.glob(f"*{SUFFIX}"), key=_time_of, reverse=True):
            if copy != self.copy and _is_abandoned(copy):
                path = copy.with_suffix(PATH_SUFFIX)
                return Leftover(copy, Path(path.read_text("utf-8")) if path.exists() else None)
        return None

    def _write(self) -> None:
        from core.files import save  # late: the window opens sooner

        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.isLocked():
            self._lock.lock()
        if self._document.path:
            write_atomically(self.copy.with_suffix(PATH_SUFFIX), str(self._document.path).encode())
        save(self.copy, self._document.session.trainer)

    def _on_edit(self) -> None:
        if not self._edits.isActive():
            self._edits.start()

    def _on_document(self) -> None:
        if not self._document.is_modified:
            _remove(self.copy)


def _is_abandoned(copy: Path) -> bool:
    """Say whether no living program holds the lock of a copy."""
    lock = QLockFile(str(copy.with_suffix(LOCK_SUFFIX)))
    lock.setStaleLockTime(0)  # the lock of a program that lives is never stale
    if not lock.tryLock(0):
        return False
    lock.unlock()
    return True


def _time_of(copy: Path) -> float:
    return copy.stat().st_mtime


def _remove(copy: Path) -> None:
    for path in (copy, copy.with_suffix(PATH_SUFFIX)):
        with suppress(OSError):  # it may never have been written
            path.unlink(missing_ok=True)
