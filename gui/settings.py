"""What the program remembers from one start to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from gui.theme import Mode

LAYOUT_VERSION = 2  # raised when panels change, so that a layout of another time is not forced on them

MOST_RECENT = 8
TEXT_SIZES = (100, 115, 130, 150, 175, 200)  # percent


class Settings:
    """The learner's own settings, in the place each system keeps such things."""

    def __init__(self) -> None:
        self._store = QSettings()

    @property
    def mode(self) -> Mode:
        """Which theme is wanted; an unknown one counts as the system's."""
        value = self._store.value("theme")
        return next((mode for mode in Mode if mode.value == value), Mode.SYSTEM)

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._store.setValue("theme", mode.value)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing shall move by itself."""
        return self._store.value("reduced_motion") in (True, "true")

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._store.setValue("reduced_motion", reduced)

    @property
    def language(self) -> str:
        """Which language is wanted, as a code such as `ja`; empty for the system's."""
        return str(self._store.value("language", ""))

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def text_percent(self) -> int:
        """How large text is, of its usual size."""
        value = str(self._store.value("text_percent", TEXT_SIZES[0]))
        return next((size for size in TEXT_SIZES if str(size) == value), TEXT_SIZES[0])

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._store.setValue("text_percent", percent)

    @property
    def recent_files(self) -> list[Path]:
        """The files that were opened or saved last, the newest first."""
        value = self._store.value("recent_files", [])
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name][:MOST_RECENT]

    def note_file(self, path: Path) -> None:
        """Remember that a file was opened or saved."""
        self._keep_files([path.absolute(), *self.recent_files])

    def forget_file(self, path: Path) -> None:
        """Remember a file no longer."""
        self._keep_files([kept for kept in self.recent_files if kept != path.absolute()])

    def _keep_files(self, paths: list[Path]) -> None:
        self._store.setValue("recent_files", [str(path) for path in dict.fromkeys(paths)][:MOST_RECENT])

    def layout(self) -> tuple[QByteArray | None, QByteArray | None]:
        """Return the window's geometry and, for the size of text, its panels' places as they were left."""
        geometry, state = self._store.value("geometry"), self._store.value(self._panels_key())
        return (
            geometry if isinstance(geometry, QByteArray) else None,
            state if isinstance(state, QByteArray) else None,
        )

    def keep_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember the window's geometry and its panels' places."""
        self._store.setValue("geometry", geometry)
        self._store.setValue(self._panels_key(), state)

    def _panels_key(self) -> str:
        """Return under what the panels' places are kept: larger text takes another arrangement."""
        return f"panels/{LAYOUT_VERSION}/{self.text_percent}"
