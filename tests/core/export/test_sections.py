import pytest

from core.experiment import Initial
from core.export import sections
from core.export.numpy_script import NUMPY
from core.export.pytorch_script import TORCH
from core.export.run import run_of
from core.training import Trainer
from tests.core.export.runs import ARTICLE, RUNS, experiment, trained


def lines_of(name: str, section: str) -> list[str]:
    run = run_of(RUNS[name]())
    return [*getattr(sections, section)(run, NUMPY)]


def test_the_title_says_what_network_it_is() -> None:
    (line,) = sections.title(run_of(Trainer(ARTICLE)), "NumPy")
    assert line == "# Backpropagation with NumPy: a network of 2-2-1 units (sigmoid, sigmoid). Written by Gyaku."


@pytest.mark.parametrize(
    ("name", "inputs", "targets"),
    [
        ("optimizer 0", "# Inputs, one row for each sample", "# Targets"),
        ("names", "# Inputs, one row for each sample; columns: left, right", "# Targets; columns: a, b, c"),
        ("features, no names", "# Inputs, one row for each sample; columns: y²", "# Targets"),
        (
            "features",
            "# Inputs, one row for each sample; columns: x, xy, sin y (x is left, y is right)",
            "# Targets; columns: a, b, c",
        ),
    ],
)
def test_columns_are_named(name: str, inputs: str, targets: str) -> None:
    assert [line for line in lines_of(name, "data") if line.startswith("#")] == [inputs, targets]


def test_data_is_called_x_and_y_where_a_batch_is_all_of_it() -> None:
    assert any(line.startswith("X = ") for line in lines_of("names", "data"))
    assert any(line.startswith("inputs = ") for line in lines_of("optimizer 0", "data"))


@pytest.mark.parametrize(
    ("initial", "expected"),
    [
        (
            Initial(seed=3),
            ["random = np.random.RandomState(3)", "W1 = random.randn(2, 5)", "b1 = np.zeros((1, 5))"],
        ),
        (Initial("constant", 3, 0.5), ["W1 = np.full((2, 5), 0.5)", "b1 = np.zeros((1, 5))"]),
        (
            Initial("uniform", 3, -0.5, "normal", 2.0),
            [
                "random = np.random.RandomState(3)",
                "W1 = random.uniform(0.5, -0.5, (2, 5))",
                "W2 = random.uniform(0.5, -0.5, (5, 3))",
                "b1 = 2.0 * random.randn(1, 5)",
            ],
        ),
    ],
)
def test_parameters_are_drawn_as_the_experiment_draws_them(initial: Initial, expected: list[str]) -> None:
    run = run_of(trained(experiment(initial=initial, shuffle=False), 2))
    assert [*sections.parameters(run, NUMPY)][: len(expected)] == expected


def test_a_seed_is_named_where_only_the_order_of_samples_is_drawn() -> None:
    run = run_of(trained(experiment(initial=Initial("zeros", 8)), 2))
    assert next(sections.parameters(run, NUMPY)) == "random = np.random.RandomState(8)"
    assert lines_of("given parameters", "parameters")[-1] == "random = np.random.RandomState(5)"


def test_random_numbers_go_on_from_where_they_were() -> None:
    lines = lines_of("optimizer switched", "parameters")
    assert lines[-1].startswith('random.set_state(("MT19937", np.array(key, np.uint32), ')
    assert "key = [" in lines


def test_a_dialect_says_how_an_array_is_made() -> None:
    lines = [*sections.parameters(run_of(Trainer(ARTICLE)), TORCH)]
    assert lines[1:3] == ["W1 = torch.tensor(random.randn(2, 2))", "b1 = torch.tensor(np.zeros((1, 2)))"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("names", ["for epoch in range(epochs):"]),
        (
            "cosine",
            [
                "for epoch in range(epochs):",
                "    order = random.permutation(len(inputs))",
                "    X, y = inputs[order], targets[order]",
            ],
        ),
        (
            "exponential",
            [
                "for epoch in range(epochs):",
                "    for start in range(0, len(inputs), batch_size):",
                "        X, y = inputs[start : start + batch_size], targets[start : start + batch_size]",
            ],
        ),
        (
            "optimizer switched",
            [
                "for epoch in range(first_epoch, first_epoch + epochs + 1):",
                "    order = random.permutation(len(inputs))",
                "    for start in range(0, len(inputs), batch_size):",
                "        if epoch == first_epoch and start < 10:",
                "            continue  # these batches are done",
                "        if epoch == first_epoch + epochs and start >= 5:",
                "            break  # the last epoch ends here",
                "        X, y = inputs[order[start : start + batch_size]], targets[order[start : start + batch_size]]",
            ],
        ),
    ],
)
def test_the_loop_gives_each_batch_its_samples(name: str, expected: list[str]) -> None:
    run = run_of(RUNS[name]())
    assert [*sections.loop(run, [])] == expected
    assert sections.depth(run) == " " * (8 if run.cuts_epochs else 4)


def test_counts_stand_in_lines_of_their_own() -> None:
    assert [*sections.counts(run_of(RUNS["names"]()))] == ["epochs = 40"]
    assert [*sections.counts(run_of(RUNS["optimizer switched"]()))] == [
        "epochs = 2",
        "first_epoch = 3  # those before it are done",
        "batch_size = 5",
    ]
