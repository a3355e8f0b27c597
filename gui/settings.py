"""What the program remembers from one start to the next."""

from PySide6.QtCore import QByteArray, QSettings

from gui.theme import Mode

LAYOUT_VERSION = 1  # raised when panels change, so that a layout of another time is not forced on them


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

    def layout(self) -> tuple[QByteArray, QByteArray] | None:
        """Return the window's geometry and its panels' places as they were left, or None."""
        geometry, state = self._store.value("geometry"), self._store.value(f"panels/{LAYOUT_VERSION}")
        both = isinstance(geometry, QByteArray) and isinstance(state, QByteArray)
        return (geometry, state) if both else None

    def keep_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember the window's geometry and its panels' places."""
        self._store.setValue("geometry", geometry)
        self._store.setValue(f"panels/{LAYOUT_VERSION}", state)
