import json
from typing import Any

import pytest

from core.files.places import place_of, steps_of
from core.files.reading import loads
from core.text import RefusalError

LEAST: dict[str, Any] = {
    "data": {"inputs": [[0, 1]], "targets": [[1]]},
    "network": {"layers": [{"units": 2}, {"units": 1}]},
}
ACTIVATION_NAMES = "“linear”, “sigmoid”"
PARAMETERS = {"weights": [[[0]]], "biases": [[0]]}
STATE: dict[str, Any] = {"batch": 0, "epoch": 0, "index": 0, "cursor": 0, "parameters": PARAMETERS, "segments": []}


def refusal(parts: dict[str, Any]) -> RefusalError:
    with pytest.raises(RefusalError) as refused:
        loads(json.dumps({**LEAST, **parts}).encode())
    return refused.value


def layers(**second: object) -> dict[str, Any]:
    return {"network": {"layers": [{"units": 2}, second]}}


def training(**settings: object) -> dict[str, Any]:
    return {"training": settings}


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (layers(units=0), "$.network.layers[1].units: expected an integer from 1 to 64"),
        (layers(units=65), "$.network.layers[1].units: expected an integer from 1 to 64"),
        (layers(units=10**400), "$.network.layers[1].units: expected an integer from 1 to 64"),
        (layers(units="two"), "$.network.layers[1].units: expected an integer from 1 to 64"),
        (layers(units=1.5), "$.network.layers[1].units: expected an integer from 1 to 64"),
        (layers(units=None), "$.network.layers[1].units: expected an integer from 1 to 64"),
        (layers(), "$.network.layers[1]: “units” is missing"),
        (
            layers(units=1, unit=2),
            "$.network.layers[1]: there is no “unit” here; there can be units, activation",
        ),
        (layers(units=1, activation=3), "$.network.layers[1].activation: expected one of "),
        (layers(units=1, activation="step"), f"$.network.layers[1].activation: expected one of {ACTIVATION_NAMES}"),
        ({"network": {"layers": {}}}, "$.network.layers: expected a list"),
        ({"network": []}, "$.network: expected an object"),
        ({"network": {"layers": []}}, "$.network.layers: A network needs an output layer and can have up to 10 hid"),
        (
            {"network": {"layers": [{"units": 2, "activation": "softmax"}, {"units": 1}]}},
            "$.network.layers[0].activation: “softmax” can only be the activation of the output layer.",
        ),
        ({"data": {"inputs": [[1]]}}, "$.data: “targets” is missing"),
        ({"data": {"inputs": [], "targets": []}}, "$.data.inputs: The data needs 1 to 100000 samples, not 0."),
        (
            {"data": {"inputs": [[1], [1, 2]], "targets": [[1], [1]]}},
            "$.data.inputs[1]: All samples need the same number of values.",
        ),
        ({"data": {"inputs": [["1"]], "targets": [[1]]}}, "$.data.inputs[0][0]: expected a number"),
        ({"data": {**LEAST["data"], "features": ["z"]}}, "$.data.features[0]: expected one of “x”, “y”, "),
        ({"data": {**LEAST["data"], "input_names": [1, 2]}}, "$.data.input_names[0]: expected a text"),
        (training(shuffle=1), "$.training.shuffle: expected true or false"),
        (training(batch_size=0), "$.training.batch_size: expected an integer from 1 to 100000 or null"),
        (training(loss="hinge"), "$.training.loss: expected one of “squared_error”, "),
        (training(stop={"accuracy": 2}), "$.training.stop.accuracy: expected a number from 0 to 1 or null"),
        (training(optimizer={"name": "magic"}), "$.training.optimizer.name: expected one of “sgd”, “momentum”, "),
        (training(optimizer={"name": 3}), "$.training.optimizer.name: expected one of “sgd”, “momentum”, "),
        (training(optimizer=3), "$.training.optimizer: expected an object"),
        (
            training(optimizer={"learning_rate": 0}),
            "$.training.optimizer.learning_rate: expected a number above 0",
        ),
        (
            training(optimizer={"name": "momentum", "momentum": 1}),
            "$.training.optimizer.momentum: expected a number from 0 to below 1",
        ),
        (
            training(optimizer={"learning_rate": 1, "momentum": 0.5}),
            "$.training.optimizer: there is no “momentum” here; there can be name, learning_rate",
        ),
        (training(regularization={"rate": 1}), "$.training.regularization: “name” is missing"),
        ({"initial": {"seed": -1}}, "$.initial.seed: expected an integer from 0 to 4294967295"),
        ({"initial": {"scale": 10**400}}, "$.initial.scale: expected a finite number, not 1000000000000000000000"),
        ({"initial": {"bias_scheme": "he_normal"}}, "$.initial.bias_scheme: expected one of "),
        ({"parameters": {"weights": []}}, "$.parameters: “biases” is missing"),
        ({"parameters": 3}, "$.parameters: expected an object or null"),
        (
            {"parameters": {"weights": [], "biases": []}},
            "$.parameters.weights: The given weights do not have the shapes of this network.",
        ),
        ({"date": 1}, "$: there is no “date” here; there can be format, version, data, network, "),
        ({"state": {**STATE, "random": {"key": [], "position": 0}}}, "$.state.random.key: expected a list of 624 "),
        (
            {"state": {**STATE, "parameters": {"weights": [[["a"]]], "biases": []}}},
            "$.state.parameters.weights[0][0][0]: expected a number, “infinity”, “-infinity”, or null for what",
        ),
        (
            {"state": {**STATE, "parameters": {"weights": [[[]]], "biases": [[[]]]}}},
            "$.state.parameters.biases[0][0]: expected a number, “infinity”, “-infinity”, or null for what",
        ),
        ({"state": {**STATE, "cursor": -1}}, "$.state.cursor: expected an integer from 0 to 9007199254740992"),
        (
            {"state": {**STATE, "random": {"key": [-1] * 624, "position": 0}}},
            "$.state.random.key[0]: expected an integer from 0 to 4294967295",
        ),
        ({"state": {}}, "$.state: “batch” is missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(parts: dict[str, Any], sentence: str) -> None:
    refused = refusal(parts)
    assert str(refused).startswith(sentence)
    assert str(refused).startswith(f"{refused.place}: ")
    assert not str(refused).endswith(".") or sentence.endswith(".") or "A network needs" in sentence


def test_a_key_cannot_be_taken_for_a_place() -> None:
    sentence = str(refusal({"x - at `$.network`": 1}))
    assert sentence.startswith("$: there is no “x - at `$.network`” here;")


@pytest.mark.parametrize("place", ["$", "$.data", "$.network.layers[1].units", "$.data.inputs[0][12]"])
def test_a_place_is_keys_and_numbers(place: str) -> None:
    assert place_of(steps_of(place)) == place
