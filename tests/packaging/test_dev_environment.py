"""When the environment is made, updated, or left alone."""

import sys
from collections.abc import Sequence
from pathlib import Path

import dev_environment
import pytest
from dev_environment import UNFINISHED, Environment
from dev_process import CommandError


class Outside:
    """The programs the environment is made with, and the answers of the Python in it."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.failing = ""
        self.identity = ""
        self.pip = True

    def demand(self, command: Sequence[str], sentence: str) -> None:
        step = "venv" if "venv" in command else Path(command[-1]).name
        self.done.append(step)
        if step == self.failing:
            raise CommandError(sentence)
        if step == "venv":
            self.identity, self.pip = dev_environment.identity(), True

    def answer(self, question: str) -> str:
        if "pip" in question:
            return "here" if self.pip else ""
        return self.identity


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    outside = Outside()
    monkeypatch.setattr(dev_environment, "demand", outside.demand)
    monkeypatch.setattr(Environment, "_answer", lambda _self, question: outside.answer(question))
    return outside


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path / ".venv")


@pytest.fixture
def locks(tmp_path: Path) -> tuple[Path, Path]:
    program, development = tmp_path / "requirements.txt", tmp_path / "requirements-dev.txt"
    program.write_text("numpy==2.4.6\n", encoding="utf-8")
    development.write_text("numpy==2.4.6\npytest==9.2.0\n", encoding="utf-8")
    return program, development


def test_the_first_start_makes_it_and_the_second_does_nothing(
    environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.ensure(locks[:1])
    assert outside.done == ["venv", "requirements.txt"]

    environment.ensure(locks[:1])
    assert outside.done == ["venv", "requirements.txt"]


def test_development_adds_to_the_program(environment: Environment, outside: Outside, locks: tuple[Path, Path]) -> None:
    environment.ensure(locks[:1])
    environment.ensure(locks)
    assert outside.done == ["venv", "requirements.txt", "requirements-dev.txt"]


def test_what_serves_development_serves_the_program(
    environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.ensure(locks)
    environment.ensure(locks[:1])
    assert outside.done == ["venv", "requirements-dev.txt"]


@pytest.mark.parametrize("changed", [0, 1], ids=["program", "development"])
def test_a_changed_lock_makes_it_anew(
    changed: int, environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.ensure(locks)
    locks[changed].write_text("numpy==2.5.5\n", encoding="utf-8")
    outside.done = []
    environment.ensure(locks)
    assert outside.done == ["venv", "requirements-dev.txt"]


def test_a_changed_development_lock_does_not_matter_to_the_program(
    environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.ensure(locks)
    locks[1].write_text("numpy==2.5.5\n", encoding="utf-8")
    outside.done = []
    environment.ensure(locks[:1])
    assert outside.done == []


@pytest.mark.parametrize("failing", ["venv", "requirements.txt"])
def test_an_interruption_leaves_no_stamp_and_starts_all_over(
    failing: str, environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    outside.failing = failing
    with pytest.raises(CommandError):
        environment.ensure(locks[:1])
    assert environment.stamp.read_text(encoding="utf-8") == f"{UNFINISHED}\n"

    outside.failing, outside.done = "", []
    environment.ensure(locks[:1])
    assert outside.done == ["venv", "requirements.txt"]


def test_an_interrupted_update_starts_all_over(
    environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.ensure(locks[:1])
    outside.failing = "requirements-dev.txt"
    with pytest.raises(CommandError):
        environment.ensure(locks)

    outside.failing, outside.done = "", []
    environment.ensure(locks[:1])
    assert outside.done == ["venv", "requirements.txt"]


@pytest.mark.parametrize("found", ["", "cpython-399 linux x86_64"], ids=["no Python", "another Python"])
def test_an_environment_of_no_or_another_python_is_made_anew(
    found: str, environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.ensure(locks[:1])
    left_behind = environment.folder / "left behind"
    left_behind.touch()

    outside.identity, outside.done = found, []
    environment.ensure(locks[:1])

    assert outside.done == ["venv", "requirements.txt"]
    assert not left_behind.exists()


def test_an_environment_from_elsewhere_is_used_if_it_has_pip(
    environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.folder.mkdir()
    outside.identity = dev_environment.identity()
    environment.ensure(locks[:1])
    assert outside.done == ["requirements.txt"]


def test_a_half_made_environment_without_pip_is_made_anew(
    environment: Environment, outside: Outside, locks: tuple[Path, Path]
) -> None:
    environment.folder.mkdir()
    outside.identity, outside.pip = dev_environment.identity(), False
    environment.ensure(locks[:1])
    assert outside.done == ["venv", "requirements.txt"]


def test_the_python_inside_does_not_saw_off_its_branch(
    environment: Environment, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.folder.mkdir()
    monkeypatch.setattr(sys, "prefix", str(environment.folder))
    with pytest.raises(CommandError, match="use another"):
        environment.make()
    assert environment.folder.exists()
    assert outside.done == []


def test_packages_come_by_their_hashes(
    environment: Environment, locks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[Sequence[str]] = []
    monkeypatch.setattr(dev_environment, "demand", lambda command, _sentence: commands.append(command))
    environment.ensure(locks[:1])
    assert {"--require-hashes", "--only-binary"} <= set(commands[-1])


def test_a_python_that_is_not_there_answers_nothing(environment: Environment) -> None:
    assert environment._answer("print(1)") == ""


def test_a_python_tells_its_kind(environment: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Environment, "python", sys.executable)
    assert environment._works()
