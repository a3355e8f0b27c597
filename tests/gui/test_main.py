import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import __version__
from gui.__main__ import main

ROOT = Path(__file__).parents[2]
NO_SUCH_DISPLAY = ":987"


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run another Python, on no display but what `environment` says."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_version_is_said_without_loading_qt() -> None:
    code = """
import sys
from gui.__main__ import main
try:
    main(["--version"])
finally:
    assert not {"PySide6", "pyqtgraph", "numpy"} & set(sys.modules)
"""
    run = python("-c", code)
    assert (run.returncode, run.stdout, run.stderr) == (0, f"Gyaku {__version__}\n", "")


def test_the_exit_code_is_that_of_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def run(path: Path | None) -> int:
        opened.append(path)
        return 7

    monkeypatch.setattr("gui.app.run", run)
    assert (main([]), main(["mine.gyaku"])) == (7, 7)
    assert opened == [None, Path("mine.gyaku")]


def test_without_qt_one_sentence_says_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gui.app", None)
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("Gyaku cannot load what it draws its window with: ")


def test_an_argument_nobody_knows_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--colour"])
    assert "--colour" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": NO_SUCH_DISPLAY}], ids=["none", "no such"])
def test_without_a_display_one_sentence_says_so(environment: dict[str, str]) -> None:
    run = python("-m", "gui", **environment)
    assert run.returncode == 2
    assert run.stdout == ""
    (sentence,) = run.stderr.splitlines()
    assert sentence.startswith("Gyaku needs a display to open its window: ")


def test_a_platform_nobody_knows_is_said_in_one_sentence() -> None:
    run = python("-m", "gui", QT_QPA_PLATFORM="papyrus")
    assert run.returncode == 2
    assert "papyrus" in run.stderr
    assert "Traceback" not in run.stderr
