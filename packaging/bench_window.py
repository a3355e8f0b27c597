"""How fast the window is: medians and ratios of runs that take turns, in a real window of 1440×900.

    xvfb-run -a -s "-screen 0 1600x1000x24" python3 packaging/dev.py bench --window            some minutes
    … python3 packaging/dev.py bench --window --quick    a small part of the work, to see that it runs
    … python3 packaging/dev.py bench --window --hour     and what an hour of running leaves behind

It judges nothing: it prints what was measured beside what is wanted.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter, sleep

from bench import network
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.datasets import article_experiment
from core.experiment import Experiment  # before NumPy: the core says how many threads it may use
from core.training import Trainer
from gui.app import make_application, make_window
from gui.main_window import MainWindow
from gui.panels.loss_curve import LossPanel
from gui.session import MOVED

SIZE = (1440, 900)
ROUNDS = 5
CLICKS = 100
STEPS = 60
STARTS = 7
LONG_RUN = 1_000_000
FRAMES_OF_AN_HOUR = 3600 * 30

EMPTY_WINDOW = """
import pyqtgraph as pg
from PySide6.QtWidgets import QMainWindow
application = pg.mkQApp()
window = QMainWindow()
window.setCentralWidget(pg.PlotWidget())
"""
OWN_WINDOW = """
from gui.app import make_application, make_window
application = make_application()
window = make_window(application)
"""
UNTIL_PAINTED = """
from PySide6.QtCore import QTimer
window.resize(1440, 900)
window.show()
window.repaint()
QTimer.singleShot(0, application.quit)
application.exec()
print("painted", flush=True)
import os
os._exit(0)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything and print it; return the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bench --window", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a small part of the work, to see that it runs")
    parser.add_argument("--hour", action="store_true", help="as many redraws as an hour has, some 20 minutes")
    options = parser.parse_args(arguments)
    share = 0.05 if options.quick else 1.0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "PYTHONPYCACHEPREFIX"):
            os.environ[name] = folder
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        start(max(1, round(STARTS * share)))
        application = make_application()
        window = make_window(application)
        window.resize(*SIZE)
        window.show()
        settle(0.5)
        running(window, share)
        clicks(window, share)
        steps(window, share)
        ageing(window, round(LONG_RUN * share), round(FRAMES_OF_AN_HOUR * share) if options.hour else 0)
    return 0


def start(times: int) -> None:
    """From the start of the process to the first painted window (wanted: 2.0 times an empty pyqtgraph window)."""
    title(start)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    windows = (EMPTY_WINDOW, OWN_WINDOW)
    spent: list[list[float]] = [[], []]
    for _ in range(1 + times):  # of which the first compiles what is imported
        for code, seconds in zip(windows, spent, strict=True):
            began = perf_counter()
            words = [sys.executable, "-c", code + UNTIL_PAINTED]
            subprocess.run(words, check=True, capture_output=True, env=environment)
            seconds.append(perf_counter() - began)
    empty, own = (median(seconds[1:]) for seconds in spent)
    print(f"  {own:.2f} s, {own / empty:.2f} times the {empty:.2f} s of an empty window")


def running(window: MainWindow, share: float) -> None:
    """Running live (wanted: 0.60 of the core's own speed, and 30 redraws a second of curve and flow)."""
    title(running)
    flow, curve = Paints(window.flow.view.viewport()), Paints(window.panel(LossPanel).plot)
    for name, experiment in (
        ("the article", article_experiment()),
        ("250 samples, 2-4-2-1, batches of 10", network(250, 4, 2).with_training(batch_size=10)),
        ("500 samples, 2-8-8-1", network(500, 8, 8)),
    ):
        window.session.use(experiment, "")
        settle(0.3)
        speeds, cores, redraws = [], [], []
        for _ in range(max(1, round(ROUNDS * share))):
            cores.append(core_speed(experiment, 1.0 * share))
            flow.count = curve.count = 0
            first = window.session.trainer.epoch
            seconds = run(window, 2.0 * share)
            speeds.append((window.session.trainer.epoch - first) / seconds)
            redraws.append(min(flow.count, curve.count) / seconds)
        ratio = median(speed / core for speed, core in zip(speeds, cores, strict=True))
        print(f"  {name:<36}{median(speeds):>9,.0f} epochs/s, {ratio:.2f} of the core; {median(redraws):.0f} redraws/s")


def clicks(window: MainWindow, share: float) -> None:
    """A click while running, until it is seen (wanted: 50 ms, and 100 ms at the 99th percentile)."""
    title(clicks)
    window.session.use(article_experiment(), "")
    buttons = [window.flow.edge_choice.button(index) for index in range(3)]
    watch = ClickWatch(buttons, max(3, round(CLICKS * share)))
    window.player.start()
    watch.wait()
    window.player.pause()
    print(f"  median {median(watch.spent) * 1e3:.0f} ms, 99 % within {percentile(watch.spent, 99) * 1e3:.0f} ms")


