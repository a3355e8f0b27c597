import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.data import Data
from core.experiment import Experiment, Layer, ParameterIndex
from core.files import writing
from core.files.reading import load, loads
from core.files.writing import dumps, save
from core.text import RefusalError
from core.training import Trainer
from tests.core.files.runs import ARTICLE

OTHER = ARTICLE.with_seed(7)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(RefusalError) as refused:
        act()
    return str(refused.value)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "実験.gyaku"
    save(path, ARTICLE)
    assert load(path).experiment == ARTICLE
    trainer = Trainer(OTHER)
    trainer.run(3)
    save(path, trainer)
    assert load(path).trainer().epoch == 3
    assert os.listdir(tmp_path) == [path.name]


def test_a_row_of_numbers_is_a_line() -> None:
    lines = dumps(ARTICLE).decode().splitlines()
    assert "      [0.0, 1.0]," in lines
    assert lines[-1] == "}"


def test_only_what_is_there_is_written() -> None:
    assert not {"parameters", "frozen", "state"} & set(json.loads(dumps(ARTICLE)))
    held = ARTICLE.with_frozen([ParameterIndex(1, 0), ParameterIndex(1, 1, 0)], True)
    assert json.loads(dumps(held))["frozen"] == [{"layer": 1, "unit": 0}, {"layer": 1, "unit": 1, "before": 0}]
    assert loads(dumps(held)).experiment == held


def test_a_name_that_looks_like_numbers_stays_as_it_is() -> None:
    names = ("[ 1 ]", "[\n  1,\n  2\n]")
    data = Data(((0.5, 1 / 3),), ((-0.0,),), input_names=names)
    there = loads(dumps(Experiment(data, (Layer(1),)))).experiment.data
    assert there.input_names == names
    assert str(there.targets) == str(data.targets)
    assert there.inputs == data.inputs


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MAX_BYTES", 100)
    path = tmp_path / "large.gyaku"
    assert refusal(lambda: save(path, ARTICLE)) == "The file would be too large: up to 0 MB can be read."
    assert not path.exists()


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o644])
def test_a_file_keeps_who_may_read_it(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.gyaku"
    path.write_bytes(b"")
    path.chmod(mode)
    save(path, ARTICLE)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_is_like_any_other(tmp_path: Path) -> None:
    save(tmp_path / "a.gyaku", ARTICLE)
    (tmp_path / "other").touch()
    assert (tmp_path / "a.gyaku").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    real, link = tmp_path / "folder" / "real.gyaku", tmp_path / "link.gyaku"
    save(real, ARTICLE)
    link.symlink_to(real)
    save(link, OTHER)
    assert link.is_symlink()
    assert load(real).experiment == OTHER


@pytest.mark.parametrize("broken", ["write", "fsync", "chmod", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_save_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, error: BaseException
) -> None:
    path = tmp_path / "a.gyaku"
    save(path, ARTICLE)

    def fail(*_: object) -> Any:
        raise error

    class Broken:
        def __init__(self, file: Any) -> None:
            self._file = file

        def __enter__(self) -> "Broken":
            self._file.write(b"{")
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()

        write = staticmethod(fail)

    opened = Path.open
    if broken == "write":
        monkeypatch.setattr(Path, "open", lambda self, mode: Broken(opened(self, mode)))
    else:
        monkeypatch.setattr(os if broken == "fsync" else Path, broken, fail)
    if isinstance(error, OSError):
        assert refusal(lambda: save(path, OTHER)) == "“a.gyaku” cannot be written: No space left on device."
    else:
        with pytest.raises(KeyboardInterrupt):
            save(path, OTHER)
    monkeypatch.undo()
    assert os.listdir(tmp_path) == ["a.gyaku"]
    assert load(path).experiment == ARTICLE


def test_a_folder_that_is_not_there_is_said_with_the_file(tmp_path: Path) -> None:
    sentence = refusal(lambda: save(tmp_path / "gone" / "a.gyaku", ARTICLE))
    assert sentence == "“a.gyaku” cannot be written: No such file or directory."


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.gyaku").mkdir()
    assert "“a.gyaku” cannot be written: " in refusal(lambda: save(tmp_path / "a.gyaku", ARTICLE))
    assert os.listdir(tmp_path) == ["a.gyaku"]


def test_a_write_protected_file_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.gyaku"
    save(path, ARTICLE)
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # root may write anyway
    assert refusal(lambda: save(path, OTHER)) == "“a.gyaku” cannot be written: it is write-protected."
    assert load(path).experiment == ARTICLE
