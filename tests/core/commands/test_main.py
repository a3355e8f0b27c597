import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from core.commands import COMMANDS
from core.commands import main as entry
from core.commands import schema as schema_command
from core.commands.main import main
from core.datasets import article_experiment
from core.files import save
from tests.core.commands.terminal import Terminal

ROOT = Path(__file__).parents[3]


def test_help_names_every_command(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(["--help"])
    assert leaving.value.code == 0
    out = capsys.readouterr().out
    assert all(f"    {name} " in out for name in COMMANDS), terminal


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([name, "--help"])
    assert leaving.value.code == 0
    assert f"usage: gyaku {name}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["frobnicate"], "gyaku: argument COMMAND: invalid choice: 'frobnicate'"),
        (["train"], "gyaku train: the following arguments are required: FILE, --epochs"),
        (["train", "x.gyaku", "--epochs", "many"], "gyaku train: argument --epochs: “many” is not a whole number"),
        (["train", "x.gyaku", "--epochs", "-1"], "gyaku train: argument --epochs: -1 is not from 0 to"),
    ],
)
def test_what_cannot_be_followed_is_said_in_one_sentence(terminal: Terminal, words: list[str], sentence: str) -> None:
    assert terminal.refused(*words).startswith(sentence)


def test_a_missing_file_is_said_in_one_sentence(terminal: Terminal) -> None:
    missing = str(terminal.folder / "nowhere.gyaku")
    assert "nowhere.gyaku" in terminal.refused("train", missing, "--epochs", "1")


def test_ctrl_c_ends_a_command_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema_command, "run", interrupt)
    assert entry.main(["schema"]) == 130


def test_no_command_loads_qt() -> None:
    code = (
        "import sys; from gui.__main__ import main; code = main(['new', 'xor']); "
        "sys.exit(code or any(name.startswith(('PySide6', 'pyqtgraph')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"inputs"' in done.stdout


def test_a_reader_that_leaves_early_is_no_error() -> None:
    code = (
        "from core.commands.main import main; import sys; sys.exit(main(['step', sys.argv[1], '--operations', '5000']))"
    )
    with TemporaryDirectory() as folder:
        save(Path(folder, "x.gyaku"), article_experiment())
        with subprocess.Popen(
            [sys.executable, "-c", code, str(Path(folder, "x.gyaku"))],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


def test_symbols_go_through_a_pipe_in_any_locale() -> None:
    code = "from core.commands.main import main; import sys; sys.exit(main(['step', sys.argv[1], '--operations', '1']))"
    with TemporaryDirectory() as folder:
        save(Path(folder, "x.gyaku"), article_experiment())
        done = subprocess.run(
            [sys.executable, "-c", code, str(Path(folder, "x.gyaku"))],
            cwd=ROOT,
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
            check=True,
        )
    assert "z⁽¹⁾" in done.stdout.decode("utf-8")