def steps(window: MainWindow, share: float) -> None:
    """One operation forward or back, until it is on the screen (wanted: 33 ms)."""
    title(steps)
    for name, act in (("step", window.step), ("step back", window.session.step_back)):
        spent = [seconds_of(act) for _ in range(max(3, round(STEPS * share)))]
        print(f"  {name:<10} median {median(spent) * 1e3:.0f} ms, 99 % within {percentile(spent, 99) * 1e3:.0f} ms")


def ageing(window: MainWindow, epochs: int, frames: int) -> None:
    """Redraw and memory after a long run, beside those after its first minute (wanted: within 10 %)."""
    title(ageing)
    window.session.use(article_experiment(), "")
    run(window, 3.0)
    redraw_young, memory_young = redraw(window), memory()
    window.session.seek(epochs)
    settle(0.2)
    report_age(f"after {epochs:,} epochs", redraw(window), redraw_young, memory_young)
    if frames:
        window.player.start()
        for _ in range(frames):
            window.session.run_for(0.0)
            QCoreApplication.processEvents()
        window.player.pause()
        report_age(f"after {frames:,} redraws", redraw(window), redraw_young, memory_young)


def report_age(when: str, redraw_old: float, redraw_young: float, memory_young: float) -> None:
    """Print how much slower and larger the program has become."""
    print(
        f"  {when}: redraw {redraw_old / redraw_young:.2f} of {redraw_young * 1e3:.1f} ms, memory "
        f"{memory() / memory_young:.2f} of {memory_young:.0f} MB"
    )


def run(window: MainWindow, seconds: float) -> float:
    """Let the window run for a while; return how long it did."""
    began = perf_counter()
    window.player.start()
    settle(seconds)
    window.player.pause()
    return perf_counter() - began


def core_speed(experiment: Experiment, seconds: float) -> float:
    """Return the epochs a second of the core by itself."""
    trainer = Trainer(experiment)
    trainer.run(10)
    began, done, stretch = perf_counter(), 0, 10
    while (elapsed := perf_counter() - began) < seconds:
        done += trainer.run(stretch)
        stretch = min(2 * stretch, 5000)
    return done / elapsed


def redraw(window: MainWindow) -> float:
    """Return the median seconds of a redraw of all panels."""
    return median(seconds_of(lambda: window.session.changed.emit(MOVED)) for _ in range(STEPS))


def seconds_of(act: Callable[[], object]) -> float:
    """Return how long it takes until what `act` does is on the screen."""
    began = perf_counter()
    act()
    QCoreApplication.processEvents()
    return perf_counter() - began


def settle(seconds: float) -> None:
    """Let events be worked through for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def memory() -> float:
    """Return the megabytes the process has in memory, where the system tells."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return float("nan")
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many percent of `values` do not exceed."""
    return sorted(values)[max(0, -(-len(values) * percent // 100) - 1)]


def title(measure: Callable[..., object]) -> None:
    """Print what is measured next, and what is wanted."""
    print(f"\n{(measure.__doc__ or '').splitlines()[0]}", flush=True)


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class ClickWatch(QObject):
    """Clicks buttons from another thread, as a hand does at any moment, and notes when they are painted as pressed."""

    def __init__(self, buttons: Sequence[QAbstractButton], count: int) -> None:
        super().__init__()
        self.spent: list[float] = []
        self._buttons, self._count = buttons, count
        self._clicked_at = 0.0
        self._awaited: QObject | None = None
        self._loop = QEventLoop()
        for button in buttons:
            button.installEventFilter(self)

    def wait(self) -> None:
        """Return when all clicks are answered."""
        Thread(target=self._click_on, daemon=True).start()
        self._loop.exec()

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Note when the button that was clicked is painted anew."""
        if event.type() == QEvent.Type.Paint and widget is self._awaited:
            assert isinstance(widget, QAbstractButton)
            if widget.isChecked():
                self._awaited = None
                self.spent.append(perf_counter() - self._clicked_at)
                if len(self.spent) == self._count:
                    self._loop.quit()
        return False

    def _click_on(self) -> None:
        for number in range(self._count):
            sleep(0.05 + 0.013 * (number % 7))
            button = self._buttons[number % len(self._buttons)]
            self._awaited, self._clicked_at = button, perf_counter()
            for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
                middle = QPointF(button.rect().center())
                pressed = Qt.MouseButton.LeftButton if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
                event = QMouseEvent(
                    kind, middle, QPointF(), Qt.MouseButton.LeftButton, pressed, Qt.KeyboardModifier.NoModifier
                )
                QCoreApplication.postEvent(button, event)
            while self._awaited is not None:
                sleep(0.001)


if __name__ == "__main__":
    sys.exit(main())
