import pytest

from tests.core.commands.terminal import Terminal


def test_of_forty_seeds_of_the_article_twenty_nine_converge(terminal: Terminal) -> None:
    result = terminal.type_json("sweep", terminal.file(), "--seeds", "0:40", "--epochs", "10000")
    assert result["converged"] == 29
    assert [run["seed"] for run in result["runs"]] == list(range(40))
    assert list(result["runs"][0]) == ["seed", "loss"]
    assert result["runs"][0]["loss"] == pytest.approx(0.5041765, rel=1e-5)


def test_settings_are_varied(terminal: Terminal) -> None:
    words = "sweep", terminal.file(), "--seeds", "0:4", "--epochs", "50", "--vary", "learning_rate=0.1,0.5"
    runs = terminal.type_json(*words)["runs"]
    assert [(run["settings"], run["seed"]) for run in runs] == [
        ({"learning_rate": rate}, seed) for rate in (0.1, 0.5) for seed in range(4)
    ]
    assert terminal.type(*words).splitlines()[1:] == ["learning_rate 0.1  0 of 4", "learning_rate 0.5  0 of 4"]


def test_people_see_the_best_first(terminal: Terminal) -> None:
    words = "sweep", terminal.file(), "--seeds", "0:50", "--epochs", "100", "--below", "0.3"
    lines = terminal.type(*words).splitlines()
    assert lines[0] == "50 of 50 runs converged: mean squared error below 0.3"
    assert len(lines) == 42


def test_a_few_seeds_are_all_listed(terminal: Terminal) -> None:
    assert len(terminal.type("sweep", terminal.file(), "--seeds", "0:3", "--epochs", "5").splitlines()) == 5


def test_processes_find_the_same(terminal: Terminal) -> None:
    words = "sweep", terminal.file(), "--seeds", "0:16", "--epochs", "20"
    assert terminal.type_json(*words, "--workers", "2") == terminal.type_json(*words)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--seeds", "5:1"), "5:1"),
        (("--seeds", "x"), "x"),
        (("--seeds", "0:4", "--vary", "colour=red"), "colour"),
        (("--seeds", "0:4", "--vary", "learning_rate=-1"), "learning rate"),
        (("--seeds", "0:4", "--below", "low"), "“low” is not a number"),
        (("--seeds", "0:4", "--dask", "tcp://127.0.0.1:1"), "127.0.0.1:1"),
    ],
)
def test_bad_words_are_refused(terminal: Terminal, words: tuple[str, ...], part: str) -> None:
    assert part in terminal.refused("sweep", terminal.file(), "--epochs", "10", *words)
