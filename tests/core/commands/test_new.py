import pytest

from core.commands.main import main
from core.datasets import DATASETS, article_experiment, preset_experiment
from core.files import load, loads
from tests.core.commands.terminal import Terminal


def test_it_lists_every_preset(terminal: Terminal) -> None:
    lines = terminal.type("new", "--list").splitlines()
    assert [line.split()[0] for line in lines[1:]] == list(DATASETS)


@pytest.mark.parametrize("name", DATASETS)
def test_a_preset_is_printed(terminal: Terminal, name: str) -> None:
    assert loads(terminal.type("new", name).encode()).experiment == preset_experiment(name)


def test_a_preset_is_written_to_a_file(terminal: Terminal) -> None:
    path = terminal.folder / "mine.gyaku"
    assert terminal.type("new", "xor", "-o", str(path)) == ""
    assert load(path).experiment == article_experiment()


def test_an_unknown_preset_and_a_folder_that_is_not_there_are_refused(terminal: Terminal) -> None:
    assert terminal.refused("new", "nothing") == (
        "gyaku: There is no preset called “nothing”; gyaku new --list lists them."
    )
    assert "mine.gyaku" in terminal.refused("new", "xor", "-o", str(terminal.folder / "gone" / "mine.gyaku"))


def test_a_playground_address_is_read_and_what_has_no_counterpart_is_said(
    terminal: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    address = "https://playground.tensorflow.org/#activation=relu&networkShape=3&dataset=gauss&seed=0.5"
    path = terminal.folder / "playground.gyaku"
    assert main(["new", address, "-o", str(path)]) == 0
    assert "seed" in capsys.readouterr().err
    assert [layer.units for layer in load(path).experiment.layers] == [3, 1]


@pytest.mark.parametrize(("targets", "activation"), [("0 1", "sigmoid"), ("-1 1", "linear")])
def test_a_table_becomes_an_experiment(terminal: Terminal, targets: str, activation: str) -> None:
    table = terminal.folder / "table.csv"
    low, high = targets.split()
    table.write_text(f"a,b,c\n0.5,2,{low}\n3,4,{high}\n", "utf-8")
    experiment = loads(terminal.type("new", str(table)).encode()).experiment
    assert experiment.data.inputs == ((0.5, 2.0), (3.0, 4.0))
    assert experiment.data.input_names == ("a", "b")
    assert experiment.layers[-1].activation == activation


def test_a_table_that_cannot_be_read_is_refused(terminal: Terminal) -> None:
    assert "gone.csv" in terminal.refused("new", str(terminal.folder / "gone.csv"))
    bad = terminal.folder / "bad.csv"
    bad.write_text("1,2\n3,x\n", "utf-8")
    assert "x" in terminal.refused("new", str(bad))
