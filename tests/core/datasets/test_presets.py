import pytest
from msgspec.structs import replace

from core.adaptive_optimizers import Adam
from core.datasets import DATASETS, article_experiment, preset_experiment
from core.datasets.presets import RECIPES, dense_layers
from core.evaluation import Evaluation
from core.experiment import Experiment, Initial, Layer, Training
from core.optimizers import Sgd
from core.text import RefusalError
from core.training import Trainer

LARGE = ("spiral", "multi_gaussian")


def trained(name: str, epochs: int) -> tuple[Experiment, Trainer]:
    experiment = preset_experiment(name)
    trainer = Trainer(experiment)
    assert trainer.run(epochs) == epochs
    return experiment, trainer


def test_each_set_has_its_experiment() -> None:
    assert set(RECIPES) == set(DATASETS)


def test_what_is_no_set_is_refused() -> None:
    with pytest.raises(RefusalError) as refused:
        preset_experiment("mnist")
    assert str(refused.value) == "There is no data set called “mnist”."


def test_layers_are_made_of_counts() -> None:
    assert dense_layers((4, 2), "tanh", 3, "softmax") == (Layer(4, "tanh"), Layer(2, "tanh"), Layer(3, "softmax"))
    assert dense_layers((), "tanh", 1, "linear") == (Layer(1, "linear"),)


def test_the_article_trains_xor_with_two_hidden_units() -> None:
    experiment = article_experiment()
    assert experiment == preset_experiment("xor")
    assert experiment.data == DATASETS["xor"].make()
    assert experiment.layers == (Layer(2, "sigmoid"), Layer(1, "sigmoid"))
    assert experiment.training == Training("squared_error", "sum", Sgd(learning_rate=0.1))
    assert experiment.initial == Initial("normal", 0)


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("and", (2, 2, 1)), ("or", (2, 2, 1)), ("nand", (2, 2, 1)), ("xnor", (2, 2, 1)),
        ("parity_3", (3, 4, 1)), ("parity_4", (4, 8, 1)),
    ],
)  # fmt: skip
def test_other_tables_are_trained_like_the_article_s(name: str, sizes: tuple[int, ...]) -> None:
    experiment = preset_experiment(name)
    assert experiment.data == DATASETS[name].make()
    assert experiment.sizes == sizes
    assert (experiment.training, experiment.initial) == (Training(), Initial())
    assert {layer.activation for layer in experiment.layers} == {"sigmoid"}


@pytest.mark.parametrize(
    ("name", "output"),
    [
        ("circle", "tanh"), ("quadrants", "tanh"), ("gaussian", "tanh"), ("spiral", "tanh"),
        ("plane", "linear"), ("multi_gaussian", "linear"),
    ],
)  # fmt: skip
def test_sets_of_the_playground_have_its_settings(name: str, output: str) -> None:
    experiment = preset_experiment(name)
    features = ("x", "y", "sin_x", "sin_y") if name in LARGE else ()
    assert experiment.data == replace(DATASETS[name].make(), features=features)
    assert [layer.units for layer in experiment.layers] == ([8, 4, 1] if name in LARGE else [4, 2, 1])
    assert [layer.activation for layer in experiment.layers] == ["tanh", "tanh", output]
    assert experiment.training == Training(
        loss="half_squared_error", reduction="mean", optimizer=Sgd(learning_rate=0.03), batch_size=10, shuffle=True
    )
    assert experiment.initial == Initial("uniform", 0, 0.5, "constant", 0.1)


@pytest.mark.parametrize(
    ("name", "output", "loss"),
    [
        ("moons", Layer(1, "sigmoid"), "binary_cross_entropy"),
        ("rings", Layer(3, "softmax"), "cross_entropy"),
        ("sine", Layer(1, "linear"), "half_squared_error"),
    ],
)
def test_shapes_show_the_other_outputs_and_losses(name: str, output: Layer, loss: str) -> None:
    experiment = preset_experiment(name)
    assert experiment.data == DATASETS[name].make()
    assert experiment.layers == (Layer(6, "tanh"), Layer(6, "tanh"), output)
    assert experiment.training == Training(
        loss=loss, reduction="mean", optimizer=Adam(learning_rate=0.01), batch_size=10, shuffle=True
    )
    assert experiment.initial == Initial("xavier_uniform", 0)


@pytest.mark.parametrize("name", ["and", "or", "nand", "xnor", "parity_3", "parity_4"])
def test_a_table_is_learned(name: str) -> None:
    experiment, trainer = trained(name, 10_000)
    evaluation = Evaluation(experiment)
    assert evaluation.mean_squared_error(evaluation.outputs(trainer.plan.parameters)) < 0.002


def test_the_article_s_xor_is_stuck_halfway() -> None:
    experiment, trainer = trained("xor", 10_000)
    evaluation = Evaluation(experiment)
    assert evaluation.mean_squared_error(evaluation.outputs(trainer.plan.parameters)) == pytest.approx(0.126, abs=1e-3)


@pytest.mark.parametrize(
    ("name", "epochs"),
    [("circle", 100), ("quadrants", 100), ("gaussian", 20), ("spiral", 200), ("moons", 100), ("rings", 100)],
)
def test_classes_of_points_not_seen_before_are_told(name: str, epochs: int) -> None:
    experiment, trainer = trained(name, epochs)
    evaluation = Evaluation(experiment, test=True)
    accuracy = evaluation.accuracy(evaluation.outputs(trainer.plan.parameters))
    assert accuracy is not None
    assert accuracy >= 0.95


@pytest.mark.parametrize(("name", "epochs"), [("plane", 20), ("multi_gaussian", 400), ("sine", 100)])
def test_numbers_of_points_not_seen_before_are_told(name: str, epochs: int) -> None:
    experiment, trainer = trained(name, epochs)
    evaluation = Evaluation(experiment, test=True)
    error = evaluation.mean_squared_error(evaluation.outputs(trainer.plan.parameters))
    assert error < 0.1 * evaluation.targets.var()
