import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MEASURED = ("times the", "the article", "batches of 10", "500 samples", "redraws/s", "99 % within", "epochs: redraw")


def test_everything_is_measured_and_printed(tmp_path: Path) -> None:
    folders = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    paths = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    run = subprocess.run(
        [sys.executable, "packaging/bench_window.py", "--quick"],
        env=os.environ | folders | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths},
        cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    for words in MEASURED:
        assert words in run.stdout
