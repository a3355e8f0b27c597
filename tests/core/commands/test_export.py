import subprocess
import sys

from core.datasets import article_experiment
from core.training import Trainer
from tests.core.commands.terminal import Terminal


def test_the_numpy_script_runs_by_itself_and_ends_with_the_same_parameters(terminal: Terminal) -> None:
    trained, script = str(terminal.folder / "trained.gyaku"), str(terminal.folder / "script.py")
    terminal.type("train", terminal.file(), "--epochs", "300", "-o", trained)
    assert terminal.type("export", trained, "--to", "numpy", "-o", script) == ""
    done = subprocess.run([sys.executable, "-I", script], capture_output=True, text=True, check=True)
    trainer = Trainer(article_experiment())
    trainer.run(300)
    for number in trainer.plan.parameters.flat.tolist():
        assert repr(number) in done.stdout


def test_without_a_file_the_script_is_printed(terminal: Terminal) -> None:
    assert "import torch" in terminal.type("export", terminal.file(), "--to", "pytorch", "--epochs", "5")
    assert "epochs = 5" in terminal.type("export", terminal.file(), "--to", "numpy", "--epochs", "5")


def test_where_it_cannot_be_written_that_is_said(terminal: Terminal) -> None:
    assert "cannot be written" in terminal.refused(
        "export", terminal.file(), "--to", "numpy", "-o", str(terminal.folder / "gone" / "script.py")
    )
