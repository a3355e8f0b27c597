"""What each command starts, and what it answers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import dev_commands
import pytest
import system_packages
from dev_environment import DEVELOPMENT, PROGRAM
from dev_process import CommandError
from system_packages import QT, QT_TOOLS, QT_X11, Item


class Stage:
    """Stands in for the system, the environment and the programs that commands start."""

    folder = Path(".venv")
    python = "python"

    def __init__(self) -> None:
        self.libraries: tuple[Item, ...] | None = None
        self.locks: tuple[Path, ...] | None = None
        self.started: list[list[str]] = []
        self.extra: Mapping[str, str] = {}
        self.codes: dict[str, int] = {}

    def ensure(self, locks: tuple[Path, ...]) -> None:
        self.locks = locks

    def program(self, name: str) -> str:
        return name

    def prepare(self, libraries: tuple[Item, ...]) -> None:
        self.libraries = libraries

    def call(self, command: Sequence[str], extra: Mapping[str, str] | None = None) -> int:
        self.started.append(list(command))
        self.extra = extra or {}
        return next((code for word, code in self.codes.items() if word in command), 0)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()
    monkeypatch.setattr(dev_commands, "ENVIRONMENT", stage)
    monkeypatch.setattr(dev_commands, "call", stage.call)
    monkeypatch.setattr(system_packages, "ensure", stage.prepare)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return stage


@pytest.mark.parametrize(
    ("typed", "passed"),
    [
        ([], []),
        (["--version"], ["--version"]),
        (["-h"], ["-h"]),
        (["--", "--version"], ["--version"]),
        (["file", "-x", "--", "--", "y"], ["file", "-x", "--", "--", "y"]),
    ],
)
def test_run_opens_the_window_with_its_arguments(typed: list[str], passed: list[str], stage: Stage) -> None:
    assert dev_commands.main(["run", *typed]) == 0
    assert stage.started == [["python", "-m", "gui", *passed]]
    assert (stage.libraries, stage.locks) == (QT + QT_X11, PROGRAM)


@pytest.mark.parametrize(("platform", "libraries"), [("offscreen", QT), ("wayland", QT), ("wayland;xcb", QT + QT_X11)])
def test_run_needs_the_libraries_of_the_platform(
    platform: str, libraries: tuple[Item, ...], stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    dev_commands.main(["run"])
    assert stage.libraries == libraries


@pytest.mark.parametrize(("ended", "code"), [(0, 0), (3, 3), (-11, 139)])
def test_run_passes_the_exit_code_on(ended: int, code: int, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    stage.codes = {"gui": ended}
    assert dev_commands.main(["run"]) == code


def test_run_without_a_screen_says_so(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    stage.codes = {"gui": -6}
    assert dev_commands.main(["run"]) == 2
    assert "There is no screen" in capsys.readouterr().err


def test_test_runs_the_whole_suite_with_its_coverage(stage: Stage) -> None:
    stage.codes = {"pytest": 1}
    assert dev_commands.main(["test"]) == 1
    assert stage.started == [["python", "-m", "pytest", *dev_commands.WHOLE_SUITE]]
    assert {"--cov-branch", "--cov-fail-under=100"} <= set(dev_commands.WHOLE_SUITE)
    assert (stage.libraries, stage.locks) == (QT, DEVELOPMENT)
    assert stage.extra == {"QT_QPA_PLATFORM": "offscreen"}


def test_test_hands_its_arguments_to_pytest(stage: Stage) -> None:
    dev_commands.main(["test", "-k", "loss and not slow", "tests/core", "--lf"])
    assert stage.started == [["python", "-m", "pytest", "-k", "loss and not slow", "tests/core", "--lf"]]


def test_check_runs_all_and_names_what_failed(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    stage.codes = {"check": 1, "mypy": 2}
    assert dev_commands.main(["check"]) == 1
    assert len(stage.started) == 4
    assert capsys.readouterr().out == "Failed: ruff check, mypy\n"


def test_check_says_when_all_is_well(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev_commands.main(["check"]) == 0
    assert capsys.readouterr().out == "All checks passed\n"
    assert (stage.libraries, stage.locks) == ((), DEVELOPMENT)


@pytest.mark.parametrize("code", [0, 1])
def test_translate_tells_whether_a_text_is_left(code: int, stage: Stage) -> None:
    stage.codes = {"packaging/translate.py": code}
    assert dev_commands.main(["translate"]) == code
    assert stage.started == [["python", "packaging/translate.py"]]
    assert (stage.libraries, stage.locks) == (QT + QT_TOOLS, DEVELOPMENT)


@pytest.mark.parametrize("command", ["check", "translate", "lock"])
def test_a_command_without_arguments_takes_none(command: str, stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev_commands.main([command, "--fix", "core"]) == 2
    assert capsys.readouterr().err == "dev.py: This command takes no arguments: --fix core.\n"
    assert stage.started == []


def test_lock_binds_development_to_the_program(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev_commands, "_uv", lambda _folder: ["uv"])
    monkeypatch.setattr(dev_commands, "demand", lambda command, _sentence: stage.call(command))

    assert dev_commands.main(["lock"]) == 0

    program, development = stage.started
    assert program[-2:] == ["packaging/requirements.txt", "pyproject.toml"]
    assert development[-2:] == ["packaging/requirements-dev.txt", "pyproject.toml"]
    assert development[-7:-3] == ["--extra", "dev", "--constraints", "packaging/requirements.txt"]


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (CommandError("It rains."), 2, "dev.py: It rains.\n"),
        (PermissionError(13, "Permission denied", "a-file"), 2, "dev.py: a-file: Permission denied.\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
@pytest.mark.usefixtures("stage")
def test_what_goes_wrong_is_a_sentence(
    raised: BaseException,
    code: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_libraries: tuple[Item, ...]) -> None:
        raise raised

    monkeypatch.setattr(system_packages, "ensure", fail)
    assert dev_commands.main(["run"]) == code
    assert capsys.readouterr().err == told
