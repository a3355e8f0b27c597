import pytest

from tests.core.commands.terminal import Terminal


def test_the_articles_gradients_are_those_of_the_sum(terminal: Terminal) -> None:
    result = terminal.type_json("check", terminal.file())
    assert result["max_relative_error"] < 1e-6
    assert [list(parameter) for parameter in result["parameters"]] == [
        ["name", "analytic", "numeric", "relative_error"]
    ] * 9
    assert {parameter["name"] for parameter in result["parameters"]} >= {"W1[0,0]", "W2[1,0]", "b2[0]"}


@pytest.mark.parametrize("objective", ["mean", "mean_squared_error"])
def test_against_the_mean_they_are_off_by_the_number_of_samples(terminal: Terminal, objective: str) -> None:
    result = terminal.type_json("check", terminal.file(), "--objective", objective)
    for parameter in result["parameters"]:
        assert parameter["analytic"] == pytest.approx(4 * parameter["numeric"], rel=1e-5)
    assert result["max_relative_error"] == pytest.approx(0.75, rel=1e-5)
    assert "every gradient is 4.000 times" in terminal.type("check", terminal.file(), "--objective", objective)


def test_people_see_the_worst_first(terminal: Terminal) -> None:
    lines = terminal.type("check", terminal.file()).splitlines()
    assert lines[0].startswith("largest relative error ")
    assert lines[1].split() == ["PARAMETER", "ANALYTIC", "NUMERIC", "RELATIVE", "ERROR"]
    assert len(lines) == 11


def test_an_unknown_objective_is_refused(terminal: Terminal) -> None:
    assert "hinge" in terminal.refused("check", terminal.file(), "--objective", "hinge")
