from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import quote
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from core.activations import ACTIVATIONS
from core.datasets import DATASETS, DatasetOptions
from core.experiment import Experiment, Initial, Layer, Training
from core.features import FEATURES
from core.optimizers import Sgd
from core.playground import looks_like_address, read_address
from core.regularizers import L1, L2, NoRegularization
from core.text import Phrase, RefusalError

ADDRESS = (
    "https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane"
    "&learningRate=0.03&regularizationRate=0&noise=0&networkShape=4,2&seed=0.12345&showTestData=false&discretize=false"
    "&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false&cosY=false"
    "&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false"
)
DEFAULT = Experiment(
    DATASETS["circle"].make(DatasetOptions(samples=500, noise=0, seed=0, test_share=0.5)),
    (Layer(4, "tanh"), Layer(2, "tanh"), Layer(1, "tanh")),
    Training(
        loss="half_squared_error", reduction="mean", optimizer=Sgd(learning_rate=0.03), batch_size=10, shuffle=False
    ),
    Initial(scheme="uniform", scale=0.5, bias_scheme="constant", bias_scale=0.1, seed=0),
)


def read(address: str) -> Experiment:
    """Read an address of which nothing is lost."""
    experiment, notes = read_address(address)
    assert notes == ()
    return experiment


def sentences(address: str) -> list[str]:
    notes = read_address(address)[1]
    assert all(isinstance(note, Phrase) for note in notes)
    return [str(note) for note in notes]


def refusal(address: str) -> str:
    with pytest.raises(RefusalError) as refused:
        read_address(address)
    return str(refused.value)


@pytest.mark.parametrize(
    "address",
    [
        "https://playground.tensorflow.org/",
        "playground.tensorflow.org",
        "http://playground.tensorflow.org/#",
        "https://playground.tensorflow.org/?from=mail",
        "#batchSize=10",
        "batchSize=10",
        "  x=true\n",
        "x=&noise=&seed=&dataset=%20&hideText",
        "https://elsewhere.org/playground/#noise=0",
    ],
)
def test_what_is_absent_has_the_default_of_the_playground(address: str) -> None:
    assert read(address) == DEFAULT


def test_an_address_as_the_playground_writes_it_is_read() -> None:
    seed = crc32(b"0.12345")
    data = DATASETS["circle"].make(DatasetOptions(samples=500, seed=seed, test_share=0.5))
    experiment, notes = read_address(ADDRESS)
    assert experiment == replace(DEFAULT, data=data, initial=replace(DEFAULT.initial, seed=seed))
    assert [str(note) for note in notes] == [
        f"The seed “0.12345” became {seed}, which gives other random numbers.",
    ]
    assert read_address(ADDRESS.partition("#")[2])[0] == experiment
    assert read_address(ADDRESS.replace("4,2", quote("4,2", safe="")))[0] == experiment


@pytest.mark.parametrize(
    ("name", "dataset"), [("circle", "circle"), ("xor", "quadrants"), ("gauss", "gaussian"), ("spiral", "spiral")]
)
def test_a_classification_has_a_tanh_output(name: str, dataset: str) -> None:
    experiment = read(f"dataset={name}&regDataset=reg-gauss")
    assert experiment == replace(DEFAULT, data=DATASETS[dataset].make())


@pytest.mark.parametrize(("name", "dataset"), [("reg-plane", "plane"), ("reg-gauss", "multi_gaussian")])
def test_a_regression_has_a_linear_output(name: str, dataset: str) -> None:
    experiment = read(f"problem=regression&regDataset={name}&dataset=spiral")
    assert experiment.data == DATASETS[dataset].make()
    assert experiment.data.samples == 600
    assert [layer.activation for layer in experiment.layers] == ["tanh", "tanh", "linear"]


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid", "linear"])
def test_hidden_layers_have_the_activation(activation: str) -> None:
    experiment = read(f"activation={activation}")
    assert activation in ACTIVATIONS
    assert [layer.activation for layer in experiment.layers] == [activation, activation, "tanh"]


