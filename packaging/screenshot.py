"""Takes the README's picture of the window: epoch 1,240 of the article's run, at the gradient of the output weights.

Run it on a real display, or on a virtual one:

    xvfb-run -a -s "-screen 0 1440x900x24" .venv/bin/python packaging/screenshot.py packaging/screenshots
"""

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.app import make_application, make_window  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.theme import Mode  # noqa: E402

SIZE = (1440, 900)
EPOCH, OPERATION = 1240, 9
SETTLING_MILLISECONDS = 2000  # the first formula takes a while


def take(window: MainWindow, mode: Mode, path: Path) -> None:
    """Save what the screen shows of `window` in a theme."""
    window.appearance.set_mode(mode)
    wait = QEventLoop()
    QTimer.singleShot(SETTLING_MILLISECONDS, wait.quit)
    wait.exec()
    if not window.screen().grabWindow(window.winId()).save(str(path)):
        raise OSError(f"{path} cannot be written")


def prepared_window(application: QApplication) -> MainWindow:
    """Return the window, as it is at first, at the moment that is to be seen."""
    window = make_window(application)
    window.resize(*SIZE)
    window.session.seek(EPOCH)
    for _ in range(OPERATION):
        window.session.step()
    delta = window.session.trainer.plan.operations[OPERATION - 1].result
    window.session.point_at(delta.place(0, 0))
    window.show()
    return window


def main(arguments: list[str]) -> int:
    """Take a picture in light and one in dark; return the exit code."""
    parser = argparse.ArgumentParser(description="Take the README's pictures of the window.")
    parser.add_argument("folder", type=Path, help="where light.png and dark.png are written")
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as empty:  # so that the learner's own settings play no part
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, empty)
        window = prepared_window(make_application())
        for mode in (Mode.LIGHT, Mode.DARK):
            take(window, mode, folder / f"{mode.value}.png")
        window.close()
        window.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
