"""Programs that the script starts."""

import sys
from pathlib import Path

import dev_process
import pytest
from dev_process import ASTRAY, ROOT, CommandError


@pytest.mark.parametrize("name", ASTRAY)
def test_nothing_leads_a_program_astray(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "elsewhere")
    assert name not in dev_process.surroundings()


def test_the_rest_of_the_surroundings_stays_and_the_extra_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GYAKU_KEPT", "old")
    monkeypatch.setenv("GYAKU_GIVEN", "old")

    found = dev_process.surroundings({"GYAKU_GIVEN": "new"})

    assert (found["GYAKU_KEPT"], found["GYAKU_GIVEN"]) == ("old", "new")


def test_a_program_runs_at_the_root_and_its_exit_code_comes_back() -> None:
    question = f"import os, sys; sys.exit(7 if os.path.samefile(os.getcwd(), {str(ROOT)!r}) else 1)"
    assert dev_process.call([sys.executable, "-I", "-c", question]) == 7


def test_a_program_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="none cannot be started: "):
        dev_process.call([str(tmp_path / "none")])


def test_what_is_demanded_fails_with_its_sentence() -> None:
    dev_process.demand([sys.executable, "-I", "-c", ""], "unused")
    with pytest.raises(CommandError, match="It did not work"):
        dev_process.demand([sys.executable, "-I", "-c", "raise SystemExit(1)"], "It did not work.")
