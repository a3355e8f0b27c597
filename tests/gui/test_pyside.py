import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject, QTimer
thing, timer = QObject(), QTimer()
for _ in range(20_000):
    thing.setObjectName("")
    timer.stop()
print("alive")
"""


def test_calls_that_return_nothing_can_be_made_for_ever() -> None:
    """PySide6 6.12.0 on Python 3.11 takes a reference to None with each, until there is none left."""
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "alive\n", "")
