import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.disk import write_atomically
from core.text import RefusalError


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(RefusalError) as caught:
        act()
    return str(caught.value)


def test_a_file_holds_what_was_written_last(tmp_path: Path) -> None:
    for content in (b"text", b"other text", b""):
        write_atomically(tmp_path / "a.py", content)
        assert (tmp_path / "a.py").read_bytes() == content
    assert os.listdir(tmp_path) == ["a.py"]


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"text")
    path.chmod(0o640)
    write_atomically(path, b"other text")
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_written_is_said_with_the_file(tmp_path: Path) -> None:
    sentence = refusal(lambda: write_atomically(tmp_path / "gone" / "a.py", b""))
    assert sentence == "“a.py” cannot be written: No such file or directory."


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(b"text")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises((RefusalError, KeyboardInterrupt)):
        write_atomically(path, b"other text")
    monkeypatch.undo()
    assert path.read_bytes() == b"text"
    assert os.listdir(tmp_path) == ["a.py"]