@pytest.mark.parametrize(
    ("shape", "sizes"), [("4,2", (2, 4, 2, 1)), ("9", (2, 9, 1)), ("", (2, 1)), ("3,1,2,3", (2, 3, 1, 2, 3, 1))]
)
def test_the_shape_is_that_of_the_hidden_layers(shape: str, sizes: tuple[int, ...]) -> None:
    assert read(f"networkShape={shape}").sizes == sizes


@pytest.mark.parametrize(
    ("settings", "features"),
    [
        ("x=true&y=true", ()),
        ("x=false", ("y",)),
        ("sinY=true", ("x", "y", "sin_y")),
        ("sinX=true&xSquared=yes&x=false&y=false", ("x_squared", "sin_x")),
        ("x_hide=true", ("y",)),
        ("y_hide=false", ()),
        ("sinX=true&sinX_hide=true", ()),
        (
            "sinY=1&sinX=1&xTimesY=1&ySquared=1&xSquared=1",
            ("x", "y", "x_squared", "y_squared", "x_times_y", "sin_x", "sin_y"),
        ),
    ],
)
def test_inputs_that_are_chosen_and_not_hidden_become_features(settings: str, features: tuple[str, ...]) -> None:
    data = read(settings).data
    assert data.features == features
    assert set(features) <= set(FEATURES)
    assert data.inputs == DEFAULT.data.inputs


def test_numbers_of_training_are_read() -> None:
    training = read("learningRate=0.1&batchSize=30").training
    assert training == replace(DEFAULT.training, optimizer=Sgd(learning_rate=0.1), batch_size=30)
    assert isinstance(training.batch_size, int)


@pytest.mark.parametrize(
    ("settings", "regularization"),
    [
        ("regularization=L2&regularizationRate=0.3", L2(rate=0.3)),
        ("regularization=L2&regularizationRate=0", NoRegularization()),
        ("regularization=L1", NoRegularization()),
        ("regularization=none&regularizationRate=0.3", NoRegularization()),
        ("regularizationRate=0.3", NoRegularization()),
    ],
)
def test_a_penalty_needs_a_kind_and_a_rate(settings: str, regularization: object) -> None:
    assert read(settings).training.regularization == regularization


def test_l1_is_not_quite_the_same() -> None:
    experiment, notes = read_address("regularization=L1&regularizationRate=0.001")
    assert experiment.training.regularization == L1(rate=0.001)
    assert [str(note) for note in notes] == [
        "A weight that L1 made 0 stays 0 in the Playground; here it can change again."
    ]


@pytest.mark.parametrize(("percent", "samples"), [("10", 50), ("90", 450), ("70", 350), ("33.3", 166), ("100", 500)])
def test_percent_of_the_samples_train(percent: str, samples: int) -> None:
    data = read(f"percTrainData={percent}").data
    assert (data.samples, len(data.test_inputs)) == (samples, 500 - samples)


def test_noise_is_that_of_the_slider() -> None:
    dataset = DATASETS["gaussian"]
    assert read("dataset=gauss&noise=35").data == dataset.make(replace(dataset.default, noise=35.0))


def test_all_can_start_from_zero() -> None:
    assert read("initZero=true").initial == Initial(scheme="zeros", bias_scheme="zeros")
    assert read("initZero=false").initial == DEFAULT.initial


def test_a_seed_always_gives_the_same_data_and_start() -> None:
    first, again, other = (read_address(f"seed={seed}")[0] for seed in ("0.1", "0.1", "0.2"))
    assert first == again
    assert first.data != other.data
    assert first.initial.seed != other.initial.seed
    assert read_address("seed=0.1&initZero=true")[0].initial.seed == first.initial.seed


@pytest.mark.parametrize(
    ("settings", "lost"),
    [
        ("cosX=true&cosY=false", ["“cosX” has no counterpart here and was left out."]),
        (
            "showTestData=true&discretize=true",
            [
                "“showTestData” has no counterpart here and was left out.",
                "“discretize” has no counterpart here and was left out.",
            ],
        ),
        (
            "playButton_hide=true&noise_hide=false&seed_hide=yes",
            ["“playButton_hide” has no counterpart here and was left out."],
        ),
        ("tutorial=dl", ["“tutorial” has no counterpart here and was left out."]),
        ("x_hide=true&noise=5&hideText=false", []),
        ("x=1&speed=9", ["“speed” is no setting of the Playground and was left out."]),
        ("x=1&{0}=9", ["“{0}” is no setting of the Playground and was left out."]),
        ("x=1&speed=false&=3&momentum=&&7", []),
        ("https://playground.tensorflow.org/#speed=9", ["“speed” is no setting of the Playground and was left out."]),
    ],
)
def test_what_is_lost_is_told(settings: str, lost: list[str]) -> None:
    assert sentences(settings) == lost


