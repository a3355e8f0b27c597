from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.widgets.saving import ask_where_to_save
from tests.gui.conftest import Show

KINDS = "Pictures (*.png)", "Drawings (*.svg)"

Asked = tuple[QWidget, str, str, str]


def asked(show: Show, monkeypatch: pytest.MonkeyPatch, name: str, kind: str = "") -> tuple[Asked, Path | None]:
    """Return what was asked, and what came of it."""
    told: list[Asked] = []

    def answer(*question: QWidget | str) -> tuple[str, str]:
        told.append(question)  # type: ignore[arg-type]
        return name, kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    path = ask_where_to_save(show(QWidget(), 100, 50), "Save", "Loss.png", *KINDS)
    return told[0], path


def test_it_suggests_a_name_in_the_learners_folder(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    (_, title, suggested, kinds), path = asked(show, monkeypatch, "")
    assert (title, suggested, kinds) == ("Save", str(Path.home() / "Loss.png"), "Pictures (*.png);;Drawings (*.svg)")
    assert path is None


@pytest.mark.parametrize(
    ("name", "kind", "path"),
    [
        ("/a/loss.jpg", KINDS[0], "/a/loss.jpg"),
        ("/a/loss", KINDS[1], "/a/loss.svg"),
        ("/a/loss", "", "/a/loss.png"),
        ("/a.b/loss", KINDS[0], "/a.b/loss.png"),
    ],
)
def test_a_name_without_an_ending_gets_that_of_its_kind(
    show: Show, monkeypatch: pytest.MonkeyPatch, name: str, kind: str, path: str
) -> None:
    assert asked(show, monkeypatch, name, kind)[1] == Path(path)
