"""How texts are gathered and compiled; that all of them are translated is for tests/resources to say."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import translate
from dev_process import ROOT, CommandError

TEXTS = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="ja"><context><name>A</name>
<message><source>Run</source><translation>実行</translation></message>
{more}
</context></TS>
"""
LEFT = (
    '<message><source>Step</source><translation type="unfinished">ステップ</translation></message>',
    "<message><source>Step</source><translation></translation></message>",
    "<message><source>Step</source></message>",
)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Stand in for lupdate and lrelease, and for the folder of the translations."""
    started: list[list[str]] = []

    def demand(command: Sequence[str], _sentence: str) -> None:
        started.append([Path(command[0]).stem, *command[1:]])

    monkeypatch.setattr(translate, "demand", demand)
    monkeypatch.setattr(translate, "FOLDER", tmp_path)
    monkeypatch.setattr("shutil.which", lambda name, path: f"{path}/{name}")
    return started


def test_all_texts_are_gathered_and_compiled(
    started: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gyaku_ja.ts").write_text(TEXTS.format(more=""), "utf-8")
    assert translate.main() == 0
    gathered, compiled = started
    assert gathered[0] == "pyside6-lupdate"
    assert {str(ROOT / name) for name in ("core/text.py", "gui/widgets/panel.py")} <= set(gathered)
    assert gathered[-2:] == ["-ts", str(tmp_path / "gyaku_ja.ts")]
    assert compiled[0] == "pyside6-lrelease"
    assert compiled[-3:] == [str(tmp_path / "gyaku_ja.ts"), "-qm", str(tmp_path / "gyaku_ja.qm")]
    assert capsys.readouterr().out == "All texts are translated\n"


@pytest.mark.parametrize("more", LEFT)
@pytest.mark.usefixtures("started")
def test_what_is_not_translated_is_named(more: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gyaku_ja.ts").write_text(TEXTS.format(more=more), "utf-8")
    assert translate.main() == 1
    assert capsys.readouterr().out == "gyaku_ja.ts: no translation of “Step”\n1 texts are to be translated\n"


def test_a_missing_tool_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda _name, path: None)  # noqa: ARG005 - called by its name
    with pytest.raises(CommandError, match="pyside6-lrelease is missing"):
        translate.release(tmp_path / "a.ts", tmp_path / "a.qm")