@pytest.mark.parametrize(
    "address",
    [
        "",
        "hello",
        "https://example.org/",
        "https://example.org/#top",
        "https://example.org/#a=1&b=2",
        "a=1",
        "x",
        "1,2",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert refusal(address) == "This is not an address of TensorFlow Playground."


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ("batchSize=abc", "“batchSize” in the address must be a number, not “abc”."),
        ("batchSize={0}", "“batchSize” in the address must be a number, not “{0}”."),
        ("batchSize=2.5", "The batch size must be an integer from 1 to 100000, not 2.5."),
        ("batchSize=0", "The batch size must be an integer from 1 to 100000, not 0."),
        ("learningRate=nan", "“learningRate” in the address must be a number, not “nan”."),
        ("learningRate=1e999", "“learningRate” in the address must be a number, not “1e999”."),
        ("learningRate=0", "The learning rate must be a number above 0, not 0."),
        ("noise=51", "The noise must be a number from 0 to 50, not 51."),
        ("percTrainData=0", "The percentage of training data must be a number from 1 to 100, not 0."),
        ("percTrainData=101", "The percentage of training data must be a number from 1 to 100, not 101."),
        (
            "regularization=L2&regularizationRate=-1",
            "The regularisation rate must be a number of at least 0, not −1.",
        ),
        ("dataset=moons", "“dataset” in the address must be one of circle, xor, gauss, spiral, not “moons”."),
        (
            "problem=regression&regDataset=circle",
            "“regDataset” in the address must be one of reg-plane, reg-gauss, not “circle”.",
        ),
        ("problem=chess", "“problem” in the address must be one of classification, regression, not “chess”."),
        ("activation=elu", "“activation” in the address must be one of relu, tanh, sigmoid, linear, not “elu”."),
        ("regularization=l1", "“regularization” in the address must be one of none, L1, L2, not “l1”."),
        ("networkShape=4,x", "“networkShape” in the address must be whole numbers such as 4,2, not “4,x”."),
        ("networkShape=4,,2", "“networkShape” in the address must be whole numbers such as 4,2, not “4,,2”."),
        ("networkShape=65", "A layer can have 1 to 64 units, not 65."),
        ("networkShape=0", "A layer can have 1 to 64 units, not 0."),
        (
            "networkShape=" + ",".join("1" * 11),
            "A network needs an output layer and can have up to 10 hidden layers.",
        ),
        ("x=false&y=false", "The address chooses no input, but a network needs one."),
    ],
)
def test_a_bad_value_is_refused_in_one_sentence(settings: str, sentence: str) -> None:
    assert refusal(settings) == sentence


texts = st.one_of(st.sampled_from(["true", "false", "4,2", "L1", "0.1", "10", "regression", "reg-gauss"]), st.text())
names = st.one_of(st.sampled_from([part.partition("=")[0] for part in ADDRESS.partition("#")[2].split("&")]), st.text())


@given(st.dictionaries(names, texts, max_size=4))
def test_any_address_is_read_or_refused(settings: Mapping[str, str]) -> None:
    with suppress(RefusalError):
        experiment, notes = read_address("&".join(f"{name}={value}" for name, value in settings.items()))
        assert experiment.sizes[-1] == 1
        assert all(map(str, notes))


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        (ADDRESS, True),
        (" http://playground.tensorflow.org", True),
        ("x=true", False),
        ("1\t2", False),
        ("a#" + ADDRESS, False),
    ],
)
def test_an_address_is_told_from_other_texts(text: str, is_address: bool) -> None:
    assert looks_like_address(text) == is_address
