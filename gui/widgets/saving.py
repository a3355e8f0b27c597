"""Asking for a file to write something into."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_ENDING = re.compile(r"\*(\.\w+)")


def ask_where_to_save(owner: QWidget, title: str, suggested: str, *kinds: str) -> Path | None:
    """Ask over `owner` for a file, and return it, or None where the learner wants none.

    `kinds` are written as in “Tables (*.csv)”. A name without an ending gets that of the kind that was chosen.
    """
    at_home = str(Path.home() / suggested)
    name, kind = QFileDialog.getSaveFileName(owner.window(), title, at_home, ";;".join(kinds))
    if not name:
        return None
    path, ending = Path(name), _ENDING.search(kind or kinds[0])
    return path if path.suffix or ending is None else path.with_suffix(ending[1])
